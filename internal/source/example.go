package source

import (
	"fmt"
	"reflect"
	"strings"

	"blandongan/internal/diag"
)

// Exampler is a Literal that can show how it is written, quoted where YAML
// needs it: 2017-11-07, "36.74".
type Exampler interface{ Example() string }

var examplerType = reflect.TypeFor[Exampler]()

// example is a key with a value as an editor would write them, for a hint. It is
// a type of its own because a hint shortens strings.
type example struct{ text string }

func (e example) String() string { return e.text }

// open stands in an example where only the editor knows what to write.
const open = "…"

// example shows how f is written, with all that is required inside of it. What
// was given instead stands where it most likely belongs.
func (f *field) example(given string) example {
	text := f.key + ": " + f.sample(f.typ, &given)
	if f.oneOf != nil {
		text += " # " + strings.Join(f.oneOf, ", ")
	}
	return example{text}
}

func (f *field) sample(t reflect.Type, given *string) string {
	text := t.Kind() == reflect.String || t == textType
	switch {
	case text && f.ref == "" && f.oneOf == nil && *given != "" && !reflect.PointerTo(t).Implements(literalType):
		word := inBraces(*given)
		*given = ""
		return word
	case t.Kind() == reflect.Int && whole.MatchString(*given):
		word := *given
		*given = ""
		return word
	case f.like != "":
		return f.like
	case reflect.PointerTo(t).Implements(examplerType):
		return reflect.New(t).Interface().(Exampler).Example()
	case t.Kind() == reflect.Pointer:
		return f.sample(t.Elem(), given)
	case t.Kind() == reflect.Slice && f.inner != nil && f.inner.named >= 0:
		return "{" + open + ": " + f.inner.sample(given) + "}"
	case t.Kind() == reflect.Slice:
		return "[" + f.sample(t.Elem(), given) + "]"
	case f.inner != nil:
		return f.inner.sample(given)
	case f.oneOf != nil:
		return f.oneOf[0]
	case t.Kind() == reflect.Bool:
		return "true"
	}
	return open
}

// sample shows the required keys of a struct; where none is, its first.
func (s *Shape) sample(given *string) string {
	var keys []string
	for i := range s.fields {
		if f := &s.fields[i]; f.required {
			keys = append(keys, f.key+": "+f.sample(f.typ, given))
		}
	}
	if keys == nil {
		f := &s.fields[0]
		keys = []string{f.key + ": " + f.sample(f.typ, given)}
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

// Example shows the required keys of a declaration, for a hint.
func (s *Shape) Example() fmt.Stringer {
	return example{strings.TrimSuffix(strings.TrimPrefix(s.sample(new(string)), "{"), "}")}
}

// inBraces quotes a word that YAML would not read as text inside braces.
func inBraces(word string) string {
	if strings.ContainsAny(word, ",:#[]{}\"'&*!|>%@`\n") {
		return string(diag.Quoted(word))
	}
	return word
}

// Words are what editors may take for keys: a word in small letters → the keys
// it may mean.
type Words map[string][]string

// meant returns the key that an unknown one most likely stands for, "" when
// nobody can tell.
func (s *Shape) meant(word string, nearest func(string, []string) string) string {
	for _, key := range s.words[strings.ToLower(word)] {
		if s.field(key) != nil {
			return key
		}
	}
	return nearest(word, s.keys)
}
