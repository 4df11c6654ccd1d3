package templates_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// mostSheets is how many sheets of A4 the largest page of a kind may take, in any browser:
// a program, profile, visit or article is to be handed on as a single sheet of two sides;
// prose is as long as it is, the editors' guide above all.
var mostSheets = map[string]int{
	"home": 2, "kecamatan-list": 3, "profile": 2, "program-list": 3, "program": 2, "visit-list": 2, "visit": 2,
	"network": 1, "news-list": 2, "article": 2, "topic-list": 1, "topic": 1, "page": 15, "notfound": 1, "search": 1,
	"city": 4, "source-list": 2, "data": 6,
}

// printed says what is wrong with the page of the tab on paper, which does not scroll:
// nothing may be cut off.
func (w tab) printed(page leaf) []string {
	w.t.Helper()
	w.put(sheet)
	faults := get(w, chromedp.Evaluate[[]string](asks+"outside(true)"))
	w.put(looks[3])
	texts := get(w, chromedp.Evaluate[[]piece](asks+"marks()"))
	paper := read(w.t, w.paper())
	return slices.Concat(faults, paper.faults(texts), paper.tooLong(page.kind))
}

// A printer that leaves no margin gives a page more room in Firefox's eyes, for what asks
// for a width; its own margins stay. So nothing may move.
func TestPaperWithoutMargin(t *testing.T) {
	patiently(t)
	w := need(firefox)(t).lend(t)
	for _, page := range need(away)(t).kinds(t) {
		if page.kind == "kecamatan-list" { // has most of what asks
			w.visit(page.url)
			w.marks()
			if with, without := read(t, w.paper(1)), read(t, w.paper(0)); !maps.Equal(with.marks, without.marks) {
				t.Errorf("%d and %d sheets, and texts elsewhere", with.sheets, without.sheets)
			}
		}
	}
}

// What asks for a width asks a screen: paper is as wide as its printer's margins let it be.
func TestWidthsAreOfScreens(t *testing.T) {
	for _, m := range regexp.MustCompile(`@media([^{]*)\{`).FindAllSubmatch(sheets(t), -1) {
		for query := range strings.SplitSeq(string(m[1]), ",") {
			if strings.Contains(query, "width") && !strings.HasPrefix(strings.TrimSpace(query), "screen and ") {
				t.Errorf("@media%s: %q asks paper too", m[1], query)
			}
		}
	}
}

// piece is a text of a page.
type piece struct {
	Name    string
	Heading bool
	Folded  bool // on screen
}

// tooLong says that a page of a kind takes more sheets than it may.
func (p paper) tooLong(kind string) []string {
	if most := mostSheets[kind]; p.sheets > most {
		return []string{fmt.Sprintf("%d sheets, not 1 to %d", p.sheets, most)}
	}
	return nil
}

func (p paper) faults(pieces []piece) []string {
	var few []string
	if len(p.marks) < 5 {
		few = append(few, fmt.Sprintf("%d texts are found", len(p.marks)))
	}
	return slices.Concat(few, p.alone(pieces), p.lost(pieces), p.overprinted(pieces))
}

// alone are the headings at the foot of a sheet, or of a column, with nothing of theirs below.
func (p paper) alone(pieces []piece) []string {
	var faults []string
	order := slices.Sorted(maps.Keys(p.marks))
	for i, n := range order {
		if !pieces[n].Heading {
			continue
		}
		next := p.marks[order[min(i+1, len(order)-1)]]
		switch here := p.marks[n]; {
		case i+1 == len(order):
			faults = append(faults, fmt.Sprintf("nothing follows %s", pieces[n].Name))
		case next.sheet != here.sheet:
			faults = append(faults, fmt.Sprintf("alone at the foot of sheet %d, %g points above its edge: %s",
				here.sheet, here.top, pieces[n].Name))
		case next.top > here.top+here.high:
			faults = append(faults, fmt.Sprintf("alone at the foot of a column of sheet %d: %s", here.sheet,
				pieces[n].Name))
		}
	}
	return faults
}

// lost are the texts that are folded on screen and not on paper at all.
func (p paper) lost(pieces []piece) []string {
	var faults []string
	for n, piece := range pieces {
		if _, there := p.marks[n]; piece.Folded && !there {
			faults = append(faults, "folded on paper: "+piece.Name)
		}
	}
	return faults
}

// overprinted are texts that stand upon one another.
func (p paper) overprinted(pieces []piece) []string {
	var faults []string
	for i, a := range p.lines {
		for _, b := range p.lines[:i] {
			if !a.over(b) {
				continue
			}
			fault := fmt.Sprintf("on sheet %d %s is printed over %s", a.sheet, pieces[a.mark].Name, pieces[b.mark].Name)
			if !slices.Contains(faults, fault) { // Firefox tells of a link twice
				faults = append(faults, fault)
			}
		}
	}
	return faults[:min(len(faults), 8)]
}
