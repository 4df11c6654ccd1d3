package fault

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
)

// markdownCodes are our codes for the faults of a Markdown body.
var markdownCodes = map[markdown.FaultKind]diag.Code{
	markdown.HiddenHTML:       "html-hidden",
	markdown.Unclosed:         "html-unclosed",
	markdown.Comment:          "comment-hidden",
	markdown.DefinitionUnused: "definition-unused",
	markdown.DefinitionTwice:  "definition-twice",
	markdown.NoteMissing:      "note-missing",
	markdown.NoteUnmarked:     "note-unmarked",
	markdown.NoteTwice:        "note-twice",
	markdown.ForeignMarkup:    "foreign-markup",
	markdown.TableForm:        "table-form",
	markdown.CellsBeyond:      "table-cells",
	markdown.CodeWords:        "code-words",
	markdown.RawHTML:          "raw-html",
	markdown.BadScheme:        "link-scheme",
	markdown.NoAlt:            "image-alt",
	markdown.LinkForm:         "link-form",
	markdown.ImageForm:        "image-form",
	markdown.LinkEmpty:        "link-empty",
	markdown.LinkUnseen:       "link-unseen",
	markdown.HeadingForm:      "heading-form",
	markdown.UnderlineForm:    "underline-form",
	markdown.ListForm:         "list-form",
	markdown.EmphasisForm:     "emphasis-form",
	markdown.QuoteForm:        "quote-form",
	markdown.TooDeep:          "markdown-deep",
	markdown.TooWide:          "markdown-wide",
	markdown.TooBig:           "markdown-big",
	markdown.TooComplex:       "markdown-complex",
	markdown.Broken:           "markdown-broken",
}

// OfMarkdown places a fault of a body that begins shift lines down.
func OfMarkdown(file string, shift int, f markdown.Fault) diag.Problem {
	place := diag.Place{File: file, Line: f.Line + shift, Col: f.Col}
	switch f.Kind {
	case markdown.RawHTML:
		return tagProblem(place, f)
	case markdown.Unclosed:
		return unclosedProblem(place, f)
	case markdown.HiddenHTML, markdown.Comment, markdown.CellsBeyond, markdown.CodeWords:
		return hiddenProblem(place, f)
	case markdown.BadScheme:
		return schemeProblem(place, f)
	case markdown.LinkEmpty, markdown.LinkUnseen, markdown.NoAlt:
		return linkProblem(place, f)
	case markdown.DefinitionUnused, markdown.DefinitionTwice:
		return definitionProblem(place, shift, f)
	case markdown.NoteMissing, markdown.NoteUnmarked, markdown.NoteTwice:
		return noteProblem(place, shift, f)
	case markdown.LinkForm, markdown.ImageForm, markdown.HeadingForm, markdown.ListForm, markdown.EmphasisForm,
		markdown.UnderlineForm, markdown.QuoteForm, markdown.TableForm, markdown.ForeignMarkup:
		return formProblem(place, f)
	}
	return diag.At(place, markdownCodes[f.Kind])
}

// tagProblem is about a tag that is left out.
func tagProblem(place diag.Place, f markdown.Fault) diag.Problem {
	p := diag.At(place, "raw-html", diag.Whole(f.Text))
	switch {
	case f.Element == "br" && f.InCell:
		return p.WithHint("cell-break")
	case f.Element == "br":
		return p.WithHint("line-break")
	case f.Better != "":
		return p.WithHint("write-it", f.Better)
	case f.Element == "u" || f.Element == "font" || f.Element == "span" || f.Element == "small" || f.Element == "big":
		return p.WithHint("markup-drop") // nothing to do with paragraphs
	}
	return p.WithHint("plain-markdown")
}

// unclosedProblem is about a comment or other HTML without an end.
func unclosedProblem(place diag.Place, f markdown.Fault) diag.Problem {
	if f.Mark == "-->" {
		return diag.At(place, "comment-unclosed", f.Text).WithHint("write-it", f.Better)
	}
	if f.Mark[0] == '`' || f.Mark[0] == '~' {
		return diag.At(place, "code-unclosed", f.Text, f.Mark).WithHint("code-close", f.Mark)
	}
	return diag.At(place, "html-unclosed", f.Text, f.Mark).WithHint("html-close", f.Mark)
}

// hiddenProblem is about words that readers do not see, or do not see as they were meant.
func hiddenProblem(place diag.Place, f markdown.Fault) diag.Problem {
	p := diag.At(place, markdownCodes[f.Kind], diag.Whole(f.Text))
	switch {
	case f.Kind == markdown.HiddenHTML:
		return p.WithHint("html-drop")
	case f.Kind == markdown.CellsBeyond && f.Better == "":
		return p.WithHint("table-columns")
	case f.Kind == markdown.CodeWords:
		return p.WithHint("code-words")
	}
	return betterForm(p, f.Better)
}

// schemeProblem is about an address of no allowed kind. An image with one is most
// likely on the editor's own disk.
func schemeProblem(place diag.Place, f markdown.Fault) diag.Problem {
	p := diag.At(place, "link-scheme", f.Text).WithHint("link-kinds")
	if n := len("mailto:"); !f.Image && len(f.Text) >= n && strings.EqualFold(f.Text[:n], "mailto:") {
		return diag.At(place, "bad-email", f.Text[n:]).WithHint("mail-form")
	}
	if f.Image {
		p = diag.At(place, "image-broken", f.Text).WithHint("own-image")
	}
	if word := diag.Unquoted(f.Text); word != f.Text {
		return p.WithHint("write-it", word)
	}
	return p.Typing(f.Text)
}

// linkProblem is about a link or an image that lacks a part.
func linkProblem(place diag.Place, f markdown.Fault) diag.Problem {
	p := diag.At(place, markdownCodes[f.Kind])
	switch {
	case f.Kind == markdown.NoAlt:
		return p.WithHint("alt-text")
	case f.Kind == markdown.LinkUnseen:
		return p.WithHint("link-words")
	case f.Image:
		return p.WithHint("own-image")
	}
	return p.WithHint("link-kinds")
}

// definitionProblem is about the definition of a link's address that does not show.
func definitionProblem(place diag.Place, shift int, f markdown.Fault) diag.Problem {
	if f.Kind == markdown.DefinitionTwice {
		return diag.At(place, "definition-twice", diag.Whole(f.Text), f.Better, f.First+shift).WithHint("definition-rename")
	}
	p := diag.At(place, "definition-unused", diag.Whole(f.Text))
	if strings.Contains(f.Better, "](") {
		return p.WithHint("definition-use", f.Better)
	}
	return p.WithHint("write-it", f.Better)
}

// noteProblem is about a footnote and its mark.
func noteProblem(place diag.Place, shift int, f markdown.Fault) diag.Problem {
	switch f.Kind {
	case markdown.NoteTwice:
		return diag.At(place, "note-twice", f.Better, f.First+shift).WithHint("note-rename")
	case markdown.NoteUnmarked:
		return diag.At(place, "note-unmarked", f.Text).WithHint("note-mark", f.Better)
	}
	return diag.At(place, "note-missing", f.Text).WithHint("note-write", f.Text)
}

// formProblem is about text that was most likely meant as something else.
func formProblem(place diag.Place, f markdown.Fault) diag.Problem {
	p := diag.At(place, markdownCodes[f.Kind], f.Text)
	switch {
	case f.Kind == markdown.UnderlineForm:
		return p.WithHint("heading-or-rule", f.Better)
	case f.Kind == markdown.QuoteForm:
		return p.WithHint("quote-or-more", f.Better)
	case f.Kind == markdown.TableForm:
		return tableHint(p, f.Better)
	case f.Kind == markdown.ForeignMarkup && f.Better == "":
		return p.WithHint("foreign-drop")
	case f.Kind == markdown.ForeignMarkup:
		return p.WithHint("write-it", f.Better)
	}
	return betterForm(p, f.Better)
}

// tableHint says what a table lacks: its header, the rule below it, or the signs of both.
func tableHint(p diag.Problem, better string) diag.Problem {
	if header, rule, both := strings.Cut(better, "\n"); both {
		return p.WithHint("table-signs", header, rule)
	}
	if strings.HasPrefix(better, "|-") {
		return p.WithHint("table-rule", better)
	}
	return p.WithHint("table-head", better)
}

func betterForm(p diag.Problem, better string) diag.Problem {
	switch target := strings.Trim(better, "<>"); {
	case better == "":
		return p
	case target != better:
		return p.WithHint("space-target", better, strings.ReplaceAll(target, " ", "-"))
	}
	return p.WithHint("write-it", better)
}
