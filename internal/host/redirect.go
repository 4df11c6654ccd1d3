package host

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// move is a redirect whose parts are safe to write.
type move struct {
	// from is the old address as a server compares it: unescaped, from the host's
	// root. It is UTF-8 without control characters.
	from string
	// to is the present one, escaped so far that it holds letters and digits of
	// ASCII and -._~/% only: it means nothing else in any server's language.
	to string
}

// To is the present address.
func (m move) To() string { return m.to }

// Nginx is the old address as a word of nginx's language, in which a backslash
// before anything but a quote or a backslash stands for itself, except before n,
// r and t.
func (m move) Nginx() string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(m.from) + `"`
}

// Apache is a pattern for the old address below the site's own, which is what
// Apache compares in a folder. It matches bytes, and reads ${…} and %{…} before
// all else: nothing is left to be read.
func (m move) Apache(here string) string { return pattern(strings.TrimPrefix(m.from, here), true) }

// ApacheTo is the present address, in which %2 of "%20" is no earlier match.
func (m move) ApacheTo() string { return strings.ReplaceAll(m.to, "%", `\%`) }

// Caddy is what map compares with the path: the path, or a pattern where it
// holds what Caddy would read ({$…}, {…}), or a word could not hold.
func (m move) Caddy() string {
	for i := range len(m.from) {
		if c := m.from[i]; !isPlain(c) && c != '.' {
			return `"~` + pattern(m.from, false) + `"`
		}
	}
	return `"` + m.from + `"`
}

// machinery are files at the site's root that no reader asks for.
var machinery = []string{"404.html", HeadersName, RedirectsName}

// moves returns the redirects that can be written for a server, each old address once.
// Left out is what no reader can have or needs: addresses that are no path below
// the site's own, that are not UTF-8 or hold control characters, that lead to
// themselves, and what the servers answer by themselves.
func (s Site) moves() []move {
	var all []move
	here, _ := rooted(s.prefix())
	seen := map[string]bool{here: true}
	for _, own := range machinery {
		seen[here+own] = true
	}
	for _, r := range s.Redirects {
		from, ok := rooted(r.From)
		to, fine := rooted(r.To)
		if !ok || !fine || !strings.HasPrefix(from, here) || from == to || seen[from] {
			continue
		}
		seen[from] = true
		all = append(all, move{from, escape(to)})
	}
	return all
}

// rooted returns a path of a URL unescaped. One that begins with two slashes
// would name another host.
func rooted(path string) (string, bool) {
	plain, err := url.PathUnescape(path)
	if err != nil {
		plain = path // a stray % is one
	}
	if !strings.HasPrefix(plain, "/") || strings.HasPrefix(plain, "//") ||
		!utf8.ValidString(plain) || strings.ContainsFunc(plain, unicode.IsControl) {
		return "", false
	}
	return plain, true
}

// isPlain says of a byte that it means itself in every path, pattern and word.
func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '/' || c == '-' || c == '_'
}

// escape escapes a path for a URL, more than a URL asks for: "$" and "'" too
// would mean something to a server.
func escape(path string) string {
	var b strings.Builder
	for i := range len(path) {
		switch c := path[i]; {
		case isPlain(c), c == '.', c == '~':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// pattern is a regular expression that a path alone matches, in PCRE and RE2. A
// byte of ASCII that is not plain is written as a number; so are the bytes of
// other characters where a server matches bytes.
func pattern(path string, matchesBytes bool) string {
	var b strings.Builder
	b.WriteByte('^')
	for i := range len(path) {
		if c := path[i]; isPlain(c) || c >= utf8.RuneSelf && !matchesBytes {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, `\x%02x`, c)
		}
	}
	b.WriteByte('$')
	return b.String()
}

// pathname writes a path as browsers ask for it: what the URL standard's "path
// percent-encode set" holds is escaped, and nothing else, for services compare what
// they are asked for letter by letter. What means something to a service is escaped
// though no browser does it: the rule then matches nothing, where it would match too
// much.
func pathname(path string) string {
	var b strings.Builder
	for i := range len(path) {
		if c := path[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"#%<>?\\^`{}", c) >= 0 || isSpecial(path, i) {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// asBrowsersAsk returns the forms in which browsers ask for a path: Chromium escapes "|" too,
// against the standard and all others.
func asBrowsersAsk(path string) []string {
	from := pathname(path)
	if strings.Contains(from, "|") {
		return []string{from, strings.ReplaceAll(from, "|", "%7C")}
	}
	return []string{from}
}

// isSpecial says of a byte of a path whether services read more into it: "*" stands for
// anything, ":name" for a part of a path.
func isSpecial(path string, i int) bool {
	switch path[i] {
	case '*':
		return true
	case ':':
		if path[i-1] == '/' {
			return true
		}
		return i+1 < len(path) && (path[i+1] == '_' || 'a' <= path[i+1]|0x20 && path[i+1]|0x20 <= 'z')
	}
	return false
}

// maxPart is how long a name may be in any file system, in bytes.
const maxPart = 255

// isPageName says of an address whether a page may lie there, which leads on where no
// server does. The order of rules rests on it, and what GitHub is said not to lead on from.
func isPageName(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if len(part) > maxPart {
			return false
		}
	}
	isPage := strings.HasSuffix(path, "/") || strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".htm")
	return isPage && !strings.ContainsAny(path, `<>:"|*`)
}

// rules returns the lines of _redirects. Services read so many and no more: first come
// those of files, which nothing else leads on from.
func (s Site) rules() []string {
	var files, pages []string
	for _, m := range s.moves() {
		for _, from := range asBrowsersAsk(m.from) {
			rule := from + " " + m.to + " 301\n"
			if isPageName(m.from) {
				pages = append(pages, rule)
			} else {
				files = append(files, rule)
			}
		}
	}
	return append(files, pages...)
}

// RedirectsFile returns the file _redirects, which Netlify, Cloudflare and GitLab read
// in the folder they serve; nil when there is nothing to say.
func (s Site) RedirectsFile() []byte {
	if rules := s.rules(); len(rules) > 0 {
		return []byte(strings.Join(rules, ""))
	}
	return nil
}
