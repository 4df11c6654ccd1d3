package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
)

// places looks at the names of places.
func (t *text) places() {
	for i := range t.mentions {
		m := &t.mentions[i]
		t.kind(m)
		t.confusable(i)
		t.elsewhere(i)
		t.holding(i)
		t.inProvince(i)
	}
	t.capitals()
	t.misspelt()
}

// kind wants the word before a name to be that of what the name is. All names of the city and in
// it are known, so one of another kind does not exist; unless another region has it.
func (t *text) kind(m *mention) {
	k, at := m.marker, m.marked
	if k == "" && m.first > 0 && t.Joined(m.first) {
		k, at = offices[t.Low(m.first-1)], m.first-1
		if t.Low(m.first-2) == "wali" && t.Low(m.first-1) == "kota" {
			k = city
		}
	}
	if t.English && k == "" && t.Low(m.first-1) == "of" {
		t.ledBy(m)
		return
	}
	if k == "" || slices.ContainsFunc(m.places, func(p *place) bool { return p.kind == k || p.kind == sight }) {
		return
	}
	p := m.places[0]
	if t.isProvinces(m, k) {
		written, right := t.Span(at, m.last), "Gubernur "+p.name
		if k == city {
			written = t.Span(at-1, m.last)
			at--
		}
		reading.Mend(t.Say("region-kind", at, m.last, written, right), right)
		return
	}
	if offices[t.Tokens[at].Low] == "" && !t.isTitle(at, k, p) {
		return
	}
	switch {
	case k == province && slices.ContainsFunc(m.places, (*place).isTown):
	case !p.own || k == province && !p.isRegion():
		return
	case p.kind == kelurahan && (k == city || k == regency || k == province): // other regions bear such names
		return
	case (p.kind == kelurahan || p.kind == kecamatan) && t.isAbroad(m):
		return
	}
	written := t.Span(at, m.last)
	right := p.full()
	if title := titleOf(p.kind); offices[t.Tokens[at].Low] != "" {
		if title == "" {
			return
		}
		right = title + " " + p.name
		if strings.HasPrefix(t.Tokens[at].Low, "pem") {
			right = "Pemerintah " + p.full()
		}
	}
	reading.Mend(t.Say("region-kind", at, m.last, written, right), right)
}

// isProvinces says whether the leader of a city or regency is said to be that of our province, of which no
// city or regency has the name.
func (t *text) isProvinces(m *mention, k kind) bool {
	p := m.places[0]
	isMayor := k == city && t.Low(m.first-2) == "wali" && t.Low(m.first-1) == "kota"
	return len(m.places) == 1 && p.kind == province && t.holdsCity(p) && (isMayor || t.Low(m.first-1) == "bupati") &&
		(m.last == len(t.Tokens) || !t.Joined(m.last) || !t.Tokens[m.last].Large)
}

// englishLeaders are offices that tell in English what a place is whose name follows.
var englishLeaders = map[string]kind{"governor": province, "mayor": city, "regent": regency}

// ledBy wants an office in English to be that of the region whose name follows.
func (t *text) ledBy(m *mention) {
	at := m.first - 2
	k, p := englishLeaders[t.Low(at)], m.places[0]
	if k == "" || slices.ContainsFunc(m.places, func(p *place) bool { return p.kind == k || !p.isRegion() }) ||
		!p.own && !t.holdsCity(p) || t.Joined(m.last) && t.Tokens[m.last].Large {
		return
	}
	for office, of := range englishLeaders {
		if of == p.kind {
			right := t.matchCase(at, office) + " of " + p.name
			reading.Mend(t.Say("region-kind", at, m.last, t.Span(at, m.last), right), right)
		}
	}
}

// matchCase writes an office large where one in its place is.
func (t *text) matchCase(i int, w string) string {
	if t.Tokens[i].Large {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return w
}

// isTitle says whether the word for a kind is part of the name behind it: "tujuh kecamatan Sungai
// Besar" are those of the city of that name.
func (t *text) isTitle(at int, k kind, p *place) bool {
	if t.Tokens[at].Large {
		return !(t.Begins(at) && p.isRegion() && (k == kecamatan || k == kelurahan))
	}
	before := t.Low(at - 1)
	return (k == regency || k == province) && (before == "di" || before == "ke" || before == "dari")
}

// titleOf is who leads a place of a kind.
func titleOf(k kind) string {
	return map[kind]string{
		province: "Gubernur", city: "Wali Kota", regency: "Bupati", kecamatan: "Camat", kelurahan: "Lurah",
	}[k]
}

// isAbroad says whether the sentence of a mention speaks of another region, known or not.
func (t *text) isAbroad(m *mention) bool {
	s := t.Of(m.first)
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		if list[i].first != m.first && t.isForeign(&list[i]) {
			return true
		}
	}
	return t.namesUnknown(s, m.first)
}

// isForeign says whether a mention can only be of a region that the city does not lie in.
func (t *text) isForeign(m *mention) bool {
	return !slices.ContainsFunc(m.places, func(p *place) bool { return p.own || t.holdsCity(p) })
}

// holdsCity says whether the city lies in a region, or once did.
func (r *Rules) holdsCity(p *place) bool {
	c := &r.facts.City
	_, name := split(c.ProvinceName)
	return p.kind == province && strings.EqualFold(p.name, name) ||
		c.Founded && p.full() == c.SplitFrom
}

// namesUnknown says whether a sentence names a region that the data do not know, but at one word.
func (t *text) namesUnknown(s reading.Sentence, but int) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if !t.Tokens[i].Large || t.Gap(i) != " " || i == but {
			continue
		}
		switch k := markers[t.Tokens[i-1].Low]; {
		case k == "" && offices[t.Tokens[i-1].Low] != regency:
		case (k == city && t.Tokens[i-1].Large || k == regency || k == province) && !t.isOfKind(i, k) &&
			!titledWords[t.Tokens[i].Low]:
			return true
		}
	}
	return false
}

// isOfKind says whether a word begins the name of a place of a kind.
func (t *text) isOfKind(word int, k kind) bool {
	m := t.mentionAt(word)
	return m != nil && slices.ContainsFunc(m.places, func(p *place) bool { return p.kind == k || p.kind == sight })
}

// titledWords stand large behind the word for a kind without being a name: Kota Cerdas.
var titledWords = prose.SetOf(`cerdas layak sehat tua baru lama ini itu madani religius modern adil kreatif
hijau se`)

func (t *text) mentionAt(word int) *mention {
	if i := t.firstMention(word + 1); i > 0 && t.mentions[i-1].last > word {
		return &t.mentions[i-1]
	}
	return nil
}

// confusable finds another region's name where the city must be meant: its leader is ours, or it
// is said to hold a place of ours.
func (t *text) confusable(i int) {
	m := &t.mentions[i]
	for _, c := range t.confused {
		if t.Low(m.first-1) == "pemkot" && slices.Contains(m.places, c.other) && t.servesOurs(i) {
			right := t.Tokens[m.first-1].Text + " " + t.city.name
			reading.Mend(t.Say("names-confusable", m.first-1, m.last, t.Span(m.first-1, m.last), right), right)
		}
		if len(m.places) == 0 || m.marker != c.other.kind || !slices.Contains(m.places, c.other) {
			continue
		}
		ours := t.isLedByOurs(m)
		if i > 0 && !ours {
			before := &t.mentions[i-1]
			gap := t.Text[t.Tokens[before.last-1].To:t.Tokens[m.marked].From]
			ours = (gap == ", " || gap == " ") && slices.ContainsFunc(before.places, func(p *place) bool {
				return p.kecamatan != nil
			}) && (before.marker == kecamatan || t.Low(before.first-1) == "di" || t.Low(before.first-1) == "in")
		}
		if ours {
			p := t.Say("names-confusable", m.marked, m.last, t.Span(m.marked, m.last), t.city.full())
			reading.Mend(p, t.city.full())
		}
	}
}

// servesOurs says whether a sentence has a government work for a kecamatan of ours, and tells of no help
// among neighbours.
func (t *text) servesOurs(i int) bool {
	m := &t.mentions[i]
	s := t.Of(m.first)
	list := t.mentionsIn(s)
	if t.city == nil || len(list) != 2 || list[0].first != m.first || list[1].marker != kecamatan ||
		!slices.ContainsFunc(list[1].places, func(p *place) bool { return p.own }) || t.YearIn(s) != 0 ||
		t.Has(s, register.Past) || t.Has(s, amongTwo) {
		return false
	}
	return serving[t.Low(list[1].marked-1)] && !t.namesUnknown(s, m.first)
}

var serving = prose.SetOf("warga penduduk pelajar siswa pedagang lansia")

// amongTwo are words of what one government does with another, or for its people.
var amongTwo = prose.SetOf(`bersama dengan kerja kerjasama bekerja kolaborasi antara antardaerah tetangga perbatasan
berbatasan bantuan membantu meminjamkan mengirim menyumbang hibah menerima menyambut dari mengundang lintas keluhan
protes memprotes korban banjir bencana maaf`)

// isLedByOurs says whether a mention ends an office which the name of our own head follows.
func (t *text) isLedByOurs(m *mention) bool {
	head := t.facts.City.Head
	if head == nil || t.Low(m.marked-1) != "wali" && !t.Follows(m.marked-2, "wakil", "wali") {
		return false
	}
	name := strings.Fields(strings.ToLower(head.Name))
	at := m.last
	if g := t.Gap(at); g != " " && g != ", " {
		return false
	}
	return len(name) > 0 && t.Follows(at, name...)
}

// capitals finds the common noun of a place's name written large without the name, and small
// with it.
func (t *text) capitals() {
	if t.English || t.Titled {
		return
	}
	for i, w := range t.Tokens {
		if w.Mark&kindMark == 0 {
			continue
		}
		next := i + 1
		switch {
		case w.Large && w.Text != strings.ToUpper(w.Text) && !t.Begins(i) && next < len(t.Tokens) && t.Joined(next) &&
			!t.Tokens[next].Large && t.mentionAt(i) == nil &&
			(t.Low(next) == "yang" || countable[t.Low(i-1)]) && (!t.Tokens[i-1].Large || t.Begins(i-1)):
			right := strings.ToLower(w.Text)
			reading.Mend(t.Say("place-capital", i, next, w.Text, right), right)
		case !w.Large && next < len(t.Tokens) && t.Joined(next) && t.Tokens[next].Large:
			t.smallKind(i)
		}
	}
}

// countable come before a common noun.
var countable = prose.SetOf(`sebuah suatu beberapa banyak setiap tiap semua`)

func (t *text) smallKind(i int) {
next:
	for _, n := range t.names[t.Tokens[i].Low] {
		if i+len(n.words) > len(t.Tokens) || len(n.words) < 2 {
			continue
		}
		for j := 1; j < len(n.words); j++ {
			if w := t.Tokens[i+j]; w.Low != n.words[j] || !w.Large || !t.Joined(i+j) {
				continue next
			}
		}
		last := i + len(n.words)
		reading.Mend(t.Say("place-capital", i, last, t.Span(i, last), n.text), n.text)
		return
	}
}
