package reference

import (
	_ "embed"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

//go:embed testdata/mistakes.txt
var mistakes string

//go:embed testdata/right.txt
var right string

// leastFound is of how many mistakes out of a hundred at least the place and the code are told.
const leastFound = 95

// Sentences with one mistake each: its words stand between brackets.
func TestMistakes(t *testing.T) {
	all, missed := 0, 0
	for line := range strings.Lines(mistakes) {
		body, want := unmarked(strings.TrimSpace(line), 7)
		list := checkText(project(), "content/news/a.md", article("", body))
		all++
		for place, code := range want {
			found := false
			for _, p := range list {
				found = found || p.Code == code && p.Place == place
			}
			if !found {
				missed++
				t.Logf("not found: %s%s", strings.TrimSpace(line), show(list))
			}
		}
		for _, p := range list {
			if code := want[p.Place]; code != p.Code && !strings.HasPrefix(string(p.Code), "nickname") {
				t.Errorf("false: %s%s", body, show(diag.List{p}))
			}
		}
	}
	if all < 60 || (all-missed)*100 < all*leastFound {
		t.Errorf("%d of %d are found", all-missed, all)
	}
}

// Sentences that look like a mistake and are none.
func TestRight(t *testing.T) {
	for line := range strings.Lines(right) {
		body := strings.TrimSpace(line)
		if list := checkText(project(), "content/news/a.md", article("", body)); len(list) > 0 {
			t.Errorf("%s%s", body, show(list))
		}
	}
}

// A text may end behind any word, with a mark or without one.
func TestCutOff(t *testing.T) {
	for line := range strings.Lines(mistakes + right) {
		body, _ := unmarked(strings.TrimSpace(line), 7)
		for i := range body {
			if body[i] != ' ' {
				continue
			}
			for _, mark := range []string{"", ","} {
				text := article("", strings.TrimRight(body[:i], ".,:")+mark)
				for _, p := range checkText(project(), "content/news/a.md", text) {
					if p.Place.Line < 1 {
						t.Errorf("%s: %+v", body[:i], p)
					}
				}
			}
		}
	}
}
