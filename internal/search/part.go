package search

import (
	"bytes"
	"math/bits"
)

// part is a file of lines.
type part struct {
	border string // no line before its first one is as great
	first  string // its first term
	sum    sum
	bytes  []byte
}

// sizeOf is how large parts should be, in bytes: to ask for a word costs the directory, which names them all, and a
// part. Their sum is least where both grow with the root of all. It grows in steps: each writes all anew.
func sizeOf(total int) int {
	n := bits.Len(uint(total))
	size := 2 << (n / 2)
	if n%2 == 1 {
		size += size * 2 / 5
	}
	return max(size, 1<<11)
}

// cutLines puts lines into parts. Where a part ends is for the words around to say: it ends before a word whose hash
// says so, once it is half as large as it should be. So an edit moves no border far from it. Parts that are as they
// were are kept.
func cutLines(last []part, lines []line) []part {
	total := 0
	for _, l := range lines {
		total += len(l.text)
	}
	size := sizeOf(total)
	var parts []part
	var keeper keeper
	keeper.last = last
	from, bytes, before := 0, 0, ""
	for i, l := range lines {
		if i > from && (bytes >= size/2 && ends(l.term) || bytes+len(l.text) > size*3/2) {
			parts = append(parts, keeper.keep(border(before, lines[from].term), lines[from:i]))
			from, bytes, before = i, 0, lines[i-1].term
		}
		bytes += len(l.text)
	}
	if from < len(lines) {
		parts = append(parts, keeper.keep(border(before, lines[from].term), lines[from:]))
	}
	return parts
}

// ends says whether a part may end before a word: before one in 32.
func ends(term string) bool {
	h := uint32(2166136261)
	for i := range len(term) {
		h = (h ^ uint32(term[i])) * 16777619
	}
	return h>>8%32 == 0
}

// border is the shortest beginning of a term that is greater than the one before it.
func border(before, term string) string {
	for i := range term {
		if i > 0 && term[:i] > before {
			return term[:i]
		}
	}
	return term
}

// keeper finds parts that are as they were. It is asked in order.
type keeper struct{ last []part }

func (k *keeper) keep(border string, lines []line) part {
	first := lines[0].term
	for len(k.last) > 0 && k.last[0].first < first {
		k.last = k.last[1:]
	}
	if len(k.last) > 0 && k.last[0].first == first && holds(k.last[0].bytes, lines) {
		p := k.last[0]
		p.border = border
		return p
	}
	size := 0
	for _, l := range lines {
		size += len(l.text)
	}
	all := make([]byte, 0, size)
	for i, l := range lines {
		start := len(all)
		all = append(all, l.text...)
		lines[i].text = all[start:len(all):len(all)] // what it pointed to is let go of
	}
	return part{border, first, sumOf(all), all}
}

func holds(text []byte, lines []line) bool {
	for _, l := range lines {
		if !bytes.HasPrefix(text, l.text) {
			return false
		}
		text = text[len(l.text):]
	}
	return len(text) == 0
}
