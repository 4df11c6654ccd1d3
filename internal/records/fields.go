package records

import (
	"reflect"
	"slices"
)

// Field is one key of a declaration, for whoever tells editors what they may write:
// completion, forms, new files, the guide.
type Field struct {
	Key string
	// Name is the Go struct that declares it, site.Article: never shown.
	Name string
	// Required keys must be there, Filled ones may be left out but not left empty.
	Required, Filled bool
	// List says that several may be written; one may stand without its brackets, unless it
	// is a struct. Named ones are keys with values instead: see Named.
	List, Named bool
	// Words says that each entry of the list is a word or a few, and no text.
	Words bool
	Type  FieldType
	// Of reads the words of a literal, nil for other types. Its type tells which one it is.
	Of Literal
	// OneOf are the words that may stand there, Ref the kind of thing that it names by id.
	OneOf []string
	Ref   string
	// Pattern is how a word must look to be read, as a regular expression that JavaScript
	// reads too; "" where any will do. What it lets through may still be refused.
	Pattern string
	// Past says that it is a date that has come already, Form that a copy of a thing may keep it.
	Past, Form bool
	// Like is how a value looks where its type does not tell, Example how hints show one.
	Like, Example string
	// Inner is what a struct declares.
	Inner *Shape
}

// FieldType is what is written as one value.
type FieldType uint8

const (
	TextField    FieldType = iota // one string, or one per language
	StringField                   // any word or words
	IntField                      // a whole number
	FloatField                    // a number
	BoolField                     // true or false
	LiteralField                  // a word that reads itself
	StructField                   // keys with values
)

// Patterned is a Literal that tells how its words look, in what Go and JavaScript both take
// for a regular expression. It refuses no word that ReadLiteral accepts.
type Patterned interface{ Pattern() string }

// Name returns the Go struct that is declared, site.Article: never shown.
func (s *Shape) Name() string { return s.typ.String() }

// Fields returns what may be written, in the order of the declaration.
func (s *Shape) Fields() []Field {
	list := make([]Field, len(s.fields))
	for i := range s.fields {
		list[i] = s.fields[i].told(s.Name())
	}
	return list
}

func (f *field) told(name string) Field {
	t := element(f.typ)
	told := Field{
		Key: f.key, Name: name, Required: f.required, Filled: f.filled, Words: f.words,
		List: f.typ.Kind() == reflect.Slice, Named: f.inner != nil && f.inner.named >= 0,
		OneOf: slices.Clone(f.oneOf), Ref: f.ref, Past: f.past, Form: f.form, Like: f.like, Inner: f.inner,
		Example: f.sample(f.typ, new(string)),
	}
	told.Pattern = map[reflect.Kind]string{reflect.Int: `^\d{1,18}$`, reflect.Float64: decimal.String()}[t.Kind()]
	literal, reads := reflect.New(t).Interface().(Literal)
	switch {
	case t == textType:
		told.Type = TextField
	case reads:
		told.Type, told.Of = LiteralField, literal
		if p, looks := literal.(Patterned); looks {
			told.Pattern = p.Pattern()
		}
	case f.inner != nil:
		told.Type = StructField
	case t.Kind() == reflect.Bool:
		told.Type, told.Pattern = BoolField, "^(true|false)$"
	default:
		told.Type = map[reflect.Kind]FieldType{
			reflect.String: StringField, reflect.Int: IntField, reflect.Float64: FloatField,
		}[t.Kind()]
	}
	return told
}
