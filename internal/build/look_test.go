package build

import (
	"sync/atomic"
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/source"
)

// What a file may be is told anew when the map comes or goes, though the file stays
// as it is.
func TestMapHintIsNotRemembered(t *testing.T) {
	f := source.File{Path: "data/peta.geojson", Name: "data/peta.geojson"}
	old := &seen{path: f.Path, role: site.Stray, settled: true}
	for _, mapped := range []bool{true, false, true} {
		w := &walk{mapped: mapped}
		now, _ := w.see(f, old, new(atomic.Int64))
		if told := len(now.problems) == 1 && now.problems[0].Hint.Code == "rename"; told == mapped {
			t.Errorf("with a map: %v; told: %v", mapped, now.problems)
		}
		old = &now
	}
}
