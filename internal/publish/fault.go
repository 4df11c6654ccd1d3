package publish

import (
	"errors"

	"blandongan/internal/lang"
)

// Fault is an error that trying again cannot mend, in words for whoever runs the
// command. Its sentence is in lang.Faults, by its code.
type Fault struct {
	Code string
	Args []any
	Err  error // the cause in the machine's words, if any
}

// fault returns the error of a code.
func fault(code string, args ...any) error { return &Fault{Code: code, Args: args} }

// because returns the error of a code with its cause, which is told after it.
func because(err error, code string, args ...any) error {
	return &Fault{Code: code, Args: args, Err: err}
}

// Error is the sentence in English.
func (f *Fault) Error() string { return f.in(lang.English) }

func (f *Fault) Unwrap() error { return f.Err }

// in is the sentence in a language. The command has words for more of its causes, so a
// Fault is no lang.Translated.
func (f *Fault) in(l lang.Language) string {
	s := lang.Faults.Error(f.Code, f.Args...).In(l)
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Plain returns an error's sentence in a language. What a machine says of itself
// stays in its own words.
func Plain(err error, l lang.Language) string {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.in(l)
	}
	if d, ok := errors.AsType[*Differing](err); ok {
		return d.in(l)
	}
	return err.Error()
}

// final says whether trying again is of no use.
func final(err error) bool {
	var f *Fault
	return errors.As(err, &f)
}

// isCode says whether an error is the fault of this code.
func isCode(err error, code string) bool {
	var f *Fault
	return errors.As(err, &f) && f.Code == code
}
