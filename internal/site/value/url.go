package value

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// URL is a complete address on the web, http or https.
type URL string

// ReadLiteral accepts an absolute http or https address with a host and without
// blanks, control characters or a password.
func (u *URL) ReadLiteral(word string) *diag.Problem {
	p, err := url.Parse(word)
	if err != nil || p.Scheme != "http" && p.Scheme != "https" || p.Hostname() == "" || p.User != nil ||
		strings.ContainsAny(word, " \n\t<>\"'`\\") {
		return records.RefuseHint("bad-url", word, "url-form")
	}
	*u = URL(word)
	return nil
}

// Example returns a web address.
func (*URL) Example() string { return "https://contoh.id/" }

// Pattern returns how it looks: see records.Patterned.
func (*URL) Pattern() string { return `^[Hh][Tt][Tt][Pp][Ss]?://[^ \n\t<>"'` + "`" + `\\]+$` }

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
	if err != nil || strings.ContainsAny(word, "?#\\") || strings.HasSuffix(u.Host, ":") || !IsPlainPath(u.Path) ||
		strings.ContainsFunc(word, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return records.RefuseHint("bad-base-url", word, "base-url-form")
	}
	*b = BaseURL(word)
	return nil
}

// Example returns the address of a site.
func (*BaseURL) Example() string { return "https://contoh.id/" }

// Pattern returns how it looks: see records.Patterned.
func (*BaseURL) Pattern() string { return `^[Hh][Tt][Tt][Pp][Ss]?://[^ \n\t<>"'?#` + "`" + `\\]+$` }

// IsPlainPath says whether every part of a path is a name: browsers take the dots
// of . and .. for steps, however they are written.
func IsPlainPath(path string) bool {
	if strings.Contains(path, "//") || strings.Contains(path, `\`) || strings.ContainsFunc(path, unicode.IsControl) {
		return false
	}
	parts := strings.Split(path, "/")
	return !slices.Contains(parts, ".") && !slices.Contains(parts, "..")
}

// Email is one bare address.
type Email string

// ReadLiteral accepts name@host.
func (e *Email) ReadLiteral(word string) *diag.Problem {
	a, err := mail.ParseAddress(word)
	if err != nil || a.Address != word || strings.ContainsAny(word, "?&<>\" ") {
		return records.Refuse("bad-email", word)
	}
	*e = Email(word)
	return nil
}

// Example returns an address for mail.
func (*Email) Example() string { return "redaksi@contoh.id" }

// Pattern returns how it looks: see records.Patterned.
func (*Email) Pattern() string { return `^[^ ?&<>"]+@[^ ?&<>"]+$` }
