package diag

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Excerpt returns l, sorted, with the source line of every placed problem; one that has it
// keeps it. Each file is asked for once: read returns its whole text with plain line ends, ""
// when it is not to be had.
func (l List) Excerpt(read func(file string) string) List {
	s := slices.Clone(l)
	var at cursor
	for i, p := range s {
		if p.Place.Line == 0 || p.Excerpt != "" {
			continue
		}
		line := withoutPasswords(at.line(p.Place, read))
		if i > 0 && s[i-1].Excerpt == line {
			line = s[i-1].Excerpt
		} else {
			line = strings.Clone(line) // or it would keep all of the file in memory
		}
		s[i].Excerpt = line
	}
	return s
}

// password is one in an address. What is quoted ends in logs that many read.
var password = regexp.MustCompile(`(://[^\s/?#@:]*:)([^\s/?#]+)@`)

// withoutPasswords covers the letters of passwords: each with one, for columns count them.
func withoutPasswords(line string) string {
	if !strings.Contains(line, "://") {
		return line
	}
	return password.ReplaceAllStringFunc(line, func(s string) string {
		at := password.FindStringSubmatchIndex(s)
		return s[:at[4]] + strings.Repeat("•", utf8.RuneCountInString(s[at[4]:at[5]])) + s[at[5]:]
	})
}

// cursor walks through the lines of one file after the other. Splitting the file
// would be simpler, but one of millions of empty lines takes 16 bytes for each.
type cursor struct {
	file, text string
	rest       string // of the text, from line n on
	n          int
}

func (c *cursor) line(p Place, read func(file string) string) string {
	if p.File != c.file || c.n == 0 {
		c.file, c.text = p.File, read(p.File)
		c.rest, c.n = c.text, 1
	}
	if p.Line < c.n {
		c.rest, c.n = c.text, 1
	}
	for ; c.n < p.Line && c.rest != ""; c.n++ {
		_, c.rest, _ = strings.Cut(c.rest, "\n")
	}
	if c.n < p.Line {
		return ""
	}
	line, _, _ := strings.Cut(c.rest, "\n")
	return line
}

// window is how many characters of a long source line are shown.
const window = 100

// around cuts a long line to a window around a column, counted from 1; before
// is how many characters of the window stand in front of it.
func around(line string, col int) (part string, before int) {
	length := utf8.RuneCountInString(line)
	before = min(max(col, 1)-1, length)
	if length <= window {
		return line, before
	}
	from := min(max(before-window/2, 0), length-window)
	line = skip(line, from)
	return line[:len(line)-len(skip(line, window))], before - from
}

// skip returns s without its first n characters.
func skip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[i:]
		}
		n--
	}
	return ""
}
