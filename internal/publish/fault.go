package publish

import (
	"errors"
	"fmt"
)

// Fault is an error that trying again cannot mend, in words for whoever runs the
// command. Its sentence is in [sentences], by its code.
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
func (f *Fault) Error() string { return f.in(1) }

func (f *Fault) Unwrap() error { return f.Err }

func (f *Fault) in(language int) string {
	s := fmt.Sprintf(sentences[f.Code][language], f.Args...)
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Plain returns an error's sentence in Indonesian ("id") or English. What a
// machine says of itself stays in its own words.
func Plain(err error, language string) string {
	var f *Fault
	if !errors.As(err, &f) || language != "id" {
		return err.Error()
	}
	return f.in(0)
}

// final says whether trying again is of no use.
func final(err error) bool {
	var f *Fault
	return errors.As(err, &f)
}

// sentences are the faults by code, in Indonesian and English.
var sentences = map[string][2]string{
	"unsafe-path": {
		"%q bukan alamat di dalam situs", "%q is not an address inside the site"},
	"folder-missing": {
		"folder %s tidak ada", "there is no folder %s"},
	"refused": {
		"%s tidak dapat ditulis", "%s cannot be written"},
	"full": {
		"tidak ada tempat lagi di %s", "there is no room left on %s"},
	"in-the-way": {
		"%s menghalangi: bukan berkas dan bukan buatan kami", "%s is in the way: it is no plain file, and not ours"},
	"link-in-path": {
		"%s adalah tautan; kami tidak menulis melalui tautan", "%s is a link; nothing is written through a link"},
}
