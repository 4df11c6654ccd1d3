// Package meant finds what editors most likely meant by a link that leads nowhere, as far as its
// words alone tell.
//
// In comes what was typed; out comes how to write it, "" where that tells nothing. It is called by
// plan, which knows what there is.
package meant

import (
	"cmp"
	"net/mail"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// Plainly returns how to write what can be nothing but a web site or a mail address.
func Plainly(target string) string {
	if strings.HasPrefix(target, "www.") {
		return "https://" + target
	}
	if _, err := mail.ParseAddress(target); err == nil {
		return "mailto:" + target
	}
	return ""
}

// Perhaps returns how to write what looks like a web site or a telephone number.
func Perhaps(target string) string {
	host, _, _ := strings.Cut(target, "/")
	digits := len(target) - len(strings.TrimLeft(target, "0123456789+-."))
	switch {
	case slices.Contains(webEndings, path.Ext(host)) && len(path.Ext(host)) < len(host):
		return "https://" + target
	case len(target) >= 7 && digits == len(target) && (target[0] == '0' || target[0] == '+'):
		return "tel:" + target
	}
	return ""
}

// webEndings end the names of hosts that people write without https://; no file that
// can be linked to ends so.
var webEndings = []string{".id", ".com", ".org", ".net", ".me", ".gov", ".info", ".int"}

// Form is the ending of a file's name, the same for all ways to write it.
func Form(name string) string {
	return strings.Replace(strings.ToLower(path.Ext(name)), ".jpeg", ".jpg", 1)
}

// Named returns the link that an editor writes for a name that other programs look
// up, [[hulu]]: to the thing of that id, if there is one.
func Named(s *site.Site, n markdown.Name) string {
	name, part, _ := strings.Cut(n.Name, "#")
	id := strings.Join(strings.FieldsFunc(strings.ToLower(strings.TrimSuffix(name, ".md")), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}), "-")
	if part != "" {
		part = "#" + part
	}
	for _, kind := range site.Schemes() {
		if x, ok := s.Find(kind, id); ok {
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
