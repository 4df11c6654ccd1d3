package reference

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

// figures holds numbers beside the name of what an indicator counts against the figures on record.
// Only news and pages are looked at: data have their figures by themselves.
func (t *text) figures() {
	if t.doc.Kind != site.KindNews && t.doc.Kind != site.KindPage || len(t.groups) == 0 {
		return
	}
	numbers := t.Numbers()
	for i, n := range numbers {
		for _, g := range t.groups {
			if g.is(t, n) && t.figure(g, n, numbers[:i]) {
				break
			}
		}
	}
}

// unitWords are how units are written behind a number.
var unitWords = map[string][]string{
	"jiwa":   {"jiwa", "penduduk", "orang penduduk", "people", "residents", "inhabitants"},
	"km²":    {"km²", "km2", "km persegi", "kilometer persegi", "square kilometres", "square kilometers", "sq km"},
	"persen": {"persen"},
}

// is says whether a number is in the unit of the group.
func (g *group) is(t *text, n reading.Number) bool {
	switch g.unit {
	case "rupiah":
		return n.Money
	case "persen":
		return n.Percent
	}
	if n.Money || n.Percent || t.IsYear(n.First) && n.Last == n.First+1 {
		return false
	}
	words := unitWords[g.unit]
	if words == nil {
		words = []string{g.unit}
	}
	return slices.ContainsFunc(words, func(w string) bool { return t.Joined(n.Last) && t.reads(n.Last, w) })
}

// reads says whether the words from i on are some words in small letters.
func (t *text) reads(i int, words string) bool {
	for w := range strings.FieldsSeq(words) {
		low := t.Low(i)
		if low == "km" && w == "km²" && strings.HasPrefix(t.Text[t.Tokens[i].To:], "²") {
			low = w
		}
		if low != w {
			return false
		}
		i++
	}
	return true
}

// widest is how many words may stand between the name of what is counted and its number.
const widest = 8

// figure looks at one number; it returns whether it is one of the group's.
func (t *text) figure(g *group, n reading.Number, before []reading.Number) bool {
	s := t.Of(n.First)
	at, term := t.term(g, n, s)
	if term == "" {
		return false
	}
	for i := len(before) - 1; i >= 0 && before[i].First > at; i-- { // it is what the name belongs to
		if g.is(t, before[i]) {
			return false
		}
	}
	if g.counts() && !t.isWhole(n) ||
		!g.counts() && (t.Has(t.around(n, s), narrower) || !t.isOfWhole(g, at, n, s)) {
		return true
	}
	id, ours := t.place(g, n, s)
	if !ours {
		return true
	}
	if list := g.known[id]; len(list) > 0 && !t.isClaimed(n) {
		t.against(g, list, n, s)
	}
	return true
}

// around are the words of a sentence up to a number and its unit.
func (t *text) around(n reading.Number, s reading.Sentence) reading.Sentence {
	s.Last = min(n.Last+3, s.Last)
	return s
}

// narrower are what makes of the whole only a part, or another thing: so many people of an age.
var narrower = prose.SetOf(`miskin lansia terdampak usia berusia pemilih laki-laki perempuan bertambah
pertambahan berkurang turun naik kenaikan penurunan meningkat tumbuh pertumbuhan selisih lahir meninggal pendatang
balita anak pekerja bekerja penerima pengungsi mengungsi penganggur pengangguran keluarga kk korban tewas luka
rata-rata per tiap setiap sisa sisanya tambahan kurang bukan pernah semula dahulu dulu sebelum sebelumnya proyeksi
diproyeksikan rencana bantuan target-nya kelurahan desa rw rt pulau jawa indonesia dunia nasional provinsi poor
elderly children aged increase decrease rose fell grew`)

// term finds the name of what the group counts in the sentence of a number: before it, or, where
// the unit itself is the name, right there.
func (t *text) term(g *group, n reading.Number, s reading.Sentence) (at int, term string) {
	for i := n.First - 1; i >= max(s.First, n.First-widest); i-- {
		if strings.Contains(t.Gap(i+1), ";") {
			return 0, ""
		}
		for _, term := range g.terms[t.stem(i)] {
			if t.readsTerm(i, term) && t.isOfAll(g, i, term) {
				return i, term
			}
		}
	}
	before := reading.Sentence{First: max(s.First, n.First-3), Last: n.First}
	if g.unit == "jiwa" && (n.Value >= manyPeople || t.Has(before, dwelling)) {
		return n.First, g.unit
	}
	if i := n.Last; i < s.Last && t.Joined(i) {
		for _, term := range g.terms[t.Low(i)] {
			if t.readsTerm(i, term) {
				return n.First, term
			}
		}
		if next := i + 1; t.Joined(next) { // 1,4 juta jiwa penduduk; 54 kelurahan
			for _, term := range g.terms[t.Low(next)] {
				if t.readsTerm(next, term) {
					return n.First, term
				}
			}
		}
	}
	return 0, ""
}

// isOfAll says whether the name of what is counted means all of it: not what is paid out of it, nor
// the area of a park.
func (t *text) isOfAll(g *group, i int, term string) bool {
	switch g.unit {
	case "rupiah":
		return !paid[t.Low(i-1)]
	case "km²":
		next := i + len(strings.Fields(term))
		return next < len(t.Tokens) && (strings.Contains(term, " ") || t.mentionAt(next) != nil ||
			markers[t.Low(next)] != "" || t.Low(next) == "wilayah")
	}
	return true
}

// paid are words before what money is taken from, or paid as.
var paid = prose.SetOf(`dari oleh melalui lewat dengan membayar bayar dibayar bersumber pakai memakai tagihan from
by`)

// manyPeople are so many that only a population is.
const manyPeople = 100_000

// dwelling are verbs before how many people live somewhere.
var dwelling = prose.SetOf(`dihuni ditinggali didiami`)

// stem is a word without what makes of a noun that somebody has it: berpenduduk.
func (t *text) stem(i int) string {
	low := strings.TrimSuffix(strings.TrimSuffix(t.Low(i), "nya"), "-nya")
	if rest, is := strings.CutPrefix(low, "ber"); is && len(rest) > 5 {
		return rest
	}
	return low
}

func (t *text) readsTerm(i int, term string) bool {
	for w := range strings.FieldsSeq(term) {
		if t.stem(i) != w && t.Low(i) != w {
			return false
		}
		i++
	}
	return true
}

// isWhole says whether a number of kecamatan or kelurahan is that of all: terdiri atas tujuh
// kecamatan.
func (t *text) isWhole(n reading.Number) bool {
	if first := n.First - 3; first >= 0 && t.Low(n.First-1) == "dan" && markers[t.Low(n.First-2)] != "" {
		if other, ok := t.NumberAt(first); ok && other.Last == n.First-2 { // tujuh kecamatan dan 54 kelurahan
			return t.isWhole(other)
		}
	}
	for i := n.First - 1; i >= max(0, n.First-3); i-- {
		switch t.Low(i) {
		case "memiliki", "mempunyai", "punya", "terbagi", "has", "comprises":
			return i == n.First-1 || t.Low(n.First-1) == "atas" || t.Low(n.First-1) == "menjadi" ||
				t.Low(n.First-1) == "dalam" || t.Low(n.First-1) == "ke"
		case "terdiri", "consists":
			return true
		}
	}
	return false
}

// place returns of which kecamatan a number tells, "" for the city; ours is false when that cannot
// be told, or it is elsewhere.
func (t *text) place(g *group, n reading.Number, s reading.Sentence) (id string, ours bool) {
	var nearest *mention
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		m := &list[i]
		if t.isForeign(m) {
			return "", false
		}
		if (nearest == nil || m.first < n.First) &&
			slices.ContainsFunc(m.places, (*place).hasFigures) {
			nearest = m
		}
	}
	if t.namesUnknown(s, -1) {
		return "", false
	}
	if nearest == nil {
		return "", t.isAboutCity(g, s)
	}
	for _, p := range nearest.places {
		if p.kind == kecamatan && (nearest.marker == kecamatan || len(nearest.places) == 1 || nearest.marker == "") {
			return p.kecamatan.ID, true
		}
		if p == t.city {
			return "", true
		}
	}
	return "", false
}

// isAboutCity says whether a sentence that names no place tells of the city: it says so, or the last
// region that was named is the city or none.
func (t *text) isAboutCity(g *group, s reading.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		k := markers[t.Tokens[i].Low]
		if next := t.Low(i + 1); k == city && (next == "ini" || next == "kami" || next == "kita") {
			return true
		}
		if k != "" && !(g.counts() && g.unit == t.Tokens[i].Low) {
			return false
		}
	}
	for i := t.firstMention(s.First) - 1; i >= 0; i-- {
		m := &t.mentions[i]
		switch {
		case t.oneKecamatan(m) != nil && len(g.known) > 1:
			return false
		case regionOf(m.places) != nil:
			return !t.isForeign(m)
		}
	}
	if n := len(t.seen); n > 0 {
		return t.seen[n-1].own || t.holdsCity(t.seen[n-1])
	}
	return true
}

// isClaimed says whether a claim of the article is about a number: it is told there what the data
// know of it.
func (t *text) isClaimed(n reading.Number) bool {
	a := t.doc.Article
	if a == nil {
		return false
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Value != nil {
			x := t.facts.Indicators[c.Indicator]
			if _, scale := unitOf(&x); math.Abs(*c.Value*scale-n.Value) <= n.Half {
				return true
			}
		}
		if slices.ContainsFunc(c.Text.All(), func(s string) bool {
			return strings.Contains(s, strings.TrimSpace(t.Text[n.From:n.To]))
		}) {
			return true
		}
	}
	return false
}

// Within which a number is one on record, rounded: a tenth; money of other years is another sum.
const (
	roundly    = 0.1
	leastMoney = 0.01 // of what is on record; less is a part of it
	tooFar     = 0.5  // money that is less than a half of the least on record, or more than twice the most
)

// against holds a number against all figures of a place.
func (t *text) against(g *group, list []known, n reading.Number, s reading.Sentence) {
	year := t.yearIn(s)
	best, told := nearestOf(list, n.Value), known{}
	if of := ofYear(list, t.yearTold(s)); len(of) > 0 {
		told = nearestOf(of, n.Value)
	}
	off := math.Abs(n.Value-best.value) / math.Max(math.Abs(best.value), 1)
	from, to := t.withAbout(n), t.withUnit(g, n)
	written := t.Text[from:to]
	switch {
	case told.Figure != nil && g.isExact() && n.Digits && !t.isAbout(n) && math.Abs(n.Value-told.value) > rounding(n):
		t.SayAt("figure-differs", from, to, written, t.said(g, told), string(told.Period), t.sourceOf(told))
	case g.counts() && n.Value == best.value, !g.counts() && off <= roundly:
		if !t.isOld(g, list, n, s, from, to) {
			t.isUnsourced(n, s, from, to)
		}
	case year != 0 && !isNearYear(list, year, g.unit):
	case g.unit == "rupiah" && (!isFarMoney(list, n.Value) || n.Value < best.value*leastMoney):
	case g.counts() && (year != 0 || t.Has(s, past)):
	case !n.Digits && !g.counts():
	default:
		if told.Figure != nil {
			best = told
		}
		t.SayAt("figure-differs", from, to, written, t.said(g, best), string(best.Period), t.sourceOf(best))
	}
}

var past = prose.SetOf(`dahulu dulu semula sebelum sebelumnya awalnya kelak akan nanti rencana once before
formerly will`)

// nearestOf returns the figure that is nearest to a number; of two, the newer.
func nearestOf(list []known, v float64) known {
	return slices.MinFunc(list, func(a, b known) int {
		return cmp.Or(cmp.Compare(math.Abs(a.value-v), math.Abs(b.value-v)), -compareEnds(a, b))
	})
}

func compareEnds(a, b known) int {
	_, x := a.Period.Bounds()
	_, y := b.Period.Bounds()
	return cmp.Compare(x, y)
}

// isFarMoney says whether a sum is far from all on record.
func isFarMoney(list []known, v float64) bool {
	return !slices.ContainsFunc(list, func(k known) bool { return v > k.value*tooFar && v < k.value/tooFar })
}

// isNearYear says whether a year is within those of the figures, or so near that they still tell of
// it. Money is another sum each year.
func isNearYear(list []known, year int, unit string) bool {
	near := 2
	if unit == "rupiah" {
		near = 1
	}
	return slices.ContainsFunc(list, func(k known) bool {
		first, last := k.Period.Bounds()
		return year >= value.YearOf(first)-near && year <= value.YearOf(last)+near
	})
}

// yearIn returns the last year that a sentence names, 0 without one.
func (t *text) yearIn(s reading.Sentence) (year int) {
	for i := s.First; i < s.Last; i++ {
		if t.IsYear(i) {
			year = t.Whole(i)
		}
	}
	return year
}

// isOld reports a number that is exactly an older figure, where the sentence does not tell its time.
func (t *text) isOld(g *group, list []known, n reading.Number, s reading.Sentence, from, to int) bool {
	if t.tellsTime(s) || !n.Digits || n.Half > n.Value/200 {
		return false
	}
	var is *known
	for i := range list {
		if math.Abs(list[i].value-n.Value) > n.Half {
			continue
		}
		if is == nil || compareEnds(list[i], *is) > 0 {
			is = &list[i]
		}
	}
	if is == nil {
		return false
	}
	newest := *is
	for _, k := range list {
		if k.indicator.ID == is.indicator.ID && compareEnds(k, newest) > 0 {
			newest = k
		}
	}
	_, old := is.Period.Bounds()
	_, now := newest.Period.Bounds()
	if math.Abs(newest.value-n.Value) <= n.Half || value.YearOf(now)-value.YearOf(old) < 1 {
		return false
	}
	t.SayAt("figure-old", from, to, t.Text[from:to], string(is.Period), t.said(g, newest), string(newest.Period))
	return true
}

// sourced are words of a sentence that says where its figures are from; spoken those of one that says
// by whom.
var sourced = prose.SetOf(`menurut berdasarkan data catatan bps sensus mencatat tercatat dikutip laporan sumber
dilansir merujuk according census survei statistik registrasi sumbernya dokumen`)

var spoken = prose.SetOf(`kata ujar ucap tutur jelas sebut menyebut disebut mengatakan mengungkapkan menyampaikan
menjelaskan menerangkan menuturkan ungkap papar tambah katanya ujarnya jelasnya sebutnya tuturnya ungkapnya paparnya
ucapnya terangnya said says reported estimate klaim diklaim mengklaim menilai`)

var times = prose.SetOf(`januari februari maret april juni juli agustus september oktober november desember
semester triwulan kemarin lalu`)

// tellsTime says whether a sentence tells its time.
func (t *text) tellsTime(s reading.Sentence) bool {
	if t.yearIn(s) != 0 || t.Has(s, times) {
		return true
	}
	for i := s.First; i < s.Last; i++ {
		if t.Follows(i, "tahun", "ini") || t.Follows(i, "tahun", "itu") || t.Follows(i, "tahun", "yang") {
			return true
		}
	}
	return false
}

// isUnsourced reports a figure of which nothing tells the time, the source or the speaker. What an
// article rests on is told by its list of sources.
func (t *text) isUnsourced(n reading.Number, s reading.Sentence, from, to int) {
	a := t.doc.Article
	if a == nil || len(a.Sources) > 0 || a.Original != nil || t.tellsTime(s) || t.Has(s, sourced) || n.Value < 1000 ||
		!n.Digits || from == n.From && t.Has(s, spoken) { // whoever says "about" gives no figure
		return
	}
	t.SayAt("claim-unsourced", from, to, t.Text[from:to])
}

// about come before numbers that are rounded.
var about = prose.SetOf(`sekitar kira-kira kurang lebih hampir mencapai sebanyak about around nearly some`)

// withAbout is where a number begins with the word before it that rounds it.
func (t *text) withAbout(n reading.Number) int {
	if t.Joined(n.First) && about[t.Low(n.First-1)] && t.Tokens[n.First-1].Sentence == t.Tokens[n.First].Sentence {
		switch w := t.Low(n.First - 1); w {
		case "sekitar", "kira-kira", "about", "around", "nearly", "some":
			return t.Tokens[n.First-1].From
		}
	}
	return n.From
}

// withUnit is where a number ends with its unit.
func (t *text) withUnit(g *group, n reading.Number) int {
	if t.Joined(n.Last) && (g.unit == "jiwa" || g.counts()) {
		return t.Tokens[n.Last].To
	}
	return n.To
}

// said writes a figure as prose does.
func (t *text) said(g *group, k known) string {
	switch g.unit {
	case "rupiah":
		return t.Money(k.value)
	case "persen":
		return t.Decimal(k.value) + "%"
	}
	if k.value == math.Trunc(k.value) {
		return t.Language().Count(int(k.value)) + " " + g.unit
	}
	return t.Decimal(k.value) + " " + g.unit
}

// sourceOf names where a figure is from.
func (t *text) sourceOf(k known) string {
	if len(k.Source) == 0 {
		return k.indicator.Name.In("id", t.facts.Main.String())
	}
	s := t.facts.Sources[k.Source[0]]
	return cmp.Or(s.Short, s.Publisher, k.Source[0])
}
