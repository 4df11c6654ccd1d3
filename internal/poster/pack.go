package poster

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
)

// packer compresses rows of pixels into a stream of zlib, by RFC 1950 and 1951. It knows what
// repeats on a poster, where compress/zlib searches: that takes less time and makes less.
type packer struct {
	tokens []token
	stream []byte
	held   word // what does not fill four bytes yet
}

// token is a byte, or a run of bytes that stand before too.
type token struct {
	run   uint16 // how many; 0 for a byte
	value uint8  // the byte, or the position of the distance
}

// distances are how far before a run its bytes stand too: one, a row, a tooth of the eaves.
var distances = [...]int{1, stride, tooth / 2}

const (
	shortest = 3 // of runs
	longest  = 258
	enough   = 16 // a run as long as this is taken as it comes
	padding  = 8  // behind the rows, so that eight bytes may be looked at at once
)

// pack returns rows compressed, to be used until the next are. There is padding behind them.
func (p *packer) pack(rows []byte) []byte {
	p.find(rows)
	p.stream = append(p.stream[:0], 0x78, 0x01) // deflated, and quickly
	p.block()
	p.put(word{long: -p.held.long & 7}) // to a whole byte
	for ; p.held.long > 0; p.held.long -= 8 {
		p.stream = append(p.stream, byte(p.held.bits))
		p.held.bits >>= 8
	}
	p.stream = binary.BigEndian.AppendUint32(p.stream, adler32.Checksum(rows))
	return p.stream
}

// find parts rows into tokens.
func (p *packer) find(rows []byte) {
	p.tokens = p.tokens[:0]
	padded := rows[:len(rows)+padding]
	for i := 0; i < len(rows); {
		t := token{value: rows[i]}
		for which, d := range distances {
			if d > i {
				continue
			}
			if n := same(padded[i:], padded[i-d:]); n >= shortest && n > int(t.run) {
				if t = (token{uint16(n), uint8(which)}); n >= enough {
					break
				}
			}
		}
		p.tokens = append(p.tokens, t)
		i += max(int(t.run), 1)
	}
}

// same is how many bytes a and b have in common at their beginning, as far as a run goes.
func same(a, b []byte) int {
	if x := binary.LittleEndian.Uint64(a) ^ binary.LittleEndian.Uint64(b); x != 0 {
		return min(bits.TrailingZeros64(x)/8, len(a)-padding)
	}
	return further(a, b)
}

// further is same for more than eight bytes.
func further(a, b []byte) int {
	most := min(len(a)-padding, longest)
	for n := 8; n < most; n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return min(n+bits.TrailingZeros64(x)/8, most)
		}
	}
	return most
}

// The two alphabets of RFC 1951: bytes, the end and the lengths of runs; and distances.
const (
	end          = 256
	symbols      = 286
	backSymbols  = 30
	longestWords = 15 // in bits
)

// block writes the tokens as one block, with the codes for them before.
func (p *packer) block() {
	var often [symbols]int
	var oftenBack [backSymbols]int
	often[end] = 1
	for _, t := range p.tokens {
		if t.run == 0 {
			often[t.value]++
		} else {
			often[lengths[t.run].symbol]++
			oftenBack[backs[t.value].symbol]++
		}
	}
	code, backCode := newCode(often[:]), newCode(oftenBack[:])
	p.put(word{1 | 2<<1, 3})                                                    // the last block, with codes
	p.put(word{symbols - end - 1 | (backSymbols-1)<<5 | (19-4)<<10, 5 + 5 + 4}) // of all symbols
	p.put(word{0, 3 * 3})                                                       // no length of a word is repeated:
	for range longestWords + 1 {                                                // each has four bits
		p.put(word{4, 3})
	}
	p.writeLengths(code)
	p.writeLengths(backCode)
	for _, t := range p.tokens {
		if t.run == 0 {
			p.put(code[t.value])
		} else {
			n, d := &lengths[t.run], &backs[t.value]
			p.put(code[n.symbol].and(n.rest))
			p.put(backCode[d.symbol].and(d.rest))
		}
	}
	p.put(code[end])
}

// writeLengths writes how long the words of a code are.
func (p *packer) writeLengths(code []word) {
	for _, w := range code {
		p.put(word{uint64(bits.Reverse8(uint8(w.long)) >> 4), 4})
	}
}

// put adds a word to the stream.
func (p *packer) put(w word) {
	held := p.held.and(w)
	if held.long >= 32 {
		p.stream = binary.LittleEndian.AppendUint32(p.stream, uint32(held.bits))
		held = word{held.bits >> 32, held.long - 32}
	}
	p.held = held
}

// numeral is how a number is written: with a symbol, and what that leaves open.
type numeral struct {
	symbol int
	rest   word
}

// lengths are the numerals of the lengths of runs, backs those of the distances.
var (
	lengths = func() (all [longest + 1]numeral) {
		for n := shortest; n < longest; n++ {
			all[n] = newNumeral(n-shortest, 2)
			all[n].symbol += end + 1
		}
		all[longest].symbol = symbols - 1
		return all
	}()
	backs = func() (all [len(distances)]numeral) {
		for i, d := range distances {
			all[i] = newNumeral(d-1, 1)
		}
		return all
	}()
)

// newNumeral counts from 0 on. A symbol stands for one number at first, and for twice as many
// from each power of two on, which 1<<fine symbols share.
func newNumeral(n, fine int) numeral {
	open := max(bits.Len(uint(n))-1-fine, 0)
	return numeral{open<<fine + n>>open, word{uint64(n & (1<<open - 1)), uint(open)}}
}
