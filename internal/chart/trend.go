package chart

import (
	"math"
	"strconv"
)

const (
	// The trend's plot: between its first and last point, and from its top to the
	// line that stands for zero (when no value is below it).
	trendLeft, trendRight, trendTop, trendBase = 6, 314, 24, 122
	// FewestPoints is how many points make a trend: two are a change.
	FewestPoints = 3
)

// Moment is a value at a time. Time is in any unit that is even; Text and When are
// how both are written.
type Moment struct {
	Time, Value float64
	Text, When  string
	// Weak says that nobody verified it.
	Weak bool
}

// Trend is a line through points, true to time and from zero.
type Trend struct {
	Line   string  // the path through the points
	Zero   string  // the height of the axis
	Points []Point // the points
}

// Point is one value of a trend. Value and Period are "" where there is no room
// for them.
type Point struct {
	X      string // where it is
	Y      string // the same from above
	LabelY string // where its value stands
	Value  string // its value in words; empty where there is no room
	Period string // its time; empty where there is no room
	Anchor string // the text-anchor of both
	Weak   bool   // nobody verified it
}

// DrawTrend draws a line through moments in their order, of which there is one.
func DrawTrend(moments []Moment) Trend {
	x := scale{math.Inf(1), math.Inf(-1), trendLeft, trendRight}
	values := make([]float64, len(moments))
	for i, m := range moments {
		x.low, x.high = min(x.low, m.Time), max(x.high, m.Time)
		values[i] = m.Value
	}
	y := scaleOf(values, trendBase, trendTop)
	t := Trend{Zero: tenth(y.at(0)), Points: pointsOf(moments, x, y)}
	for i, p := range t.Points {
		t.Line += string("ML"[min(i, 1)]) + p.X + " " + p.Y
	}
	t.Points[0].Anchor, t.Points[len(t.Points)-1].Anchor = "start", "end"
	thin(t.Points)
	return t
}

// pointsOf are the points of moments, with their texts above and below.
func pointsOf(moments []Moment, x, y scale) []Point {
	points := make([]Point, len(moments))
	for i, m := range moments {
		px, py := x.at(m.Time), y.at(m.Value)
		points[i] = Point{X: tenth(px), Y: tenth(py), LabelY: tenth(py - 9), Value: m.Text, Period: m.When,
			Anchor: "middle", Weak: m.Weak}
	}
	return points
}

// thin takes away labels that would touch: the last stays, of those before it what
// fits from the left.
func thin(points []Point) {
	last := len(points) - 1
	taken := -float64(textGap)
	limit, _ := points[last].span()
	for n := range last {
		from, to := points[n].span()
		if from < taken+textGap || to > limit-textGap {
			points[n].Value, points[n].Period = "", ""
			continue
		}
		taken = to
	}
}

// span is from where to where the wider label of a point reaches.
func (p *Point) span() (from, to float64) {
	x, _ := strconv.ParseFloat(p.X, 64)
	width := float64(max(wide(p.Value), wide(p.Period)))
	switch p.Anchor {
	case "start":
		return x, x + width
	case "end":
		return x - width, x
	}
	return x - width/2, x + width/2
}
