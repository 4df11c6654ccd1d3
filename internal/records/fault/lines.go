package fault

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// Lines are the lines of a text that YAML can read, to look at again what stands
// where a node begins.
type Lines struct {
	file  string
	shift int // of the first line, from the file's
	text  []byte
	lines []string // of text, once somebody asks
	bang  bool     // there may be a "!" that vanishes
}

// maxLine is longer than any line that a person writes, in bytes.
const maxLine = 4 << 10

func (l *Lines) all() []string {
	if l.lines == nil {
		l.lines = strings.Split(string(l.text), "\n")
	}
	return l.lines
}

// end is the number of the last line.
func (l *Lines) end() int { return len(l.all()) + l.shift }

// line returns a line by its number in the file.
func (l *Lines) line(n int) string {
	if n -= l.shift; n < 1 || n > len(l.all()) {
		return ""
	}
	return l.lines[n-1]
}

// from returns the line of a node from where the node begins, "" for a line so
// long that looking at it for each of its nodes would cost too much.
func (l *Lines) from(n *yaml.Node) string {
	if len(l.line(n.Line)) > maxLine {
		return ""
	}
	line := []rune(l.line(n.Line))
	return string(line[min(max(n.Column-1, 0), len(line)):])
}

// Typed returns the rest of the line of a node.
func (l *Lines) Typed(n *yaml.Node) string { return strings.TrimSpace(l.from(n)) }

// Contain says whether a word stands anywhere in the text.
func (l *Lines) Contain(word string) bool { return bytes.Contains(l.text, []byte(word)) }

// problem is about a fault of YAML's form at a place.
func (l *Lines) problem(line, col int, word diag.Word) diag.Problem {
	return diag.At(diag.Place{File: l.file, Line: line, Col: col}, "yaml-syntax", word)
}
