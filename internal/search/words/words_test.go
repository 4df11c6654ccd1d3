package words_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/search/words"
)

func TestWords(t *testing.T) {
	l := words.For("id")
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Wali Kota, Pamulang!", "wali kota pamulang"},
		{"Kode 36.74.07.1001; pos 15314.", "kode 3674071001 pos 15314"},
		{"e-KTP anak-anak anak-anaknya", "e ktp ektp anak anak anak anaknya"},
		{"kehati-hatian setinggi-tingginya", "kehati hatian kehatian setinggi tingginya setingginya"},
		{"Jum’at, Jum'at; city's 'kutip'", "jumat jumat city s kutip"},
		{"São Paulo, ca\u0301fe, ÆRØ, İzmir", "sao paulo cafe aero izmir"},
		{"a-b-c 2024-05-12 - -x y-", "a b c 2024 05 12 x y"},
		{"\xff\xfeabc\xffd 東京", "abc d 東京"},
	} {
		var got []string
		for w := range l.Words(c.text) {
			got = append(got, w.Text)
			if w.Start < 0 || w.End > len(c.text) || w.Start >= w.End {
				t.Errorf("%q: %+v", c.text, w)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}

// A cutter yields what Words, IsStop and Stem yield.
func TestCutter(t *testing.T) {
	l := words.For("id")
	c := l.Cutter()
	for _, text := range []string{"Kunjungan ke kelurahan dan kecamatan", "berkunjung-kunjung yang", "Kunjungan"} {
		var got, want []string
		c.Cut(text, func(stem int) { got = append(got, c.Stems()[stem]) })
		for w := range l.Words(text) {
			if !l.IsStop(w.Text) {
				want = append(want, l.Stem(w.Text))
			}
		}
		if !slices.Equal(got, want) || len(got) == 0 {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"pamulang", "pamulang", true}, {"pamulang", "pamulamg", true}, {"pamulang", "pamulan", true},
		{"pamulang", "pammulang", true}, {"pamulang", "pamualng", true}, {"pamulang", "amulang", true},
		{"pamulang", "pamulnga", false}, {"pamulang", "pondok", false}, {"pamulang", "pamulangan", false},
		{"abc", "abd", false}, {"abc", "abc", true},
		{"abcd", "abce", true}, {"abcd", "badc", false}, {"aaaa", "aaaaa", true},
		{"abcd", "acxd", false},
	} {
		if words.Near(c.a, c.b) != c.want || words.Near(c.b, c.a) != c.want {
			t.Errorf("%s, %s: not %v", c.a, c.b, c.want)
		}
	}
}

func ExampleLanguage_Stem() {
	l := words.For("id")
	for _, word := range strings.Fields("kunjungan mengunjungi dikunjungi berkunjung pengunjung") {
		fmt.Print(l.Stem(word), " ")
	}
	// Output: kunjung kunjung kunjung kunjung kunjung
}
