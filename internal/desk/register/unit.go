package register

import (
	"slices"
	"strings"

	"blandongan/internal/desk/reading"
)

// unitWords are how units are written behind a number.
var unitWords = map[string][]string{
	"jiwa": {"jiwa", "penduduk", "orang penduduk", "people", "residents", "inhabitants"},
	"km²":  {"km²", "km2", "km persegi", "kilometer persegi", "square kilometres", "square kilometers", "sq km"},
	"jiwa/km²": {
		"jiwa km²", "jiwa km2", "jiwa per km²", "jiwa per km2", "jiwa per km persegi", "jiwa per kilometer persegi",
		"people km²", "people km2", "people per km²", "people per square kilometre", "people per square kilometer",
	},
	"persen": {"persen"},
}

// IsIn says whether a number of a text is in the unit of the group.
func (g *Group) IsIn(t *reading.Passage, n reading.Number) bool {
	switch g.Unit {
	case "rupiah":
		return n.Money
	case "persen":
		return n.Percent
	}
	if n.Money || n.Percent || t.IsYear(n.First) && n.Last == n.First+1 || !t.Joined(n.Last) {
		return false
	}
	stands := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return reads(t, n.Last, w) })
	}
	if words := unitWords[g.Unit]; words != nil {
		return stands(words) && !(g.Unit == "jiwa" && stands(unitWords["jiwa/km²"]))
	}
	return reads(t, n.Last, g.Unit)
}

// reads says whether the words from i on are a unit in small letters, and no other is a part of it.
func reads(t *reading.Passage, i int, words string) bool {
	rest := ""
	for w := range strings.FieldsSeq(words) {
		low := t.Low(i)
		if low == "" {
			return false
		}
		rest = t.Text[t.Tokens[i].To:]
		if low == "km" && strings.HasPrefix(rest, "²") {
			low, rest = "km²", rest[len("²"):]
		}
		if low != w {
			return false
		}
		i++
	}
	return !strings.HasPrefix(rest, "/")
}
