package words_test

import (
	"os"
	"strings"
	"testing"

	"blandongan/internal/search/words"
)

// family is a root and words that are made of it by the grammar's own rules, which are
// spelt here the other way round than the stemmer reads them.
type family struct {
	root  string
	words []string
}

func families(t testing.TB) (all []family) {
	t.Helper()
	text, err := os.ReadFile("testdata/families.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); f[0] != "#" {
			all = append(all, family{f[0], grown(f[0], strings.Join(f[1:], ""))})
		}
	}
	return all
}

// grown makes the words that codes ask for; families.txt says what they mean.
func grown(r, codes string) []string {
	all := []string{r + "nya"}
	for _, code := range codes {
		switch me, pe, per := nasal("me", r), nasal("pe", r), closed("per", r); code {
		case 'm':
			all = append(all, me, "di"+r)
		case 'k':
			all = append(all, me+"kan", "di"+r+"kan")
		case 'i':
			if !strings.HasSuffix(r, "i") {
				all = append(all, me+"i", "di"+r+"i")
			}
		case 'b':
			all = append(all, closed("ber", r))
		case 't':
			all = append(all, closed("ter", r))
		case 'p':
			all = append(all, pe)
		case 'P':
			all = append(all, pe+"an")
		case 'q':
			all = append(all, "pe"+r)
		case 'K':
			all = append(all, "ke"+r+"an")
		case 'A':
			all = append(all, r+"an")
		case 'R':
			all = append(all, per+"an")
		case 'B':
			all = append(all, closed("ber", r)+"an")
		case 'S':
			all = append(all, "se"+r)
		case 'x':
			all = append(all, "mem"+per+"kan", "di"+per+"kan")
		case 'y':
			all = append(all, "mem"+per, "di"+per)
		case 'z':
			all = append(all, "mem"+per+"i", "di"+per+"i")
		}
	}
	return all
}

// nasal puts me- or pe- before a root as it is said: p, t, k and s get lost.
func nasal(prefix, r string) string {
	rest := r[1:]
	vowel := strings.ContainsAny(rest[:1], "aiueo")
	switch c := r[0]; {
	case len(strings.Map(vowels, r)) == 1:
		return prefix + "nge" + r
	case strings.IndexByte("aiueogh", c) >= 0 || r[:2] == "kh":
		return prefix + "ng" + r
	case c == 'k' && (vowel || rest[0] == 'w'):
		return prefix + "ng" + rest
	case c == 'k':
		return prefix + "ng" + r
	case c == 't' && vowel:
		return prefix + "n" + rest
	case c == 'p' && vowel:
		return prefix + "m" + rest
	case c == 's' && vowel:
		return prefix + "ny" + rest
	case strings.IndexByte("tdcjzs", c) >= 0:
		return prefix + "n" + r
	case strings.IndexByte("pbfv", c) >= 0:
		return prefix + "m" + r
	}
	return prefix + r
}

// vowels maps all others away.
func vowels(r rune) rune {
	if strings.ContainsRune("aiueo", r) {
		return r
	}
	return -1
}

// closed puts ber-, ter- or per- before a root: two r become one.
func closed(prefix, r string) string {
	if r[0] == 'r' {
		return prefix[:len(prefix)-1] + r
	}
	return prefix + r
}

// The words of a root meet, and no two roots do, but where the words themselves are the same.
func TestFamilies(t *testing.T) {
	l := words.For("id")
	all, wrong := 0, 0
	owner := map[string]string{}
	for _, f := range families(t) {
		root := l.Stem(f.root)
		if other, taken := owner[root]; taken {
			t.Logf("%s and %s meet as %s", f.root, other, root)
			wrong++
		}
		owner[root] = f.root
		for _, word := range f.words {
			all++
			if got := l.Stem(word); got != root {
				t.Logf("%s: %s is %s, not %s", f.root, word, got, root)
				wrong++
			}
		}
	}
	t.Logf("%d of %d wrong", wrong, all)
	if all < 8000 || wrong*100 > 2*all {
		t.Errorf("%d of %d wrong, more than two in a hundred", wrong, all)
	}
}
