package plain

import "bytes"

// YAML's library takes for the end of a line what YAML 1.1 did and no editor does:
// U+0085, U+2028 and U+2029, which come along when text is pasted from a word
// processor. Every later place in the file would be some lines off, and a text
// without quotes would end there. They become blanks, which is what a page shows
// of them: one character for one, so that all columns stay true too.
var breaks = [][]byte{[]byte("\u0085"), []byte("\u2028"), []byte("\u2029")}

// WithoutBreaks returns a text with blanks for them.
func WithoutBreaks(text []byte) []byte {
	for _, b := range breaks {
		if bytes.Contains(text, b) { // it would be copied else
			text = bytes.ReplaceAll(text, b, []byte(" "))
		}
	}
	return text
}
