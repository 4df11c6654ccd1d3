package chart

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// Names never reach their values, whatever they are.
func TestTextsOfBarsKeepApart(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	value := 60.0
	for range 100 {
		rows := []Row{
			{Name: someName(r), Text: "−20,5", Value: new(-20.5), Own: true},
			{Name: someName(r), Text: "60,0", Value: &value},
			{Name: someName(r), Text: "tidak ada angka"},
		}
		bars := DrawBars(rows)
		for _, b := range bars.Bars {
			at, end := measured(t, b.Name, b.Own), chartWidth-measured(t, b.Value, b.Own)
			if at+letter/3 > end || b.Name == "" {
				t.Fatalf("%q ends at %d, where %q begins at %d", b.Name, at, b.Value, end)
			}
		}
	}
}

// Labels of a trend neither touch nor leave the chart.
func TestLabelsOfTrendsKeepApart(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for range 100 {
		form := []string{"%d", "28 Desember %d", "28 September %[1]d – 2 Desember %[1]d"}[r.IntN(3)]
		var moments []Moment
		for year := 1900 + r.IntN(20); len(moments) < FewestPoints+r.IntN(12); year += 1 + r.IntN(9) {
			x := -90 + 180*r.Float64()
			text := strings.Replace(fmt.Sprintf("%.1f", x), "-", "−", 1)
			moments = append(moments, Moment{Time: float64(year), Value: x, Text: text, When: fmt.Sprintf(form, year)})
		}
		checkLabels(t, DrawTrend(moments).Points)
	}
}

func checkLabels(t *testing.T, points []Point) {
	t.Helper()
	taken := 0.0
	for _, p := range points {
		if p.Value == "" && p.Period == "" {
			continue
		}
		x, err := strconv.ParseFloat(p.X, 64)
		width := float64(max(measured(t, p.Value, false), measured(t, p.Period, false)))
		from := x - width*map[string]float64{"start": 0, "middle": .5, "end": 1}[p.Anchor]
		if err != nil || from < taken || from+width > chartWidth {
			t.Fatalf("%s: %s lies at %v, and the last one ended at %v", p.Period, p.Value, from, taken)
		}
		taken = from + width
	}
}

// Texts of series neither touch nor leave the chart, and what is not joined has no line.
func TestLabelsOfSeriesKeepApart(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2))
	for range 100 {
		var series [][]Moment
		joined, held := make([]bool, 4), make([]*Held, 4)
		for n := range 4 {
			var moments []Moment
			for year := 1990 + r.IntN(20); len(moments) < 1+r.IntN(6); year += 1 + r.IntN(5) {
				x := 1e6 + 1e6*r.Float64()
				moments = append(moments, Moment{Time: float64(year), Value: x, Text: fmt.Sprintf("%.0f", x),
					When: fmt.Sprintf("%d–%d", year, year+1)})
			}
			series = append(series, moments)
			joined[n] = r.IntN(2) == 0
		}
		held[3] = &Held{Point: len(series[3]) - 1, Value: 9e5, Text: "−445.255"}
		for n, s := range DrawSeries(series, joined, held) {
			checkLabels(t, s.Points)
			if want := joined[n] && len(s.Points) > 1; (s.Line != "") != want {
				t.Fatalf("joined: %v, %d points, line %q", joined[n], len(s.Points), s.Line)
			}
			if (s.Gap != nil) != (n == 3) {
				t.Fatalf("series %d: gap %v", n, s.Gap)
			}
		}
	}
}
