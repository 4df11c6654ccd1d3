package dev

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// reply is what the server says to a request as it is written.
type reply struct {
	status int
	header http.Header
	body   string
}

// ask sends a request line and headers as they are, past any client that would
// put them right.
func (b *bench) ask(line string, headers ...string) reply {
	b.t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(b.url, "http://"))
	b.must(err)
	defer c.Close()
	b.must(c.SetDeadline(time.Now().Add(enough)))
	if !strings.Contains(strings.Join(headers, "\n"), "Host:") {
		headers = append(headers, "Host: "+strings.TrimPrefix(b.url, "http://"))
	}
	_, err = fmt.Fprintf(c, "%s HTTP/1.1\r\nConnection: close\r\n%s\r\n\r\n", line, strings.Join(headers, "\r\n"))
	b.must(err)
	method, _, _ := strings.Cut(line, " ")
	res, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	b.must(err)
	if res.Header.Get("Content-Type") == "text/event-stream" { // which has no end, and closing a body reads it to there
		return reply{res.StatusCode, res.Header, ""}
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	b.must(err)
	return reply{res.StatusCode, res.Header, string(data)}
}

func (b *bench) port() string {
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(b.url, "http://"))
	return port
}

func TestHosts(t *testing.T) {
	b := prepare(t).start()
	port := b.port()
	for host, want := range map[string]int{
		"127.0.0.1:" + port:              200,
		"localhost:" + port:              200,
		"LOCALHOST:" + port:              200,
		"tangsel.localhost:" + port:      200,
		"[::1]:" + port:                  200,
		"127.0.0.1":                      421,
		"127.0.0.1:1":                    421,
		"evil.example:" + port:           421,
		"evil.example":                   421,
		"localhost.evil.example:" + port: 421,
		"notlocalhost:" + port:           421,
		"127.0.0.1.evil.example:" + port: 421,
		"192.168.1.7:" + port:            421,
		"":                               421,
	} {
		for _, path := range []string{"/", streamPath + "?page=/", scriptPath} {
			if got := b.ask("GET "+path, "Host: "+host); got.status != want {
				t.Errorf("Host %q at %s: %d, want %d", host, path, got.status, want)
			}
		}
	}
	if got := b.ask("GET http://evil.example/", "Host: 127.0.0.1:"+port); got.status != 421 {
		t.Errorf("a foreign absolute address: %d", got.status)
	}
}

func TestOrigins(t *testing.T) {
	b := prepare(t).start()
	for headers, want := range map[string]int{
		"X: -":                                 200,
		"Origin: " + b.url:                     200,
		"Sec-Fetch-Site: same-origin":          200,
		"Origin: http://evil.example":          403,
		"Origin: null":                         403,
		"Origin: https" + b.url[len("http"):]:  403,
		"Origin: http://localhost:" + b.port(): 403, // another name is another origin
		"Origin: " + b.url + "0":               403,
		"Sec-Fetch-Site: cross-site":           403,
		"Sec-Fetch-Site: same-site":            403, // another port of this machine
		"Origin: http://127.0.0.1:1":           403,
	} {
		got := b.ask("GET "+streamPath+"?page=/", headers)
		if got.status != want {
			t.Errorf("%s: %d, want %d", headers, got.status, want)
		}
		for name := range got.header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s: %s is sent", headers, name)
			}
		}
	}
	for _, path := range []string{"/", "/aset/", "/berita/feed.json", "/nowhere"} {
		got := b.ask("GET "+path, "Origin: http://evil.example")
		if h := got.header; h.Get("Access-Control-Allow-Origin") != "" ||
			h.Get("Cross-Origin-Resource-Policy") != "same-origin" ||
			h.Get("X-Content-Type-Options") != "nosniff" ||
			h.Get("Content-Security-Policy") != "frame-ancestors 'self'" {
			t.Errorf("%s: %v", path, h)
		}
	}
}

func TestMethods(t *testing.T) {
	b := prepare(t).start()
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"} {
		for _, path := range []string{"/", streamPath, "/nowhere"} {
			if got := b.ask(method+" "+path, "Content-Length: 0"); got.status != 405 ||
				got.header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d", method, path, got.status)
			}
		}
	}
}

// The folder holds secrets beside it, in it, and behind links.
func TestNoWayOut(t *testing.T) {
	b := prepare(t)
	b.write("content/files/.htpasswd", "SECRET")
	b.write("content/files/.well-known/security.asc", "a key")
	b.write("content/files/a/.git/config", "SECRET")
	b.start()
	const secret = "SECRET"
	outside := filepath.Join(filepath.Dir(b.dir), "secret.txt")
	b.must(os.WriteFile(outside, []byte(secret), 0o644))
	b.write("rahasia.txt", secret)
	for link, to := range map[string]string{"tautan.txt": outside, "folder": filepath.Dir(outside),
		"relatif.txt": "../rahasia.txt", "ke-diri-sendiri": "ke-diri-sendiri"} {
		if lab.CanLink(t) {
			lab.Link(t, to, filepath.Join(b.out, link))
		}
	}
	for _, path := range []string{
		"/../rahasia.txt", "/..%2frahasia.txt", "/%2e%2e/rahasia.txt", "/%2e%2e%2frahasia.txt",
		"/berita/../../rahasia.txt", "/berita/%2e%2e/%2e%2e/rahasia.txt",
		"/..\\rahasia.txt", "/..%5crahasia.txt", "/....//rahasia.txt", "//rahasia.txt", "/%252e%252e/rahasia.txt",
		"/./../rahasia.txt", "/..;/rahasia.txt", "/%c0%ae%c0%ae/rahasia.txt",
		"/" + strings.TrimPrefix(outside, "/"), "/%2f" + strings.TrimPrefix(outside, "/"), "/rahasia.txt%00.html",
		"/..%00/rahasia.txt",
		"/tautan.txt", "/folder/secret.txt", "/folder/", "/relatif.txt", "/ke-diri-sendiri",
		"/" + strings.Repeat("a", 5000), "/robots.txt/x",
		"/.htpasswd", "/%2ehtpasswd", "/a/.git/config", "/.blandongan/manifest", "/.blandongan/lock", "/.blandongan/",
		"/.blandongan", "/.well-known/../.htpasswd", "/.",
	} {
		got := b.ask("GET " + path)
		if got.status != 404 && got.status != 400 || strings.Contains(got.body, secret) {
			t.Errorf("%s: %d %.80q", path, got.status, got.body)
		}
	}
	if got := b.ask("GET /.well-known/security.asc"); got.body != "a key" {
		t.Errorf("/.well-known/: %d %q", got.status, got.body)
	}
}

func TestNoListing(t *testing.T) {
	b := prepare(t)
	b.write("content/files/unduhan/a.txt", "a")
	b.start()
	for _, path := range []string{"/unduhan", "/unduhan/", "/aset/", "/aset", "/.well-known/"} {
		if got := b.ask("GET " + path); got.status != 404 || strings.Contains(got.body, "a.txt") {
			t.Errorf("%s: %d", path, got.status)
		}
	}
}

func TestRedirects(t *testing.T) {
	b := prepare(t).start()
	for path, want := range map[string]string{
		"/berita":            "/berita/",
		"/berita?a=b&c":      "/berita/?a=b&c",
		"/kecamatan/hulu":    "/kecamatan/hulu/",
		"//evil.example/":    "",
		"//evil.example/..":  "",
		"/%2fevil.example/":  "",
		"/\\evil.example/":   "",
		"/berita/index.html": "",
	} {
		got := b.ask("GET " + path)
		if location := got.header.Get("Location"); location != want || want != "" && got.status != 302 {
			t.Errorf("%s: %d to %q, want %q", path, got.status, location, want)
		}
	}
}

func TestContentTypes(t *testing.T) {
	b := prepare(t)
	want := map[string]string{
		"/":                       "text/html; charset=utf-8",
		"/berita/atom.xml":        "application/atom+xml; charset=utf-8",
		"/berita/feed.json":       "application/json",
		"/kunjungan/kalender.ics": "text/calendar; charset=utf-8",
		"/sitemap.xml":            "application/xml; charset=utf-8",
		"/robots.txt":             "text/plain; charset=utf-8",
		"/berita/keran.svg":       "image/svg+xml; charset=utf-8",
		scriptPath:                "text/javascript; charset=utf-8",
	}
	for ext, kind := range map[string]string{
		"css": "text/css; charset=utf-8", "webp": "image/webp", "avif": "image/avif", "woff2": "font/woff2",
		"geojson":     "application/geo+json",
		"webmanifest": "application/manifest+json", "pdf": "application/pdf", "jpg": "image/jpeg", "PNG": "image/png",
		"csv": "text/csv; charset=utf-8",
		"bin": "application/octet-stream", "htm": "text/html; charset=utf-8",
	} {
		b.write("content/files/jenis."+ext, "x")
		want["/jenis."+ext] = kind
	}
	b.start()
	for path, kind := range want {
		got := b.ask("GET " + path)
		if got.header.Get("Content-Type") != kind || got.status != 200 {
			t.Errorf("%s: %d %q, want %q", path, got.status, got.header.Get("Content-Type"), kind)
		}
	}
}

func TestConditionalRequests(t *testing.T) {
	b := prepare(t)
	b.write("content/files/panjang.txt", "0123456789")
	b.start()
	for _, path := range []string{"/", "/panjang.txt", scriptPath} {
		tag := b.ask("GET " + path).header.Get("ETag")
		if got := b.ask("GET "+path, "If-None-Match: "+tag); got.status != 304 || got.body != "" {
			t.Errorf("%s: %d", path, got.status)
		}
		if got := b.ask("GET "+path, `If-None-Match: "other"`); got.status != 200 {
			t.Errorf("%s: %d", path, got.status)
		}
		if got := b.ask("HEAD " + path); got.status != 200 || got.header.Get("ETag") != tag ||
			got.header.Get("Cache-Control") != "no-cache" {
			t.Errorf("HEAD %s: %d %v", path, got.status, got.header)
		}
	}
	if got := b.ask("GET /panjang.txt", "Range: bytes=2-4"); got.status != 206 || got.body != "234" {
		t.Errorf("a range: %d %q", got.status, got.body)
	}
	// The same second, the same size: only the bytes tell.
	tag := b.ask("GET /panjang.txt").header.Get("ETag")
	page := b.open("/")
	b.write("content/files/panjang.txt", "9876543210")
	b.edit("data/site.yaml", "Etalase Kota Contoh", "Etalase Lain")
	page.shows("Etalase Lain")
	if got := b.ask("GET /panjang.txt", "If-None-Match: "+tag); got.status != 200 || got.body != "9876543210" {
		t.Errorf("a changed file: %d %q", got.status, got.body)
	}
}

func TestMissing(t *testing.T) {
	b := prepare(t).start()
	page := b.open("/tidak/ada/")
	if page.status != 404 || !strings.Contains(page.page, "Halaman tidak ditemukan") {
		t.Errorf("%d %s", page.status, page.page)
	}
	if got := b.ask("HEAD /tidak/ada/"); got.status != 404 || got.body != "" {
		t.Errorf("HEAD: %d", got.status)
	}
}

// What is added to a page is added on the way, never on disk.
func TestNothingOfOursOnDisk(t *testing.T) {
	b := prepare(t).start()
	if page := b.open("/"); strings.Count(page.page, scriptPath) != 1 ||
		!strings.Contains(page.page, "</script></body>") {
		t.Errorf("the script is not before the end of the body")
	}
	for name, data := range tree(t, b.out) {
		if strings.Contains(data, "/.blandongan/") {
			t.Errorf("%s has something of ours", name)
		}
	}
	b.clean()
}

func TestBasePath(t *testing.T) {
	b := prepare(t)
	b.edit("data/site.yaml", "https://contoh.example/", "https://contoh.example/kota/contoh/")
	b.start()
	if !strings.HasSuffix(b.url, "/kota/contoh") {
		t.Fatalf("the address is %s", b.url)
	}
	b.url = strings.TrimSuffix(b.url, "/kota/contoh")
	for path, want := range map[string]struct {
		status   int
		location string
	}{
		"/":                    {302, "/kota/contoh/"},
		"/kota/contoh":         {302, "/kota/contoh/"},
		"/kota/contoh/":        {200, ""},
		"/kota/contoh/berita":  {302, "/kota/contoh/berita/"},
		"/kota/contoh/berita/": {200, ""},
		"/kota/":               {404, ""},
		"/berita/":             {404, ""}, // as it will be once published
		"/kota/contohberita/":  {404, ""},
	} {
		if got := b.ask("GET " + path); got.status != want.status || got.header.Get("Location") != want.location {
			t.Errorf("%s: %d to %q", path, got.status, got.header.Get("Location"))
		}
	}
	page := b.open("/kota/contoh" + articlePage)
	b.edit(article, "Keran baru", "Keran berjalur")
	page.shows("Keran berjalur")
	b.edit("data/site.yaml", "https://contoh.example/kota/contoh/", "https://contoh.example/baru/")
	page.until("the new address", func() bool { return page.address == "/baru"+articlePage })
	if url := strings.TrimSuffix(b.address(), "/"); url != b.url+"/baru" {
		t.Errorf("told of %s", url)
	}
	b.edit(article, "Keran berjalur", "Keran pindah")
	page.shows("Keran pindah")
}
