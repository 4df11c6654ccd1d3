package render

import (
	"bytes"
	"path"
	"regexp"

	"blandongan/internal/diag"
)

// The built-in style sheet takes its colours, letters and spaces from a file of their
// own, so that a site changes them without a copy of the rest. Both go out as one file:
// a second one would be a second wait on a slow line.
const (
	styleFile  = "style.css"
	tokensFile = "tokens.css"
	searchFile = "search.js"
)

// importing is a comment, closed or not, or the line that asks for the tokens.
var importing = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)|@import\s+["']tokens\.css["']\s*;`)

// withTokens puts the tokens in the place of the first line of the style sheet that asks for
// them. They are no asset beside it. A style sheet that does not ask stays as it is.
func (l *loader) withTokens(style []byte) []byte {
	for _, found := range importing.FindAllIndex(style, -1) {
		if style[found[0]] != '@' {
			continue
		}
		tokens, ok := l.files[assetFolder+tokensFile]
		if !ok {
			at := diag.NewRuler(path.Join(Folder, assetFolder+styleFile), style).Place(found[0])
			l.problems = append(l.problems, diag.At(at, "template-asset", tokensFile))
			return style
		}
		return bytes.Join([][]byte{style[:found[0]], bytes.TrimSpace(tokens), style[found[1]:]}, nil)
	}
	return style
}
