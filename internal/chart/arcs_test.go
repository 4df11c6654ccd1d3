package chart

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func whole(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// However many visits there are, every word stands inside the picture and none on
// another, and every visit has its arc, which ends beside the line of time or at a name.
func TestArcs(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 4))
		var journeys []Journey
		for n := range 1 + int(seed) {
			journeys = append(journeys, Journey{
				Name: someName(r), Note: []string{"", "14 orang"}[r.IntN(2)], Year: strconv.Itoa(2030 - n/2),
				Kind: "told", Out: r.IntN(3) == 0,
			})
		}
		d := DrawArcs(journeys)
		height, taken := whole(t, d.Height), map[string]string{}
		for _, w := range d.Words {
			x, y := whole(t, w.X), whole(t, w.Y)
			width := measured(t, w.Text, !strings.HasSuffix(w.Kind, "note"))
			left := x
			switch {
			case strings.HasPrefix(w.Kind, "from"):
				left = x - width
			case w.Kind == "year":
				left = x - width/2
			}
			if left < 0 || left+width > arcsWidth || y-letter < 0 || y > height {
				t.Fatalf("%d: %+v leaves the picture", seed, w)
			}
			at := fmt.Sprint(y, left < arcsAxis)
			if other, is := taken[at]; is {
				t.Fatalf("%d: %q and %q stand in one line", seed, other, w.Text)
			}
			taken[at] = w.Text
		}
		if len(d.Lines) != len(journeys) {
			t.Fatalf("%d: %d arcs for %d visits", seed, len(d.Lines), len(journeys))
		}
	}
}
