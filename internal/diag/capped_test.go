package diag

import (
	"fmt"
	"slices"
	"testing"
)

func TestCapped(t *testing.T) {
	var l List
	for i := range 5 {
		l = append(l, At(at("a", i+1, 1), "raw-html", "<b>"))
	}
	l = append(l, At(at("a", 6, 1), "image-alt"))
	for i := range 3 {
		l = append(l, At(at("b", i+1, 1), "image-alt"))
	}
	for i := range 4 {
		l = append(l, At(at("c", i+1, 1), "raw-html", "<b>"), At(at("c", i+1, 2), "image-alt"))
	}
	capped := l.Capped(3)
	var got []string
	for _, p := range capped {
		got = append(got, fmt.Sprintf("%s %s %s", p.Place, p.Code, p.Args))
	}
	want := []string{
		"a:1:1 raw-html [<b>]", "a:2:1 raw-html [<b>]", "a:6:1 image-alt []", "a more-warnings [%!s(diag.Count=3)]",
		"b:1:1 image-alt []", "b:2:1 image-alt []", "b:3:1 image-alt []",
		"c:1:2 image-alt []", "c:2:2 image-alt []", "c:3:2 image-alt []", "c more-errors [%!s(diag.Count=5)]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
	errors, warnings := l.Count()
	if e, w := capped.Count(); e != errors || w != warnings || e != 8 || w != 9 {
		t.Errorf("%d errors and %d warnings of %d and %d", e, w, errors, warnings)
	}
	again := append(capped.Sorted(), At(at("a", 7, 1), "raw-html", "<b>")).Sorted().Capped(3)
	if e, w := again.Count(); e != errors || w != warnings+1 || len(again) != len(capped) {
		t.Errorf("capped again: %d errors and %d warnings: %v", e, w, again)
	}
	if List(nil).Capped(3) != nil {
		t.Error("no problems became some")
	}
}

// Notes that are left out are notes.
func TestCappedNotes(t *testing.T) {
	var l List
	for i := range 9 {
		l = append(l, At(at("a", i+1, 1), "link-text-weak"), At(at("a", i+1, 2), "number-form"))
	}
	_, warnings := l.Count()
	for _, capped := range []List{l.Capped(5), l.Capped(12), l.Capped(12).Sorted().Capped(7)} {
		if _, w := capped.Count(); w != warnings || capped.Notes() != l.Notes() || w+capped.Notes() != len(l) {
			t.Errorf("%d warnings and %d notes of %d and %d", w, capped.Notes(), warnings, l.Notes())
		}
	}
}

func TestCounts(t *testing.T) {
	for n, want := range map[Count][2]string{
		0: {"0", "0"}, 999: {"999", "999"}, 1000: {"1.000", "1,000"}, 39905: {"39.905", "39,905"},
		1234567: {"1.234.567", "1,234,567"}, -123: {"-123", "-123"},
	} {
		p := At(Place{}, "more-errors", n)
		if id, en := n.in(Indonesian), n.in(English); id != want[0] || en != want[1] {
			t.Errorf("%d is %s and %s", n, id, en)
		}
		if text := p.Text(Indonesian); text != "dan "+want[0]+" masalah lain di berkas ini" {
			t.Error(text)
		}
	}
}
