package source

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// faults maps what the library says to what an editor understands, and to the
// finder of the column, which the library does not tell. Tried in this order.
var faults = []struct {
	says   string
	word   diag.Word
	column func(line string) int
}{
	{"found character that cannot start any token", "yaml-character", badStart},
	{"found a tab character", "yaml-tab", tab},
	{"mapping values are not allowed", "yaml-colon", secondColon},
	{"found unexpected end of stream", "yaml-quote", quote},
	{"found unexpected document indicator", "yaml-quote", quote},
	{"did not find expected ',' or ']'", "yaml-bracket", bracket},
	{"did not find expected ',' or '}'", "yaml-bracket", bracket},
	{"did not find expected node content", "yaml-bracket", bracket},
	{"could not find expected ':'", "yaml-colon-needed", indent},
	{"did not find expected key", "yaml-indent", afterQuote},
	{"did not find expected '-' indicator", "yaml-indent", indent},
	{"block sequence entries are not allowed", "yaml-indent", indent},
	{"found unknown escape character", "yaml-escape", escape},
	{"did not find expected hexdecimal number", "yaml-escape", escape},
	{"control characters are not allowed", "yaml-control", indent},
}

var lineNumber = regexp.MustCompile(`^yaml: line (\d+): `)

// explain turns the library's error into a placed problem. The library names a
// line, at times the one before the fault, and no column; we look at the line
// for what it most likely means, and one line further when there is nothing.
func explain(file string, first int, text []byte, err error) diag.Problem {
	if errors.Is(err, errDocuments) {
		at := max(bytes.Index(text, []byte("\n---")), bytes.Index(text, []byte("\n...")))
		place := placeAt(file, text, at+1)
		place.Line += first - 1
		return diag.At(place, "yaml-documents").WithHint("split-file")
	}
	said, line := err.Error(), 1
	if m := lineNumber.FindStringSubmatch(said); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	word, column := diag.Word("yaml-other"), indent
	for _, f := range faults {
		if strings.Contains(said, f.says) {
			word, column = f.word, f.column
			break
		}
	}
	line, col := locate(text, line, column)
	if line1 := lineOf(text, line); word == "yaml-indent" && afterQuote(line1) > 0 {
		word = "yaml-after-quote"
	} else if word == "yaml-character" && tab(line1) == col {
		word = "yaml-tab"
	}
	p := diag.At(diag.Place{File: file, Line: line + first - 1, Col: max(col, 1)}, "yaml-syntax", word)
	if word == "yaml-colon" || word == "yaml-character" {
		if _, value, ok := strings.Cut(lineOf(text, line), ": "); ok {
			return p.WithHint("quote-text", strconv.Quote(strings.TrimSpace(value)))
		}
	}
	return p
}

// locate asks column at the named line, then at the next, then falls back to
// the named line's first character that is not blank.
func locate(text []byte, line int, column func(string) int) (int, int) {
	for _, n := range []int{line, line + 1, line - 1} {
		if n > 0 {
			if col := column(lineOf(text, n)); col > 0 {
				return n, col
			}
		}
	}
	line = min(line, 1+bytes.Count(text, []byte("\n")))
	return line, max(indent(lineOf(text, line)), 1)
}

func lineOf(text []byte, n int) string {
	for ; n > 1; n-- {
		_, rest, ok := bytes.Cut(text, []byte("\n"))
		if !ok {
			return ""
		}
		text = rest
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return string(line)
}

// The finders return a column counted from 1 in characters, 0 for none.

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

func escape(line string) int { return column(line, strings.IndexByte(line, '\\')) }

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

// badStart finds a value that begins with a character YAML keeps for itself.
func badStart(line string) int {
	if col := tab(line); col > 0 && strings.TrimLeft(line, " \t") != strings.TrimLeft(line, " ") {
		return col
	}
	for _, lead := range []string{": ", "- ", "[", ", ", "{"} {
		for at, rest := 0, line; ; {
			i := strings.Index(rest, lead)
			if i < 0 {
				break
			}
			at += i + len(lead)
			rest = line[at:]
			if rest != "" && strings.ContainsRune("@`%", rune(rest[0])) {
				return column(line, at)
			}
		}
	}
	if t := strings.TrimLeft(line, " "); t != "" && strings.ContainsRune("@`%", rune(t[0])) {
		return column(line, len(line)-len(t))
	}
	return tab(line)
}

// quote finds the opening of a quoted text that does not end on its line.
func quote(line string) int {
	for _, q := range []string{`"`, `'`} {
		if strings.Count(line, q)%2 == 1 {
			return column(line, strings.Index(line, q))
		}
	}
	return 0
}

func bracket(line string) int { return column(line, strings.IndexAny(line, "[{")) }

var closedQuote = regexp.MustCompile(`^\s*(?:- )?(?:[^:'"]*: )?("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#,\]}:])`)

// afterQuote finds text behind a value's closing quotation mark.
func afterQuote(line string) int {
	if m := closedQuote.FindStringSubmatchIndex(line); m != nil {
		return column(line, m[4])
	}
	return 0
}
