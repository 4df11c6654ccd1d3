package records

import (
	"bytes"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
)

// splitFront separates the front matter of a Markdown file from its body.
// first is the number of the body's first line, so that positions stay true to
// the file; the header begins at line 2. A nil problem means both were found.
func splitFront(file string, text []byte) (header, body []byte, first int, problem *diag.Problem) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	if !fault.IsFence(line) {
		p := fault.NoFront(file, text)
		return nil, text, 1, &p
	}
	for at, n := 0, 2; ; n++ {
		line, _, more := bytes.Cut(rest[at:], []byte("\n"))
		if fault.IsFence(line) {
			body := rest[min(at+len(line)+1, len(rest)):]
			return rest[:at], body, n + 1, nil
		}
		if !more {
			p := fault.UnclosedFront(file, rest)
			return nil, nil, n, &p
		}
		at += len(line) + 1
	}
}

// BeginsFront says whether a file that begins so has front matter, as texts for the
// site do.
func BeginsFront(head []byte) bool {
	line, _, more := bytes.Cut(bytes.TrimPrefix(head, []byte("\uFEFF")), []byte("\n"))
	return more && fault.IsFence(bytes.TrimSuffix(line, []byte("\r")))
}

// FrontEnd is [fault.FrontEnd].
func FrontEnd(text string) (front, body int) { return fault.FrontEnd(text) }

// BodyAt returns where the Markdown behind the front matter begins, and in which line; false
// where there is no front matter that ends.
func BodyAt(text []byte) (at, line int, found bool) {
	_, body, first, problem := splitFront("", text)
	return len(text) - len(body), first, problem == nil
}
