package ordinary

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// same holds what is read against what the library reads.
func same(t *testing.T, text string) (ordinary bool) {
	t.Helper()
	got := Read([]byte(text))
	if got == nil {
		return false
	}
	var want yaml.Node
	if err := yaml.Unmarshal([]byte(text), &want); err != nil {
		t.Errorf("%q is read, but by the library: %v", text, err)
	} else if !reflect.DeepEqual(got, &want) {
		t.Errorf("%q is read otherwise than by the library", text)
	}
	return true
}

// What articles have is ordinary, and what is not is left to the library.
func TestOrdinary(t *testing.T) {
	for text, want := range map[string]bool{
		"title: Air\ndate: 2024-05-01\n":                            true,
		"title: \"Air: \u201cbersih\u201d\"\nauthor: Tim\n":         true,
		"date: 2024-05-01T08:00:00+07:00\ntags: [air, tata kelola]": true,
		"title: Pukul 8.30: mulai\nkind: news\n":                    false,
		"title: Pukul 8:30, 10% é\nkecamatan: []\n":                 true,
		"title: null\nkind: news\n":                                 false,
		"title: 12 orang\nkind: news\n":                             false,
		"title: Air # bersih\nkind: news\n":                         false,
		"title: Air\n  bersih\n":                                    false,
		"title: Air\n\nkind: news\n":                                false,
		"title:\nkind: news\n":                                      false,
		"title: Air \nkind: news\n":                                 false,
		"title: Air\r\nkind: news\r\n":                              false,
		"tags: [air,bersih]\nkind: news\n":                          false,
		"tags: [true]\nkind: news\n":                                false,
		"title: \"a\\nb\"\nkind: news\n":                            false,
		"title: Air":                                                false,
		"":                                                          false,
	} {
		if got := same(t, text); got != want {
			t.Errorf("%q is ordinary: %v", text, got)
		}
	}
}

// Whatever stands there, it is read as the library reads it, or not at all.
func TestAsLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Split(`title|date|tags|true|null|y|no|: |:|[|]|, |,|-|"|'|\|#| #| |  |a|b.c|é|`+
		"\u00a0|\u2028|\u0085|\ufeff|"+`2024|-05|-01|T08:00:00|+07:00|Z|.5|12|1e3|0x1f|&a|*a|!x|%|@|{|}|?|>|~|<<|=|_`+
		"|\t|\r", "|")
	word := func(b *strings.Builder, most int) {
		for range random.IntN(most + 1) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
	}
	ordinary := 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.IntN(3) {
			b.WriteString([]string{"title: ", "date: ", "tags: [", "x: \"", ""}[random.IntN(5)])
			word(&b, 5)
			b.WriteString([]string{"", "", "]", `"`}[random.IntN(4)] + "\n")
		}
		if same(t, b.String()) {
			ordinary++
		}
		if t.Failed() {
			return
		}
	}
	if ordinary < 5000 {
		t.Errorf("%d texts were ordinary: too few to tell", ordinary)
	}
}

func FuzzAsLibrary(f *testing.F) {
	f.Add("title: Air\ndate: 2024-05-01\ntags: [a, b c]\n")
	f.Add("title: \"Air\"\ndate: 2024-05-01T08:00:00+07:00\n")
	f.Fuzz(func(t *testing.T, text string) { same(t, text) })
}
