package report

import (
	"io"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// The parts of a SARIF log that we write: docs.oasis-open.org/sarif/sarif/v2.1.0.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string      `json:"id"`
		ShortDescription     *sarifText  `json:"shortDescription,omitempty"`
		Help                 *sarifText  `json:"help,omitempty"`
		DefaultConfiguration sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Fixes     []sarifFix      `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifFile    `json:"artifactLocation"`
		Region           *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifFix struct {
		Description     sarifText     `json:"description"`
		ArtifactChanges []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		ArtifactLocation sarifFile          `json:"artifactLocation"`
		Replacements     []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion `json:"deletedRegion"`
		InsertedContent sarifText   `json:"insertedContent"`
	}
)

func (r Report) sarif(w io.Writer) error {
	run := sarifRun{Language: string(r.Language), ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	var codes []diag.Code
	for _, p := range r.Problems {
		codes = append(codes, p.Code)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	rules := make([]sarifRule, len(codes))
	for i, code := range codes {
		rules[i] = r.rule(code)
	}
	run.Tool.Driver = sarifDriver{Name: "blandongan", Version: r.Version, Rules: rules}
	for _, p := range r.Problems {
		i, _ := slices.BinarySearch(codes, p.Code)
		run.Results = append(run.Results, r.result(p, i))
	}
	return write(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// level is a severity as SARIF names it.
func level(p diag.Problem) string { return p.SeverityName() }

func (r Report) rule(code diag.Code) sarifRule {
	rule := sarifRule{ID: string(code), DefaultConfiguration: sarifConfig{level(diag.Problem{Code: code})}}
	if r.Help == nil {
		return rule
	}
	if text := r.Help(code); text != "" {
		first, _, more := strings.Cut(strings.Join(strings.Fields(text), " "), ". ")
		if more {
			first += "."
		}
		rule.ShortDescription, rule.Help = &sarifText{Text: first}, &sarifText{text, text}
	}
	return rule
}

func (r Report) result(p diag.Problem, rule int) sarifResult {
	text := p.Text(r.Language)
	if advice := p.Advice(r.Language); advice != "" {
		text += "\n" + advice
	}
	result := sarifResult{RuleID: string(p.Code), RuleIndex: rule, Level: level(p), Message: sarifText{Text: text}}
	if p.Place.File == "" {
		return result
	}
	file := sarifFile{uri(r.below(p.Place.File))}
	where := sarifPhysical{ArtifactLocation: file}
	if p.Place.Line > 0 {
		where.Region = &sarifRegion{StartLine: p.Place.Line, StartColumn: columnOf(p), EndColumn: endOf(p)}
		if p.Words != "" {
			where.Region.Snippet = &sarifText{Text: p.Words}
		}
	}
	result.Locations = []sarifLocation{{where}}
	if p.Words == "" || p.Place.Line == 0 {
		return result
	}
	for _, way := range p.Repairs {
		at := sarifRegion{StartLine: p.Place.Line, StartColumn: columnOf(p), EndLine: p.Place.Line, EndColumn: endOf(p)}
		change := sarifChange{file, []sarifReplacement{{at, sarifText{Text: way.New}}}}
		result.Fixes = append(result.Fixes, sarifFix{
			sarifText{Text: p.Words + " → " + way.New}, []sarifChange{change},
		})
	}
	return result
}
