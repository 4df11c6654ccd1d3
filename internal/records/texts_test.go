package records

import "testing"

func TestTexts(t *testing.T) {
	shape := ShapeOfTexts([]string{"home", "in use", "map"}, Words{Keys: map[string][]string{"beranda": {"home"}}})
	for text, want := range map[string]struct{ problems, home, inUse string }{
		"home: Depan\nin use: {id: dipakai, en: used}\n": {"", "Depan", "dipakai"},
		"home:\nmap: \"\"\n": {
			"data/x.yaml:1:6 empty-value, data/x.yaml:2:6 empty-value", "", ""},
		"in use: {id: dipakai, en: }\n":        {"data/x.yaml:1:27 wrong-type", "", ""},
		"Beranda: Depan\nin use: x\n":          {"data/x.yaml:1:1 unknown-key", "", "x"},
		"homes: Depan\n":                       {"data/x.yaml:1:1 unknown-key", "", ""},
		"home: [a, b]\nin use: dipakai\n":      {"data/x.yaml:1:7 wrong-type", "", "dipakai"},
		"home: …\n":                            {"data/x.yaml:1:7 unfilled", "", ""},
		"home: Depan\nhome: Muka\nin use: x\n": {"data/x.yaml:2:1 duplicate-key", "", ""},
	} {
		r, problems := Parse("data/x.yaml", []byte(text), nil)
		var v struct{ Texts }
		_, more := r.Decode(shape, &v)
		if got := placesOf(append(problems, more...)); got != want.problems {
			t.Errorf("%q: %s, want %s", text, got, want.problems)
		}
		if home, inUse := v.ByKey["home"].In("id", "id"),
			v.ByKey["in use"].In("id", "id"); home != want.home || inUse != want.inUse {
			t.Errorf("%q: %q and %q", text, home, inUse)
		}
	}
}
