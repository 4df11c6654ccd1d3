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
	for _, kind := range site.Schemes {
		if _, ok := r.addresses[site.Ref{Kind: kind, ID: id}]; ok {
			return "[" + cmp.Or(n.Label, r.nameOf(kind, id), upper(name)) + "](" + kind + ":" + id + part + ")"
		}
	}
	return "[" + cmp.Or(n.Label, upper(name)) + "](…)"
}

// nameOf returns what readers call a thing, "" if only its page knows.
func (r *resolver) nameOf(kind, id string) string {
	switch kind {
	case "kecamatan":
		return r.site.FindKecamatan(id).Name
	case "program":
		return r.site.Say(r.site.FindProgram(id).Name)
	}
	return ""
}

// upper returns s with a capital at its beginning.
func upper(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
