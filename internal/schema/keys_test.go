package schema

import (
	"slices"
	"testing"

	"blandongan/internal/records"
	"blandongan/internal/site"
)

// What is named of the declarations in tables is there: kinds, keys of texts, the shape of photos.
func TestNamesAreThere(t *testing.T) {
	var kinds []string
	keys, shapes := map[string]bool{}, map[string]bool{}
	var walk func(s *records.Shape)
	walk = func(s *records.Shape) {
		if shapes[s.Name()] {
			return
		}
		shapes[s.Name()] = true
		for _, f := range s.Fields() {
			keys[f.Key] = true
			if f.Inner != nil {
				walk(f.Inner)
			}
		}
	}
	for _, k := range site.Kinds() {
		kinds = append(kinds, k.Name)
		walk(k.Shape)
	}
	for _, kind := range slices.Concat(formFolders, formFiles) {
		if !slices.Contains(kinds, kind) {
			t.Errorf("there is no kind %s", kind)
		}
	}
	for key := range long {
		if !keys[key] {
			t.Errorf("no declaration has the key %s", key)
		}
	}
	if !shapes[photo] || !keys["file"] {
		t.Errorf("there is no %s, or no key file", photo)
	}
}
