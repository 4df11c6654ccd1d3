package site

import (
	"strings"
	"testing"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// A slug is one address segment, and slugging it again changes nothing.
func FuzzSlugify(f *testing.F) {
	for _, s := range []string{"", "Serpong Utara", "Café & Ömer", "中文", "a--b", "-", "ı İ ß", "e\u0301", strings.Repeat("ab ", 100), "Jum'at <baru>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slugify(s)
		if !slugForm.MatchString(slug) || len(slug) > maxSlug {
			t.Errorf("Slugify(%q) = %q", s, slug)
		}
		if again := Slugify(slug); again != slug {
			t.Errorf("Slugify(%q) = %q, then %q", s, slug, again)
		}
	})
}

// Whatever the word, a literal either takes it or has something to say.
func FuzzLiterals(f *testing.F) {
	for _, s := range []string{"2017", "2017-11", "2017-11-07", "2017-13", "2017-02-30", "2011/2015", "2015/2011", "/", "2017-11-07T22:00:00+07:00", "2017-11-07 22:00", "Selasa", "36.74", "36.74.02.1004", "https://a.b/", "a@b", "id", "Asia/Jakarta", "unknown"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []records.Literal{new(Day), new(Date), new(SourceDate), new(Period), new(Moment), new(Weekday), new(ProvinceCode), new(CityCode), new(KecamatanCode), new(KelurahanCode), new(RegionCode), new(BPSCode), new(PostalCode), new(URL), new(BaseURL), new(Email), new(Slug), new(Language), new(Zone), new(SFTP), new(S3)} {
			if p := l.ReadLiteral(s); p != nil && (p.Severity() != diag.Error || p.Text(diag.English) == "" || !strings.Contains(s, "%!") && strings.Contains(p.Text(diag.Indonesian), "%!")) {
				t.Errorf("%T of %q: %+v", l, s, p)
			}
		}
		var d Day
		if d.ReadLiteral(s) == nil && (d.First() > d.Last() || len(d.First()) != 10 || len(d.Last()) != 10) {
			t.Errorf("day %q spans %q to %q", s, d.First(), d.Last())
		}
	})
}

func TestSlugs(t *testing.T) {
	for _, word := range []string{"a", "keran-baru", "2024", "con-air", "console", "com10", "comm", "com-1"} {
		if p := new(Slug).ReadLiteral(word); p != nil {
			t.Errorf("%q: %s", word, p.Code)
		}
	}
	for word, code := range map[string]diag.Code{
		"": "bad-slug", "A": "bad-slug", "a--b": "bad-slug", "-a": "bad-slug", "a b": "bad-slug", strings.Repeat("a", maxSlug+1): "bad-slug",
		"con": "file-name-taken", "nul": "file-name-taken", "com1": "file-name-taken", "lpt9": "file-name-taken",
	} {
		if p := new(Slug).ReadLiteral(word); p == nil || p.Code != code {
			t.Errorf("%q: %v, want %s", word, p, code)
		}
	}
}

func TestDaysAndPeriods(t *testing.T) {
	for _, c := range []struct{ word, first, last string }{
		{"2017", "2017-01-01", "2017-12-31"}, {"2016-02", "2016-02-01", "2016-02-29"}, {"2017-11-07", "2017-11-07", "2017-11-07"}, {"2011/2015", "2011-01-01", "2015-12-31"}, {"2017-05-02/2017-05-03", "2017-05-02", "2017-05-03"},
	} {
		var p Period
		if fault := p.ReadLiteral(c.word); fault != nil {
			t.Errorf("%s: %v", c.word, fault)
		}
		if first, last := p.Bounds(); first != c.first || last != c.last {
			t.Errorf("%s: %s to %s", c.word, first, last)
		}
	}
	for _, word := range []string{"", "17", "2017-1", "2017-13", "2017-02-29", "2015/2011", "2015/", "/2015", "2017-11-07/x", "3017", "2017-11-07T00:00"} {
		if p := new(Period); p.ReadLiteral(word) == nil {
			t.Errorf("%q is taken for a period", word)
		}
	}
}

func TestMoments(t *testing.T) {
	jakarta, err := time.LoadLocation("Asia/Jakarta")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"2017-11-07":                "2017-11-07T00:00:00+07:00",
		"2017-11-07 22:00":          "2017-11-07T22:00:00+07:00",
		"2017-11-07T22:00:05":       "2017-11-07T22:00:05+07:00",
		"2017-11-07T22:00:00Z":      "2017-11-08T05:00:00+07:00",
		"2017-11-07T22:00:00+08:00": "2017-11-07T21:00:00+07:00",
	} {
		var m Moment
		if fault := m.ReadLiteral(word); fault != nil {
			t.Errorf("%s: %v", word, fault)
		}
		if got := m.In(jakarta).Format(time.RFC3339); got != want {
			t.Errorf("%s is %s, not %s", word, got, want)
		}
	}
	for _, word := range []string{"", "7 November 2017", "2017-11-31", "2017-11-07 25:00", "07-11-2017"} {
		if m := new(Moment); m.ReadLiteral(word) == nil {
			t.Errorf("%q is taken for a date", word)
		}
	}
}

// The figure beside a claim is of the same place and indicator and the nearest in
// time: an official one, an unverified one where there is no other.
func TestRecorded(t *testing.T) {
	value := func(x float64) *float64 { return &x }
	s := &Facts{City: City{Figures: []Figure{
		{Indicator: "p", Period: "2010", Value: value(10)},
		{Indicator: "p", Period: "2015", Value: value(15), Status: "unverified"},
		{Indicator: "p", Period: "2016", Value: value(16), Status: "claim"},
		{Indicator: "p", Period: "2020", Value: value(20), Status: "estimate"},
		{Indicator: "p", Period: "2022"},
		{Indicator: "q", Period: "2017", Value: value(99)},
		{Indicator: "u", Period: "2015", Value: value(5), Status: "unverified"},
		{Indicator: "u", Period: "2020", Value: value(6), Status: "unverified"},
		{Indicator: "u", Period: "2019", Value: value(7), Status: "claim"},
	}}}
	for wanted, want := range map[Period]float64{"2011": 10, "2014": 10, "2016": 20, "2017-11-07": 20, "2030": 20, "": 20, "2015": 20} {
		if f := s.Recorded("", "p", wanted); f == nil || *f.Value != want {
			t.Errorf("for %q: %+v, want %v", wanted, f, want)
		}
	}
	if f := s.Recorded("", "u", "2019"); f == nil || *f.Value != 6 {
		t.Errorf("where nothing is official: %+v", f)
	}
	if f := s.Recorded("", "nothing", "2017"); f != nil {
		t.Errorf("of no indicator: %+v", f)
	}
	if f := s.Recorded("no-kecamatan", "p", "2017"); f != nil {
		t.Errorf("of no kecamatan: %+v", f)
	}
}

func TestRoles(t *testing.T) {
	for file, want := range map[string]Role{
		"data/site.yaml": Written, "data/kecamatan/setu.yaml": Written, "data/kecamatan/a/b.yaml": Stray, "data/kecamatan/setu.yml": Stray, "data/other.yaml": Stray,
		"content/news/a.md": Written, "content/news/2017/a.md": Written, "content/news/a.jpg": Attached, "content/pages/a.md": Written, "content/x.md": Stray,
		"content/files/a.md": Verbatim, "content/files/a/b.html": Verbatim,
	} {
		if got := RoleOf(file); got != want {
			t.Errorf("%s is %d, not %d", file, got, want)
		}
	}
}
