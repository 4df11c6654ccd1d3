package fault

import (
	"bytes"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// YAML takes some slips of an editor for something else, and says nothing. These
// are the ones that show when the text is looked at again. The values that Join
// made whole are marked Split: what field a value is for decides what to say.

// Join joins the values of a map in braces that their own commas have cut: of
// {value: 147,19} YAML makes a value 147 and a key 19 without a value.
func (l *Lines) Join(n *yaml.Node) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 {
		return
	}
	kept := n.Content[:0]
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if len(kept) > 0 && l.isPiece(key, value) {
			last := kept[len(kept)-1]
			if last.Kind == yaml.ScalarNode && last.Style == 0 && !isEmpty(last) && len(last.Value) < maxLine {
				last.Value += l.separator(key) + key.Value
				last.Tag = Split
				continue
			}
		}
		kept = append(kept, key, value)
	}
	n.Content = kept
}

// isPiece says whether a key has neither a value nor a colon.
func (l *Lines) isPiece(key, value *yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Style != 0 || value.Kind != yaml.ScalarNode || value.Value != "" ||
		value.Style != 0 || value.Anchor != "" {
		return false
	}
	text := strings.TrimSpace(l.from(key))
	rest, ok := strings.CutPrefix(text, key.Value)
	if !ok {
		return text != "" && strings.HasPrefix(key.Value, text) // it goes on in the next line
	}
	return !strings.HasPrefix(strings.TrimSpace(rest), ":")
}

// separator is what stands between a key and the value before it.
func (l *Lines) separator(key *yaml.Node) string {
	line := []rune(l.line(key.Line))
	if before := key.Column - 2; before >= 0 && before < len(line) && line[before] == ',' {
		return ","
	}
	return ", "
}

// isEmpty says whether a scalar holds nothing: no value, ~, null, or only blanks.
func isEmpty(n *yaml.Node) bool { return n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" }

// Misread returns the problem with a text that YAML took for another than the one
// that was typed; nil with others.
func (l *Lines) Misread(n *yaml.Node) *diag.Problem {
	if n.Kind != yaml.ScalarNode {
		return nil
	}
	for _, find := range []func(*yaml.Node) *diag.Problem{l.swallowing, l.unclosed, l.withoutSign} {
		if p := find(n); p != nil {
			return p
		}
	}
	return nil
}

// swallowing reports a list item or a key that became part of the text above it,
// for it stands deeper than that, or has no space where it needs one.
func (l *Lines) swallowing(n *yaml.Node) *diag.Problem {
	if n.Style != 0 || !strings.ContainsAny(n.Value, "-:") || !strings.ContainsAny(n.Value, " \n") {
		return nil
	}
	first := l.from(n)
	if first == "" {
		return nil
	}
	left := len(strings.Fields(n.Value)) - len(strings.Fields(first))
	for line := n.Line + 1; left > 0 && line <= l.end(); line++ {
		text := l.line(line)
		left -= len(strings.Fields(text))
		word, col := slipAt(text)
		if col == 0 {
			continue
		}
		// the first item is the one without
		if word == "yaml-indent" && col == n.Column && col == indent(l.line(n.Line)) {
			line, word = n.Line, "yaml-item"
		}
		p := l.problem(line, col, word)
		if word == "yaml-space" {
			p = p.WithHint("write-it", diag.Whole(strings.TrimSpace(withSpace(text, col))))
		}
		return &p
	}
	return nil
}

// slipAt finds an item of a list, or a key or an item without its space.
func slipAt(line string) (word diag.Word, col int) {
	switch t := strings.TrimLeft(line, " "); {
	case strings.HasPrefix(t, "- "):
		return "yaml-indent", indent(line)
	case strings.HasPrefix(t, "-") && len(t) > 1 && t[1]|0x20 >= 'a' && t[1]|0x20 <= 'z', !strings.HasPrefix(t, "-"):
		return "yaml-space", noSpace(line)
	}
	return "", 0
}

// withSpace returns a line with a space behind the character at a column.
func withSpace(line string, col int) string {
	r := []rune(line)
	return string(r[:col]) + " " + string(r[col:])
}

// unclosed reports a quoted text that goes on over the keys below its own: its closing
// mark was forgotten, and another mark further down closed it.
func (l *Lines) unclosed(n *yaml.Node) *diag.Problem {
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 || !strings.Contains(n.Value, ": ") {
		return nil
	}
	first := l.from(n)
	if first == "" || closing(first, 1, first[0]) < len(first) {
		return nil
	}
	line := l.line(n.Line)
	deep := keyAt(line)
	for i := n.Line + 1; i <= l.end(); i++ {
		text := l.line(i)
		if m := keyWritten.FindStringSubmatch(text); m != nil && len(m[1]) == deep {
			whole := strings.TrimSpace(strings.TrimSuffix(line, first)) + " " +
				string(diag.Quoted(strings.TrimSpace(first[1:])))
			p := l.problem(n.Line, n.Column, "yaml-quote").WithHint("write-it", diag.Whole(whole))
			return &p
		}
		if closing(text, 0, first[0]) < len(text) {
			return nil
		}
	}
	return nil
}

var keyWritten = regexp.MustCompile(`^( *)[a-z_]+: `)

// keyAt returns at how many characters from the left the key of a line begins.
func keyAt(line string) int {
	rest := strings.TrimLeft(line, " ")
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[1:], " ")
	}
	return len(line) - len(rest)
}

var drive = regexp.MustCompile(`(^|[^A-Za-z])[A-Za-z]:\\[a-z]`)

// withoutSign reports a text that lost a sign which YAML keeps for itself: of "! Keran"
// a text "Keran" is left, of ">5" none, of "C:\temp" one with a tab in it.
func (l *Lines) withoutSign(n *yaml.Node) *diag.Problem {
	at := diag.Place{File: l.file, Line: n.Line, Col: n.Column}
	switch {
	case l.bang && n.Style&yaml.TaggedStyle == 0 && strings.HasPrefix(l.from(n), "!"):
		return quoted(at, "yaml-tag", "!", strings.TrimSpace("! "+n.Value))
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && n.Value == "" &&
		strings.ContainsAny(l.from(n), "0123456789"):
		return quoted(at, "yaml-syntax", diag.Word("yaml-character"), l.Typed(n))
	case n.Style&yaml.DoubleQuotedStyle != 0 && strings.ContainsAny(n.Value, escaped) && drive.MatchString(l.from(n)):
		return quoted(at, "yaml-syntax", diag.Word("yaml-escape"), l.from(n)[1:closing(l.from(n), 1, '"')])
	}
	return nil
}

func quoted(at diag.Place, code diag.Code, what any, text string) *diag.Problem {
	p := diag.At(at, code, what).WithHint("quote-text", diag.Quoted(text))
	return &p
}

// escaped are what a backslash and a letter become in quotes.
const escaped = "\a\b\t\n\v\f\r\x1b\x00\u0085\u00a0\u2028\u2029"

// hasBang says whether a text has a "!" where a value may begin, with a blank
// behind. YAML takes it for a tag of no name.
func hasBang(text []byte) bool {
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], '!')
		if i < 0 {
			return false
		}
		from += i + 1
		if from > 1 && bytes.IndexByte([]byte(" \t[{,"), text[from-2]) >= 0 &&
			(from == len(text) || text[from] <= ' ') {
			return true
		}
	}
}

// LacksHyphen reports a word below a list's entry of one word. YAML makes one text
// of both, but nobody breaks a line between two words: it was an entry too.
func (l *Lines) LacksHyphen(n *yaml.Node) *diag.Problem {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, " ") {
		return nil
	}
	words, first, next := strings.Fields(n.Value), strings.Fields(l.from(n)), strings.Fields(l.line(n.Line+1))
	if len(first) != 1 || len(next) != 1 || next[0] == "-" || next[0] != words[1] {
		return nil
	}
	p := l.problem(n.Line+1, indent(l.line(n.Line+1)), "yaml-item")
	return &p
}

// LacksSpace reports a line that is a text because its colon or its hyphen has no
// space behind it.
func (l *Lines) LacksSpace(n *yaml.Node) *diag.Problem {
	line := l.line(n.Line)
	col := noSpace(line)
	if n.Kind != yaml.ScalarNode || col == 0 {
		return nil
	}
	p := l.problem(n.Line, col, "yaml-space").WithHint("write-it", diag.Whole(strings.TrimSpace(withSpace(line, col))))
	return &p
}

// Folded returns the lines of a text without quotes that goes on below its first one,
// nil for others. YAML makes one text of them; for a list of words, each line was one.
// next is the line of the key behind it, 0 without one.
func (l *Lines) Folded(n *yaml.Node, next int) []string {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || next == n.Line+1 || !strings.Contains(n.Value, " ") {
		return nil
	}
	left := len(strings.Fields(n.Value))
	var lines []string
	for line := l.from(n); left > 0 && n.Line+len(lines) <= l.end(); line = l.line(n.Line + len(lines)) {
		lines = append(lines, strings.TrimSpace(line))
		left -= len(strings.Fields(line))
	}
	if len(lines) < 2 || left != 0 {
		return nil
	}
	return lines
}
