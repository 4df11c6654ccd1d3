package render

import (
	"path"
	"regexp"

	"blandongan/internal/diag"
)

// definition is the head of a piece, also where its quotation marks are wrong.
var definition = regexp.MustCompile(`\{\{-?\s*define\s+["\x60]?([\w./-]+)`)

// standIn puts empty templates in the place of a file that cannot be read and of
// the pieces it meant to define: one fault is told once, and those of the other
// templates beside it.
func (l *loader) standIn(name string) {
	l.theme.broken = true
	text := ""
	if name == "base.html" {
		text = `{{slot "head"}}{{slot "main"}}`
	}
	for _, m := range definition.FindAllStringSubmatch(string(l.files[name]), -1) {
		text += `{{define "` + m[1] + `"}}{{end}}`
	}
	if _, err := l.theme.set.New(name).Parse(text); err != nil {
		l.problems = append(l.problems, explain(err, name))
	}
}

// slot returns where base.html has a slot too many, where it has its only one,
// else where it should have one: its beginning.
func (t *Theme) slot(name string) diag.Place {
	call := regexp.MustCompile(`\{\{-?\s*slot\s+"` + regexp.QuoteMeta(name) + `"`)
	at := 0
	if found := call.FindAllStringIndex(t.base, 2); len(found) > 0 {
		at = found[len(found)-1][0]
	}
	return diag.NewRuler(path.Join(Folder, "base.html"), []byte(t.base)).Place(at)
}
