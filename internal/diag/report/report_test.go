package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/diag/report"
)

// some are problems of each severity, with and without place, words and repairs.
var some = diag.List{
	diag.At(diag.Place{File: "content/ü/a%:,.md", Line: 3, Col: 5}, "word-misspelt", "milliar", "miliar").
		About("milliar").SafelyMendedBy("miliar"),
	diag.At(diag.Place{File: "content/a.md", Line: 2}, "title-twice", "x\ny"),
	diag.At(diag.Place{File: "content/"}, "article-unrelated").WithHint("article-relate"),
	diag.At(diag.Place{}, "file-not-utf8"),
}

func written(t *testing.T, format string) string {
	t.Helper()
	var b strings.Builder
	r := report.Report{Problems: some, Language: diag.English, Root: "my site", Version: "1",
		Help: func(c diag.Code) string {
			if c == "title-twice" {
				return "Two articles\nhave one title. Why it matters.\n\nWhat to do."
			}
			return ""
		}}
	if err := r.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGitHub(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(written(t, "github"), "\n"), "\n")
	if len(lines) != len(some) { // whatever the texts hold
		t.Fatalf("%q", lines)
	}
	const first = "::warning file=my site/content/ü/a%25%3A%2C.md,line=3,col=5,endColumn=12,title=word-misspelt::"
	for i, begin := range []string{first, "::warning file=my site/content/a.md,line=2,col=1,title=title-twice::",
		"::notice file=my site/content/,title=article-unrelated::", "::error file=,title=file-not-utf8::"} {
		if !strings.HasPrefix(lines[i], begin) {
			t.Errorf("%q", lines[i])
		}
	}
	if !strings.Contains(lines[2], "%0Ahint: ") {
		t.Errorf("%q", lines[2])
	}
}

// No file can write on a terminal by its name or its words, and JSON names it as it is.
func TestNothingReachesATerminal(t *testing.T) {
	const name = "content/a\x1b[31m\u009b1m\u202e\x7f\n\r::error::b.md"
	list := diag.List{diag.At(diag.Place{File: name, Line: 1, Col: 1}, "title-twice", "x\x1b\u009by").
		About("w\x1b\u009b").MendedBy("v\x1b\u009b").WithHint("write-word", "z\x1b\u009b")}
	for _, format := range report.Formats {
		var b strings.Builder
		if err := (report.Report{Problems: list, Language: diag.English}).Write(&b, format); err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexAny(b.String(), "\x1b\u009b\u202e\x7f\r"); i >= 0 {
			t.Errorf("%s: %q", format, b.String()[i:])
		}
		if format != "json" {
			continue
		}
		var got struct{ Problems []struct{ File string } }
		if err := json.Unmarshal([]byte(b.String()), &got); err != nil || got.Problems[0].File != name {
			t.Errorf("%v: %q", err, got)
		}
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		Errors, Warnings, Notes int
		Problems                []struct {
			File            string
			Line, EndColumn int
			Repairs         []struct{ New string }
		}
	}
	if err := json.Unmarshal([]byte(written(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Errors != 1 || got.Warnings != 2 || got.Notes != 1 || len(got.Problems) != len(some) ||
		got.Problems[0].EndColumn != 12 || got.Problems[0].Repairs[0].New != "miliar" ||
		got.Problems[1].EndColumn != 0 {
		t.Errorf("%+v", got)
	}
}

// A SARIF log is as its standard wants it: a result names a rule of the list by id and index,
// places count from 1, addresses are escaped, a fix deletes the words at fault.
func TestSARIF(t *testing.T) {
	type region struct{ StartLine, StartColumn, EndLine, EndColumn int }
	type file struct{ URI string }
	var got struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                   string
						ShortDescription     *struct{ Text string }
						DefaultConfiguration struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation file
						Region           *region
					}
				}
				Fixes []struct {
					ArtifactChanges []struct {
						ArtifactLocation file
						Replacements     []struct {
							DeletedRegion   region
							InsertedContent struct{ Text string }
						}
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, "sarif")), &got); err != nil {
		t.Fatal(err)
	}
	run := got.Runs[0]
	if got.Version != "2.1.0" || !strings.Contains(got.Schema, "sarif-2.1.0") || len(got.Runs) != 1 ||
		run.ColumnKind != "unicodeCodePoints" || run.Tool.Driver.Name != "blandongan" || len(run.Results) != len(some) {
		t.Fatalf("%+v", got)
	}
	rules := run.Tool.Driver.Rules
	for _, r := range run.Results {
		if rules[r.RuleIndex].ID != r.RuleID || r.Message.Text == "" ||
			!slices.Contains([]string{"error", "warning", "note"}, r.Level) ||
			r.Level != rules[r.RuleIndex].DefaultConfiguration.Level {
			t.Errorf("%+v", r)
		}
	}
	first := run.Results[0]
	at, want := first.Locations[0].PhysicalLocation, region{StartLine: 3, StartColumn: 5, EndColumn: 12}
	if at.ArtifactLocation.URI != "my%20site/content/%C3%BC/a%25:,.md" || *at.Region != want {
		t.Errorf("%+v", at)
	}
	change := first.Fixes[0].ArtifactChanges[0]
	if want.EndLine = 3; change.Replacements[0].DeletedRegion != want ||
		change.Replacements[0].InsertedContent.Text != "miliar" || change.ArtifactLocation != at.ArtifactLocation {
		t.Errorf("%+v", change)
	}
	if run.Results[2].Locations[0].PhysicalLocation.Region != nil || run.Results[3].Locations != nil {
		t.Errorf("%+v", run.Results)
	}
	i := run.Results[1].RuleIndex
	if rules[i].ShortDescription.Text != "Two articles have one title." ||
		rules[first.RuleIndex].ShortDescription != nil {
		t.Errorf("%+v", rules)
	}
}
