package host_test

import (
	"strings"
	"testing"

	"blandongan/internal/host"
)

func TestTypeOf(t *testing.T) {
	for _, c := range []struct {
		file, want string
		text       bool
	}{
		{"index.html", "text/html; charset=utf-8", true},
		{"berita/x/index.html", "text/html; charset=utf-8", true},
		{"LAMA.HTM", "text/html; charset=utf-8", true},
		{"aset/style.0123abcd.css", "text/css; charset=utf-8", true},
		{"aset/sort.js", "text/javascript; charset=utf-8", true},
		{"data/batas.geojson", "application/geo+json", true},
		{"x.webmanifest", "application/manifest+json", true},
		{"berita/atom.xml", "application/atom+xml; charset=utf-8", true},
		{"sitemap.xml", "application/xml; charset=utf-8", true},
		{"xatom.xml", "application/xml; charset=utf-8", true},
		{"k.ics", "text/calendar; charset=utf-8", true},
		{"s.vtt", "text/vtt; charset=utf-8", true},
		{"x.css.map", "application/json", true},
		{"lambang.svg", "image/svg+xml; charset=utf-8", true},
		{"foto.JPG", "image/jpeg", false},
		{"huruf.woff2", "font/woff2", false},
		{"surat.pdf", "application/pdf", false},
		{"data/kota.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false},
		{"x.html.gz", "application/octet-stream", false},
		{"tanpa", "application/octet-stream", false},
		{"", "application/octet-stream", false},
		{".html/x", "application/octet-stream", false},
	} {
		if got := host.TypeOf(c.file); got != c.want {
			t.Errorf("%s is %s, not %s", c.file, got, c.want)
		}
		if got := host.IsText(c.file); got != c.text {
			t.Errorf("%s is text: %v", c.file, got)
		}
	}
}

func TestCacheControl(t *testing.T) {
	s := host.Site{Assets: "aset/"}
	for file, want := range map[string]string{
		"aset/style.0123abcd.css":    "public, max-age=31536000, immutable",
		"aset/style.0123abcd.css.br": "public, max-age=31536000, immutable",
		"index.html":                 "no-cache",
		"berita/aset/x.css":          "no-cache",
		"asetku.html":                "no-cache",
		"":                           "no-cache",
	} {
		if got := s.CacheControl(file); got != want {
			t.Errorf("%s: %q", file, got)
		}
	}
	if got := (host.Site{}).CacheControl("x.css"); got != "no-cache" {
		t.Errorf("without a folder of assets: %q", got)
	}
}

// TestPolicy wants nothing inline and nothing foreign in the policy, whatever
// else is changed about it.
func TestPolicy(t *testing.T) {
	policy := ""
	for _, h := range (host.Site{}).Headers("index.html") {
		if h.Name == "Content-Security-Policy" {
			policy = h.Value
		}
		if h.Name == "Strict-Transport-Security" {
			t.Error("a site without https promises https")
		}
	}
	for _, must := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} {
		if !strings.Contains(policy, must) {
			t.Errorf("the policy lacks %s: %s", must, policy)
		}
	}
	for _, never := range []string{"unsafe", "*", "http", "data:"} {
		if strings.Contains(policy, never) {
			t.Errorf("the policy has %s: %s", never, policy)
		}
	}
	for _, h := range (host.Site{Secure: true}).Headers("index.html") {
		if h.Name == "Strict-Transport-Security" && strings.Contains(h.Value, "includeSubDomains") {
			t.Error("a promise for hosts that are not ours")
		}
	}
}

func TestHeadersFile(t *testing.T) {
	got := string(host.Site{Prefix: "/kota/", Secure: true, Assets: "aset/", Open: "data/"}.HeadersFile())
	rules := map[string][]string{}
	rule := ""
	for line := range strings.Lines(got) {
		switch line = strings.TrimSuffix(line, "\n"); {
		case line == "":
		case strings.HasPrefix(line, "  "):
			name, value, ok := strings.Cut(line[2:], ": ")
			if !ok || value == "" || len(line) > 2000 {
				t.Errorf("%q", line)
			}
			rules[name] = append(rules[name], rule)
		default:
			rule = line
		}
	}
	for name, in := range rules {
		if len(in) != 1 {
			t.Errorf("%s stands in %q", name, in)
		}
	}
	if rules["Access-Control-Allow-Origin"][0] != "/kota/data/*" {
		t.Errorf("what anybody may fetch is %q", rules["Access-Control-Allow-Origin"])
	}
	if rules["Cache-Control"][0] != "/kota/aset/*" || rules["Content-Security-Policy"][0] != "/kota/*" {
		t.Errorf("%q", rules)
	}
}
