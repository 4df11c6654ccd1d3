package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// comparedCity is a city of eleven kecamatan, each with figures of n indicators,
// from two sources: of every third of four years, of the others of one.
func comparedCity(t *testing.T, n int) map[string]string {
	files := base(t)
	delete(files, "data/adoptions/seberang.yaml")
	var indicators strings.Builder
	for i := range n {
		fmt.Fprintf(&indicators, "i%d:\n  name: Jumlah layanan warga yang ke-%d di wilayah ini\n  unit: jiwa\n"+
			"  decimals: 1\n  aggregate: sum\n  max_age_years: 10\n"+
			"  definition: Banyaknya warga yang pada tahun itu datang ke kantor untuk urusan yang ke-%d, menurut "+
			"catatan kantor.\n", i, i, i)
	}
	files["data/indicators.yaml"] += indicators.String()
	files["data/city.yaml"] += comparedFigures(n, 66) // the sum of those below
	for k, name := range []string{"hulu", "hilir", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10"} {
		file := "data/kecamatan/" + name + ".yaml"
		if k >= 2 {
			files[file] = fmt.Sprintf("code: \"99.71.%02[1]d\"\nname: Tanjung Seberang %[1]d\nsummary: Kecamatan.\n"+
				"kelurahan: [{code: \"99.71.%02[1]d.1001\", name: Satu}]\nfigures:\n", k+1)
		}
		files[file] += comparedFigures(n, k+1)
	}
	return files
}

func comparedFigures(n, size int) string {
	var b strings.Builder
	for i := range n {
		for y := range map[bool]int{true: 4, false: 1}[i%3 == 0] {
			status := []string{"", ", status: estimate"}[y%2]
			source := map[bool]string{true: "[sensus, kabar]", false: "sensus"}[i%3 == 0]
			fmt.Fprintf(&b, "  - {indicator: i%d, period: %d, value: %d, source: %s%s}\n", i, 2025-5*y,
				size*(1000+37*i+y), source, status)
		}
	}
	return b.String()
}

// A profile stays light however many figures can be compared: 41 kB of HTML for
// thirty indicators leave 19 for all else, as much as a full profile has. Whatever does not
// open it is still told.
func TestProfileOfManyFigures(t *testing.T) {
	for _, n := range []int{5, 30} {
		out, problems := buildFiles(t, comparedCity(t, n))
		if len(problems) > 0 {
			t.Fatal(problems[:1])
		}
		page := read(t, out, "kecamatan/k9/index.html")
		opening := between(page, `<dl class="spreads">`, "</dl>")
		all := between(page, `<section id="angka"`, `<section id="unduh"`)
		spreads, columns := strings.Count(page, `class="spread"`), strings.Count(all, `<th scope="col" class="num">`)
		t.Logf("%d indicators: %d bytes, %d + %d of figures; %d spreads, %d columns", n, len(page), len(opening),
			len(all), spreads, columns)
		if len(opening)+len(all) > 41_000 || spreads != 4 || columns != 5 {
			t.Errorf("%d indicators make %d bytes, %d spreads and %d columns", n, len(opening)+len(all), spreads,
				columns)
		}
		for i := range n {
			if name := fmt.Sprintf("ke-%d di wilayah ini", i); !strings.Contains(all, name) {
				t.Errorf("nothing is told of %s", name)
			}
		}
	}
}

// The sources that only the folded part of a profile cites are listed there, the others at
// its foot: whoever follows a number finds it in what is open already.
func TestFoldedSources(t *testing.T) {
	out, _ := buildFiles(t, real(t))
	pages, _ := filepath.Glob(filepath.Join(out, "kecamatan/*/index.html"))
	own := 0
	for _, name := range append(pages, filepath.Join(out, "kecamatan/index.html")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		page := string(data)
		folded := between(page, `<section id="angka"`, `</section>`)
		folded = between(folded, "<details>", "</details>")
		open := strings.Replace(page, folded, "", 1)
		if folded == "" {
			t.Fatalf("%s has no folded part", name)
		}
		for _, anchor := range cited(page) {
			within := strings.Contains(folded, `<li id="`+anchor+`"`)
			if within == strings.Contains(open, `href="#`+anchor+`"`) {
				t.Errorf("%s: %s is listed in the folded part: %v", name, anchor, within)
			}
			if within {
				own++
			}
		}
	}
	if len(pages) < 2 || own == 0 {
		t.Errorf("%d pages, %d sources of folded parts", len(pages), own)
	}
}

// cited are the ids of the sources that a page cites, each once.
func cited(page string) []string {
	var ids []string
	for _, m := range regexp.MustCompile(`href="#(sumber\.\d+)"`).FindAllStringSubmatch(page, -1) {
		if !slices.Contains(ids, m[1]) {
			ids = append(ids, m[1])
		}
	}
	return ids
}

// between is what stands between two texts, "" where the first is missing.
func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}
