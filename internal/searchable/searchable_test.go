package searchable

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/markdown"
	"blandongan/internal/search"
	"blandongan/internal/site"
)

// second is the second city in a language, with the addresses in it that lack pages.
func second(t *testing.T, language string, lacks ...string) ground.Ground {
	t.Helper()
	parser := markdown.New(markdown.Options{Schemes: site.Schemes()})
	var entries []*site.Entry
	for _, name := range []string{"base", "full"} {
		archive, err := txtar.ParseFile("../build/testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if name == "base" || !strings.HasSuffix(f.Name, ".yaml") && !strings.HasSuffix(f.Name, ".md") {
				continue // the second city is whole
			}
			record, _ := site.Parse(f.Name, f.Data, parser)
			decoded, _ := site.Decode(record)
			entries = append(entries, decoded...)
		}
	}
	s, _ := site.New(entries, site.Options{Now: time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)})
	lies := address.Edition{}
	if language != "id" {
		s = s.Edition("en", false)
		words := map[string]string{"kecamatan": "districts"}
		lies = address.Edition{Folder: "en/", Words: words, Lacks: map[string]bool{}}
		for _, at := range lacks {
			lies.Lacks[at] = true
		}
	}
	return ground.Ground{Base: ground.NewEdition(s.Facts, lies), Facts: s.Facts}
}

func byKey(list []search.Entry) map[string]search.Entry {
	all := map[string]search.Entry{}
	for _, e := range list {
		all[e.Key] = e
	}
	return all
}

func TestThings(t *testing.T) {
	list := Things(second(t, "id"))
	all := byKey(list)
	if len(all) != len(list) {
		t.Errorf("%d entries have %d keys", len(list), len(all))
	}
	for key, want := range map[string]string{
		"kecamatan/hulu":          "/situs/kecamatan/hulu/ Hulu Kecamatan Hulu 99.71.01 9971010 Si Camat Telaga",
		"kelurahan/99.71.01.1001": "/situs/kecamatan/hulu/#kelurahan Mata Air Sumber 9971010001 99113 Kecamatan Hulu",
		"program/air-bersih":      "/situs/program/air-bersih/ Air Bersih Loket Air Piala Air",
		"visit/tamu":              "/situs/kunjungan/tamu/ Kota Seberang Si Ketua Si Wali Balai Kota",
		"section/kota":            "/situs/kota/ Si Wali Contoh 9971",
	} {
		e, there := all[key]
		text := strings.Join(append([]string{e.URL, e.Title, e.Summary, e.Text}, e.Names...), "\n")
		for word := range strings.FieldsSeq(want) {
			if !there || !strings.Contains(text, word) {
				t.Errorf("%s lacks %s: %s", key, word, text)
			}
		}
	}
	// No mark of another language, no claim, no figure without a source reaches readers.
	for _, e := range list {
		if strings.ContainsAny(fmt.Sprint(e, e.Answer), "\ufdd0\ufdd1\ufdd2") {
			t.Errorf("%s is marked", e.Key)
		}
		if a := e.Answer; a != nil && (a.Figure == "" || a.Period == "" || a.Source == "" || a.Note == "klaim") {
			t.Errorf("%s answers %+v", e.Key, a)
		}
	}
}

// In another language there is what has a page in it.
func TestEdition(t *testing.T) {
	list := Things(second(t, "en", "kecamatan/hulu/"))
	all := byKey(list)
	for _, e := range list {
		if strings.Contains(e.Key, "hulu") || strings.Contains(e.Key, "99.71.01") {
			t.Errorf("%s leads to %s", e.Key, e.URL)
		}
	}
	if e := all["kecamatan/hilir"]; e.URL != "/situs/en/districts/hilir/" {
		t.Errorf("Hilir lies at %q", e.URL)
	}
}

// Of a place's figures the newest of each indicator come first, official ones before others.
func TestAnswers(t *testing.T) {
	g := second(t, "id")
	of := func(x float64) *float64 { return &x }
	list := writer{g}.answers("Hulu", nil, []site.Figure{
		{Indicator: "penduduk", Period: "2010", Value: of(10)},
		{Indicator: "penduduk", Period: "2023", Value: of(11), Status: "unverified"},
		{Indicator: "luas", Period: "2015", Value: of(12)},
		{Indicator: "penduduk", Period: "2020", Value: of(13), Status: "estimate"},
		{Indicator: "luas", Period: "2024", Value: of(14), Status: "claim"},
		{Indicator: "luas", Period: "2024"},
	}, "kecamatan/hulu/", "hulu")
	var got []string
	for i, e := range list {
		if e.Rank != i {
			t.Errorf("%s has rank %d", e.Key, e.Rank)
		}
		got = append(got, e.Answer.Period+" "+e.Answer.Note)
	}
	const want = "2020 perkiraan, 2015 , 2010 , 2023 belum terverifikasi"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%q, not %q", s, want)
	}
}
