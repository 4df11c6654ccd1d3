package render

import (
	"cmp"
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"

	"blandongan/internal/diag"
)

var (
	// where is the head of the library's messages: template: NAME:LINE:COL: or
	// template: NAME:LINE:, and html/template:NAME:LINE:COL:.
	where    = regexp.MustCompile(`^(?:html/)?template:\s?"?([^:"]+)"?:(\d+)(?::(\d+))?: `)
	function = regexp.MustCompile(`function "([^"]+)" not defined`)
	field    = regexp.MustCompile(`can't evaluate field (\S+) in type|nil pointer evaluating \S*\.(\w+)`)
	noSuch   = regexp.MustCompile(`(?:template|no such template) "([^"]+)"(?: not defined)?`)
	running  = regexp.MustCompile(`executing "[^"]*" at (<[^>]*>): `)
	// goType is a name only a programmer knows: that of what a template sees, or of the library's own.
	goType = regexp.MustCompile(`(?:\*|\[\])*(?:views|figures|ground|chart|markdown|reflect|template|parse)\.[A-Z]\w*`)
)

// explain turns an error of the template library into a problem at its place.
// file is named when the message does not say where.
func explain(err error, file string) diag.Problem {
	said := err.Error()
	at := diag.Place{File: path.Join(Folder, file)}
	if m := where.FindString(said); m != "" {
		at = placeOf(m)
		said = said[len(m):]
	}
	said = running.ReplaceAllString(said, "$1: ")
	var miss missing
	var end endless
	switch {
	case errors.As(err, &end):
		return diag.At(cmp.Or(end.at, at), "template-endless").WithHint("template-end")
	case strings.Contains(said, "exceeded maximum template depth"):
		return diag.At(at, "template-endless").WithHint("template-end")
	case errors.As(err, &miss):
		return diag.At(at, diag.Code(miss.code), miss.name)
	case function.MatchString(said):
		return diag.At(at, "template-function", function.FindStringSubmatch(said)[1])
	case field.MatchString(said):
		m := field.FindStringSubmatch(said)
		return diag.At(at, "template-field", m[1]+m[2])
	case noSuch.MatchString(said):
		return diag.At(at, "template-missing", noSuch.FindStringSubmatch(said)[1])
	}
	said = strings.TrimSpace(goType.ReplaceAllString(said, "…"))
	code := diag.Code("template-syntax")
	if running.MatchString(err.Error()) {
		code = "template-failed"
	}
	return diag.At(at, code, said)
}

// placeOf reads the head of a message.
func placeOf(head string) diag.Place {
	m := where.FindStringSubmatch(head)
	if m == nil {
		return diag.Place{File: Folder}
	}
	at := diag.Place{File: path.Join(Folder, m[1])}
	at.Line, _ = strconv.Atoi(m[2])
	at.Col, _ = strconv.Atoi(m[3])
	at.Col++ // the library counts columns from 0
	return at
}
