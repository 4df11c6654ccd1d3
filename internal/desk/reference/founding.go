package reference

import (
	"strconv"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site/value"
)

// beginnings are words that tell how a place came to be.
var beginnings = prose.SetOf(`dibentuk terbentuk berdiri didirikan dimekarkan pemekaran mekar lahir dipecah
diresmikan dipisahkan memisahkan pembentukan formed founded established split created`)

// bodies are what else can be formed in a place, or of it.
var bodies = prose.SetOf(`kantor gedung puskesmas polsek upt uptd karang taruna tim forum posko bank sampah
program pkk rt rw sekolah pasar taman stasiun dinas kelompok koperasi komunitas balai perda peraturan
undang-undang nomor desa kelurahan masjid rumah sakit jembatan jalan office school market team group council`)

// legally are words before the regulation that forms a place.
var legally = prose.SetOf(`berdasarkan melalui dengan lewat daerah by under`)

// founded holds the years in which places were formed against the data.
func (t *text) founded() {
	for n := range t.Sentences {
		s := t.Sentences[n]
		verb := -1
		for i := s.First; i < s.Last; i++ {
			if t.Tokens[i].Mark&beginningMark != 0 {
				verb = i
				break
			}
		}
		if verb < 0 {
			continue
		}
		if at := t.yearOf(verb, s); at > 0 && t.onlyMarks(reading.Sentence{First: s.First, Last: at}) {
			t.founding(verb, at, s)
		}
	}
}

// onlyMarks says whether all that could be formed otherwise stands behind the place.
func (t *text) onlyMarks(s reading.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if bodies[t.Tokens[i].Low] {
			if before := t.Low(i - 1); i == s.First || !legally[before] && !bodies[before] {
				return false
			}
		}
	}
	return true
}

// yearOf returns the word of the year near to a verb, 0 without one or with several.
func (t *text) yearOf(verb int, s reading.Sentence) (at int) {
	for i := s.First; i < s.Last; i++ {
		if !t.IsYear(i) {
			continue
		}
		if before := t.Low(i - 1); before == "nomor" || i > 1 && t.Gap(i) == "/" ||
			before == "tahun" && reading.IsDigits(t.Low(i-2)) { // of a regulation
			continue
		}
		if at != 0 || i < verb-8 || i > verb+12 {
			return 0
		}
		at = i
	}
	return at
}

// founding looks at one sentence with its verb and its year.
func (t *text) founding(verb, at int, s reading.Sentence) {
	if at > verb && strings.Contains(t.Text[t.Tokens[verb].To:t.Tokens[at].From], ",") {
		return // the verb is another clause's
	}
	name, year := t.subject(verb, s)
	if year == 0 || year == t.Whole(at) || t.isClaimedYear(t.Whole(at)) {
		return
	}
	first := at
	for first > s.First && (t.Low(first-1) == "tahun" || t.Low(first-1) == "pada" || t.Low(first-1) == "sejak") &&
		t.Joined(first) {
		first--
	}
	p := t.Say("founding-year", first, at+1, name, strconv.Itoa(year), t.Tokens[at].Text)
	reading.Mend(p, strings.TrimSuffix(t.Span(first, at+1), t.Tokens[at].Text)+strconv.Itoa(year))
}

// leadsTo says whether a place is what a verb speaks of: only such words stand between them.
func (t *text) leadsTo(m *mention, verb int) bool {
	for i := m.last; i < verb; i++ {
		if !bridging[t.Low(i)] {
			return false
		}
	}
	return m.first < verb
}

var bridging = prose.SetOf(`yang resmi merupakan hasil mulai sendiri baru ini itu kemudian lalu akhirnya adalah memang
telah sudah pun juga kecamatan kota daerah wilayah was is were has had been officially`)

// subject returns the place that a sentence tells the beginning of, and the year that the data give.
func (t *text) subject(verb int, s reading.Sentence) (name string, year int) {
	var found []*mention
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		found = append(found, &list[i])
	}
	for _, m := range found { // of two, the one that was split from the other
		if m.first > verb && t.Low(m.marked-1) == "dari" || t.Low(m.marked-1) == "from" ||
			within[t.Low(m.marked-1)] {
			continue
		}
		name, year := t.begun(m)
		if year != 0 && (t.leadsTo(m, verb) || t.Low(m.marked-1) == "lahirlah") {
			return name, year
		}
		if m.first < verb && !reading.IsJoint(t.Low(m.marked-1)) {
			return "", 0
		}
	}
	if len(found) > 0 && (found[0].first < verb || t.last == nil) {
		return "", 0
	}
	for i := s.First; i < verb; i++ { // Kecamatan ini dibentuk pada 2005
		if markers[t.Tokens[i].Low] == kecamatan && these[t.Low(i+1)] {
			if k := t.lastKecamatan(s); k != nil {
				return t.begun(k)
			}
		}
	}
	return "", 0
}

// these point to what was named before.
var these = prose.SetOf(`ini itu tersebut`)

func (t *text) lastKecamatan(s reading.Sentence) *mention {
	for i := t.firstMention(s.First) - 1; i >= 0; i-- {
		if m := &t.mentions[i]; t.oneKecamatan(m) != nil {
			return m
		}
	}
	if t.last == nil {
		return nil
	}
	return &mention{places: []*place{{kind: kecamatan, name: t.last.Name, kecamatan: t.last, own: true}}}
}

// within come before the place in which something is.
var within = prose.SetOf(`di ke untuk oleh bagi in at for by`)

// begun returns the year in which a place was formed, 0 where the data do not tell.
func (t *text) begun(m *mention) (name string, year int) {
	for _, p := range m.places {
		switch {
		case p.kecamatan != nil && p.kecamatan.Since != 0 && m.marker != kelurahan:
			return p.full(), p.kecamatan.Since
		case p == t.city && t.facts.City.Since != "":
			return p.full(), value.YearOf(t.facts.City.Since.First())
		}
	}
	return "", 0
}

// isClaimedYear says whether a claim of the article gives the year: it is told there what the data
// know of it.
func (t *text) isClaimedYear(year int) bool {
	a := t.doc.Article
	if a == nil {
		return false
	}
	for i := range a.Claims {
		if v := a.Claims[i].Value; v != nil && int(*v) == year {
			return true
		}
	}
	return false
}
