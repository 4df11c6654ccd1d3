package host_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

// small is a site of every kind of file that servers might treat their own way.
var small = map[string]string{
	"index.html":             "<h1>Beranda</h1>",
	"404.html":               "<h1>Tidak ada</h1>",
	"berita/index.html":      "<h1>Berita</h1>",
	"berita/lama/index.html": "<h1>Pindah</h1>",
	"berita/atom.xml":        "<feed/>",
	"berita/feed.json":       "{}",
	"data/penduduk.csv":      "tahun,jiwa\n2024,1",
	"data/batas.geojson":     "{}",
	"data/kota.xlsx":         "PK\x03\x04",
	"kalender.ics":           "BEGIN:VCALENDAR",
	"sitemap.xml":            "<urlset/>",
	"robots.txt":             "User-agent: *",
	"lambang.svg": "<svg xmlns='http://www.w3.org/2000/svg'>" +
		strings.Repeat("<path d='M0 0h9'/>", 20) + "</svg>",
	"surat.pdf":                 "%PDF-1.4",
	"foto.PNG":                  "\x89PNG",
	"SURAT.TXT":                 "Yang terhormat,",
	"Data.CSV":                  "tahun,jiwa\n2024,1",
	"Lama.HTM":                  "<h1>Lama</h1>",
	"huruf.woff2":               "wOF2",
	"arsip.tar.gz":              "\x1f\x8b no real archive",
	"catatan.xyz":               "?",
	"nama dengan spasi 50%.txt": "jarang",
	".well-known/security.txt":  "Contact: mailto:a@b.example",
	"aset/style.0123abcd.css":   "body{}",
	"aset/sort.0123abcd.js":     "void 0",
	"kosong/di/sini.txt":        "penuh",
}

// secret is what lies there too and nobody should read.
var secret = map[string]string{
	".blandongan/manifest": "rahasia",
	"_headers":             "rahasia",
	"_redirects":           "rahasia",
	"berita/.git/config":   "rahasia",
	".env":                 "rahasia",
}

func TestServersSendFiles(t *testing.T) {
	lab.Slow(t)
	each(t, func(t *testing.T, e engine, site host.Site, o host.Options) {
		s := e.serve(t, site, o, func(root string) { fill(t, root, small, secret) })
		for name, text := range small {
			if name == "404.html" {
				continue
			}
			a := s.ask(t, "GET", s.at(name))
			a.is(t, 200)
			if a.body != text {
				t.Errorf("%s is %q", name, a.body)
			}
			for _, h := range site.Headers(name) {
				if h.Value != "application/octet-stream" { // a server may know better
					a.says(t, h.Name, h.Value)
				}
			}
			if got := a.Header.Get("Access-Control-Allow-Origin"); (got == "*") != strings.HasPrefix(name, "data/") {
				t.Errorf("%s may be fetched by %q", name, got)
			}
			s.revalidates(t, name, a)
			s.compresses(t, name, text)
			head := s.ask(t, "HEAD", s.at(name))
			head.is(t, 200)
			if got := head.Header.Get("Content-Type"); got != a.Header.Get("Content-Type") {
				t.Errorf("HEAD %s is %q", name, got)
			}
			head.safe(t, site)
			if head.body != "" || head.ContentLength != int64(len(text)) {
				t.Errorf("HEAD %s: %d bytes, length %d", name, len(head.body), head.ContentLength)
			}
		}
	})
}

// revalidates wants an answer's validators to be known again.
func (s *served) revalidates(t *testing.T, name string, a answer) {
	t.Helper()
	tag, when := a.Header.Get("ETag"), a.Header.Get("Last-Modified")
	if tag == "" || when == "" {
		t.Fatalf("%s: ETag %q, Last-Modified %q", name, tag, when)
	}
	for _, again := range []answer{
		s.ask(t, "GET", s.at(name), "If-None-Match", tag), s.ask(t, "GET", s.at(name), "If-Modified-Since", when),
	} {
		again.is(t, http.StatusNotModified)
		again.says(t, "Cache-Control", s.site.CacheControl(name))
	}
	s.ask(t, "GET", s.at(name), "If-None-Match", `"other"`).is(t, 200)
}

// compresses wants texts sent as they lie compressed, and nothing else.
func (s *served) compresses(t *testing.T, name, text string) {
	t.Helper()
	refused := s.ask(t, "GET", s.at(name), "Accept-Encoding", "br;q=0, gzip; q=0.0")
	if got := refused.Header.Get("Content-Encoding"); got != "" {
		t.Errorf("%s is sent as %q to who wants it plain", name, got)
	}
	plain := s.ask(t, "GET", s.at(name))
	vary := plain.Header.Values("Vary")
	if host.IsText(name) && !strings.ContainsAny(name, " %") && !slices.Equal(vary, []string{"Accept-Encoding"}) {
		t.Errorf("%s sent plain: Vary is %q", name, vary)
	}
	tags := []string{plain.Header.Get("ETag")}
	for _, accepted := range []string{"gzip", "br", "gzip, deflate, br, zstd"} {
		a := s.ask(t, "GET", s.at(name), "Accept-Encoding", accepted)
		a.is(t, 200)
		if a.Header.Get("Content-Type") != host.TypeOf(name) && host.IsText(name) {
			t.Errorf("%s as %s is %s", name, accepted, a.Header.Get("Content-Type"))
		}
		a.says(t, "Cache-Control", s.site.CacheControl(name))
		a.safe(t, s.site)
		got := a.Header.Get("Content-Encoding")
		if unpack(t, got, a.body) != text {
			t.Errorf("%s as %s: %q", name, got, a.body)
		}
		switch {
		case !host.IsText(name):
			if got != "" {
				t.Errorf("%s is sent as %s", name, got)
			}
		case strings.ContainsAny(name, " %"): // some servers leave these alone
		case !strings.Contains(accepted, "gzip") && got == "": // nginx has no Brotli by itself
		case got == "" || !strings.Contains(accepted, got):
			t.Errorf("%s is sent as %q to who takes %s", name, got, accepted)
		case !slices.Contains(a.Header.Values("Vary"), "Accept-Encoding"):
			t.Errorf("%s as %s: Vary is %q", name, got, a.Header.Values("Vary"))
		default:
			tag := a.Header.Get("ETag")
			s.ask(t, "GET", s.at(name), "Accept-Encoding", accepted, "If-None-Match", tag).is(t, http.StatusNotModified)
			tags = append(tags, got+tag)
		}
	}
	for _, tag := range tags[1:] {
		if strings.HasSuffix(tag, tags[0]) {
			t.Errorf("%s has one ETag for several encodings: %q", name, tags)
		}
	}
}

// TestServersCompressThemselves is about a site without compressed siblings.
func TestServersCompressThemselves(t *testing.T) {
	page := strings.Repeat("<p>Selamat datang</p>", 100)
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			site := host.Site{Prefix: "/", Assets: "aset/"}
			s := e.serve(t, site, host.Options{}, func(root string) { write(t, root+"/index.html", page) })
			a := s.ask(t, "GET", "/", "Accept-Encoding", "gzip")
			a.is(t, 200)
			a.safe(t, site)
			a.says(t, "Content-Type", "text/html; charset=utf-8")
			a.says(t, "Cache-Control", "no-cache")
			got := a.Header.Get("Content-Encoding")
			if unpack(t, got, a.body) != page || got == "" && e.program != "apache2" {
				t.Errorf("sent as %q", got)
			}
		})
	}
}

func TestServersRefuse(t *testing.T) {
	lab.Slow(t)
	each(t, func(t *testing.T, e engine, site host.Site, o host.Options) {
		s := e.serve(t, site, o, func(root string) { fill(t, root, small, secret) })
		missing := []string{
			"tidak-ada/", "tidak-ada.csv", "aset/style.99999999.css", "404.html", "kosong/", "berita/index.html/x",
			"../x", "%2e%2e/%2e%2e/hosting/nginx.conf",
		}
		for name := range secret {
			missing = append(missing, name)
		}
		missing = append(missing, ".blandongan/", "berita/.git/", "%2eblandongan/manifest", ".well-knownx/y",
			".BLANDONGAN/manifest")
		for _, name := range missing {
			for _, method := range []string{"GET", "HEAD"} {
				for _, accepted := range []string{"identity", "gzip, br"} {
					a := s.ask(t, method, site.Prefix+name, "Accept-Encoding", accepted)
					if strings.Contains(name, "..") || strings.Contains(name, "%2e%2e") {
						if a.StatusCode < 400 || strings.Contains(a.body, "listen") {
							t.Errorf("%s: %d %s", name, a.StatusCode, a.body)
						}
						continue
					}
					a.is(t, 404)
					a.safe(t, site)
					a.says(t, "Cache-Control", "no-cache")
					a.says(t, "Content-Type", "text/html; charset=utf-8")
					if method == "GET" && unpack(t, a.Header.Get("Content-Encoding"), a.body) != small["404.html"] {
						t.Errorf("%s: %q", name, a.body)
					}
				}
			}
		}
	})
}

func TestServersKeepToFolders(t *testing.T) {
	lab.Slow(t)
	each(t, func(t *testing.T, e engine, site host.Site, o host.Options) {
		s := e.serve(t, site, o, func(root string) { fill(t, root, small) })
		a := s.ask(t, "GET", site.Prefix+"berita")
		if a.StatusCode != 301 && a.StatusCode != 308 {
			t.Errorf("a folder without its slash: %d", a.StatusCode)
		}
		if to := strings.TrimPrefix(a.Header.Get("Location"), s.url); to != site.Prefix+"berita/" {
			t.Errorf("a folder without its slash leads to %q", to)
		}
		if site.Prefix != "/" {
			a := s.ask(t, "GET", strings.TrimSuffix(site.Prefix, "/"))
			if to := strings.TrimPrefix(a.Header.Get("Location"), s.url); a.StatusCode != 301 || to != site.Prefix {
				t.Errorf("the site without its slash: %d to %q", a.StatusCode, to)
			}
			if a := s.ask(t, "GET", "/berita/"); a.StatusCode != 404 && a.StatusCode != 403 {
				t.Errorf("another site's address: %d", a.StatusCode)
			}
		}
		part := s.ask(t, "GET", s.at("data/penduduk.csv"), "Range", "bytes=6-9")
		part.is(t, http.StatusPartialContent)
		part.safe(t, site)
		if part.body != small["data/penduduk.csv"][6:10] {
			t.Errorf("a part is %q", part.body)
		}
	})
}

// TestServersListenAtPort is about an address with a port and a path.
func TestServersListenAtPort(t *testing.T) {
	lab.Slow(t)
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			site := host.Site{
				Prefix: "/etalase/", Assets: "aset/",
				Redirects: []host.Redirect{{From: "/etalase/lama/", To: "/etalase/berita/"}},
			}
			fills := func(root string) { fill(t, root, small) }
			s := e.serve(t, site, host.Options{Name: "127.0.0.1", Port: "any"}, fills)
			a := s.ask(t, "GET", "/etalase/berita/")
			a.is(t, 200)
			a.safe(t, site)
			if a.body != small["berita/index.html"] {
				t.Errorf("%q", a.body)
			}
			moved := s.ask(t, "GET", "/etalase/lama/")
			moved.is(t, 301)
			if to := strings.TrimPrefix(moved.Header.Get("Location"), s.url); to != "/etalase/berita/" {
				t.Errorf("an old address leads to %q", to)
			}
		})
	}
}

// TestServersSendTheRealSite wants each file of the repository's own site from every
// server, as it was built.
func TestServersSendTheRealSite(t *testing.T) {
	lab.Slow(t)
	real, err := real()
	must(t, err)
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			fills := func(root string) { fill(t, root, real.files) }
			s := e.serve(t, real.host, host.Options{Compressed: true, Releases: true}, fills)
			sent := 0
			for name, text := range real.files {
				a := s.ask(t, "GET", s.at(name), "Accept-Encoding", "gzip")
				if strings.HasPrefix(name, ".blandongan/") || name == "404.html" || name == "_headers" ||
					name == "_redirects" {
					a.is(t, 404)
					continue
				}
				a.is(t, 200)
				for _, h := range real.host.Headers(name) {
					a.says(t, h.Name, h.Value)
				}
				if unpack(t, a.Header.Get("Content-Encoding"), a.body) != text {
					t.Errorf("%s is not what was built", name)
				}
				sent++
			}
			if sent < 50 {
				t.Errorf("%d files", sent)
			}
		})
	}
}
