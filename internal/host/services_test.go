package host_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

// judged is what a service's own code says of the files that we write for it.
type judged struct {
	Complaints []string
	Rules      int
	Limits     struct{ Rules, Line, Headers int }
	// Headers are Netlify's, by pattern.
	Headers map[string]map[string]string
	// Answers are by the service's server, then by what is asked for.
	Answers map[string]map[string]struct {
		Status  int
		To      string
		Headers map[string]string
	}
}

// judge has a folder judged by a script of testdata/services.
func judge(t *testing.T, service, folder string, hrefs []string) (j judged) {
	t.Helper()
	asked, err := json.Marshal(hrefs)
	must(t, err)
	said := lab.Script(t, "../../.ci", "testdata/services/"+service+".mjs", string(asked), folder)
	must(t, json.Unmarshal([]byte(said), &j))
	for _, complaint := range j.Complaints {
		t.Errorf("%s: %s", service, complaint)
	}
	return j
}

// oldFiles are names as they lie on old sites of offices. "^" is not among them: the URL
// standard has it escaped since 2024, and Node 20 does not yet.
var oldFiles = []string{
	"surat edaran.pdf", "daftar  harga.xlsx", "laporan+lampiran.pdf", "Laporan (1).pdf", "Jum'at.pdf", "~daftar.xls",
	"humas@kota.doc", "tanya&jawab.pdf", "tahun=2019.pdf", "ciputat,pamulang.pdf", "kecamatan;kelurahan.csv",
	"100%.pdf",
	"naik 5%20.pdf", "SURAT-KEPUTUSAN.PDF", "SK[final].docx", "penting!.pdf", "$anggaran.xlsx", "a|b.pdf", "é.pdf",
	norm.NFD.String("kafé résumé.pdf"), "“kutipan” – lengkap….pdf", "日本語.pdf", "😀.jpg", `"kutip".pdf`, "{kurung}.pdf",
	"a`b.pdf", "<a>.pdf", "pukul 10:30.pdf", "-.pdf", "_.pdf", "a..b.pdf", "a#b.pdf", "a?b.pdf",
	strings.Repeat("panjang-", 200) + ".pdf", strings.Repeat("é", 90) + ".pdf",
	"berita/lama/", "profil.html", "Berita/Lama Sekali/", "kafé/", "index.php/profil",
}

// atBrowsers is how a link to a path is written at least: what a browser takes for the
// end of the path, or for an escape, is escaped.
func atBrowsers(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3F", "#", "%23").Replace(path)
}

// escaped is a path as plans write it.
func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// moved is a site that had such files, and what is asked for with where it must lead.
func moved(prefix string) (host.Site, map[string]string) {
	s, want := host.Site{Prefix: prefix, Secure: true, Assets: "aset/", Open: "data/"}, map[string]string{}
	for i, name := range oldFiles {
		old, to := prefix+"lama/"+name, fmt.Sprintf("%sberita/%d-é/", prefix, i)
		s.Redirects = append(s.Redirects, host.Redirect{From: escaped(old), To: escaped(to)})
		want[atBrowsers(old)] = to
		want[strings.ReplaceAll(atBrowsers(old), "|", "%7C")] = to // as Chromium asks
	}
	return s, want
}

// deploy puts a site and what we write for its service in a folder, and does there what
// the service is told to do after the build.
func deploy(t *testing.T, s host.Site, service string) string {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join(dir, "public", strings.TrimPrefix(s.Prefix, "/"))
	for _, name := range []string{
		"404.html", "aset/style.0123abcd.css", ".blandongan/manifest", "lama/berita/lama/index.html", "surat.pdf",
		"data/kota.csv",
	} {
		write(t, filepath.Join(root, name), "x")
	}
	write(t, dir+"/public/404.html", "x")
	write(t, dir+"/public/_headers", string(s.HeadersFile()))
	if rules := s.RedirectsFile(); rules != nil {
		write(t, dir+"/public/_redirects", string(rules))
	}
	files, err := s.Config(service, host.Options{Name: "kota.example"})
	must(t, err)
	for _, f := range files {
		write(t, filepath.Join(dir, f.Path), string(f.Data))
	}
	return dir
}

// finish runs what a build command does once the site is built.
func finish(t *testing.T, dir, config string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, config))
	must(t, err)
	_, rest, _ := strings.Cut(string(text), "go run ./cmd/blandongan build")
	_, command, ok := strings.Cut(rest, " && ")
	command, _, closed := strings.Cut(command, "\"\n")
	if !ok || !closed {
		t.Fatalf("no build command in %s", text)
	}
	lab.Program(t, "sed", "sed") // which such a command calls
	cmd := exec.Command(lab.Program(t, "sh", "dash"), "-ec", command)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
}

// leads wants every old address to lead on at each server of a service.
func (j judged) leads(t *testing.T, servers []string, want map[string]string) {
	t.Helper()
	for _, server := range servers {
		for href, to := range want {
			got := j.Answers[server][href]
			at, err := url.Parse(got.To)
			if err != nil || got.Status != 301 || at.Path != to || at.Host != "" || at.RawQuery != "" {
				t.Errorf("%s: %q leads to %d %q, not to %q", server, href, got.Status, got.To, to)
			}
		}
	}
}

// keysOf are the addresses asked for, and others.
func keysOf(want map[string]string, others ...string) []string {
	for href := range want {
		others = append(others, href)
	}
	return others
}

// TestBrowsersAskAsWeWrite compares the old addresses in _redirects, which services compare
// letter by letter, with what Chromium asks for.
func TestBrowsersAskAsWeWrite(t *testing.T) {
	lab.Slow(t)
	w := chromium(t)
	for _, name := range append([]string{"a^b.pdf", "a%b.pdf", "a\u00a0b.pdf", "a\u2028b.pdf"}, oldFiles...) {
		old := "/lama/" + name
		s := host.Site{Redirects: []host.Redirect{{From: escaped(old), To: "/b"}}}
		href, err := json.Marshal(atBrowsers(old))
		must(t, err)
		asked := ask[string](w, "new URL("+string(href)+", 'https://kota.example/').pathname")
		if written := "\n" + string(s.RedirectsFile()); !strings.Contains(written, "\n"+asked+" ") {
			t.Errorf("%q is asked for as %q, written %q", old, asked, written)
		}
	}
}

// TestCloudflareReads has Cloudflare's own code read what we write for it.
func TestCloudflareReads(t *testing.T) {
	s, want := moved("/")
	dir := deploy(t, s, "cloudflare")
	others := []string{"/lama/", "/lama/surat", "/surat.pdf", "/aset/style.0123abcd.css",
		"/data/kota.csv", "/tidak-ada"}
	j := judge(t, "cloudflare", filepath.Join(dir, "public"), keysOf(want, others...))
	servers := []string{"workers", "pages"}
	j.leads(t, servers, want)
	if j.Rules != len(want) {
		t.Errorf("%d rules of %d", j.Rules, len(want))
	}
	for _, server := range servers {
		for _, href := range others {
			got := j.Answers[server][href]
			if isFile := strings.Contains(href, "."); isFile != (got.Status == 200) || got.To != "" {
				t.Errorf("%s: %s is %d, leads to %q", server, href, got.Status, got.To)
			}
			for _, h := range s.Headers(href[1:])[2:] {
				if got := got.Headers[strings.ToLower(h.Name)]; got != h.Value {
					t.Errorf("%s: %s: %s is %q, not %q", server, href, h.Name, got, h.Value)
				}
			}
		}
		got := j.Answers[server]["/aset/style.0123abcd.css"].Headers["cache-control"]
		if got != s.CacheControl("aset/x") {
			t.Errorf("%s: an asset is kept %q", server, got)
		}
		got = j.Answers[server]["/surat.pdf"].Headers["cache-control"]
		if !strings.Contains(got, "max-age=0, must-revalidate") {
			t.Errorf("%s: a file is kept %q", server, got)
		}
	}
}

// TestCloudflareLimits compares what we say that Cloudflare reads with its own constants.
func TestCloudflareLimits(t *testing.T) {
	j := judge(t, "cloudflare", t.TempDir(), []string{})
	many := func(n, letters int) host.Site {
		s := host.Site{Prefix: "/"}
		for i := range n {
			name := fmt.Sprintf("/%d-%s.pdf", i, strings.Repeat("a", letters))
			s.Redirects = append(s.Redirects, host.Redirect{From: name, To: "/b"})
		}
		return s
	}
	around := len("/0-.pdf /b 301")
	for _, c := range []struct {
		what  string
		site  host.Site
		whole bool
	}{
		{"as many rules", many(j.Limits.Rules, 0), true},
		{"a rule more", many(j.Limits.Rules+1, 0), false},
		{"as long a line", many(1, j.Limits.Line-around), true},
		{"a letter more", many(1, j.Limits.Line-around+1), false},
	} {
		if whole := reflect.DeepEqual(c.site.LossesAt("cloudflare"), host.Losses{}); whole != c.whole {
			t.Errorf("%s: all is read: %t, not %t", c.what, whole, c.whole)
		}
	}
	if rules := strings.Count(string(many(1, 0).HeadersFile()), "\n/") + 1; rules > j.Limits.Headers {
		t.Errorf("%d rules of headers, %d are read", rules, j.Limits.Headers)
	}
}

// TestNetlifyReads has Netlify's own code read what we write for it.
func TestNetlifyReads(t *testing.T) {
	for _, prefix := range []string{"/", "/kota/"} {
		s, want := moved(prefix)
		dir := deploy(t, s, "netlify")
		finish(t, dir, "netlify.toml")
		secret := prefix + ".blandongan/manifest"
		others := []string{prefix, prefix + "lama/surat", prefix + "surat.pdf", "/tidak-ada", secret}
		j := judge(t, "netlify", dir, keysOf(want, others...))
		j.leads(t, []string{"netlify"}, want)
		if j.Rules != len(want)+1 { // one hides the machinery
			t.Errorf("%d rules of %d", j.Rules, len(want)+1)
		}
		for _, href := range others {
			got := j.Answers["netlify"][href]
			if href == secret && (got.Status != 404 || got.To != prefix+"404.html") ||
				href != secret && got.Status != 0 {
				t.Errorf("%s is %d, leads to %q", href, got.Status, got.To)
			}
		}
		headers := map[string]map[string]string{
			prefix + "*":      {},
			prefix + "aset/*": {"Cache-Control": s.CacheControl("aset/x")},
			prefix + "data/*": {"Access-Control-Allow-Origin": "*"},
		}
		for _, h := range s.Headers("x.html")[2:] {
			headers[prefix+"*"][h.Name] = h.Value
		}
		if !reflect.DeepEqual(j.Headers, headers) {
			t.Errorf("headers are %q, not %q", j.Headers, headers)
		}
	}
}
