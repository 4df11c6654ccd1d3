package fault

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// IsFence says whether a line begins or ends front matter.
func IsFence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t"), []byte("---"))
}

// FrontEnd returns where the front matter of a text ends, as it lies on the disk: with a mark of UTF-8 or without,
// whatever its lines end with; and where the Markdown begins, behind the second fence. Without front matter both
// are 0; where it is not closed, it goes on to the end, and the Markdown lies behind.
func FrontEnd(text string) (front, body int) {
	at := 0
	for line := range strings.Lines(strings.TrimPrefix(text, mark)) {
		fence := IsFence([]byte(strings.TrimRight(line, "\r\n")))
		switch {
		case at == 0 && !fence:
			return 0, 0
		case at == 0 && strings.HasPrefix(text, mark):
			at = len(mark)
		case at > 0 && fence:
			return at, at + len(line)
		}
		at += len(line)
	}
	return len(text), len(text) + 1
}

// mark is that of UTF-8, before all else.
const mark = "\uFEFF"

// fenceLike says whether a line looks like a fence and is none: a dash that a word
// processor made of two, too many hyphens or too few, a character nobody sees.
func fenceLike(line string) bool {
	dashes := 0
	for _, r := range line {
		switch {
		case r == ' ', r == '\t', oddBlank(r):
		case strings.ContainsRune("-=*_~–—−‐‑‒―", r):
			dashes++
		default:
			return false
		}
	}
	return dashes > 1 || dashes == 1 && strings.ContainsAny(line, "—―")
}

// fenceWithWords says whether a line begins as a fence, and words stand behind.
func fenceWithWords(line string) bool {
	return strings.HasPrefix(line, "---") && !fenceLike(line) && strings.Trim(line, "- \t") != ""
}

// NoFront is about a file that does not begin with a fence.
func NoFront(file string, text []byte) diag.Problem {
	lines := strings.SplitN(string(text[:min(len(text), maxLine)]), "\n", 20)
	n := 0
	for n+1 < len(lines) && strings.TrimSpace(lines[n]) == "" {
		n++
	}
	p := diag.At(diag.Place{File: file, Line: 1, Col: 1}, "front-matter-missing")
	switch line := lines[n]; {
	case strings.TrimRight(line, " \t") == "+++":
		return diag.At(p.Place, "front-matter-toml").WithHint("front-matter")
	case IsFence([]byte(line)):
		return p.WithHint("fence-first")
	case fenceLike(line):
		p.Place.Line = n + 1
		return fenceHint(p, line)
	case firstKey.MatchString(line):
		end := n + headLines(lines[n:])
		if end < len(lines) && IsFence([]byte(lines[end])) {
			return p.WithHint("fence-open", n+1)
		}
		return p.WithHint("fence-both", n+1, end+2)
	}
	return p.WithHint("front-matter")
}

var firstKey = regexp.MustCompile(`^(title|date|summary)[ \t]*:`)

// headLines counts the lines at the top that are keys and their values.
func headLines(lines []string) int {
	n := slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" || fenceLike(line) })
	if n < 0 {
		return len(lines)
	}
	return n
}

// fenceHint tells to type a fence anew.
func fenceHint(p diag.Problem, line string) diag.Problem {
	if strings.ContainsFunc(line, oddBlank) {
		return p.WithHint("fence-hidden")
	}
	return p.WithHint("fence-type")
}

var keyLine = regexp.MustCompile(`^(["']?[\pL\w][\pL\w .-]{0,40}["']?\s*:(\s|$)|[-\]}]|["']?\s*$)`)

// endOfFront returns the line, from 0, at which the text of an article begins
// although no fence stands before it, or that looks like the fence; -1 without.
func endOfFront(lines []string) int {
	for i, line := range lines {
		switch {
		case fenceLike(line), i > 0 && fenceWithWords(line):
		case line == "" || line[0] == ' ' || line[0] == '\t' || line[0] == '#' || keyLine.MatchString(line):
			continue
		case i == 0 || strings.TrimSpace(lines[i-1]) != "" && !strings.HasPrefix(lines[i-1], "#"):
			continue
		}
		begin := i
		for begin > 0 && !fenceLike(line) && !fenceWithWords(line) &&
			(strings.TrimSpace(lines[begin-1]) == "" || lines[begin-1][0] == '#') {
			begin--
		}
		for begin < i && strings.TrimSpace(lines[begin]) == "" {
			begin++
		}
		if isMap(strings.Join(lines[:begin], "\n")) {
			return begin
		}
		return -1
	}
	return -1
}

func isMap(text string) bool {
	doc, err := compose([]byte(text))
	return err == nil && doc != nil && len(doc.Content) > 0 && doc.Content[0].Kind == yaml.MappingNode
}

// UnclosedFront is about front matter that nothing ends, or that only a line
// further down ends, which was meant for something else.
func UnclosedFront(file string, rest []byte) diag.Problem {
	p := diag.At(diag.Place{File: file, Line: 1, Col: 1}, "front-matter-unclosed")
	lines := strings.Split(string(rest), "\n")
	end := endOfFront(lines)
	switch {
	case end < 0:
		return p.WithHint("close-front")
	case fenceLike(lines[end]):
		p.Place.Line = end + 2
		return fenceHint(p, lines[end])
	case fenceWithWords(lines[end]):
		p.Place.Line = end + 2
		words := strings.TrimLeft(lines[end], "- ")
		if words[0] == '#' { // a note
			return p.WithHint("fence-type")
		}
		return p.WithHint("fence-alone", diag.Whole(words))
	}
	return p.WithHint("close-front-at", end+2, diag.Whole(lines[end]))
}

// RanOver says that front matter goes on into the text of the article, which is why
// it cannot be read; nil if it does not.
func RanOver(file string, header []byte) *diag.Problem {
	if endOfFront(strings.Split(string(header), "\n")) < 0 {
		return nil
	}
	p := UnclosedFront(file, header)
	return &p
}
