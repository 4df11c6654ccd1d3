// Package sentences holds the words of all problems, in Indonesian and in English.
//
// It owns the catalogue of problems, the rules of the editors' desk, the hints and the words
// that they name. It is a table that translators read: what is a fault, and how one is
// printed, is said elsewhere.
package sentences

import "blandongan/internal/lang"

// Severity tells whether a problem stops the build.
type Severity uint8

const (
	// Note is advice on how to write: nothing is wrong.
	Note Severity = iota + 1
	// Warning is said and the build goes on.
	Warning
	// Error keeps the last good site in place.
	Error
)

// Code names a kind of problem. It is stable: editors look it up, scripts match
// on it, and it never changes its meaning.
type Code string

// HintCode names a kind of advice.
type HintCode string

// Word is an argument that the vocabulary translates.
type Word string

// In returns w in a language.
func (w Word) In(language lang.Language) string { return Vocabulary[w].In(language) }

// Text is one sentence in both languages, which use the same arguments, by index where
// their order differs.
type Text struct{ ID, EN string }

type text = Text // the tables are long

// In returns the sentence in a language.
func (t Text) In(language lang.Language) string {
	if language == lang.Indonesian {
		return t.ID
	}
	return t.EN
}

// Entry is a kind of problem.
type Entry struct {
	Severity Severity
	Text     Text
}

// Of returns the kind of problem that a code names, of the zero severity when there is none.
func Of(code Code) Entry {
	if e, known := Catalogue[code]; known {
		return e
	}
	return Rules[code]
}
