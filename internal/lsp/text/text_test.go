package text_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"blandongan/internal/lsp/text"
)

func TestPositionsInUTF16(t *testing.T) {
	s := "a\u00e9\U0001F600z\r\nbaris\rdua\n\nakhir"
	x := text.New(s)
	for _, c := range []struct {
		line, utf16, utf8 int
		before            string
	}{
		{0, 0, 0, ""}, {0, 1, 1, "a"}, {0, 2, 3, "a\u00e9"}, {0, 4, 7, "a\u00e9\U0001F600"},
		{0, 5, 8, "a\u00e9\U0001F600z"},
		{1, 0, 0, "a\u00e9\U0001F600z\r\n"}, {1, 5, 5, "a\u00e9\U0001F600z\r\nbaris"},
		{2, 3, 3, "a\u00e9\U0001F600z\r\nbaris\rdua"}, {3, 0, 0, "a\u00e9\U0001F600z\r\nbaris\rdua\n"},
		{4, 5, 5, s},
	} {
		for e, character := range map[text.Encoding]int{text.UTF16: c.utf16, text.UTF8: c.utf8} {
			p := text.Position{Line: c.line, Character: character}
			if got := x.Offset(p, e); got != len(c.before) {
				t.Errorf("%s %v: offset %d, want %d", e, p, got, len(c.before))
			}
			if got := x.Position(len(c.before), e); got != p {
				t.Errorf("%s offset %d: %v, want %v", e, len(c.before), got, p)
			}
		}
	}
	for p, want := range map[text.Position]int{
		{Line: 0, Character: 3}:  len("a\u00e9"), // within the pair of a smiley
		{Line: 0, Character: 99}: len("a\u00e9\U0001F600z"),
		{Line: 99}:               len(s),
		{Line: -1}:               0,
	} {
		if got := x.Offset(p, text.UTF16); got != want {
			t.Errorf("%v: offset %d, want %d", p, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	x := text.New("\uFEFFtitle: é!\nb")
	for _, c := range []struct{ line, col, want int }{
		{1, 1, 3}, {1, 8, 10}, {1, 9, 12}, {1, 99, 13}, {2, 1, 14}, {2, 2, 15}, {9, 1, 15}, {0, 0, 3},
	} {
		if got := x.At(c.line, c.col); got != c.want {
			t.Errorf("%d:%d is at %d, want %d", c.line, c.col, got, c.want)
		}
	}
}

// An editor sends what changed in units of UTF-16; applied to our text it gives what the
// editor has.
func TestEditsAsAnEditorSendsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "\u00e9", "\U0001F600", "\n", "\r\n", "kata ", "\u4e2d", ""}
	theirs := utf16.Encode([]rune("Judul\nIsi \U0001F600 berita\n"))
	ours := text.New(string(utf16.Decode(theirs)))
	for range 3000 {
		from := r.IntN(len(theirs) + 1)
		to := min(from+r.IntN(4), len(theirs))
		if splits(theirs, from) || splits(theirs, to) {
			continue
		}
		with := strings.Repeat(pieces[r.IntN(len(pieces))], r.IntN(3))
		at := text.Range{Start: positionIn(theirs, from), End: positionIn(theirs, to)}
		ours = ours.Edit(ours.Offset(at.Start, text.UTF16), ours.Offset(at.End, text.UTF16), with)
		theirs = append(append(append([]uint16{}, theirs[:from]...), utf16.Encode([]rune(with))...), theirs[to:]...)
		if want := string(utf16.Decode(theirs)); ours.String() != want {
			t.Fatalf("%q, want %q", ours, want)
		}
	}
}

// splits says whether a point is within a pair, or within a line's end.
func splits(s []uint16, at int) bool {
	if at == 0 || at == len(s) {
		return false
	}
	return utf16.IsSurrogate(rune(s[at])) && utf16.IsSurrogate(rune(s[at-1])) && s[at] >= 0xDC00 ||
		s[at] == '\n' && s[at-1] == '\r'
}

func positionIn(s []uint16, at int) (p text.Position) {
	for i, u := range s[:at] {
		if p.Character++; u == '\n' || u == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			p = text.Position{Line: p.Line + 1}
		}
	}
	return p
}
