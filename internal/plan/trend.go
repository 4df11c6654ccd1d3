package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/site"
)

// TrendView is a line through figures of one source, true to time and from zero.
type TrendView struct {
	ID          string
	Title, Desc string
	// Line is the path through the points, Zero the height of the axis.
	Line, Zero string
	Points     []Point
	Badge      string
	Sources    []Citation
}

// Point is one figure of a trend. Value and Period are "" where there is no room
// for them: the list of figures has them all.
type Point struct {
	X, Y, LabelY, Value, Period, Anchor string
}

const (
	// The trend's plot: between its first and last point, and from its top to the
	// line that stands for zero (when no value is below it).
	trendLeft, trendRight, trendTop, trendBase = 6, 314, 24, 122
	// trendLeast is how many points make a line: two are a change, no trend.
	trendLeast = 3
)

// trend draws a series, nil when it is too short to tell of a trend.
func (f *profile) trend(m *site.Measure, i *site.Indicator, id string) *TrendView {
	if len(m.Series) < trendLeast {
		return nil
	}
	w, unit := f.p.lang, f.p.unit(*i)
	values, days := make([]float64, len(m.Series)), make([]float64, len(m.Series))
	for n, x := range m.Series {
		values[n], days[n] = *x.Value, midday(x.Period)
	}
	x := scale{slices.Min(days), slices.Max(days), trendLeft, trendRight}
	y := scaleOf(values, trendBase, trendTop)
	v := &TrendView{ID: id, Title: w.Word("trend-title", f.p.site.Say(i.Name)), Zero: tenth(y.at(0)), Badge: f.p.badges(m.Series), Sources: f.c.cite([]string{m.Source})}
	var said []string
	for n, figure := range m.Series {
		px, py := x.at(days[n]), y.at(values[n])
		v.Line += string("ML"[min(n, 1)]) + tenth(px) + " " + tenth(py)
		v.Points = append(v.Points, Point{
			X: tenth(px), Y: tenth(py), LabelY: tenth(py - 9),
			Value: f.p.value(values[n], *i), Period: f.p.period(figure.Period), Anchor: "middle",
		})
		said = append(said, v.Points[n].Period+": "+strings.TrimSpace(v.Points[n].Value+" "+unit))
	}
	v.Desc = strings.Join(said, "; ")
	thin(v.Points)
	return v
}

// midday is the middle of a period, in days.
func midday(p site.Period) float64 {
	first, last := p.Bounds()
	return float64(site.Date(first).Time().Unix()+site.Date(last).Time().Unix()) / 2 / (24 * time.Hour).Seconds()
}

// thin takes away labels that would touch: the last stays, of those before it what
// fits from the left.
func thin(points []Point) {
	last := len(points) - 1
	points[0].Anchor, points[last].Anchor = "start", "end"
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
