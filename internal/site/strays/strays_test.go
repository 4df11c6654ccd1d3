package strays

import (
	"testing"

	"blandongan/internal/files"
	"blandongan/internal/site"
)

// What a stray file may be depends on what else there is, even where only the map
// came or went.
func TestMapHintIsNotRemembered(t *testing.T) {
	stray := files.File{Path: "data/peta.geojson", Name: "data/peta.geojson"}
	for _, mapped := range []bool{true, false, true} {
		list := []files.File{stray}
		if mapped {
			list = append(list, files.File{Path: site.MapFile, Name: site.MapFile})
		}
		problems, _ := Find(list)
		if len(problems) != 1 || (problems[0].Hint.Code == "rename") == mapped {
			t.Errorf("with a map: %v; told: %v", mapped, problems)
		}
	}
}
