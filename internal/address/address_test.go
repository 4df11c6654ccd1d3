package address

import "testing"

// Addresses are escaped once, and stay below the base.
func FuzzEscapePath(f *testing.F) {
	for _, s := range []string{"", "berita/a b.jpg", "a?b#c", "é/中", "a%20b", "../x", "a//b", "a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range Escape(s) {
			if c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '"' || c == '<' || c == '>' {
				t.Errorf("Escape(%q) = %q", s, Escape(s))
			}
		}
	})
}
