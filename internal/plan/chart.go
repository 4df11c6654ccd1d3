package plan

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/site"
)

// This file draws charts: it works out where everything lies, in units of which a
// chart is chartWidth wide, and templates write it as SVG. All numbers are rounded
// to a tenth, so the same figures give the same bytes on every machine.

const (
	chartWidth = 320
	// A row of bars: its text above, its bar below. The own bar is thicker.
	barPitch, barText, barTop    = 36, 13, 20
	barHeight, ownTop, ownHeight = 7, 18, 11
	// Texts keep at least so far from each other.
	textGap = 7
	// The text of the city's mark begins here.
	markText = 8
)

// BarsView compares kecamatan by one indicator: bars from zero, the greatest
// first. The table of the page has the same numbers.
type BarsView struct {
	// ID is for the ids of its title and description.
	ID          string
	Title, Desc string
	Height      string
	Bars        []Bar
	// Stale says that the period is too long ago.
	Period, Badge, Stale string
	// For Sources and Note see basis.
	Note    string
	Sources []Citation
	// Mark is the path of the city's value across the bars, MarkText what it is; ""
	// where a kecamatan's value is part of the city's and cannot lie beside it.
	Mark, MarkText, MarkY string
}

// Bar is one kecamatan. Width is "" when there is no figure; Value then says so, or
// what is known instead.
type Bar struct {
	Name, Value         string
	Own                 bool
	TextY               string
	X, Y, Width, Height string
}

// bars draws a comparison.
func (f *profile) bars(c *site.Comparison, i *site.Indicator, id string) *BarsView {
	p := f.p
	v := &BarsView{
		ID: id, Title: p.lang.Word("bars-title", p.site.Say(i.Name), p.period(c.Period)),
		Period: p.period(c.Period), Badge: p.badges(c.Figures), Stale: p.stale(i, c.Period),
	}
	v.Sources, v.Note = p.basis(c, f.c)
	mark := c.City
	if i.Aggregate == "sum" {
		mark = nil
	}
	order, s := barOrder(c), barScale(c, mark)
	for row, at := range order {
		v.Bars = append(v.Bars, f.bar(c, i, s, row, at))
	}
	bottom := len(order) * barPitch
	if mark != nil {
		v.Mark, v.MarkY = markPath(s.at(*mark.Value), len(order)), strconv.Itoa(bottom+barText)
		text := ": " + p.value(*mark.Value, *i)
		v.MarkText = cut(p.site.City.Name, chartWidth-markText-wide(text)) + text
		bottom += barPitch / 2
	}
	v.Height, v.Desc = strconv.Itoa(bottom), f.describe(c, i, order)
	return v
}

func (f *profile) bar(c *site.Comparison, i *site.Indicator, s scale, row, at int) Bar {
	y := row * barPitch
	b := Bar{Name: f.p.site.Kecamatan[at].Name, Own: at == f.position, TextY: strconv.Itoa(y + barText), Value: f.unknown(c, at)}
	if x := c.Figures[at]; x != nil {
		b.Value = f.p.value(*x.Value, *i)
		zero, end := s.at(0), s.at(*x.Value)
		b.X, b.Width = tenth(min(zero, end)), tenth(math.Abs(end-zero))
		b.Y, b.Height = strconv.Itoa(y+barTop), strconv.Itoa(barHeight)
		if b.Own {
			b.Y, b.Height = strconv.Itoa(y+ownTop), strconv.Itoa(ownHeight)
		}
	}
	room := chartWidth - textGap
	if b.Own { // it is bold
		room = unbold(room)
	}
	b.Name = cut(b.Name, room-wide(b.Value))
	return b
}

// unknown says that a kecamatan has no figure in a comparison.
func (f *profile) unknown(c *site.Comparison, at int) string {
	return cmp.Or(f.p.instead(c, f.p.site.Kecamatan[at].ID), f.p.lang.Word("no-figure"))
}

// describe says in words what the bars show.
func (f *profile) describe(c *site.Comparison, i *site.Indicator, order []int) string {
	p, unit := f.p, f.p.unit(*i)
	say := func(at int) string {
		return f.p.site.Kecamatan[at].Name + ": " + strings.TrimSpace(p.value(*c.Figures[at].Value, *i)+" "+unit)
	}
	own := f.k.Name + ": " + f.unknown(c, f.position)
	if c.Figures[f.position] != nil {
		own = say(f.position) + ", " + f.p.rank(c, f.position, i)
	}
	return p.lang.Word("bars-desc", own, say(order[0]), say(order[c.Known-1]))
}

// barOrder returns the positions by value, the greatest first, those without a
// figure last.
func barOrder(c *site.Comparison) []int {
	order := firsts(len(c.Figures))
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := c.Figures[a], c.Figures[b]
		switch {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return 1
		case y == nil:
			return -1
		}
		return cmp.Compare(*y.Value, *x.Value)
	})
	return order
}

// markPath is a short line across each row of bars.
func markPath(x float64, rows int) string {
	var b strings.Builder
	for row := range rows {
		top := row*barPitch + ownTop - 2
		b.WriteString("M" + tenth(x) + " " + strconv.Itoa(top) + "v" + strconv.Itoa(ownHeight+7))
	}
	return b.String()
}

// scale maps values to a stretch of the chart.
type scale struct{ low, high, from, to float64 }

func (s scale) at(x float64) float64 {
	return s.from + (s.to-s.from)*(x-s.low)/(s.high-s.low)
}

// scaleOf holds zero and all values: a bar or a line that does not begin at zero
// makes small differences look great.
func scaleOf(values []float64, from, to float64) scale {
	s := scale{from: from, to: to}
	for _, x := range values {
		s.low, s.high = min(s.low, x), max(s.high, x)
	}
	if s.low == s.high {
		s.high = 1 // all are zero
	}
	return s
}

func barScale(c *site.Comparison, mark *site.Figure) scale {
	var values []float64
	for _, x := range append(slices.Clone(c.Figures), mark) {
		if x != nil {
			values = append(values, *x.Value)
		}
	}
	return scaleOf(values, 0, chartWidth)
}

// tenth writes a length rounded to a tenth.
func tenth(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10+0, 'f', -1, 64) // + 0 makes -0 0
}
