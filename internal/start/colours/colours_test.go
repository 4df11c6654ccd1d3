package colours_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/start/colours"
)

// pairs are those that meet on a page: see the test of the program's own colours.
var pairs = []struct {
	a, b  string
	least float64
}{
	{"ink", "paper", 4.5}, {"ink", "soft", 4.5}, {"quiet", "paper", 4.5}, {"quiet", "soft", 4.5},
	{"accent", "paper", 4.5}, {"accent", "soft", 4.5}, {"warn", "paper", 4.5}, {"warn", "soft", 4.5},
	{"on-roof", "roof", 4.5}, {"on-roof", "deep", 4.5}, {"on-roof", "tile", 4.5}, {"on-gold", "gold", 4.5},
	{"ink", "shade-1", 4.5}, {"ink", "shade-2", 4.5}, {"ink", "shade-3", 4.5}, {"ink", "shade-4", 4.5},
	{"edge", "paper", 3}, {"edge", "soft", 3}, {"bar", "paper", 3}, {"own", "paper", 3}, {"own", "bar", 3},
	{"shape-line", "paper", 3}, {"shape-line", "shade-1", 3}, {"shape-line", "shade-2", 3},
	{"shape-line", "shade-3", 3}, {"shape-line", "shade-4", 3},
	{"paper", "own", 4.5}, {"accent", "shade-2", 4.5}, {"gold", "roof", 3}, {"gold", "deep", 3}, {"gold", "tile", 3},
}

var token = regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]+)`)

// poor lists the pairs of a sheet that do not stand out, by day and by night.
func poor(sheet string) (list []string) {
	for i, scheme := range strings.SplitN(sheet, ":root", 4)[1:3] {
		is := map[string]colours.Colour{}
		for _, m := range token.FindAllStringSubmatch(scheme, -1) {
			is[m[1]], _ = colours.Parse(m[2])
		}
		for _, p := range pairs {
			if got := colours.Contrast(is[p.a], is[p.b]); got < p.least {
				list = append(list, fmt.Sprintf("%d: %s %s on %s %s: %.2f", i, p.a, is[p.a], p.b, is[p.b], got))
			}
		}
	}
	return list
}

// Of any two colours a site can be made that everybody can read, or the nearest is named of
// which one can.
func TestEveryTwoColours(t *testing.T) {
	text, err := os.ReadFile("../../../templates/assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	sheet := string(text)
	if list := poor(sheet); len(list) > 0 {
		t.Fatalf("the program's own: %v", list)
	}
	taken, refused := 0, 0
	var all []colours.Colour
	for r := 0.0; r <= 1; r += .25 {
		for g := 0.0; g <= 1; g += .25 {
			for b := 0.0; b <= 1; b += .25 {
				all = append(all, colours.Colour{r, g, b})
			}
		}
	}
	for i, main := range all {
		for j := i % 7; j < len(all); j += 7 {
			accent := all[j]
			made, err := colours.Tokens(sheet, main, accent)
			for range 2 { // each of the two may be refused
				if p, is := errors.AsType[*colours.Poor](err); is && p.Accent {
					refused++
					accent = p.Nearest
				} else if is {
					refused++
					main = p.Nearest
				}
				if err != nil {
					made, err = colours.Tokens(sheet, main, accent)
				}
			}
			if err != nil {
				t.Errorf("%s, %s: the nearest is refused too: %v", all[i], all[j], err)
				continue
			}
			taken++
			if list := poor(made); len(list) > 0 {
				t.Errorf("%s, %s: %v", main, accent, list)
			}
			if strings.Count(made, "--text") != 2 || strings.Count(made, "--") != strings.Count(sheet, "--") {
				t.Errorf("%s, %s: the sheet lacks something", main, accent)
			}
		}
	}
	if refused < 100 || taken < 100 {
		t.Errorf("%d were refused, %d taken", refused, taken)
	}
}

func TestParse(t *testing.T) {
	for word, want := range map[string]string{"#7b2a93": "#7b2a93", "7B2A93": "#7b2a93", " #72a ": "#7722aa"} {
		if c, ok := colours.Parse(word); !ok || c.String() != want {
			t.Errorf("%q: %s, %v", word, c, ok)
		}
	}
	for _, word := range []string{"", "merah", "#12", "#1234567", "#ggg"} {
		if _, ok := colours.Parse(word); ok {
			t.Errorf("%q is taken", word)
		}
	}
}
