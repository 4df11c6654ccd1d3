package atlas

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Text is what is to be written on a shape.
type Text struct {
	// Name may be broken at its spaces.
	Name string
	// Below stands in a line of its own below the name; the longest that may, when it
	// changes. "" for none.
	Below string
}

// Label is a text with its place: X and Y are its middle, in units.
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

// Place finds places for the texts of the shapes, by position, with letters of a
// size in units: inside the shape where it has room, else around its middle, else
// as a number. Labels do not collide and stay in the picture; a shape without a
// name has none.
func (d *Drawing) Place(texts []Text, size float64) []Label {
	p := placer{Drawing: d, size: size, labels: make([]Label, len(texts)), placed: make([]bool, len(texts)), tried: map[int][][2]float64{}}
	forms := make([][]form, len(texts))
	for i, t := range texts {
		if t.Name == "" {
			p.placed[i] = true // nothing, nowhere
			continue
		}
		forms[i] = p.forms(t)
		p.inside(i, forms[i])
	}
	for i := range texts {
		if !p.placed[i] {
			p.around(i, forms[i])
		}
	}
	number := 0
	for i := range texts {
		if !p.placed[i] {
			number++
			p.number(i, number)
		}
	}
	return p.labels
}

type placer struct {
	*Drawing
	size   float64
	labels []Label
	placed []bool
	tried  map[int][][2]float64
}

// form is a text broken into lines.
type form struct {
	lines         []string
	width, height float64
}

// forms are the ways to break a text into one, two or three lines, each the
// narrowest.
func (p *placer) forms(t Text) []form {
	words := strings.Fields(t.Name)
	var list []form
	for n := 1; n <= min(3, len(words)); n++ {
		lines := narrowest(words, n)
		wide := textWidth(t.Below)
		for _, l := range lines {
			wide = max(wide, textWidth(l))
		}
		count := float64(n)
		if t.Below != "" {
			count++
		}
		list = append(list, form{lines, wide*p.size + 3, count*LineHeight*p.size + 1})
	}
	return list
}

// narrowest breaks words into n lines.
func narrowest(words []string, n int) []string {
	if n == 1 {
		return []string{strings.Join(words, " ")}
	}
	var best []string
	least := math.Inf(1)
	for first := 1; first <= len(words)-n+1; first++ {
		lines := append([]string{strings.Join(words[:first], " ")}, narrowest(words[first:], n-1)...)
		wide := 0.0
		for _, l := range lines {
			wide = max(wide, textWidth(l))
		}
		if wide < least {
			best, least = lines, wide
		}
	}
	return best
}

// textWidth estimates how wide a text is, in letter sizes, in the widest of the
// fonts that systems have.
func textWidth(s string) float64 {
	wide := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iljtfrI.,:;' -()", r):
			wide += .4
		case strings.ContainsRune("mwMW%", r):
			wide += .95
		case unicode.IsUpper(r), r > 0x2000:
			wide += .72
		default:
			wide += .62
		}
	}
	return wide
}

func (f *form) at(x, y float64) box {
	return box{x - f.width/2, y - f.height/2, x + f.width/2, y + f.height/2}
}

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// rounded is what is written of a coordinate.
func rounded(x float64) float64 { return math.Round(x*fine) / fine }

func (p *placer) put(i int, f *form, x, y float64) {
	x, y = rounded(x), rounded(y)
	p.labels[i] = Label{Lines: f.lines, X: x, Y: y, box: f.at(x, y)}
	p.placed[i] = true
}

// step is how far apart the places are that are tried, in units.
const step = 4

// spots are the places inside a shape, those near its middle first.
func (p *placer) spots(i int) [][2]float64 {
	if spots, known := p.tried[i]; known {
		return spots
	}
	s := &p.Shapes[i]
	left, top, right, bottom := s.box()
	spots := [][2]float64{{s.X, s.Y}}
	for x := left; x <= right; x += step {
		for y := top; y <= bottom; y += step {
			if s.room(x, y) > 0 {
				spots = append(spots, [2]float64{rounded(x), rounded(y)})
			}
		}
	}
	slices.SortStableFunc(spots, func(a, b [2]float64) int {
		return cmp.Compare(math.Hypot(a[0]-s.X, a[1]-s.Y), math.Hypot(b[0]-s.X, b[1]-s.Y))
	})
	p.tried[i] = spots
	return spots
}

// inside places a label where its box fits into the shape.
func (p *placer) inside(i int, forms []form) {
	s := &p.Shapes[i]
	for _, f := range forms {
		for _, spot := range p.spots(i) {
			if b := f.at(spot[0], spot[1]); s.holds(b) && p.free(b) {
				p.put(i, &f, spot[0], spot[1])
				return
			}
		}
	}
}

// holds says whether a box lies inside a shape.
func (s *Shape) holds(b box) bool {
	if s.room((b.left+b.right)/2, (b.top+b.bottom)/2) <= 0 {
		return false
	}
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
	from, to := 0.0, 1.0
	for _, c := range [][2]float64{{ax - bx, ax - b.left}, {bx - ax, b.right - ax}, {ay - by, ay - b.top}, {by - ay, b.bottom - ay}} {
		switch d, room := c[0], c[1]; {
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
func (p *placer) free(b box) bool {
	if b.left < 0 || b.top < 0 || b.right > float64(p.Width) || b.bottom > float64(p.Height) {
		return false
	}
	for i := range p.labels {
		if p.placed[i] && p.labels[i].box.meets(b) {
			return false
		}
	}
	return true
}

// around places a label over the border of its shape, with most of it inside.
func (p *placer) around(i int, forms []form) {
	s := &p.Shapes[i]
	var best form
	var at [2]float64
	most := 0.6
	for _, f := range forms {
		for _, spot := range p.spots(i) {
			b := f.at(spot[0], spot[1])
			if !p.free(b) || p.covers(i, b) {
				continue
			}
			if part := s.part(b); part > most {
				best, at, most = f, spot, part
			}
		}
	}
	if best.lines != nil {
		p.put(i, &best, at[0], at[1])
	}
}

// covers says whether a box takes the place of a number of another shape that has
// no label yet.
func (p *placer) covers(i int, b box) bool {
	f := p.numeral()
	for j := range p.Shapes {
		if s := &p.Shapes[j]; j != i && !p.placed[j] && f.at(s.X, s.Y).meets(b) {
			return true
		}
	}
	return false
}

// numeral is the form of a number.
func (p *placer) numeral() form { return form{nil, p.size*1.5 + 2, p.size*LineHeight + 1} }

// part is how much of a box lies inside a shape.
func (s *Shape) part(b box) float64 {
	const columns, rows = 7, 5
	in := 0
	for i := range columns {
		for j := range rows {
			if s.room(b.left+(b.right-b.left)*(float64(i)+.5)/columns, b.top+(b.bottom-b.top)*(float64(j)+.5)/rows) > 0 {
				in++
			}
		}
	}
	return float64(in) / (columns * rows)
}

// number places a number inside a shape, or as near as there is room: better not
// where that of another belongs.
func (p *placer) number(i, n int) {
	s, f := &p.Shapes[i], p.numeral()
	x, y := p.spot(i, f)
	p.put(i, &f, x, y)
	p.labels[i].Number = n
	if s.room(x, y) <= 0 {
		p.labels[i].Apart, p.labels[i].FromX, p.labels[i].FromY = true, s.X, s.Y
	}
}

func (p *placer) spot(i int, f form) (x, y float64) {
	for _, spot := range p.spots(i) {
		if b := f.at(spot[0], spot[1]); p.free(b) && !p.covers(i, b) {
			return spot[0], spot[1]
		}
	}
	s := &p.Shapes[i]
	for _, polite := range []bool{true, false} {
		for radius := 0.0; radius < float64(p.Width+p.Height); radius += 3 {
			for turn := range 24 {
				a := float64(turn) * math.Pi / 12
				x, y := rounded(s.X+radius*math.Sin(a)), rounded(s.Y-radius*math.Cos(a))
				if b := f.at(x, y); p.free(b) && !(polite && p.covers(i, b)) {
					return x, y
				}
			}
		}
	}
	return s.X, s.Y // no picture of so few areas is that full
}
