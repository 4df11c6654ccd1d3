package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
)

// spaces reports a blank before a mark that belongs to the word before it.
func (c *checker) spaces() {
	text := c.text
	for from := 0; ; {
		i := strings.IndexByte(text[from:], ' ')
		if i < 0 {
			return
		}
		at := from + i
		end := at
		for end < len(text) && text[end] == ' ' {
			end++
		}
		from = end
		if at == 0 || end == len(text) || strings.IndexByte(".,;:!?", text[end]) < 0 {
			continue
		}
		if end-at == 1 && c.isMisplaced(at) {
			better := text[end:end+1] + " "
			c.say(c.block.At("space-before-mark", at, end+1, text[end:end+1]), true, better)
			continue
		}
		if !c.isLoose(at, end) {
			continue
		}
		if c.block.Source(at, end+1) == "" {
			continue // the blank is the end of a line, or stands beside what is left out
		}
		c.say(c.block.At("space-before-mark", at, end+1, text[end:end+1]), true, text[end:end+1])
	}
}

// stuck reports a comma or a full stop without a blank behind it.
func (c *checker) stuck() {
	for i := 0; i+1 < len(c.words); i++ {
		gap := c.gap(i)
		if len(gap) != 1 || strings.IndexByte(",.;", gap[0]) < 0 {
			continue
		}
		w, next := c.words[i], c.words[i+1]
		begins := isLarge(next.Text) && !isAllLarge(next.Text)
		switch {
		case gap == "." && begins && len(next.Text) > 2 && zones[w.Text] && isPlain(next.Text): // pukul 08.00 WIB.Warga
		case !isPlain(w.Text) || !isPlain(next.Text) || len(w.Text) < 4 || len(next.Text) < 3: // a.n., M.Si.
			continue
		case gap == "." && (isLarge(w.Text) || !begins): // Indolinear.com
			continue
		}
		if c.isCited(w.From, next.To) || c.isNamed(w.From, next.To) {
			continue
		}
		typed, better := c.text[w.From:next.To], w.Text+gap+" "+next.Text
		c.say(c.block.At("space-after-mark", w.From, next.To, typed, better), true, better)
	}
}

// zones are those of time, with which sentences end though they are written large.
var zones = prose.SetOf("WIB WITA WIT")

// brackets reports one that is not closed in its block, and blanks inside of it.
func (c *checker) brackets() {
	if strings.IndexByte(c.text, '(') < 0 && strings.IndexByte(c.text, ')') < 0 {
		return
	}
	var open []int
	for at := range len(c.text) {
		switch c.text[at] {
		case '(':
			if at > 0 && (c.text[at-1] == ':' || c.text[at-1] == ';') {
				continue // a face
			}
			open = append(open, at)
			if strings.HasPrefix(c.text[at+1:], " ") {
				c.sayLoose(at, at+2)
			}
		case ')':
			if len(open) > 0 {
				open = open[:len(open)-1]
				if c.text[at-1] == ' ' {
					c.sayLoose(at-1, at+1)
				}
			}
		}
	}
	if len(open) == 0 || c.block.Kind == prose.Cell || c.block.Kind == prose.Heading {
		return
	}
	from := open[len(open)-1]
	to := from + 1
	for _, w := range c.words {
		if w.From == to {
			to = w.To
			break
		}
	}
	c.problems = append(c.problems, c.block.At("bracket-unclosed", from, to, c.text[from:to]))
}

// sayLoose reports a bracket with a blank inside of it.
func (c *checker) sayLoose(from, to int) {
	if typed := c.block.Source(from, to); typed != "" {
		better := strings.TrimSpace(typed)
		c.say(c.block.At("bracket-space", from, to, better), true, better)
	}
}

// repeated reports a full stop or a comma that stands twice: one of them is left over.
func (c *checker) repeated() {
	for _, mark := range []string{"..", ",,"} {
		for from := 0; ; {
			i := strings.Index(c.text[from:], mark)
			if i < 0 {
				break
			}
			at, end := from+i, from+i+2
			for end < len(c.text) && c.text[end] == mark[0] {
				end++
			}
			from = end
			before, _ := utf8.DecodeLastRuneInString(c.text[:at])
			after, _ := utf8.DecodeRuneInString(c.text[end:])
			if end-at > 2 || !unicode.IsLetter(before) && before != ')' || unicode.IsDigit(after) || after == '/' {
				continue
			}
			better := []string{mark[:1], "…"} // a sentence may break off
			if mark == ",," {
				better = better[:1]
			}
			c.say(c.block.At("mark-doubled", at, end, mark), false, better...)
		}
	}
}

// isLoose says whether the mark behind a blank, at end, is of the sentence: no ellipsis, no
// ending of a file, no face, no ratio.
func (c *checker) isLoose(at, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(c.text[:at])
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !strings.ContainsRune(")]”’\"%", before) {
		return false
	}
	if end+1 == len(c.text) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(c.text[end+1:])
	if c.text[end] == ':' && (unicode.IsDigit(before) || c.block.Kind == prose.Cell || c.isLabel(at)) {
		return false
	}
	return after == ' ' || after == '\n' || strings.ContainsRune("\"”’", after)
}

// isMisplaced says whether a blank between two words stands before their comma in place of behind it.
func (c *checker) isMisplaced(at int) bool {
	if c.text[at+1] != ',' || c.block.Source(at, at+2) == "" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[:at])
	after, _ := utf8.DecodeRuneInString(c.text[at+2:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// mostLabel is how many words a label has, as "Hari : Selasa" has one.
const mostLabel = 3

// isLabel says whether what stands in its line up to an offset is a label, as in a form: some put
// the colons below each other.
func (c *checker) isLabel(at int) bool {
	line := c.text[strings.LastIndexByte(c.text[:at], '\n')+1 : at]
	return len(strings.Fields(line)) <= mostLabel
}
