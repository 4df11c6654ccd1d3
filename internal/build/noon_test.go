package build_test

import (
	"testing"
	"testing/fstest"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/templates"
)

// noon is the time of every test's build: after all dates of the test cities.
var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

var builtin = templates.FS

// check builds a site given as texts, for its problems; nothing is written.
func check(t testing.TB, files map[string]string) (build.Report, diag.List) {
	t.Helper()
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	report, problems, err := build.New(build.Config{Root: tree, Templates: builtin}).Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	return report, problems
}
