package chart

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// someNetwork makes n ties to items with one to three hosts.
func someNetwork(r *rand.Rand, n int) ([]Tie, []Item) {
	items := make([]Item, 1+r.IntN(max(1, n/2)))
	for i := range items {
		items[i] = Item{ID: fmt.Sprintf("p%02d", i), Name: someName(r)}
		for range 1 + r.IntN(3) {
			items[i].Hosts = append(items[i].Hosts, someName(r))
		}
	}
	var ties []Tie
	for i := range n {
		item := i
		if i >= len(items) {
			item = r.IntN(len(items))
		}
		ended := r.IntN(4) == 0
		ties = append(ties, Tie{
			Group: []string{"", "Provinsi Satu", "Provinsi Dua"}[r.IntN(3)],
			Taker: fmt.Sprintf("%s %02d", someName(r), i),
			Item:  items[item].ID, Kind: "tie", Ended: ended,
			Text: []string{"uji coba", "dipakai dengan perubahan"}[r.IntN(2)],
		})
	}
	return ties, items[:min(len(items), n)]
}

func whole(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// However many ties there are, every word stands inside the picture and none
// on another, and every tie has its line.
func TestDrawing(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 4))
		ties, items := someNetwork(r, 1+int(seed))
		d := DrawNetwork(ties, items, [3]string{"Tempat", "Program", "Daerah"})
		height := whole(t, d.Height)
		taken := map[string]map[int]string{}
		for _, w := range d.Words {
			x, y := whole(t, w.X), whole(t, w.Y)
			left, right := x, x+measured(t, w.Text, w.Kind == "name")
			if strings.HasPrefix(w.Kind, "from") {
				left, right = x-(right-left), x
			}
			most := map[bool]int{true: itemEnd, false: networkWidth}[left < itemEnd]
			if left < 0 || right > most || y-letter < 0 || y > height {
				t.Fatalf("seed %d: %q at %d %d leaves the picture of %d × %d", seed, w.Text, x, y, networkWidth, height)
			}
			for dy := range leading {
				if other := taken[w.X][y-dy]; other != "" {
					t.Fatalf("seed %d: %q stands on %q", seed, w.Text, other)
				}
				if taken[w.X] == nil {
					taken[w.X] = map[int]string{}
				}
				taken[w.X][y-dy] = w.Text
			}
		}
		lines := map[string]int{}
		for _, l := range d.Lines {
			lines[l.Kind]++
			if l.Cross != "" {
				lines["crossed"]++
			}
		}
		ended := 0
		for _, tie := range ties {
			if tie.Ended {
				ended++
			}
		}
		if lines["tie"] != len(ties) || lines["host"] < len(items) || lines["crossed"] != ended {
			t.Fatalf("seed %d: lines %v for %d ties, %d of them ended, and %d items", seed, lines, len(ties), ended,
				len(items))
		}
	}
}

// The drawing does not depend on the order of the ties.
func TestDrawingIsStable(t *testing.T) {
	ties, items := someNetwork(rand.New(rand.NewPCG(1, 2)), 12)
	heads := [3]string{"Tempat", "Program", "Daerah"}
	first := DrawNetwork(ties, items, heads)
	for range 5 {
		rand.Shuffle(len(ties), func(i, j int) { ties[i], ties[j] = ties[j], ties[i] })
		if again := DrawNetwork(ties, items, heads); !reflect.DeepEqual(first, again) {
			t.Fatalf("%+v is not %+v", again, first)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text, kind, want string
	}{
		{"Setu", "", "Setu"}, {"Serpong Utara", "", "Serpong|Utara"}, {"sudah berkunjung", "", "sudah|berkunjung"},
		{"satu dua tiga empat lima enam tujuh delapan", "", "satu dua|tiga empat|lima ena…"},
		{"Kesejahteraannya", "", "Kesejaht…"}, {"", "", ""},
	} {
		if got := strings.Join(wrap(c.text, 80, c.kind), "|"); got != c.want {
			t.Errorf("%q becomes %q, not %q", c.text, got, c.want)
		}
	}
}
