// Package report writes problems for whoever is to read them: an editor at a terminal, a
// program, a service that shows what it is told beside the lines of a change.
//
// In comes a sorted list of problems with their source lines. Out comes text, JSON, SARIF
// 2.1.0 or workflow commands of GitHub. It finds nothing, leaves nothing out, and knows no
// exit code.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// Formats are the names of what can be written.
var Formats = []string{"text", "json", "sarif", "github"}

// Report is a list of problems, and how to tell of them.
type Report struct {
	Problems diag.List
	Language diag.Language
	// Root is the site's folder as those who read the report name it, with slashes; "" where
	// they stand in it. Text and JSON name files from the site's folder.
	Root string
	// Version is the program's.
	Version string
	// Help tells what a code means, in Markdown; "" where nothing is known.
	Help func(diag.Code) string
}

// Write writes the report in one of the Formats.
func (r Report) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return r.json(w)
	case "sarif":
		return r.sarif(w)
	case "github":
		return r.github(w)
	}
	return r.Problems.Print(w, r.Language)
}

// problem is one as programs read it. Columns count characters from 1; that of the end is
// behind the last.
type problem struct {
	File      string   `json:"file"`
	Line      int      `json:"line,omitempty"`
	Column    int      `json:"column,omitempty"`
	EndColumn int      `json:"endColumn,omitempty"`
	Severity  string   `json:"severity"`
	Code      string   `json:"code"`
	Message   string   `json:"message"`
	Hint      string   `json:"hint,omitempty"`
	Words     string   `json:"words,omitempty"`
	Excerpt   string   `json:"excerpt,omitempty"`
	Repairs   []repair `json:"repairs,omitempty"`
}

type repair struct {
	New  string `json:"new"`
	Safe bool   `json:"safe"`
}

func (r Report) json(w io.Writer) error {
	list := make([]problem, len(r.Problems))
	for i, p := range r.Problems {
		list[i] = problem{
			File: p.Place.File, Line: p.Place.Line, Column: columnOf(p), EndColumn: endOf(p),
			Severity: p.SeverityName(), Code: string(p.Code), Message: p.Text(r.Language), Hint: p.Advice(r.Language),
			Words: p.Words, Excerpt: p.Excerpt,
		}
		for _, way := range p.Repairs {
			list[i].Repairs = append(list[i].Repairs, repair(way))
		}
	}
	errors, warnings := r.Problems.Count()
	return write(w, struct {
		Version  int       `json:"version"` // of this form
		Language string    `json:"language"`
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
		Notes    int       `json:"notes"`
		Problems []problem `json:"problems"`
	}{1, string(r.Language), errors, warnings, r.Problems.Notes(), list})
}

func write(w io.Writer, v any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, unseen.ReplaceAllStringFunc(b.String(), func(s string) string {
		r, _ := utf8.DecodeRuneInString(s)
		return fmt.Sprintf(`\u%04x`, r)
	}))
	return err
}

// unseen are letters that JSON may hold as they are, and that a terminal obeys or does not show.
var unseen = regexp.MustCompile(
	`[\x{7f}-\x{9f}\x{ad}\x{180e}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{2069}\x{feff}]`)

func columnOf(p diag.Problem) int {
	if p.Place.Line == 0 {
		return 0
	}
	return max(p.Place.Col, 1)
}

// endOf is the column behind the words at fault, 0 where only the place is known.
func endOf(p diag.Problem) int {
	if p.Place.Line == 0 || p.Words == "" {
		return 0
	}
	return columnOf(p) + utf8.RuneCountInString(p.Words)
}

// below names a file from where the readers of a report stand.
func (r Report) below(file string) string {
	if r.Root == "" || file == "" {
		return file
	}
	name := path.Join(r.Root, file)
	if strings.HasSuffix(file, "/") {
		name += "/"
	}
	return name
}

// kinds are the severities as GitHub names them.
var kinds = map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Note: "notice"}

// github writes workflow commands, by which GitHub shows a problem beside its line.
func (r Report) github(w io.Writer) error {
	var b strings.Builder
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "::%s file=%s", kinds[p.Severity()], property(r.below(p.Place.File)))
		if p.Place.Line > 0 {
			fmt.Fprintf(&b, ",line=%d,col=%d", p.Place.Line, columnOf(p))
			if end := endOf(p); end > 0 {
				fmt.Fprintf(&b, ",endColumn=%d", end)
			}
		}
		text := p.Text(r.Language)
		if advice := p.Advice(r.Language); advice != "" {
			text += "\n" + diag.Word("hint").In(r.Language) + ": " + advice
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", property(string(p.Code)), data(text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var (
	inData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return inData.Replace(s) }
func property(s string) string { return inProperty.Replace(diag.Name(s)) }

// uri is a file's name as a relative address.
func uri(name string) string { return (&url.URL{Path: name}).EscapedPath() }
