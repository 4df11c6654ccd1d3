package site

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/diag"
)

// BaseURL is what stands before every address of a site: https://contoh.id/ or
// https://contoh.id/kota/.
type BaseURL string

// ReadLiteral accepts an http or https address of nothing but a host and a plain
// path. A path with two slashes would make of /berita/ the address of another
// host, and whatever follows a ? or # would swallow what is put behind it.
func (b *BaseURL) ReadLiteral(word string) *diag.Problem {
	if p := new(URL).ReadLiteral(word); p != nil {
		return p
	}
	u, err := url.Parse(word)
	if err != nil || strings.ContainsAny(word, "?#\\") || strings.HasSuffix(u.Host, ":") || !plainPath(u.Path) ||
		strings.ContainsFunc(word, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return faultHint("bad-base-url", word, "base-url-form")
	}
	*b = BaseURL(word)
	return nil
}

// plainPath says whether every part of a path is a name: browsers take the dots
// of . and .. for steps, however they are written.
func plainPath(path string) bool {
	if strings.Contains(path, "//") || strings.Contains(path, `\`) || strings.ContainsFunc(path, unicode.IsControl) {
		return false
	}
	parts := strings.Split(path, "/")
	return !slices.Contains(parts, ".") && !slices.Contains(parts, "..")
}
