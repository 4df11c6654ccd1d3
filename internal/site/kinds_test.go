package site

import (
	"reflect"
	"testing"

	"blandongan/internal/diag"
)

// What a tag says that a value refers to is a kind: a misspelt one would never be found.
func TestTagsNameKinds(t *testing.T) {
	known := map[string]bool{}
	for _, k := range kinds {
		known[k.name] = true
	}
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(x reflect.Type) {
		for x.Kind() == reflect.Pointer || x.Kind() == reflect.Slice || x.Kind() == reflect.Map {
			x = x.Elem()
		}
		if x.Kind() != reflect.Struct || seen[x] {
			return
		}
		seen[x] = true
		for field := range x.Fields() {
			if kind, ok := field.Tag.Lookup("ref"); ok && !known[kind] {
				t.Errorf("%s.%s refers to %q, which is no kind", x.Name(), field.Name, kind)
			}
			if _, ok := field.Tag.Lookup("key"); ok {
				look(field.Type)
			}
		}
	}
	for _, k := range kinds {
		look(reflect.TypeOf(k.empty()))
	}
	if len(seen) < 30 {
		t.Errorf("only %d types were looked at", len(seen))
	}
}

// Every kind that editors may link to has a word in both languages, and a file that is its own.
func TestKindsAreWhole(t *testing.T) {
	for _, k := range kinds {
		file := k.path
		if k.isFolder() {
			file += "a" + k.ending
			if FileOf(k.name, "a") != file {
				t.Errorf("FileOf(%s) = %s", k.name, FileOf(k.name, "a"))
			}
		}
		if found := kindOf(file); found == nil || found.name != k.name {
			t.Errorf("%s is of another kind than %s", file, k.name)
		}
		if _, ok := k.empty().(paged); ok && k.name != KindNews && (k.find == nil || k.things == nil) {
			t.Errorf("things of kind %s have pages and cannot be found", k.name)
		}
	}
	for i := range kinds {
		k := &kinds[i]
		if word := diag.Word(k.name); k.isFolder() && (word.In(diag.Indonesian) == "" || word.In(diag.English) == "") {
			t.Errorf("%s has no word in both languages", k.name)
		}
	}
}

// What is told of the kinds is what their files are.
func TestKindsAreTold(t *testing.T) {
	for _, k := range Kinds() {
		if k.IsFolder != (FileOf(k.Name, "a") != "") || k.Keyed != IsKeyed(k.Name) || k.Path != PathOfKind(k.Name) {
			t.Errorf("%+v is not what its files are", k)
		}
		if (k.Translated != nil) != k.Text || len(k.Shape.Fields()) == 0 {
			t.Errorf("%s declares %d keys, and translations %v", k.Name, len(k.Shape.Fields()), k.Translated)
		}
	}
}
