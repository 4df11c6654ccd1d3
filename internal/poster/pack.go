package poster

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// token is a byte, or a run of bytes that stand before too: runs of one distance begin at
// firstRun, those of the next longest+1 further on.
type token uint16

const (
	firstRun  = 256
	allTokens = firstRun + len(distances)*(longest+1)
)

// distances are how far before a run its bytes stand too: one, and a row. What repeats where
// texts stand is known, where compress/zlib searches.
var distances = [...]int{1, stride}

// run is how long the run of a token is, and how far before it stands too; 0 and the byte where
// it is none.
func (t token) run() (n, back int) {
	if t < firstRun {
		return 0, int(t)
	}
	return int(t-firstRun) % (longest + 1), distances[(t-firstRun)/(longest+1)]
}

const (
	shortest = 3 // of runs
	longest  = 258
	padding  = 64 // behind the rows, so that many bytes may be looked at at once
)

// finder parts rows into tokens.
type finder struct {
	tokens []token
	same   [len(distances)]marks // whether a byte is the one a distance before
}

// marks are bits for the bytes of a part, and some for none behind.
type marks [stride/64 + 2]uint64

// find returns a part of a row as tokens, until it is asked again. It looks at no byte of another part: only
// what the part itself shows, and in the row above, decides.
func (f *finder) find(rows []byte, from, to int) []token {
	f.tokens = f.tokens[:0]
	n := to - from
	var runs marks // where one begins
	for k, d := range distances {
		same := &f.same[k]
		*same = marks{}
		if d > from && d == stride {
			continue
		}
		for i := 0; i < n; i += 64 {
			same[i/64] = equal((*[64]byte)(rows[from+i:]), rows, from+i-d)
		}
		if d != stride {
			same[0] &= ^uint64(0) << d
		}
		same[n/64] &= 1<<(n%64) - 1
		for i := range same[1:] {
			w, next := same[i], same[i+1]
			runs[i] |= w & (w>>1 | next<<63) & (w>>2 | next<<62)
		}
	}
	for i := 0; i < n; {
		next := runs.next(i, true, n)
		for _, b := range rows[from+i : from+next] {
			f.tokens = append(f.tokens, token(b))
		}
		if i = next; i == n {
			break
		}
		run, which := 0, 0
		for k := range distances {
			if m := f.same[k].next(i, false, n) - i; m > run {
				run, which = m, k
			}
		}
		run = min(run, longest)
		f.tokens = append(f.tokens, firstRun+token(which*(longest+1)+run))
		i += run
	}
	return f.tokens
}

// equal marks which bytes equal those that begin at a place.
func equal(a *[64]byte, rows []byte, place int) (marked uint64) {
	var before [64]byte
	b := &before
	if place >= 0 {
		b = (*[64]byte)(rows[place:])
	} else {
		copy(before[-place:], rows)
	}
	for k := 0; k < 64; k += 8 {
		x := binary.LittleEndian.Uint64(a[k:]) ^ binary.LittleEndian.Uint64(b[k:])
		const low = 0x7f7f7f7f7f7f7f7f
		x = ^((x&low + low) | x) & ^uint64(low) // the highest bit of each byte that is 0
		marked |= x >> 7 * 0x0102040810204080 >> 56 << k
	}
	return marked
}

// next is the next place from i on that is marked, or is not, n if there is none before.
func (m *marks) next(i int, marked bool, n int) int {
	var flip uint64
	if !marked {
		flip = ^flip
	}
	w := i / 64
	x := (m[w] ^ flip) >> (i % 64) << (i % 64)
	for x == 0 {
		if w++; w*64 >= n {
			return n
		}
		x = m[w] ^ flip
	}
	return min(w*64+bits.TrailingZeros64(x), n)
}

// sum is Adler's of some bytes, by RFC 1950, but for what is common to all: of their
// values, and of those of each with all before.
type sum struct{ values, sums uint64 }

// sumOf sums the bytes up from one place to another. They may be followed by others, up to eight
// at once.
func sumOf(rows []byte, from, to int) (s sum) {
	// Of eight bytes those with even places are summed in one number, those with odd ones in
	// another, each times how often it counts.
	const lanes = 0x00ff00ff00ff00ff
	i := from
	for ; i+8 <= to; i += 8 {
		x := binary.LittleEndian.Uint64(rows[i:])
		even, odd := x&lanes, x>>8&lanes
		s.sums += 8*s.values + (even*0x0008000600040002+odd*0x0007000500030001)>>48
		s.values += (even + odd) * 0x0001000100010001 >> 48
	}
	for _, b := range rows[i:to] {
		s.values += uint64(b)
		s.sums += s.values
	}
	return s
}

// and is the sum of bytes with n others behind.
func (s sum) and(next sum, n int) sum {
	return sum{s.values + next.values, s.sums + uint64(n)*s.values + next.sums}
}

// adler is the checksum of n bytes.
func (s sum) adler(n int) uint32 {
	const prime = 65521
	return uint32((s.sums+uint64(n))%prime)<<16 | uint32((s.values+1)%prime)
}

// stream is bytes, and bits that do not fill one yet.
type stream struct {
	bytes []byte
	held  word
}

// mostBits is how long a word may be that is put at once.
const mostBits = 56

// put adds a word.
func (s *stream) put(w word) {
	held := s.held.and(w)
	n := len(s.bytes) + int(held.long/8)
	s.bytes = binary.LittleEndian.AppendUint64(s.bytes, held.bits)[:n]
	s.held = word{held.bits >> (held.long &^ 7), held.long & 7}
}

// putWords adds words.
func (s *stream) putWords(words []word) {
	for _, w := range words {
		s.put(w)
	}
}

// close fills a byte that was begun, and adds a checksum.
func (s *stream) close(checksum uint32) {
	s.put(word{long: -s.held.long & 7})
	s.bytes = binary.BigEndian.AppendUint32(s.bytes, checksum)
}

// putAll adds the words of some tokens.
func (s *stream) putAll(tokens []token, words *[allTokens]word) {
	for _, t := range tokens {
		s.put(words[t])
	}
}

// The two alphabets of RFC 1951: bytes, the end and the lengths of runs; and distances.
const (
	end          = 256
	symbols      = 286
	backSymbols  = 30
	longestWords = 15 // in bits
)

// census is how often the symbols of both alphabets occur.
type census struct {
	symbols [symbols]int
	backs   [backSymbols]int
}

// count counts a run, or a byte: see token.run.
func (c *census) count(run, back int) {
	if run == 0 {
		c.symbols[back]++
		return
	}
	c.symbols[lengths[run].symbol]++
	c.backs[newNumeral(back-1, 1).symbol]++
}

// language is what rows are packed in: one block of RFC 1951 with a code of its own.
type language struct {
	code, backCode []word
	words          [allTokens]word // of tokens
	opened         []word          // what the stream begins with
}

// word is what a run or a byte is written as: see token.run.
func (l *language) word(run, back int) word {
	if run == 0 {
		return l.code[back]
	}
	n, d := &lengths[run], newNumeral(back-1, 1)
	return l.code[n.symbol].and(n.rest).and(l.backCode[d.symbol]).and(d.rest)
}

// newLanguage returns the one that is shortest where symbols occur so often. Each may occur.
func newLanguage(c census) *language {
	for i := range c.symbols {
		c.symbols[i]++
	}
	for i := range c.backs {
		c.backs[i]++
	}
	l := &language{code: newCode(c.symbols[:]), backCode: newCode(c.backs[:])}
	for t := range l.words {
		if n, back := token(t).run(); t < firstRun || n >= shortest {
			l.words[t] = l.word(n, back)
		}
	}
	add := func(bits uint64, long uint) { l.opened = append(l.opened, word{bits, long}) }
	add(0x0178, 16)                                         // deflated, and quickly
	add(1|2<<1, 3)                                          // the last block, with codes
	add(symbols-end-1|(backSymbols-1)<<5|(19-4)<<10, 5+5+4) // of all symbols
	add(0, 3*3)                                             // no length of a word is repeated:
	for range longestWords + 1 {                            // each has four bits
		add(4, 3)
	}
	for _, w := range slices.Concat(l.code, l.backCode) {
		add(uint64(bits.Reverse8(uint8(w.long))>>4), 4)
	}
	return l
}

// numeral is how a number is written: with a symbol, and what that leaves open.
type numeral struct {
	symbol int
	rest   word
}

// lengths are the numerals of the lengths of runs.
var lengths = func() (all [longest + 1]numeral) {
	for n := shortest; n < longest; n++ {
		all[n] = newNumeral(n-shortest, 2)
		all[n].symbol += end + 1
	}
	all[longest].symbol = symbols - 1
	return all
}()

// newNumeral counts from 0 on. A symbol stands for one number at first, and for twice as many
// from each power of two on, which 1<<fine symbols share.
func newNumeral(n, fine int) numeral {
	open := max(bits.Len(uint(n))-1-fine, 0)
	return numeral{open<<fine + n>>open, word{uint64(n & (1<<open - 1)), uint(open)}}
}
