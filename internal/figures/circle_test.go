package figures

import (
	"math"
	"strconv"
	"testing"

	"blandongan/internal/atlas"
	"blandongan/internal/site/compare"
)

// The areas of circles are in proportion to the counts; none meets another or leaves the
// map, and there is none where nothing is known.
func TestCircles(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 100 a", "jiwa 2020 400 a", "", "")
	m := &atlas.Map{Large: atlas.Drawing{Width: 400, Height: 300, Shapes: []atlas.Shape{
		{X: 100, Y: 150}, {X: 300, Y: 150}, {X: 200, Y: 50},
	}}}
	c, _ := compare.Official(f.w.Facts, "jiwa")
	list := mapper{f.w, &Areas{Map: m, Of: map[string]int{"a": 0, "b": 1, "c": 2}}}.circles(&c)
	if len(list) != 2 {
		t.Fatal(list)
	}
	radius := func(at int) float64 {
		r, err := strconv.ParseFloat(list[at].R, 64)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if a, b := radius(0), radius(1); math.Abs(b/a-2) > .01 || a+b > 200 || b > 100 {
		t.Errorf("radii %v and %v", a, b)
	}
}
