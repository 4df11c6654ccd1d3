package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// With dots in the place of any one value of a thing, the build goes on: the thing is a draft, and
// nothing else is told of it. Others that name it are shown without, and told so.
func TestMarksStopNothing(t *testing.T) {
	files := full(t)
	root := fstest.MapFS{}
	for name, text := range files {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	marked := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasPrefix(name, "content/") && !strings.HasPrefix(name, "data/") || strings.Count(name, "/") < 2 &&
			name != "data/indicators.yaml" && name != "data/sources.yaml" {
			continue
		}
		text := files[name]
		for i, v := range valuesOf(t, name, text) {
			marked++
			if v.key == "number" || testing.Short() && i%8 > 0 {
				continue
			}
			dots := []string{"…", "\" …\u00a0\""}[i%2]
			if text[v.from-1] == '"' {
				dots = "…"
			}
			root[name] = &fstest.MapFile{Data: []byte(text[:v.from] + dots + text[v.to:])}
			for _, drafts := range []bool{false, true} {
				c := build.Config{Root: root, Templates: builtin, Drafts: drafts}
				var told bool
				for _, p := range build.New(c).Examine(noon).Problems {
					told = told || p.Code == "draft-unfilled" && p.Place.File == name
					if p.Severity() == diag.Error {
						t.Errorf("%s, drafts %v: %s: %s [%s]", v, drafts, p.Place, p.Text(diag.English), p.Code)
					}
				}
				if !told {
					t.Errorf("%s: not told of", v)
				}
			}
		}
		root[name].Data = []byte(text)
	}
	if marked < 200 {
		t.Errorf("only %d values were marked", marked)
	}
}
