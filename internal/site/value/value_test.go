package value

import (
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
