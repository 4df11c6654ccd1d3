package formats

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/ground"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// No cell begins like a formula, whichever sign parts cells; what is no formula
// stays as it was written.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"=1+41": "'=1+41", "x;=1+41;y": "x;'=1+41;y", "x,=1": "x,'=1", "x; =1": "x; '=1", "x\t+1": "x\t'+1",
		"x\n@a":    "x\n'@a",
		"x;\"=1\"": "x;\"'=1\"", "\"=1": "\"'=1", "\u00a0=1": "\u00a0'=1", "\t=1": "'\t'=1", "x;;-1": "x;;'-1",
		"＝1": "'＝1", "|=1": "|'=1",
		"Serpong-Setu": "Serpong-Setu", "a = b": "a = b", "": "", "km²": "km²", "rumah - kantor": "rumah - kantor",
		"(+62) 21, lantai 2":                  "(+62) 21, lantai 2",
		"Semester II 2024; 729.068 laki-laki": "Semester II 2024; 729.068 laki-laki",
	} {
		if got := Inert(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

// The downloaded table holds the page's figures; what looks like a formula is
// made a text, a negative number is not.
func TestFigureTable(t *testing.T) {
	facts := factsOf(t, map[string]string{
		"data/site.yaml": "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\npublisher: {name: Tim}\n" +
			"contact: {email: a@contoh.example}\nlicence: {name: CC0}\ndescription: Uji.\n",
		"data/city.yaml": "code: \"99.71\"\nname: Kota Contoh\nprovince: {code: \"99\", name: P}\n" +
			"figures: [{indicator: hasil, period: 2020, value: 7, source: b}]\n",
		"data/sources.yaml": "a: {title: Terbitan A, publisher: P, kind: statistics, date: 2020}\n" +
			"b: {title: =Terbitan B, publisher: P, kind: statistics, date: 2021}\n",
		"data/indicators.yaml": "jiwa: {name: Penduduk, unit: jiwa, definition: D.}\n" +
			"hasil: {name: PAD murni, unit: persen, definition: D., decimals: 1, min: -100}\n",
		"data/kecamatan/a.yaml": kecamatan("A", 1) +
			"figures:\n  - {indicator: hasil, period: 2020, value: -2.5, source: [b, a], said_by: \"@seseorang\"}\n" +
			"  - {indicator: jiwa, period: 2020, missing: Belum., source: a}\n",
		"data/kecamatan/b.yaml": kecamatan("B", 2) +
			"figures:\n  - {indicator: hasil, period: 2020, value: 1000000, source: b}\n",
	})
	table := FigureTable(KecamatanInputs{Ground: ground.Ground{Base: ground.NewBase(facts), Facts: facts,
		Today: "2026-05-01"}})
	var lines []string
	for _, row := range table.(CSV).Rows {
		lines = append(lines, strings.Join(row, "|"))
	}
	want := `code|place|indicator|indicator_name|unit|period|value|status|missing|said_by|sources|source_titles|note
99.71.01|A|hasil|PAD murni|persen|2020|-2.5|official||'@seseorang|b; a|'=Terbitan B; Terbitan A|
99.71.01|A|jiwa|Penduduk|jiwa|2020|||Belum.||a|Terbitan A|
99.71.02|B|hasil|PAD murni|persen|2020|1000000|official|||b|'=Terbitan B|
99.71|Kota Contoh|hasil|PAD murni|persen|2020|7|official|||b|'=Terbitan B|`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
}

// The data says which figures nobody published, for they are computed, and from what.
func TestDataOfRatios(t *testing.T) {
	facts := factsOf(t, map[string]string{
		"data/site.yaml": "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\npublisher: {name: Tim}\n" +
			"contact: {email: a@contoh.example}\nlicence: {name: CC0}\ndescription: Uji.\n",
		"data/sources.yaml": "a: {title: Terbitan A, publisher: P, kind: statistics, date: 2020}\n",
		"data/indicators.yaml": "jiwa: {name: Penduduk, unit: jiwa, definition: D.}\n" +
			"luas: {name: Luas, unit: km², definition: D.}\n" +
			"padat: {name: Kepadatan, unit: jiwa/km², definition: D., ratio: {of: jiwa, per: luas}}\n",
		"data/kecamatan/a.yaml": kecamatan("A", 1) +
			"figures: [{indicator: jiwa, period: 2020, value: 10, source: a}]\n",
	})
	data := KecamatanData(KecamatanInputs{Ground: ground.Ground{Base: ground.NewBase(facts), Facts: facts,
		Today: "2026-05-01"}})
	got, err := json.Marshal(data.(JSON).Value.(kecamatanFile).IndicatorList)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"id":"jiwa","name":"Penduduk","unit":"jiwa","definition":"D."},` +
		`{"id":"padat","name":"Kepadatan","unit":"jiwa/km²","definition":"D.",` +
		`"computed_from":{"of":"jiwa","per":"luas"}},` +
		`{"id":"luas","name":"Luas","unit":"km²","definition":"D."}]`
	if string(got) != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
}

func kecamatan(name string, n int) string {
	return fmt.Sprintf("code: \"99.71.0%d\"\nname: %s\nsummary: S.\nkelurahan: [{code: \"99.71.0%d.1001\", name: K}]\n",
		n, name, n)
}

func factsOf(t *testing.T, files map[string]string) *site.Facts {
	t.Helper()
	var entries []*site.Entry
	for name, text := range files {
		record, _ := records.Parse(name, []byte(text), nil)
		decoded, _ := site.Decode(record)
		entries = append(entries, decoded...)
	}
	s, _ := site.New(entries, site.Options{Now: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)})
	return s.Facts
}
