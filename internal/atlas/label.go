package atlas

import (
	"math"
	"slices"
)

// Text is what is to be written on a shape.
type Text struct {
	// Name may be broken at its spaces.
	Name string
	// Below stands in a line of its own below the name; the longest that may, when it
	// changes. "" for none.
	Below string
}

// Label is a text on a drawing: X and Y are its middle, in units.
type Label struct {
	Lines []string
	X, Y  float64
	// Number, from 1, stands in place of a text for which there is no room; it is
	// to be explained beside the drawing.
	Number int
	// FromX and FromY are where a line to the label begins, when it stands apart.
	Apart        bool
	FromX, FromY float64

	box box
}

type box struct{ left, top, right, bottom float64 }

// LineHeight is that of labels, as a part of the size of their letters.
const LineHeight = 1.15

// Labels puts the texts on the shapes, by position, with letters of a size in units:
// inside the shape where it has room, else around its middle, else as a number. Labels do
// not collide and stay in the picture; a shape without a name has none, nor one for which
// even a number has no room. Where there is a choice, no dot is hidden.
func (d *Drawing) Labels(texts []Text, size float64, dots []Dot) []Label {
	p := labeller{
		Drawing: d, size: size, dots: dots, labels: make([]Label, len(texts)), done: make([]bool, len(texts)),
	}
	layouts := make([][]layout, len(texts))
	for i, t := range texts {
		if t.Name == "" {
			p.done[i] = true // nothing, nowhere
			continue
		}
		layouts[i] = p.layouts(t)
		p.inside(i, layouts[i])
	}
	for i := range texts {
		if !p.done[i] {
			p.around(i, layouts[i])
		}
	}
	number := 0
	for i := range texts {
		if !p.done[i] && p.number(i, number+1) {
			number++
		}
	}
	return p.labels
}

// labeller gives each shape its label.
type labeller struct {
	*Drawing
	size   float64
	dots   []Dot
	labels []Label
	done   []bool
}

func (f *layout) at(x, y float64) box {
	return box{x - f.width/2, y - f.height/2, x + f.width/2, y + f.height/2}
}

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// rounded is what is written of a coordinate.
func rounded(x float64) float64 { return math.Round(x*fine) / fine }

func (p *labeller) put(i int, f *layout, x, y float64) {
	x, y = rounded(x), rounded(y)
	p.labels[i] = Label{Lines: f.lines, X: x, Y: y, box: f.at(x, y)}
	p.done[i] = true
}

// aside is how many spots, from the middle on, are tried for a label that hides no dot.
const aside = 300

// inside puts a label where its box fits into the shape.
func (p *labeller) inside(i int, layouts []layout) {
	spots := p.Shapes[i].spots
	anywhere := func(box) bool { return true }
	noDot := func(b box) bool { return !p.hidesDot(b) }
	if len(p.dots) == 0 || !p.fits(i, layouts, spots[:min(len(spots), aside)], noDot) {
		p.fits(i, layouts, spots, anywhere)
	}
}

// fits puts a label where one of some spots has room for it, and says whether any has.
func (p *labeller) fits(i int, layouts []layout, spots []spot, good func(box) bool) bool {
	s := &p.Shapes[i]
	for _, f := range layouts {
		for _, at := range spots {
			if at.room < min(f.width, f.height)/2-1 { // the border is nearer than the nearest side
				continue
			}
			if b := f.at(at.x, at.y); s.clear(b) && p.free(b) && good(b) {
				p.put(i, &f, at.x, at.y)
				return true
			}
		}
	}
	return false
}

// hidesDot says whether a dot is behind a box. At its sides there is air: few fonts are as
// wide as it was made for.
func (p *labeller) hidesDot(b box) bool {
	const air, far = 4, 1 // units
	return slices.ContainsFunc(p.dots, func(d Dot) bool {
		return d.X > b.left+air && d.X < b.right-air && d.Y > b.top-far && d.Y < b.bottom+far
	})
}

// clear says whether no border runs through a box.
func (s *Shape) clear(b box) bool {
	for _, ring := range s.rings {
		for i, p := range ring {
			q := ring[(i+1)%len(ring)]
			if b.crossed(float64(p.x)/fine, float64(p.y)/fine, float64(q.x)/fine, float64(q.y)/fine) {
				return false
			}
		}
	}
	return true
}

// crossed says whether a line has a piece inside b: what is left of it when each
// side of the box has cut away its part.
func (b box) crossed(ax, ay, bx, by float64) bool {
	if max(ax, bx) < b.left || min(ax, bx) > b.right || max(ay, by) < b.top || min(ay, by) > b.bottom {
		return false
	}
	from, to := 0.0, 1.0
	sides := [4][2]float64{
		{ax - bx, ax - b.left},
		{bx - ax, b.right - ax},
		{ay - by, ay - b.top},
		{by - ay, b.bottom - ay},
	}
	for _, side := range sides {
		switch d, room := side[0], side[1]; {
		case d == 0 && room < 0:
			return false
		case d < 0:
			from = max(from, room/d)
		case d > 0:
			to = min(to, room/d)
		}
	}
	return from <= to
}

// free says whether a box lies in the picture and meets no label.
func (p *labeller) free(b box) bool {
	if b.left < 0 || b.top < 0 || b.right > float64(p.Width) || b.bottom > float64(p.Height) {
		return false
	}
	for i := range p.labels {
		if p.done[i] && p.labels[i].box.meets(b) {
			return false
		}
	}
	return true
}

// aroundMost is how many spots are tried for a label that crosses a border.
const aroundMost = 80

// around puts a label over the border of its shape, with most of it inside.
func (p *labeller) around(i int, layouts []layout) {
	s := &p.Shapes[i]
	spots := p.Shapes[i].spots
	var best layout
	var at spot
	most := 0.6
	for _, f := range layouts {
		for _, to := range spots[:min(len(spots), aroundMost)] {
			b := f.at(to.x, to.y)
			if !p.free(b) || p.hidesNumber(i, b) {
				continue
			}
			if part := s.part(b); part > most {
				best, at, most = f, to, part
			}
		}
	}
	if best.lines != nil {
		p.put(i, &best, at.x, at.y)
	}
}

// part is how much of a box lies inside a shape.
func (s *Shape) part(b box) float64 {
	const columns, rows = 7, 5
	in := 0
	for i := range columns {
		for j := range rows {
			x := b.left + (b.right-b.left)*(float64(i)+.5)/columns
			y := b.top + (b.bottom-b.top)*(float64(j)+.5)/rows
			if s.contains(x, y) {
				in++
			}
		}
	}
	return float64(in) / (columns * rows)
}
