package search

import (
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/lab/chrome"
)

// city is a small site with what can be asked of one.
func city() []Entry {
	article := func(key, title, summary, text, date string) Entry {
		return Entry{
			Key: key, Kind: "article", URL: "/berita/" + key + "/",
			Title: title, Summary: summary, Text: text, Date: date,
		}
	}
	return []Entry{
		{Key: "k1", Kind: "kecamatan", URL: "/kecamatan/setu/", Title: "Setu", Text: "Kecamatan di timur.", Rank: 0,
			Names: []string{"36.74.07", "Kecamatan Setu"}},
		{Key: "k2", Kind: "kecamatan", URL: "/kecamatan/pamulang/", Title: "Pamulang", Text: "Ada setu.", Rank: 0},
		{Key: "l1", Kind: "kelurahan", URL: "/kecamatan/setu/#setu", Title: "Setu", Rank: 1, Names: []string{"15315"}},
		{Key: "l2", Kind: "kelurahan", URL: "/kecamatan/setu/#babakan", Title: "Babakan", Rank: 1,
			Names: []string{"15315"}},
		{Key: "p1", Kind: "program", URL: "/program/up2k/", Title: "Usaha Peningkatan Pendapatan Keluarga", Rank: 2,
			Names: []string{"UP2K-PKK"}},
		{Key: "i1", Kind: "indicator", URL: "/kecamatan/setu/#penduduk", Title: "Penduduk Setu", Rank: 0,
			Answer: &Answer{Figure: "84.178 jiwa", Period: "2023", Source: "BPS"}},
		{Key: "i2", Kind: "indicator", URL: "/kecamatan/setu/#penduduk", Title: "Penduduk Setu", Rank: 1,
			Answer: &Answer{Figure: "90.000 jiwa", Period: "2024", Source: "Dinas", Note: "perkiraan"}},
		{Key: "i4", Kind: "indicator", URL: "/kecamatan/setu/#luas", Title: "Luas Setu", Rank: 2,
			Names:  []string{"Kecamatan Setu"},
			Answer: &Answer{Figure: "14,80 km²", Period: "2010", Source: "Studi"}},
		{Key: "i5", Kind: "indicator", URL: "/kecamatan/setu/#luas", Title: "Luas Setu", Rank: 3,
			Names:  []string{"Kecamatan Setu"},
			Answer: &Answer{Figure: "16,89 km²", Period: "2020", Source: "Peta"}},
		{Key: "i6", Kind: "indicator", URL: "/kecamatan/setu/#luas", Title: "Luas lama Setu", Rank: 4,
			Names:  []string{"Kecamatan Setu"},
			Answer: &Answer{Figure: "15 km²", Period: "2000", Source: "Lama"}},
		{Key: "i7", Kind: "indicator", URL: "/kecamatan/setu/#luas", Title: "Luas dahulu Setu", Rank: 5,
			Names:  []string{"Kecamatan Setu"},
			Answer: &Answer{Figure: "16 km²", Period: "1990", Source: "Lama"}},
		{Key: "i3", Kind: "indicator", URL: "/kecamatan/pamulang/#penduduk", Title: "Penduduk Pamulang", Rank: 0,
			Answer: &Answer{Figure: "305.563 jiwa", Period: "2023", Source: "BPS"}},
		article("a", "Wali kota di Setu", "Ringkasan tentang taman.",
			"Pagi itu hujan. Warga dikunjungi camat.", "2023-01-02"),
		article("b", "Taman baru", "Sungai.", "Banjir lewat di sana. "+
			strings.Repeat("Kalimat yang lain sama sekali. ", 9)+"Selokan <b>dalam</b> & lebar.", "2024-01-02"),
		article("c", "Taman lama", "Pohon & <i>rumput</i>.", "Taman taman.", "2022-01-02"),
		{Key: "d", Kind: "article", URL: "/berita/d/", Title: "English title", Language: "en", Date: "2021-01-02"},
	}
}

// browse opens a page that searches some entries.
func browse(t testing.TB, entries []Entry) (*page, *host) {
	t.Helper()
	lab.Slow(t)
	h := &host{}
	v := NewVocabulary("id")
	h.put(v.Index(nil, place, analyse(v, entries)), entries)
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	p := &page{t, chrome.Start(t)}
	p.visit(server.URL)
	return p, h
}

func urls(list []result) string {
	var all []string
	for _, r := range list {
		all = append(all, strings.TrimSuffix(strings.TrimPrefix(r.URL, "/"), "/"))
	}
	return strings.Join(all, " ")
}

func TestOrder(t *testing.T) {
	p, _ := browse(t, city())
	for _, c := range []struct{ query, want string }{
		{"setu", "kecamatan/setu kecamatan/setu/#setu berita/a kecamatan/pamulang"}, // things, kecamatan first
		{"SETÚ!", "kecamatan/setu kecamatan/setu/#setu berita/a kecamatan/pamulang"},
		{"taman", "berita/b berita/c berita/a"}, // title before summary, newest first
		{"bab", "kecamatan/setu/#babakan"},
		{"15315", "kecamatan/setu/#setu kecamatan/setu/#babakan"},
		{"36.74.07", "kecamatan/setu"},
		{"367407", "kecamatan/setu"},
		{"up2k", "program/up2k"},
		{"up2k pkk", "program/up2k"},
		{"kunjungan", "berita/a"},
		{"berkunjung warga", "berita/a"},
		{"pamulnag", "kecamatan/pamulang"},
		{"pamlang", "kecamatan/pamulang"},
		{"kecamtan", "kecamatan/setu berita/a"},       // the letter is between affixes
		{"taman gajah", "berita/b berita/c berita/a"}, // as many words as can be had
		{"taman di sungai", "berita/b"},
		{"english", "berita/d"},
		{"gajah", ""},
		{"yang", ""},
		{"", ""},
		{"  ,; ", ""},
	} {
		if got := urls(p.ask(c.query).Results); got != c.want {
			t.Errorf("%q finds %q, not %q", c.query, got, c.want)
		}
	}
}

// Things come before articles that fit as well, not before those that fit better.
func TestThingsAndArticles(t *testing.T) {
	entries := []Entry{
		{Key: "k", Kind: "kecamatan", URL: "/k/", Title: "Setu", Summary: "Gajah.", Text: "Badak."},
		{Key: "p", Kind: "program", URL: "/p/", Title: "Gajah sehat", Rank: 5, Text: "Badak."},
		{Key: "a", Kind: "article", URL: "/a/", Title: "Gajah di kota", Date: "2024-01-01", Text: "Badak."},
		{Key: "b", Kind: "article", URL: "/b/", Title: "Kota", Summary: "Badak.", Date: "2024-01-02", Text: "Gajah."},
	}
	p, _ := browse(t, entries)
	for query, want := range map[string]string{"gajah": "p a k b", "badak": "b k p a"} {
		if got := urls(p.ask(query).Results); got != want {
			t.Errorf("%q finds %q, not %q", query, got, want)
		}
	}
}

// A site of nothing has an index too.
func TestNothing(t *testing.T) {
	p, _ := browse(t, nil)
	if got := p.ask("gajah di kota"); len(got.Results)+len(got.Answers)+got.Total > 0 {
		t.Errorf("%+v", got)
	}
}

func TestAnswers(t *testing.T) {
	p, _ := browse(t, city())
	for _, c := range []struct{ query, want string }{
		{"penduduk setu", "84.178 jiwa 2023 BPS , 90.000 jiwa 2024 Dinas perkiraan"},
		{"penduduk pamulang", "305.563 jiwa 2023 BPS "},
		{"penduduk pamul", "305.563 jiwa 2023 BPS "},
		{"setu", ""},
		{"kecamatan setu", ""},
		{"luas kecamatan setu", "14,80 km² 2010 Studi , 16,89 km² 2020 Peta , 15 km² 2000 Lama "},
		{"penduduk babakan", ""},
	} {
		var list []string
		for _, a := range p.ask(c.query).Answers {
			list = append(list, strings.Join([]string{a.Figure, a.Period, a.Source, a.Note}, " "))
		}
		if got := strings.Join(list, ", "); got != c.want {
			t.Errorf("%q is answered by %q, not %q", c.query, got, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	p, _ := browse(t, city())
	for _, c := range []struct{ query, title, summary string }{
		{"setu", "Wali kota di [Setu]", "Ringkasan tentang taman."},
		{"taman ringkas", "Wali kota di Setu", "[Ringkasan] tentang [taman]."},
	} {
		for _, r := range p.ask(c.query).Results {
			if r.URL != "/berita/a/" {
				continue
			}
			if got := bracket(r.Title, r.Marks.Title); got != c.title {
				t.Errorf("%q marks %q", c.query, got)
			}
			if got := bracket(r.Summary, r.Marks.Summary); got != c.summary {
				t.Errorf("%q marks %q", c.query, got)
			}
		}
	}
}

func bracket(text string, marks [][2]int) string {
	for _, m := range slices.Backward(marks) {
		text = text[:m[0]] + "[" + text[m[0]:m[1]] + "]" + text[m[1]:]
	}
	return text
}

type sentence struct {
	Text  string
	Marks [][2]int
}

func TestSentence(t *testing.T) {
	p, h := browse(t, city())
	for _, c := range []struct{ query, want string }{
		{"selokan lebar", "[Selokan] <b>dalam</b> & [lebar]."},
		{"kunjungan", "Warga [dikunjungi] camat."},
		{"banj", "[Banjir] lewat di sana."},
	} {
		got := run[sentence](p, `s.query("`+c.query+`").then(r => s.sentence(r.results[0]))`)
		if bracket(got.Text, got.Marks) != c.want {
			t.Errorf("%q: %+v", c.query, got)
		}
	}
	// Few pages are fetched for a query, and none after much else.
	if run[bool](p, `(async () => {
		const s = blandonganSearch({directory: "/cari/indeks.json", mostLetters: 15000});
		return !!await s.sentence((await s.query("kunjungan")).results[0]);
	})()`) {
		t.Error("a sentence was fetched that was too much")
	}
	h.requests.Store(0)
	n := run[int](p, `s.query("taman").then(async r => {
		let n = 0;
		for (let i = 0; i < 9; i++) if (await s.sentence(r.results[i % 3])) n++;
		return n;
	})`)
	if requests := h.requests.Load(); n != 1 || requests != 3 {
		t.Errorf("%d sentences by %d requests", n, requests)
	}
}

// Whoever types on is not answered what was asked before, and nothing is fetched for it any more.
func TestOvertaken(t *testing.T) {
	p, _ := browse(t, city())
	got := run[[]bool](p, `Promise.all([s.query("se"), s.query("setu"), s.query("taman")]).then(l => l.map(r => !r))`)
	if !slices.Equal(got, []bool{true, true, false}) {
		t.Error(got)
	}
}

// An index that was made anew meanwhile is asked anew.
func TestGone(t *testing.T) {
	p, h := browse(t, city())
	p.ask("") // reads the directory
	entries := city()
	for i := range entries {
		entries[i].Text += " Gajah."
		entries[i].Summary += "!"
	}
	v := NewVocabulary("id")
	h.put(v.Index(nil, place, analyse(v, entries)), entries)
	if got := p.ask("taman").Results; len(got) != 3 || !strings.HasSuffix(got[0].Summary, "!") {
		t.Errorf("%+v", got)
	}
}

// Whatever stands in texts, the index holds as many documents as there are entries, and the browser reads it.
func TestHostileTexts(t *testing.T) {
	hostile := []string{
		"baris\nbaru\ttab\x00nol\u2028pisah", "\xff\xfe rusak \xc3", strings.Repeat("a", 100_000), "𝐌𝐚𝐭𝐡 😀 東京 한국",
		"</script><img src=x onerror=alert(1)>", "__proto__ constructor toString", "\u202ekanan\u202c",
		",,, ??? ~~~ \\ \"",
		strings.Repeat("kata ", 20_000), "", "ﬁ ß İ ı", "a\u0301\u0301\u0301\u0301 e\u0301",
	}
	entries := city()
	for i, text := range hostile {
		entries = append(entries, Entry{
			Key: strconv.Itoa(i), Kind: "article", URL: "/berita/x" + strconv.Itoa(i) + "/", Date: "2020-01-01",
			Title: "Gajah " + text, Summary: text, Text: text, Names: []string{text},
		})
	}
	p, _ := browse(t, entries)
	if got := p.ask("gajah"); got.Total != len(hostile) {
		t.Errorf("%d are found, not %d", got.Total, len(hostile))
	}
	for query, want := range map[string]string{
		"gajah baris pisah": "berita/x0", "rusak": "berita/x1", "東京": "berita/x3", "constructor": "berita/x5",
		"__proto__": "berita/x5", "onerror": "berita/x4", "kanan": "berita/x6", "한국": "berita/x3",
	} {
		if got := urls(p.ask(query).Results); got != want {
			t.Errorf("%q finds %q, not %q", query, got, want)
		}
	}
	for _, query := range append(hostile, "\n", ".*", "%", strings.Repeat("kata gajah ", 500)) {
		p.ask(query)
	}
}
