package atlas

import (
	"math"

	"blandongan/internal/atlas/vector"
)

// hidesNumber says whether a box takes the room of a number of another shape that has
// no label yet.
func (p *labeller) hidesNumber(i int, b box) bool {
	f := p.numeral()
	for j := range p.Shapes {
		if s := &p.Shapes[j]; j != i && !p.done[j] && f.at(s.X, s.Y).meets(b) {
			return true
		}
	}
	return false
}

// numeral is the form of a number.
func (p *labeller) numeral() layout {
	return layout{nil, float64(p.size*1.5) + 2, float64(p.size*LineHeight) + 1}
}

// number puts a number inside a shape, or as near as there is room: better not
// where that of another belongs. It says whether there was any: a picture of more than
// manyAreas may be full.
func (p *labeller) number(i, n int) bool {
	s, f := &p.Shapes[i], p.numeral()
	x, y, ok := p.nearby(i, f)
	if !ok {
		return false
	}
	p.put(i, &f, x, y)
	p.labels[i].Number = n
	if s.room(x, y) <= 0 {
		p.labels[i].Apart, p.labels[i].FromX, p.labels[i].FromY = true, s.X, s.Y
	}
	return true
}

// nearby is where a number stands.
func (p *labeller) nearby(i int, f layout) (x, y float64, ok bool) {
	for _, at := range p.Shapes[i].spots {
		if b := f.at(at.x, at.y); p.free(b) && !p.hidesNumber(i, b) {
			return at.x, at.y, true
		}
	}
	s := &p.Shapes[i]
	for _, polite := range []bool{true, false} {
		for radius := 0.0; radius < float64(p.Width+p.Height); radius += 3 {
			for turn := range 24 {
				a := float64(turn) * math.Pi / 12
				x, y := rounded(s.X+float64(radius*vector.Sin(a))), rounded(s.Y-float64(radius*vector.Cos(a)))
				if b := f.at(x, y); p.free(b) && !(polite && p.hidesNumber(i, b)) {
					return x, y, true
				}
			}
		}
	}
	return s.X, s.Y, false
}
