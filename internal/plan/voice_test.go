package plan

import (
	"testing"
	"time"

	"blandongan/internal/site"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		tag      string
		x        float64
		decimals int
		want     string
	}{
		{"id", 1354350, 0, "1.354.350"}, {"id", 164.86, 2, "164,86"}, {"id", 0, 0, "0"}, {"id", 999, 0, "999"}, {"id", 1000, 0, "1.000"}, {"id", 12.5, 2, "12,50"}, {"id", 0.5, 1, "0,5"},
		{"id", 6.25, 1, "6,3"}, {"id", 28.275, 2, "28,28"}, {"id", 1.005, 2, "1,01"}, {"id", 2.5, 0, "3"}, {"id", .15, 1, "0,2"}, {"id", 0.045, 2, "0,05"},
		{"id", 1234.5, 0, "1.235"}, {"id", 0.04, 1, "0,0"}, {"id", -0.04, 1, "0,0"}, {"en", 6.25, 1, "6.3"}, {"en", 99999.995, 2, "100,000.00"}, {"id", 999999999999999, 0, "999.999.999.999.999"},
		{"en", 1354350, 0, "1,354,350"}, {"en", 164.86, 2, "164.86"}, {"en-GB", 1000, 0, "1,000"},
	} {
		if got := voiceOf(c.tag).number(c.x, c.decimals); got != c.want {
			t.Errorf("%s: %v is %q, not %q", c.tag, c.x, got, c.want)
		}
	}
	year := site.Indicator{Format: "year"}
	if got := voiceOf("id").value(2007, year); got != "2007" {
		t.Errorf("a year is %q", got)
	}
	p := planner{voice: voiceOf("id")}
	if got := p.rupiah(300000000000); got != "Rp300.000.000.000" {
		t.Errorf("an amount is %q", got)
	}
}

func TestDates(t *testing.T) {
	id, en := voiceOf("id"), voiceOf("en")
	day := time.Date(2017, 11, 7, 22, 0, 0, 0, time.UTC)
	if got := id.date(day) + "; " + en.date(day); got != "7 November 2017; 7 November 2017" {
		t.Error(got)
	}
	for _, c := range []struct {
		start, end site.Day
		want       string
	}{
		{"2017-11-06", "2017-11-09", "6–9 November 2017"}, {"2017-11-06", "", "6 November 2017"}, {"2017-11-06", "2017-11-06", "6 November 2017"},
		{"2017-08-30", "2017-09-02", "30 Agustus 2017 – 2 September 2017"}, {"2011", "2015", "2011–2015"}, {"2023-06", "", "Juni 2023"}, {"2018", "", "2018"}, {"", "", ""},
		{"2021-12", "2022-01", "Desember 2021 – Januari 2022"},
	} {
		if got := id.days(c.start, c.end); got != c.want {
			t.Errorf("%s to %s is %q, not %q", c.start, c.end, got, c.want)
		}
	}
	for p, want := range map[site.Period]string{"2020": "2020", "2023-06": "June 2023", "2024-06-30": "30 June 2024", "2011/2015": "2011–2015"} {
		if got := en.period(p); got != want {
			t.Errorf("%s is %q, not %q", p, got, want)
		}
	}
}

func TestList(t *testing.T) {
	v := voiceOf("id")
	for want, items := range map[string][]string{"": nil, "a": {"a"}, "a dan b": {"a", "b"}, "a, b, dan c": {"a", "b", "c"}} {
		if got := v.list(items); got != want {
			t.Errorf("%v is %q, not %q", items, got, want)
		}
	}
}

// Every value that a kind allows has a word in both languages.
func TestWordsForValues(t *testing.T) {
	for prefix, values := range map[string][]string{
		"pillar-": site.Pillars,
		"status-": {"idea", "trial", "running", "paused", "stopped"},
		"stage-":  {"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"},
		"badge-":  {"provisional", "estimate", "unverified", "claim"},
		"kind-":   {"news", "release", "advertorial", "opinion", "correction"},
		"source-": {"statistics", "registry", "report", "law", "news", "statement"}, "evidence-": {"measured", "reported", "claimed"},
	} {
		for _, v := range values {
			if w := words[prefix+v]; w.id == "" || w.en == "" {
				t.Errorf("no word for %s%s", prefix, v)
			}
		}
	}
}

// A calendar's line has at most 75 bytes, and unfolding gives it back.
func TestFoldLine(t *testing.T) {
	long := "SUMMARY:" + "Kunjungan é 中 "
	for range 5 {
		long += long
	}
	folded, line := foldLine(long), ""
	for _, part := range splitLines(folded) {
		if len(part) > 75 {
			t.Errorf("%d bytes: %q", len(part), part)
		}
		if line != "" {
			part = part[1:]
		}
		line += part
	}
	if line != long {
		t.Errorf("unfolded is %q", line)
	}
}

func splitLines(s string) []string {
	var lines []string
	for s != "" {
		i := 0
		for s[i:i+2] != "\r\n" {
			i++
		}
		lines, s = append(lines, s[:i]), s[i+2:]
	}
	return lines
}

// Addresses are escaped once, and stay below the base.
func FuzzEscapePath(f *testing.F) {
	for _, s := range []string{"", "berita/a b.jpg", "a?b#c", "é/中", "a%20b", "../x", "a//b", "a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range escapePath(s) {
			if c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '"' || c == '<' || c == '>' {
				t.Errorf("escapePath(%q) = %q", s, escapePath(s))
			}
		}
	})
}
