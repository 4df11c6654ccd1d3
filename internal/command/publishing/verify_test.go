package publishing

import (
	"strings"
	"testing"

	"github.com/urfave/cli/v3"

	"blandongan/internal/command"
	"blandongan/internal/lang"
	"blandongan/internal/publish/verify"
)

// Headers that a web server does not say are one line, with what to do.
func TestHeadersAreOneLine(t *testing.T) {
	var unsaid []verify.Unsaid
	for _, name := range []string{"Cache-Control", "Cache-Control", "Content-Security-Policy", "Referrer-Policy",
		"X-Content-Type-Options"} {
		unsaid = append(unsaid, verify.Unsaid{Header: verify.Header{Name: name, Value: strings.Repeat("x", 200)},
			URL: "https://contoh.example/"})
	}
	for l, want := range map[lang.Language]string{
		lang.Indonesian: "5 header yang dianjurkan (Cache-Control, Content-Security-Policy, Referrer-Policy, …); " +
			"publish --write-config nginx",
		lang.English: "5 of the headers that it should (Cache-Control, Content-Security-Policy, Referrer-Policy, " +
			"…); publish --write-config nginx",
	} {
		var out strings.Builder
		p := &publication{c: &cli.Command{}, out: &command.Output{To: &out}, say: lang.Command.For(l)}
		p.printHeaders(unsaid)
		if got := out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, want) {
			t.Errorf("%q", got)
		}
		out.Reset()
		p.printHeaders(nil)
		if out.String() != "" {
			t.Errorf("of none: %q", out.String())
		}
	}
}
