package build_test

import (
	"reflect"
	"strings"
	"testing"

	"blandongan/internal/markdown"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// The full city must hold a value for every key of every declaration, wherever
// it is used, or the tests that rest on it miss a field.
func TestFullCityHasEveryField(t *testing.T) {
	filled := map[string]bool{}
	md := markdown.New(markdown.Options{Schemes: site.Schemes()})
	for name, text := range full(t) {
		if site.RoleOf(name) != site.Written {
			continue
		}
		record, _ := records.Parse(name, []byte(text), md)
		entries, _ := site.Decode(record)
		for _, e := range entries {
			note(filled, reflect.TypeOf(e.Value).Elem().Name(), reflect.ValueOf(e.Value).Elem())
		}
	}
	n := 0
	for _, kind := range []any{site.Config{}, site.City{}, site.Indicator{}, site.Source{}, site.Kecamatan{},
		site.Program{}, site.Visit{}, site.Adoption{}, site.Article{}, site.Page{}} {
		for _, path := range paths(reflect.TypeOf(kind).Name(), reflect.TypeOf(kind)) {
			n++
			if !filled[path] {
				t.Errorf("no value for %s in testdata/full.txtar", path)
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d fields were looked for", n)
	}
	if _, problems := buildFiles(t, full(t)); len(problems) > 0 {
		t.Errorf("the full city has problems: %v", problems)
	}
}

// note marks the paths below path that have a value: Program.awards.note.
func note(filled map[string]bool, path string, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		note(filled, path, v.Elem())
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			note(filled, path, v.Index(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if key := keyOf(v.Type().Field(i)); key != "" && !v.Field(i).IsZero() {
				filled[path+"."+key] = true
				note(filled, path+"."+key, v.Field(i))
			}
		}
	}
}

// paths are all that note could mark.
func paths(path string, t reflect.Type) []string {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var list []string
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		if key := keyOf(t.Field(i)); key != "" {
			list = append(append(list, path+"."+key), paths(path+"."+key, t.Field(i).Type)...)
		}
	}
	return list
}

func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
	return key
}
