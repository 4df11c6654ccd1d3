package markup

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

const mostMarks = 6 // of a heading

// HeadingSlips judges the lines that were meant as headings. A line that begins with a
// hashtag was not: "#kota" alone, or a sentence.
func HeadingSlips(l Lines) []Slip {
	var slips []Slip
	for i, span := range l.Spans {
		if l.Src[span.Start] != '#' {
			continue
		}
		line := l.words(i)
		marks := RunLength(line)
		if marks > mostMarks || marks == len(line) || IsDigit(line[marks]) || endsSentence(line) ||
			marks == 1 && (l.len() > 1 || beginsWithHashtag(line)) {
			continue
		}
		better := Clip([]byte(string(line[:marks]) + " " + string(line[marks:])))
		slips = append(slips, l.slip(i, better))
	}
	return slips
}

func endsSentence(line []byte) bool { return bytes.IndexByte([]byte(".!?"), line[len(line)-1]) >= 0 }

const mostTitleWords = 8 // of a line that is still a heading

func beginsWithHashtag(line []byte) bool {
	words := bytes.Fields(line)
	return len(words) == 1 || len(words) > mostTitleWords || words[1][0] == '#' || isHashtag(words[0][1:])
}

// longestWord is the most letters that a word of a heading has; those of a hashtag
// are several words.
const longestWord = 18

// isHashtag reports that the first word behind a "#" is no word of a heading:
// KotaCerdas, kotacerdas, Kota2030, kota_cerdas.
func isHashtag(word []byte) bool {
	lower, inner := false, false
	for i, r := range string(word) {
		if unicode.IsDigit(r) || r == '_' || i == 0 && unicode.IsLower(r) {
			return true
		}
		lower = lower || unicode.IsLower(r)
		inner = inner || i > 0 && unicode.IsUpper(r)
	}
	return lower && inner || utf8.RuneCount(word) > longestWord
}

const longestTitle = 100 // bytes; a heading that is longer is a sentence

// IsSentence reports whether a line is a sentence rather than a title.
func IsSentence(line []byte) bool {
	if len(line) > longestTitle {
		return true
	}
	for _, mark := range []string{`"`, "”", "’", ")", "*", "_"} {
		line = bytes.TrimSuffix(line, []byte(mark))
	}
	return bytes.HasSuffix(line, []byte(".")) || bytes.HasSuffix(line, []byte("…"))
}
