package site

import "testing"

func TestFirstAddress(t *testing.T) {
	for _, c := range []struct {
		aliases []string
		want    string
	}{
		{nil, ""},
		{[]string{"/berita/a/", "/berita/b/"}, "berita/a/"},
		{[]string{"/berita/a"}, "berita/a/"},
		{[]string{"/berita/a/index.html"}, "berita/a/"},
		{[]string{"/2019/a.html", "/berita/b/"}, "berita/b/"},
		{[]string{"/berita/", "/berita/A/", "/berita/a/b/", "/berita/a.pdf", "/program/a/", "berita/a"}, ""},
	} {
		if got := FirstAddress("berita", c.aliases); got != c.want {
			t.Errorf("%q: %q, not %q", c.aliases, got, c.want)
		}
	}
}

func TestAliasPath(t *testing.T) {
	for word, want := range map[string]string{
		"/lama/":           "lama/",
		"/pukul 10:30":     "pukul 10:30/",
		"/a:b/c":           "a:b/c/",
		"/lama (1)/x [2]/": "lama (1)/x [2]/",
		"/%2A.pdf":         "*.pdf",
		"/berita/%3Aslug/": "berita/:slug/",
		"/a%C2%ADb/":       "a\u00adb/",
		"/50%25":           "50%/",
		"/:1/":             ":1/",
		"/(lama)/":         "(lama)/",
	} {
		if got, fault := AliasPath(word); got != want || fault != "" {
			t.Errorf("%q: %q %s, not %q", word, got, fault, want)
		}
	}
	for _, word := range []string{
		"/lama/*", "/lama/**", "/unduh/*.pdf", "/berita/:slug/", "/:year/:month/x/", "/berita/:judul.html",
		"/berita/{slug}/", "/<int>/x", "/[slug]", "/lama/(.*)", "/lama/(.+)", "/%postname%/", "/50%", "/50%-selesai/",
		"/a\u00adb/", "/a\u202eb", "/a\u200bb/", "/a\u00a0b/", "\u200b/a/",
	} {
		if got, fault := AliasPath(word); fault != "alias-form" {
			t.Errorf("%q: %q %s", word, got, fault)
		}
	}
}
