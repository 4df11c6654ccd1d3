package chart

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

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
