package poster

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
)

// cast is what a picture changes of the ground, row by row, as it is packed: where it does not differ from the row
// above, nothing is to be done. Whatever lies beside it, it is the same.
type cast struct {
	// changes stand one behind the other, each with its head and its bits; the last has the row none.
	changes []byte
	// reach says of each row, and the one below the last, from which byte on it and the row above are covered, however
	// little, and up to which one.
	reach  [][2]uint8
	weight weight
}

// weight is the sum of some bytes, and of those of each times its distance from the first.
type weight struct{ values, places uint64 }

// The head of a change: its row, counted from the picture's first; the first byte that differs from the row above, and
// the one after the last; how many bits follow, in two bytes; two bytes that stand before what differs, and two behind.
const (
	changeRow = iota
	changeFrom
	changeTo
	changeBits
	_
	changeBefore
	_
	changeBehind
	_
	changeHead
	none = 0xff
)

// form is rows of which a cast is made.
type form struct {
	rows       []byte
	reach      [][2]uint8 // of each row, as far as it is covered
	wide, high int
	out        stream
}

// lay lays a picture into a form, of so many bytes and rows, from a pixel and a row on. An empty row stands above, and
// one below.
func (f *form) lay(spans []span, left, wide, top, high int, x ink) {
	f.wide, f.high = wide, high
	n := wide * (high + 2)
	f.rows = slices.Grow(f.rows[:0], n)[:n]
	clear(f.rows)
	f.reach = f.reach[:0]
	for range high + 2 {
		f.reach = append(f.reach, [2]uint8{math.MaxUint8, 0})
	}
	for _, s := range spans {
		y, from, to := s.y-top+1, s.from-left, s.to-left
		r := &f.reach[y]
		*r = [2]uint8{min(r[0], uint8(from/2)), max(r[1], uint8((to+1)/2))}
		if s.step > 0 {
			lay(f.row(y), from, to, x[s.step-1])
		}
	}
}

func (f *form) row(y int) []byte { return f.rows[y*f.wide:][:f.wide] }

// cast makes a cast of what a form holds.
func (f *form) cast(l *language) (c cast) {
	f.out.bytes = f.out.bytes[:0]
	c.reach = make([][2]uint8, f.high+1)
	for y := range f.high + 1 {
		above, row := f.row(y), f.row(y+1)
		s := sumOf(row)
		c.weight.values += s.values
		c.weight.places += s.values*uint64(f.wide+y*stride) - s.sums
		r, last := f.reach[y+1], f.reach[y]
		c.reach[y] = [2]uint8{min(r[0], last[0]), max(r[1], last[1])}
		from, to := 0, f.wide
		for from < to && row[from] == above[from] {
			from++
		}
		if from == to {
			continue
		}
		for row[to-1] == above[to-1] {
			to--
		}
		begun := len(f.out.bytes)
		f.out.bytes = append(f.out.bytes, byte(y), byte(from), byte(to), 0, 0,
			byteAt(row, from-2), byteAt(row, from-1), byteAt(row, to), byteAt(row, to+1))
		f.difference(row, above, from, to, l)
		bits := (len(f.out.bytes)-begun-changeHead)*8 + int(f.out.held.long)
		f.out.put(word{long: -f.out.held.long & 7})
		binary.LittleEndian.PutUint16(f.out.bytes[begun+changeBits:], uint16(bits))
	}
	f.out.bytes = append(f.out.bytes, none)
	c.changes = bytes.Clone(append(f.out.bytes, make([]byte, 8)...)) // so many bytes may be looked at at once
	return c
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
		for i > from && i+same < to && row[i+same] == row[i-1] {
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
