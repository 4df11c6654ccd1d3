package records

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
	"blandongan/internal/records/plain"
)

// Texts of YAML are shown as they are typed. What editors bring along from web pages,
// from Markdown and from other programs (&amp;, <b>, **bold**, {{ code }}) then stands
// before readers as such, and is told, with the text that was meant.

// longestRetyped is how long a text may be, in characters, to be written out whole in
// a hint; of a longer one only the place in question is.
const longestRetyped = 300

// markup tells of markup in a text that readers will see.
func (d *decoder) markup(n *yaml.Node, text string) {
	found := plain.Markup(text)
	if found == nil {
		return
	}
	at := d.place(n)
	if offset, ok := typedAt(n, text, found[0].At); ok {
		at.Col += offset
	}
	p := diag.At(at, "text-markup", diag.Whole(quotedPieces(text, found)))
	switch plain := plain.Text(text); {
	case plain == "":
		p = p.WithHint("markup-drop")
	case strings.Contains(text, "\n") || utf8.RuneCountInString(text) > longestRetyped:
		if plain = found[0].Plain; strings.TrimSpace(plain) == "" {
			p = p.WithHint("markup-drop")
		} else {
			p = p.WithHint("write-it", diag.Whole(plain))
		}
	default:
		p = p.WithHint("write-it", diag.Whole(fault.InBraces(plain)))
	}
	d.say(p)
}

// typedAt returns how many characters behind the beginning of a value an offset of
// its text stands in the file; false where lines or escapes make that uncertain.
func typedAt(n *yaml.Node, text string, at int) (int, bool) {
	before := text[:at]
	offset := utf8.RuneCountInString(before)
	switch {
	case strings.Contains(text, "\n") || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || len(text) != len(n.Value):
		return 0, false
	case n.Style&yaml.SingleQuotedStyle != 0:
		return 1 + offset + strings.Count(before, "'"), true
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return 1 + offset, !strings.ContainsAny(before, "\"\\\t")
	}
	return offset, true
}

const maxPieces = 4 // that a sentence lists

// quotedPieces lists pieces of a text for a sentence: "&amp;", "<b>".
func quotedPieces(text string, found []plain.Piece) string {
	var pieces []string
	seen := map[string]bool{}
	for _, p := range found {
		typed := strings.ReplaceAll(text[p.At:p.End], "\n", " ")
		if seen[typed] {
			continue
		}
		seen[typed] = true
		if len(pieces) == maxPieces {
			pieces = append(pieces, "…")
			break
		}
		pieces = append(pieces, `"`+clipped(typed)+`"`)
	}
	return strings.Join(pieces, ", ")
}

const maxPiece = 60 // characters of a piece that a sentence repeats

func clipped(s string) string {
	if r := []rune(s); len(r) > maxPiece {
		return string(r[:maxPiece]) + "…"
	}
	return s
}
