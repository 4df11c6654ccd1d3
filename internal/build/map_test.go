package build_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/atlas"
	"blandongan/internal/atlas/geojson"
	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
)

// Saving the map makes the pages that show it anew, each with its poster, and no other.
func TestMapPages(t *testing.T) {
	files := full(t)
	b, dir, out := again(t, files)
	report(t, b)
	const name = "data/boundaries.geojson"
	write(t, dir, map[string]string{name: strings.ReplaceAll(files[name], "[5, 3]", "[5, 4]")})
	want := []string{"data/en/peta.geojson", "data/peta.geojson", "en/districts/hilir/index.html",
		"en/districts/index.html", "en/index.html", "index.html", "kecamatan/hilir/index.html",
		"kecamatan/hulu/index.html", "kecamatan/index.html"}
	changed := func(r build.Report) []string {
		isPoster := func(p string) bool { return strings.HasPrefix(p, "aset/bagi/") }
		pages := slices.DeleteFunc(slices.Sorted(slices.Values(r.Changed)), isPoster)
		if posters := len(r.Changed) - len(pages); posters != 7 { // four, and three that say it in English
			t.Errorf("%d posters changed, not 7", posters)
		}
		return pages
	}
	if r := report(t, b); !slices.Equal(changed(r), want) || !slices.Equal(r.Edited, []string{name}) {
		t.Errorf("changed %v, edited %v", r.Changed, r.Edited)
	}
	if r := report(t, b); r.Made != 0 {
		t.Errorf("%d made, though nothing changed", r.Made)
	}
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
	want = slices.Concat([]string{"data/data.json", "data/datapackage.json", "data/en/data.json",
		"data/en/datapackage.json", "data/index.html", "en/data/index.html"}, want[2:], []string{"sitemap.xml"})
	if r := report(t, b); !slices.Equal(changed(r), want) {
		t.Errorf("without a map: changed %v", r.Changed)
	}
	for page, html := range lab.Tree(t, out) {
		if strings.Contains(string(html), `class="map"`) || strings.Contains(string(html), `class="locator"`) {
			t.Errorf("%s shows a map that is gone", page)
		}
	}
}

// The map's own texts may be in the languages of the site, and in no other.
func TestLanguagesOfTheMap(t *testing.T) {
	const name = "data/boundaries.geojson"
	for note, want := range map[string]string{
		`"Peta kami"`:                     "",
		`{"id":"Peta kami","en":"A map"}`: "",
		`{"id":"Peta kami","jv":"Peta"}`:  "language-unknown",
		`{"en":"A map"}`:                  "language-missing",
	} {
		files := full(t)
		files[name] = strings.Replace(files[name], "{", `{"note":`+note+",", 1)
		out, problems := buildFiles(t, files)
		if want != "" {
			if len(problems) != 1 || string(problems[0].Code) != want || problems[0].Place.File != name {
				t.Errorf("%s: %v", note, problems)
			}
			continue
		}
		html, err := os.ReadFile(filepath.Join(out, "kecamatan/index.html"))
		if err != nil || !strings.Contains(string(html), "Peta kami") {
			t.Errorf("%s: not shown: %v, %v", note, problems, err)
		}
	}
}

// A language that the site gets is one that the map's own texts may be in, at the next save.
func TestMapLearnsLanguages(t *testing.T) {
	files := full(t)
	const name = "data/boundaries.geojson"
	files[name] = strings.Replace(files[name], "{", `{"note":{"id":"Peta kami","su":"Peta urang"},`, 1)
	b, dir, _ := again(t, files)
	if _, problems, err := b.Build(noon); err != nil || len(problems) != 1 || problems[0].Code != "language-unknown" {
		t.Fatal(err, problems)
	}
	config := strings.Replace(files["data/site.yaml"], "languages: [id, en]", "languages: [id, en, su]", 1)
	write(t, dir, map[string]string{"data/site.yaml": config})
	report(t, b)
}

// The map of the first city shows the neighbours that its data names, and no
// others.
func TestShippedMapHasTrueNeighbours(t *testing.T) {
	data, err := os.ReadFile("../../data/boundaries.geojson")
	if err != nil {
		t.Fatal(err)
	}
	m, problems := drawn(t, data)
	if m == nil || !m.Schematic || len(m.Source) == 0 || m.Licence == "" {
		t.Fatalf("%+v, %v", m, problems)
	}
	codes, borders := map[string]string{}, map[string]string{}
	for name, text := range real(t) {
		id, isKecamatan := strings.CutPrefix(name, "data/kecamatan/")
		if !isKecamatan {
			continue
		}
		id = strings.TrimSuffix(id, ".yaml")
		codes[regexp.MustCompile(`(?m)^code: "(.*)"`).FindStringSubmatch(text)[1]] = id
		list := strings.Split(regexp.MustCompile(`(?m)^borders: \[(.*)\]`).FindStringSubmatch(text)[1], ", ")
		slices.Sort(list)
		borders[id] = strings.Join(list, " ")
	}
	if len(codes) != len(m.Areas) {
		t.Errorf("%d kecamatan, %d areas", len(codes), len(m.Areas))
	}
	for i, a := range m.Areas {
		var list []string
		for _, n := range m.Large.Shapes[i].Neighbours {
			list = append(list, codes[m.Areas[n].Code])
		}
		slices.Sort(list)
		if got := strings.Join(list, " "); got != borders[codes[a.Code]] {
			t.Errorf("%s touches %s on the map, %s in the data", codes[a.Code], got, borders[codes[a.Code]])
		}
	}
}

// It is drawn in true degrees: every kelurahan of the data lies in its kecamatan. Each
// kecamatan has the part of the whole that its polygon has, give or take a fiftieth, and
// the drawing is ours, of some 200 points.
func TestShippedMapIsTrue(t *testing.T) {
	data, err := os.ReadFile("../../data/boundaries.geojson")
	if err != nil {
		t.Fatal(err)
	}
	m, problems := drawn(t, data)
	s, _ := geojson.Read("data/boundaries.geojson", data)
	if m == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	placed := regexp.MustCompile(`name: ([^,]*).* lat: ([-0-9.]+), lon: ([0-9.]+)`)
	published := regexp.MustCompile(`luas-poligon, period: 2020-04-01, value: ([0-9.]+)`)
	number := func(text string) float64 {
		x, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Error(err)
		}
		return x
	}
	dots, points := 0, map[[2]float64]bool{}
	areas, want, sum, whole := make([]float64, len(m.Areas)), make([]float64, len(m.Areas)), 0.0, 0.0
	for _, text := range real(t) {
		at := slices.IndexFunc(m.Areas, func(a atlas.Area) bool {
			return strings.HasPrefix(text, "code: \""+a.Code+"\"\n")
		})
		if at < 0 {
			continue
		}
		for _, x := range placed.FindAllStringSubmatch(text, -1) {
			if _, inside := m.Dot(at, number(x[3]), number(x[2])); !inside {
				t.Errorf("%s lies outside %s", x[1], m.Areas[at].Code)
			}
			dots++
		}
		ring := s.Features[m.Areas[at].Features[0]].Polygons[0][0]
		for i := range len(ring) - 1 {
			areas[at] += (ring[i][0]*ring[i+1][1] - ring[i+1][0]*ring[i][1]) / 2
			points[ring[i]] = true
		}
		want[at] = number(published.FindStringSubmatch(text)[1])
		sum, whole = sum+areas[at], whole+want[at]
	}
	if dots != 54 || len(points) < 180 || len(points) > 240 {
		t.Errorf("%d kelurahan, %d points", dots, len(points))
	}
	for i, a := range m.Areas {
		if off := areas[i]/sum/(want[i]/whole) - 1; math.Abs(off) > .02 {
			t.Errorf("%s is drawn %+.1f %% larger than it is", a.Code, 100*off)
		}
	}
}

// drawn draws each feature as the area that its code says.
func drawn(t *testing.T, data []byte) (*atlas.Map, diag.List) {
	t.Helper()
	s, problems := geojson.Read("data/boundaries.geojson", data)
	if s == nil {
		return nil, problems
	}
	codes := make([]string, len(s.Features))
	for i := range s.Features {
		p, _ := s.Features[i].Property("code")
		codes[i] = p.Value
	}
	m, faults := atlas.Draw(s, codes)
	return m, append(problems, faults...)
}

// A city of many kecamatan, with its own borders and long names, has a map that
// holds, and takes 15 kB at most, beyond fifty 330 bytes for each.
func TestManyKecamatan(t *testing.T) {
	lab.Slow(t)
	// 51 is what the largest city has, 99 the most that codes can tell apart.
	for _, n := range []int{11, 30, 44, 50, 99} {
		t.Run(fmt.Sprint(n), func(t *testing.T) { manyKecamatan(t, n) })
	}
}

func manyKecamatan(t *testing.T, n int) {
	files := base(t)
	for name := range files {
		if strings.HasPrefix(name, "data/kecamatan/") {
			delete(files, name)
		}
	}
	names := strings.Fields("Hulu Hilir Muara-Besar Tepi-Sungai-Utara Tepi-Sungai-Selatan Bukit Pasar-Lama " +
		"Pasar-Baru Rawa Kota-Tengah Ujung")
	for i := len(names); i < n; i++ {
		names = append(names, "Kecamatan-Raya-"+string(rune('A'+i%26))+string(rune('a'+i/26)))
	}
	columns := int(math.Ceil(math.Sqrt(float64(n))))
	var features []string
	for i, name := range names {
		code := fmt.Sprintf("99.71.%02d", i+1)
		files["data/kecamatan/"+strings.ToLower(name)+".yaml"] = fmt.Sprintf("code: %q\nname: %s\n"+
			"summary: Satu dari sebelas.\nkelurahan:\n  - {code: \"%s.1001\", name: Satu}\nfigures:\n"+
			"  - {indicator: penduduk, period: 2020, value: %d, source: sensus}\n", code,
			strings.ReplaceAll(name, "-", " "), code, 1000+i*i*371)
		const feature = `{"type":"Feature","properties":{"code":%q},` +
			`"geometry":{"type":"Polygon","coordinates":[%s]}}`
		features = append(features, fmt.Sprintf(feature, code, wavy(i%columns, i/columns)))
	}
	files["data/boundaries.geojson"] = `{"type":"FeatureCollection","source":"Kami","features":[` +
		strings.Join(features, ",") + `]}`
	m, faults := drawn(t, []byte(files["data/boundaries.geojson"]))
	if m == nil {
		t.Fatal(faults)
	}
	for i := range n {
		if right := i%columns < columns-1 && i+1 < n; right && !m.Touch(i, i+1) || i+columns < n &&
			!m.Touch(i, i+columns) {
			t.Errorf("area %d of %d has lost a neighbour", i, n)
		}
	}
	out, problems := buildFiles(t, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for page, most := range map[string]int{"index.html": max(15000, 330*n), "kecamatan/index.html": max(15000, 330*n),
		"kecamatan/hulu/index.html": max(3000, 50*n)} {
		html, err := os.ReadFile(filepath.Join(out, page))
		if err != nil {
			t.Fatal(err)
		}
		shapes := regexp.MustCompile(`(?s)<svg class="shapes".*?</svg>`).Find(html)
		for _, svg := range regexp.MustCompile(`(?s)<svg (class="map"|viewBox="0 0 360).*?</svg>`).FindAll(html, -1) {
			if n := len(shapes) + len(svg); n > most {
				t.Errorf("%s: a map of %d bytes", page, n)
			}
		}
		if links := regexp.MustCompile(`<a href="/kecamatan/[a-z-]+/" aria-label="[^"]+"><use`).FindAll(html,
			-1); page != "kecamatan/hulu/index.html" && len(links) != len(names) {
			t.Errorf("%s: %d links on the map", page, len(links))
		}
	}
}

// wavy is a cell of a grid whose lines are waves, too flat to cross in the corners.
func wavy(column, row int) string {
	var ring []string
	corners := [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	for c := range 4 {
		for i := range 50 {
			f := float64(i) / 50
			x := float64(column) + corners[c][0]*(1-f) + corners[c+1][0]*f
			y := float64(row) + corners[c][1]*(1-f) + corners[c+1][1]*f
			ring = append(ring, fmt.Sprintf("[%.6f,%.6f]", 110+(x+.02*wave(y))/40, -7-(y+.02*wave(x))/40))
		}
	}
	return "[" + strings.Join(append(ring, ring[0]), ",") + "]"
}

// wave goes up and down between whole numbers.
func wave(x float64) float64 {
	x -= float64(int(x))
	return 16 * x * (1 - x) * (.5 - x) * 4
}
