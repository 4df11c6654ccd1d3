package records

import (
	"reflect"
	"strconv"

	"blandongan/internal/diag"
)

// Texts is a record of texts whose keys are known only when the program runs: see
// ShapeOfTexts. Embed it in a declaration that has no keys of its own.
type Texts struct {
	Places
	ByKey map[string]Text
}

func (t *Texts) texts() *Texts { return t }

// ShapeOfTexts declares a record that may hold some of the keys, each with a text. A key
// that is written must not be empty.
func ShapeOfTexts(keys []string, words Words) *Shape {
	fields := []reflect.StructField{{Name: placesType.Name(), Type: placesType}}
	for i, key := range keys {
		tag := reflect.StructTag("key:" + strconv.Quote(key+","+filled))
		fields = append(fields, reflect.StructField{Name: "Text" + strconv.Itoa(i), Type: textType, Tag: tag})
	}
	return shapeOfType(reflect.StructOf(fields), words)
}

func (t *Texts) decode(r *Record, s *Shape) (Found, diag.List) {
	whole := reflect.New(s.typ)
	found, problems := r.Decode(s, whole.Interface())
	v := whole.Elem()
	t.Places, t.ByKey = v.Field(s.places).Interface().(Places), map[string]Text{}
	for i := range s.fields {
		if f := &s.fields[i]; t.Has(f.key) && !t.Misread(f.key) {
			t.ByKey[f.key] = v.Field(f.index).Interface().(Text)
		}
	}
	return found, problems
}
