package search

import (
	_ "embed"
	"strings"

	"blandongan/internal/search/words"
)

//go:embed query.js
var query string

// Script is the JavaScript that searches an index: the function blandonganSearch, of which query.js tells. It needs
// nothing of the page it stands in. The rules of words are not in it but in the directory: so both sides have the same,
// however old the script is that a browser kept.
func Script() string { return "'use strict';\n" + Strip(string(words.Script)) + Strip(query) }

// Strip leaves out what a script does not need: how far lines stand in, and lines of comments.
func Strip(script string) string {
	var b strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimLeft(line, " ")
		if line != "\n" && !strings.HasPrefix(line, "//") && line != "'use strict';\n" {
			b.WriteString(line)
		}
	}
	return b.String()
}
