package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/reckoning"
	"blandongan/internal/desk/register"
)

// elsewhere finds a kelurahan that is said to lie in a kecamatan other than its own.
func (t *text) elsewhere(i int) {
	m := &t.mentions[i]
	if m.marker != kelurahan && (m.marker != "" || t.Low(m.first-1) != "lurah" || !t.Joined(m.first)) {
		t.addressed(i)
		return
	}
	list := []*mention{m}
	for j := i + 1; j < len(t.mentions); j++ {
		next := &t.mentions[j]
		gap := t.Text[t.Tokens[list[len(list)-1].last-1].To:t.Tokens[next.marked].From]
		switch {
		case next.marker == kecamatan && isWithin[gap]:
			if k := t.oneKecamatan(next); k != nil {
				t.inKecamatan(list, next, k)
			}
			return
		case next.marker == "" && gap == ", " && len(list) == 1 && t.isAlongside(i, j):
			if k := t.oneKecamatan(next); k != nil {
				t.inKecamatan(list, next, k)
			}
			return
		case next.marker == "" && isBetween[gap]:
			list = append(list, next)
		default:
			return
		}
	}
}

// isAlongside says whether the name behind a kelurahan tells where that lies, and no list goes on:
// "di Kelurahan Hulu, Sungai Besar."
func (t *text) isAlongside(i, j int) bool {
	m, next := &t.mentions[i], &t.mentions[j]
	if i > 0 && isBetween[t.Text[t.Tokens[t.mentions[i-1].last-1].To:t.Tokens[m.marked].From]] {
		return false
	}
	gap, behind := t.Gap(next.last), t.Low(next.last)
	if strings.HasPrefix(gap, ",") {
		return behind != "" && behind != "dan" && behind != "serta" && behind != "and" && behind != "atau" &&
			t.mentionAt(next.last) == nil && !t.IsLarge(next.last) && behind[0] > '9'
	}
	return next.last == len(t.Tokens) || strings.HasPrefix(gap, ".") || strings.HasPrefix(gap, ")")
}

// addressed finds the name of a kelurahan in an address, or in that of a public building, beside another
// kecamatan than its own.
func (t *text) addressed(i int) {
	m := &t.mentions[i]
	if m.marker != "" || i+1 == len(t.mentions) || len(m.name.words) < 2 ||
		slices.ContainsFunc(m.places, func(p *place) bool { return p.kind != kelurahan }) ||
		i > 0 && isBetween[t.Text[t.Tokens[t.mentions[i-1].last-1].To:t.Tokens[m.first].From]] {
		return
	}
	next := &t.mentions[i+1]
	gap, in := t.Text[t.Tokens[m.last-1].To:t.Tokens[next.marked].From], t.Low(m.first-1) == "di"
	built := t.Joined(m.first) && publicHalls[t.Low(m.first-1)]
	switch {
	case next.marker == kecamatan && built && (gap == " di " || gap == ", "):
	case next.marker == kecamatan && in && gap == ", " && t.endsAddress(i+1):
	case next.marker == "" && (in || t.isOnRoad(m.first)) && gap == ", " && t.endsAddress(i+1):
		if slices.ContainsFunc(next.places, func(p *place) bool { return p.kind != kecamatan }) {
			return
		}
	default:
		return
	}
	if k := t.oneKecamatan(next); k != nil {
		t.inKecamatan([]*mention{m}, next, k)
	}
}

// endsAddress says whether no list goes on behind a name: the sentence does, or the city follows.
func (t *text) endsAddress(i int) bool {
	m := &t.mentions[i]
	if i+1 < len(t.mentions) && t.mentions[i+1].marked == m.last && strings.HasPrefix(t.Gap(m.last), ", ") {
		return slices.Contains(t.mentions[i+1].places, t.city)
	}
	behind := t.Low(m.last)
	if m.last == len(t.Tokens) || strings.HasPrefix(t.Gap(m.last), ".") {
		return true
	}
	return strings.HasPrefix(t.Gap(m.last), ", ") && behind[0] > '9' && !t.IsLarge(m.last) && !isAnd[behind]
}

var isAnd = prose.SetOf("dan serta atau hingga sampai maupun juga and or")

// publicHalls are what is called by the kelurahan that it lies in.
var publicHalls = prose.SetOf("puskesmas pustu")

// isOnRoad says whether the name of a road ends before a word: Jalan Melati, …
func (t *text) isOnRoad(at int) bool {
	if t.Gap(at) != ", " {
		return false
	}
	for j := at - 1; j >= max(0, at-5); j-- {
		switch t.Low(j) {
		case "jalan", "jl", "jln":
			return true
		}
	}
	return false
}

// listing are words between a kecamatan and the kelurahan that it is said to hold, of which some say so.
var listing = map[string]bool{
	"mencakup": true, "meliputi": true, "membawahi": true, "membawahkan": true, "terdiri": true, "yakni": true,
	"yaitu": true, "comprises": true, "namely": true, "atas": false, "dari": false, "kelurahan": false, "itu": false,
	"ini": false,
}

// holding finds a kelurahan that another kecamatan is said to hold: Kecamatan Hilir mencakup Kelurahan Hulu.
func (t *text) holding(i int) {
	m := &t.mentions[i]
	if m.marker != kecamatan || i+1 == len(t.mentions) {
		return
	}
	next, says := &t.mentions[i+1], false
	for at := m.last; at < next.marked; at++ {
		said, is := listing[t.Low(at)]
		if _, counted := t.NumberAt(at); !is && !counted || t.Gap(at) != " " && t.Gap(at) != ", " {
			return
		}
		says = says || said && (t.Gap(at) == " " || t.Low(m.marked-2) == "kelurahan")
	}
	k := t.oneKecamatan(m)
	if !says || k == nil {
		return
	}
	list := []*mention{next}
	for j := i + 2; j < len(t.mentions); j++ {
		other := &t.mentions[j]
		if !isBetween[t.Text[t.Tokens[t.mentions[j-1].last-1].To:t.Tokens[other.marked].From]] {
			break
		}
		list = append(list, other)
	}
	t.inKecamatan(list, m, k)
}

// isBetween is what stands between two of a list.
var isBetween = map[string]bool{", ": true, " dan ": true, ", dan ": true, " and ": true, ", and ": true}

// isWithin is what stands between a kelurahan and the kecamatan that it lies in.
var isWithin = map[string]bool{
	", ": true, " ": true, " (": true, " di ": true, ", di ": true, " in ": true, ", in ": true, " yang ada di ": true,
	" yang berada di ": true, " yang terletak di ": true, " di wilayah ": true,
}

func (t *text) oneKecamatan(m *mention) *register.Kecamatan {
	for _, p := range m.places {
		if p.kecamatan != nil {
			return p.kecamatan
		}
	}
	return nil
}

func (t *text) inKecamatan(list []*mention, at *mention, k *register.Kecamatan) {
	for _, m := range list {
		var right *register.Kecamatan
		for _, p := range m.places {
			if p.kind == kelurahan && p.inside == k {
				right = nil
				break
			}
			if p.kind == kelurahan && right == nil {
				right = p.inside
			}
		}
		if right == nil {
			continue
		}
		if at.first < m.first {
			t.Say("kelurahan-elsewhere", m.marked, m.last, m.places[0].name, right.Name, k.Name)
			continue
		}
		p := t.Say("kelurahan-elsewhere", m.marked, at.last, m.places[0].name, right.Name, k.Name)
		if len(list) == 1 {
			reading.Mend(p, t.Text[t.Tokens[m.marked].From:t.Tokens[at.first].From]+right.Name)
		}
	}
}

// travelling are words before the name of a place for people who may be elsewhere.
var travelling = prose.SetOf("wali pemerintah rombongan delegasi peserta warga tim dari camat utusan mayor of from")

// inProvince finds a city or regency that is said to lie in another province than its code tells.
func (t *text) inProvince(i int) {
	m := &t.mentions[i]
	if !(m.marker == city || m.marker == regency) || i+1 == len(t.mentions) || len(m.places) != 1 ||
		m.places[0].kind != m.marker || m.places[0].code == "" {
		return
	}
	next, p := &t.mentions[i+1], m.places[0]
	switch t.Text[t.Tokens[m.last-1].To:t.Tokens[next.marked].From] {
	case " (":
	case ", ":
		if g := t.Gap(next.last); next.last < len(t.Tokens) && !strings.ContainsAny(g, ",.;)") {
			return // Dari Kota Hulu, Hilir dicapai dalam satu jam
		}
	case " di ", ", di ", " in ", ", in ":
		if travelling[t.Low(m.marked-1)] {
			return
		}
	default:
		return
	}
	behind := t.Low(next.last)
	inList := t.Gap(m.marked) == ", " || t.Low(m.marked-1) == "dan" || behind == "dan" || behind == "and" ||
		t.Gap(next.last) == ", " && (behind == "serta" || t.IsLarge(next.last))
	if other := next.places[0]; !inList && other.kind == province && len(next.places) == 1 && other.code != "" &&
		!strings.HasPrefix(p.code, other.code+".") {
		for _, q := range t.regions {
			if q.kind == province && q.code != "" && strings.HasPrefix(p.code, q.code+".") {
				said := t.Say("province-elsewhere", next.first, next.last, p.full(), q.name, other.name)
				reading.Mend(said, q.name)
			}
		}
	}
}

// halls are what stands large behind "di" without being another region's.
var halls = prose.SetOf("balai aula gedung kantor lapangan ruang taman jalan puskesmas sekolah masjid stadion pendopo")
var zoneNames = [24]string{7: "WIB", 8: "WITA", 9: "WIT"}

// zones finds a time zone that is not the site's, where a text speaks of nowhere else.
func (t *text) zones() {
	if !strings.Contains(t.Text, "WI") || !t.facts.Zone {
		return
	}
	right, at, here, elsewhere := zoneNames[t.facts.Offset/3600%24], -1, false, false
	for i, w := range t.Tokens {
		switch m := t.mentionAt(i); {
		case w.Text == right, m != nil && t.isForeign(m):
			return
		case m != nil, halls[w.Low]:
			here = true
		case slices.Contains(zoneNames[:], w.Text) && t.Joined(i) && t.Low(i - 1)[0] <= '9':
			at = i
		case w.Large && !t.Begins(i) && markers[w.Low] == "" && reading.Months[w.Low] == 0:
			elsewhere = true // it may be
		}
	}
	if at > 0 && right != "" && (here || !elsewhere) && (len(t.seen) == 0 || t.seen[len(t.seen)-1].own) {
		reading.Mend(t.Say("zone-elsewhere", at, at+1, t.Tokens[at].Text, right), right)
	}
}

// rows finds a kelurahan that a table puts beside another kecamatan than its own.
func (c *check) rows(table reckoning.Table) {
	inner, outer := -1, -1
	for col, b := range table[0] {
		switch markers[strings.ToLower(b.Text)] {
		case kelurahan:
			inner = col
		case kecamatan:
			outer = col
		}
	}
	if inner < 0 || outer < 0 {
		return
	}
	for _, row := range table[1:] {
		a, b := c.bare(row[inner], kelurahan), c.bare(row[outer], kecamatan)
		if len(a) == 0 || len(b) == 0 ||
			slices.ContainsFunc(a, func(p *place) bool { return p.inside == b[0].kecamatan }) {
			continue
		}
		c.list = append(c.list, row[inner].At("kelurahan-elsewhere", 0, len(row[inner].Text), a[0].name,
			a[0].inside.Name, b[0].name))
	}
}

// bare are the places of a kind whose name is all of a cell.
func (c *check) bare(b *prose.Block, k kind) (found []*place) {
	low := strings.Fields(strings.ToLower(b.Text))
	if len(low) > 1 && markers[low[0]] == k {
		low = low[1:]
	}
	if n := c.names.get(low); n != nil {
		for _, p := range n.places {
			if p.kind == k && p.own {
				found = append(found, p)
			}
		}
	}
	return found
}
