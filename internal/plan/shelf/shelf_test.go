package shelf

import (
	"testing"

	"blandongan/internal/memo"
)

// A poster is found once, as long as its article and what all share stay what they were.
func TestPosters(t *testing.T) {
	a, b, c := memo.Of([]byte("a")), memo.Of([]byte("b")), memo.Of([]byte("c"))
	s, found := New(true), 0
	path := func(x *Posters, i int, of memo.Digest) string {
		return x.Path(i, of, func() string { found++; return string(rune('0' + found)) })
	}
	for _, step := range []struct {
		edition int
		shared  memo.Digest
		n, i    int
		of      memo.Digest
		want    string
	}{
		{0, a, 2, 0, b, "1"}, {0, a, 2, 0, b, "1"}, {0, a, 2, 1, b, "2"}, // by position
		{1, a, 2, 0, b, "3"}, {0, a, 2, 0, b, "1"}, // by edition
		{0, a, 2, 0, c, "4"}, {0, a, 1, 0, c, "4"}, // another article
		{0, b, 2, 0, c, "5"}, {0, b, 2, 0, c, "5"}, // something else of all
		{0, b, 3, 0, c, "6"}, // another list
	} {
		if got := path(s.Posters(step.edition, step.shared, step.n), step.i, step.of); got != step.want {
			t.Errorf("%+v: %s", step, got)
		}
	}
	found = 0
	none := New(false).Posters(0, a, 2)
	if path(none, 0, b) != "1" || path(none, 0, b) != "2" {
		t.Error("one that is used once remembers")
	}
}
