// Package ordinary reads YAML as front matter mostly is: a key a line, with a text, a day or a list of words
// in brackets behind it.
//
// In comes a text; out comes the tree that the library makes of it, or nothing where anything in it is less
// than ordinary: then the library has the word. It never reads what the library reads otherwise; a test
// holds one against the other. Of ten thousand articles, reading their YAML takes a fifth of the time that the
// library takes, which parts every text into bytes, letters, tokens and events first.
package ordinary

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Read returns the document that a text holds, nil where it is not ordinary.
func Read(text []byte) *yaml.Node {
	if len(text) > mostBytes || bytes.IndexByte(text, '\n') < 0 {
		return nil
	}
	lines, words := 0, 0 // at most
	for line := range bytes.Lines(text) {
		lines++
		if i := bytes.IndexByte(line, '['); i >= 0 {
			words += 1 + bytes.Count(line[i:], []byte(","))
		}
	}
	r := reader{nodes: make([]yaml.Node, 0, 2+2*lines+words)}
	doc := r.node(yaml.Node{Kind: yaml.DocumentNode, Line: 1, Column: 1})
	root := r.node(yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1})
	doc.Content = []*yaml.Node{root}
	root.Content = make([]*yaml.Node, 0, 2*lines)
	for line := range strings.Lines(string(text)) {
		r.line++
		key, value, found := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if !found || !isKey(key) {
			return nil
		}
		k := r.node(yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: r.line, Column: 1})
		v := r.value(value, len(key)+len(": ")+1)
		if v == nil {
			return nil
		}
		root.Content = append(root.Content, k, v)
	}
	return doc
}

// mostBytes is how long an ordinary text is at most.
const mostBytes = 1 << 14

// reader makes nodes. There is room for all of them.
type reader struct {
	nodes []yaml.Node
	line  int
}

func (r *reader) node(n yaml.Node) *yaml.Node {
	r.nodes = append(r.nodes, n)
	return &r.nodes[len(r.nodes)-1]
}

// value reads what stands behind a key, from a column on; nil where that is not ordinary.
func (r *reader) value(text string, column int) *yaml.Node {
	n := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: r.line, Column: column}
	switch {
	case text == "":
		return nil
	case text[0] == '[':
		return r.list(text, column)
	case text[0] == '"':
		n.Value, n.Style = strings.TrimSuffix(text[1:], `"`), yaml.DoubleQuotedStyle
		if len(n.Value) != len(text)-2 || !isText(n.Value, `"\`) {
			return nil
		}
	case isDay(text):
		n.Tag = "!!timestamp"
	case !isLetter(text[0]) || isMeaning(text) || !isText(text, "#") || strings.Contains(text, ": ") ||
		text[len(text)-1] == ':' || text[len(text)-1] == ' ':
		return nil
	}
	return r.node(n)
}

// list reads words in brackets.
func (r *reader) list(text string, column int) *yaml.Node {
	inner, closed := strings.CutSuffix(text[1:], "]")
	if !closed {
		return nil
	}
	n := r.node(yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Line: r.line, Column: column})
	if inner == "" {
		return n
	}
	n.Content = make([]*yaml.Node, 0, 1+strings.Count(inner, ","))
	column++
	for word := range strings.SplitSeq(inner, ", ") {
		if !isWord(word) {
			return nil
		}
		x := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: word, Line: r.line, Column: column}
		n.Content = append(n.Content, r.node(x))
		column += len(word) + len(", ")
	}
	return n
}

// isKey says whether a text is a key as ours are.
func isKey(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) && s[i] != '_' {
			return false
		}
	}
	return s != "" && s[0] != '_' && len(s) < 100 && !isMeaning(s)
}

// isWord says whether a text within brackets is nothing but itself.
func isWord(s string) bool {
	if s == "" || !isLetter(s[0]) || s[len(s)-1] == ' ' || isMeaning(s) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && c != '-' && c != '_' && c != '.' && c != ' ' {
			return false
		}
	}
	return true
}

// isMeaning says whether YAML takes a word for something else than a text.
func isMeaning(s string) bool {
	switch s {
	case "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL":
		return true
	}
	return false
}

// isText says whether a text can be seen, and holds none of some bytes.
func isText(s, but string) bool {
	for _, c := range s {
		switch {
		case c < ' ' || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029' || c >= 0xe000:
			return false
		case c < utf8.RuneSelf && strings.IndexByte(but, byte(c)) >= 0:
			return false
		}
	}
	return true
}

// isDay says whether a text is a day, or a moment.
func isDay(s string) bool {
	form := time.DateOnly
	if len(s) > len(form) {
		form = time.RFC3339
	}
	if len(s) < len(form)-len("+07:00") || !isDigit(s[0]) || strings.ContainsAny(s, ".,") {
		return false
	}
	_, err := time.Parse(form, s)
	return err == nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
