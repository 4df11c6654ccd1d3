package value

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Whatever the word, a literal either takes it or has something to say.
func FuzzLiterals(f *testing.F) {
	for _, s := range []string{
		"2017", "2017-11", "2017-11-07", "2017-13", "2017-02-30", "2011/2015", "2015/2011", "/",
		"2017-11-07T22:00:00+07:00", "2017-11-07 22:00", "Selasa",
		"36.74", "36.74.02.1004", "https://a.b/", "a@b", "id", "Asia/Jakarta", "unknown",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []records.Literal{
			new(Day), new(Date), new(SourceDate), new(Period), new(Moment), new(Weekday),
			new(ProvinceCode), new(CityCode), new(KecamatanCode), new(KelurahanCode), new(RegionCode),
			new(BPSCode), new(PostalCode),
			new(URL), new(BaseURL), new(Email), new(Slug), new(Language), new(Zone),
		} {
			if p := l.ReadLiteral(s); p != nil && (p.Severity() != diag.Error || p.Text(diag.English) == "" ||
				!strings.Contains(s, "%!") && strings.Contains(p.Text(diag.Indonesian), "%!")) {
				t.Errorf("%T of %q: %+v", l, s, p)
			}
		}
		var d Day
		if d.ReadLiteral(s) == nil && (d.First() > d.Last() || len(d.First()) != 10 || len(d.Last()) != 10) {
			t.Errorf("day %q spans %q to %q", s, d.First(), d.Last())
		}
	})
}

// What a pattern refuses is refused: schemas that editors' programs read are made of patterns. And
// JavaScript reads them, which knows no (?i) and no \p{…} without a flag.
func FuzzPatterns(f *testing.F) {
	literals := map[string]func() records.Literal{}
	for _, l := range []records.Literal{
		new(Date), new(Day), new(SourceDate), new(Moment), new(Period), new(Slug), new(URL), new(BaseURL), new(Email),
		new(Language), new(Zone), new(Weekday), new(ProvinceCode), new(CityCode), new(KecamatanCode),
		new(KelurahanCode), new(RegionCode), new(BPSCode), new(PostalCode),
	} {
		t := reflect.TypeOf(l).Elem()
		literals[t.Name()] = func() records.Literal { return reflect.New(t).Interface().(records.Literal) }
	}
	patterns := map[string]string{}
	for name, empty := range literals {
		pattern := empty().(records.Patterned).Pattern()
		if strings.Contains(pattern, "(?i") || strings.Contains(pattern, `\p`) || strings.Contains(pattern, `\x{`) {
			f.Errorf("%s: JavaScript does not read %s", name, pattern)
		}
		example := strings.Trim(empty().(records.Exampler).Example(), `"`)
		if !regexp.MustCompile(pattern).MatchString(example) {
			f.Errorf("%s: %s is no %s", name, example, pattern)
		}
		patterns[name] = pattern
		f.Add(example)
	}
	for _, s := range []string{
		"2017-11-07T22:00:00+07:00", "2017-11-07 22.00 WITA", "2017/2019-05", "unknown", "jum'at",
		"HTTPS://a/b", "en-GB", "Etc/GMT+7", "a@[1.2.3.4]", "2017-13-40", "12.34.56.4001", "x-y", "Sabtu",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s = strings.TrimSpace(s); s == "" {
			return // is never read
		}
		for name, empty := range literals {
			if !regexp.MustCompile(patterns[name]).MatchString(s) && empty().ReadLiteral(s) == nil {
				t.Errorf("%s: %q is read, and is no %s", name, s, patterns[name])
			}
		}
	})
}
