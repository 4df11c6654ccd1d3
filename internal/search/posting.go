package search

import (
	"bytes"
	"math/bits"
	"slices"
)

// posting is a document and where in it a term stands.
type posting uint32

func (p posting) document() uint32 { return uint32(p) >> weightBits }

func (p posting) weight() weight { return weight(p & (1<<weightBits - 1)) }

// newLine writes a line: the term, a blank, and the documents in whose text it stands; after a comma those that have
// it in the summary, after another one those in whose title it is.
func newLine(text *[]byte, term string, postings []posting) line {
	l := line{term: term, letters: lettersOf(term), count: int32(len(postings))}
	b := append(append(*text, term...), ' ')
	var counts, last [weights + 1]uint32 // of all that two bits can say
	for _, p := range postings {
		at := p & (1<<weightBits - 1)
		counts[at]++
		last[at] = p.document()
	}
	commas := 0
	for at := range weights {
		n := counts[at]
		if n == 0 {
			continue
		}
		for ; commas < int(at); commas++ {
			b = append(b, ',')
		}
		c := newCoder(b, last[at]+1-n, n)
		next := uint32(0)
		for _, p := range postings {
			if p.weight() == at {
				c.add(p.document() - next)
				next = p.document() + 1
			}
		}
		b = c.end()
		l.title = at == inTitle
	}
	*text = append(b, '\n')
	return l
}

// decode reads what newLine wrote after the term.
func decode(text []byte) []posting {
	var list []posting
	for at, numbers := range bytes.Split(bytes.Trim(text, " \n"), []byte{','}) {
		next := uint32(0)
		decodeGaps(numbers, func(gap uint32) {
			next += gap
			list = append(list, posting(next<<weightBits|uint32(at)))
			next++
		})
	}
	slices.Sort(list)
	return list
}

// coder writes the gaps between documents, in bits, as Rice found: what is left of a gap without its last few bits,
// how many the first letter says, as so many ones and a zero; then these bits. Six bits are a letter, of 64 that need
// no escape anywhere; gzip makes six bits of it again. Ones fill up the last letter: no zero follows them. Such a list
// is a fifth smaller than one of whole letters.
type coder struct {
	text  []byte
	low   int    // bits
	held  uint64 // bits that are no letter yet
	count int    // of them
}

const (
	firstLow    = '0'
	firstLetter = '?'
	letterBits  = 6
)

// newCoder writes so many gaps with a sum.
func newCoder(text []byte, sum, n uint32) coder {
	low := max(0, bits.Len32(sum/n*45/64)-1) // logarithm of 2, of the middle gap
	return coder{text: append(text, byte(firstLow+low)), low: low}
}

func (c *coder) add(gap uint32) {
	ones := int(gap >> c.low)
	for ; ones > mostOnes; ones -= mostOnes {
		c.bits(1<<mostOnes-1, mostOnes)
	}
	tail := c.low + 1 // a zero and what is left
	c.bits((1<<ones-1)<<tail|uint64(gap&(1<<c.low-1)), ones+tail)
}

// mostOnes is how many are written at once.
const mostOnes = 24

// bits writes the last bits of a number.
func (c *coder) bits(number uint64, count int) {
	c.held = c.held<<count | number
	for c.count += count; c.count >= letterBits; {
		c.count -= letterBits
		c.text = append(c.text, byte(firstLetter+c.held>>c.count&(1<<letterBits-1)))
	}
}

func (c *coder) end() []byte {
	if c.count > 0 {
		c.bits(1<<(letterBits-c.count)-1, letterBits-c.count)
	}
	return c.text
}

func decodeGaps(text []byte, each func(gap uint32)) {
	if len(text) == 0 {
		return
	}
	low, lacking, gap := int(text[0]-firstLow), -1, uint32(0)
	for _, letter := range text[1:] {
		for i := letterBits - 1; i >= 0; i-- {
			bit := uint32(letter-firstLetter) >> i & 1
			switch {
			case lacking >= 0:
				gap, lacking = gap<<1|bit, lacking-1
			case bit == 1:
				gap++
			default:
				lacking = low
			}
			if lacking == 0 {
				each(gap)
				lacking, gap = -1, 0
			}
		}
	}
}
