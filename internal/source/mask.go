package source

import (
	"regexp"
	"slices"
	"strings"
)

// Masked stands in a text for what nobody may read. It is as long for a short
// secret as for a long one.
const Masked = "••••••••"

// Mask returns the text of a YAML file that is known to lie near secrets with
// everything masked that may be one, so that whoever parses, quotes or prints it
// cannot give any away: the values of all keys that s does not declare, what
// stands on lines without a key, and the password and the query of an address.
// Keys, values of declared keys, comments and line numbers stay. It reads lines,
// not YAML: what cannot be parsed is masked too.
//
// An unknown key without a value on its line stays alone: it is the name of an
// entry, unless it sounds like a secret (see IsSecret).
func Mask(text []byte, s *Shape) []byte {
	m := masker{shape: s, hidden: -1}
	lines := strings.Split(string(withoutBreaks(text)), "\n")
	for i, line := range lines {
		lines[i] = m.line(line)
	}
	return []byte(strings.Join(lines, "\n"))
}

type masker struct {
	shape *Shape
	// hidden is the depth of a key whose value goes on below it and is masked, -1
	// when there is none.
	hidden int
}

var (
	keyStart = regexp.MustCompile(`^\s*("[^"]*"|'[^']*'|[^\s:#"'{}\[\],][^:#"'{}\[\],]*)\s*:(?:\s+|$)`)
	noText   = regexp.MustCompile(`^\s*(#.*|---|\.\.\.|[\[\]{},\s]*)$`)
	// flowKey begins an entry within braces.
	flowKey     = regexp.MustCompile(`[{,]\s*("[^"]*"|'[^']*'|[^\s:#"'{}\[\],]+)\s*:\s+`)
	flowEnd     = regexp.MustCompile(`[\s},]*$`)
	quotedValue = regexp.MustCompile(`^("(\\.|[^"\\])*"|'([^']|\'\')*')`)
	// pathStart is how a path begins that nobody takes for a key's own text.
	pathStart = regexp.MustCompile(`^["']?(~|\.{0,2}/|[A-Za-z]:\\)`)
)

func (m *masker) line(line string) string {
	depth := len(line) - len(strings.TrimLeft(line, " \t"))
	switch {
	case strings.TrimSpace(line) == "":
		return line
	case m.hidden >= 0 && depth > m.hidden:
		return line[:depth] + Masked
	}
	m.hidden = -1
	found := keyStart.FindStringSubmatchIndex(line)
	switch {
	case found == nil && noText.MatchString(line):
		return line
	case found == nil:
		return line[:depth] + m.loose(line[depth:])
	}
	key, value := strings.Trim(line[found[2]:found[3]], `"' `), line[found[1]:]
	if strings.Contains(key, " ") && IsSecret(key) { // its colon was forgotten
		return line[:depth] + Masked
	}
	if value == "" && m.shape.inside(key) == nil && IsSecret(key) || value != "" && strings.ContainsRune("|>", rune(value[0])) {
		m.hidden = depth
	}
	return line[:found[1]] + m.value(key, value)
}

// loose masks a line that begins with no key, but for what follows a declared
// one whose blank was forgotten, or stands in braces.
func (m *masker) loose(text string) string {
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "}") || strings.HasPrefix(text, ",") {
		return m.flow(text)
	}
	if key, value, ok := strings.Cut(text, ":"); ok && m.shape.inside(strings.TrimLeft(key, "- ")) != nil {
		return key + ":" + m.one(strings.TrimLeft(key, "- "), value)
	}
	return Masked
}

func (m *masker) value(key, value string) string {
	switch {
	case value == "" || strings.HasPrefix(value, "#"):
		return value
	case strings.HasPrefix(value, "{"):
		return m.flow(value)
	case strings.ContainsRune("|>", rune(value[0])):
		return value[:1]
	}
	return m.one(key, value)
}

// one masks a single value. A comment behind it goes: people write what they need
// to remember there.
func (m *masker) one(key, value string) string {
	f := m.shape.inside(key)
	if quoted := quotedValue.FindString(value); quoted != "" {
		if rest := value[len(quoted):]; flowEnd.FindString(rest) != rest {
			value = quoted
		}
	} else if plain, _, ok := strings.Cut(value, " #"); ok {
		value = strings.TrimRight(plain, " \t")
	}
	switch {
	case f == nil || f.path && !pathStart.MatchString(value):
		return Masked
	case strings.Contains(value, ": ") || strings.Contains(value, "PRIVATE KEY"):
		return Masked
	}
	return maskAddress(value)
}

// flow masks the values within braces. A value ends where the next entry's key
// begins: no other comma is to be trusted.
func (m *masker) flow(text string) string {
	var b strings.Builder
	if i := strings.Index(text, "} #"); i >= 0 {
		text = text[:i+1]
	}
	at := 0
	starts := flowKey.FindAllStringSubmatchIndex(text, -1)
	switch {
	case noText.MatchString(text):
		return text
	case starts == nil:
		return Masked
	}
	for i, s := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		b.WriteString(text[at:s[1]])
		value := text[s[1]:end]
		tail := flowEnd.FindString(value)
		value, at = value[:len(value)-len(tail)], end
		if value != "" && value != "{" {
			value = m.one(strings.Trim(text[s[2]:s[3]], `"'`), value)
		}
		b.WriteString(value + tail)
	}
	return b.String() + text[at:]
}

var (
	// loginStart is what may stand before the name of who logs in.
	loginStart = regexp.MustCompile(`^["']?(?:[a-z0-9]+://)?`)
	port       = regexp.MustCompile(`^\d{1,5}(/|$)`)
)

// maskAddress masks the password and the query of an address.
func maskAddress(value string) string {
	from := len(loginStart.FindString(value))
	web := strings.Contains(value[:from], "http") // its names are keys too, and a path may hold an @
	if host, _, _ := strings.Cut(value[from:], "/"); web && strings.Contains(host, "@") {
		value = value[:from] + Masked + value[strings.LastIndexByte(value, '@'):]
	}
	colon := strings.IndexAny(value[from:], ":/@")
	at := strings.LastIndexByte(value, '@')
	if colon >= 0 && value[from+colon] == ':' && at > from+colon && !port.MatchString(value[from+colon+1:]) {
		value = value[:from+colon+1] + Masked + value[at:]
	}
	if address, _, ok := strings.Cut(value, "?"); ok && from > 1 {
		quote := strings.TrimLeft(value[:1], "abcdefghijklmnopqrstuvwxyz")
		return address + "?" + Masked + quote
	}
	return value
}

// secretWords are what the name of a key that holds a secret is made of, in the
// languages of our editors.
var secretWords = []string{"pass", "pwd", "secret", "token", "accesskey", "apikey", "privatekey", "credential", "sandi", "rahasia"}

// IsSecret says whether a key's name is one of something that only its owner may
// know.
func IsSecret(key string) bool {
	key = strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(key))
	return slices.ContainsFunc(secretWords, func(w string) bool { return strings.Contains(key, w) })
}

// inside returns the field that a key is declared as, here or further in; nil when
// there is none.
func (s *Shape) inside(key string) *field {
	if f := s.field(key); f != nil {
		return f
	}
	for i := range s.fields {
		if inner := s.fields[i].inner; inner != nil {
			if f := inner.inside(key); f != nil {
				return f
			}
		}
	}
	return nil
}
