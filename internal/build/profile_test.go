package build_test

import (
	"fmt"
	"os"
	"path/filepath"
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
// thirty indicators leave 19 for all else, as much as a full profile has. What is
// not drawn is still told.
func TestProfileOfManyFigures(t *testing.T) {
	for _, n := range []int{5, 30} {
		out, problems := buildFiles(t, comparedCity(t, n))
		if len(problems) > 0 {
			t.Fatal(problems[:1])
		}
		data, err := os.ReadFile(filepath.Join(out, "kecamatan/k9/index.html"))
		if err != nil {
			t.Fatal(err)
		}
		page := string(data)
		_, section, _ := strings.Cut(page, `<section id="angka">`)
		section, _, _ = strings.Cut(section, `<section id="kelurahan">`)
		bars := strings.Count(page, `<desc id="batang.`)
		t.Logf("%d indicators: %d bytes, %d of figures; %d are drawn", n, len(page), len(section), bars)
		if len(section) > 41_000 || bars < 5 || strings.Contains(page,
			"Angka lain yang dapat dibandingkan") != (bars < n) {
			t.Errorf("%d indicators make %d bytes, and %d are drawn", n, len(section), bars)
		}
		for i := range n {
			if name := fmt.Sprintf("ke-%d di wilayah ini", i); !strings.Contains(page, name) {
				t.Errorf("nothing is told of %s", name)
			}
		}
	}
}
