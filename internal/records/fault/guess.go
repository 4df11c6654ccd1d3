package fault

import (
	"regexp"
	"strings"

	"blandongan/internal/diag"
)

// guess is what an editor most likely did, where, and the text that quotation
// marks would put right, if they would.
type guess struct {
	word      diag.Word
	line, col int // from 1
	value     string
}

// evidence is what a guess rests on: the lines, what they are made of, and what the
// library says.
type evidence struct {
	lines  []string
	tokens []token
	said   string
}

// surely finds what our own scanner can tell for sure.
func surely(lines []string, said string) (guess, bool) {
	e := evidence{lines, scan(lines), said}
	for _, find := range []func(evidence) *guess{
		evidence.openQuote, evidence.starredText, evidence.wordsAfterQuote, evidence.questionMark,
		evidence.openBracket, evidence.colonInBrackets, evidence.noDash,
	} {
		if g := find(e); g != nil {
			return *g, true
		}
	}
	return guess{}, false
}

// at is a guess of something at a byte of a line, both from 0.
func (e evidence) at(word diag.Word, line, at int, value string) *guess {
	return &guess{word, line + 1, column(e.lines[line], at), value}
}

func (e evidence) says(words string) bool { return strings.Contains(e.said, words) }

func (e evidence) openQuote() *guess {
	t := looseQuote(e.tokens)
	if t == nil {
		return nil
	}
	return e.at("yaml-quote", t.line, t.at, "")
}

var unknownAlias = regexp.MustCompile(`unknown anchor '(.+)' referenced`)

// starredText is a text that begins with an asterisk.
func (e evidence) starredText() *guess {
	m := unknownAlias.FindStringSubmatch(e.said)
	if m == nil {
		return nil
	}
	for _, t := range e.tokens {
		if text := e.lines[t.line][t.at:max(t.at, t.end)]; t.kind == 'a' && strings.HasPrefix(text, "*"+m[1]) {
			return e.at("yaml-character", t.line, t.at, text)
		}
	}
	return nil
}

func (e evidence) wordsAfterQuote() *guess {
	t := quoteWithTail(e.tokens)
	if t == nil || !e.says("did not find expected ','") {
		return nil
	}
	entry := e.lines[t.line][t.at:]
	entry = strings.TrimSpace(entry[:t.end-t.at] + upTo(entry[t.end-t.at:], ",]}"))
	tail := e.lines[t.line][t.end:]
	words := t.end + len(tail) - len(strings.TrimLeft(tail, " "))
	return e.at("yaml-after-quote", t.line, words, meantBy(entry))
}

func (e evidence) questionMark() *guess {
	t := question(e.lines, e.tokens)
	if t == nil || !e.says("did not find expected ','") {
		return nil
	}
	text := e.lines[t.line][t.at:t.end]
	return e.at("yaml-question", t.line, t.at+strings.IndexByte(text, '?'), text)
}

func (e evidence) openBracket() *guess {
	t := unmatched(e.tokens)
	if t == nil {
		return nil
	}
	return e.at("yaml-bracket", t.line, t.at, "")
}

// colonInBrackets is one in a text, or one of a key behind a text without a comma.
func (e evidence) colonInBrackets() *guess {
	i := flowColon(e.tokens)
	if i == 0 || e.says("token") {
		return nil
	}
	value, colon := e.tokens[i-1], e.tokens[i]
	if end, ok := lacksComma(e.lines, e.tokens, i); ok {
		return e.at("yaml-comma", value.line, end, "")
	}
	text := ""
	if end := entryEnd(e.tokens, i); end.line == value.line && strings.IndexByte(",]}", end.kind) >= 0 {
		text = strings.TrimSpace(e.lines[value.line][value.at:end.at])
	}
	return e.at("yaml-colon", colon.line, colon.at, text)
}

// noDash is a line among the items of a list that lost its hyphen.
func (e evidence) noDash() *guess {
	if !e.says("could not find expected ':'") && !e.says("did not find expected '-' indicator") {
		return nil
	}
	t := lostDash(e.lines, e.tokens)
	if t == nil {
		return nil
	}
	return e.at("yaml-item", t.line, t.at, "")
}
