package build_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

// An edited text changes few files of the index and no page but its own, under names that may be kept; the one file
// whose name stays is asked for anew.
func TestIndexFollows(t *testing.T) {
	lab.Slow(t)
	files := generated(t, 3000)
	b, dir, out := again(t, files)
	report(t, b)
	index := func(p string) bool { return strings.HasPrefix(p, "aset/cari/") || p == "cari/indeks.json" }
	before := lab.Tree(t, out)
	edited := ""
	for p := range files {
		if strings.HasPrefix(p, "content/news/") && (edited == "" || p < edited) {
			edited = p
		}
	}
	write(t, dir, map[string]string{edited: files[edited] + "\n\nAda zebra.\n"})
	r := report(t, b)
	after := lab.Tree(t, out)
	all, written, parts := 0, 0, 0
	for p, data := range after {
		if !index(p) {
			continue
		}
		all, parts = all+len(data), parts+1
		if !bytes.Equal(before[p], data) {
			written += len(data)
		}
		kept := strings.Contains(r.Host.CacheControl(p), "immutable")
		if kept == (p == "cari/indeks.json") || !strings.Contains(host.TypeOf(p), "charset=utf-8") && kept {
			t.Errorf("%s: %s, %s", p, r.Host.CacheControl(p), host.TypeOf(p))
		}
	}
	t.Logf("%d of %d bytes in %d files are written anew", written, all, parts)
	if parts < 100 || written == 0 || written > all/50 {
		t.Errorf("%d of %d bytes in %d files are written anew", written, all, parts)
	}
	for _, p := range r.Changed {
		if !index(p) && !strings.HasPrefix(p, "berita/") {
			t.Errorf("%s changed", filepath.ToSlash(p))
		}
	}
	if !strings.Contains(strings.Join(r.Changed, "\n"), "cari/indeks.json") {
		t.Errorf("the directory does not change: %v", r.Changed)
	}
}
