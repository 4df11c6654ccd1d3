package diag_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// A place is the same however the ruler came to it.
func TestRuler(t *testing.T) {
	const text = "satu\n\ndé—dua\r\nempat"
	ruler := diag.NewRuler("f", []byte(text))
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		at := r.IntN(len(text) + 1)
		before := text[:at]
		line := strings.Count(before, "\n")
		want := diag.Place{
			File: "f", Line: 1 + line, Col: 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]),
		}
		if got := ruler.Place(at); got != want && utf8.ValidString(before) {
			t.Errorf("%d is at %s, not %s", at, fmt.Sprint(got), fmt.Sprint(want))
		}
		if !utf8.ValidString(before) {
			ruler.Place(0) // from within a character on, columns would be counted twice
		}
	}
	if got := ruler.Place(len(text)); got != (diag.Place{File: "f", Line: 4, Col: 6}) {
		t.Errorf("the end is at %v", got)
	}
}
