package site

import (
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Whatever the word, a server or a bucket is read from it, or there is something to say.
func FuzzServers(f *testing.F) {
	for _, s := range []string{"", "a@host:22/~/x", "sftp://a@[::1]/x", "https://h/bucket/prefix", "2017", "https://a.b/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []records.Literal{new(SFTP), new(S3)} {
			if p := l.ReadLiteral(s); p != nil && (p.Severity() != diag.Error || p.Text(diag.English) == "" ||
				!strings.Contains(s, "%!") && strings.Contains(p.Text(diag.Indonesian), "%!")) {
				t.Errorf("%T of %q: %+v", l, s, p)
			}
		}
	})
}
