package store

import (
	"errors"
	"net/url"

	"blandongan/internal/lang"
)

// Fault is an error that trying again cannot mend, in words for whoever runs the
// command. Its sentence is in lang.Faults, by its code.
type Fault struct {
	Code string
	Args []any
	Err  error // the cause in the machine's words, if any
}

// NewFault returns the error of a code.
func NewFault(code string, args ...any) error { return &Fault{Code: code, Args: args} }

// Because returns the error of a code with its cause, which is told after it.
func Because(err error, code string, args ...any) error {
	return &Fault{Code: code, Args: args, Err: err}
}

// Error is the sentence in English.
func (f *Fault) Error() string { return f.Sentence(lang.English) }

func (f *Fault) Unwrap() error { return f.Err }

// Sentence is the sentence in a language. The command has words for more of its
// causes, so a Fault is no lang.Translated.
func (f *Fault) Sentence(l lang.Language) string {
	s := lang.Faults.Error(f.Code, f.Args...).In(l)
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Sentence returns an error's sentence in a language. What a machine says of itself
// stays in its own words.
func Sentence(err error, l lang.Language) string {
	type inWords interface {
		error
		Sentence(lang.Language) string
	}
	if t, ok := errors.AsType[inWords](err); ok {
		return t.Sentence(l)
	}
	return err.Error()
}

// IsFinal says whether trying again is of no use.
func IsFinal(err error) bool {
	_, ok := errors.AsType[*Fault](err)
	return ok
}

// IsFault says whether an error is the fault of this code.
func IsFault(err error, code string) bool {
	f, ok := errors.AsType[*Fault](err)
	return ok && f.Code == code
}

// WithoutAddress leaves out of an error of a request the address, which is told beside
// it.
func WithoutAddress(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}
