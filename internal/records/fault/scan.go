package fault

import "strings"

// token is a piece of YAML, for those who look for what an editor meant. The
// library's own scanner stops at the first fault and tells only its line.
type token struct {
	// kind is one of [ ] { } , : - or " for a quoted and a for a plain text.
	kind         byte
	line, at     int // of its first byte, from 0
	endLine, end int // behind its last byte
	flow         int // how many brackets it stands in
	// loose is a quoted text that does not end, or ends before more text.
	loose bool
}

// scanner cuts lines into tokens. It reads what an editor may have written by
// mistake, so it takes everything and is never sure.
type scanner struct {
	lines  []string
	line   int
	at     int
	flow   int
	tokens []token
	notes  []token // a "#" each
}

func scan(lines []string) []token {
	tokens, _ := scanNotes(lines)
	return tokens
}

func scanNotes(lines []string) (tokens, notes []token) {
	s := scanner{lines: lines}
	for s.line < len(lines) {
		s.skipBlank()
		switch {
		case s.at >= len(s.text()):
			s.line, s.at = s.line+1, 0
		case s.text()[s.at] == '#': // with or without a blank before: no text has begun
			s.note(s.at)
			s.line, s.at = s.line+1, 0
		default:
			s.next()
		}
	}
	return s.tokens, s.notes
}

func (s *scanner) note(at int) {
	s.notes = append(s.notes, token{kind: '#', line: s.line, at: at, flow: s.flow})
}

func (s *scanner) text() string { return s.lines[s.line] }

func (s *scanner) skipBlank() {
	for s.at < len(s.text()) && isBlank(s.text()[s.at]) {
		s.at++
	}
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' }

func (s *scanner) comment() bool {
	return s.text()[s.at] == '#' && (s.at == 0 || isBlank(s.text()[s.at-1]))
}

// blankAt says whether a line ends at i or has a blank there.
func blankAt(line string, i int) bool { return i >= len(line) || isBlank(line[i]) }

func (s *scanner) next() {
	line, c := s.text(), s.text()[s.at]
	switch {
	case c == '-' && s.flow == 0 && blankAt(line, s.at+1):
		s.mark(c)
	case c == '[' || c == '{':
		s.mark(c)
		s.flow++
	case s.flow > 0 && (c == ']' || c == '}'):
		s.flow--
		s.mark(c)
	case s.flow > 0 && c == ',', c == ':' && s.endsKey(s.at):
		s.mark(c)
	case c == '"' || c == '\'':
		s.quoted(c)
	case s.flow == 0 && (c == '|' || c == '>') && strings.Trim(upTo(line[s.at+1:], "#"), "+-123456789 ") == "":
		if i := strings.IndexByte(line[s.at:], '#'); i > 0 {
			s.note(s.at + i)
		}
		s.block()
	default:
		s.plain()
	}
}

func (s *scanner) mark(kind byte) {
	s.tokens = append(s.tokens, token{kind: kind, line: s.line, at: s.at, endLine: s.line, end: s.at + 1, flow: s.flow})
	s.at++
}

// endsKey says whether a colon stands behind a key.
func (s *scanner) endsKey(at int) bool {
	line := s.text()
	return line[at] == ':' && (blankAt(line, at+1) || s.flow > 0 && strings.IndexByte(",]}", line[at+1]) >= 0)
}

func (s *scanner) plain() {
	line, from := s.text(), s.at
	for s.at++; s.at < len(line) && !s.endsKey(s.at) && !s.comment(); s.at++ {
		if s.flow > 0 && strings.IndexByte(",[]{}", line[s.at]) >= 0 {
			break
		}
	}
	end := len(strings.TrimRight(line[:s.at], " \t"))
	s.tokens = append(s.tokens, token{kind: 'a', line: s.line, at: from, endLine: s.line, end: end, flow: s.flow})
}

// quoted takes a text in quotation marks, over as many lines as it needs.
func (s *scanner) quoted(mark byte) {
	t := token{kind: '"', line: s.line, at: s.at, flow: s.flow, loose: true}
	s.at++
	for s.line < len(s.lines) {
		line := s.text()
		i := closing(line, s.at, mark)
		if i < len(line) {
			s.at = i + 1
			rest := strings.TrimLeft(line[s.at:], " \t")
			t.loose = rest != "" && strings.IndexByte("#,]}:", rest[0]) < 0
			break
		}
		s.line, s.at = s.line+1, 0
	}
	t.endLine, t.end = s.line, s.at
	s.tokens = append(s.tokens, t)
}

// closing returns where in line, from i on, a quoted text ends, else its length.
func closing(line string, i int, mark byte) int {
	for ; i < len(line); i++ {
		switch {
		case mark == '"' && line[i] == '\\', mark == '\'' && strings.HasPrefix(line[i:], "''"):
			i++
		case line[i] == mark:
			return i
		}
	}
	return len(line)
}

// block passes over a text that begins on the next line and is indented more
// than its key.
func (s *scanner) block() {
	depth := 0
	for i := len(s.tokens) - 1; i >= 0 && s.tokens[i].line == s.line; i-- {
		if k := s.tokens[i].kind; k == 'a' || k == '"' || k == '-' {
			depth = s.tokens[i].at
			break
		}
	}
	for s.line++; s.line < len(s.lines); s.line++ {
		line := s.text()
		if t := strings.TrimLeft(line, " "); t != "" && len(line)-len(t) <= depth {
			break
		}
	}
	s.at = 0
}

// looseQuote finds a quoted text over several lines that ends where another was
// to begin, or nowhere: its own closing mark was forgotten.
func looseQuote(tokens []token) *token {
	for i := range tokens {
		if t := &tokens[i]; t.loose && t.endLine > t.line {
			return t
		}
	}
	return nil
}

// quoteWithTail finds, inside brackets, a quoted text with more text behind it.
func quoteWithTail(tokens []token) *token {
	for i := range tokens {
		if t := &tokens[i]; t.loose && t.endLine == t.line && t.flow > 0 {
			return t
		}
	}
	return nil
}

// question returns the first plain text in brackets that has a question mark within,
// which ends a text there.
func question(lines []string, tokens []token) *token {
	for i, t := range tokens {
		if t.kind == 'a' && t.flow > 0 && strings.IndexByte(lines[t.line][t.at:t.end], '?') > 0 {
			return &tokens[i]
		}
	}
	return nil
}

// unmatched returns the last opening bracket that nothing closes.
func unmatched(tokens []token) *token {
	var open []*token
	for i := range tokens {
		switch t := &tokens[i]; t.kind {
		case '[', '{':
			open = append(open, t)
		case ']', '}':
			open = open[:max(len(open)-1, 0)]
		}
	}
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

// upTo returns what of s stands before the first of some characters.
func upTo(s, ends string) string {
	if i := strings.IndexAny(s, ends); i >= 0 {
		return s[:i]
	}
	return s
}

// flowColon finds, inside brackets, a value with a colon in it, or a key behind
// a value without a comma. colon is the index of the token.
func flowColon(tokens []token) (colon int) {
	for i := 3; i < len(tokens); i++ {
		if tokens[i].flow > 0 && tokens[i].kind == ':' && tokens[i-1].kind == 'a' && tokens[i-2].kind == ':' {
			return i
		}
	}
	return 0
}

// entryEnd returns the token behind the value that token i stands in: the
// bracket, or the comma before the next key.
func entryEnd(tokens []token, i int) token {
	depth := tokens[i].flow
	for ; i+2 < len(tokens); i++ {
		t := tokens[i]
		if t.flow < depth || t.kind == ',' && t.flow == depth && tokens[i+2].kind == ':' {
			return t
		}
	}
	return tokens[len(tokens)-1]
}

// lacksComma tells a missing comma ("2024-05 source: kabar") from a colon within
// a text ("Catatan: dibaca"): the word before the colon is a key elsewhere, or
// what comes before that word is one word, such as a number, and no sentence.
func lacksComma(lines []string, tokens []token, colon int) (end int, ok bool) {
	value := tokens[colon-1]
	text := lines[value.line][value.at:value.end]
	i := strings.LastIndexByte(text, ' ')
	if i < 0 {
		return 0, false
	}
	before, word := strings.TrimRight(text[:i], " "), text[i+1:]
	if !strings.ContainsAny(before, " ") && strings.ContainsAny(before, "0123456789-") ||
		isKey(lines, tokens, word, colon-1) {
		return value.at + len(before), true
	}
	return 0, false
}

// isKey says whether a word is a key anywhere but at one token.
func isKey(lines []string, tokens []token, word string, but int) bool {
	for i := 0; i+1 < len(tokens); i++ {
		t := tokens[i]
		if i != but && t.kind == 'a' && tokens[i+1].kind == ':' && lines[t.line][t.at:t.end] == word {
			return true
		}
	}
	return false
}
