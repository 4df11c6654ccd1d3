package fault

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"blandongan/internal/diag"
)

// mistake is one that an editor may have made, and its finder: the column, counted
// from 1 in characters, at which a line shows it, 0 when it does not.
type mistake struct {
	word   diag.Word
	column func(line string) int
	back   int // in how many lines before the named one it may also stand
}

var (
	keptStart  = mistake{"yaml-character", badStart, 0}
	openQuote  = mistake{"yaml-quote", quote, anywhere}
	openSquare = mistake{"yaml-bracket", unclosed, anywhere}
	noComma    = mistake{"yaml-comma", bracket, 0}
	misplaced  = []mistake{{"yaml-after-quote", afterQuote, 0}, openQuote, {"yaml-bracket-extra", unopened, 0}}
)

// anywhere is more lines than a file has.
const anywhere = 1 << 20

// faults maps what the library says to what it may mean, likeliest first. Its
// scanner names the line of the fault, its parser (late) the line before.
var faults = []struct {
	says     string
	late     bool
	mistakes []mistake
	// or is what it means when no mistake is found.
	or diag.Word
}{
	{"found character that cannot start any token", false,
		[]mistake{{"yaml-tab", leadingTab, 0}, keptStart, {"yaml-tab", tab, 0}}, "yaml-character"},
	{"did not find expected alphabetic or numeric character", false, []mistake{keptStart}, "yaml-other"},
	{"did not find expected comment or line break", false, []mistake{keptStart}, "yaml-other"},
	{"found a tab character", true, []mistake{{"yaml-tab", leadingTab, 2}, {"yaml-tab", tab, 2}}, "yaml-tab"},
	{"mapping values are not allowed", false, []mistake{{"yaml-colon", secondColon, 0}, {"yaml-space", noSpace, 2}},
		"yaml-indent"},
	{"found unexpected end of stream", false, []mistake{openQuote}, "yaml-quote"},
	{"found unexpected document indicator", false, []mistake{openQuote}, "yaml-quote"},
	{"could not find expected ':'", false,
		[]mistake{{"yaml-space", noSpace, 0}, {"yaml-colon-needed", noColon, anywhere}}, "yaml-colon-needed"},
	{"block sequence entries are not allowed", false, []mistake{{"yaml-dash", dash, 0}}, "yaml-indent"},
	{"found unknown escape character", false, []mistake{{"yaml-escape", escape, 0}}, "yaml-escape"},
	{"did not find expected hexdecimal number", false, []mistake{{"yaml-escape", escape, 0}}, "yaml-escape"},
	{"did not find expected ',' or ']'", true, []mistake{openSquare, noComma}, "yaml-bracket"},
	{"did not find expected ',' or '}'", true, []mistake{openSquare, noComma}, "yaml-bracket"},
	{"did not find expected node content", true, []mistake{openSquare}, "yaml-other"},
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
		place := diag.NewRuler(file, text).Place(at + 1)
		place.Line += first - 1
		return diag.At(place, "yaml-documents").WithHint("split-file")
	}
	lines := strings.Split(strings.TrimRight(string(text), " \t\n"), "\n")
	g, ok := surely(lines, err.Error())
	if !ok {
		g.word, g.line, g.col = suspect(lines, err.Error())
		g.value = quotable(lines[g.line-1], g.col, g.word)
		better, ok := requote(lines, g)
		if ok && g.word != "yaml-bracket-extra" && (g.value == "" || strings.HasPrefix(better.value, "{")) {
			g = better
		}
	}
	p := diag.At(diag.Place{File: file, Line: g.line + first - 1, Col: g.col}, "yaml-syntax", g.word)
	return g.advise(p, lines)
}

// advise adds to p what to type.
func (g guess) advise(p diag.Problem, lines []string) diag.Problem {
	if g.value == "" {
		if line := closed(lines[g.line-1], g); line != "" && cures(lines, g.line, line) {
			return p.WithHint("write-it", diag.Whole(strings.TrimSpace(line)))
		}
		return p
	}
	if item, ok := strings.CutPrefix(g.value, "- "); ok && g.word == "yaml-dash" {
		return p.WithHint("list-or-text", diag.Whole("["+InBraces(item)+"]"), diag.Quoted(item))
	}
	return p.WithHint("quote-text", diag.Quoted(g.value)).Typing(g.value)
}

// closed returns a line with the bracket or the quotation mark that the guess
// misses, or without the one that is too many; "" where nothing is sure.
func closed(line string, g guess) string {
	at := len(string([]rune(line)[:min(max(g.col-1, 0), len([]rune(line)))]))
	switch rest := strings.TrimSpace(line[at:]); {
	case rest == "":
	case g.word == "yaml-bracket" && (rest[0] == '[' || rest[0] == '{'):
		end := "]"
		if rest[0] == '{' {
			end = "}"
		}
		return line[:at] + strings.TrimRight(rest, ", ") + end
	case g.word == "yaml-bracket-extra":
		return line[:at] + rest[1:]
	case g.word == "yaml-space":
		return withSpace(line, g.col)
	case g.word == "yaml-quote":
		end := len(rest)
		if open, _ := brackets(line[:at]); len(open) > 0 {
			end = len(upTo(rest, ",]}"))
		}
		return line[:at] + string(diag.Quoted(rest[1:end])) + rest[end:]
	}
	return ""
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
		for _, m := range f.mistakes {
			if line, col := m.find(lines, within(n)); col > 0 {
				return m.word, line, col
			}
		}
		if line := misindented(lines, within(n)); line > 0 && f.late {
			return "yaml-indent", line, indent(lines[line-1])
		}
		if line := dedented(lines, within(n)); line > 0 && f.or == "yaml-indent" {
			return f.or, line, indent(lines[line-1])
		}
		if f.or == "yaml-quote" { // the library names the end of the text, where it gave up
			n = firstFault(lines)
			return f.or, n, max(column(lines[n-1], strings.LastIndexAny(lines[n-1], "\"'")), 1)
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

func (m mistake) find(lines []string, n int) (line, col int) {
	for last := n - m.back; n > 0 && n >= last; n-- {
		if col := m.column(lines[n-1]); col > 0 {
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
		if value = strings.TrimSpace(value); value != "" && strings.IndexByte("[{\"'", value[0]) >= 0 {
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

// dedented returns the line above line n if it stands further left than both its
// neighbours, which stand alike: it is the one that slipped. Else 0.
func dedented(lines []string, n int) int {
	if n < 3 || strings.HasSuffix(lines[n-2], ":") {
		return 0
	}
	above, slipped, here := indent(lines[n-3]), indent(lines[n-2]), indent(lines[n-1])
	if slipped > 0 && slipped < here && above == here {
		return n - 1
	}
	return 0
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
		fits := deeper || top == level{depth, item} || item && top.depth == depth &&
			strings.HasSuffix(lines[max(i-1, 0)], ":")
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
