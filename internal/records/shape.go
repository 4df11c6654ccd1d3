package records

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// Literal is a value written as one word that reads itself: a date, a code.
// ReadLiteral gets the word as it stands in the file and sets the receiver, or
// returns the problem with it; the place is filled in by the caller.
type Literal interface {
	ReadLiteral(word string) *diag.Problem
}

// Refuse is the problem with a word that a literal does not take.
func Refuse(code diag.Code, args ...any) *diag.Problem {
	p := diag.At(diag.Place{}, code, args...)
	return &p
}

// RefuseHint is the problem with a word that a literal does not take, and what to
// write instead.
func RefuseHint(code diag.Code, word string, hint diag.HintCode, args ...any) *diag.Problem {
	p := diag.At(diag.Place{}, code, word).WithHint(hint, args...)
	return &p
}

// Text is what visitors read: one string in the site's language, or one per
// language.
type Text struct {
	plain string
	in    []Translation
}

// TextOf is a text by its languages, that of "" in the site's.
func TextOf(said map[string]string) Text {
	t := Text{plain: said[""]}
	for _, language := range slices.Sorted(maps.Keys(said)) {
		if language != "" && said[language] != "" {
			t.in = append(t.in, Translation{language, said[language]})
		}
	}
	return t
}

// Translation is a text in one language.
type Translation struct{ Language, Text string }

// In returns the text in the wanted language, else in the site's, else "".
func (t Text) In(language, site string) string {
	text, _ := t.Said(language, site)
	return text
}

// Said is In, and tells in which of both languages the text is.
func (t Text) Said(language, site string) (text, in string) {
	for _, want := range []string{language, site} {
		for _, tr := range t.in {
			if tr.Language == want {
				return tr.Text, want
			}
		}
	}
	return t.plain, site
}

// As is a text that stands in a file of one language, as one in that language.
func (t Text) As(language string) Text {
	if t.in != nil || t.plain == "" {
		return t
	}
	return Text{in: []Translation{{language, t.plain}}}
}

// Has says whether the text is written in a language, by its name. One that names none
// is in the site's.
func (t Text) Has(language string) bool {
	return slices.ContainsFunc(t.in, func(tr Translation) bool { return tr.Language == language })
}

// All returns the text in every language that it is written in.
func (t Text) All() []string {
	if t.in == nil {
		return []string{t.plain}
	}
	var all []string
	for _, tr := range t.in {
		all = append(all, tr.Text)
	}
	return all
}

// Named is the key of an entry. A slice of structs that embed it is written as
// keys with values, each of which is one entry: {hosting: {…}, cadangan: {…}}.
type Named struct {
	Name string
	// Place is where the key stands.
	Place diag.Place
}

// Shape is a declaration read once: the keys of a struct and what each accepts.
type Shape struct {
	typ    reflect.Type
	fields []field
	keys   []string // in order, for "known keys"
	places int      // index of the embedded Places, -1 without
	named  int      // index of the embedded Named, -1 without
	words  Words
	secret bool // a field leads to one: no value is repeated
}

type field struct {
	key      string
	typ      reflect.Type
	index    int
	required bool
	filled   bool // may be left out, but not left empty
	oneOf    []string
	ref      string // kind of thing the value names
	like     string // how a value looks, where its type does not tell
	past     bool   // a date that has come already
	words    bool   // each entry of the list is a word or a few, and no text
	form     bool   // a copy of a thing may keep it: it says nothing that is true of one alone
	path     bool   // a path of a file that holds a secret: see Mask
	inner    *Shape // of a struct, or of a slice's struct
}

// The options of a key.
const (
	required = "required"
	filled   = "filled"
)

var (
	textType    = reflect.TypeFor[Text]()
	placesType  = reflect.TypeFor[Places]()
	namedType   = reflect.TypeFor[Named]()
	literalType = reflect.TypeFor[Literal]()
)

// ShapeOf reads the declaration of T. Words are what editors may take for its
// keys. A declaration that makes no sense is our fault, found at the first start
// of the program.
func ShapeOf[T any](words Words) *Shape { return shapeOfType(reflect.TypeFor[T](), words) }

func shapeOfType(t reflect.Type, words Words) *Shape {
	s := &Shape{typ: t, places: -1, named: -1, words: words}
	for i := range t.NumField() {
		f := t.Field(i)
		tag, ok := f.Tag.Lookup("key")
		switch {
		case f.Type == placesType:
			s.places = i
		case f.Type == namedType:
			s.named = i
		case ok:
			s.add(f, i, tag)
		}
	}
	return s
}

func (s *Shape) add(f reflect.StructField, index int, tag string) {
	key, option, _ := strings.Cut(tag, ",")
	if option != "" && option != required && option != filled {
		panic(fmt.Sprintf("records: %s.%s: unknown option %q", s.typ, f.Name, option))
	}
	d := field{
		key: key, typ: f.Type, index: index, required: option == required, filled: option == filled,
		ref: f.Tag.Get("ref"), like: f.Tag.Get("like"), form: f.Tag.Get("copy") == "form",
		past: f.Tag.Get("when") == "past", path: f.Tag.Get("holds") == "secret", words: f.Tag.Get("holds") == "words",
	}
	if list := f.Tag.Get("oneof"); list != "" {
		d.oneOf = strings.Split(list, "|")
	}
	t := element(f.Type)
	if t.Kind() == reflect.Struct && t != textType && !reflect.PointerTo(t).Implements(literalType) {
		d.inner = shapeOfType(t, s.words)
	}
	s.secret = s.secret || d.path
	s.fields = append(s.fields, d)
	s.keys = append(s.keys, key)
}

// Needing is the same declaration of which nothing is required but some keys of its own.
func (s *Shape) Needing(keys ...string) *Shape {
	t := *s
	t.fields = slices.Clone(s.fields)
	for i := range t.fields {
		f := &t.fields[i]
		f.required = f.required && slices.Contains(keys, f.key)
		if f.inner != nil {
			f.inner = f.inner.Needing()
		}
	}
	return &t
}

// element is the type of what a slice or pointer holds.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
