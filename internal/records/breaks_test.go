package records

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
)

// What only YAML 1.1 takes for the end of a line moves no place, wherever it
// stands, and reads as a blank.
func TestLinesAreThoseOfEditors(t *testing.T) {
	shape := ShapeOf[fuzzed](Words{})
	for _, mark := range []string{"\u0085", "\u2028", "\u2029"} {
		for _, line := range []string{
			"title: Satu%sdua", "title: \"Satu%sdua\"", "title: 'Satu%sdua'", "title: Satu%sdua # c%[1]sd",
			"title: |\n  Satu%sdua", "title: {id: Satu%sdua}", "# a%sb\ntitle: Satu dua",
		} {
			line = fmt.Sprintf(line, mark)
			text := "name: a\n" + line + "\nnam: b\nshare: x\n"
			r, problems := Parse("data/x.yaml", []byte(text), nil)
			var v fuzzed
			found, more := r.Decode(shape, &v)
			last := 3 + strings.Count(line, "\n")
			want := fmt.Sprintf("data/x.yaml:%d:1 unknown-key, data/x.yaml:%d:8 bad-number", last, last+1)
			if got := placesOf(append(append(problems, more...), found.Details().Numbers...)); got != want {
				t.Errorf("%q: %s, want %s", text, got, want)
			}
			if got := v.Title.In("id", "id"); got != "Satu dua" {
				t.Errorf("%q: title %q", text, got)
			}
		}
		text := "---\nname: a" + mark + "\ntitle: [a\n---\n" + mark + "\n[a](javascript:b)\n"
		_, problems := Parse("content/x.md", []byte(text), markdown.New(markdown.Options{}))
		if got := placesOf(problems); got != "content/x.md:3:8 yaml-syntax, content/x.md:6:1 link-scheme" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func placesOf(l diag.List) string {
	var list []string
	for _, p := range l {
		list = append(list, fmt.Sprintf("%s %s", p.Place, p.Code))
	}
	return strings.Join(list, ", ")
}
