package outline_test

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/lsp/outline"
)

// told writes an outline down: keys, values, and what holds what.
func told(text string, n *outline.Node, depth int, b *strings.Builder) {
	for _, c := range n.Children {
		b.WriteString(strings.Repeat("  ", depth))
		if c.Kind == outline.Item {
			b.WriteString("-")
		} else {
			b.WriteString(c.Key)
			if c.Colon {
				b.WriteString(":")
			}
		}
		if len(c.Children) == 0 && (c.To > c.From || c.Flow) {
			fmt.Fprintf(b, " <%s>", text[c.From:c.To])
		}
		b.WriteString("\n")
		told(text, c, depth+1, b)
	}
}

func TestOutlines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"keys and values", "title: Sebuah judul # catatan\ndraft: true\n", "title: <Sebuah judul>\ndraft: <true>\n"},
		{"maps", "image:\n  file: a.jpg\n  alt:\n    id: x\ndate: 2020\n",
			"image:\n  file: <a.jpg>\n  alt:\n    id: <x>\ndate: <2020>\n"},
		{"lists", "a:\n- x\n- y: 1\n  z: 2\nb:\n  - p\n", "a:\n  - <x>\n  -\n    y: <1>\n    z: <2>\nb:\n  - <p>\n"},
		{"lists in lists", "a:\n  - - x\n    - y\n", "a:\n  -\n    - <x>\n    - <y>\n"},
		{"brackets", "a: [x, \"y, z\", {b: 1, c: [d]}]\nq: {k: v}\n",
			"a:\n  - <x>\n  - <\"y, z\">\n  -\n    b: <1>\n    c:\n      - <d>\nq:\n  k: <v>\n"},
		{"brackets over lines", "a: {b: 1,\n  c: 2}\nd: 3\n", "a:\n  b: <1>\n  c: <2>\nd: <3>\n"},
		{"texts over lines", "a: |\n  satu: dua\n\n  - tiga\nb: kata\n  lagi\nc: 'x\n  y'\nd: e\n",
			"a: <|\n  satu: dua\n\n  - tiga>\nb: <kata\n  lagi>\nc: <'x\n  y'>\nd: <e>\n"},
		{"half typed", "title: x\nsum\nimage:\n  fi\n", "title: <x>\nsum\nimage:\n  fi\n"},
		{"an open bracket", "a: [x, y\nb: 1\n", "a:\n  - <x>\n  - <y>\nb: <1>\n"},
		{"an open brace", "a: {b: 1, c\nd: 2\n", "a:\n  b: <1>\n  c\nd: <2>\n"},
		{"an open quote", "a: \"x y\nb: 1\n", "a: <\"x y>\nb: <1>\n"},
		{"quoted keys", "\"a b\": 1\n'c': 2\n", "a b: <1>\nc: <2>\n"},
		{"carriage returns", "a: 1\r\nb:\r\n  c: 2\r\n", "a: <1>\nb:\n  c: <2>\n"},
		{"addresses", "url: https://a.id/b?c=d\nx: a:b\n", "url: <https://a.id/b?c=d>\nx: <a:b>\n"},
	} {
		var b strings.Builder
		told(c.text, outline.Read(c.text, 0, len(c.text), -1), 0, &b)
		if b.String() != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, b.String(), c.want)
		}
	}
}

// Where somebody types, the outline has a key or an entry without letters; the mark in the
// texts is "^".
func TestWhereSomebodyTypes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a: 1\n^", "a,^"}, {"a:\n  ^\nb: 1\n", "a.^,b"}, {"a:\n  - b: 1\n    ^\n", "a.-.b,^"},
		{"a: {b: 1, ^}\n", "a.b,^"}, {"a: {^", "a.^"}, {"a: [x, ^]\n", "a.-x,-^"}, {"a: [^\nb: 1\n", "a.-^,b"},
		{"a:\n  - ^\n", "a.-^"}, {"^\na: 1\n", "^,a"},
	} {
		mark := strings.IndexByte(c.text, '^')
		text := strings.Replace(c.text, "^", "", 1)
		if got := marked(outline.Read(text, 0, len(text), mark), mark); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func marked(n *outline.Node, mark int) string {
	var list []string
	for _, c := range n.Children {
		s := c.Key
		if c.Kind == outline.Item {
			s = "-" + c.Value
		}
		if c.From == mark && c.To == mark && c.Kind == outline.Item || c.Key == "" && c.Kind == outline.Entry {
			s += "^"
		}
		if inside := marked(c, mark); inside != "" {
			s = strings.TrimSuffix(s, "^") + "." + inside
		}
		list = append(list, s)
	}
	return strings.Join(list, ",")
}

// FuzzRead: any bytes have an outline, whose offsets lie within the text and within what holds
// them.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a: [x, {b: 1\n", "- - -\n-", "a: |\n b\n", "\"a", "a: 'b''c'\n d", "{", "[[[[{{{{", "a:\r\rb: {\r\n",
		"a: {b: \"\\",
	} {
		f.Add(s, len(s)/2)
	}
	f.Fuzz(func(t *testing.T, s string, mark int) {
		outline.Read(s, 0, len(s), mark).Walk(func(n *outline.Node) {
			for _, r := range [][2]int{{n.KeyFrom, n.KeyTo}, {n.From, n.To}, {n.SpanFrom, n.SpanTo}} {
				if r[0] < 0 || r[0] > r[1] || r[1] > len(s) {
					t.Fatalf("%q: %v of %q", s, r, n.Key)
				}
			}
		})
	})
}
