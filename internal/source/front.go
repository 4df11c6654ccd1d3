package source

import (
	"bytes"

	"blandongan/internal/diag"
)

// splitFront separates the front matter of a Markdown file from its body.
// first is the number of the body's first line, so that positions stay true to
// the file; the header begins at line 2. A nil problem means both were found.
func splitFront(file string, text []byte) (header, body []byte, first int, fault *diag.Problem) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	if !fence(line) {
		code := diag.Code("front-matter-missing")
		if bytes.Equal(bytes.TrimRight(line, " \t"), []byte("+++")) {
			code = "front-matter-toml"
		}
		p := diag.At(diag.Place{File: file, Line: 1, Col: 1}, code).WithHint("front-matter")
		return nil, text, 1, &p
	}
	for at, n := 0, 2; ; n++ {
		line, _, more := bytes.Cut(rest[at:], []byte("\n"))
		if fence(line) {
			body := rest[min(at+len(line)+1, len(rest)):]
			return rest[:at], body, n + 1, nil
		}
		if !more {
			p := diag.At(diag.Place{File: file, Line: 1, Col: 1}, "front-matter-unclosed").WithHint("close-front")
			return nil, nil, n, &p
		}
		at += len(line) + 1
	}
}

func fence(line []byte) bool {
	return bytes.Equal(bytes.TrimRight(line, " \t"), []byte("---"))
}
