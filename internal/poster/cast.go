package poster

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// A cast is what a picture changes of the ground, row by row, as it is packed: where it does not differ from the row
// above, nothing is to be done. Whatever lies beside it, it is the same. It is changes, one behind the other, and the
// end. Ten thousand lie in memory, so a change says what it must:
//
//	how many rows it stands below the last, or the picture's first row, with two marks; from far on, in a byte more
//	the first byte that differs from the row above, and the one after the last
//	how many bits follow; where that is many, again in two bytes
//	two bytes that stand before what differs, and two behind, where they are not all 0, as the marks say
//	the bits
const (
	far       = 0x3f
	hasBefore = 0x40
	hasBehind = 0x80
	many      = 0xff
	beyond    = math.MaxUint8 // as a number of rows: the end
)

// weight is the sum of some bytes, and of those of each times its distance from the first.
type weight struct{ values, places uint64 }

// form is rows of which a cast is made.
type form struct {
	rows       []byte
	wide, high int // wide is whole words, with half a byte to spare
	out        stream
}

// lay lays a picture of so many pixels and rows into a form, from a pixel and a row on. An empty row stands above, and
// one below.
func (f *form) lay(spans []span, left, wide, top, high int, x ink) {
	f.wide, f.high = (wide/2+1+7)&^7, high
	n := f.wide * (high + 2)
	f.rows = slices.Grow(f.rows[:0], n)[:n]
	clear(f.rows)
	for _, s := range spans {
		if s.step > 0 {
			lay(f.row(s.y-top+1), s.from-left, s.to-left, x[s.step-1])
		}
	}
}

func (f *form) row(y int) []byte { return f.rows[y*f.wide:][:f.wide] }

// shift moves what a form holds by half a byte.
func (f *form) shift() {
	carry := uint64(0)
	for i := 0; i < len(f.rows); i += 8 { // no row ends with a pixel
		x := binary.BigEndian.Uint64(f.rows[i:])
		binary.BigEndian.PutUint64(f.rows[i:], x>>4|carry)
		carry = x << 60
	}
}

// cast adds a cast of what a form holds to others, and weighs it.
func (f *form) cast(l *language) (w weight) {
	last := 0 // row that was changed
	for y := range f.high + 1 {
		above, row := f.row(y), f.row(y+1)
		s := sumOf(row)
		w.values += s.values
		w.places += s.values*uint64(f.wide+y*stride) - s.sums
		if from, to := differ(row, above); from < to {
			f.change(row, above, y-last, from, to, l)
			last = y
		}
	}
	f.out.bytes = append(f.out.bytes, far, beyond)
	return w
}

// differ returns the first byte in which two rows differ, and the one after the last.
func differ(a, b []byte) (from, to int) {
	from = len(a)
	for i := 0; i < len(a); i += 8 {
		if x := binary.BigEndian.Uint64(a[i:]) ^ binary.BigEndian.Uint64(b[i:]); x != 0 {
			from, to = min(from, i+bits.LeadingZeros64(x)/8), i+8-bits.TrailingZeros64(x)/8
		}
	}
	return from, to
}

// change adds a change, so many rows below the last.
func (f *form) change(row, above []byte, down, from, to int, l *language) {
	begun := len(f.out.bytes)
	b := append(f.out.bytes, byte(min(down, far)))
	if down >= far {
		b = append(b, byte(down))
	}
	b = append(b, byte(from), byte(to))
	size := len(b)
	b = append(b, 0)
	if before := [2]byte{byteAt(row, from-2), byteAt(row, from-1)}; before != [2]byte{} {
		b = append(b, before[:]...)
		b[begun] |= hasBefore
	}
	if behind := [2]byte{byteAt(row, to), byteAt(row, to+1)}; behind != [2]byte{} {
		b = append(b, behind[:]...)
		b[begun] |= hasBehind
	}
	head := len(b)
	f.out.bytes = b
	f.difference(row, above, from, to, l)
	n := (len(f.out.bytes)-head)*8 + int(f.out.held.long)
	f.out.put(word{long: -f.out.held.long & 7})
	if n < many {
		f.out.bytes[size] = byte(n)
		return
	}
	f.out.bytes[size] = many
	f.out.bytes = slices.Insert(f.out.bytes, size+1, byte(n), byte(n>>8))
}

// byteAt is a byte of a row, 0 outside.
func byteAt(row []byte, i int) byte {
	if i < 0 || i >= len(row) {
		return 0
	}
	return row[i]
}

// difference adds what differs in a row from that above, and what equals it between.
func (f *form) difference(row, above []byte, from, to int, l *language) {
	for i := from; i < to; {
		up, same := 0, 0
		for i+up < to && row[i+up] == above[i+up] {
			up++
		}
		for i > from && i+same < to && row[i+same] == row[i-1] { // what stands before may be another's
			same++
		}
		switch {
		case max(up, same) < shortest:
			f.out.put(l.words[row[i]])
			i++
		case up > same:
			f.out.put(l.words[upward+token(up)])
			i += up
		default:
			f.out.put(l.words[firstRun+token(same)])
			i += same
		}
	}
}

// rowBelow is the row of the change that comes first in a cast's rest, where the last, or the picture's first, is a
// row; a row beyond all where none comes.
func rowBelow(row int, rest []byte) int {
	down := int(rest[0] & far)
	if down == far {
		if down = int(rest[1]); down == beyond {
			return Height
		}
	}
	return row + down
}
