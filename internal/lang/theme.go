package lang

import (
	"fmt"

	"blandongan/internal/lang/sentences"
)

// Theme is a table of sentences for one kind of readers, by their keys.
type Theme map[string]sentence

// sentence is the same in each language. Its holes are those of fmt.
type sentence struct{ id, en string }

func (s sentence) in(l Language) string {
	if l == Indonesian {
		return s.id
	}
	return s.en
}

// Translated is what has words in each language: an error, or a part of a sentence.
type Translated interface {
	error
	In(Language) string
}

// fill fills the holes of a sentence; what is translated is filled in as that
// language has it.
func (s sentence) fill(l Language, args []any) string {
	if len(args) == 0 {
		return s.in(l)
	}
	filled := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Translated); ok {
			a = t.In(l)
		}
		filled[i] = a
	}
	return fmt.Sprintf(s.in(l), filled...)
}

// Error returns an error whose sentence is of the theme. It is said in the language
// of whoever reads it, which need not be known where it happens.
func (t Theme) Error(key string, args ...any) Translated { return &fault{t[key], args} }

type fault struct {
	sentence sentence
	args     []any
}

func (f *fault) In(l Language) string { return f.sentence.fill(l, f.args) }

// Error is the sentence in English.
func (f *fault) Error() string { return f.In(English) }

// Both is a sentence whose words in each language are known; as an error too.
type Both struct{ Indonesian, English string }

// In is the error in a language.
func (b Both) In(l Language) string { return sentence{b.Indonesian, b.English}.in(l) }

// Error is the error in English.
func (b Both) Error() string { return b.English }

// The sentences of the command, on the terminal; of the guide for editors; of what schemas and forms
// say beside the meaning of each key.
var (
	Command = themeOf(sentences.Building, sentences.Waiting, sentences.Watching, sentences.Publishing,
		sentences.Helping, sentences.Writing, sentences.Checking)
	Guide   = themeOf(sentences.Guide)
	Schemas = themeOf(sentences.Schemas)
)

// themeOf is a theme of several tables.
func themeOf(tables ...sentences.Table) Theme {
	all := Theme{}
	for _, t := range tables {
		for key, s := range t {
			all[key] = sentence{s.ID, s.EN}
		}
	}
	return all
}
