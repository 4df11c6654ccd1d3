package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
)

// quotes reports a quotation mark without its partner. A quotation that goes on in the next
// paragraph opens again there.
func (c *checker) quotes(i int) {
	if strings.IndexByte(c.text, '"') < 0 && !strings.Contains(c.text, "“") && !strings.Contains(c.text, "”") {
		return
	}
	q := quotesIn(c.text)
	switch {
	case q.unsure:
	case q.stray >= 0:
		c.sayQuote(q.stray)
	case q.open >= 0 && (c.isSaid(q.open) || !c.goesOn(i)):
		c.sayQuote(q.open)
	}
}

func (c *checker) sayQuote(at int) {
	_, n := utf8.DecodeRuneInString(c.text[at:])
	// With the word beside it, so that one sees which it is.
	from, to := at, at+n
	for k := range c.words {
		if w := c.words[k]; w.From == to {
			to = w.To
		} else if w.To == from {
			from = w.From
		}
	}
	c.problems = append(c.problems, c.block.At("quote-unclosed", from, to, c.text[from:to]))
}

// saying are words that come behind what somebody said.
var saying = prose.SetOf(`
kata katanya ujar ujarnya tutur tuturnya ucap ucapnya jelas jelasnya ungkap ungkapnya papar paparnya
imbuh imbuhnya terang terangnya tegas tegasnya tambah tambahnya lanjut lanjutnya sambung sambungnya`)

// isSaid says whether somebody is said to have spoken, behind what a mark opened: the words of
// the newsroom have begun, and the mark was forgotten.
func (c *checker) isSaid(open int) bool {
	for i := 1; i < len(c.words); i++ {
		if c.words[i].From > open && saying[c.lower[i]] && c.gap(i-1) == ", " {
			return true
		}
	}
	return false
}

// goesOn says whether the next block of the same kind begins with a quotation mark.
func (c *checker) goesOn(i int) bool {
	if i+1 >= len(c.doc.Blocks) {
		return false
	}
	next := &c.doc.Blocks[i+1]
	return next.Kind == c.block.Kind && next.Key == c.block.Key &&
		(strings.HasPrefix(next.Text, `"`) || strings.HasPrefix(next.Text, "“"))
}

// quotation is what is known of the marks in a text.
type quotation struct {
	open, stray int // a mark without partner, -1 without
	unsure      bool
}

// quotesIn pairs the marks of a text. A straight one closes whatever is open, and opens
// otherwise; one behind a digit may be inches.
func quotesIn(text string) quotation {
	q := quotation{open: -1, stray: -1}
	straight, inches := 0, 0
	for at, r := range text {
		switch r {
		case '"':
			straight++
			if isInch(text, at) {
				inches++
			}
			switch {
			case q.open < 0 && opens(text, at):
				q.open = at
			case q.open < 0 && q.stray < 0:
				q.stray = at
			case q.open >= 0 && opens(text, at) && !closes(text, at):
				return quotation{open: q.open, stray: -1, unsure: straight%2 == 0 && strings.Count(text, `"`)%2 == 0}
			default:
				q.open = -1
			}
		case '“':
			if q.open >= 0 {
				return quotation{open: q.open, stray: -1, unsure: strings.Contains(text, `"`)}
			}
			q.open = at
		case '”':
			if q.open < 0 && q.stray < 0 {
				q.stray = at
			}
			q.open = -1
		}
	}
	even := straight%2 == 0 && straight > 0 && strings.Count(text, "“") == strings.Count(text, "”")
	q.unsure = inches > 0 || even
	return q
}

func isInch(text string, at int) bool {
	return at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && !closesWord(text, at)
}

// closesWord says whether a number before a mark at an offset is in words that the mark
// closes: a comma or a point stands between them as a rule, and nothing is measured.
func closesWord(text string, at int) bool {
	return at+1 == len(text) || text[at+1] == ',' || text[at+1] == '.'
}

// opens and closes say what a straight mark may do where it stands.
func opens(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	return at+1 < len(text) && !unicode.IsSpace(after) &&
		(at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{–—-/:", before) || before == prose.Gap)
}

func closes(text string, at int) bool {
	if at == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsSpace(before)
}
