package source

import (
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
)

// markdownCodes are our codes for the faults of a Markdown body.
var markdownCodes = map[markdown.FaultKind]diag.Code{
	markdown.RawHTML:      "raw-html",
	markdown.BadScheme:    "link-scheme",
	markdown.ForeignImage: "image-foreign",
	markdown.NoAlt:        "image-alt",
	markdown.TooDeep:      "markdown-deep",
	markdown.TooWide:      "markdown-wide",
	markdown.TooBig:       "markdown-big",
	markdown.TooComplex:   "markdown-complex",
	markdown.Broken:       "markdown-broken",
}

// markdownProblem places a fault of a body that begins shift lines down.
func markdownProblem(file string, shift int, f markdown.Fault) diag.Problem {
	place := diag.Place{File: file, Line: f.Line + shift, Col: f.Col}
	switch f.Kind {
	case markdown.RawHTML:
		return diag.At(place, "raw-html", f.Text).WithHint("plain-markdown")
	case markdown.BadScheme:
		return diag.At(place, "link-scheme", f.Text).WithHint("link-kinds")
	case markdown.ForeignImage:
		return diag.At(place, "image-foreign", f.Text).WithHint("own-image")
	case markdown.NoAlt:
		return diag.At(place, "image-alt").WithHint("alt-text")
	}
	return diag.At(place, markdownCodes[f.Kind])
}
