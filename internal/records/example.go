package records

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"blandongan/internal/records/fault"
)

// Exampler is a Literal that can show how it is written, quoted where YAML
// needs it: 2017-11-07, "12.34".
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
	if m := counted.FindStringSubmatch(given); m != nil && f.inner != nil && f.inner.counts() {
		given = m[1]
	}
	text := f.key + ": " + f.sample(f.typ, &given)
	if f.oneOf != nil {
		text += " # " + strings.Join(f.oneOf, ", ")
	}
	return example{text}
}

// counted is a number with the word for what is counted: 30 orang.
var counted = regexp.MustCompile(`^(\d+) +\pL+$`)

// counts says whether a struct is first of all a whole number.
func (s *Shape) counts() bool {
	return len(s.fields) > 0 && element(s.fields[0].typ).Kind() == reflect.Int
}

func (f *field) sample(t reflect.Type, given *string) string {
	text := t.Kind() == reflect.String || t == textType
	switch {
	case text && f.ref == "" && f.oneOf == nil && *given != "" && !reflect.PointerTo(t).Implements(literalType):
		word := fault.InBraces(*given)
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
	case isNumber(t.Kind()):
		return "10"
	}
	return open
}

// unsaid is a sample to stand beside what an editor wrote: there a year or a number of
// ours would pass for one of theirs.
func (f *field) unsaid() string {
	if t := element(f.typ); f.like != "" || isNumber(t.Kind()) || reflect.PointerTo(t).Implements(examplerType) {
		return open
	}
	return f.sample(f.typ, new(string))
}

// sample shows the required keys of a struct; where none is, its first. What was
// given stands in the field that can be told to want it, else in the first that
// takes any text: one word may well be an id.
func (s *Shape) sample(given *string) string {
	var keys []string
	wants := s.wants(*given)
	for i := range s.fields {
		switch f := &s.fields[i]; {
		case f == wants:
			keys = append(keys, f.key+": "+fault.InBraces(*given))
			*given = ""
		case f.required && wants != nil:
			keys = append(keys, f.key+": "+f.sample(f.typ, new(string)))
		case f.required:
			keys = append(keys, f.key+": "+f.sample(f.typ, given))
		}
	}
	for i := range s.fields {
		if f := &s.fields[i]; strings.Contains(*given, " ") && !f.required && f.takesText() || keys == nil {
			keys = append(keys, f.key+": "+f.sample(f.typ, given))
		}
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

func (f *field) takesText() bool {
	text := f.typ.Kind() == reflect.String || f.typ == textType
	return text && f.ref == "" && f.oneOf == nil && !reflect.PointerTo(f.typ).Implements(literalType)
}

// wants returns the field that a word is most likely for: a number's, one that reads
// itself and can read it, or one whose values look like it. Nil for other words.
func (s *Shape) wants(given string) *field {
	for i := range s.fields {
		f := &s.fields[i]
		literal, ok := reflect.New(f.typ).Interface().(Literal)
		if isNumber(element(f.typ).Kind()) && decimal.MatchString(given) {
			return f
		}
		shows := reflect.PointerTo(f.typ).Implements(examplerType)
		if given != "" && (ok && shows && literal.ReadLiteral(given) == nil || phoneLike(given) && phoneLike(f.like)) {
			return f
		}
	}
	return nil
}

func isNumber(k reflect.Kind) bool { return k == reflect.Int || k == reflect.Float64 }

// phoneLike tells the number of a telephone from other words.
func phoneLike(word string) bool {
	return len(word) >= 7 && strings.Trim(word, "0123456789+-() .") == ""
}

// Example shows the required keys of a declaration, for a hint.
func (s *Shape) Example() fmt.Stringer {
	return example{strings.TrimSuffix(strings.TrimPrefix(s.sample(new(string)), "{"), "}")}
}
