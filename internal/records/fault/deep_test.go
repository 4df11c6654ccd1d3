package fault

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

// A key that stands a little deeper than those beside it is read as if it did not, and told
// of: whoever deletes a "#" leaves a blank.
func TestDeepKeys(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"title: A\n# x\n kecamatan: [a]\ndate: 2\n", "13:1 +1"},
		{"title: A b\n kecamatan: [a]\n", "12:1 +1"},
		{"title: A b\n kecamatan: a\n", "12:1 ?"}, // the text above may go on
		{"summary: Kota ini\n luas: dan hijau\ndate: 2\n", "12:1 ?"},
		{"title: A b\n# x\n kecamatan: [a]\n", "13:1 +1"},
		{"title: \"A b\"\n kecamatan: [a]\n", "12:1 +1"},
		{" title: A\ndate: 2\n", "11:1 +1"},
		{"title: A\n image:\n   file: a\n   alt: b\n kecamatan: [a]\ndate: 2\n", "12:1 +1, 15:1 +1"},
		{"title: A\n claims:\n   - text: a\n     said_by: b\n tags:\n  - a\n", "12:1 +1, 15:1 +1"},
		{"image:\n  file: a\n   alt: b\n  credit: c\n", "13:3 +1"},
		{"claims:\n  - text: a\n     said_by: b\n", "13:5 +1"},
		{"title: A\r\n# x\r\n  kecamatan: [a]\r\n", "13:1 ?"},
		{"title: A\n   # x\n   kecamatan: |\n     a: b\n       c\n", "13:1 ?"},
		// What may have been meant otherwise.
		{"title: A b\n  lagi: c\n", "no"},
		{"image:\n  file: a\ntitle: A\n  alt: b\n", "no"},
		{"image:\n  file: a\n alt: b\n", "no"},
		{"title: A\n     kecamatan: [a]\n", "no"},
		{"claims:\n  - text: a\n   said_by: b\n", "no"},
		{"title: \"A\n kecamatan: [a]\n", "no"},
		{"title: A: b\n kecamatan: [a]\n", "no"},
		{"title: [A\n kecamatan: [a]\n", "no"},
		// What can be read.
		{"title: A\nimage:\n file: a\n alt: b\n", ""},
		{" title: A\n date: 2\n", ""},
	} {
		r := Read("a.md", 11, []byte(c.text))
		var got []string
		for _, p := range r.Meant {
			if p.Code != "yaml-syntax" || p.Args[0] != diag.Word("yaml-deep") {
				continue
			}
			line := strings.Split(c.text, "\n")[p.Place.Line-11]
			if !strings.HasPrefix(line[p.Place.Col-1:], p.Words) {
				t.Errorf("%q: %q is not at %s", c.text, p.Words, p.Place)
			}
			sure := "?"
			if len(p.Repairs) == 1 && p.Repairs[0].Safe && " "+p.Repairs[0].New == p.Words {
				sure = "+1"
			}
			got = append(got, fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Col, sure))
		}
		if r.Fault != nil {
			got = append(got, "no")
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

// What stands in a line that is read so is where it was typed.
func TestDeepKeysKeepPlaces(t *testing.T) {
	r := Read("a.md", 1, []byte("a: b\n key: [c, dé]\n"))
	value := r.Root.Content[3]
	if value.Column != 7 || value.Content[1].Column != 11 {
		t.Errorf("the list is at %d, its last word at %d", value.Column, value.Content[1].Column)
	}
	if got := r.Lines.Typed(value.Content[1]); got != "dé]" {
		t.Errorf("there stands %q", got)
	}
}
