package diag

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag/sentences"
)

// texts are all sentences of the room, by name.
func texts() map[string]sentences.Text {
	all := map[string]sentences.Text{}
	for _, code := range Codes() {
		all["problem "+string(code)] = sentences.Of(code).Text
	}
	for code, h := range sentences.Hints {
		all["hint "+string(code)] = h
	}
	for word, v := range sentences.Vocabulary {
		all["word "+string(word)] = v
	}
	return all
}

// verb is a place for a value: %s, %q, %[2]d.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z])`)

// verbs lists what a sentence takes, by argument: "1q", "2s".
func verbs(s string) []string {
	var list []string
	for i, m := range verb.FindAllStringSubmatch(s, -1) {
		n := m[1]
		if n == "" {
			n = fmt.Sprint(i + 1)
		}
		list = append(list, n+m[2])
	}
	slices.Sort(list)
	return list
}

func TestSentences(t *testing.T) {
	for _, code := range Codes() {
		if x := Form(code, Indonesian) + Form(code, English); strings.Contains(x, "%%") {
			t.Errorf("%s is shown as it is written: %q", code, x)
		}
	}
	for name, x := range texts() {
		if !slices.Equal(verbs(x.ID), verbs(x.EN)) {
			t.Errorf("%s: values differ: %v, %v", name, verbs(x.ID), verbs(x.EN))
		}
		for _, s := range []string{x.ID, x.EN} {
			if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) {
				t.Errorf("%s: empty, or blanks around it: %q", name, s)
			}
			if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") {
				t.Errorf("%s: ends in a full stop: %q", name, s)
			}
			if capital.MatchString(s) && !proper(name) {
				t.Errorf("%s: begins with a capital: %q", name, s)
			}
		}
	}
}

// capital begins a word that is not all capitals, as HTML is.
var capital = regexp.MustCompile(`^\p{Lu}(\p{Ll}|$)`)

// proper names are written large, among them English weekdays in Indonesian too.
func proper(name string) bool { return strings.HasPrefix(name, "word weekday-") }

func TestEveryProblemHasASeverity(t *testing.T) {
	codes := Codes()
	if len(codes) != len(sentences.Catalogue)+len(sentences.Rules) || !slices.IsSorted(codes) {
		t.Errorf("%d codes of %d, sorted %v", len(codes), len(sentences.Catalogue), slices.IsSorted(codes))
	}
	for _, code := range codes {
		if s := At(Place{}, code).Severity(); s != Error && (s != Warning && s != Note || s == Note && !IsRule(code)) {
			t.Errorf("%s has no severity", code)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for tag, want := range map[string]Language{
		"id": Indonesian, "id-ID": Indonesian, "ID": Indonesian, "en": English, "en-GB": English, "": English,
		"ido": English,
	} {
		if got := LanguageOf(tag); got != want {
			t.Errorf("LanguageOf(%q) = %s", tag, got)
		}
	}
}

func TestText(t *testing.T) {
	long := strings.Repeat("é", longest+1)
	for _, c := range []struct {
		problem  Problem
		id, en   string
		advice   string
		language Language
	}{
		{At(Place{}, "wrong-type", "tags", Word("list"), Word("map")),
			`"tags" harus berupa daftar, bukan kunci dan nilai`, `"tags" must be a list, not keys with values`,
			"", English},
		{At(Place{}, "value-not-allowed", "status", "jalan").WithHint("did-you-mean", "trial"),
			`"jalan" bukan nilai yang dikenal untuk "status"`, `"jalan" is not a known value of "status"`,
			`did you mean "trial"?`, English},
		{At(Place{}, "weekday-mismatch", Word("weekday-4"), "2024-05-06").
			WithHint("weekday-choices", "2024-05-06", Word("weekday-1"), Word("weekday-4"), "2024-05-09"),
			"2024-05-06 bukan hari Kamis", "2024-05-06 is not a Thursday",
			"2024-05-06 adalah hari Senin; hari Kamis terdekat adalah 2024-05-09", Indonesian},
		{At(Place{}, "bad-number", long),
			`"` + strings.Repeat("é", longest) + `…" bukan angka`, `"` + strings.Repeat("é", longest) +
				`…" is not a number`, "", English},
		{At(Place{}, "image-alt"), "gambar ini tanpa teks pengganti", "this image has no alternative text",
			"", English},
	} {
		if got := c.problem.Text(Indonesian); got != c.id {
			t.Errorf("%s: %s, want %s", c.problem.Code, got, c.id)
		}
		if got := c.problem.Text(English); got != c.en {
			t.Errorf("%s: %s, want %s", c.problem.Code, got, c.en)
		}
		if got := c.problem.Advice(c.language); got != c.advice {
			t.Errorf("%s: advice %q, want %q", c.problem.Code, got, c.advice)
		}
	}
}
