package fault

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// In YAML a blank and "#" begin a comment, and what follows is gone without a
// word: of "title: Keran #3 dibuka" a title "Keran" is left. Numbers and hashtags
// are daily bread of news, so a "#" with a letter at once behind it is taken for
// text, and one with a blank for a note of the editor's.
//
// What the editor meant is found by asking the library: the text is read again
// with each such "#" in disguise, as a character that means nothing to YAML.
// Where it then stands in a text without quotes, it was cut; where it stands in a
// quoted one, nothing was; where the text cannot be read like that, a note was
// meant, or something else is wrong too.

// hash is a "#" that may have cut a text.
type hash struct {
	at, end int  // of its byte, and of its line's end
	alone   bool // on its line
	edge    bool // at its line's very beginning
	colons  int  // how many colons behind it are in disguise too
}

const (
	disguise      = rune(0xF0000) // and those after it, one for each hash
	disguiseColon = rune(0x10FFFD)
	// maxHashes and maxReread bound what a hostile file costs.
	maxHashes = 1000
	maxReread = 4 << 20 // bytes read again, in all
)

// hashesIn finds every "#" that may have cut a text. Honest files have none, and
// cost one pass of a fast search.
func hashesIn(text []byte) []hash {
	var found []hash
	for from := 0; len(found) < maxHashes; {
		i := bytes.IndexByte(text[from:], '#')
		if i < 0 {
			break
		}
		at := from + i
		from = at + 1
		edge := at == 0 || text[at-1] == '\n'
		if !edge && !isBlank(text[at-1]) || from == len(text) || !sticks(text[from:]) {
			continue
		}
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		h := hash{at: at, end: end, edge: edge}
		h.alone = len(bytes.TrimLeft(text[bytes.LastIndexByte(text[:at], '\n')+1:at], " \t")) == 0
		switch {
		case edge && h.isKept(text):
			continue
		case edge:
			h.colons = end - at // none of its colons makes a key
		case h.colonBefore(text):
			h.colons = 1
		}
		if !h.alone || isProse(string(text[at+1:end])) {
			found = append(found, h)
		}
	}
	return found
}

// colonBefore says whether a colon seems to be part of the text behind a hash: it
// stands before what would end an entry in brackets.
func (h hash) colonBefore(text []byte) bool {
	line := text[h.at:h.end]
	colon, end := bytes.Index(line, []byte(": ")), bytes.IndexAny(line, ",]}")
	return colon >= 0 && (end < 0 || colon < end)
}

// sticks says whether text stands at once behind a "#": no blank, no rule of
// "####" or "#----", no disguise that somebody brought along.
func sticks(rest []byte) bool {
	r, _ := utf8.DecodeRune(rest)
	return !unicode.IsSpace(r) && !strings.ContainsRune("#-=*~_!", r) && r < disguise
}

// isProse says whether words may stand behind a "#" on a line of its own.
func isProse(note string) bool {
	r, _ := utf8.DecodeRuneInString(note)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isKept says whether a line looks like YAML that was put out of use, "#alt: Keran",
// where the value of a key would begin.
func (h hash) isKept(text []byte) bool {
	return h.alone && keptKey.Match(text[h.at+1:h.end])
}

var keptKey = regexp.MustCompile(`^[\w-]+:( |$)`)
