package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// nickname is what some regions are called, or what stands on their emblems.
type nickname struct {
	words  []string // in small letters
	text   string
	owners []*place
	motto  bool // it stands on an emblem
}

// addNickname adds what a region is called. A single short word is too common to be known by.
func (r *Rules) addNickname(said string, p *place, isMotto bool) {
	var low []string
	for w := range strings.FieldsSeq(strings.NewReplacer(",", " ").Replace(strings.ToLower(said))) {
		low = append(low, w)
	}
	if len(low) == 0 || len(low) == 1 && len(low[0]) < 7 {
		return
	}
	for _, n := range r.nicknames[low[0]] {
		if slices.Equal(n.words, low) {
			if !slices.Contains(n.owners, p) {
				n.owners = append(n.owners, p)
			}
			return
		}
	}
	n := &nickname{words: low, text: said, owners: []*place{p}, motto: isMotto}
	r.nicknames[low[0]] = append(r.nicknames[low[0]], n)
	slices.SortStableFunc(r.nicknames[low[0]], func(a, b *nickname) int { return len(b.words) - len(a.words) })
}

// callings are words that say that a nickname or a motto follows.
var callings = prose.SetOf(`berjuluk dijuluki julukan julukannya berjulukan bermoto moto motto motonya semboyan
semboyannya bersemboyan slogan slogannya dikenal disebut nickname nicknamed known called`)

// strongly say that what follows is a nickname.
var strongly = prose.SetOf(`berjuluk dijuluki julukan julukannya berjulukan nickname nicknamed`)

// nicknamed finds nicknames and mottos of one region that are put on another.
func (t *text) nicknamed() {
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Mark&callingMark != 0 {
			t.nicknameOf(i)
		}
		n := t.nicknameAt(i)
		if n == nil {
			continue
		}
		last := i + len(n.words)
		if p := t.called(n, i); p != nil {
			t.Say("nickname-elsewhere", i, last, t.Span(i, last), fullOf(n.owners), p.full())
		}
		i = last - 1
	}
}

// nicknameAt returns the longest nickname that begins with a word.
func (t *text) nicknameAt(i int) *nickname {
next:
	for _, n := range t.entries[i].nicknames {
		if i+len(n.words) > len(t.Tokens) {
			continue
		}
		for j := 1; j < len(n.words); j++ {
			gap := t.Gap(i + j)
			if t.Tokens[i+j].Low != n.words[j] || gap != " " && gap != ", " {
				continue next
			}
		}
		return n
	}
	return nil
}

func fullOf(places []*place) string {
	var names []string
	for _, p := range places {
		names = append(names, p.full())
	}
	return strings.Join(names, ", ")
}

// called returns the region on which a nickname is put that is another's. The sentence has to say
// that it is called so; where the sentence names no region, it is the last one named.
func (t *text) called(n *nickname, at int) *place {
	s := t.Of(at)
	calling := -1
	for i := s.First; i < at; i++ {
		if callings[t.Tokens[i].Low] {
			calling = i
		}
	}
	if m := t.beside(n, at, calling, s); m != nil {
		if t.isOwner(n, m.places) {
			return nil
		}
		return regionOf(m.places)
	}
	if calling < 0 {
		return nil
	}
	var before *mention
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		m := &list[i]
		if !slices.ContainsFunc(m.places, (*place).isRegion) {
			continue
		}
		if t.isOwner(n, m.places) {
			return nil
		}
		if m.first < at && (before == nil || m.first < calling) {
			before = m
		}
	}
	if before != nil {
		return regionOf(before.places)
	}
	if !strongly[t.Tokens[calling].Low] || at-calling > 12 {
		return nil
	}
	last := t.lastRegion(s)
	if last == nil || last.own || t.namesOwner(n) { // an article names its own city all the time
		return nil
	}
	return last
}

// beside returns the region that stands right beside a nickname: "Kota X yang berjuluk N"; "N, julukan
// Kota X"; "dengan moto N, Kota X …". nil where none does.
func (t *text) beside(n *nickname, at, calling int, s reading.Sentence) *mention {
	end := at + len(n.words)
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		m := &list[i]
		switch {
		case regionOf(m.places) == nil:
		case m.first < calling:
			if at-calling <= 2 && strongly[t.Low(calling)] &&
				(m.last == calling || m.last == calling-1 && t.Low(m.last) == "yang") {
				return m
			}
		case m.marked == end && calling >= s.First && at-calling < 2 && t.Low(calling-1) == "dengan" &&
			strings.Trim(t.Gap(end), "\"”’ ") == ",":
			return m
		case m.marked > end && m.marked-end < 4 && t.belongs(end, m.marked, calling):
			return m
		}
	}
	return nil
}

// belongs says whether words behind a nickname say whose it is.
func (t *text) belongs(from, to, calling int) bool {
	said := calling >= 0
	for i := from; i < to; i++ {
		low := t.Low(i)
		if !callings[low] && !owning[low] && !ofOwner[low] {
			return false
		}
		said = said || callings[low]
	}
	return said && (ofOwner[t.Low(to-1)] || callings[t.Low(to-1)])
}

var ofOwner = prose.SetOf("milik untuk bagi dari adalah ialah merupakan kepunyaan of is")

// lastRegion returns the region that was named last before a sentence.
func (t *text) lastRegion(s reading.Sentence) *place {
	for i := t.firstMention(s.First) - 1; i >= 0; i-- {
		if p := regionOf(t.mentions[i].places); p != nil {
			return p
		}
	}
	if len(t.seen) == 0 {
		return nil
	}
	return t.seen[len(t.seen)-1]
}

// namesOwner says whether the document names an owner of a nickname anywhere.
func (t *text) namesOwner(n *nickname) bool {
	if t.owners == nil {
		t.owners = map[*nickname]bool{}
	}
	is, asked := t.owners[n]
	if !asked {
		is = t.findsOwner(n)
		t.owners[n] = is
	}
	return is
}

func (t *text) findsOwner(n *nickname) bool {
	return slices.ContainsFunc(t.doc.Blocks, func(b prose.Block) bool {
		return slices.ContainsFunc(n.owners, func(p *place) bool { return strings.Contains(b.Text, p.name) })
	})
}

// isOwner says whether a nickname belongs to one of some regions, or to the province of one; a city of whose
// own motto the data know does not bear that of its province.
func (t *text) isOwner(n *nickname, places []*place) bool {
	return slices.ContainsFunc(places, func(p *place) bool {
		return slices.ContainsFunc(n.owners, func(o *place) bool {
			isOfProvince := o.kind == province && o.code != "" && strings.HasPrefix(p.code, o.code+".")
			return o == p || isOfProvince && !(n.motto && p == t.city && len(t.facts.City.Motto) > 0)
		})
	})
}

func regionOf(places []*place) *place {
	for _, p := range places {
		if p.isRegion() {
			return p
		}
	}
	return nil
}

// nicknameOf finds a province that is nicknamed a city.
func (t *text) nicknameOf(i int) {
	next := i + 1
	for ; next < len(t.Tokens) && (t.Low(next) == "sebagai" || t.Low(next) == "adalah"); next++ {
	}
	if next+1 >= len(t.Tokens) || t.Tokens[next].Low != "kota" || !t.Tokens[next].Large || !t.Tokens[next+1].Large {
		return
	}
	if g := t.Gap(next); strings.TrimLeft(g, " \"“‘'") != "" {
		return
	}
	s := t.Of(i)
	var m *mention
	for j, list := 0, t.mentionsIn(s); j < len(list) && list[j].first < i; j++ {
		m = &list[j]
	}
	if m == nil || len(m.places) == 0 || m.name != nil && m.first >= next {
		return
	}
	for _, p := range m.places {
		if p.kind != province || strings.HasPrefix(p.name, "Daerah ") {
			return
		}
	}
	if m.marker != province && len(t.names[m.name.words[0]]) > 0 && len(m.places) > 1 {
		return
	}
	last := next + 2
	t.Say("nickname-kind", i, last, t.Text[t.Tokens[next].From:t.Tokens[last-1].To], titleWord, m.places[0].full())
}
