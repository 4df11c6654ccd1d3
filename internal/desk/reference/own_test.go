package reference

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// wantOne wants one problem of a code, at these words; without words, none.
func wantOne(t *testing.T, list diag.List, code diag.Code, words, body string) {
	t.Helper()
	right := len(list) == 0
	if words != "" {
		right = len(list) == 1 && list[0].Code == code && list[0].Words == words
	}
	if !right {
		t.Errorf("%s%s", body, show(list))
	}
}

// The project's own site says nothing that its own data contradict.
func TestProject(t *testing.T) {
	files := projectFiles()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		doc := reader.Read(name, []byte(files[name]), entriesOf(name, files[name]))
		list, _ := project().Check(doc)
		list = slices.DeleteFunc(list, func(p diag.Problem) bool {
			return slices.ContainsFunc(doc.Silenced, func(s prose.Silence) bool {
				return strings.Contains(s.Said, string(p.Code)) &&
					(s.Covers(p.Place) || strings.Contains(s.Said, "seluruh berkas"))
			})
		})
		if len(list) > 0 {
			t.Errorf("%s: %s", name, show(list))
		}
	}
}

// jambi is a city of which little more is known than names.
var jambi = map[string]string{
	"data/site.yaml": "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\n",
	"data/city.yaml": "code: \"15.71\"\nname: Kota Jambi\nprovince: {code: \"15\", name: Provinsi Jambi}\n",
	"data/kecamatan/kota-baru.yaml": "code: \"15.71.08\"\nname: Kota Baru\nsummary: Kecamatan.\n" +
		"kelurahan: [{code: \"15.71.08.1001\", name: Simpang III Sipin}]\n",
	"data/kecamatan/jambi-selatan.yaml": "code: \"15.71.02\"\nname: Jambi Selatan\nsummary: Kecamatan.\n" +
		"kelurahan: [{code: \"15.71.02.1001\", name: Selamat}, {code: \"15.71.02.1002\", name: Pasir Putih}]\n",
}

// Another city's rules know its own names, and none of any other city.
func TestAnotherCity(t *testing.T) {
	r := rulesOf(jambi)
	for body, want := range map[string]diag.Code{
		"Warga Kecamatan Kota Baru dan Provinsi Jambi hadir di Kota Jambi.": "",
		"Selamat datang di Pamulan, kata Pak Selamet.":                      "",
		"Kota Jambi Selatan ramai.":                                         "region-kind",
		"Rapat di Kelurahan Selamat, Kecamatan Kota Baru, selesai.":         "kelurahan-elsewhere",
		"Warga Kelurahan Pasir Puti mengantre.":                             "place-misspelt",
		"Rapat digelar Rabu, 7 November 2017.":                              "weekday-wrong",
	} {
		list := checkText(r, "content/news/a.md", article("", body))
		if (want == "") != (len(list) == 0) || want != "" && list[0].Code != want {
			t.Errorf("%s%s", body, show(list))
		}
	}
}

// Where no figure tells how many there are, whole lists do.
func TestLists(t *testing.T) {
	files := maps.Clone(jambi)
	delete(files, "data/kecamatan/jambi-selatan.yaml")
	files["data/kecamatan/danau-sipin.yaml"] = "code: \"15.71.01\"\nname: Danau Sipin\nsummary: Kecamatan.\n" +
		"kelurahan: [{code: \"15.71.01.1001\", name: Legok}, {code: \"15.71.01.1002\", name: Murni}]\n"
	part := rulesOf(files)
	const baru = "data/kecamatan/kota-baru.yaml"
	files[baru] = strings.Replace(jambi[baru], "71.08", "71.02", 2)
	whole := rulesOf(files)
	for body, want := range map[string]int{
		"Danau Sipin mempunyai 7 kelurahan.":                                1,
		"Danau Sipin mempunyai dua kelurahan.":                              0,
		"Kota Jambi mempunyai 12 kecamatan dan 65 kelurahan.":               2,
		"Kota Jambi mempunyai 2 kecamatan dan 3 kelurahan.":                 0,
		"Pada 1990 Kota Jambi mempunyai 6 kecamatan.":                       0,
		"Kota Padang mempunyai 11 kecamatan, dan di sini 3 kelurahan ikut.": 0,
		"Danau Sipin dan Kota Baru bersama-sama memiliki 9 kelurahan.":      0,
	} {
		list := checkText(whole, "content/news/a.md", article("", body))
		if len(list) != want || want > 0 && list[0].Code != "list-differs" {
			t.Errorf("%s%s", body, show(list))
		}
	}
	body := "Kota Jambi mempunyai 12 kecamatan dan 65 kelurahan."
	if list := checkText(part, "content/news/a.md", article("", body)); len(list) > 0 {
		t.Errorf("lists with gaps in their codes: %s", show(list))
	}
}

// The name behind an office that one person alone is known to hold is theirs.
func TestHolders(t *testing.T) {
	files := maps.Clone(jambi)
	files["data/city.yaml"] += "head: {name: Sulaiman, role: Wali Kota Jambi, since: 2015-01-01, source: a}\n"
	files["data/visits/a.yaml"] = "title: Tamu\nstart: 2017-01-01\nsummary: Tamu.\nsource: a\n" +
		"hosts: [{name: Muhamad, role: Sekretaris Daerah Kota Jambi}]\n"
	r := rulesOf(files)
	for body, want := range map[string]string{
		"Sekretaris Daerah Muhammad membuka acara.":                      "Muhammad",
		"Sekretaris Daerah Kota Jambi Muhammad membuka acara.":           "Muhammad",
		"Acara dibuka Sekda Muhammad, lalu ditutup.":                     "Muhammad",
		"Wali Kota Sulaeman hadir.":                                      "Sulaeman",
		"Sekretaris Daerah Muhamad membuka acara.":                       "",
		"Sekretaris Daerah Muhammad Ridwan membuka acara.":               "",
		"Sekretaris Daerah Provinsi Jambi Muhammad membuka acara.":       "",
		"Mantan Sekretaris Daerah Muhammad hadir.":                       "",
		"Rombongan Kota Padang dipimpin Sekretaris Daerah Muhammad.":     "",
		"Muhammad membuka acara, dan Sekretaris Daerah Wahyudi menutup.": "",
		"Wakil Wali Kota Sulaeman hadir.":                                "",
	} {
		list := checkText(r, "content/news/a.md", article("", body))
		wantOne(t, list, "person-misspelt", want, body)
	}
}

// Without facts the calendar still holds.
func TestNoFacts(t *testing.T) {
	facts := register.FactsOf(new(site.Facts))
	r := New(facts, register.FiguresOf(facts, new(site.Facts)), settings.Desk{}, nil)
	list := checkText(r, "content/news/a.md", article("", "Rapat di Kota Contoh digelar Rabu, 7 November 2017."))
	if len(list) != 1 || list[0].Code != "weekday-wrong" {
		t.Error(show(list))
	}
}

// Names of several words in desk.yaml are names like others.
func TestNamesOfSeveralWords(t *testing.T) {
	files := maps.Clone(jambi)
	files["data/desk.yaml"] = "words: [Pasir Puti]\n" +
		"doubtful_names: [{names: [Budi Santoso, Budi Santosa], note: Dua ejaan.}]\n"
	r := rulesOf(files)
	for body, want := range map[string]string{
		"Warga Kelurahan Pasir Puti mengantre.":             "",
		"Ketua panitia, Budi Santoso, hadir.":               "Budi Santoso",
		"Ketua panitia, Budi Utomo, hadir.":                 "",
		"Ada yang menulis Budi Santoso, ada Budi Santosa.":  "",
		"Warga Kelurahan Pasir Putih bertemu Santoso saja.": "",
	} {
		list := checkText(r, "content/news/a.md", article("", body))
		wantOne(t, list, "name-doubtful", want, body)
	}
}

// "Kecamatan itu" is the only one that an article names, and "penduduknya" are those of the place that was
// named last; where two are named nobody knows. An area and a density may be told without "wilayah" and
// "penduduk".
func TestPointed(t *testing.T) {
	files := maps.Clone(jambi)
	files["data/indicators.yaml"] = "luas: {name: Luas wilayah, unit: km², definition: Luas., decimals: 2}\n" +
		"jiwa: {name: Penduduk, unit: jiwa, definition: Penduduk.}\n" +
		"padat: {name: Kepadatan penduduk, unit: jiwa/km², definition: Kepadatan.}\n"
	files["data/sources.yaml"] = "bps: {title: Angka, publisher: BPS, kind: statistics, date: 2023}\n"
	files["data/kecamatan/kota-baru.yaml"] += "figures:\n" +
		"  - {indicator: jiwa, period: 2023, value: 52300, source: bps}\n" +
		"  - {indicator: luas, period: 2023, value: 36.1, source: bps}\n" +
		"  - {indicator: padat, period: 2023, value: 1449, source: bps}\n"
	files["data/kecamatan/jambi-selatan.yaml"] += "figures:\n" +
		"  - {indicator: jiwa, period: 2023, value: 60000, source: bps}\n"
	r := rulesOf(files)
	for body, want := range map[string]string{
		"Camat Kota Baru hadir.\n\nPenduduk kecamatan itu 41.250 jiwa pada 2023.":                        "41.250 jiwa",
		"Camat Kota Baru hadir. Pada 2023 jumlah penduduk kecamatan tersebut mencapai 41.250 jiwa.":      "41.250 jiwa",
		"Camat Kota Baru hadir. Kecamatan ini dihuni 41.250 jiwa pada 2023.":                             "41.250 jiwa",
		"Camat Kota Baru hadir. Penduduknya 41.250 jiwa pada 2023.":                                      "41.250 jiwa",
		"Camat Kota Baru hadir. Penduduk kecamatan itu 52.300 jiwa pada 2023.":                           "",
		"Camat Kota Baru hadir. Penduduk kecamatan itu 41.250 jiwa pada 2023. Jambi Selatan menyusul.":   "",
		"Camat Kota Baru dan Camat Cisauk hadir. Penduduk kecamatan itu 41.250 jiwa pada 2023.":          "",
		"Camat Kota Baru menyambut tamu Kecamatan Cisauk. Penduduk kecamatan itu 41.250 jiwa pada 2023.": "",
		"Penduduk kecamatan itu 41.250 jiwa pada 2023. Camat Kota Baru hadir.":                           "",
		"Camat Kota Baru di Kota Jambi hadir. Penduduknya 41.250 jiwa pada 2023.":                        "",
		"Luas Kota Baru 14,2 km² pada 2023.":                                                             "14,2",
		"Luas kecamatan Kota Baru 36,1 km² pada 2023.":                                                   "",
		"Luas Danau Teduh 14,2 km² pada 2023.":                                                           "",
		"Kepadatan Kota Baru 9.999 jiwa/km² pada 2023.":                                                  "9.999",
		"Kepadatan penduduk Kota Baru 9.999 jiwa per kilometer persegi pada 2023.":                       "9.999",
		"Kepadatan penduduk Kota Baru 1.449 jiwa/km² pada 2023.":                                         "",
	} {
		list := checkText(r, "content/news/a.md", article("sources: [bps]\n", body))
		wantOne(t, list, "figure-differs", want, body)
	}
}

// What could not be read is told where it stands: no text is held against it.
func TestMisreadFigure(t *testing.T) {
	files := maps.Clone(jambi)
	files["data/indicators.yaml"] = "luas: {name: Luas, unit: km², definition: Luas wilayah., decimals: 2}\n"
	files["data/sources.yaml"] = "bps: {title: Angka, publisher: Badan Pusat Statistik, kind: statistics, date: 2020}\n"
	city := files["data/city.yaml"]
	for value, want := range map[string]int{"12.5": 1, `"12,5"`: 0} {
		files["data/city.yaml"] = city +
			"figures: [{indicator: luas, period: 2020, value: " + value + ", source: bps}]\n"
		text := article("", "Luas wilayah Kota Jambi 47,5 km² pada 2020.")
		list := checkText(rulesOf(files), "content/news/a.md", text)
		if len(list) != want {
			t.Errorf("%s: %s", value, show(list))
		}
	}
}

// Whoever followed somebody in an office holds it on the day of an article behind that.
func TestSuccessors(t *testing.T) {
	for body, want := range map[string]string{
		"Wali Kota Tangerang Selatan Airin Rachmi Diany menghadiri panen raya itu.":           "Airin Rachmi Diany",
		"Panen raya itu dihadiri Wali Kota Airin Rachmi Diany.":                               "Airin Rachmi Diany",
		"Wakil Wali Kota Tangerang Selatan Benyamin Davnie membuka acara.":                    "Benyamin Davnie",
		"Camat Serpong Utara Bani Khosyatullah menutup pelatihan.":                            "Bani Khosyatullah",
		"Wali Kota Medan Benyamin Davnie datang.":                                             "Benyamin Davnie",
		"Wali Kota Tangerang Selatan Benyamin Davnie menghadiri panen raya itu.":              "",
		"Mantan Wali Kota Tangerang Selatan Airin Rachmi Diany menghadiri panen raya itu.":    "",
		"Saat itu Wali Kota Tangerang Selatan Airin Rachmi Diany hadir.":                      "",
		"Taman itu diresmikan Wali Kota Tangerang Selatan Airin Rachmi Diany, ketika itu.":    "",
		"Taman dibuka pada 2019. Wali Kota Airin Rachmi Diany memotong pita.":                 "",
		"Wali Kota Airin Rachmi Diany membuka taman itu pada 2019.":                           "",
		"Wakil Wali Kota Pilar Saga Ichsan membuka acara.":                                    "",
		"Airin Rachmi Diany menghadiri panen raya itu.":                                       "",
		"Wali Kota Medan dan Wali Kota Tangerang Selatan Benyamin Davnie menandatanganinya.":  "",
		"Wali Kota Medan Bobby Nasution bertemu Wali Kota Tangerang Selatan Benyamin Davnie.": "",
		"Wali Kota Medan, Benyamin Davnie, dan para camat duduk semeja.":                      "",
		"Bupati Bogor Benyamin Davnie Siregar datang.":                                        "",
	} {
		list := checkText(project(), "content/news/a.md", article("date: 2026-11-20\n", body))
		list = slices.DeleteFunc(list, func(p diag.Problem) bool { return p.Code == "name-doubtful" })
		right := len(list) == 0
		if want != "" {
			right = len(list) == 1 && list[0].Code == "office-dates" && strings.HasSuffix(list[0].Words, want)
		}
		if !right {
			t.Errorf("%s%s", body, show(list))
		}
	}
}
