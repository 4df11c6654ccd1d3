package records

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// YAML takes some slips of an editor for something else, and says nothing. These
// are the ones that the checker sees by looking at the text again.

// split marks a value within braces that a comma cut in pieces. They are joined
// again; what field the value is for decides what to say.
const split = "!split"

// mend joins the values of a map in braces that their own commas have cut: of
// {value: 147,19} YAML makes a value 147 and a key 19 without a value.
func (c *checker) mend(n *yaml.Node) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 {
		return
	}
	kept := n.Content[:0]
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if len(kept) > 0 && c.isPiece(key, value) {
			if last := kept[len(kept)-1]; last.Kind == yaml.ScalarNode && last.Style == 0 && !empty(last) && len(last.Value) < maxLine {
				last.Value += c.separator(key) + key.Value
				last.Tag = split
				continue
			}
		}
		kept = append(kept, key, value)
	}
	n.Content = kept
}

// isPiece says whether a key has neither a value nor a colon.
func (c *checker) isPiece(key, value *yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Style != 0 || value.Kind != yaml.ScalarNode || value.Value != "" || value.Style != 0 || value.Anchor != "" {
		return false
	}
	text := strings.TrimSpace(c.from(key))
	rest, ok := strings.CutPrefix(text, key.Value)
	if !ok {
		return text != "" && strings.HasPrefix(key.Value, text) // it goes on in the next line
	}
	return !strings.HasPrefix(strings.TrimSpace(rest), ":")
}

// maxLine is longer than any line that a person writes, in bytes.
const maxLine = 4 << 10

// separator is what stands between a key and the value before it.
func (c *checker) separator(key *yaml.Node) string {
	line := []rune(c.line(key.Line))
	if before := key.Column - 2; before >= 0 && before < len(line) && line[before] == ',' {
		return ","
	}
	return ", "
}

// line returns a line of the text, as the library counts: from 1.
func (c *checker) line(n int) string {
	if c.lines == nil {
		c.lines = strings.Split(string(c.text), "\n")
	}
	if n < 1 || n > len(c.lines) {
		return ""
	}
	return c.lines[n-1]
}

// from returns the line of a node from where the node begins, "" for a line so
// long that looking at it for each of its nodes would cost too much.
func (c *checker) from(n *yaml.Node) string {
	if len(c.line(n.Line)) > maxLine {
		return ""
	}
	line := []rune(c.line(n.Line))
	return string(line[min(max(n.Column-1, 0), len(line)):])
}

// typed returns the rest of the line of a node whose line is shifted.
func (c *checker) typed(n *yaml.Node) string {
	here := *n
	here.Line -= c.shift
	return strings.TrimSpace(c.from(&here))
}

// swallowed reports a list item or a key that became part of the text above it,
// for it stands deeper than that, or has no space where it needs one. It is asked
// before lines are shifted.
func (c *checker) swallowed(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.ContainsAny(n.Value, "-:") || !strings.ContainsAny(n.Value, " \n") {
		return false
	}
	first := c.from(n)
	if first == "" {
		return false
	}
	left := len(strings.Fields(n.Value)) - len(strings.Fields(first))
	for line := n.Line + 1; left > 0 && line <= len(c.lines); line++ {
		text := c.line(line)
		left -= len(strings.Fields(text))
		word, col := slipAt(text)
		if col == 0 {
			continue
		}
		place := diag.Place{File: c.file, Line: line + c.shift, Col: col}
		if word == "yaml-indent" && col == n.Column && col == indent(c.line(n.Line)) { // the first item is the one without
			place.Line, word = n.Line+c.shift, "yaml-item"
		}
		p := diag.At(place, "yaml-syntax", word)
		if word == "yaml-space" {
			p = p.WithHint("write-it", diag.Whole(strings.TrimSpace(spacedAt(text, col))))
		}
		c.problems = append(c.problems, p)
		return true
	}
	return false
}

// unclosed reports a quoted text that goes on over the keys below its own: its closing
// mark was forgotten, and another mark further down closed it.
func (c *checker) unclosed(n *yaml.Node) bool {
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 || !strings.Contains(n.Value, ": ") {
		return false
	}
	first := c.from(n)
	if first == "" || closing(first, 1, first[0]) < len(first) {
		return false
	}
	line := c.line(n.Line)
	deep := keyAt(line)
	for i := n.Line + 1; i <= len(c.lines); i++ {
		text := c.line(i)
		if m := keyWritten.FindStringSubmatch(text); m != nil && len(m[1]) == deep {
			p := diag.At(diag.Place{File: c.file, Line: n.Line + c.shift, Col: n.Column}, "yaml-syntax", diag.Word("yaml-quote"))
			whole := strings.TrimSpace(strings.TrimSuffix(line, first)) + " " + string(diag.Quoted(strings.TrimSpace(first[1:])))
			c.problems = append(c.problems, p.WithHint("write-it", diag.Whole(whole)))
			return true
		}
		if closing(text, 0, first[0]) < len(text) {
			return false
		}
	}
	return false
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

// spacedAt returns a line with a space behind the character at a column.
func spacedAt(line string, col int) string {
	r := []rune(line)
	return string(r[:col]) + " " + string(r[col:])
}

// lostHyphen reports a word below a list's entry of one word. YAML makes one text
// of both, but nobody breaks a line between two words: it was an entry too.
func (c *checker) lostHyphen(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, " ") {
		return false
	}
	words, first, next := strings.Fields(n.Value), strings.Fields(c.from(n)), strings.Fields(c.line(n.Line+1))
	if len(first) != 1 || len(next) != 1 || next[0] == "-" || next[0] != words[1] {
		return false
	}
	place := diag.Place{File: c.file, Line: n.Line + 1 + c.shift, Col: indent(c.line(n.Line + 1))}
	c.problems = append(c.problems, diag.At(place, "yaml-syntax", diag.Word("yaml-item")))
	return true
}

func slipAt(line string) (word diag.Word, col int) {
	switch t := strings.TrimLeft(line, " "); {
	case strings.HasPrefix(t, "- "):
		return "yaml-indent", indent(line)
	case strings.HasPrefix(t, "-") && len(t) > 1 && t[1]|0x20 >= 'a' && t[1]|0x20 <= 'z', !strings.HasPrefix(t, "-"):
		return "yaml-space", noSpace(line)
	}
	return "", 0
}

// cut reports a text that a comma has cut.
func (d *decoder) cut(n *yaml.Node) bool {
	if n.Tag != split {
		return false
	}
	d.say(diag.At(d.place(n), "yaml-syntax", diag.Word("yaml-split")).WithHint("quote-text", diag.Quoted(n.Value)))
	return true
}

// lastPiece returns what stands behind the last comma of a value that was cut.
func lastPiece(n *yaml.Node) string {
	if n.Tag != split {
		return ""
	}
	return strings.TrimSpace(n.Value[strings.LastIndexByte(n.Value, ',')+1:])
}

// asTyped returns a list or a map of a few words as it stands in the file, "" where
// it is more than that. Brackets that begin a text, and a colon within one, make such
// out of what an editor meant as text.
func asTyped(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	pair := n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Column == n.Content[0].Column
	if n.Style&yaml.FlowStyle == 0 && !pair {
		return ""
	}
	var words []string
	for i, child := range n.Content {
		word := asTyped(child)
		switch {
		case word == "" && child.Tag != "!!null":
			return ""
		case n.Kind == yaml.SequenceNode || i%2 == 0:
			words = append(words, word)
		case child.Tag != "!!null" && !pair:
			return "" // keys with values are no text
		case child.Tag != "!!null":
			words[len(words)-1] += ": " + word
		}
	}
	text := strings.Join(words, ", ")
	switch {
	case n.Kind == yaml.SequenceNode:
		return "[" + text + "]"
	case pair:
		return text
	}
	return "{" + text + "}"
}

// firstWord returns the first value in a list or map that is a text.
func firstWord(n *yaml.Node) string {
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if word := firstWord(child); word != "" {
			return word
		}
	}
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	return ""
}
