package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

// One fault, one report: a file whose form is broken is told of, and nothing that only its
// absence would bring about.
func TestBrokenFileIsOneFault(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	files := real(t)
	_, before := buildFiles(t, files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		broken := maps.Clone(files)
		switch {
		case strings.HasSuffix(name, ".yaml"):
			broken[name] += "\nrusak: [\n"
		case strings.HasSuffix(name, ".md"):
			broken[name] = strings.Replace(files[name], "---\n", "---\nrusak: [\n", 1)
		default:
			continue
		}
		_, problems := buildFiles(t, broken)
		for _, p := range problems {
			known := func(old diag.Problem) bool { return old.Place == p.Place }
			if p.Place.File != name && !slices.ContainsFunc(before, known) {
				t.Errorf("%s is broken: %s", name, said(diag.List{p}))
			}
		}
	}
}
