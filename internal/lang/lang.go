// Package lang writes what people read: the sentences of pages in each language we
// have, and numbers, dates, spans and lists as that language writes them.
//
// In come plain values: a key of a sentence, a number with its decimals, a date by
// year, month and day. Out come texts. It knows nothing of the site, of HTML or of
// problems: the sentences of those are in diag.
package lang

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Theme is a table of sentences for one kind of readers, by their keys.
type Theme map[string]sentence

// sentence is the same in each language. Its holes are those of fmt.
type sentence struct{ id, en string }

// Writer writes in one language.
type Writer struct {
	// Words are the sentences of its theme by their keys.
	Words   map[string]string
	printer *message.Printer
	own     *grammar
}

// grammar is what a language has of its own.
type grammar struct {
	and    string
	months [12]string
}

var (
	indonesian = grammar{"dan", [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni",
		"Juli", "Agustus", "September", "Oktober", "November", "Desember"}}
	english = grammar{"and", [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"}}
)

// In returns the writer for a BCP 47 tag: its sentences are Indonesian for id, else
// English; its numbers are as the tag wants them.
func (t Theme) In(tag string) *Writer {
	parsed, err := language.Parse(tag)
	if err != nil {
		parsed = language.Indonesian
	}
	base, _ := parsed.Base()
	w := &Writer{Words: make(map[string]string, len(t)), printer: message.NewPrinter(parsed), own: &english}
	if base.String() == "id" {
		w.own = &indonesian
	}
	for key, s := range t {
		w.Words[key] = s.en
		if w.own == &indonesian {
			w.Words[key] = s.id
		}
	}
	return w
}

// Word returns a word or a sentence with its holes filled, "" when there is none: a
// value that is not allowed has been reported and has no word.
func (w *Writer) Word(key string, args ...any) string {
	s := w.Words[key]
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// List joins words: a, b, dan c.
func (w *Writer) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return items[0] + " " + w.own.and + " " + items[1]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + ", " + w.own.and + " " + items[last]
}
