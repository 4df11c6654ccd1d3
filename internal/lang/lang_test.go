package lang

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		tag      string
		x        float64
		decimals int
		want     string
	}{
		{"id", 1354350, 0, "1.354.350"}, {"id", 164.86, 2, "164,86"}, {"id", 0, 0, "0"}, {"id", 999, 0, "999"},
		{"id", 1000, 0, "1.000"}, {"id", 12.5, 2, "12,50"}, {"id", 0.5, 1, "0,5"}, {"id", 6.25, 1, "6,3"},
		{"id", 28.275, 2, "28,28"}, {"id", 1.005, 2, "1,01"}, {"id", 2.5, 0, "3"}, {"id", .15, 1, "0,2"},
		{"id", 0.045, 2, "0,05"}, {"id", 1234.5, 0, "1.235"}, {"id", 0.04, 1, "0,0"}, {"id", -0.04, 1, "0,0"},
		{"id", 999999999999999, 0, "999.999.999.999.999"}, {"en", 6.25, 1, "6.3"}, {"en", 99999.995, 2, "100,000.00"},
		{"en", 1354350, 0, "1,354,350"}, {"en", 164.86, 2, "164.86"}, {"en-GB", 1000, 0, "1,000"},
	} {
		if got := Pages.In(c.tag).Number(c.x, c.decimals); got != c.want {
			t.Errorf("%s: %v is %q, not %q", c.tag, c.x, got, c.want)
		}
	}
	if got := Pages.In("id").Rupiah(300000000000); got != "Rp300.000.000.000" {
		t.Errorf("an amount is %q", got)
	}
}

func TestDates(t *testing.T) {
	id, en := Pages.In("id"), Pages.In("en")
	day := DateOf(time.Date(2017, 11, 7, 22, 0, 0, 0, time.UTC))
	if got := id.Date(day) + "; " + en.Date(day); got != "7 November 2017; 7 November 2017" {
		t.Error(got)
	}
	for _, c := range []struct {
		start, end Date
		want       string
	}{
		{Date{2017, 11, 6}, Date{2017, 11, 9}, "6–9 November 2017"},
		{Date{2017, 11, 6}, Date{}, "6 November 2017"},
		{Date{2017, 11, 6}, Date{2017, 11, 6}, "6 November 2017"},
		{Date{2017, 8, 30}, Date{2017, 9, 2}, "30 Agustus 2017 – 2 September 2017"},
		{Date{2011, 0, 0}, Date{2015, 0, 0}, "2011–2015"},
		{Date{2023, 6, 0}, Date{}, "Juni 2023"},
		{Date{2018, 0, 0}, Date{}, "2018"},
		{Date{}, Date{}, ""},
		{Date{2021, 12, 0}, Date{2022, 1, 0}, "Desember 2021 – Januari 2022"},
	} {
		from, joint, to := id.Span(c.start, c.end)
		if got := from + joint + to; got != c.want {
			t.Errorf("%v to %v is %q, not %q", c.start, c.end, got, c.want)
		}
	}
}

func TestList(t *testing.T) {
	w := Pages.In("id")
	for want, items := range map[string][]string{
		"": nil, "a": {"a"}, "a dan b": {"a", "b"}, "a, b, dan c": {"a", "b", "c"},
	} {
		if got := w.List(items); got != want {
			t.Errorf("%v is %q, not %q", items, got, want)
		}
	}
}

// Halves are rounded as they are printed, whatever a float makes of them.
func TestLastDigits(t *testing.T) {
	for _, test := range []struct {
		x        float64
		decimals int
		want     int64
	}{
		{.15, 1, 2}, {.25, 1, 3}, {1.005, 2, 101}, {1.015, 2, 102}, {-1.5, 0, -2}, {2.5, 0, 3}, {28.275, 2, 2828},
		{84178, 0, 84178}, {1e30, 2, 1 << 61}, {-1e30, 2, -1 << 61},
	} {
		if got := LastDigits(test.x, test.decimals); got != test.want {
			t.Errorf("%v with %d decimals is %d, not %d", test.x, test.decimals, got, test.want)
		}
	}
}

// A value that was counted is shown as before.
func TestLastDigitsAreThoseShown(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	en := Pages.In("en")
	for range 4000 {
		decimals := r.IntN(4)
		x := (r.Float64() - .3) * math.Pow10(r.IntN(12)-4)
		shown := en.Number(x, decimals)
		if again := en.Number(float64(LastDigits(x, decimals))/math.Pow10(decimals), decimals); again != shown {
			t.Fatalf("%v is shown as %s and counted as %s", x, shown, again)
		}
	}
}

func TestCompareNames(t *testing.T) {
	names := []string{"ratas.id", "Wikipedia", "Kabar6.com", "kabar6.com", "ANTARA"}
	slices.SortFunc(names, CompareNames)
	if want := []string{"ANTARA", "Kabar6.com", "kabar6.com", "ratas.id", "Wikipedia"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}
