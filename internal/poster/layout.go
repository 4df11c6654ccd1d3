package poster

import "strings"

// Where things stand, in pixels.
const (
	margin   = 72
	eavesTop = 492 // where the roof ends
	nearMap  = 680 // how far texts reach to the right beside a map
	farRight = 980 // and beside the ornament
)

// draw draws one poster: without a canvas, where its texts can be set.
func (e *easel) draw(p *Painter, c *Poster) {
	e.ground = p.ground(e, names{c.Site, c.Publisher}, c.Map == nil)
	e.clear()
	if e.isSet = c.Map == nil && e.gallery != nil; e.isSet {
		e.setting = true
		e.drawTexts(c, farRight-margin)
		e.setting = false
	}
	if e.isSet {
		return
	}
	e.lay(e.ground)
	right := farRight
	if c.Map != nil {
		right = nearMap
		e.drawMap(c.Map)
	}
	e.drawTexts(c, right-margin)
}

// drawGround draws what all posters of a site have in common: the roof, with or without its ornament, and
// at its foot the mark of the house and whose poster it is.
func (e *easel) drawGround(n names, ornamented bool) {
	e.fill(roof, 0, eavesTop)
	e.fill(paper, eavesTop, Height)
	e.drawEaves()
	o := parsePath(mark)
	s := newScale(&Map{Width: 32, Height: 32}, margin-4, 548, margin+56, 608)
	e.begin(s.bounds(o))
	e.area(s, o)
	e.paint(eaves)
	const left, wide = margin + 72, Width - 2*margin - 72
	e.write(e.bold, 30, left, 574, letters, e.bold.fit(30, wide, n.site))
	e.write(e.regular, 22, left, 606, quiet, e.regular.fit(22, wide, n.publisher))
	if ornamented {
		e.ornament()
	}
}

// drawTexts writes the texts on the roof: the number at its foot, the others in the middle
// of what is left, a little above.
func (e *easel) drawTexts(c *Poster, wide int) {
	top, foot := 48, eavesTop-44
	if c.Number != "" {
		e.drawNumber(c, foot, wide)
		foot -= numberSize + 24
	}
	note, _ := e.regular.phrase(c.Note).wrap(noteSize, wide, 2)
	rest := len(note) * noteLine
	if len(note) > 0 {
		rest += noteGap
	}
	if c.Kicker != "" {
		rest += kickerLine
	}
	size, lines := e.title(c.Title, wide, foot-top-rest)
	y := top + max(foot-top-rest-len(lines)*size*titleLine/100, 0)*2/5
	if c.Kicker != "" {
		e.write(e.bold, kickerSize, margin, y+kickerSize, gold, e.bold.fit(kickerSize, wide, c.Kicker))
		y += kickerLine
	}
	for _, line := range lines {
		e.write(e.bold, size, margin-size/24, y+size, white, line) // letters stand a little off their line
		y += size * titleLine / 100
	}
	y += noteGap
	for _, line := range note {
		y += noteLine
		e.write(e.regular, noteSize, margin, y, pale, line)
	}
}

// Sizes of letters, and how far the baselines of their lines are apart.
const (
	kickerSize = 28
	kickerLine = 44
	noteSize   = 30
	noteLine   = 42
	noteGap    = 10 // between title and note
	numberSize = 84
	unitSize   = 26
	unitLine   = 33
	titleLine  = 116 // in per cent of the letters' size
)

// titleSizes are how large a title may be, and in how many lines. In the smallest it is cut.
var titleSizes = []struct{ size, lines int }{
	{124, 1}, {108, 1}, {96, 2}, {84, 3}, {76, 3}, {68, 3}, {62, 4}, {56, 4}, {50, 4}, {44, 4},
}

// title finds the largest letters in which a title fits.
func (e *easel) title(text string, wide, room int) (size int, lines []string) {
	title := e.bold.phrase(text)
	for _, x := range titleSizes {
		most := max(min(x.lines, room*100/(x.size*titleLine)), 1)
		all := false
		if lines, all = title.wrap(x.size, wide, most); all {
			return x.size, lines
		}
		size = x.size
	}
	return size, lines
}

// drawNumber writes the number large, and what it counts beside it.
func (e *easel) drawNumber(c *Poster, baseline, wide int) {
	size, number := numberSize, bounded(c.Number)
	for size > numberSize/2 && e.bold.width(size, number) > wide*3/5 {
		size -= 6
	}
	number = e.bold.fit(size, wide, number)
	e.write(e.bold, size, margin-3, baseline, gold, number)
	x := margin + e.bold.width(size, number) + 20
	var lines []string
	for part := range strings.Lines(c.Unit) {
		more, _ := e.regular.phrase(part).wrap(unitSize, margin+wide-x, 2)
		lines = append(lines, more...)
	}
	y := baseline - (len(lines)-1)*unitLine - max(0, 2-len(lines))*unitLine/2
	for _, line := range lines {
		e.write(e.regular, unitSize, x, y, pale, line)
		y += unitLine
	}
}

// mark is a house with a toothed roof, on a ground of 32 by 32.
const mark = "M11 4L21 4 24 9 31 15 31 18 28 20 26 18 24 20 22 18 20 20 18 18 16 20 14 18 12 20 10 18 8 20 6 18 4 20 " +
	"1 18 1 15 8 9zM12 7L10 10 22 10 20 7zM5 21L8 21 8 27 5 27zM14.5 21L17.5 21 17.5 27 14.5 27z" +
	"M24 21L27 21 27 27 24 27zM3 27L29 27 29 30 3 30z"

// drawMap draws all areas, the own one in gold, and lets the roof show between them.
func (e *easel) drawMap(m *Map) {
	s := newScale(m, nearMap+24, 40, Width-margin+12, eavesTop-44)
	outlines := make([]outline, len(m.Areas))
	for i, path := range m.Areas {
		outlines[i] = parsePath(path)
		x := land
		if i == m.Own {
			x = gold
		}
		e.begin(s.bounds(outlines[i]))
		e.area(s, outlines[i])
		e.paint(x)
	}
	e.begin(nearMap, 0, Width, eavesTop)
	for _, o := range outlines {
		e.border(s, o, 3*unit)
	}
	e.cut()
}

// The teeth of the board under the eaves.
const (
	tooth = 40
	tip   = 30
)

// drawEaves draws the board under the roof: a line of gold, teeth with round tips, and a
// dot of gold in each.
func (e *easel) drawEaves() {
	e.begin(0, eavesTop, Width, eavesTop+tip+2)
	e.move(at(Width, eavesTop))
	e.line(at(0, eavesTop))
	for x := 0; x < Width; x += tooth {
		e.line(at(x+tooth/2-6, eavesTop+tip*3/4))
		e.bend(at(x+tooth/2, eavesTop+tip+5), at(x+tooth/2+6, eavesTop+tip*3/4))
		e.line(at(x+tooth, eavesTop))
	}
	e.close()
	e.paint(eaves)
	e.begin(0, eavesTop-16, Width, eavesTop+tip)
	e.box(0, eavesTop-12, Width, eavesTop-9)
	for x := tooth / 2; x < Width; x += tooth {
		e.disc(at(x, eavesTop+6), 3*unit)
	}
	e.paint(gold)
}

// ornament draws flowers of four petals, as batik has them, at the right of the roof.
func (e *easel) ornament() {
	const size = 80
	e.begin(farRight, 0, Width, eavesTop-16)
	for y := 0; y < eavesTop; y += size {
		e.flower(Width-size, y+size/2, size/2)
		e.flower(Width, y+size/2, size/2)
	}
	e.close()
	e.paint(weave)
	e.begin(farRight, 0, Width, eavesTop-16)
	for y := size / 2; y < eavesTop; y += size {
		e.disc(at(Width-size, y), 5*unit/2)
	}
	e.close()
	e.paint(gold)
}

// flower gathers four petals around a pixel.
func (e *easel) flower(x, y, r int) {
	for _, d := range [4][2]int{{1, 1}, {-1, 1}, {-1, -1}, {1, -1}} {
		from, to := at(x+5*d[0], y+5*d[1]), at(x+(r-2)*d[0], y+(r-2)*d[1])
		if d[0]*d[1] > 0 {
			e.move(from)
			e.bend(at(x+r*d[0], y), to)
			e.bend(at(x, y+r*d[1]), from)
		} else {
			e.move(from)
			e.bend(at(x, y+r*d[1]), to)
			e.bend(at(x+r*d[0], y), from)
		}
	}
	e.close()
}
