package guide

import (
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
	"blandongan/internal/site/value"
)

// fieldsIn is the page of all that may be written.
func fieldsIn(language lang.Language) string {
	w := fields{say: lang.Guide.For(language), language: language, told: map[string]string{}}
	w.WriteString(front(w.say.Word("fields"), w.say.Word("fields-summary")))
	w.WriteString("\n" + w.say.Word("fields-lead", Writing) + "\n")
	for _, text := range []bool{true, false} { // what most editors write comes first
		for _, k := range site.Kinds() {
			if k.Text == text && k.Name != site.KindWords { // the words of pages are a list of their own
				w.kind(k)
			}
		}
	}
	return w.String()
}

// fields writes the page.
type fields struct {
	strings.Builder
	say      *lang.Writer
	language lang.Language
	told     map[string]string // heading under which a struct's keys are told
	waiting  []part
}

// part is a struct within another that is to be told.
type part struct {
	heading string
	within  string // what kind
	shape   *records.Shape
}

// kind tells the keys of one kind, then of the structs in it that no kind before had.
func (w *fields) kind(k site.Kind) {
	many, one := meaning.Name(k.Name)
	w.WriteString("\n## " + many.In(w.language) + "\n\n")
	w.WriteString(meaning.Kind(k.Name).In(w.language) + " " + w.where(k, lang.Inside(one.In(w.language))) + "\n")
	w.table(k.Shape, lang.Inside(many.In(w.language)))
	for len(w.waiting) > 0 {
		p := w.waiting[0]
		w.waiting = w.waiting[1:]
		w.WriteString("\n### " + p.heading + "\n")
		w.table(p.shape, p.within)
	}
}

func (w *fields) where(k site.Kind, one string) string {
	switch {
	case k.IsFolder:
		return w.say.Word("fields-folder", one, k.Path, k.Ending)
	case k.Keyed:
		return w.say.Word("fields-keyed", k.Path)
	}
	return w.say.Word("fields-file", k.Path)
}

// table has a row for each key of a declaration, which stands within that of a kind.
func (w *fields) table(s *records.Shape, within string) {
	w.WriteString("\n" + w.say.Word("fields-head") + "\n| --- | --- |\n")
	for _, f := range s.Fields() {
		key := "`" + f.Key + "`"
		if f.Required {
			key = "**" + key + "**"
		}
		w.WriteString("| " + key + " | " + cell(w.meaning(s, f)) + w.inside(f, within) + " |\n")
	}
	w.values(s)
}

func (w *fields) meaning(s *records.Shape, f records.Field) string {
	return meaning.Of(s, f.Key).In(w.language)
}

// inside says where the keys of a field's struct are told, and sees to it that they are.
func (w *fields) inside(f records.Field, within string) string {
	if f.Inner == nil {
		return ""
	}
	name := f.Inner.Name()
	at, known := w.told[name]
	if !known {
		at = w.say.Word("fields-inside", f.Key)
		for _, other := range w.told {
			if other == at {
				at = w.say.Word("fields-inside-of", f.Key, within)
				break
			}
		}
		w.told[name] = at
		w.waiting = append(w.waiting, part{at, within, f.Inner})
	}
	return " " + w.say.Word("fields-see", at, anchor(at))
}

// values tells what the words of closed lists mean.
func (w *fields) values(s *records.Shape) {
	for _, f := range s.Fields() {
		if len(f.OneOf) == 0 {
			continue
		}
		w.WriteString("\n" + w.say.Word("fields-values", f.Key) + "\n\n")
		for _, word := range f.OneOf {
			line := "- `" + word + "`"
			if says := meaning.Value(s, f.Key, word).In(w.language); says != "" {
				line += ": " + says
			}
			w.WriteString(line + "\n")
		}
	}
}

// anchor is the id that a heading gets on its page.
func anchor(heading string) string { return value.Slugify(strings.ReplaceAll(heading, "`", "")) }
