package schema_test

import (
	"encoding/json"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
	"blandongan/internal/markdown"
	"blandongan/internal/schema"
	"blandongan/internal/site"
	"blandongan/templates"
)

// now is when the sites of the tests are looked at.
var now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// aSite is one of the sites by which schemas are tried, and the files that are its own.
type aSite struct {
	name  string
	files fstest.MapFS
	own   []string
}

// sites are the project's own, the two test cities, and the cities of the stories of commands.
func sites(t *testing.T) []aSite {
	base := archive(t, "../build/testdata/base.txtar", "")
	list := []aSite{
		{name: "the project", files: projects(t)},
		{name: "base", files: base},
		{name: "full", files: over(base, archive(t, "../build/testdata/full.txtar", ""))},
		{name: "ordinary", files: archive(t, "../build/testdata/ordinary.txtar", "")},
	}
	for i := range list {
		for file := range list[i].files {
			list[i].own = append(list[i].own, file)
		}
	}
	stories, err := filepath.Glob("../../cmd/blandongan/testdata/script/*.txtar")
	if err != nil || len(stories) < 100 {
		t.Fatalf("%d stories: %v", len(stories), err)
	}
	for i, story := range stories {
		if testing.Short() && i%10 != 1 {
			continue
		}
		own := archive(t, story, "site/")
		s := aSite{name: filepath.Base(story), files: over(base, own)}
		for file := range own {
			s.own = append(s.own, file)
		}
		list = append(list, s)
	}
	for i := range list {
		slices.Sort(list[i].own)
	}
	return list
}

func archive(t *testing.T, file, prefix string) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if name, inside := strings.CutPrefix(f.Name, prefix); inside && fs.ValidPath(name) {
			files[name] = &fstest.MapFile{Data: f.Data, Mode: 0o644, ModTime: now}
		}
	}
	return files
}

func over(base, more fstest.MapFS) fstest.MapFS {
	files := fstest.MapFS{}
	for _, m := range []fstest.MapFS{base, more} {
		for name, f := range m {
			files[name] = f
		}
	}
	return files
}

// projects is the site of this repository.
func projects(t *testing.T) fstest.MapFS {
	files := fstest.MapFS{}
	for _, folder := range site.Folders {
		err := fs.WalkDir(os.DirFS("../.."), folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(filepath.Join("../..", name))
			files[name] = &fstest.MapFile{Data: data, Mode: 0o644, ModTime: now}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// A judged file is what one of our schemas says of it, and what the reader does.
type judged struct {
	site, file string
	wrong      []string
	problems   diag.List
}

// judge has ajv look at the written files of sites by their schemas.
func judge(t *testing.T, list []aSite) (all []judged) {
	t.Helper()
	var cases []one
	for _, s := range list {
		known := build.New(build.Config{Root: s.files, Templates: templates.FS}).Examine(now)
		schemas := schemasOf(known)
		byKind := map[string]int{}
		for _, name := range s.own {
			to := schema.For(name)
			if to == "" || strings.HasPrefix(path.Base(name), ".") {
				continue
			}
			if _, begun := byKind[to]; !begun {
				byKind[to] = len(cases)
				cases = append(cases, one{Schema: schemas[to]})
			}
			c := &cases[byKind[to]]
			c.Files = append(c.Files, file{name, string(s.files[name].Data)})
			elsewhere := func(p diag.Problem) bool { return p.Place.File != name }
			problems := slices.DeleteFunc(slices.Clone(known.Problems), elsewhere)
			c.judged = append(c.judged, judged{site: s.name, file: name, problems: problems})
		}
	}
	return answers(t, cases)
}

// one is a schema and the files that are judged by it.
type one struct {
	Schema json.RawMessage `json:"schema"`
	Files  []file          `json:"files"`
	judged []judged
}

type file struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func answers(t *testing.T, cases []one) (all []judged) {
	t.Helper()
	var answers [][][]string
	run(t, "judge.mjs", cases, &answers)
	for i, answer := range answers {
		for j, wrong := range answer {
			x := cases[i].judged[j]
			x.wrong = wrong
			all = append(all, x)
		}
	}
	return all
}

func schemasOf(known *build.Known) map[string]json.RawMessage {
	schemas := map[string]json.RawMessage{}
	for _, f := range schema.New(known.Site).Schemas(".") {
		schemas[f.Path] = f.Text
	}
	return schemas
}

// run runs a script of testdata with the Node packages that the project pins.
func run(t *testing.T, script string, input, output any) {
	t.Helper()
	text, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	said := lab.Script(t, "../../.ci", filepath.Join("testdata", script), string(text))
	if err := json.Unmarshal([]byte(said), output); err != nil {
		t.Fatalf("%s: %v\n%s", script, err, said)
	}
}

// sayable are the problems that a schema can tell too, wherever they stand.
var sayable = []diag.Code{
	"unknown-key", "missing-key", "wrong-type", "value-not-allowed", "empty-value", "bad-number", "bad-whole-number",
	"negative-number", "bad-date", "bad-day", "bad-period", "no-such-day", "bad-slug", "bad-code", "bad-url",
	"bad-base-url", "bad-email", "bad-time-zone", "bad-language", "language-unknown", "language-missing",
	"unknown-reference", "bad-sftp", "bad-s3",
}

// checkers are files of stories with faults of those codes that no schema can say.
var checkers = map[string]string{
	"agree.txtar data/programs/air-bersih.yaml":  "a result with a number needs a period",
	"values.txtar data/programs/air-bersih.yaml": "a result with a number needs a period",
	"facts.txtar data/city.yaml":                 "a latitude needs a longitude",

	"aliases-in-one-line.txtar content/news/koma.md":       "addresses may have commas",
	"aliases-in-one-line.txtar content/news/kutip.md":      "addresses may have commas",
	"aliases-in-one-line.txtar content/news/spasi.md":      "addresses may have blanks",
	"aliases-in-one-line.txtar content/news/titik-koma.md": "addresses may have semicolons",
	"aliases-in-one-line.txtar content/pages/tentang.md":   "addresses may have blanks",
	"topics-in-one-line.txtar content/news/garis.md":       "topics may have strokes",
	"topics-in-one-line.txtar content/news/tegak.md":       "topics may have strokes",
	"topics-in-one-line.txtar content/news/titik.md":       "what is left of HTML has semicolons",
	"hash.txtar content/news/daftar.md":                    "a note in a list is none of YAML's values",

	"hosts-in-disguise.txtar content/news/uji.md":   "the address stands in the text",
	"links.txtar content/news/tamu-datang.md":       "the link stands in the text",
	"languages.txtar content/news/keran-baru.jv.md": "the language stands in the file's name",

	"translations-alone.txtar content/news/berkas.eng.md": "the language stands in the file's name",
	"translations-alone.txtar content/news/berkas.v2.md":  "the language stands in the file's name",
}

// What the reader takes, every schema accepts; what a schema can say is wrong, it refuses.
func TestAjvAgreesWithTheReader(t *testing.T) {
	accepted, refused, left := 0, 0, maps.Clone(checkers)
	for _, x := range judge(t, sites(t)) {
		told := slices.IndexFunc(x.problems, func(p diag.Problem) bool { return slices.Contains(sayable, p.Code) })
		isDraft := told >= 0 && x.problems[told].Draft // its faults are told, and stop nobody
		name := x.site + " " + x.file
		switch {
		case strings.HasPrefix(strings.Join(x.wrong, ""), "YAMLParseError"): // we read some YAML that is none
		case !x.problems.HasErrors() && !isDraft && x.wrong != nil:
			t.Errorf("%s is right, and refused: %q", name, x.wrong)
		case told >= 0 && x.wrong == nil && left[name] == "":
			p := x.problems[told]
			t.Errorf("%s is accepted, though: %s [%s]", name, p.Text(diag.English), p.Code)
		case x.wrong == nil:
			delete(left, name)
			accepted++
		default:
			refused++
		}
	}
	if accepted < 40 || refused < 10 {
		t.Errorf("only %d files were accepted, %d refused", accepted, refused)
	}
	for name, why := range left {
		if !testing.Short() {
			t.Errorf("%s is no longer accepted: %s", name, why)
		}
	}
	t.Logf("%d files accepted, %d refused", accepted, refused)
}

// Every line of a city that has every key is changed in ways in which editors err: of each, reader and
// schema think alike.
func TestAjvAgreesOnSlips(t *testing.T) {
	lab.Slow(t)
	files := over(archive(t, "../build/testdata/base.txtar", ""), archive(t, "../build/testdata/full.txtar", ""))
	known := build.New(build.Config{Root: files, Templates: templates.FS}).Examine(now)
	schemas := schemasOf(known)
	md := markdown.New(markdown.Options{Schemes: site.Schemes()})
	var cases []one
	for _, name := range slices.Sorted(maps.Keys(files)) {
		to := schema.For(name)
		if to == "" {
			continue
		}
		c := one{Schema: schemas[to]}
		for what, text := range slips(string(files[name].Data)) {
			record, problems := site.Parse(name, []byte(text), md)
			entries, more := site.Decode(record)
			problems = append(problems, more...)
			for _, e := range entries { // what shows among several files
				problems = append(problems, e.Found.Details().Numbers...)
				for _, text := range e.Found.Details().Texts {
					problems = append(problems, known.Site.Config.CheckLanguages(text.Languages, true)...)
				}
				for _, r := range e.Found.Refs {
					if !known.Site.Exists(r.Kind, r.ID) {
						problems = append(problems, diag.At(r.Place, "unknown-reference", diag.Word(r.Kind), r.ID))
					}
				}
			}
			c.Files = append(c.Files, file{name, text})
			c.judged = append(c.judged, judged{site: what, file: name, problems: problems})
		}
		cases = append(cases, c)
	}
	accepted, refused := 0, 0
	for _, x := range answers(t, cases) {
		told := slices.IndexFunc(x.problems, func(p diag.Problem) bool {
			return slices.Contains(sayable, p.Code) &&
				!(p.Code == "missing-key" && conditional.MatchString(p.Text(diag.English)))
		})
		switch {
		case strings.HasPrefix(strings.Join(x.wrong, ""), "YAMLParseError"):
		case !x.problems.HasErrors() && told < 0 && x.wrong != nil: // of a draft we forgive what we tell
			t.Errorf("%s: %s is right, and refused: %q", x.file, x.site, x.wrong)
		case told >= 0 && x.wrong == nil:
			p := x.problems[told]
			t.Errorf("%s: %s is accepted, though: %s [%s]", x.file, x.site, p.Text(diag.English), p.Code)
		case x.wrong == nil:
			accepted++
		default:
			refused++
		}
	}
	if accepted < 500 || refused < 1500 {
		t.Errorf("only %d files were accepted, %d refused", accepted, refused)
	}
	t.Logf("%d files accepted, %d refused", accepted, refused)
}

// conditional keys are needed only beside others, which no declaration says.
var conditional = regexp.MustCompile(`^"(lat|lon|period|price_year|source)" `)

// slips goes through a text with one line changed, and tells which and how.
func slips(text string) iter.Seq2[string, string] {
	keyed := regexp.MustCompile(`^([ -]*)([a-z_]+|[a-z-]+):( .*)?$`)
	inBraces := regexp.MustCompile(`[{,] ?([a-z_]+): ([^,{}\[\]"]+)`)
	values := []string{
		"", "kata biasa", "[satu, dua]", "{aneh: satu, lain: dua}", "-1", "2017", "2017-13-01", "…", "[]", "12.34",
	}
	return func(yield func(string, string) bool) {
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			var changed []string
			if m := keyed.FindStringSubmatch(line); m != nil {
				changed = append(changed, m[1]+"aneh:"+m[3])
				for _, v := range values {
					if m[3] != "" {
						changed = append(changed, m[1]+m[2]+": "+v)
					}
				}
			}
			for _, at := range inBraces.FindAllStringSubmatchIndex(line, -1) {
				changed = append(changed, line[:at[2]]+"aneh"+line[at[3]:])
				for _, v := range values {
					changed = append(changed, line[:at[4]]+v+line[at[5]:])
				}
			}
			for _, c := range changed {
				other := slices.Clone(lines)
				other[i] = c
				if !yield(strconv.Itoa(i+1)+": "+c, strings.Join(other, "\n")) {
					return
				}
			}
		}
	}
}
