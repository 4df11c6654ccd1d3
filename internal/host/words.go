package host

import "strings"

// What templates write of a kind and a move.

// Either is its endings as part of a pattern.
func (k kind) Either() string { return strings.Join(k.Endings(), "|") }

// IsText says that its files are worth compressing.
func (k kind) IsText() bool { return k.form != binary }

// HasCharset says that the type must say how the text is written.
func (k kind) HasCharset() bool { return k.form == charset }

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
