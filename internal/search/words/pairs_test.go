package words_test

import (
	"os"
	"strings"
	"testing"

	"blandongan/internal/search/words"
)

// Words that belong together have one stem, others have not: nearly always. What no rule
// can know is printed under -v.
func TestPairs(t *testing.T) {
	for _, name := range []string{"pairs", "unseen"} {
		t.Run(name, func(t *testing.T) { pairs(t, "testdata/"+name+".txt") })
	}
}

func pairs(t *testing.T, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var l *words.Language
	right, all := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0 || f[0] == "#":
			continue
		case len(f) == 1:
			l = words.For(strings.Trim(f[0], "[]"))
			continue
		}
		first := stem(l, f[1])
		for _, word := range f[2:] {
			other := stem(l, word)
			all[f[0]]++
			if (first == other) == (f[0] == "=") {
				right[f[0]]++
			} else {
				t.Logf("%s %s %s: %s, %s", f[0], f[1], word, first, other)
			}
		}
	}
	for _, kind := range []string{"=", "!"} {
		t.Logf("%q: %d of %d right", kind, right[kind], all[kind])
		if all[kind] < 400 || right[kind]*100 < all[kind]*97 {
			t.Errorf("%q: %d of %d right, that is below 97 in 100 or less than 400", kind, right[kind], all[kind])
		}
	}
}

// stem is that of the last word found: of a pair with a hyphen, what it is as one.
func stem(l *words.Language, text string) (stem string) {
	for w := range l.Words(text) {
		stem = l.Stem(w.Text)
	}
	return stem
}
