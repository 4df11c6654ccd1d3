package prose

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"blandongan/internal/markdown"
	"blandongan/internal/records"
)

// bodyAt returns where the body begins; without front matter that ends there is neither.
func bodyAt(text []byte) (at, line int, found bool) {
	if at, line, found = records.BodyAt(text); !found {
		at = 0
	}
	return at, line, found
}

// field adds a text of front matter or data.
func (d *Document) field(in *source, id string, said records.Said) {
	language := said.Language
	if language == "" {
		language = d.Language
	}
	at := in.offset(said.Place)
	d.add(in, align(in.text, at, said.Text), Block{
		Kind: Field, Key: said.Keys, ID: id, Language: language, Text: said.Text,
	})
}

// align finds each letter of a value in the YAML that it was read from, which begins at an
// offset: in plain words, in quotes of both kinds, in a block. Where that cannot be told, all
// of the text stands at its beginning.
func align(src []byte, at int, text string) markdown.Map {
	a := aligner{src: src, at: at, text: text}
	if !a.begin() || !a.all() {
		return markdown.Map{{From: at, Other: true}}
	}
	return a.where
}

type aligner struct {
	src   []byte
	at    int // in src
	text  string
	done  int  // of text
	quote byte // around the value, 0 without
	where markdown.Map
}

// begin goes to the first letter of the value.
func (a *aligner) begin() bool {
	if a.at >= len(a.src) {
		return false
	}
	switch b := a.src[a.at]; b {
	case '\'', '"':
		a.quote = b
		a.at++
	case '|', '>':
		i := bytes.IndexByte(a.src[a.at:], '\n')
		if i < 0 {
			return false
		}
		a.at += i + 1
	}
	for a.at < len(a.src) && isBlank(a.src[a.at]) {
		a.at++
	}
	return true
}

func (a *aligner) all() bool {
	for a.done < len(a.text) {
		if a.at >= len(a.src) || !a.step() {
			return false
		}
	}
	return true
}

// step finds the next letter, or the next blanks.
func (a *aligner) step() bool {
	switch b, want := a.src[a.at], a.text[a.done]; {
	case b == '\\' && a.quote == '"':
		return a.escape()
	case isBlank(want) && isBlank(b):
		a.blanks()
	case b != want:
		return false
	default:
		a.same(1)
		if b == '\'' && a.quote == '\'' { // it is written twice
			a.at++
		}
	}
	return true
}

// blanks finds what may be the end of a line with the blanks before the next.
func (a *aligner) blanks() {
	n, from := 0, a.at
	for a.done+n < len(a.text) && isBlank(a.text[a.done+n]) {
		n++
	}
	for a.at < len(a.src) && isBlank(a.src[a.at]) {
		a.at++
	}
	if string(a.src[from:a.at]) == a.text[a.done:a.done+n] {
		a.at = from
		a.same(n)
		return
	}
	a.other(from, n)
}

func (a *aligner) same(n int) {
	if k := len(a.where); k == 0 || a.where[k-1].Other || a.where[k-1].From+a.done-a.where[k-1].At != a.at {
		a.where = append(a.where, markdown.Stretch{At: a.done, From: a.at})
	}
	a.at += n
	a.done += n
}

func (a *aligner) other(from, n int) {
	a.where = append(a.where, markdown.Stretch{At: a.done, From: from, Other: true})
	a.done += n
}

// escapes are those of one letter.
var escapes = map[byte]rune{
	'n': '\n', 't': '\t', '\t': '\t', '"': '"', '\\': '\\', '/': '/', ' ': ' ', '_': '\u00a0', 'N': '\u0085',
	'L': '\u2028', 'P': '\u2029',
}

// hexadecimal are the digits behind those that tell a letter by its number.
var hexadecimal = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// escape reads what a backslash begins in quotes.
func (a *aligner) escape() bool {
	from := a.at
	if from+1 >= len(a.src) {
		return false
	}
	if a.src[from+1] == '\n' { // the line goes on
		for a.at += 2; a.at < len(a.src) && isBlank(a.src[a.at]); a.at++ {
		}
		return true
	}
	r, known := escapes[a.src[from+1]]
	length := 2
	if digits := hexadecimal[a.src[from+1]]; digits > 0 && from+2+digits <= len(a.src) {
		v, err := strconv.ParseUint(string(a.src[from+2:from+2+digits]), 16, 31)
		r, known, length = rune(v), err == nil, 2+digits
	}
	if !known || !strings.HasPrefix(a.text[a.done:], string(r)) {
		return false
	}
	a.at += length
	a.other(from, utf8.RuneLen(r))
	return true
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

// comments returns what comments of YAML say to the desk. One behind a line is about that
// line, one on its own about the next with all that is further in.
func (s *source) comments(yaml []byte) (all []Silence) {
	for from := 0; ; {
		i := bytes.IndexByte(yaml[from:], '#')
		if i < 0 {
			return all
		}
		at := from + i
		from = at + 1
		end := len(yaml)
		if n := bytes.IndexByte(yaml[at:], '\n'); n >= 0 {
			end = at + n
		}
		said, isDesk := markdown.DeskWords(strings.TrimLeft(string(yaml[at:min(end, at+maxComment)]), "# \t"))
		place := s.place(at)
		begin := s.lines[place.Line-1]
		if !isDesk || at > begin && !isBlank(yaml[at-1]) {
			continue
		}
		c := Silence{Place: place, Words: strings.TrimRight(string(yaml[at:end]), " \t"),
			Said: strings.Join(strings.Fields(said), " "), First: place.Line, Last: place.Line}
		if len(bytes.TrimSpace(yaml[begin:at])) == 0 {
			c.First, c.Last = s.below(place.Line)
		}
		all = append(all, c)
	}
}

const maxComment = 1000 // bytes

// below returns the first line below one that is no comment, and the last that is further in.
func (s *source) below(line int) (first, last int) {
	for first = line + 1; first <= len(s.lines) && (s.indent(first) < 0 || s.isComment(first)); first++ {
	}
	for last = first; last+1 <= len(s.lines) && (s.indent(last+1) < 0 || s.indent(last+1) > s.indent(first)); last++ {
	}
	return first, last
}

func (s *source) line(n int) []byte {
	end := len(s.text)
	if n < len(s.lines) {
		end = s.lines[n]
	}
	return s.text[s.lines[n-1]:end]
}

// indent returns by how much a line is indented, -1 for an empty one.
func (s *source) indent(n int) int {
	rest := bytes.TrimLeft(s.line(n), " ")
	if len(bytes.TrimSpace(rest)) == 0 {
		return -1
	}
	return len(s.line(n)) - len(rest)
}

func (s *source) isComment(n int) bool {
	return bytes.HasPrefix(bytes.TrimSpace(s.line(n)), []byte("#"))
}
