package ground

import (
	"strings"
	"testing"

	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// The site's values are written as lang writes plain ones.
func TestValuesAreWritten(t *testing.T) {
	id := in("id")
	if got := id.Value(2007, site.Indicator{Format: "year"}); got != "2007" {
		t.Errorf("a year is %q", got)
	}
	for _, c := range []struct {
		start, end value.Day
		want       string
	}{
		{"2017-11-06", "2017-11-09", "6–9 November 2017"}, {"2017-11-06", "", "6 November 2017"},
		{"2023-06", "", "Juni 2023"}, {"2018", "", "2018"}, {"", "", ""},
	} {
		if got := id.Days(c.start, c.end); got != c.want {
			t.Errorf("%s to %s is %q, not %q", c.start, c.end, got, c.want)
		}
	}
	en := in("en")
	for p, want := range map[value.Period]string{
		"2020": "2020", "2023-06": "June 2023", "2024-06-30": "30 June 2024", "2011/2015": "2011–2015",
	} {
		if got := en.Period(p); got != want {
			t.Errorf("%s is %q, not %q", p, got, want)
		}
	}
}

// Every value that a kind allows has a word.
func TestWordsForValues(t *testing.T) {
	for prefix, values := range map[string][]string{
		"pillar-":   site.Pillars,
		"topic-":    site.Pillars,
		"status-":   {"idea", "trial", "launched", "running", "paused", "stopped"},
		"stage-":    {"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"},
		"badge-":    {"provisional", "estimate", "unverified", "claim"},
		"kind-":     {"news", "release", "advertorial", "opinion", "correction"},
		"source-":   {"statistics", "registry", "report", "law", "news", "encyclopedia", "web", "statement"},
		"evidence-": {"measured", "reported", "claimed"},
	} {
		for _, v := range values {
			if lang.Pages.In("id").Word(prefix+v) == "" {
				t.Errorf("no word for %s%s", prefix, v)
			}
		}
	}
}

// in is the ground of a site in a language.
func in(language value.Language) Ground {
	return Ground{Base: NewBase(&site.Facts{Config: site.Config{Language: language}})}
}

// A number is dialled without what makes it readable, of several the first.
func TestPhoneOf(t *testing.T) {
	for written, want := range map[string]string{
		"112": "112", "0899 000 000": "0899000000", "(021) 538-1234": "0215381234", "+62 21.5381234": "+62215381234",
		"021 5381234 / 0812 345": "0215381234", "021 538 ext. 12": "021538", "lewat loket": "", "12": "", "": "",
	} {
		switch p := PhoneOf(written); {
		case written == "":
			if p != nil {
				t.Errorf("nothing is %v", p)
			}
		case p.Number != want || len([]rune(p.Text)) != len(written) || want != "" && strings.ContainsAny(p.Text, " -"):
			t.Errorf("%s is dialled %q, not %q", written, p.Number, want)
		}
	}
}

// A topic that is a pillar has a name in each language, also where the editors call it otherwise;
// any other is as articles have it.
func TestTag(t *testing.T) {
	own := map[string]site.Text{
		"topic-economy": site.TextOf(map[string]string{"id": "ekonomi warga", "en": "economy of residents"}),
	}
	of := func(language value.Language) Ground {
		return Ground{Base: NewBase(&site.Facts{Config: site.Config{Language: language}, Main: "id", Words: own})}
	}
	for _, c := range []struct{ tag, want string }{
		{"Ekonomi Warga", "economy of residents"}, {"lingkungan", "environment"}, {"ekonomi", "ekonomi"},
		{"pasar", "pasar"},
	} {
		if got := of("en").Tag(c.tag); got != c.want {
			t.Errorf("%s is %q, not %q", c.tag, got, c.want)
		}
		if got := of("id").Tag(c.tag); got != c.tag {
			t.Errorf("%s is %q in its own language", c.tag, got)
		}
	}
}
