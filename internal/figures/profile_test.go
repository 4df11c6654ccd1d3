package figures

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/ground"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// A city of three kecamatan whose figures are written by each test; %s is the
// figures of each of them and of the city.
const (
	testConfig = "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\n" +
		"publisher: {name: Tim Contoh}\ncontact: {email: a@contoh.example}\nlicence: {name: CC0}\ndescription: Uji.\n"
	testSources = "a: {title: Terbitan A, publisher: P, kind: statistics, date: 2020}\n" +
		"b: {title: =Terbitan B, publisher: P, kind: statistics, date: 2021}\n"
	testIndicators = `
jiwa: {name: Penduduk, unit: jiwa, definition: D., topic: penduduk, aggregate: sum, max_age_years: 10, producer: Badan}
hasil: {name: PAD murni, unit: persen, definition: D., topic: uang, decimals: 1, min: -100}
luas: {name: Luas, unit: km², definition: D., topic: wilayah, decimals: 2, aggregate: sum}
lahan: {name: Lahan, unit: km², definition: D., topic: wilayah, decimals: 2, aggregate: sum, max_age_years: 20}
lurah: {name: Jumlah kelurahan, unit: kelurahan, definition: D., counts: kelurahan}
berdiri: {name: Tahun berdiri, unit: tahun, definition: D., format: year}
tamu: {name: Tamu, unit: jiwa, definition: D.}
dasar: {name: Dasar lain, unit: km², definition: D., rank: none}
orang: {name: Orang, unit: jiwa, definition: D., topic: penduduk, aggregate: sum, producer: Badan}
padat: {name: Kepadatan, unit: jiwa/km², definition: D., topic: penduduk, most: terpadat, ratio: {of: orang, per: lahan}}
`
)

// profileOf makes the profile of the first kecamatan of a city, from figures like
// "jiwa 2020 84178 a unverified" of each kecamatan, the city's last.
func profileOf(t *testing.T, language string, figures ...string) *Profile {
	t.Helper()
	files := map[string]string{
		"data/site.yaml":    strings.Replace(testConfig, "language: id", "language: "+language, 1),
		"data/sources.yaml": testSources, "data/indicators.yaml": testIndicators,
	}
	for i, lines := range figures {
		name, head := "data/city.yaml", "code: \"99.71\"\nname: Kota Contoh\nprovince: {code: \"99\", name: P}\n"
		if i < len(figures)-1 {
			id := string(rune('A' + i))
			name = "data/kecamatan/" + strings.ToLower(id) + ".yaml"
			head = fmt.Sprintf("code: \"99.71.0%d\"\nname: %s\nsummary: S.\n"+
				"kelurahan: [{code: \"99.71.0%d.1001\", name: K}]\n", i+1, id, i+1)
		}
		files[name] = head + "figures:\n" + figureLines(lines)
	}
	var entries []*site.Entry
	for name, text := range files {
		record, problems := records.Parse(name, []byte(text), nil)
		decoded, more := site.Decode(record)
		if problems = append(problems, more...); len(problems) > 0 {
			t.Fatal(problems)
		}
		entries = append(entries, decoded...)
	}
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	s, _ := site.New(entries, site.Options{Now: now})
	w := Writer{ground.Ground{Base: ground.NewBase(s.Facts), Facts: s.Facts, Today: now.Format(time.DateOnly)}}
	return w.Profile(0, w.Citer())
}

func figureLines(lines string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(lines, ";") {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		fmt.Fprintf(&b, "  - {indicator: %s, period: %s, source: [%s]", words[0], words[1], words[3])
		if words[2] == "-" {
			b.WriteString(", missing: Belum.")
		} else {
			b.WriteString(", value: " + words[2])
		}
		if len(words) > 4 {
			b.WriteString(", status: " + words[4])
			if words[4] == "claim" {
				b.WriteString(", said_by: Si Anu")
			}
		}
		b.WriteString("}\n")
	}
	if b.Len() == 0 {
		return "  []\n"
	}
	return b.String()
}

func TestLead(t *testing.T) {
	tests := []struct {
		language string
		figures  []string
		want     string
	}{
		{"id", []string{"jiwa 2020 1 a estimate; luas 2020 9.5 a", "jiwa 2020 2 a; luas 2020 3 a",
			"jiwa 2020 3 a; luas 2020 3 a", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan penduduk 1 jiwa (2020, " +
				"perkiraan), paling sedikit dari 3 kecamatan[1], serta luas 9,50 km² (2020), " +
				"terbesar dari 3 kecamatan[1]."},
		{"en", []string{"jiwa 2020 2 a provisional", "jiwa 2020 1 a", "jiwa 2020 3 a", ""},
			"Kecamatan A in Kota Contoh has 1 kelurahan; penduduk: 2 jiwa (2020, provisional), " +
				"number 2 of the 3 kecamatan, most first[1]."},
		// What nobody verified does not lead, nor is anything set beside it.
		{"id", []string{"jiwa 2020 1 a unverified", "jiwa 2020 2 a", "jiwa 2020 3 a", ""}, ""},
		{"id", []string{"jiwa 2020 5 a", "jiwa 2020 9 a unverified", "jiwa 2020 3 a", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan penduduk 5 jiwa (2020), " +
				"terbanyak dari 2 kecamatan yang ada angkanya[1]."},
		{"id", []string{"hasil 2020 2 a", "hasil 2020 2 a", "hasil 2020 -3 a", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan PAD murni 2,0 persen (2020), " +
				"tertinggi dari 3 kecamatan, bersama B[1]."},
		{"id", []string{"jiwa 2020 2 a", "jiwa 2020 2 a", "", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan penduduk 2 jiwa (2020), " +
				"sama di 2 kecamatan yang ada angkanya[1]."},
		// One indicator a topic, the first that is not out of date.
		{"id", []string{"luas 2001 1 a; lahan 2001 2 a", "luas 2001 1.5 a; lahan 2001 1 a", "", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan luas 1,00 km² (2001), " +
				"terkecil dari 2 kecamatan yang ada angkanya[1]."},
		{"id", []string{"lahan 2001 2 a; luas 2001 1 a", "luas 2001 1.5 a; lahan 2001 1 a", "", ""},
			"Kecamatan A di Kota Contoh terdiri atas 1 kelurahan, dengan luas 1,00 km² (2001), " +
				"terkecil dari 2 kecamatan yang ada angkanya[1]."},
		// Nothing to compare, a claim, another year than the sisters', a year, a count.
		{"id", []string{"jiwa 2020 2 a", "", "", "jiwa 2020 2 a"}, ""},
		{"id", []string{"jiwa 2020 2 a claim", "jiwa 2020 2 a", "jiwa 2020 3 a", ""}, ""},
		{"id", []string{"jiwa 2022 2 a; jiwa 2020 2 a", "jiwa 2020 2 a", "jiwa 2020 3 a", ""}, ""},
		{"id", []string{"berdiri 2007 2007 a; lurah 2020 1 a", "berdiri 2007 2007 a; lurah 2020 1 a", "", ""}, ""},
	}
	for _, test := range tests {
		got := ""
		for _, part := range profileOf(t, test.language, test.figures...).Lead() {
			got += part.Text
			for _, c := range part.Sources {
				got += fmt.Sprintf("[%d]", c.Number)
			}
		}
		if got != "" {
			got += "."
		}
		if got != test.want {
			t.Errorf("%v:\n%s\nnot\n%s", test.figures, got, test.want)
		}
	}
}

// What a profile says of an indicator besides its figure.
func TestIndicator(t *testing.T) {
	tests := []struct {
		name    string
		figures []string
		want    string
	}{
		{"share, change, age", []string{"jiwa 2015 20 a; jiwa 2010 16 a unverified", "jiwa 2015 30 a", "jiwa 2015 50 a",
			"jiwa 2015 100 a"},
			"20 jiwa data terakhir 2015; paling sedikit dari 3 kecamatan; kota 100 20,0 persen dari kota; " +
				"naik 25,0 persen, dari 16 (2010) menjadi 20 (2015) sebagian belum terverifikasi; earlier 16"},
		{"no share of another year, no change of two sources",
			[]string{"jiwa 2020 20 a; jiwa 2010 16 b", "jiwa 2020 30 a", "", "jiwa 2010 90 a"},
			"20 jiwa ; paling sedikit dari 2 kecamatan yang ada angkanya; kota 90 ; ; earlier 16"},
		{"no share and no per cent of what does not add up",
			[]string{"hasil 2020 20 a; hasil 2010 10 a", "hasil 2020 30 a", "", "hasil 2020 25 a"},
			"20,0 persen ; terendah dari 2 kecamatan yang ada angkanya; kota 25,0 ; " +
				"dari 10,0 (2010) menjadi 20,0 (2020) ; earlier 10,0"},
		{"no share of a claim", []string{"jiwa 2020 20 a claim", "jiwa 2020 30 a", "jiwa 2020 50 a", "jiwa 2020 100 a"},
			"20 jiwa ; ; kota 100 ; "},
		{"no share of what another counted", []string{"luas 2020 20 a", "luas 2020 30 a", "", "luas 2020 100 b"},
			"20,00 km² ; terkecil dari 2 kecamatan yang ada angkanya; kota 100,00 ; "},
		{"a share of what one source counted", []string{"luas 2020 20 a,b", "luas 2020 30 a", "", "luas 2020 100 b"},
			"20,00 km² ; terkecil dari 2 kecamatan yang ada angkanya; kota 100,00 20,0 persen dari kota; "},
		{"two values", []string{"jiwa 2020 20 a; jiwa 2020 21 b estimate", "jiwa 2020 30 a", "", ""},
			"20 jiwa ; paling sedikit dari 2 kecamatan yang ada angkanya; ; ; beside 21"},
		{"no rank where the key figure is newer",
			[]string{"jiwa 2022 20 b; jiwa 2020 18 a", "jiwa 2020 30 a", "jiwa 2020 31 a", ""},
			"20 jiwa ; ; ; ; earlier 18"},
		{"none of its own", []string{"jiwa 2020 - a", "jiwa 2020 30 a", "jiwa 2020 31 a", ""}, " jiwa ; ; ; "},
		{"a decline", []string{"jiwa 2020 15 a; jiwa 2018 20 a", "jiwa 2020 30 a", "", ""},
			"15 jiwa ; paling sedikit dari 2 kecamatan yang ada angkanya; ; " +
				"turun 25,0 persen, dari 20 (2018) menjadi 15 (2020) ; earlier 20"},
	}
	for _, test := range tests {
		views, rest := profileOf(t, "id", test.figures...).Split()
		if len(views) != 1 || len(rest) != 0 {
			t.Errorf("%s: %d indicators, %d other figures", test.name, len(views), len(rest))
			continue
		}
		if got := said(&views[0]); got != test.want {
			t.Errorf("%s:\n%s\nnot\n%s", test.name, got, test.want)
		}
	}
}

func said(v *IndicatorView) string {
	s := v.Key.Value + " " + v.Key.Unit + " " + v.Key.Stale + "; " + v.Rank + "; "
	if v.City != nil {
		s += "kota " + v.City.Value + " " + v.City.Share
	}
	s += "; "
	if v.Change != nil {
		s += v.Change.Text + " " + v.Change.Badge
	}
	for _, row := range v.Beside {
		s += "; beside " + row.Value
	}
	for _, row := range v.Earlier {
		s += "; earlier " + row.Value
	}
	return s
}

// What is too long ago is said of the newest figure of a place, never of what came before.
func TestOldIsSaidOfTheNewest(t *testing.T) {
	for figures, want := range map[string]string{
		"jiwa 2005 1 a; jiwa 2010 2 a":                "2010: data terakhir 2010, 2005: ",
		"jiwa 2005 1 a; jiwa 2020 2 a":                "2020: , 2005: ",
		"jiwa 2010 1 a; jiwa 2014 2 a unverified":     "2010: , 2014: data terakhir 2014",
		"jiwa 2010 1 a; jiwa 2021 - a; luas 2021 1 a": "2010: data terakhir 2010, 2021: ",
	} {
		views, _ := profileOf(t, "id", figures, "jiwa 2010 5 a; jiwa 2020 1 a", "jiwa 2010 6 a", "").Split()
		rows := append([]FigureRow{views[0].Key}, views[0].Earlier...)
		var got []string
		for _, row := range rows {
			got = append(got, row.Period+": "+row.Stale)
		}
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("%s: %s, not %s", figures, text, want)
		}
	}
}

// Figures that cannot be compared stay on the page, as written.
func TestOtherFigures(t *testing.T) {
	views, rest := profileOf(t, "id", "jiwa 2020 2 a; berdiri 2007 2007 b; jiwa 2010 1 a; luas 2020 - a",
		"berdiri 2008 2008 a", "", "").Split()
	var got []string
	for _, row := range rest {
		got = append(got, row.Indicator+" "+row.Period+" "+row.Value)
	}
	const want = "Penduduk 2020 2, Tahun berdiri 2007 2007, Penduduk 2010 1, Luas 2020 "
	if len(views) != 0 || strings.Join(got, ", ") != want {
		t.Errorf("%d indicators and %q, want %q", len(views), got, want)
	}
}

func TestSideTable(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 2 a unverified; luas 2020 2 a; lahan 2001 2 a",
		"jiwa 2020 3 b unverified; luas 2020 5 a unverified; lahan 2001 3 a",
		"luas 2020 3 a; jiwa 2019 4 a", "jiwa 2020 7 a; luas 2019 9 a; lahan 2001 9 b")
	var b strings.Builder
	table := f.SideTable()
	for _, c := range table.Columns {
		fmt.Fprintf(&b, "%s %s %s %s %d; ", c.Name, c.Period, c.Badge, c.Stale, len(c.Sources))
	}
	for _, row := range append(table.Rows, table.City) {
		fmt.Fprintf(&b, "\n%s %v:", row.Name.Text, row.Own)
		for _, cell := range row.Cells {
			fmt.Fprintf(&b, " %q %s %d", cell.Value+cell.Missing, cell.Badge, len(cell.Sources))
		}
	}
	want := `Penduduk 2020 belum terverifikasi  0; Luas 2020   1; Lahan 2001  data terakhir 2001 1; 
A true: "2"  1 "2,00"  0 "2,00"  0
B false: "3"  1 "5,00" belum terverifikasi 0 "3,00"  0
C false: "tahun lain"  0 "3,00"  0 ""  0
Kota Contoh false: "7"  1 "tahun lain"  0 "sumber lain"  0`
	if b.String() != want {
		t.Errorf("%s\nnot\n%s", b.String(), want)
	}
	if table := profileOf(t, "id", "jiwa 2020 2 a", "", "", "").SideTable(); table != nil {
		t.Error("a table of nothing")
	}
}
