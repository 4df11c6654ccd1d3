package atlas

import (
	"fmt"
	"slices"
	"testing"

	"blandongan/internal/atlas/geojson"
)

// Whatever the borders of the parts, areas that are joined of them share theirs, and
// nothing within an area is left of them.
func TestJoinedTilings(t *testing.T) {
	for seed := range uint64(8) {
		if testing.Short() && seed > 1 {
			continue
		}
		const parts, areas = 60, 7
		tiles := newTiling(seed, parts, 12, []float64{0, 2e-6}[seed%2])
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			s, problems := geojson.Read("f", tiles.geojson(parts))
			if s == nil {
				t.Fatal(problems)
			}
			codes := make([]string, parts)
			for i := range codes {
				codes[i] = fmt.Sprint(i % areas)
			}
			m, problems := Draw(s, codes)
			if m == nil || len(problems) > 0 || len(m.Areas) != areas {
				t.Fatal(m, problems)
			}
			for c, part := range tiles.owner { // so that neighbours are those of areas
				tiles.owner[c] = part % areas
			}
			for i, want := range tiles.neighbours(areas) {
				if got := m.Large.Shapes[i].Neighbours; !slices.Equal(got, want) {
					t.Errorf("area %d touches %v, not %v", i, got, want)
				}
			}
			checkBorders(t, tiles, m)
			checkPoints(t, m)
			checkTargets(t, m)
		})
	}
}

// What is around a hole of another area keeps it; what two parts have around nothing is
// a hole too.
func TestJoinedHoles(t *testing.T) {
	s, problems := geojson.Read("f", []byte(collection(
		feature("1", "Polygon", `[[[0,0],[4,0],[4,9],[0,9],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]`),
		feature("1", "Polygon", `[[[4,0],[9,0],[9,9],[4,9],[4,6],[6,6],[6,3],[4,3],[4,0]]]`),
		feature("2", "Polygon", `[[[1,1],[2,1],[2,2],[1,2],[1,1]]]`))))
	if s == nil {
		t.Fatal(problems)
	}
	m, problems := Draw(s, []string{"a", "a", "b"})
	if m == nil || !m.Touch(0, 1) {
		t.Fatal(m, problems)
	}
	if rings := m.Large.Shapes[0].rings; len(rings) != 3 {
		t.Errorf("%d rings", len(rings))
	}
	if !slices.Equal(m.Areas[0].Features, []int{0, 1}) || !slices.Equal(m.Areas[1].Features, []int{2}) {
		t.Errorf("%+v", m.Areas)
	}
}

// A part whose shape another has does not take both away.
func TestJoinedTwins(t *testing.T) {
	text := collection(feature("1", "Polygon", square), feature("2", "Polygon", square))
	s, problems := geojson.Read("f", []byte(text))
	if len(problems) != 1 || problems[0].Code != "area-twin" {
		t.Error(problems)
	}
	m, problems := Draw(s, []string{"a", "a"})
	if m == nil || len(problems) > 0 || m.Large.Shapes[0].Room < 10 {
		t.Errorf("%+v, %v", m, problems)
	}
}

// The features of a survey can be drawn by other names, again and again.
func TestDrawnTwice(t *testing.T) {
	s, _ := geojson.Read("f", newTiling(3, 6, 5, 0).geojson(6))
	kecamatan, _ := Draw(s, []string{"a", "a", "a", "b", "b", "b"})
	kelurahan, _ := Draw(s, []string{"1", "2", "3", "4", "5", "6"})
	again, _ := Draw(s, []string{"a", "a", "a", "b", "b", "b"})
	same := fmt.Sprint(kecamatan.Large) == fmt.Sprint(again.Large)
	if len(kecamatan.Areas) != 2 || len(kelurahan.Areas) != 6 || !same {
		t.Errorf("%d and %d areas", len(kecamatan.Areas), len(kelurahan.Areas))
	}
}
