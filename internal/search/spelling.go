package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What words must be that others, misspelt, may mean.
const (
	leastWord = 4 // letters
	mostWord  = 25
	leastPart = 1 << 12 // bytes of a part, before the next length begins a new one
)

// spell lists words that people may have meant, by first letter and length: so those that are like another lie in one
// part or two.
func (x *Index) spell(last []part) []part {
	least := x.least()
	var parts []part
	var lengths [mostWord + 1][]byte
	letter := ""
	end := func() {
		for _, p := range cutLetter(letter, lengths[:]) {
			if i := slices.IndexFunc(last, func(l part) bool { return l.sum == p.sum }); i >= 0 {
				p.bytes = last[i].bytes // whoever writes files sees that this one is as it was
			}
			parts = append(parts, p)
		}
		lengths = [mostWord + 1][]byte{}
	}
	merge(x.fresh.lines, x.archive.lines, func(l *line, count int32, title bool) {
		if !meant(l.letters, count, title, least) {
			return
		}
		if !strings.HasPrefix(l.term, letter) || letter == "" {
			end()
			_, n := utf8.DecodeRuneInString(l.term)
			letter = l.term[:n]
		}
		lengths[l.letters] = append(append(lengths[l.letters], l.term...), '\n')
	})
	end()
	return parts
}

// least is in how many documents a word must stand that another may mean. Where there are thousands, those of few may
// be misspelt themselves.
func (x *Index) least() int32 { return int32(1 + len(x.given)/4000) }

func meant(letters uint8, count int32, title bool, least int32) bool {
	return letters > 0 && (count >= least || title)
}

// means says whether a word may be meant.
func (x *Index) means(term string) bool {
	a, b := x.fresh.find(term), x.archive.find(term)
	return meant(max(a.letters, b.letters), a.count+b.count, a.title || b.title, x.least())
}

// respells says whether other words may be meant than before, of those whose lines changed.
func (x *Index) respells(last *Index, touched []string) bool {
	return x.least() != last.least() || slices.ContainsFunc(touched, func(term string) bool {
		return x.means(term) != last.means(term)
	})
}

// cutLetter makes the parts of words with one first letter. Their borders are the letter and the least length, as
// a letter: what is shorter is in the part before.
func cutLetter(letter string, lengths [][]byte) []part {
	var parts []part
	var text []byte
	from := 0
	for length, words := range lengths {
		if len(words) == 0 {
			continue
		}
		if len(text) == 0 {
			from = length
		}
		if text = append(text, words...); len(text) >= leastPart {
			parts, text = append(parts, newSpelling(letter, from, text)), nil
		}
	}
	if len(text) > 0 {
		parts = append(parts, newSpelling(letter, from, text))
	}
	return parts
}

func newSpelling(letter string, from int, text []byte) part {
	return part{border: letter + string(rune('a'+from)), sum: sumOf(text), bytes: text}
}

// lettersOf counts those of a word that may be misspelt; of others there are none.
func lettersOf(term string) uint8 {
	n := 0
	for _, r := range term {
		if '0' <= r && r <= '9' {
			return 0
		}
		n++
	}
	if n < leastWord || n > mostWord {
		return 0
	}
	return uint8(n)
}

// merge goes through the terms of two shelves in order.
func merge(a, b []line, do func(l *line, count int32, title bool)) {
	for len(a) > 0 && len(b) > 0 {
		switch x, y := &a[0], &b[0]; strings.Compare(x.term, y.term) {
		case -1:
			do(x, x.count, x.title)
			a = a[1:]
		case 1:
			do(y, y.count, y.title)
			b = b[1:]
		default:
			do(x, x.count+y.count, x.title || y.title)
			a, b = a[1:], b[1:]
		}
	}
	for _, rest := range [][]line{a, b} {
		for i := range rest {
			do(&rest[i], rest[i].count, rest[i].title)
		}
	}
}
