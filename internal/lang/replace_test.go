package lang

import "testing"

func TestReplacedSentences(t *testing.T) {
	theme := Theme{
		"home":  {"Beranda", "Home"},
		"range": {"%s sampai %s", "%s to %s"},
		"by":    {"%[2]s oleh %[1]s", "%[2]s by %[1]s"},
		"page":  {"%s, halaman %d", "%s, page %d"},
	}
	for _, c := range []struct {
		key, text string
		args      []any
		want      string // "" for what does not fit
	}{
		{"home", "Depan", nil, "Depan"}, {"home", "100% depan", nil, "100% depan"}, {"home", "Depan %s", nil, ""},
		{"range", "%s–%s", []any{"a", "b"}, "a–b"}, {"range", "dari %s", []any{"a", "b"}, ""},
		{"range", "%s, %s, %s", []any{"a", "b"}, ""}, {"range", "%[2]s dari %[1]s", []any{"a", "b"}, "b dari a"},
		{"range", "%[2]s dari %s", []any{"a", "b"}, ""}, {"range", "%s-%d", []any{"a", "b"}, ""},
		{"range", "5% %s, 7%% %s", []any{"a", "b"}, "5% a, 7% b"}, {"range", "%5s %s", []any{"a", "b"}, ""},
		{"by", "%s: %s", []any{"a", "b"}, "a: b"}, {"by", "%[1]s, %[2]s, %[1]s", []any{"a", "b"}, "a, b, a"},
		{"page", "%s (%d)", []any{"a", 2}, "a (2)"}, {"page", "(%[2]d) %[1]s", []any{"a", 2}, "(2) a"},
		{"nothing", "x", nil, ""},
	} {
		if fits := theme.Fits(c.key, c.text); fits != (c.want != "") {
			t.Errorf("%s: %q fits: %v", c.key, c.text, fits)
		}
		for _, language := range []string{"id", "en"} {
			with := theme.With(map[string]string{c.key: c.text}).In(language)
			want := c.want
			if want == "" {
				want = theme.In(language).Word(c.key, c.args...)
			}
			if got := with.Word(c.key, c.args...); got != want {
				t.Errorf("%s in %s: %q, not %q", c.key, language, got, want)
			}
		}
	}
	if theme.In("id").Word("home") != "Beranda" {
		t.Error("the theme itself was changed")
	}
}
