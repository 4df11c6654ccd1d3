package plan

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// named returns the link that an editor writes for a name that other programs look
// up, [[hulu]]: to the thing of that id, if there is one.
func (r *resolver) named(n markdown.Name) string {
	name, part, _ := strings.Cut(n.Name, "#")
	id := strings.Join(strings.FieldsFunc(strings.ToLower(strings.TrimSuffix(name, ".md")), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}), "-")
	if part != "" {
		part = "#" + part
	}
	for _, kind := range site.Schemes() {
		if x, ok := r.site.Find(kind, id); ok {
			return "[" + cmp.Or(n.Label, x.Title, upper(name)) + "](" + kind + ":" + id + part + ")"
		}
	}
	return "[" + cmp.Or(n.Label, upper(name)) + "](…)"
}

// upper returns s with a capital at its beginning.
func upper(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
