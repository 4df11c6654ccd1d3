package templates_test

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
	"blandongan/templates"
)

// face is a built site that a server of its own shows, as a visitor would meet it.
type face struct {
	name   string
	dir    string // the output folder
	url    string // what every address begins with, ends in a slash
	server *httptest.Server
}

// home is the repository's own site; away is the second city: English, below a
// path, with a value in every field and eleven kecamatan.
var (
	home = sync.OnceValues(func() (*face, error) { return raise("home", "..", "/", time.Now()) })
	away = sync.OnceValues(func() (*face, error) {
		dir, err := secondCity()
		if err != nil {
			return nil, err
		}
		return raise("away", dir, "/situs/", when)
	})
	scratch = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "blandongan-face") })
)

// when is the time at which the invented cities are built.
var when = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	code := m.Run()
	stop()
	if dir, err := scratch(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// faces returns both sites.
func faces(t *testing.T) []*face {
	t.Helper()
	return []*face{need(home)(t), need(away)(t)}
}

// need ends a test that cannot have what it needs.
func need[T any](get func() (T, error)) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		got, err := get()
		var lacking lack
		switch {
		case errors.As(err, &lacking):
			lab.Lack(t, "%v", err)
		case err != nil:
			t.Fatal(err)
		}
		return got
	}
}

// patiently skips what takes long where nobody waits for it.
func patiently(t *testing.T) {
	t.Helper()
	switch {
	case lab.Raced:
		t.Skip("the race detector sees nothing of a browser; go test ./templates is run without")
	case testing.Short():
		t.Skip("takes long")
	}
}

// lack says what the machine lacks for a test, and how to get it.
type lack string

func (l lack) Error() string { return string(l) }

// raise builds a site for the server it will be shown by.
func raise(name, root, prefix string, now time.Time) (*face, error) {
	dir, err := scratch()
	if err != nil {
		return nil, err
	}
	f := &face{name: name, dir: filepath.Join(dir, name)}
	f.server = httptest.NewServer(http.StripPrefix(strings.TrimSuffix(prefix, "/"), f))
	f.url = f.server.URL + prefix
	folder, err := build.OpenDir(root)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	b := build.New(build.Config{Root: folder, Out: f.dir, Templates: templates.FS, BaseURL: f.url})
	_, problems, err := b.Build(now)
	if err == nil && problems.HasErrors() {
		err = fmt.Errorf("the site %s has problems: %v", name, problems)
	}
	return f, err
}

// types are those that a static host knows and Go may not.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".json": "application/json", ".geojson": "application/geo+json", ".csv": "text/csv; charset=utf-8",
	".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
}

// ServeHTTP is a plain static host: index pages, a page for what is missing,
// everything compressed.
func (f *face) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, err := fs.ReadFile(os.DirFS(f.dir), name)
	status := http.StatusOK
	if err != nil {
		name, status = "404.html", http.StatusNotFound
		data, _ = os.ReadFile(filepath.Join(f.dir, name))
	}
	h := w.Header()
	h.Set("Content-Type", cmp.Or(types[path.Ext(name)], mime.TypeByExtension(path.Ext(name)),
		"application/octet-stream"))
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := gzip.NewWriter(w)
	z.Write(data)
	z.Close()
}

// leaf is a page of a face.
type leaf struct {
	kind string
	name string // of the file, below the output folder
	url  string
	size int
}

// pages returns every page, sorted by name.
func (f *face) pages(t *testing.T) []leaf {
	t.Helper()
	var list []leaf
	err := fs.WalkDir(os.DirFS(f.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		info, err := d.Info()
		if err == nil {
			address := (&url.URL{Path: strings.TrimSuffix(name, "index.html")}).EscapedPath()
			list = append(list, leaf{kindOf(name), name, f.url + address, int(info.Size())})
		}
		return err
	})
	if err != nil || len(list) < 14 {
		t.Fatalf("%d pages, error %v", len(list), err)
	}
	return list
}

// stays returns the pages on which a visitor stays: not those at old addresses,
// which lead on before a browser could be asked about them.
func (f *face) stays(t *testing.T) []leaf {
	t.Helper()
	return slices.DeleteFunc(f.pages(t), func(page leaf) bool {
		return f.holds(t, page, `http-equiv="refresh"`)
	})
}

// isHidden says whether a page asks that no search name it.
func (f *face) isHidden(t *testing.T, page leaf) bool {
	t.Helper()
	return f.holds(t, page, `name="robots" content="noindex"`)
}

func (f *face) holds(t *testing.T, page leaf, html string) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(f.dir, filepath.FromSlash(page.name)))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(text, []byte(html))
}

// kinds returns the largest page of each kind, sorted by kind. Pages of prose that no search
// names are left out: search engines are right to mark them down.
func (f *face) kinds(t *testing.T) []leaf {
	t.Helper()
	list := slices.DeleteFunc(f.pages(t), func(page leaf) bool {
		return page.kind == "page" && f.isHidden(t, page)
	})
	slices.SortStableFunc(list, func(a, b leaf) int { return cmp.Or(cmp.Compare(a.kind, b.kind), b.size-a.size) })
	list = slices.CompactFunc(list, func(a, b leaf) bool { return a.kind == b.kind })
	if len(list) != 18 {
		t.Fatalf("%d kinds of pages, not 18: %v", len(list), list)
	}
	return list
}

// kindOf tells the kind of a page by its place.
func kindOf(name string) string {
	parts := strings.Split(name, "/")
	if len(parts[0]) == 2 { // the folder of an edition
		parts = parts[1:]
	}
	section := map[string][2]string{
		"kecamatan": {"kecamatan-list", "profile"}, "program": {"program-list", "program"},
		"kunjungan": {"visit-list", "visit"},
		"berita":    {"news-list", "article"}, "topik": {"topic-list", "topic"}, "jejaring": {"network"},
		"kota": {"city"}, "sumber": {"source-list"}, "data": {"data"}, "cari": {"search"}, "search": {"search"},
		"districts": {"kecamatan-list", "profile"}, "programs": {"program-list", "program"},
		"visits": {"visit-list", "visit"},
		"news":   {"news-list", "article"}, "topics": {"topic-list", "topic"}, "network": {"network"},
		"city": {"city"}, "sources": {"source-list"},
	}[parts[0]]
	switch {
	case name == "404.html":
		return "notfound"
	case len(parts) == 1:
		return "home"
	case section[0] == "":
		return "page"
	case len(parts) == 2:
		return section[0]
	}
	return section[1]
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := cmp.Or(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}
