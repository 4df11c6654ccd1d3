package register

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// tooFar is by which part money is less than the least on record, or more than the most, to be another sum.
const tooFar = 0.5

// Group are indicators of one thing, by whatever they count it: the census and the registry both
// count people. What prose says of the thing may be any of them.
type Group struct {
	Unit  string              // jiwa, km², rupiah
	Terms map[string][]string // what it is called, by its first word; in small letters

	counts bool
	number string             // its own
	known  map[string][]Known // by kecamatan, "" for the city
}

// Known is a figure that the data have, as a plain value.
type Known struct {
	Indicator string // "" of what the site's lists count
	Period    value.Period
	Amount    float64 // in whole units
	Source    string  // the name of where it is from
}

// sourceOf names where a figure is from.
func sourceOf(f *site.Facts, x *site.Figure) string {
	if len(x.Source) == 0 {
		return f.Indicators[x.Indicator].Name.In("id", f.Main.String())
	}
	s := f.Sources[x.Source[0]]
	return cmp.Or(s.Short, s.Publisher, x.Source[0])
}

// qualifiers come before what an indicator counts, and restrict it or tell how.
var qualifiers = prose.SetOf(`jumlah target realisasi rata-rata nilai perkiraan total banyaknya persentase angka
average number of estimated total value`)

// restrictions begin what an indicator's name says beyond what it counts.
var restrictions = prose.SetOf(`menurut pertengahan setahun per yang hasil hitungan definitif sementara tahun
triwulan semester according by in from computed estimate target`)

// Narrower are what makes of the whole only a part, or another thing: so many people of an age.
var Narrower = prose.SetOf(`miskin lansia terdampak usia berusia pemilih laki-laki perempuan bertambah
pertambahan berkurang turun naik kenaikan penurunan meningkat tumbuh pertumbuhan selisih lahir meninggal pendatang
balita anak pekerja bekerja penerima pengungsi mengungsi penganggur pengangguran keluarga kk korban tewas luka
rata-rata per tiap setiap sisa sisanya tambahan kurang bukan pernah semula dahulu dulu sebelum sebelumnya proyeksi
diproyeksikan rencana bantuan target-nya kelurahan desa rw rt pulau jawa indonesia dunia nasional provinsi poor
elderly children aged increase decrease rose fell grew`)

// shorter are other names of what is counted, beside the name of a place.
var shorter = map[string]string{"luas wilayah": "luas", "kepadatan penduduk": "kepadatan"}

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
		term := strings.Join(words, " ")
		if terms = append(terms, term); shorter[term] != "" {
			terms = append(terms, shorter[term])
		}
	}
	if short, _, ok := strings.Cut(rest, ")"); ok && len(short) > 1 && strings.ToUpper(short) == short &&
		!strings.Contains(short, " ") {
		terms = append(terms, strings.ToLower(short))
	}
	return terms
}

// UnitOf returns the unit of an indicator, and by how much its figures are to be multiplied.
func UnitOf(i *Indicator) (unit string, scale float64) {
	unit, scale = strings.ToLower(i.Unit), 1
	if first, rest, ok := strings.Cut(unit, " "); ok && reading.Scales[first] > 0 {
		return rest, reading.Scales[first]
	}
	if unit == "%" {
		unit = "persen"
	}
	return unit, scale
}

// groupsOf puts indicators together that share a name and a unit. by tells the group of each.
func groupsOf(f *Facts) (groups []*Group, by map[string]*Group) {
	of := map[string]*Group{}
	by = map[string]*Group{}
	for n := range f.Indicators {
		i := &f.Indicators[n]
		if i.Format == "year" {
			continue
		}
		var terms []string
		for _, name := range i.Name.All() {
			terms = append(terms, termsOf(name)...)
		}
		unit, _ := UnitOf(i)
		var g *Group
		for _, term := range terms {
			if x := of[unit+" "+term]; x != nil {
				g = x
			}
		}
		if g == nil {
			g = &Group{Unit: unit, Terms: map[string][]string{}, known: map[string][]Known{}}
			groups = append(groups, g)
		}
		for _, term := range terms {
			of[unit+" "+term] = g
			first, _, _ := strings.Cut(term, " ")
			if !slices.Contains(g.Terms[first], term) {
				g.Terms[first] = append(g.Terms[first], term)
			}
		}
		g.counts = g.counts || i.Counts != ""
		by[i.ID] = g
	}
	return groups, by
}

// gather takes the figures of all groups, each once.
func gather(own *Facts, f *site.Facts, by map[string]*Group) {
	scales := map[string]float64{}
	for i := range own.Indicators {
		_, scales[own.Indicators[i].ID] = UnitOf(&own.Indicators[i])
	}
	add := func(id string, list []site.Figure) {
		for i := range list {
			x := &list[i]
			if g := by[x.Indicator]; g != nil && x.Value != nil && !x.Misread("value") && !x.Misread("period") {
				k := Known{x.Indicator, x.Period, *x.Value * scales[x.Indicator], sourceOf(f, x)}
				g.known[id] = append(g.known[id], k)
			}
		}
	}
	add("", f.City.Figures)
	for i := range f.Kecamatan {
		add(f.Kecamatan[i].ID, f.Kecamatan[i].Figures)
	}
}

// Counts says whether the group counts what the site lists: kecamatan, kelurahan.
func (g *Group) Counts() bool { return g.counts }

// IsExact says whether the figures of the group are the same for all who tell them of one year.
// Money is not: it is planned, changed and counted up; nor are shares, of one thing or another.
func (g *Group) IsExact() bool { return g.Unit == "jiwa" || g.Unit == "km²" }

// OfYear are the figures that are of a year and of no other.
func OfYear(list []Known, year int) (of []Known) {
	for _, k := range list {
		if first, last := k.Period.Bounds(); year != 0 && value.YearOf(first) == year && value.YearOf(last) == year {
			of = append(of, k)
		}
	}
	return of
}

// Nearest returns the figure that is nearest to a number; of two, the newer.
func Nearest(list []Known, v float64) Known {
	return slices.MinFunc(list, func(a, b Known) int {
		return cmp.Or(cmp.Compare(math.Abs(a.Amount-v), math.Abs(b.Amount-v)), -CompareEnds(a, b))
	})
}

// CompareEnds puts figures in the order in which their periods end.
func CompareEnds(a, b Known) int {
	_, x := a.Period.Bounds()
	_, y := b.Period.Bounds()
	return cmp.Compare(x, y)
}

// IsFarMoney says whether a sum is far from all on record.
func IsFarMoney(list []Known, v float64) bool {
	return !slices.ContainsFunc(list, func(k Known) bool { return v > k.Amount*tooFar && v < k.Amount/tooFar })
}

// IsNearYear says whether a year is within those of the figures, or so near that they still tell of
// it. Money is another sum each year.
func IsNearYear(list []Known, year int, unit string) bool {
	near := 2
	if unit == "rupiah" {
		near = 1
	}
	return slices.ContainsFunc(list, func(k Known) bool {
		first, last := k.Period.Bounds()
		return year >= value.YearOf(first)-near && year <= value.YearOf(last)+near
	})
}
