package poster

import (
	"encoding/binary"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// sheet is a poster's texts as they are set of pictures, without a canvas: each picture says itself how it is packed.
type sheet struct {
	lines   []setLine
	placed  []placed
	next    []int16    // of those, the row that each changes next
	letters []letterAt // of the line that is set
	// touching are letters that share bytes, for as long as they are drawn.
	touching []letterAt
	hung     sum  // what the pictures add to the ground's
	setting  bool // whether texts are set now
	isSet    bool // and whether all could be
}

// setLine is a line of text: its pictures in placed, the rows in which they change anything, the last of them too, and
// the bytes of a row.
type setLine struct {
	begun, beyond int
	first, last   int
	left, right   int
}

// placed is a picture where it stands, in pixels.
type placed struct {
	*picture
	letter      int // which of the line is its first
	left, right int
	top         int    // the row where it begins
	byte        int    // of a row, where it begins
	far         int    // the byte behind all pixels of the line so far
	changes     []byte // a cast
	done        int    // how many bytes of those were made
}

// mostTouching is how many letters may share bytes, each with the next.
const mostTouching = 8

// set sets a line of text of pictures. It returns false where they would not show what outlines do: where they stand on
// something else than the roof, or on each other.
func (e *easel) set(f *face, size, left, baseline int, x ink, text string) bool {
	top := baseline - size
	if size > maxSize || left < 0 || top < 0 || baseline+size/3 > eavesTop-16 {
		return false
	}
	begun, well := len(e.placed), true
	e.letters = e.letters[:0]
	l := look{font: f.Font, size: uint8(size), ink: x[len(x)-1]}
	wide := f.each(text, func(i sfnt.GlyphIndex, along int) {
		from := left*unit + share(along, size, em)
		l.glyph, l.shift = i, uint8(from%unit)
		e.letters = append(e.letters, letterAt{i, from})
		well = well && e.place(f, x, e.picture(f, l, x), begun)
	})
	from, to := max(left-size/4, 0), min(left+share(wide, size, em*unit)+1+size/4, 2*(edge-shortest-1))
	line := setLine{begun: begun, beyond: len(e.placed), first: Height}
	for i := range e.placed[begun:] {
		p := &e.placed[begun+i]
		if p.left < from || p.right > to {
			return false
		}
		e.next = append(e.next, p.begin(top))
		w := p.weights[p.left%2]
		e.hung.values += w.values
		e.hung.sums += w.values*uint64(stride*(Height-p.top)-p.byte) - w.places
		line.first, line.last = min(line.first, p.top), max(line.last, p.top+int(p.rows))
		line.right = p.far
	}
	if !well || line.begun == line.beyond {
		return well
	}
	line.left = e.placed[begun].byte
	for _, other := range e.lines {
		if line.first <= other.last && other.first <= line.last && line.left < other.right {
			return false
		}
	}
	e.lines = append(e.lines, line)
	return true
}

// byteOf is the byte of a row in which a pixel lies, byteAfter the first behind all before a pixel.
func byteOf(x int) int    { return 1 + x/2 }
func byteAfter(x int) int { return 1 + (x+1)/2 }

// place adds the picture of the last letter to a line. Where it shares a byte with the one before, one of both takes
// their place.
func (e *easel) place(f *face, x ink, one *picture, begun int) bool {
	first := len(e.letters) - 1
	if one.rows == 0 {
		return !one.strange
	}
	for size := int(one.size); ; {
		from := e.letters[first].x / unit
		p := placed{picture: one, letter: first, left: from + int(one.left), right: from + int(one.right)}
		if p.left < 0 {
			return false
		}
		p.byte, p.far = byteOf(p.left), byteAfter(p.right)
		line := e.placed[begun:]
		n := len(line) - 1
		if n >= 0 {
			p.far = max(p.far, line[n].far)
		}
		// Letters with one between them are a run apart: so what lies between two changes is known, see change.
		if n < 0 || !line[n].touches(&p) && (n == 0 || line[n-1].far+shortest <= p.byte) {
			e.placed = append(e.placed, p)
			return true
		}
		first, e.placed = line[n].letter, e.placed[:len(e.placed)-1]
		some := append(e.touching[:0], e.letters[first:]...)
		e.touching = some
		from = some[0].x / unit * unit
		for i := range some {
			some[i].x -= from
		}
		if len(some) > mostTouching {
			return false
		}
		if one = e.portray(f, size, x, some); one.strange {
			return false
		}
	}
}

// touches says that a letter does not stand whole to the left of the next: in some row, or that above, both have
// pixels in one byte, or the wrong way round.
func (p *placed) touches(next *placed) bool {
	if byteAfter(p.right) <= next.byte {
		return false
	}
	if next.byte < p.byte {
		return true
	}
	for y := range int(p.rows) + 1 {
		_, to := p.reach(y)
		from, _ := next.reach(y + int(p.picture.top-next.picture.top))
		if byteOf(next.left+from) < byteAfter(p.left+to) {
			return true
		}
	}
	return false
}

// begin readies a picture to be packed that stands on a line of letters that reach from some row on. It returns the
// row that it changes first.
func (p *placed) begin(top int) (next int16) {
	p.changes, p.done, p.top = p.cast(p.left%2), 0, top+int(p.picture.top)
	return int16(rowBelow(p.top, p.changes))
}

// packSet adds the rows of a poster whose texts were set, compressed into a stream of zlib, by RFC 1950 and 1951.
func (e *easel) packSet(s *stream) {
	g := e.ground
	s.putWords(g.opened)
	last := -1 // of the rows with texts
	for y := range Height {
		if y == eavesTop && last < g.footSince {
			s.putWords(g.foot)
			break
		}
		switch p := &g.packed[y][0]; {
		case e.packLines(s, y):
			last = y
		case last >= p.since:
			s.putWords(p.near)
		default:
			s.putWords(p.words)
		}
		s.putWords(g.packed[y][1].words)
	}
	s.put(g.code[end])
	s.close(sum{g.sum.values + e.hung.values, g.sum.sums + e.hung.sums}.adler(stride * Height))
}

// packLines adds the part of a row in which lines of text stand: what their pictures change, and between that what
// equals the row above. It returns false where there are none.
func (e *easel) packLines(s *stream, y int) bool {
	const most = edge*longestWords/8 + 64 // bytes of such a part
	s.bytes = slices.Grow(s.bytes, most)
	// As much as may be stays in registers: of all that is done for a poster, this takes longest.
	out, n, held, words, is := s.bytes[:cap(s.bytes)], len(s.bytes), s.held, &e.ground.words, false
	put := func(w word) {
		held = held.and(w)
		binary.LittleEndian.PutUint64(out[n:], held.bits)
		n += int(held.long / 8)
		held = word{held.bits >> (held.long &^ 7), held.long & 7}
	}
	at, behind := 0, uint16(0) // up to which byte all is added, and the two from there on, as far as a change says
	for i := range e.lines {
		l := &e.lines[i]
		if y < l.first || y > l.last {
			continue
		}
		is = true
		next := e.next[l.begun:l.beyond]
		for k := range next {
			if int(next[k]) != y {
				continue
			}
			p := &e.placed[l.begun+k]
			b := p.changes[p.done:]
			head := 1
			if b[0]&far == far {
				head++
			}
			same, to, bits := p.byte+int(b[head])-at, int(b[head+1]), uint(b[head+2])
			if head += 3; bits == many {
				bits = uint(binary.LittleEndian.Uint16(b[head:]))
				head += 2
			}
			before, after := uint16(0), uint16(0)
			if b[0]&hasBefore != 0 {
				before = binary.BigEndian.Uint16(b[head:])
				head += 2
			}
			if b[0]&hasBehind != 0 {
				after = binary.BigEndian.Uint16(b[head:])
				head += 2
			}
			for same > longest {
				run := longestOf(same)
				put(words[upward+run])
				same -= run
			}
			switch {
			case same >= shortest:
				put(words[upward+same])
			case same == 2:
				put(words[(before|behind)>>8])
				put(words[byte(before|behind)])
			case same == 1:
				put(words[byte(before)|byte(behind>>8)])
			}
			at, behind = p.byte+to, after
			p.done += head + int(bits+7)/8
			b = b[head:]
			for ; bits > mostBits; b, bits = b[mostBits/8:], bits-mostBits {
				put(word{binary.LittleEndian.Uint64(b) & (1<<mostBits - 1), mostBits})
			}
			put(word{binary.LittleEndian.Uint64(b) & (1<<bits - 1), bits})
			next[k] = int16(rowBelow(y, p.changes[p.done:]))
		}
	}
	if !is {
		return false
	}
	same := edge - at
	for same > longest {
		run := longestOf(same)
		put(words[upward+run])
		same -= run
	}
	put(words[upward+same])
	s.bytes, s.held = out[:n], held
	return true
}

// longestOf is how long the first run is of more bytes than the longest has: a run must be left.
func longestOf(n int) int {
	if n < longest+shortest {
		return longest - shortest
	}
	return longest
}

// clear takes all from a sheet.
func (s *sheet) clear() {
	s.lines, s.placed, s.next, s.hung = s.lines[:0], s.placed[:0], s.next[:0], sum{}
}
