package build_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
	"blandongan/internal/lab/photo"
)

var photos = flag.Int("photos", 8, "photos of twelve million pixels of BenchmarkPhotos")

// counted is a folder that counts how often each of its pictures is opened.
type counted struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]int
}

func (w *counted) Open(name string) (fs.File, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch path.Ext(name) {
	case ".jpg", ".png":
		w.opened[path.Base(name)]++
	}
	return w.FS.Open(name)
}

// album is a site, an hour old, with an article of two pictures, one at its head.
func album(t *testing.T) (fstest.MapFS, *counted) {
	files := base(t)
	files["content/news/album.md"] = "---\ntitle: Album\ndate: 2024-01-01\nsummary: S.\n" +
		"image: {file: kepala.jpg, alt: Keran umum, credit: Tim}\n---\n\n![Sebuah keran](isi.png)\n"
	files["content/news/kepala.jpg"] = string(photo.Taken(photo.JPEG(photo.Corners(700, 500)), 6))
	files["content/news/isi.png"] = string(photo.PNG(photo.Corners(520, 300)))
	site := fstest.MapFS{}
	for name, text := range files {
		lay(site, name, text, time.Hour)
	}
	return site, &counted{FS: site, opened: map[string]int{}}
}

// lay puts a file into a site, so old.
func lay(site fstest.MapFS, name, text string, age time.Duration) {
	site[name] = &fstest.MapFile{Data: []byte(text), ModTime: time.Now().Add(-age)}
}

// take returns how often pictures were opened since it was last asked.
func (w *counted) take() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var list []string
	for _, name := range slices.Sorted(maps.Keys(w.opened)) {
		list = append(list, fmt.Sprint(name, " ", w.opened[name]))
	}
	clear(w.opened)
	return strings.Join(list, ", ")
}

// A picture is read twice when its copies are made: to look at it, and for its pixels. A second build looks at it once,
// and a save of a text not at all. A copy that is broken or gone is made again.
func TestPicturesAreKept(t *testing.T) {
	site, w := album(t)
	out := filepath.Join(t.TempDir(), "public")
	config := build.Config{Root: w, Out: out, Templates: builtin}
	built := func(b *build.Builder) {
		t.Helper()
		if _, problems, err := b.Build(noon); err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
	}
	built(build.New(config))
	if got, want := w.take(), "isi.png 2, kepala.jpg 2"; got != want {
		t.Errorf("a first build opens %s, not %s", got, want)
	}
	whole := lab.Tree(t, out)
	built(build.New(config))
	if got, want := w.take(), "isi.png 1, kepala.jpg 1"; got != want {
		t.Errorf("a second build opens %s, not %s", got, want)
	}
	copies, err := filepath.Glob(filepath.Join(out, "aset/gambar/*"))
	if err != nil || len(copies) != 8 {
		t.Fatal(copies, err)
	}
	if err := os.Truncate(copies[0], 100); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(copies[1]); err != nil {
		t.Fatal(err)
	}
	built(build.New(config))
	if diff := difference(whole, lab.Tree(t, out)); diff != "" {
		t.Error(diff)
	}
	w.take()

	config.Again = true
	b := build.New(config)
	defer b.Close()
	built(b)
	w.take()
	text := string(site["content/news/album.md"].Data)
	lay(site, "content/news/album.md", text+"\nLagi.\n", 0)
	built(b)
	if got := w.take(); got != "" {
		t.Errorf("a save of a text opens %s", got)
	}
	lay(site, "content/news/album.md", text+"\n![Yang baru](baru.jpg)\n", 0)
	lay(site, "content/news/baru.jpg", string(photo.JPEG(photo.Corners(640, 480))), 0)
	built(b)
	if got, want := w.take(), "baru.jpg 2"; got != want {
		t.Errorf("a new picture opens %s, not %s", got, want)
	}
	if err := b.Close(); err != nil { // its lock names the process
		t.Fatal(err)
	}
	clean := filepath.Join(t.TempDir(), "public")
	built(build.New(build.Config{Root: w, Out: clean, Templates: builtin}))
	if diff := difference(lab.Tree(t, clean), lab.Tree(t, out)); diff != "" {
		t.Error(diff)
	}
}

// A build that writes nowhere reads pictures all the same: one may be broken in the midst of its pixels.
func TestPicturesAreLookedAt(t *testing.T) {
	site, w := album(t)
	damaged := slices.Clone(site["content/news/isi.png"].Data)
	damaged[len(damaged)/2] ^= 0x55
	lay(site, "content/news/isi.png", string(damaged), time.Hour)
	_, problems, err := build.New(build.Config{Root: w, Templates: builtin}).Build(noon)
	if err != nil || len(problems) != 1 || problems[0].Code != "image-damaged" {
		t.Error(problems, err)
	}
	if got, want := w.take(), "isi.png 2, kepala.jpg 2"; got != want {
		t.Errorf("it opens %s, not %s", got, want)
	}
}

// The workbook that lies there is not packed again; a damaged one is.
func TestWorkbookIsKept(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	write(t, dir, full(t))
	built := func() {
		t.Helper()
		config := build.Config{Root: os.DirFS(dir), Out: out, Templates: builtin}
		if _, problems, err := build.New(config).Build(noon); err != nil || problems.HasErrors() {
			t.Fatal(problems, err)
		}
	}
	built()
	whole := lab.Tree(t, out)
	books, err := filepath.Glob(filepath.Join(out, "data/*.xlsx"))
	if err != nil || len(books) != 1 {
		t.Fatal(books, err)
	}
	data := whole["data/"+filepath.Base(books[0])]
	for name, broken := range map[string][]byte{
		"cut": data[:len(data)/2], "empty": nil,
		"damaged": slices.Concat(data[:900], []byte{data[900] ^ 1}, data[901:]),
	} {
		if err := os.WriteFile(books[0], broken, 0o644); err != nil {
			t.Fatal(err)
		}
		built()
		if diff := difference(whole, lab.Tree(t, out)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// The same picture under two names has one set of copies; one that no page shows has none.
func TestPicturesOfOneContent(t *testing.T) {
	site, w := album(t)
	lay(site, "content/news/sama.png", string(site["content/news/isi.png"].Data), time.Hour)
	lay(site, "content/news/sisa.png", string(photo.PNG(photo.Corners(530, 300))), time.Hour)
	lay(site, "content/news/lagi.md", "---\ntitle: Lagi\ndate: 2024-01-02\nsummary: S.\n---\n\n"+
		"![Sebuah keran](sama.png)\n", time.Hour)
	out := filepath.Join(t.TempDir(), "public")
	config := build.Config{Root: w, Out: out, Templates: builtin}
	if _, problems, err := build.New(config).Build(noon); err != nil || problems.HasErrors() {
		t.Fatal(problems, err)
	}
	copies, err := filepath.Glob(filepath.Join(out, "aset/gambar/*"))
	if err != nil || len(copies) != 8 {
		t.Error(copies, err)
	}
}

// BenchmarkPhotos builds a site with an album of photos of twelve million pixels, -photos of them:
//
//	cpu-s/photo  seconds of processor time a photo
//	peak-MB      the process's largest resident memory
func BenchmarkPhotos(b *testing.B) {
	dir := b.TempDir()
	files := base(b)
	text := "---\ntitle: Album\ndate: 2024-01-01\nsummary: S.\n---\n"
	big := string(photo.JPEG(photo.Landscape(4000, 3000)))
	for i := range *photos {
		text += fmt.Sprintf("\n![Sebuah keran](%d.jpg)\n", i)
		files[fmt.Sprintf("content/news/%d.jpg", i)] = big + fmt.Sprint(i) // another file to us, the same pixels
	}
	files["content/news/album.md"] = text
	write(b, dir, files)
	clear(files)
	big = ""
	debug.FreeOSMemory()
	defer debug.SetGCPercent(debug.SetGCPercent(150)) // as the command does
	var cpu time.Duration
	peak := 0
	for b.Loop() {
		out := filepath.Join(b.TempDir(), "public")
		resetPeak()
		began := lab.ProcessorTime()
		_, problems, err := build.New(build.Config{Root: os.DirFS(dir), Out: out, Templates: builtin}).Build(noon)
		if err != nil || problems.HasErrors() {
			b.Fatal(problems, err)
		}
		cpu += lab.ProcessorTime() - began
		peak = max(peak, peakMemory())
	}
	b.ReportMetric(cpu.Seconds()/float64(b.N**photos), "cpu-s/photo")
	b.ReportMetric(float64(peak), "peak-MB")
}
