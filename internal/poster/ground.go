package poster

import "bytes"

// names are what stands below the eaves.
type names struct{ site, publisher string }

// ground is what posters of the same names have in common, drawn and packed once.
type ground struct {
	rows []byte
	*language
	packed [Height][parts]piece
	// foot is all below the roof, and footSince the row from which on all must show the ground for it.
	foot      []word
	footSince int
	sum       sum
}

// piece is a part of a row as it is packed where all shows the ground from the row of since on to its own:
// what it repeats stands there. Where only the row above does, or its part of it, it is packed as near says.
type piece struct {
	words, near []word
	since       int
}

// repeats are what each part of each row repeats.
type repeats [Height][parts][]repeat

// examples are texts as they often stand on posters: what is packed is shortest where it is like
// them. They stand on the ground of these names.
var (
	examples = []Poster{
		{Kicker: "Berita · 12 September 2024", Title: "Kepala dinas membuka taman dan perpustakaan warga"},
		{Kicker: "Kunjungan · 30 Juni 2025", Title: "Belajar bersama: program, pelayanan, hasil", Note: "Jawa"},
	}
	exampleNames = names{"Etalase Kota", "Redaksi, situs independen"}
)

// newGround draws a ground on an easel, whatever it shows, and packs it.
func newGround(e *easel, l *language, n names, ornamented bool) *ground {
	g, repeats := e.layGround(n, ornamented)
	g.language = l
	g.sum = sumOf(g.rows[:stride*Height])
	g.footSince = Height
	for y := range Height {
		for i := range parts {
			p := &g.packed[y][i]
			for _, r := range repeats[y][i] {
				p.words = join(p.words, g.word(r.run, r.back))
				if y >= eavesTop {
					g.foot = join(g.foot, g.word(r.run, r.back))
				}
			}
		}
		p := &g.packed[y][0]
		if y >= eavesTop {
			g.footSince = min(g.footSince, p.since)
		}
		for _, t := range e.find(g.rows, y*stride, y*stride+edge) {
			p.near = join(p.near, g.words[t])
		}
	}
	return g
}

// layGround draws a ground on an easel, and lays it; it is still to be packed.
func (e *easel) layGround(n names, ornamented bool) (*ground, *repeats) {
	e.lay(nil)
	e.drawGround(n, ornamented)
	g, found := &ground{rows: bytes.Clone(e.rows)}, &repeats{}
	e.lay(g)
	for i := range parts {
		s := newSearch(g.rows)
		for y := range Height {
			from, to := y*stride+bounds[i], y*stride+bounds[i+1]
			found[y][i], g.packed[y][i].since = s.part(from, to)
		}
	}
	return g, found
}

// learn returns the language in which examples are short. It is that of all posters, whatever their ground: so
// letters are packed once.
func (e *easel) learn() *language {
	g, repeats := e.layGround(exampleNames, true)
	var often census
	for _, c := range examples {
		e.drawTexts(&c, farRight-margin)
		e.walk(func(y, part, from, to int, p *piece) {
			if p != nil {
				for _, r := range repeats[y][part] {
					often.count(r.run, r.back)
				}
				return
			}
			for _, t := range e.find(e.rows, from, to) {
				often.count(t.run())
			}
		})
		e.lay(g)
	}
	return newLanguage(often)
}

// join adds a word, to the one before where there is room.
func join(words []word, w word) []word {
	if n := len(words) - 1; n >= 0 && words[n].long+w.long <= mostBits {
		words[n] = words[n].and(w)
		return words
	}
	return append(words, w)
}

// lay readies an easel for a poster on a ground; on none, for all to be drawn.
func (e *easel) lay(g *ground) {
	for y := range Height {
		if g != nil && (g != e.laid || e.drawn[y] != [parts]bool{}) {
			row := y * stride
			copy(e.rows[row:row+stride], g.rows[row:])
		}
	}
	e.drawn = [Height][parts]bool{}
	e.laid = g
}

// walk goes through the parts of an easel's rows, and says of each where it lies, and how it is packed on the
// ground: nil where it, or what it repeats, was drawn on.
func (e *easel) walk(show func(y, part, from, to int, packed *piece)) {
	e.to = 0                   // another may have been drawn since
	last := [parts]int{-1, -1} // that were drawn on
	for y := range Height {
		for i := range parts {
			if e.drawn[y][i] {
				last[i] = y
			}
			p := &e.laid.packed[y][i]
			if last[i] >= p.since {
				p = nil
			}
			show(y, i, y*stride+bounds[i], y*stride+bounds[i+1], p)
		}
	}
}

// pack adds the rows of an easel, compressed into a stream of zlib, by RFC 1950 and 1951.
func (e *easel) pack(s *stream) {
	s.putWords(e.laid.opened)
	e.walk(func(_, _, from, to int, p *piece) {
		if p != nil {
			s.putWords(p.words)
			return
		}
		s.putAll(e.find(e.rows, from, to), &e.laid.words)
	})
	s.put(e.laid.code[end])
	s.close(sumOf(e.rows[:stride*Height]).adler(stride * Height))
}
