package lang

import "testing"

// Sundanese is in no table here: ten words and a site in Indonesian are enough for it.
func TestEditionInThirdLanguage(t *testing.T) {
	own := map[string]string{
		"home": "Tepas", "section-berita": "Warta", "author": "Panulis", "name": "Ngaran", "region": "Wewengkon",
		"and": "jeung", "or": "atawa", "month-2": "Pébruari", "month-5": "Méi", "address-berita": "warta",
	}
	w := Pages.With(own).Edition("su", "id")
	three := []string{"Setu", "Pamulang", "Ciputat"}
	day := Date{Year: 2017, Month: 5, Day: 7}
	for _, c := range [][2]string{
		{w.Word("home"), "Tepas"}, {w.Word("section-berita"), "Warta"}, {w.Word("author"), "Panulis"},
		{w.Word("name"), "Ngaran"}, {w.Word("region"), "Wewengkon"}, {w.Word("address-berita"), "warta"},
		{w.List(three), "Setu, Pamulang, jeung Ciputat"}, {w.Either(three[:2]), "Setu atawa Pamulang"},
		{w.Date(day), "7 Méi 2017"}, {w.Date(Date{Year: 2018, Month: 2}), "Pébruari 2018"},
		{w.Number(1354350.5, 1), "1.354.350,5"},
		// What it has no words for is said in the main language.
		{w.Date(Date{Year: 2018, Month: 8}), "Agustus 2018"}, {w.Word("section-kota"), "Kota"},
		{w.Word("page-of", "Warta", 2), "Warta, halaman 2"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, not %q", c[0], c[1])
		}
	}
	if got := Pages.In("id").Date(day); got != "7 Mei 2017" {
		t.Errorf("Indonesian has %s", got)
	}
}

func TestLeansOn(t *testing.T) {
	for _, c := range []struct {
		tag, main string
		leans     bool
		home      string
	}{
		{"id", "id", true, "Beranda"}, {"en", "id", false, "Home"}, {"en-GB", "id", false, "Home"},
		{"su", "id", true, "Beranda"}, {"su", "en", true, "Home"}, {"id", "en", false, "Beranda"},
		{"en-GB", "en", true, "Home"}, {"jv", "jv", true, "Home"}, {"en", "jv", false, "Home"},
		{"id", "jv", false, "Beranda"}, {"su", "jv", true, "Home"},
	} {
		if got := LeansOn(c.tag, c.main); got != c.leans {
			t.Errorf("%s leans on %s: %v", c.tag, c.main, got)
		}
		if got := Pages.Edition(c.tag, c.main).Word("home"); got != c.home {
			t.Errorf("%s beside %s says %q, not %q", c.tag, c.main, got, c.home)
		}
	}
}

// What a page says in another language than its own is marked, what fills it is not.
func TestForeignTheme(t *testing.T) {
	theme := Theme{
		"home": {"Beranda", "Home"}, "topic": {"Topik: %s", "Topic: %s"}, "range": {"%s–%s", "%s–%s"},
		"share": {"%[2]s dari %[1]s, 5%%", "%[2]s of %[1]s, 5%%"}, "address-kota": {"kota", "city"},
	}
	w := theme.Foreign("id", map[string]string{"home": "Tepas"}).With(map[string]string{"home": "Tepas"}).In("id")
	for _, c := range [][2]string{
		{w.Word("home"), "Tepas"}, {w.Word("topic", "Cai"), Foreign("Topik: ", "id") + "Cai"},
		{w.Word("range", "a", "b"), "a–b"}, {w.Word("address-kota"), "kota"},
		{w.Word("share", "a", "b"), "b" + Foreign(" dari ", "id") + "a, 5%"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, not %q", c[0], c[1])
		}
	}
	if theme.In("id").Word("topic", "x") != "Topik: x" {
		t.Error("the theme itself was changed")
	}
}
