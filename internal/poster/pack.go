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
	upward    = firstRun + longest + 1 // where those of a row begin
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
	tokens [stride + 4]token
	count  int
	same   [len(distances)]marks // whether a byte is the one a distance before
	from   int                   // where that begins that was parted last
	to     int                   // and where it ends
}

// marks are bits for the bytes of a part, and some for none behind.
type marks [stride/block + 2]uint64

// block is how many bytes are marked at once.
const block = 64

// find returns a part of a row as tokens, until it is asked again. It looks at no byte of another
// part: only what the part itself shows, and in the row above, decides.
func (f *finder) find(rows []byte, from, to int) []token {
	n := to - from
	isNext := f.from == from-stride && f.to == to-stride // the marks are those of the row above
	f.from, f.to = from, to
	above := rows[max(from-stride, 0):]
	var last, lastAbove byte
	for i := 0; i < n; i += block {
		w, x, a := i/block, (*[block]byte)(rows[from+i:]), (*[block]byte)(above[i:])
		if isNext && last == lastAbove && *x == *a {
			f.same[1][w] = ^uint64(0) // and what equals the byte before did so there
		} else {
			f.same[0][w], f.same[1][w] = marked(x, a, last)
		}
		last, lastAbove = x[block-1], a[block-1]
	}
	f.same[0][0] &^= 1
	if from < stride {
		f.same[1] = marks{}
	}
	end := n / block
	var runs marks // where one begins
	for k := range f.same {
		same := &f.same[k]
		same[end] &= 1<<(n%block) - 1
		same[end+1] = 0
		for i, w := range same[:end+1] {
			next := same[i+1]
			runs[i] |= w & (w>>1 | next<<63) & (w>>2 | next<<62)
		}
	}
	runs[end] |= 1 << (n % block) // so that there is always a next
	f.count = 0
	for i := 0; ; {
		next := runs.next(i)
		f.add(rows[from+i:from+next+padding/2], next-i)
		if i = next; i == n {
			return f.tokens[:f.count]
		}
		run, which := f.same[0].long(i), token(0)
		if up := f.same[1].long(i); up > run {
			run, which = up, longest+1
		}
		run = min(run, longest)
		f.tokens[f.count] = firstRun + which + token(run)
		f.count++
		i += run
	}
}

// add adds n bytes as tokens. There are seldom more than four: that many are written without asking.
func (f *finder) add(bytes []byte, n int) {
	t, four := f.tokens[f.count:][:4], bytes[:4]
	t[0], t[1], t[2], t[3] = token(four[0]), token(four[1]), token(four[2]), token(four[3])
	for i := 4; i < n; i++ {
		f.tokens[f.count+i] = token(bytes[i])
	}
	f.count += n
}

// marked says which bytes of a block equal those before, last at first, and those above.
func marked(x, above *[block]byte, last byte) (before, up uint64) {
	carry := uint64(last)
	for k := 0; k < block; k += 8 {
		w := binary.LittleEndian.Uint64(x[k:])
		before |= zeroBytes(w^(w<<8|carry)) << k
		up |= zeroBytes(w^binary.LittleEndian.Uint64(above[k:])) << k
		carry = w >> 56
	}
	return before, up
}

// zeroBytes is a bit for each of eight bytes: set where it is 0.
func zeroBytes(x uint64) uint64 {
	const low = 0x7f7f7f7f7f7f7f7f
	x = ^((x&low + low) | x) & ^uint64(low) // the highest bit of each
	return x * 0x0002040810204081 >> 56
}

// next is the next place from i on that is marked. There must be one.
func (m *marks) next(i int) int {
	if x := m.from(i); x != 0 { // most often, and foreseen by processors
		return i + bits.TrailingZeros64(x)
	}
	w := i/block + 1
	for m[w] == 0 {
		w++
	}
	return w*block + bits.TrailingZeros64(m[w])
}

// from are the marks from a place on, as many as a block has.
func (m *marks) from(i int) uint64 {
	w, b := uint(i)/block, uint(i)%block
	return m[w]>>b | m[w+1]<<(block-b)
}

// long is how many places from i on are marked. There must be one after them that is not.
func (m *marks) long(i int) int {
	if x := ^m.from(i); x != 0 {
		return bits.TrailingZeros64(x)
	}
	w := i/block + 1
	for ^m[w] == 0 {
		w++
	}
	return w*block + bits.TrailingZeros64(^m[w]) - i
}

// sum is Adler's of some bytes, by RFC 1950, but for what is common to all: of their
// values, and of those of each with all before.
type sum struct{ values, sums uint64 }

// sumOf sums bytes.
func sumOf(bytes []byte) (s sum) {
	// Of eight bytes those with even places are summed in one number, those with odd ones in
	// another, each times how often it counts.
	const lanes = 0x00ff00ff00ff00ff
	i := 0
	for ; i+8 <= len(bytes); i += 8 {
		x := binary.LittleEndian.Uint64(bytes[i:])
		even, odd := x&lanes, x>>8&lanes
		s.sums += 8*s.values + (even*0x0008000600040002+odd*0x0007000500030001)>>48
		s.values += (even + odd) * 0x0001000100010001 >> 48
	}
	for _, b := range bytes[i:] {
		s.values += uint64(b)
		s.sums += s.values
	}
	return s
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
	const most = mostBits / 8 // bytes of a word
	n, held := len(s.bytes), s.held
	s.bytes = slices.Grow(s.bytes, len(tokens)*most+8)
	room := s.bytes[:cap(s.bytes)]
	for _, t := range tokens {
		held = held.and(words[t])
		binary.LittleEndian.PutUint64(room[n:], held.bits)
		n += int(held.long / 8)
		held = word{held.bits >> (held.long &^ 7), held.long & 7}
	}
	s.bytes, s.held = room[:n], held
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
