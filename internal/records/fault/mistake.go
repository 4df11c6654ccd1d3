package fault

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The finders of mistakes: each looks at one line for one. A line is read
// alone, so a text over several lines may fool them; they are asked only about
// lines near a fault.

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
	return column(line, strings.IndexFunc(line, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85
	}))
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

var unspaced = regexp.MustCompile(`^\s*(?:- +)*(?:(-)[^-\s]|[a-z_]+(:)[^\s/])`)

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
	t := strings.TrimSpace(line)
	if strings.HasPrefix(t, "#") || strings.HasSuffix(t, ":") || strings.Contains(line, ": ") {
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

// lostDash finds a line that stands among the items of a list and is none. A key
// may stand there too, if the list belongs to a key at the same depth.
func lostDash(lines []string, tokens []token) *token {
	item, owner, last := -1, -1, -1 // depths: of the list, of its key, of the line above
	for i := range tokens {
		t := &tokens[i]
		if t.flow > 0 || i > 0 && tokens[i-1].endLine == t.line {
			continue
		}
		key := t.kind != '{' && t.kind != '[' && strings.Contains(lines[t.line]+" ", ": ")
		switch {
		case t.kind == '-' && t.at != item:
			item, owner = t.at, last
		case t.kind != '-' && lines[t.line][t.at] != '-' && t.at == item && (owner < item || !key):
			return t
		case t.at < item:
			item = -1
		}
		last = t.at
	}
	return nil
}
