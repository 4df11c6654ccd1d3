package host

import "strings"

// Header is a line of a server's answer.
type Header struct{ Name, Value string }

const (
	forEver    = "public, max-age=31536000, immutable"
	revalidate = "no-cache"
)

// anybody is the header that lets scripts of any page fetch a file.
var anybody = Header{"Access-Control-Allow-Origin", "*"}

// CacheControl returns how long a file may be kept; path is from the site's root.
func (s Site) CacheControl(path string) string {
	if s.Assets != "" && strings.HasPrefix(path, s.Assets) {
		return forEver
	}
	return revalidate
}

// Headers returns all that an answer with a file should say of it, besides what
// a server knows better (length, date, validators); path is from the site's root.
func (s Site) Headers(path string) []Header {
	headers := append([]Header{
		{"Content-Type", TypeOf(path)},
		{"Cache-Control", s.CacheControl(path)},
	}, s.security()...)
	if s.Open != "" && strings.HasPrefix(path, s.Open) {
		headers = append(headers, anybody)
	}
	return headers
}

// policy is the Content-Security-Policy: everything from the site itself,
// nothing inline, and no page of it inside another one's frame.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"font-src 'self'",
	"media-src 'self'",
	"connect-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
}, "; ")

// unusedPowers are the powers of a browser that no page needs.
var unusedPowers = strings.Join([]string{
	"camera=()", "display-capture=()", "geolocation=()", "gyroscope=()", "magnetometer=()", "microphone=()", "midi=()",
	"payment=()", "usb=()",
}, ", ")

// security returns the headers that go with every answer, errors too.
func (s Site) security() []Header {
	headers := []Header{
		{"Content-Security-Policy", policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", unusedPowers},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
	if s.Secure {
		// One year, and this host alone: the names below it may be other services of
		// the city, which are not ours to promise for.
		headers = append(headers, Header{"Strict-Transport-Security", "max-age=31536000"})
	}
	return headers
}

// HeadersFile returns the file _headers, which Netlify and Cloudflare read in the
// folder they serve. No header stands in two rules: what then happens differs.
// Both hosts have pages revalidated by themselves.
func (s Site) HeadersFile() []byte {
	var b strings.Builder
	b.WriteString(s.prefix() + "*\n")
	for _, h := range s.security() {
		b.WriteString("  " + h.Name + ": " + h.Value + "\n")
	}
	if s.Assets != "" {
		b.WriteString("\n" + s.prefix() + s.Assets + "*\n  Cache-Control: " + forEver + "\n")
	}
	if s.Open != "" {
		b.WriteString("\n" + s.prefix() + s.Open + "*\n  " + anybody.Name + ": " + anybody.Value + "\n")
	}
	return []byte(b.String())
}
