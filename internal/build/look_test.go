package build

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/source"
)

// What a stray file may be depends on what else there is, even where only the map
// came or went.
func TestMapHintIsNotRemembered(t *testing.T) {
	stray := source.File{Path: "data/peta.geojson", Name: "data/peta.geojson"}
	for _, mapped := range []bool{true, false, true} {
		files := []source.File{stray}
		if mapped {
			files = append(files, source.File{Path: site.MapFile, Name: site.MapFile})
		}
		problems, _ := site.Strays(files)
		if len(problems) != 1 || (problems[0].Hint.Code == "rename") == mapped {
			t.Errorf("with a map: %v; told: %v", mapped, problems)
		}
	}
}
