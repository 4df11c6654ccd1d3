package plan

import (
	"testing"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// The site's values are written as lang writes plain ones.
func TestValuesAreWritten(t *testing.T) {
	id := planner{lang: lang.Pages.In("id")}
	if got := id.value(2007, site.Indicator{Format: "year"}); got != "2007" {
		t.Errorf("a year is %q", got)
	}
	for _, c := range []struct {
		start, end site.Day
		want       string
	}{
		{"2017-11-06", "2017-11-09", "6–9 November 2017"}, {"2017-11-06", "", "6 November 2017"},
		{"2023-06", "", "Juni 2023"}, {"2018", "", "2018"}, {"", "", ""},
	} {
		if got := id.days(c.start, c.end); got != c.want {
			t.Errorf("%s to %s is %q, not %q", c.start, c.end, got, c.want)
		}
	}
	en := planner{lang: lang.Pages.In("en")}
	for p, want := range map[site.Period]string{
		"2020": "2020", "2023-06": "June 2023", "2024-06-30": "30 June 2024", "2011/2015": "2011–2015",
	} {
		if got := en.period(p); got != want {
			t.Errorf("%s is %q, not %q", p, got, want)
		}
	}
}

// Every value that a kind allows has a word.
func TestWordsForValues(t *testing.T) {
	for prefix, values := range map[string][]string{
		"pillar-":   site.Pillars,
		"status-":   {"idea", "trial", "running", "paused", "stopped"},
		"stage-":    {"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"},
		"badge-":    {"provisional", "estimate", "unverified", "claim"},
		"kind-":     {"news", "release", "advertorial", "opinion", "correction"},
		"source-":   {"statistics", "registry", "report", "law", "news", "statement"},
		"evidence-": {"measured", "reported", "claimed"},
	} {
		for _, v := range values {
			if lang.Pages.In("id").Word(prefix+v) == "" {
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
