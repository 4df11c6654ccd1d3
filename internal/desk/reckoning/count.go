package reckoning

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/diag"
)

// openers come before lists that are whole.
var openers = prose.SetOf(`yakni yaitu ialah namely`)

// unfinished are what lists say that do not name all, or more than what is counted.
var unfinished = prose.SetOf(`antara seperti misalnya contohnya dll dsb lainnya lain termasuk kecuali selain
including except among etc others yang adalah who which tetapi namun karena agar untuk dengan hanya sebab`)

// relative are those of them that may stand between a number and its list.
var relative = prose.SetOf(`yang who which`)

// partly are words before a number that make it a part of more.
var partly = prose.SetOf(`satu salah paling one ke per setiap tiap antara beberapa`)

// isPartly says whether a word before a number makes it a part of more, or less than a number.
func isPartly(word string) bool { return partly[word] || reading.Rounds(word) }

// counts holds numbers against the lists that follow them.
func (t *text) counts(next []prose.Block) {
	for i := 0; i < len(t.Tokens); i++ {
		w := &t.Tokens[i]
		if w.Mark&(reading.Numeral|collectiveMark) == 0 && (w.Low[0] < '0' || w.Low[0] > '9') {
			continue
		}
		value, noun := t.counted(i)
		if value < 2 || value > 60 || t.isPart(i) {
			continue
		}
		t.listBehind(i, noun, value, next)
		i = noun - 1
	}
}

// collective are numbers that mean all of them.
var collective = map[string]int{
	"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8, "kesembilan": 9,
	"kesepuluh": 10,
}

// counted returns a small whole number and the word behind it.
func (t *text) counted(i int) (value, noun int) {
	if v := collective[t.Tokens[i].Low]; v > 0 {
		return v, i + 1
	}
	n, ok := t.NumberAt(i)
	if !ok || n.Money || n.Percent || n.Scale != "" || n.Value != float64(int(n.Value)) || n.Value > 60 {
		return 0, i + 1
	}
	return int(n.Value), n.Last
}

// isPart says whether a number is only a part: salah satu dari tiga kecamatan.
func (t *text) isPart(i int) bool {
	before := t.Low(i - 1)
	if before == "dari" || before == "of" || before == "di" {
		two := t.Low(i - 2)
		return two != "terdiri" && two != "consists" && two != "consist" && two != "terbagi"
	}
	return isPartly(before) || reading.Months[t.Low(i+1)] != 0 || i > 0 && !strings.ContainsAny(t.Gap(i), " (") ||
		before == "nomor" || before == "pasal" || before == "pukul" || before == "rw" || before == "rt" ||
		before == "no" || before == "jalan" || before == "zona" || before == "kelas" || before == "tahun"
}

// longestNoun is of how many words the counted thing may be.
const longestNoun = 6

// listBehind looks for the list behind a number and what it counts.
func (t *text) listBehind(i, noun, value int, next []prose.Block) {
	s := t.Of(i)
	for at := noun; at <= min(noun+longestNoun, s.Last); at++ {
		if at > noun && at == s.Last { // the block may end with a colon
			t.listBelow(i, at, value, next)
			return
		}
		if at == s.Last {
			return
		}
		gap, low := t.Gap(at), t.Tokens[at].Low
		switch {
		case at == noun && gap != " ":
			return
		case at > noun && strings.HasPrefix(gap, ":"):
			t.listIn(i, at, at, value)
			return
		case at > noun && openers[low] && (gap == " " || gap == ", "):
			t.listIn(i, at, at+1, value)
			return
		case at > noun && low == "masing-masing" && (gap == " " || gap == ", ") && at+1 < s.Last &&
			t.Tokens[at+1].Large:
			t.listIn(i, at, at+1, value)
			return
		case at > noun && low == "terdiri" && (gap == " " || gap == ", ") && at+1 < s.Last:
			if w := t.Low(at + 1); w == "atas" || w == "dari" {
				t.listIn(i, at, at+2, value)
			}
			return
		case gap != " " || unfinished[low] && !relative[low] || reading.InWords[low] > 0 || reading.IsDigits(low):
			return
		}
	}
}

// listIn counts the items from a word to the end of its reading.Sentence.
func (t *text) listIn(i, end, first, value int) {
	s := t.Of(i)
	if first >= s.Last || s.Cut {
		return
	}
	least, most, ok := t.items(first, s)
	if !ok || value >= least && value <= most {
		return
	}
	is := least
	if value > most {
		is = most
	}
	t.differs(i, end, value, is)
}

func (t *text) differs(i, end, value, is int) {
	p := t.Say("count-differs", i, end, t.Span(i, end), diag.Count(is))
	_, noun := t.counted(i)
	if noun >= end || is < 2 {
		return
	}
	right := reading.InLetters(is, t.English)
	if reading.IsDigits(t.Tokens[i].Low) {
		right = t.Language().Count(is)
	}
	reading.Mend(p, t.matchCase(i, right)+t.Text[t.Tokens[noun-1].To:t.Tokens[end-1].To])
}

// matchCase writes a word large where one in its place is.
func (t *text) matchCase(i int, w string) string {
	if t.Tokens[i].Large && w != "" {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return w
}

// items counts what stands from a word to the end of a sentence, as few and as many as it may be.
// It is not sure where a comma or an "and" may be within an item, or items are no names.
func (t *text) items(first int, s reading.Sentence) (least, most int, ok bool) {
	text := t.Text[t.Tokens[first].From:s.To]
	if strings.ContainsAny(text, ";:\"“”?!—") || strings.Contains(text, " – ") {
		return 0, 0, false
	}
	starts := []int{first}
	ands, oxford, ended := 0, false, false
	for i := first + 1; i < s.Last; i++ {
		if t.isInLink(i) {
			continue
		}
		gap := t.Gap(i)
		isAnd := isAndWord[t.Tokens[i].Low]
		comma := strings.HasPrefix(gap, ", ") || gap == ","
		switch {
		case strings.Contains(gap, "("):
			for i < s.Last && !strings.Contains(t.Gap(i+1), ")") {
				i++
			}
			continue
		case ended && comma:
			return t.counting(starts, ands, i, oxford)
		case isAnd && i+1 < s.Last:
			ands++
			if comma {
				oxford = true
			}
			ended = true
			starts = append(starts, i+1)
			i++
		case comma:
			starts = append(starts, i)
		case gap != " " && !comma:
			return 0, 0, false
		}
		if unfinished[t.Tokens[i].Low] {
			return 0, 0, false
		}
	}
	if unfinished[t.Tokens[first].Low] {
		return 0, 0, false
	}
	return t.counting(starts, ands, s.Last, oxford)
}

// isInLink says whether a word stands in a link behind its first: what leads to one page is one.
func (t *text) isInLink(i int) bool {
	at := t.Tokens[i].From
	return slices.ContainsFunc(t.Links, func(l prose.Link) bool {
		return l.From < t.Tokens[i-1].To && l.From <= t.Tokens[i-1].From && at < l.To
	})
}

var isAndWord = prose.SetOf(`dan serta and`)

// counting tells how many items there are, given where they may begin and how many of these are
// behind an "and": with a comma before it, it is the last; without, it may be within an item.
func (t *text) counting(starts []int, ands, end int, oxford bool) (least, most int, ok bool) {
	most = len(starts)
	least = most
	if ands > 0 {
		if least = most - ands; !oxford && least < 2 || oxford || ands == 1 {
			least++
		}
	}
	if ands == 0 && most < 2 || most < 2 {
		return 0, 0, false
	}
	if slices.ContainsFunc(starts, t.isCounted) {
		return 0, 0, false // parts of a sum
	}
	names := 0
	for i, at := range starts {
		to := end
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if to-at > 6 {
			return 0, 0, false
		}
		if t.Tokens[at].Large || reading.IsDigits(t.Tokens[at].Low) {
			names++
		}
	}
	if names < len(starts) && (ands == 0 || slices.ContainsFunc(starts, func(at int) bool { return t.isVerb(at) })) {
		return 0, 0, false
	}
	return least, most, true
}

// isCounted says whether an item begins with a number of something.
func (t *text) isCounted(at int) bool {
	if single[t.Tokens[at].Low] {
		return true
	}
	n, ok := t.NumberAt(at)
	return ok && t.Joined(n.Last)
}

// isVerb says whether a word looks like what somebody does: then items are clauses.
func (t *text) isVerb(i int) bool {
	low := t.Tokens[i].Low
	return strings.HasPrefix(low, "me") && len(low) > 6 || strings.HasPrefix(low, "di") && len(low) > 6 || low == "ada"
}

// listBelow counts the items of the list below a block that ends with a colon.
func (t *text) listBelow(i, end, value int, next []prose.Block) {
	if strings.TrimSpace(t.Gap(len(t.Tokens))) != ":" || end != len(t.Tokens) || len(next) == 0 ||
		next[0].Kind != prose.Item || t.Kind == prose.Item {
		return
	}
	items := 0
	for _, b := range next {
		if b.List != next[0].List {
			if b.Kind == prose.Item || items > 0 && b.List == 0 && b.Kind != prose.Paragraph {
				break
			}
			if b.List == 0 {
				break
			}
			continue
		}
		if b.Kind == prose.Item && b.Level == next[0].Level {
			items++
		}
	}
	if items != value {
		t.differs(i, end, value, items)
	}
}
