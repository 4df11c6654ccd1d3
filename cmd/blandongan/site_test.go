package main

import (
	"bytes"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"blandongan/internal/command"
	"blandongan/internal/lab"
)

// realSite builds the repository's own site and returns its files by path.
func realSite(t *testing.T, flags ...string) map[string][]byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	var stdout, stderr bytes.Buffer
	args := append([]string{"blandongan", "build", "--root", "../..", "--out", out}, flags...)
	if code := run(args, &stdout, &stderr); code != command.Fine {
		t.Fatalf("exit code %d\n%s%s", code, &stdout, &stderr)
	}
	return published(t, out)
}

// published returns the files of a built site by path, without our own
// book-keeping.
func published(t *testing.T, out string) map[string][]byte {
	t.Helper()
	files := lab.Tree(t, out)
	maps.DeleteFunc(files, func(p string, _ []byte) bool { return strings.HasPrefix(p, ".blandongan") })
	return files
}

func TestRealSiteHasItsPages(t *testing.T) {
	files := realSite(t)
	for folder, address := range map[string]string{
		"data/kecamatan/*.yaml": "kecamatan/", "data/programs/*.yaml": "program/", "data/visits/*.yaml": "kunjungan/",
		"content/news/*.md": "berita/", "content/pages/*.md": "",
	} {
		sources, err := filepath.Glob("../../" + folder)
		if err != nil || len(sources) == 0 {
			t.Fatal(folder, err)
		}
		for _, s := range sources {
			id := strings.TrimSuffix(filepath.Base(s), filepath.Ext(s))
			if page := address + id + "/index.html"; files[page] == nil && !strings.Contains(id, ".") {
				t.Errorf("%s has no page %s", s, page)
			}
		}
	}
	for _, name := range []string{
		"index.html", "kecamatan/index.html", "program/index.html", "kunjungan/index.html", "jejaring/index.html",
		"berita/index.html", "404.html",
		"berita/atom.xml", "berita/feed.json", "kunjungan/kalender.ics", "sitemap.xml", "robots.txt",
		".well-known/security.txt",
	} {
		if files[name] == nil {
			t.Errorf("no %s", name)
		}
	}
	if kecamatan, _ := filepath.Glob("../../data/kecamatan/*.yaml"); len(kecamatan) != 7 {
		t.Errorf("%d kecamatan, not 7", len(kecamatan))
	}
}

// Every link, image and fragment inside the site leads somewhere, also when the
// site lies below a path.
func TestRealSiteHasNoBrokenLink(t *testing.T) {
	for _, base := range []string{"https://tangsel.example/", "https://host.example/tangsel/"} {
		files := realSite(t, "--base-url", base)
		pages := map[string]*html.Node{}
		for name, data := range files {
			if path.Ext(name) == ".html" {
				root, err := html.Parse(bytes.NewReader(data))
				if err != nil {
					t.Fatal(name, err)
				}
				pages[name] = root
			}
		}
		links := 0
		for name, root := range pages {
			for _, link := range references(root) {
				links++
				if fault := follow(files, pages, base, name, link); fault != "" {
					t.Errorf("%s: %s: %s: %s", base, name, link, fault)
				}
			}
		}
		if links < 500 {
			t.Errorf("only %d links were followed", links)
		}
	}
}

// references returns every address that a page names.
func references(root *html.Node) []string {
	var list []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" || a.Key == "src" {
				list = append(list, a.Val)
			}
		}
	}
	return list
}

// follow resolves an address as a browser would and says what is wrong with it.
func follow(files map[string][]byte, pages map[string]*html.Node, base, page, link string) string {
	from, _ := url.Parse(base + strings.TrimSuffix(page, "index.html"))
	to, err := from.Parse(link)
	if err != nil {
		return err.Error()
	}
	below, ours := strings.CutPrefix(to.Scheme+"://"+to.Host+to.Path, base)
	switch {
	case to.Scheme != "http" && to.Scheme != "https":
		return ""
	case !ours && to.Host == from.Host:
		return "outside of the base path"
	case !ours:
		return ""
	}
	name := below
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if files[name] == nil {
		return "no such file"
	}
	if to.Fragment != "" && !hasID(pages[name], to.Fragment) {
		return "no such place in the page"
	}
	return ""
}

func hasID(root *html.Node, id string) bool {
	if root == nil {
		return false
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && a.Val == id {
				return true
			}
		}
	}
	return false
}

// Two builds are the same bytes, whatever the machine's zone and language. Each
// is a process of its own: a program reads its zone once, when it starts.
func TestRealSiteIsReproducible(t *testing.T) {
	_, command := programIn(t)
	builds := map[string]map[string][]byte{}
	for _, zone := range []string{"Asia/Jakarta", "America/Lima", "Pacific/Kiritimati"} {
		out := filepath.Join(t.TempDir(), "public")
		cmd := exec.Command(command, "build", "--root", "../..", "--out", out)
		locale := map[string]string{"Asia/Jakarta": "id_ID.UTF-8", "America/Lima": "tr_TR.UTF-8",
			"Pacific/Kiritimati": "C"}[zone]
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795521600", "TZ="+zone, "LANG="+locale, "LC_ALL="+locale)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		builds[zone] = published(t, out)
	}
	first := builds["Asia/Jakarta"]
	for zone, files := range builds {
		if len(files) != len(first) {
			t.Errorf("%s: %d files, not %d", zone, len(files), len(first))
		}
		for name, data := range first {
			if !bytes.Equal(data, files[name]) {
				t.Errorf("%s: %s differs", zone, name)
			}
		}
	}
}
