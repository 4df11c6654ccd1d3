package templates_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// kB is a thousand bytes, as browsers and contracts for mobile data count.
const kB = 1000

// TestWeight holds what a page may cost a reader on a slow line: 100 kB with all
// that belongs to it, for a profile 60 kB of HTML and 40 kB in all, compressed as
// any host does it.
func TestWeight(t *testing.T) {
	for _, f := range faces(t) {
		heaviest := map[string]int{}
		for _, page := range f.pages(t) {
			all := f.load(t, page)
			heaviest[page.kind] = max(heaviest[page.kind], all)
			if most := map[bool]int{true: 40 * kB, false: 100 * kB}[page.kind == "profile"]; all > most {
				t.Errorf("%s/%s: %d bytes are transferred, more than %d", f.name, page.name, all, most)
			}
			if page.kind == "profile" && page.size > 60*kB {
				t.Errorf("%s/%s: %d bytes of HTML", f.name, page.name, page.size)
			}
		}
		t.Logf("%s: bytes of the heaviest pages: %v", f.name, heaviest)
	}
}

// TestScripts holds that nothing runs in the reader's browser but what sorts the
// table of kecamatan, and what searches; and what that may weigh.
func TestScripts(t *testing.T) {
	for _, f := range faces(t) {
		for _, page := range f.pages(t) {
			for n := range f.parse(t, page).Descendants() {
				if n.Data != "script" || attr(n, "type") == "application/ld+json" {
					continue
				}
				size := f.transferred(t, f.file(t, page, attr(n, "src")))
				if most := map[string]int{"kecamatan-list": 1 * kB, "search": 10 * kB}[page.kind]; size > most {
					t.Errorf("%s/%s has a script of %d bytes, more than %d", f.name, page.name, size, most)
				}
			}
		}
	}
}

// load returns how many bytes a browser fetches to show a page for the first
// time: the page, and every file that it names as a part of itself.
func (f *face) load(t *testing.T, page leaf) int {
	t.Helper()
	parts := map[string]bool{page.name: true}
	for n := range f.parse(t, page).Descendants() {
		rel := attr(n, "rel")
		for _, address := range []string{attr(n, "src"), attr(n, "poster"), attr(n, "href")} {
			if address == "" || strings.HasPrefix(address, "data:") || attr(n, "href") == address &&
				(n.Data != "link" || rel != "stylesheet" && rel != "icon") {
				continue
			}
			parts[f.file(t, page, address)] = true
		}
		for candidate := range strings.SplitSeq(attr(n, "srcset"), ",") { // all of them: the heaviest case is not known
			if fields := strings.Fields(candidate); len(fields) > 0 {
				parts[f.file(t, page, fields[0])] = true
			}
		}
	}
	total := 0
	for name := range parts {
		total += f.transferred(t, name)
	}
	return total
}

// file returns the name of the file at an address of ours.
func (f *face) file(t *testing.T, page leaf, address string) string {
	t.Helper()
	root := strings.TrimPrefix(f.url, f.server.URL)
	address, _, _ = strings.Cut(strings.TrimPrefix(address, f.server.URL), "#")
	if name, ours := strings.CutPrefix(address, root); ours {
		return name
	}
	if strings.HasPrefix(address, "/") || strings.Contains(address, ":") {
		t.Fatalf("%s/%s fetches %s from elsewhere", f.name, page.name, address)
	}
	return path.Join(path.Dir(page.name), address)
}

// transferred returns the size of a file on the line.
func (f *face) transferred(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(f.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	switch path.Ext(name) {
	case ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif":
		return len(data)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func (f *face) parse(t *testing.T, page leaf) *html.Node {
	t.Helper()
	file, err := os.Open(filepath.Join(f.dir, filepath.FromSlash(page.name)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
