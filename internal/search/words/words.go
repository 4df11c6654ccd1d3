// Package words cuts texts into words, and words into stems: what a search compares.
//
// It owns the words of languages as a search sees them: where one begins and ends, which
// of them say nothing, which belong together (kunjungan, mengunjungi, pengunjung), which
// are one letter apart. What comes in are texts, what goes out are words in small letters
// without accents, their stems and their places. It never asks what a text is about, and
// never what else the index holds: the same function runs in the browser, where words.js
// interprets the same table, rules.json. A stem is a key, to be shown to nobody.
package words

import (
	_ "embed"
	"encoding/json"
	"iter"
	"strings"
)

// Rules is the table, as JSON; Script is the function blandonganWords(rules, tag), which
// does in a browser what a Language does here, as plain JavaScript.
var (
	//go:embed rules.json
	Rules []byte
	//go:embed words.js
	Script []byte
)

// Language knows the words of one language. It is safe for concurrent use.
type Language struct {
	folds   map[rune]string // letters that are written otherwise
	stops   map[string]bool // words that say nothing, of all languages: texts stand mixed
	affixes *affixes        // nil: a language without
	endings *endings        // nil: a language without
}

// For returns what is known of a language; one that is not in the table has words but
// no affixes: each of its words belongs to itself alone. It reads the table anew.
func For(tag string) *Language {
	var table struct {
		Fold      map[string]string
		Accents   map[string]string // browsers know these by themselves
		Stop      []string
		Languages map[string]struct {
			Affixes *affixTable
			Endings *endingTable
		}
	}
	if err := json.Unmarshal(Rules, &table); err != nil {
		panic("words: rules.json: " + err.Error())
	}
	l := &Language{folds: map[rune]string{}, stops: set(table.Stop)}
	for _, letters := range []map[string]string{table.Fold, table.Accents} {
		for to, list := range letters {
			for _, r := range list {
				l.folds[r] = to
			}
		}
	}
	tag, _, _ = strings.Cut(tag, "-")
	own := table.Languages[tag]
	if own.Affixes != nil {
		l.affixes = own.Affixes.read()
	}
	if own.Endings != nil {
		l.endings = own.Endings.read()
	}
	return l
}

// set returns the words of lines.
func set(lines []string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(strings.Join(lines, " ")) {
		words[word] = true
	}
	return words
}

// pairs returns what lines say of words, "from:to".
func pairs(lines []string) map[string]string {
	words := map[string]string{}
	for pair := range strings.FieldsSeq(strings.Join(lines, " ")) {
		from, to, _ := strings.Cut(pair, ":")
		words[from] = to
	}
	return words
}

// IsStop tells whether a word, as Words yields it, says nothing by itself: "yang", "the".
func (l *Language) IsStop(word string) bool { return l.stops[word] }

// Stem returns the key of all words that belong together with this one, which is as Words
// yields it. A stem is never empty; it need not be a word.
func (l *Language) Stem(word string) string {
	switch {
	case !plain(word):
		return word
	case l.affixes != nil:
		return l.affixes.stem(word)
	case l.endings != nil:
		return l.endings.stem(word)
	}
	return word
}

// longest is the length of words, in bytes, beyond which they are none: data that has no affixes,
// and is not worth remembering.
const longest = 40

// plain tells whether affixes may be looked for: they are for words of small letters a to z.
func plain(word string) bool {
	for i := range len(word) {
		if !small(word[i]) {
			return false
		}
	}
	return 0 < len(word) && len(word) <= longest
}

// Word is one of a text.
type Word struct {
	Text       string // in small letters, without accents, hyphens and dots between digits
	Start, End int    // where it stands in the text, in bytes
}

// Words yields the words of a text. A pair with a hyphen yields both parts, then what they
// are as one: "e-KTP" gives e, ktp and ektp, "kehati-hatian" gives kehatian as its third.
func (l *Language) Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		s := scanner{folds: l.folds, text: text}
		for s.next() {
			for _, p := range s.found {
				if !yield(Word{string(p.word), p.start, p.end}) {
					return
				}
			}
		}
	}
}

// Cutter cuts texts into stems, which it numbers, and remembers those of words it met: a
// city's news has few words, many times each. It is not safe for concurrent use.
type Cutter struct {
	language *Language
	words    map[string]int // the number of its stem
	numbers  map[string]int // of a stem
	stems    []string
	scanner  scanner
}

// none is the number of words that say nothing.
const none = -1

// Cutter returns one that has met no word yet.
func (l *Language) Cutter() *Cutter {
	return &Cutter{
		language: l, words: map[string]int{}, numbers: map[string]int{}, scanner: scanner{folds: l.folds},
	}
}

// Stems returns those of all words it met, by number. They are not to be changed.
func (c *Cutter) Stems() []string { return c.stems }

// Learn numbers stems in their order, before a word is met.
func (c *Cutter) Learn(stems []string) {
	c.stems = stems
	for number, stem := range stems {
		c.numbers[stem] = number
	}
}

// Cut yields the number of the stem of each word of a text, in order, but none of words that
// say nothing or are too long to be words.
func (c *Cutter) Cut(text string, yield func(stem int)) {
	s := &c.scanner
	s.text, s.at = text, 0
	for s.next() {
		for _, p := range s.found {
			if len(p.word) > longest {
				continue
			}
			number, met := c.words[string(p.word)]
			if !met {
				number = c.meet(string(p.word))
			}
			if number != none {
				yield(number)
			}
		}
	}
	s.text = ""
}

// meet numbers the stem of a word.
func (c *Cutter) meet(word string) int {
	number := none
	if !c.language.stops[word] {
		stem := c.language.Stem(word)
		known := false
		if number, known = c.numbers[stem]; !known {
			number = len(c.stems)
			stem = strings.Clone(stem)
			c.stems, c.numbers[stem] = append(c.stems, stem), number
		}
	}
	c.words[word] = number
	return number
}
