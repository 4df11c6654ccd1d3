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
	if List(nil).Capped(3) != nil {
		t.Error("no problems became some")
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
