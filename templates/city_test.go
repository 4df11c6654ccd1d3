package templates_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// secondCity writes the full city of package build, in English, with eleven
// kecamatan and a map of them, and returns its folder.
func secondCity() (string, error) {
	scratch, err := scratch()
	if err != nil {
		return "", err
	}
	files := map[string]string{}
	for _, name := range []string{"base", "full"} {
		archive, err := txtar.ParseFile("../internal/build/testdata/" + name + ".txtar")
		if err != nil {
			return "", err
		}
		for _, f := range archive.Files {
			// what is translated there into English is the other language here
			files[strings.Replace(f.Name, ".en.md", ".id.md", 1)] = string(f.Data)
		}
	}
	files["data/site.yaml"] = strings.Replace(files["data/site.yaml"], "\nlanguage: id\n", "\nlanguage: en\n", 1)
	for i := 3; i <= kecamatan; i++ {
		name := []string{"Air", "Lembah Hijau", "Kota Lama", "Ujung Tanjung", "Sungai", "Bukit Sembilan Belas",
			"Pulau Panjang", "Tengah", "Rawa Besar"}[i-3]
		files[fmt.Sprintf("data/kecamatan/k%d.yaml", i)] = fmt.Sprintf(`code: "99.71.%02[1]d"
name: %[2]s
summary: Kecamatan ke-%[1]d.
kelurahan:
  - {code: "99.71.%02[1]d.1001", name: %[2]s Satu}
  - {code: "99.71.%02[1]d.1002", name: %[2]s Dua}
figures:
  - {indicator: penduduk, period: 2020, value: %[3]d, source: sensus}
  - {indicator: air, period: 2020, value: %[4]d, source: sensus}
`, i, name, 700*i, 5*i)
	}
	files["data/boundaries.geojson"] = tiles()
	dir := filepath.Join(scratch, "city")
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// kecamatan is how many the second city has.
const kecamatan = 11

// tiles is a map of the second city: eleven areas of a grid of four by three,
// whose neighbours share winding borders.
func tiles() string {
	var b strings.Builder
	b.WriteString(`{"type": "FeatureCollection", "source": "Made up for tests", "licence": "CC0", "features": [`)
	for i := range kecamatan {
		x, y := i%4, i/4
		var ring []string
		for _, side := range [][4]int{{x, y, x + 1, y}, {x + 1, y, x + 1, y + 1}, {x + 1, y + 1, x, y + 1},
			{x, y + 1, x, y}, {x, y, x, y}} {
			ring = append(ring, border(side[0], side[1], side[2], side[3])...)
		}
		fmt.Fprintf(&b,
			"%s\n{\"type\": \"Feature\", \"properties\": {\"code\": \"99.71.%02d\"}, "+
				"\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[%s]]}}",
			map[bool]string{true: ",", false: ""}[i > 0], i+1, strings.Join(ring, ", "))
	}
	return b.String() + "\n]}\n"
}

// border returns the points from one corner of the grid to the next, without the
// latter: the same ones whichever way it is walked.
func border(fromX, fromY, toX, toY int) []string {
	const steps = 40
	n := steps
	if fromX == toX && fromY == toY {
		n = 1
	}
	var points []string
	for i := range n {
		at := float64(i) / steps
		x, y := float64(fromX)+at*float64(toX-fromX), float64(fromY)+at*float64(toY-fromY)
		bend := .12 * math.Sin(math.Pi*at) * math.Sin(7*(x+y)+float64(fromX+toX))
		if fromX == toX {
			x += bend
		} else {
			y += bend
		}
		points = append(points, fmt.Sprintf("[%.5f, %.5f]", 120+.03*x, -1.4-.03*y))
	}
	return points
}
