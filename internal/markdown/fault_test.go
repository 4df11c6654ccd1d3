package markdown

var kindNames = map[FaultKind]string{
	RawHTML:          "raw HTML",
	HiddenHTML:       "hidden HTML",
	Comment:          "comment",
	Unclosed:         "unclosed HTML",
	BadScheme:        "bad scheme",
	NoAlt:            "no alt text",
	LinkForm:         "link as text",
	ImageForm:        "image as text",
	LinkEmpty:        "empty link",
	LinkUnseen:       "unseen link",
	HeadingForm:      "heading as text",
	UnderlineForm:    "rule as heading",
	ListForm:         "list as text",
	EmphasisForm:     "emphasis as text",
	QuoteForm:        "number as quote",
	DefinitionUnused: "unused definition",
	DefinitionTwice:  "second definition",
	NoteMissing:      "missing footnote",
	NoteUnmarked:     "unmarked footnote",
	NoteTwice:        "second footnote",
	ForeignMarkup:    "foreign markup",
	TableForm:        "table as text",
	CellsBeyond:      "cells beyond the header",
	CodeWords:        "words behind a fence",
	TooDeep:          "too deep",
	TooWide:          "too wide",
	TooBig:           "too big",
	TooComplex:       "too complex",
	Broken:           "broken",
}

// String makes failures of tests readable.
func (k FaultKind) String() string { return kindNames[k] }

// isFatal reports whether such a fault ended the reading: the Doc is empty.
func isFatal(k FaultKind) bool { return k >= TooDeep }
