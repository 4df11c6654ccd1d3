package reference

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
)

// The project's own site says nothing that its own data contradict.
func TestProject(t *testing.T) {
	files := projectFiles()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		doc := reader.Read(name, []byte(files[name]), entriesOf(name, files[name]))
		list := slices.DeleteFunc(project().Check(doc), func(p diag.Problem) bool {
			return slices.ContainsFunc(doc.Silenced, func(s prose.Silence) bool {
				return strings.Contains(s.Said, string(p.Code)) &&
					(s.Covers(p.Place) || strings.Contains(s.Said, "seluruh berkas"))
			})
		})
		if len(list) > 0 {
			t.Errorf("%s: %s", name, show(list))
		}
	}
}
