package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site"
)

// group are indicators of one thing, by whatever they count it: the census and the registry both
// count people. What prose says of the thing may be any of them.
type group struct {
	unit       string              // jiwa, km², rupiah
	terms      map[string][]string // what it is called, by its first word; in small letters
	indicators []*site.Indicator
	scale      float64            // of the unit: figures in billions of rupiah have 1e9
	known      map[string][]known // by kecamatan, "" for the city
}

// known is a figure that the data have.
type known struct {
	*site.Figure
	indicator *site.Indicator
	value     float64 // in whole units
}

// qualifiers come before what an indicator counts, and restrict it or tell how.
var qualifiers = prose.SetOf(`jumlah target realisasi rata-rata nilai perkiraan total banyaknya persentase angka
average number of estimated total value`)

// restrictions begin what an indicator's name says beyond what it counts.
var restrictions = prose.SetOf(`menurut pertengahan setahun per yang hasil hitungan definitif sementara tahun
triwulan semester according by in from computed estimate target`)

// termsOf returns what the thing is called that an indicator counts: "target pendapatan asli daerah
// (PAD)" is "pendapatan asli daerah" and "pad".
func termsOf(name string) (terms []string) {
	head, rest, _ := strings.Cut(name, "(")
	words := strings.Fields(strings.ToLower(head))
	for len(words) > 1 && qualifiers[words[0]] {
		words = words[1:]
	}
	for i, w := range words {
		if i > 0 && restrictions[w] {
			words = words[:i]
			break
		}
	}
	if len(words) > 0 {
		terms = append(terms, strings.Join(words, " "))
	}
	if short, _, ok := strings.Cut(rest, ")"); ok && len(short) > 1 && strings.ToUpper(short) == short &&
		!strings.Contains(short, " ") {
		terms = append(terms, strings.ToLower(short))
	}
	return terms
}

// unitOf returns the unit of an indicator, and by how much its figures are to be multiplied.
func unitOf(i *site.Indicator) (unit string, scale float64) {
	unit, scale = strings.ToLower(i.Unit.In("id", "id")), 1
	if first, rest, ok := strings.Cut(unit, " "); ok && reading.Scales[first] > 0 {
		return rest, reading.Scales[first]
	}
	if unit == "%" {
		unit = "persen"
	}
	return unit, scale
}

// groupsOf puts indicators together that share a name and a unit, with the figures of each place.
func groupsOf(f *site.Facts) (groups []*group) {
	ids := make([]string, 0, len(f.Indicators))
	for id := range f.Indicators {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	of := map[string]*group{}
	for _, id := range ids {
		i := f.Indicators[id]
		if i.Format == "year" {
			continue
		}
		var terms []string
		for _, name := range i.Name.All() {
			terms = append(terms, termsOf(name)...)
		}
		unit, scale := unitOf(&i)
		var g *group
		for _, term := range terms {
			if x := of[unit+" "+term]; x != nil {
				g = x
			}
		}
		if g == nil {
			g = &group{unit: unit, scale: scale, terms: map[string][]string{}, known: map[string][]known{}}
			groups = append(groups, g)
		}
		for _, term := range terms {
			of[unit+" "+term] = g
			first, _, _ := strings.Cut(term, " ")
			if !slices.Contains(g.terms[first], term) {
				g.terms[first] = append(g.terms[first], term)
			}
		}
		g.indicators = append(g.indicators, &i)
	}
	for _, g := range groups {
		g.gather(f)
	}
	return groups
}

// gather takes the figures of the group's indicators.
func (g *group) gather(f *site.Facts) {
	add := func(id string, list []site.Figure) {
		for i := range list {
			x := &list[i]
			at := slices.IndexFunc(g.indicators, func(i *site.Indicator) bool { return i.ID == x.Indicator })
			if at < 0 || x.Value == nil || x.Misread("value") || x.Misread("period") {
				continue
			}
			_, scale := unitOf(g.indicators[at])
			g.known[id] = append(g.known[id], known{x, g.indicators[at], *x.Value * scale})
		}
	}
	add("", f.City.Figures)
	for i := range f.Kecamatan {
		add(f.Kecamatan[i].ID, f.Kecamatan[i].Figures)
	}
}

// counts says whether the group counts what the site lists: kecamatan, kelurahan.
func (g *group) counts() bool {
	return slices.ContainsFunc(g.indicators, func(i *site.Indicator) bool { return i.Counts != "" })
}
