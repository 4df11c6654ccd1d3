package plan

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/lang"
)

var stages = []string{"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"}

// someNetwork makes n adoptions of programs that run in one to three places.
func someNetwork(r *rand.Rand, n int) ([]tie, []drawnProgram) {
	programs := make([]drawnProgram, 1+r.IntN(max(1, n/2)))
	for i := range programs {
		programs[i] = drawnProgram{id: fmt.Sprintf("p%02d", i), name: someName(r)}
		for range 1 + r.IntN(3) {
			programs[i].hosts = append(programs[i].hosts, someName(r))
		}
	}
	var ties []tie
	for i := range n {
		program := i
		if i >= len(programs) {
			program = r.IntN(len(programs))
		}
		stage := stages[r.IntN(len(stages))]
		ties = append(ties, tie{province: []string{"", "Provinsi Satu", "Provinsi Dua"}[r.IntN(3)], region: fmt.Sprintf("%s %02d", someName(r), i),
			program: programs[program%len(programs)].id, stage: stage, word: lang.Pages.In("id").Word("stage-" + stage)})
	}
	return ties, programs[:min(len(programs), n)]
}

func whole(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// However many adoptions there are, every word stands inside the picture and none
// on another, and every adoption has its line.
func TestDrawing(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 4))
		ties, programs := someNetwork(r, 1+int(seed))
		d := draw(ties, programs, [3]string{"Tempat", "Program", "Daerah"})
		height := whole(t, d.Height)
		taken := map[string]map[int]string{}
		for _, w := range d.Words {
			x, y := whole(t, w.X), whole(t, w.Y)
			left, right := x, x+measured(t, w.Text, w.Kind == "name")
			if strings.HasPrefix(w.Kind, "from") {
				left, right = x-(right-left), x
			}
			if most := map[bool]int{true: programEnd, false: drawnWidth}[left < programEnd]; left < 0 || right > most || y-letter < 0 || y > height {
				t.Fatalf("seed %d: %q at %d %d leaves the picture of %d × %d", seed, w.Text, x, y, drawnWidth, height)
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
			if (l.Kind == "ended") != (l.Cross != "") {
				t.Fatalf("seed %d: a line %q with the cross %q", seed, l.Kind, l.Cross)
			}
		}
		if got := lines["told"] + lines["agreed"] + lines["used"] + lines["ended"]; got != len(ties) || lines["host"] < len(programs) {
			t.Fatalf("seed %d: %d lines for %d adoptions, %d to hosts of %d programs", seed, got, len(ties), lines["host"], len(programs))
		}
	}
}

// What is drawn is told in words too, at whatever stage it is.
func TestDrawingTellsEveryStage(t *testing.T) {
	p := &planner{lang: lang.Pages.In("id")}
	for _, stage := range stages {
		text := p.drawingText([]tie{{region: "Kota Contoh", program: "p", stage: stage}}, []drawnProgram{{id: "p"}})
		if want := p.lang.Word("stage-"+stage) + " 1"; !strings.Contains(text, want) {
			t.Errorf("%s: %q is not in %q", stage, want, text)
		}
	}
}

// The drawing does not depend on the order in which adoptions are read.
func TestDrawingIsStable(t *testing.T) {
	ties, programs := someNetwork(rand.New(rand.NewPCG(1, 2)), 12)
	heads := [3]string{"Tempat", "Program", "Daerah"}
	first := draw(ties, programs, heads)
	for range 5 {
		rand.Shuffle(len(ties), func(i, j int) { ties[i], ties[j] = ties[j], ties[i] })
		if again := draw(ties, programs, heads); !reflect.DeepEqual(first, again) {
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
