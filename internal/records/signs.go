package records

import (
	"bytes"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// Some signs that YAML keeps for itself vanish from a text without a word: of
// "! Keran" a text "Keran" is left, of ">5" none, of "C:\temp" one with a tab in it.

// hasBang says whether a text has a "!" where a value may begin, with a blank
// behind. YAML takes it for a tag of no name.
func hasBang(text []byte) bool {
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], '!')
		if i < 0 {
			return false
		}
		from += i + 1
		if from > 1 && bytes.IndexByte([]byte(" \t[{,"), text[from-2]) >= 0 && (from == len(text) || text[from] <= ' ') {
			return true
		}
	}
}

var drive = regexp.MustCompile(`(^|[^A-Za-z])[A-Za-z]:\\[a-z]`)

// sign reports a text that lost a sign. It is asked before lines are shifted.
func (c *checker) sign(n *yaml.Node) bool {
	switch {
	case c.bang && n.Style&yaml.TaggedStyle == 0 && strings.HasPrefix(c.from(n), "!"):
		c.sayShifted(n, diag.At(diag.Place{}, "yaml-tag", "!").WithHint("quote-text", diag.Quoted(strings.TrimSpace("! "+n.Value))))
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && n.Value == "" && strings.ContainsAny(c.from(n), "0123456789"):
		text := strings.TrimSpace(c.from(n))
		c.sayShifted(n, diag.At(diag.Place{}, "yaml-syntax", diag.Word("yaml-character")).WithHint("quote-text", diag.Quoted(text)))
	case n.Style&yaml.DoubleQuotedStyle != 0 && strings.ContainsAny(n.Value, "\a\b\t\n\v\f\r\x1b\x00\u0085\u00a0\u2028\u2029") && drive.MatchString(c.from(n)):
		line := c.from(n)
		text := line[1:closing(line, 1, '"')]
		c.sayShifted(n, diag.At(diag.Place{}, "yaml-syntax", diag.Word("yaml-escape")).WithHint("quote-text", diag.Quoted(text)))
	default:
		return false
	}
	return true
}

// sayShifted reports a problem with a node whose line is not shifted yet.
func (c *checker) sayShifted(n *yaml.Node, p diag.Problem) {
	p.Place = diag.Place{File: c.file, Line: n.Line + c.shift, Col: n.Column}
	c.problems = append(c.problems, p)
}

// folds notes the lines of a text without quotes that goes on below its first one.
// YAML makes one text of them; for a list of words, each line was one. next is the
// line of the key behind it, 0 without one.
func (c *checker) folds(n *yaml.Node, next int) {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || next == n.Line+1 || !strings.Contains(n.Value, " ") {
		return
	}
	left := len(strings.Fields(n.Value))
	var lines []string
	for line := c.from(n); left > 0 && n.Line+len(lines) <= len(c.lines); line = c.line(n.Line + len(lines)) {
		lines = append(lines, strings.TrimSpace(line))
		left -= len(strings.Fields(line))
	}
	if len(lines) > 1 && left == 0 {
		if c.folded == nil {
			c.folded = map[*yaml.Node][]string{}
		}
		c.folded[n] = lines
	}
}
