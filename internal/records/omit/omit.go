// Package omit leaves out of what was decoded all that names what readers cannot see.
//
// In comes a declared struct, see package records for its tags, and a question about ids. Out
// comes the same struct, or one without them. It changes nothing that it is given.
package omit

import (
	"reflect"
	"strings"
)

// Gone says whether a thing that is named by kind and id cannot be shown.
type Gone func(kind, id string) bool

// Without returns a struct, by its pointer, that names nothing that is gone: v itself where it
// names none, else a copy. False says that it cannot be without: then it is v.
//
// An id is left out of the list that it stands in. A part, such as a figure, is left out whole
// when it names by a single id what is gone, which it is about, or all that a list of ids names,
// which it rests on; so is anything of which a required key would be left out.
func Without(v any, gone Gone) (any, bool) {
	x, became := gone.record(reflect.ValueOf(v).Elem(), false)
	switch became {
	case same:
		return v, true
	case nothing:
		return v, false
	}
	return x.Addr().Interface(), true
}

// fate is what becomes of a value.
type fate uint8

const (
	same fate = iota
	less
	nothing
)

func (gone Gone) record(x reflect.Value, isPart bool) (reflect.Value, fate) {
	became := same
	for i := range x.NumField() {
		tag := x.Type().Field(i).Tag
		key, isKey := tag.Lookup("key")
		if !isKey {
			continue
		}
		ref := tag.Get("ref")
		value, its := gone.value(x.Field(i), ref)
		if its == nothing && (isPart && ref != "" || strings.HasSuffix(key, ",required")) {
			return reflect.Zero(x.Type()), nothing
		}
		if its == same {
			continue
		}
		if became == same {
			whole := x
			x, became = reflect.New(x.Type()).Elem(), less
			x.Set(whole)
		}
		x.Field(i).Set(value)
	}
	return x, became
}

func (gone Gone) value(x reflect.Value, ref string) (reflect.Value, fate) {
	switch kind := x.Kind(); {
	case kind == reflect.String && ref != "" && gone(ref, x.String()):
		return reflect.Zero(x.Type()), nothing
	case kind == reflect.Struct:
		return gone.record(x, true)
	case kind == reflect.Pointer && !x.IsNil():
		value, its := gone.value(x.Elem(), ref)
		switch its {
		case nothing:
			return reflect.Zero(x.Type()), nothing
		case less:
			return value.Addr(), less
		}
	case kind == reflect.Slice:
		return gone.list(x, ref)
	}
	return x, same
}

func (gone Gone) list(x reflect.Value, ref string) (reflect.Value, fate) {
	kept, became := reflect.Zero(x.Type()), same
	for i := range x.Len() {
		value, its := gone.value(x.Index(i), ref)
		if its != same {
			became = less
		}
		if its != nothing {
			kept = reflect.Append(kept, value)
		}
	}
	switch {
	case became == same:
		return x, same
	case kept.Len() == 0:
		return kept, nothing
	}
	return kept, less
}
