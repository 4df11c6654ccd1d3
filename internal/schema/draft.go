package schema

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/author"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
	"blandongan/internal/site/value"
)

// dialect is the draft that VS Code, its YAML extension and all others that use yaml-language-server
// know whole. Of later ones each knows other parts, and we need none: if and then came with this one.
const dialect = "http://json-schema.org/draft-07/schema#"

// unfilled is what an editor has yet to write in place of: a text of nothing but dots.
const unfilled = `^(…+|\.{3,})$`

// oneWord is a word or a few that no comma parts, said is any text that says something, blank none.
const (
	oneWord = `^[,\s]*[^,\s]([^,\n]*[^,\s])?[,\s]*$`
	said    = `\S`
	blank   = `^\s*$`
)

// mark stands in closed lists for what is yet to be filled.
const mark = "…"

// schemaOf returns the schema of a kind's file; translated says that it is one of a text in another
// language than the site's.
func (m *Maker) schemaOf(k *site.Kind, translated bool) object {
	d := drafter{Maker: m, used: map[string]bool{}, whole: !translated && k.Name != site.KindWords}
	shape := k.Shape
	if translated {
		shape = k.Translated
	}
	many, one := meaning.Name(k.Name)
	name := one
	if k.Keyed {
		name = many
	}
	title := name.In(m.language)
	if translated {
		title += " (" + m.say.Word("translation") + ")"
	}
	comment := signature + author.Unsigned + ". " + m.say.Word("made")
	o := object{{"$schema", dialect}, {"$comment", comment}, {"title", title}}
	o = append(o, m.described(meaning.Kind(k.Name))...)
	thing := d.structure(shape)
	switch {
	case k.Keyed:
		o = append(o, member{"type", []string{"object", "null"}},
			member{"propertyNames", object{{"pattern", new(value.Slug).Pattern()}}},
			member{"additionalProperties", append(object{{"type", "object"}}, thing...)})
	case slices.ContainsFunc(shape.Fields(), func(f records.Field) bool { return f.Required }):
		o = append(append(o, member{"type", "object"}), thing...)
	default:
		o = append(append(o, member{"type", []string{"object", "null"}}), thing...)
	}
	return o.with("definitions", d.definitions())
}

// described is a text in both languages, that of the site first.
func (m *Maker) described(t meaning.Text) object {
	both := func(t meaning.Text) string { return t.In(m.language) + "\n\n" + t.In(m.other) }
	o := object{{"description", both(t.Plain())}}
	if both(t) != both(t.Plain()) {
		o = o.append("markdownDescription", both(t))
	}
	return o
}

// drafter makes the schema of one file.
type drafter struct {
	*Maker
	used  map[string]bool // kinds of which ids are named
	texts bool            // some are told
	whole bool            // a text that names languages names the site's own
}

// structure is what the keys of a declaration may hold.
func (d *drafter) structure(s *records.Shape) object {
	var properties object
	var required []string
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		label := meaning.Label(s, f.Key)
		p := append(object{{"title", label.In(d.language)}}, d.described(meaning.Of(s, f.Key))...)
		properties = append(properties, member{f.Key, append(p, d.key(s, f)...)})
		if f.Required {
			required = append(required, f.Key)
		}
	}
	return object{{"properties", properties}}.with("required", required).
		append("additionalProperties", false)
}

func (o object) append(key string, value any) object { return append(o, member{key, value}) }

// key is what may stand behind a key: one value, or a list. A key that is not needed may be left empty.
func (d *drafter) key(s *records.Shape, f *records.Field) object {
	empty := !f.Required && !f.Filled
	switch {
	case f.Named:
		inner := append(object{{"type", "object"}}, d.structure(f.Inner)...)
		return d.filled("object", f, empty).append("additionalProperties", inner)
	case f.List && f.Type == records.StructField:
		inner := append(object{{"type", "object"}}, d.structure(f.Inner)...)
		return d.filled("array", f, empty).append("items", inner)
	case f.List:
		items := object{{"items", d.value(s, f, false)}}
		return object{{"if", object{{"type", "array"}}}, {"then", items}, {"else", d.value(s, f, empty)}}
	}
	return d.value(s, f, empty)
}

// types are the types that a value may have, the most likely first, for that is what programs complete.
func types(first string, empty bool, more ...string) []string {
	all := append([]string{first}, more...)
	if empty {
		all = append(all, "null")
	}
	return all
}

// value is one value. What says nothing of some type lets all of that type through: a pattern speaks
// of texts alone, a minimum of numbers.
func (d *drafter) value(s *records.Shape, f *records.Field, empty bool) object {
	switch {
	case f.Ref != "":
		d.used[f.Ref] = true
		return orEmpty(object{{"$ref", "#/definitions/" + f.Ref}}, empty)
	case f.OneOf != nil:
		return orEmpty(d.choice(s, f), empty)
	}
	switch f.Type {
	case records.TextField:
		return d.text(empty)
	case records.IntField:
		return append(object{{"type", types("integer", empty, "string")}, {"minimum", 0}}, d.looks(f, empty)...)
	case records.FloatField:
		return append(object{{"type", types("number", empty, "string")}}, d.looks(f, empty)...)
	case records.BoolField:
		return append(object{{"type", types("boolean", empty, "string")}}, d.looks(f, empty)...)
	case records.StructField:
		return append(d.filled("object", f, empty), d.structure(f.Inner)...)
	case records.LiteralField:
		return d.literal(f, empty)
	}
	o := object{{"type", types("string", empty, "number", "boolean")}}
	switch {
	case f.Words:
		o = append(o, member{"pattern", oneWord + orBlank(empty)},
			member{"patternErrorMessage", d.say.Word("one-word")})
	case !empty:
		o = append(o, d.saying()...)
	}
	return o.with("examples", examples(f.Like))
}

// orEmpty lets a value be left out behind its key.
func orEmpty(o object, empty bool) object {
	if !empty {
		return o
	}
	return object{{"anyOf", []object{o, {{"type", []string{"null", "string"}}, {"pattern", blank}}}}}
}

// filled is keys with values, or a list of them, in whose place a text says only that they are to be filled.
func (d *drafter) filled(first string, f *records.Field, empty bool) object {
	return object{
		{"type", types(first, empty, "string")}, {"pattern", unfilled + orBlank(empty)},
		{"patternErrorMessage", d.say.Word("write-like", f.Key+": "+f.Example)},
	}
}

// looks wants a text to look as the reader takes it.
func (d *drafter) looks(f *records.Field, empty bool) object {
	return object{
		{"pattern", orUnfilled(f.Pattern, empty)}, {"patternErrorMessage", d.say.Word("write-like", f.Example)},
	}
}

func orUnfilled(pattern string, empty bool) string { return pattern + "|" + unfilled + orBlank(empty) }

// orBlank is the rest of a pattern that lets nothing stand too: programs of forms write it so.
func orBlank(empty bool) string {
	if empty {
		return "|" + blank
	}
	return ""
}

func examples(word string) []any {
	if word == "" {
		return nil
	}
	return []any{strings.Trim(word, `"`)}
}

// choice is a closed list of words, each with what it says.
func (d *drafter) choice(s *records.Shape, f *records.Field) object {
	var plain, marked []string
	for _, word := range f.OneOf {
		t := meaning.Value(s, f.Key, word)
		plain = append(plain, t.Plain().In(d.language)+" · "+t.Plain().In(d.other))
		marked = append(marked, t.In(d.language)+" · "+t.In(d.other))
	}
	return d.closed(f.OneOf, plain, marked)
}

func (d *drafter) closed(words, plain, marked []string) object {
	o := object{
		{"enum", append(slices.Clone(words), mark)},
		{"enumDescriptions", append(plain, d.say.Word("unfilled"))},
	}
	if !slices.Equal(plain, marked) {
		o = o.append("markdownEnumDescriptions", append(marked, d.say.Word("unfilled")))
	}
	return o
}

// text is one string, or one per language of the site.
func (d *drafter) text(empty bool) object {
	d.texts = true
	one := object{{"$ref", "#/definitions/text"}}
	o := object{{"type", types("string", empty, "number", "boolean", "object")}}
	if !empty {
		o = append(o, d.saying()...)
	}
	if len(d.languages) == 0 {
		return o.append("patternProperties", object{{"^[A-Za-z]{2,3}(-|$)", one}}).append("additionalProperties", false)
	}
	var properties object
	for _, l := range d.languages {
		properties = properties.append(l, one)
	}
	o = o.append("properties", properties)
	if d.whole {
		o = o.append("required", d.languages[:1])
	}
	return o.append("additionalProperties", false)
}

// saying wants a text to say something.
func (d *drafter) saying() object {
	return object{{"pattern", said}, {"patternErrorMessage", d.say.Word("nothing")}}
}

// literal is a word that reads itself. YAML takes some for numbers: 2017, 12.34.
func (d *drafter) literal(f *records.Field, empty bool) object {
	var also []string
	var low, high float64
	for digits := 1; digits <= 15; digits++ {
		least := math.Pow10(digits - 1)
		if read(f, strconv.FormatFloat(least, 'f', 0, 64)) || read(f, strconv.FormatFloat(2*least, 'f', 0, 64)) {
			if also == nil {
				also, low = []string{"integer"}, least
			}
			high = 10*least - 1
		}
	}
	if read(f, "12.34") {
		also, low, high = append(also, "number"), 10, 99.99 // two digits, a dot, two digits
	}
	o := object{{"type", types("string", empty, also...)}}
	if high > 0 {
		o = append(o, member{"minimum", low}, member{"maximum", high})
	}
	if f.Pattern != "" {
		o = append(o, d.looks(f, empty)...)
	}
	return o.with("examples", examples(f.Example))
}

// read says whether a literal takes a word.
func read(f *records.Field, word string) bool {
	return f.Of.ReadLiteral(word) == nil
}

// definitions are the ids of the kinds that were named. While some things of a kind cannot be read, any
// id may be right.
func (d *drafter) definitions() object {
	var all object
	if d.texts {
		all = all.append("text", append(object{{"type", []string{"string", "number", "boolean"}}}, d.saying()...))
	}
	for _, kind := range slices.Sorted(maps.Keys(d.used)) {
		if d.site.IsClosed(kind) {
			all = all.append(kind, object{{"type", []string{"string", "number", "boolean"}}})
			continue
		}
		ids := d.site.IDs(kind)
		names := make([]string, len(ids))
		for i, id := range ids {
			names[i] = d.nameOf(kind, id)
		}
		o := d.closed(ids, names, slices.Clone(names))
		all = all.append(kind, o.append("errorMessage", d.say.Word("no-id", d.oneOf(kind))))
	}
	return all
}

// oneOf is what one thing of a kind is called within a sentence.
func (d *drafter) oneOf(kind string) string {
	_, one := meaning.Name(kind)
	return strings.ToLower(one.In(d.language))
}

// nameOf is what a thing is called.
func (m *Maker) nameOf(kind, id string) string {
	switch kind {
	case site.KindSource:
		return m.site.Say(m.site.Sources[id].Title)
	case site.KindIndicator:
		return m.site.Say(m.site.Indicators[id].Name)
	}
	if t, found := m.site.Find(kind, id); found {
		return t.Title
	}
	return id
}
