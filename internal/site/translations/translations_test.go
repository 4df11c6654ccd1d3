package translations

import (
	"strings"
	"testing"
)

func TestPerCent(t *testing.T) {
	for _, c := range []struct{ texts, finished, want int }{
		{0, 0, 100}, {3, 0, 0}, {3, 1, 33}, {1000, 999, 99}, {1000, 1000, 100},
	} {
		if got := (Share{"", c.texts, c.finished}).PerCent(); got != c.want {
			t.Errorf("%d of %d are %d per cent, not %d", c.finished, c.texts, got, c.want)
		}
	}
}

func TestBeginning(t *testing.T) {
	long := strings.Repeat("kata ", 20)
	for text, want := range map[string]string{
		"": "", " Keran \n umum ": "Keran umum", long: strings.TrimSpace(strings.Repeat("kata ", 12)) + " …",
		strings.Repeat("é", 60): strings.Repeat("é", 60), strings.Repeat("x", 99): strings.Repeat("x", 99),
		strings.Repeat("x", 60) + " y": strings.Repeat("x", 60) + " …",
	} {
		if got := beginning(text); got != want {
			t.Errorf("%q begins %q, not %q", text, got, want)
		}
	}
}
