package chart

import "math"

// The plots of series that share their times and values: where zero lies.
const seriesBase = 112

// Held is a value that one point of a series is held against, and what to say of the
// distance.
type Held struct {
	Point int
	Value float64
	Text  string
}

// Strip is one of several series, drawn by itself.
type Strip struct {
	Line   string  // the path through the points; empty for points that are not to be joined
	Zero   string  // the height of the axis
	Points []Point // the points
	Others string  // the paths of the other series, to stand behind
	Gap    *Gap    // what a point is held against; nothing for most
}

// Gap is the distance of a point from what it is held against.
type Gap struct {
	X      string // where both are
	Y      string // how high the other is
	From   string // how high the point is
	TextX  string // where the text stands
	TextY  string // the same from above
	Anchor string // its text-anchor
	Text   string // how far they are apart
}

// DrawSeries draws each series by itself, over times and values that all share and from
// zero, so that they can be set against each other and are never joined. joined says of
// which the points belong together; held may have nil for most.
func DrawSeries(series [][]Moment, joined []bool, held []*Held) []Strip {
	x := scale{math.Inf(1), math.Inf(-1), trendLeft, trendRight}
	var values []float64
	for n, moments := range series {
		for _, m := range moments {
			x.low, x.high = min(x.low, m.Time), max(x.high, m.Time)
			values = append(values, m.Value)
		}
		if held[n] != nil {
			values = append(values, held[n].Value)
		}
	}
	if x.low == x.high {
		x.high++ // all are of one time
	}
	y := scaleOf(values, seriesBase, trendTop)
	strips := make([]Strip, len(series))
	for n, moments := range series {
		strips[n] = drawStrip(moments, joined[n], held[n], x, y)
	}
	for n := range strips {
		for m := range strips {
			if m != n {
				strips[n].Others += strips[m].Line
			}
		}
	}
	return strips
}

func drawStrip(moments []Moment, joined bool, held *Held, x, y scale) Strip {
	s := Strip{Zero: tenth(y.at(0)), Points: pointsOf(moments, x, y)}
	for i, p := range s.Points {
		if joined && len(moments) > 1 {
			s.Line += string("ML"[min(i, 1)]) + p.X + " " + p.Y
		}
		s.Points[i].within()
	}
	thin(s.Points)
	if held != nil {
		m := moments[held.Point]
		s.Gap = &Gap{
			X: tenth(x.at(m.Time)), Y: tenth(y.at(held.Value)), From: tenth(y.at(m.Value)),
			TextX: tenth(x.at(m.Time) + textGap), TextY: tenth((y.at(m.Value)+y.at(held.Value))/2 + 5),
			Anchor: "start", Text: held.Text,
		}
		if x.at(m.Time)+textGap+float64(wide(held.Text)) > chartWidth {
			s.Gap.TextX, s.Gap.Anchor = tenth(x.at(m.Time)-textGap), "end"
		}
	}
	return s
}

// within anchors the texts of a point so that they do not leave the chart.
func (p *Point) within() {
	switch from, to := p.span(); {
	case from < 0:
		p.Anchor = "start"
	case to > chartWidth:
		p.Anchor = "end"
	}
}
