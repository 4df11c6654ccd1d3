package fault

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// Web pages and word processors have blanks that look like a space and are none,
// and characters that nobody sees. Within a text they are harmless; where YAML wants
// a space, it takes them for letters. Such a text is read again with spaces there.

// oddBlank says whether a character looks like a space, or like nothing.
func oddBlank(r rune) bool { return r >= utf8.RuneSelf && (unicode.Is(unicode.Zs, r) || unseen(r)) }

func unseen(r rune) bool {
	return r == 0xad || r == 0x180e || r == 0xfeff || r >= 0x200b && r <= 0x200f || r >= 0x2060 && r <= 0x2064
}

// blankSlip is a line with a blank that is none, where YAML wants a space.
type blankSlip struct {
	line int    // from 0
	at   int    // of the first such character
	anew string // the line as it should be
}

// readBlanks returns text as it was meant, and what the library makes of it.
func readBlanks(file string, first int, text []byte, doc *yaml.Node, err error) ([]byte, *yaml.Node, diag.List, error) {
	if !bytes.ContainsFunc(text, func(r rune) bool { return oddBlank(r) || r == '：' }) {
		return text, doc, nil, err
	}
	lines := strings.Split(string(text), "\n")
	for _, leading := range []string{" ", ""} {
		slips := blankSlips(lines, leading)
		if slips == nil {
			break
		}
		meant := []byte(strings.Join(mendedLines(lines, slips, -1), "\n"))
		better, fault := compose(meant)
		if fault != nil || err == nil && alike(doc, better) {
			continue
		}
		var problems diag.List
		for i, s := range slips {
			if len(slips) > 50 || s.matters(lines, slips, i, better) {
				problems = append(problems, s.problem(file, first, lines[s.line]))
			}
		}
		return meant, better, problems, nil
	}
	return text, doc, nil, err
}

func mendedLines(lines []string, slips []blankSlip, but int) []string {
	anew := slices.Clone(lines)
	for i, s := range slips {
		if i != but {
			anew[s.line] = s.anew
		}
	}
	return anew
}

// matters says whether one line alone, as it stands, would be read otherwise: in a
// quoted text or a block of lines it would not.
func (s blankSlip) matters(lines []string, slips []blankSlip, i int, better *yaml.Node) bool {
	doc, err := compose([]byte(strings.Join(mendedLines(lines, slips, i), "\n")))
	return err != nil || !alike(doc, better)
}

func (s blankSlip) problem(file string, first int, line string) diag.Problem {
	r, _ := utf8.DecodeRuneInString(line[s.at:])
	place := diag.Place{File: file, Line: first + s.line, Col: column(line, s.at)}
	p := diag.At(place, "yaml-blank", blankName(r), fmt.Sprintf("U+%04X", r))
	return p.WithHint("retype-line", diag.Whole(s.anew))
}

func blankName(r rune) diag.Word {
	switch {
	case r == '：':
		return "blank-colon"
	case unseen(r):
		return "blank-unseen"
	case r == 0xa0 || r == 0x202f || r == 0x2007:
		return "blank-no-break"
	}
	return "blank-other"
}

// blankSlips finds the lines where a blank that is none stands before a text, behind
// its hyphen or beside its colon. Those that take room become spaces, at the
// beginning of a line what leading says.
func blankSlips(lines []string, leading string) (slips []blankSlip) {
	for i, line := range lines {
		m := mender{line: line, slip: -1}
		m.blanks(leading)
		for strings.HasPrefix(m.rest(), "-") && m.oddAfter(1) {
			m.copy(1)
			if r, _ := utf8.DecodeRuneInString(m.rest()); unseen(r) {
				m.out.WriteByte(' ')
			}
			m.blanks(" ")
		}
		m.key()
		if m.slip >= 0 {
			slips = append(slips, blankSlip{i, m.slip, m.out.String() + m.rest()})
		}
	}
	return slips
}

// mender writes a line anew up to where its value begins.
type mender struct {
	line string
	at   int
	slip int // the first fault, -1 without
	out  strings.Builder
}

func (m *mender) rest() string { return m.line[m.at:] }

func (m *mender) copy(n int) {
	m.out.WriteString(m.line[m.at : m.at+n])
	m.at += n
}

// oddAfter says whether a blank of any kind stands n bytes on.
func (m *mender) oddAfter(n int) bool {
	r, size := utf8.DecodeRuneInString(m.rest()[n:])
	return size > 0 && (r == ' ' || oddBlank(r))
}

func (m *mender) blanks(instead string) {
	for m.at < len(m.line) {
		r, size := utf8.DecodeRuneInString(m.rest())
		switch {
		case r == ' ':
			m.out.WriteByte(' ')
		case !oddBlank(r):
			return
		default:
			m.fault()
			if !unseen(r) {
				m.out.WriteString(instead)
			}
		}
		m.at += size
	}
}

func (m *mender) fault() {
	if m.slip < 0 {
		m.slip = m.at
	}
}

// key mends the blanks on both sides of a key's colon, and a wide colon.
func (m *mender) key() {
	n := 0
	for n < len(m.rest()) && (m.rest()[n] == '_' || m.rest()[n]|0x20 >= 'a' && m.rest()[n]|0x20 <= 'z') {
		n++
	}
	colon := strings.TrimLeftFunc(m.rest()[n:], func(r rune) bool { return r == ' ' || oddBlank(r) })
	if n == 0 || !strings.HasPrefix(colon, ":") && !strings.HasPrefix(colon, "：") {
		return
	}
	m.copy(n)
	m.blanks("")
	if m.rest()[0] == ':' {
		m.copy(1)
		if m.at < len(m.line) && m.oddAfter(0) {
			if r, _ := utf8.DecodeRuneInString(m.rest()); unseen(r) {
				m.out.WriteByte(' ')
			}
			m.blanks(" ")
		}
		return
	}
	m.fault()
	m.out.WriteString(": ")
	m.at += len("：")
	if m.at < len(m.line) && m.line[m.at] == ' ' {
		m.at++
	}
}

// alike says whether two trees have the same lists, maps and keys.
func alike(a, b *yaml.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return false
	}
	for i := range a.Content {
		if a.Kind == yaml.MappingNode && i%2 == 0 && a.Content[i].Value != b.Content[i].Value ||
			!alike(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}
