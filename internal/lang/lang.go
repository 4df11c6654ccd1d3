// Package lang holds the sentences that people read, in each language we have, and
// writes numbers, amounts, dates, spans and lists as that language does.
//
// In come plain values: a key of a sentence, a number with its decimals, a date by
// year, month and day. Out come texts. It knows nothing of the site, of HTML or of
// problems: the sentences of those are in diag.
package lang

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Language is a language that sentences exist in.
type Language string

// The languages. The first is what most editors read.
const (
	Indonesian Language = "id"
	English    Language = "en"
)

// Of returns the language for a BCP 47 tag: Indonesian for id and its relatives,
// English for everything else.
func Of(tag string) Language {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if base == "id" {
		return Indonesian
	}
	return English
}

// Writer writes the sentences of a theme in one language.
type Writer struct {
	Language Language
	theme    Theme
	printer  *message.Printer
}

// In returns the writer for a BCP 47 tag: its sentences are Indonesian for id, else
// English; its numbers are as the tag wants them.
func (t Theme) In(tag string) *Writer { return t.Edition(tag, tag) }

// Edition returns the writer for pages in a language of a site whose main language is
// another. See LeansOn; numbers are written as the main language has them too where
// nobody told golang.org/x/text how the other does.
func (t Theme) Edition(tag, main string) *Writer {
	spoken, counted := parse(tag), parse(tag)
	if LeansOn(tag, main) {
		spoken = parse(main)
	}
	if known, _ := language.CompactIndex(counted); known == 0 {
		counted = parse(main)
	}
	base, _ := spoken.Base()
	return &Writer{Of(base.String()), t, message.NewPrinter(counted)}
}

// LeansOn says whether what has no words in a language of a site is said as in the site's
// main language: every language does but those that have sentences here.
func LeansOn(tag, main string) bool {
	base, _ := parse(tag).Base()
	own, _ := parse(main).Base()
	return base == own || !HasWords(tag)
}

// HasWords says whether there are sentences here in a language.
func HasWords(tag string) bool {
	base, _ := parse(tag).Base()
	return base.String() == string(Of(base.String()))
}

func parse(tag string) language.Tag {
	parsed, err := language.Parse(tag)
	if err != nil {
		return language.Indonesian
	}
	return parsed
}

// For returns the writer for a language; for "", which is none, the English one.
func (t Theme) For(l Language) *Writer { return t.In(string(Of(string(l)))) }

// Words are all sentences of the theme by their keys.
func (w *Writer) Words() map[string]string {
	words := make(map[string]string, len(w.theme))
	for key, s := range w.theme {
		words[key] = s.in(w.Language)
	}
	return words
}

// Word returns a word or a sentence with its holes filled, "" when there is none: a
// value that is not allowed has been reported and has no word.
func (w *Writer) Word(key string, args ...any) string { return w.theme[key].fill(w.Language, args) }

// Counted returns the sentence for n of something: that of KEY-one for one.
func (w *Writer) Counted(key string, n int) string {
	if n == 1 {
		key += "-one"
	}
	return w.Word(key, n)
}

// Inside writes a name as it stands within a sentence: a first letter that is followed
// by a small one is small.
func Inside(name string) string {
	if before, after, marked := strings.Cut(name, string(foreignText)); marked {
		return before + string(foreignText) + Inside(after)
	}
	r := []rune(name)
	if len(r) > 1 && unicode.IsLower(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// CompareNames orders names as lists of them are read: small letters are no later than
// capitals.
func CompareNames(a, b string) int {
	return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
}

// List joins words: a, b, dan c.
func (w *Writer) List(items []string) string { return list(items, w.Word("and")) }

// Either writes a list of which one is meant: "Setu atau Pamulang".
func (w *Writer) Either(items []string) string { return list(items, w.Word("or")) }

func list(items []string, joint string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return items[0] + " " + joint + " " + items[1]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + ", " + joint + " " + items[last]
}
