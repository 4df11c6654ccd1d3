package search

import (
	_ "embed"
	"encoding/json"
	"strings"

	"blandongan/internal/search/words"
)

//go:embed query.js
var query string

// Script is the JavaScript that searches an index: the function blandonganSearch, of which query.js tells. It needs
// nothing of the page it stands in.
func Script() string {
	return "'use strict';\nconst blandonganRules = " + compact(words.Rules) + ";\n" +
		strip(string(words.Script)) + strip(query)
}

func compact(table []byte) string {
	var v any
	if err := json.Unmarshal(table, &v); err != nil {
		panic("search: the table of words: " + err.Error())
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic("search: the table of words: " + err.Error()) // what was read can be written
	}
	return string(b)
}

// strip leaves out what a script does not need: how far lines stand in, and lines of comments.
func strip(script string) string {
	var b strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimLeft(line, " ")
		if line != "\n" && !strings.HasPrefix(line, "//") && line != "'use strict';\n" {
			b.WriteString(line)
		}
	}
	return b.String()
}
