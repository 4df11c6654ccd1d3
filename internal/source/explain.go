package source

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// A clue is a fault an editor may have made, and its finder: the column, counted
// from 1 in characters, at which a line shows it, 0 when it does not.
type clue struct {
	word   diag.Word
	column func(line string) int
	back   bool // may also stand in a line before the named one
}

var (
	start      = clue{"yaml-character", badStart, false}
	openQuote  = clue{"yaml-quote", quote, true}
	openSquare = clue{"yaml-bracket", unclosed, true}
	noComma    = clue{"yaml-comma", bracket, false}
	misplaced  = []clue{{"yaml-after-quote", afterQuote, false}, openQuote, {"yaml-bracket-extra", unopened, false}}
)

// faults maps what the library says to what it may mean, likeliest first. Its
// scanner names the line of the fault, its parser (late) the line before.
var faults = []struct {
	says  string
	late  bool
	clues []clue
	// or is what it means when no clue is found.
	or diag.Word
}{
	{"found character that cannot start any token", false, []clue{{"yaml-tab", leadingTab, false}, start, {"yaml-tab", tab, false}}, "yaml-character"},
	{"did not find expected alphabetic or numeric character", false, []clue{start}, "yaml-other"},
	{"did not find expected comment or line break", false, []clue{start}, "yaml-other"},
	{"found a tab character", false, []clue{{"yaml-tab", tab, false}}, "yaml-tab"},
	{"mapping values are not allowed", false, []clue{{"yaml-colon", secondColon, false}}, "yaml-indent"},
	{"found unexpected end of stream", false, []clue{openQuote}, "yaml-quote"},
	{"found unexpected document indicator", false, []clue{openQuote}, "yaml-quote"},
	{"could not find expected ':'", false, []clue{{"yaml-space", noSpace, false}, {"yaml-colon-needed", noColon, true}}, "yaml-colon-needed"},
	{"block sequence entries are not allowed", false, []clue{{"yaml-dash", dash, false}}, "yaml-indent"},
	{"found unknown escape character", false, []clue{{"yaml-escape", escape, false}}, "yaml-escape"},
	{"did not find expected hexdecimal number", false, []clue{{"yaml-escape", escape, false}}, "yaml-escape"},
	{"did not find expected ',' or ']'", true, []clue{openSquare, noComma}, "yaml-bracket"},
	{"did not find expected ',' or '}'", true, []clue{openSquare, noComma}, "yaml-bracket"},
	{"did not find expected node content", true, []clue{openSquare}, "yaml-other"},
	{"did not find expected key", true, misplaced, "yaml-other"},
	{"did not find expected '-' indicator", true, misplaced, "yaml-other"},
}

var lineNumber = regexp.MustCompile(`^yaml: line (\d+): `)

// explain turns the library's error into a placed problem. The library names a
// line, not always that of the fault, and no column; we look there for what an
// editor most likely did.
func explain(file string, first int, text []byte, err error) diag.Problem {
	if errors.Is(err, errDocuments) {
		at := max(bytes.Index(text, []byte("\n---")), bytes.Index(text, []byte("\n...")))
		place := placeAt(file, text, at+1)
		place.Line += first - 1
		return diag.At(place, "yaml-documents").WithHint("split-file")
	}
	lines := strings.Split(string(text), "\n")
	word, line, col := suspect(lines, err.Error())
	p := diag.At(diag.Place{File: file, Line: line + first - 1, Col: col}, "yaml-syntax", word)
	if value := quotable(lines[line-1], col, word); value != "" {
		return p.WithHint("quote-text", strconv.Quote(value))
	}
	return p
}

// suspect finds what the library's words mean in these lines, and where.
func suspect(lines []string, said string) (word diag.Word, line, col int) {
	n := 0
	if m := lineNumber.FindStringSubmatch(said); m != nil {
		n, _ = strconv.Atoi(m[1])
	}
	within := func(n int) int { return min(max(n, 1), len(lines)) }
	for _, f := range faults {
		if !strings.Contains(said, f.says) {
			continue
		}
		if f.late {
			n++
		}
		for _, c := range f.clues {
			if line, col := c.find(lines, within(n)); col > 0 {
				return c.word, line, col
			}
		}
		if line := misindented(lines, within(n)); line > 0 && f.late {
			return "yaml-indent", line, indent(lines[line-1])
		}
		return f.or, within(n), max(indent(lines[within(n)-1]), 1)
	}
	if strings.Contains(said, "control characters are not allowed") {
		for i, l := range lines {
			if col := control(l); col > 0 {
				return "yaml-control", i + 1, col
			}
		}
	}
	return "yaml-other", within(n), max(indent(lines[within(n)-1]), 1)
}

func (c clue) find(lines []string, n int) (line, col int) {
	for ; n > 0; n-- {
		if col := c.column(lines[n-1]); col > 0 || !c.back {
			return n, col
		}
	}
	return 0, 0
}

// quotable returns the text that quotation marks would put right, "" when they
// are not the cure. Inside brackets the text ends where the entry does.
func quotable(line string, col int, word diag.Word) string {
	switch word {
	case "yaml-colon":
		_, value, _ := strings.Cut(line, ": ")
		if value = strings.TrimSpace(value); strings.HasPrefix(value, "[") || strings.HasPrefix(value, "{") {
			return ""
		}
		return value
	case "yaml-character":
		value := string([]rune(line)[col-1:])
		if strings.ContainsAny(line[:len(line)-len(value)], "[{") {
			value = value[:strings.IndexAny(value+",", ",]}")]
		}
		return strings.TrimSpace(value)
	}
	return ""
}

// misindented returns the first line, from line n on, that stands at a depth no
// line above began, 0 for none. Texts over several lines are not understood;
// this is asked only when the library found that lines do not fit together.
func misindented(lines []string, n int) int {
	type level struct {
		depth int
		list  bool
	}
	open := []level{{depth: -1}}
	for i, l := range lines {
		t := strings.TrimLeft(l, " ")
		if t == "" || t[0] == '#' {
			continue
		}
		depth, item := len(l)-len(t), strings.HasPrefix(t, "- ")
		deeper := depth > open[len(open)-1].depth
		for open[len(open)-1].depth > depth || !item && open[len(open)-1] == (level{depth, true}) {
			open = open[:len(open)-1]
		}
		top := open[len(open)-1]
		fits := deeper || top == level{depth, item} || item && top.depth == depth && strings.HasSuffix(lines[max(i-1, 0)], ":")
		if !fits && i+1 >= n {
			return i + 1
		}
		if top != (level{depth, item}) {
			open = append(open, level{depth, item})
		}
		for rest := t; strings.HasPrefix(rest, "- "); {
			rest = strings.TrimLeft(rest[1:], " ")
			open = append(open, level{len(l) - len(rest), strings.HasPrefix(rest, "- ")})
		}
	}
	return 0
}

func column(line string, at int) int {
	if at < 0 {
		return 0
	}
	return 1 + utf8.RuneCountInString(line[:at])
}

func indent(line string) int {
	if strings.TrimSpace(line) == "" {
		return 0
	}
	return column(line, len(line)-len(strings.TrimLeft(line, " \t")))
}

func tab(line string) int { return column(line, strings.IndexByte(line, '\t')) }

func leadingTab(line string) int {
	if !strings.HasPrefix(strings.TrimLeft(line, " "), "\t") {
		return 0
	}
	return tab(line)
}

func escape(line string) int { return column(line, strings.IndexByte(line, '\\')) }

func bracket(line string) int { return column(line, strings.IndexAny(line, "[{")) }

func dash(line string) int {
	if i := strings.Index(line, ": - "); i >= 0 {
		return column(line, i+len(": "))
	}
	return 0
}

func control(line string) int {
	return column(line, strings.IndexFunc(line, func(r rune) bool { return r < ' ' && r != '\t' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85 }))
}

func secondColon(line string) int {
	if i := strings.Index(line, ":"); i >= 0 {
		for j := i + 1; j < len(line); j++ {
			if line[j] == ':' && (j+1 == len(line) || line[j+1] == ' ') {
				return column(line, j)
			}
		}
	}
	return 0
}

var unspaced = regexp.MustCompile(`^\s*(?:(-)[^-\s]|[a-z_]+(:)[^\s/])`)

// noSpace finds a hyphen or colon that should be followed by a space.
func noSpace(line string) int {
	m := unspaced.FindStringSubmatchIndex(line)
	if m == nil {
		return 0
	}
	return column(line, max(m[2], m[4]))
}

// noColon finds a line that is no comment and has no key.
func noColon(line string) int {
	if t := strings.TrimSpace(line); strings.HasPrefix(t, "#") || strings.HasSuffix(t, ":") || strings.Contains(line, ": ") {
		return 0
	}
	return indent(line)
}

// badStart finds a value that begins with a character YAML keeps for itself.
func badStart(line string) int {
	const kept = "@`%*&>|"
	for _, lead := range []string{": ", "- ", "[", ", ", "{"} {
		for at, rest := 0, line; ; {
			i := strings.Index(rest, lead)
			if i < 0 {
				break
			}
			at += i + len(lead)
			rest = line[at:]
			if rest != "" && strings.IndexByte(kept, rest[0]) >= 0 {
				return column(line, at)
			}
		}
	}
	if t := strings.TrimLeft(line, " "); t != "" && strings.IndexByte(kept, t[0]) >= 0 {
		return column(line, len(line)-len(t))
	}
	return 0
}

var (
	quotedStart = regexp.MustCompile(`^\s*(?:- )?(?:[^:'"#]*: )?["']`)
	closedQuote = regexp.MustCompile(`^\s*(?:- )?(?:[^:'"]*: )?("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#,\]}:])`)
)

// quote finds the opening of a quoted value that does not end on its line.
func quote(line string) int {
	m := quotedStart.FindStringIndex(line)
	if m == nil || strings.Count(line, line[m[1]-1:m[1]])%2 == 0 {
		return 0
	}
	return column(line, m[1]-1)
}

// afterQuote finds text behind a value's closing quotation mark.
func afterQuote(line string) int {
	if m := closedQuote.FindStringSubmatchIndex(line); m != nil {
		return column(line, m[4])
	}
	return 0
}

// unclosed and unopened find the bracket without its other half. Those inside
// quoted texts are not told from others.
func unclosed(line string) int {
	open, _ := brackets(line)
	return column(line, slices.Max(append(open, -1)))
}

func unopened(line string) int {
	_, extra := brackets(line)
	return column(line, extra)
}

func brackets(line string) (open []int, extra int) {
	for i, c := range []byte(line) {
		switch {
		case c == '[' || c == '{':
			open = append(open, i)
		case (c == ']' || c == '}') && len(open) > 0:
			open = open[:len(open)-1]
		case c == ']' || c == '}':
			return open, i
		}
	}
	return open, -1
}
