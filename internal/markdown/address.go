package markdown

import (
	"strings"

	"blandongan/internal/markdown/markup"
)

// reach says where an address leads.
type reach int

const (
	refused reach = iota
	inner         // a hole
	outer         // printed as it is
)

// address is an address from the source, read as a browser reads it.
type address struct {
	reach    reach
	url      string // outer: what to print, before escaping
	scheme   string // see Link
	to       string
	fragment string
}

// isWeb reports whether it is one of http or https.
func (a address) isWeb() bool { return a.reach == outer && a.scheme != "" }

// address judges what was written as an address, in which backslash escapes and entities
// are resolved.
//
// A browser drops blanks around an address, drops tabs and line ends anywhere in it,
// takes what is before the first colon for a scheme if it looks like one, and reads a
// backslash as a slash. We do the same, or refuse: control characters and a colon that
// ends no scheme have no honest use, and "//host" would leave the site in disguise.
func (p *Parser) address(written string) address {
	written = strings.Trim(written, " ")
	if strings.IndexFunc(written, isControl) >= 0 {
		return address{}
	}
	i := strings.IndexAny(written, `:/\?#`)
	if i < 0 || written[i] != ':' {
		return relative(written)
	}
	scheme, rest := strings.ToLower(written[:i]), written[i+1:]
	if own, ok := p.schemes[scheme]; ok {
		a := split(rest)
		a.scheme = own
		return a
	}
	switch {
	case scheme == "http", scheme == "https":
		return web(scheme, rest)
	case scheme == "tel", scheme == "mailto" && reachesAll(rest):
		return address{reach: outer, url: scheme + ":" + rest}
	case markup.IsMachine(scheme) && rest != "" && markup.IsDigit(rest[0]): // localhost:8080/x, as address bars show it
		return web("http", "//"+written)
	case scheme == "file", len(scheme) == 1 && rest != "" && (rest[0] == '/' || rest[0] == '\\'): // C:\berita\foto.jpg
		return address{reach: inner, scheme: onDisk, to: written}
	}
	return address{}
}

// reachesAll reports whether all addressees of a mailto: have a name and a host. There may
// be no addressee when a subject or a text is given: readers then choose one.
func reachesAll(s string) bool {
	all, _, asks := strings.Cut(s, "?")
	if all == "" {
		return asks
	}
	for to := range strings.SplitSeq(strings.ReplaceAll(all, "%40", "@"), ",") {
		to = strings.Trim(to, " ")
		if at := strings.LastIndexByte(to, '@'); at <= 0 || at == len(to)-1 {
			return false
		}
	}
	return true
}

// onDisk is the scheme of a file on the editor's own machine. The caller sees it, because
// it may be a file of the site, but never prints it.
const onDisk = "file"

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

func relative(s string) address {
	a := split(s)
	if strings.HasPrefix(a.to, "//") {
		return address{}
	}
	return a
}

func split(s string) address {
	to, fragment, _ := strings.Cut(s, "#")
	return address{reach: inner, to: slashes(to), fragment: fragment}
}

// web wants two slashes and a host: with fewer or more, what a browser does
// depends on the page the link is on.
func web(scheme, rest string) address {
	rest = slashes(rest)
	if len(rest) < 3 || rest[:2] != "//" || strings.IndexByte("/?#:", rest[2]) >= 0 {
		return address{}
	}
	return address{reach: outer, scheme: scheme, url: scheme + ":" + rest}
}

// slashes makes slashes of the backslashes before a query or fragment.
func slashes(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	path := s
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		path = s[:i]
	}
	return strings.ReplaceAll(path, `\`, "/") + s[len(path):]
}

const hexDigits = "0123456789ABCDEF"

// appendURL appends s as the value of an attribute, with what may not stand in an
// address in percent notation.
func appendURL(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		b := s[i]
		switch {
		case b == '&':
			dst = append(dst, "&amp;"...)
		case b == '%' && !(i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])):
			dst = append(dst, "%25"...)
		case markup.IsLetter(b) || markup.IsDigit(b) || strings.IndexByte("-._~:/?#[]@!$'()*+,;=%", b) >= 0:
			dst = append(dst, b)
		default:
			dst = append(dst, '%', hexDigits[b>>4], hexDigits[b&15])
		}
	}
	return dst
}

func isHex(b byte) bool { return markup.IsDigit(b) || 'a' <= b|0x20 && b|0x20 <= 'f' }
