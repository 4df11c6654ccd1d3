package lsp

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/explain"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// hover tells what is at a point: the thing that is named there, what a key or a word of a
// list means, and what the problem is about.
func (s *server) hover(p at) (*hover, error) {
	d, t, open := s.document(p.TextDocument.URI)
	if !open {
		return nil, nil
	}
	offset := t.Offset(p.Position, s.encoding)
	var parts []string
	var at [2]int
	tell := func(words string, from, to int) {
		if words != "" {
			parts, at = append(parts, words), [2]int{from, to}
		}
	}
	if c, is := newCursor(d.file, t, offset); is {
		if ref, from, to, named := c.reference(); named {
			tell(s.session.told(ref), from, to)
		}
		if n := c.node; n != nil && c.onKey && c.slot.keys != nil {
			if f := fieldOf(c.slot.keys, n.Key); f != nil {
				tell(s.session.keyTold(c.slot.keys, *f), n.KeyFrom, n.KeyTo)
			}
		} else if n != nil && !c.onKey && c.slot.field != nil {
			word := meaning.Value(c.slot.of, c.slot.field.Key, n.Value).In(s.session.language())
			if word != "" {
				tell("**"+n.Value+"**: "+word, n.From, n.To)
			}
		}
	}
	now, _, problems := s.session.problems(d)
	for _, problem := range problems {
		if now != t || problem.Place.Line == 0 {
			continue
		}
		if from, to := span(t, problem); from <= offset && offset <= to {
			tell(s.session.explained(problem.Code), from, to)
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return &hover{markup{"markdown", strings.Join(parts, "\n\n---\n\n")}, s.rangeOf(t, at[0], at[1])}, nil
}

// told is what a thing is called, and what it is.
func (x *session) told(ref site.Ref) string {
	k := x.known()
	if k == nil {
		return ""
	}
	e := k.Site.Entry(ref.Kind, ref.ID)
	if e == nil {
		return ""
	}
	name, summary := k.Site.Told(e)
	if name == "" {
		name = ref.ID
	}
	words := "**" + name + "** (" + diag.Word(ref.Kind).In(x.language()) + ")"
	if k.Site.IsWithheld(ref.Kind, ref.ID) {
		words += ", " + x.say("unpublished")
	}
	if summary != "" {
		words += "\n\n" + summary
	}
	return words + "\n\n`" + e.Place.File + "`"
}

// keyTold is what a key means.
func (x *session) keyTold(shape *records.Shape, f records.Field) string {
	words := "**" + f.Key + "**"
	if detail := x.detail(f); detail != "" {
		words += " (" + detail + ")"
	}
	return words + "\n\n" + x.meaning(shape, f).Value
}

// explained is the page of a code.
func (x *session) explained(code diag.Code) string {
	page, found := explain.Of(code)
	if !found {
		return ""
	}
	return "`" + string(code) + "`\n\n" + page.Text(x.language())
}
