package host_test

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

// odd are old addresses, unescaped, with what means something in some
// server's language.
var odd = []string{
	"berita/lama/", "Berita/LAMA/", "profil.html", "index.php/profil", "a b/", `a"b/`, `a'b`, "a`b", "a$b", "a$1",
	"${HOME}", "$uri", "$document_root", "{$HOME}", "{env.HOME}",
	"{http.request.host}", "%{HTTP_HOST}", "%{ENV:HOME}", "100%", "%20", "%1", "desa-é/", "サーポン/", "😀", "a.b",
	"a(b|c)*", "a+b", "a?b", "a#b", "[a]", "^a$", "~", "~ ^/",
	`a\b`, `a\`, `a\nb`, `\x41`, `\d`, "a;b", `";return 200 "x";#`, "x } location / { return 200 x", "{", "}", "<a>",
	"</Directory>", "*", "a*b", ":slug", "a:b", "a&b", "a=b", "a,b", "@a", "!a",
	"_", "-", "a~b", "= /", "a  b", " ", "a /b", "# x", "a\u00a0b", "a\u2028b", "(", ")", "a|b", "'", `"`, "import x",
	"x 302", "Ünïcode Straße.pdf",
}

// random returns old addresses of such pieces, in any order.
func random(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	var all []string
	for range n {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			if r.IntN(2) == 0 {
				b.WriteString(odd[r.IntN(len(odd))])
			} else {
				b.WriteByte(byte(' ' + r.IntN(95)))
			}
		}
		all = append(all, b.String())
	}
	return all
}

// settles says that servers do not change a path before they compare it, as
// they do with empty segments and dots.
func settles(path string) bool {
	path = strings.TrimSuffix(path, "/")
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}

// everything escapes all bytes of a path but slashes.
func everything(path string) string {
	var b strings.Builder
	for i := range len(path) {
		if path[i] == '/' {
			b.WriteByte('/')
		} else {
			fmt.Fprintf(&b, "%%%02x", path[i])
		}
	}
	return b.String()
}

// TestServersRedirect wants every old address to lead on, and nothing else:
// what is not escaped rightly would keep a server from starting, or change what
// it does with other addresses.
func TestServersRedirect(t *testing.T) {
	lab.Slow(t)
	each(t, func(t *testing.T, e engine, site host.Site, o host.Options) {
		want := map[string]string{}
		prefix := site.Prefix
		for i, old := range append(append([]string{}, odd...), random(200, 7)...) {
			if !settles(old) {
				continue
			}
			to := fmt.Sprintf("%sbaru/%d/", prefix, i)
			if i%3 == 0 {
				to = prefix + old + "x/" // as odd as the old one
			}
			site.Redirects = append(site.Redirects, host.Redirect{From: (&url.URL{Path: prefix + old}).EscapedPath(),
				To: (&url.URL{Path: to}).EscapedPath()})
			if _, twice := want[prefix+old]; !twice {
				want[prefix+old] = to
			}
		}
		s := e.serve(t, site, o, func(root string) { fill(t, root, small, secret) })
		for from, to := range want {
			a := s.ask(t, "GET", everything(from))
			a.is(t, 301)
			a.safe(t, site)
			got, err := url.Parse(a.Header.Get("Location"))
			if err != nil || got.Path != to || got.RawQuery != "" || got.Fragment != "" ||
				got.Host != "" && "http://"+got.Host != s.url {
				t.Errorf("%q leads to %q, not to %q", from, a.Header.Get("Location"), to)
			}
			if near := from + "z"; want[near] == "" {
				s.ask(t, "GET", everything(near)).is(t, 404)
			}
		}
		s.ask(t, "GET", prefix+"a-b").is(t, 404) // no dot of a pattern matched it
		s.ask(t, "GET", s.at("robots.txt")).is(t, 200)
	})
}

// placeholder is what services take for a part of a path.
var placeholder = regexp.MustCompile(`/:|:[A-Za-z_]`)

// TestRedirectsHoldTheirPlace looks at what no server here reads.
func TestRedirectsHoldTheirPlace(t *testing.T) {
	s := host.Site{Prefix: "/"}
	for _, old := range append(random(500, 11), odd...) {
		s.Redirects = append(s.Redirects, host.Redirect{From: (&url.URL{Path: "/" + old}).EscapedPath(),
			To: (&url.URL{Path: "/x/" + old}).EscapedPath()})
	}
	lines := strings.Split(strings.TrimSuffix(string(s.RedirectsFile()), "\n"), "\n")
	if len(lines) < 500 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		words := strings.Split(line, " ")
		if len(words) != 3 || words[2] != "301" || strings.ContainsAny(words[0], `*#"<>{}\^`) ||
			placeholder.MatchString(words[0]) ||
			strings.ContainsAny(words[1], `*:#"'$<>{}()[]\|;`) || !strings.HasPrefix(words[1], "/x/") {
			t.Errorf("%q", line)
		}
	}
}

func TestRedirectsFile(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"/berita/lama/", "/berita/baru/", "/berita/lama/ /berita/baru/ 301\n"},
		{"/a%20b/", "/c", "/a%20b/ /c 301\n"},
		{"/a b/", "/c", "/a%20b/ /c 301\n"},
		{"/100%", "/c", "/100%25 /c 301\n"},
		{"/*", "/:x$1'", "/%2A /%3Ax%241%27 301\n"},
		// As new URL("https://x" + path).pathname writes them, but for what means more.
		{"/a'b(c)[d]!$&+,;=@~e.pdf", "/c", "/a'b(c)[d]!$&+,;=@~e.pdf /c 301\n"},
		{"/a|b|.pdf", "/c", "/a|b|.pdf /c 301\n/a%7Cb%7C.pdf /c 301\n"}, // the second is Chromium's
		{"/a\"b<c>d`e{f}g^h\\i.pdf", "/c", "/a%22b%3Cc%3Ed%60e%7Bf%7Dg%5Eh%5Ci.pdf /c 301\n"},
		{"/a%23b%3Fc.pdf", "/c", "/a%23b%3Fc.pdf /c 301\n"},
		{"/%28a%29%27.pdf", "/c", "/(a)'.pdf /c 301\n"},
		{"/desa-é.pdf", "/c", "/desa-%C3%A9.pdf /c 301\n"},
		{"/desa-e\u0301.pdf", "/c", "/desa-e%CC%81.pdf /c 301\n"},
		{"/a/*.pdf", "/c", "/a/%2A.pdf /c 301\n"},
		{"/:a", "/c", "/%3Aa /c 301\n"},
		{"/x:a", "/c", "/x%3Aa /c 301\n"},
		{"/:1", "/c", "/%3A1 /c 301\n"},
		{"/10:30.pdf", "/c", "/10:30.pdf /c 301\n"},
		{"/a:", "/c", "/a: /c 301\n"},
		{"/x", "//lain.example/", ""},
		{"/x", "https://lain.example/", ""},
		{"//x", "/c", ""},
		{"x", "/c", ""},
		{"/a%0Ab", "/c", ""},
		{"/a%00", "/c", ""},
		{"/a\nb", "/c", ""},
		{"/%ff", "/c", ""},
		{"/a", "/b%0d%0aSet-Cookie:x", ""},
		{"/sama/", "/sama/", ""},
		{"/%73ama/", "/sama/", ""},
	} {
		s := host.Site{Redirects: []host.Redirect{{From: c.from, To: c.to}}}
		if got := string(s.RedirectsFile()); got != c.want {
			t.Errorf("%q to %q: %q, not %q", c.from, c.to, got, c.want)
		}
	}
	files := host.Site{Redirects: []host.Redirect{
		{From: "/a/", To: "/x/"}, {From: "/b.html", To: "/x/"}, {From: "/c.pdf", To: "/x/"},
		{From: "/d:e/", To: "/x/"}, {From: "/f.htm", To: "/x/"}, {From: "/g.PDF", To: "/x/"},
	}}
	const want = "/c.pdf /x/ 301\n/d%3Ae/ /x/ 301\n/g.PDF /x/ 301\n/a/ /x/ 301\n/b.html /x/ 301\n/f.htm /x/ 301\n"
	if got := string(files.RedirectsFile()); got != want {
		t.Errorf("files first: %q", got)
	}
	doubled := host.Site{Redirects: []host.Redirect{{"/a", "/b"}, {"/%61", "/c"}}}
	if twice := doubled.RedirectsFile(); string(twice) != "/a /b 301\n" {
		t.Errorf("an address twice: %q", twice)
	}
}

func FuzzRedirect(f *testing.F) {
	for _, old := range odd {
		f.Add("/"+old, "/"+old)
	}
	f.Fuzz(func(t *testing.T, from, to string) {
		s := host.Site{Redirects: []host.Redirect{{From: from, To: to}}}
		for _, server := range []string{"nginx", "caddy", "apache"} {
			with, err := s.Config(server, host.Options{Root: "/srv/x", Name: "x.example"})
			must(t, err)
			without, err := host.Site{Redirects: []host.Redirect{{From: "/a", To: "/b"}}}.Config(server,
				host.Options{Root: "/srv/x", Name: "x.example"})
			must(t, err)
			a, b := strings.Count(string(with[0].Data), "\n"), strings.Count(string(without[0].Data), "\n")
			if len(s.RedirectsFile()) > 0 && a != b {
				t.Errorf("%s: %q to %q changes what is around it", server, from, to)
			}
		}
	})
}
