package dev

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/build"
)

// held is a builder that waits after it told of early pages until it is let go on.
type held struct {
	Builder
	early  chan map[string][]byte
	goOn   chan struct{}
	enough *atomic.Pointer[func() bool]
}

func (b *bench) hold() held {
	h := held{
		b.builder(b.out), make(chan map[string][]byte, 100), make(chan struct{}), new(atomic.Pointer[func() bool]),
	}
	b.config.Builder = h
	return h
}

// toldEarly waits for early pages.
func (b *bench) toldEarly(h held) map[string][]byte {
	b.t.Helper()
	select {
	case files := <-h.early:
		return files
	case <-time.After(enough):
		b.t.Fatal("nothing was told of early")
		return nil
	}
}

func (h held) Show(a build.Audience) {
	tell := a.Early
	a.Early = func(files map[string][]byte, left int) {
		tell(files, left)
		h.early <- files
		<-h.goOn
	}
	h.enough.Store(&a.Enough)
	h.Builder.Show(a)
}

// finished waits for a build to be told of.
func (b *bench) finished() *Built {
	b.t.Helper()
	b.until("the end of a build", func(e any) bool { _, is := e.(*Built); return is })
	return b.builds[len(b.builds)-1]
}

// cleanly builds the site as it is now into another folder, and returns its files.
func (b *bench) cleanly() map[string]string {
	b.t.Helper()
	dir := b.t.TempDir()
	builder := b.make(dir, false)
	_, _, err := builder.Build(noon)
	b.must(err)
	b.must(builder.Close())
	return tree(b.t, dir)
}

// get asks for an address with the validator of an earlier answer.
func (b *bench) get(address, tag string) (status int, body, newTag string) {
	b.t.Helper()
	req, err := http.NewRequestWithContext(b.t.Context(), http.MethodGet, b.url+address, nil)
	b.must(err)
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	res, err := http.DefaultClient.Do(req)
	b.must(err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	b.must(err)
	return res.StatusCode, string(data), res.Header.Get("ETag")
}

// without returns a page without our element.
func without(page string) string {
	from := strings.Index(page, "<script src=\""+scriptPath)
	return page[:from] + page[from+strings.Index(page[from:], "</script>")+len("</script>"):]
}

const programPage = "/program/air-bersih/"

// The pages that tabs show are there while the others are made, the same bytes as later, and tabs
// load them once.
func TestOpenPagesFirst(t *testing.T) {
	b := prepare(t)
	b.write("templates/base.html", b.builtin("base.html"))
	h := b.hold()
	b.start()
	page, other, nowhere := b.open(articlePage), b.open(programPage), b.open("/tidak/ada/")
	_, _, old := b.get(articlePage, "")
	b.edit("templates/base.html", "<body>", "<body class=\"awal\">")
	early := b.toldEarly(h)
	page.sees(`class="awal"`)
	other.sees(`class="awal"`)
	nowhere.sees(`class="awal"`)
	if _, text, _ := b.get("/tentang/", ""); strings.Contains(text, `class="awal"`) {
		t.Error("a page that nobody looked at was made first")
	}
	if on, err := os.ReadFile(filepath.Join(b.out, "berita/keran-baru/index.html")); err != nil ||
		strings.Contains(string(on), `class="awal"`) {
		t.Error("the output folder changed before all pages were made", err)
	}
	want := b.cleanly()
	for name, data := range early {
		if want[filepath.FromSlash(name)] != string(data) {
			t.Errorf("%s is not what a clean build makes", name)
		}
	}
	for _, x := range []*tab{page, other, nowhere} {
		if name := strings.TrimPrefix(x.address, "/") + "index.html"; x.status == 200 && without(x.page) != want[name] {
			t.Errorf("%s is not what a clean build makes", x.address)
		}
	}
	if status, _, _ := b.get(articlePage, old); status != http.StatusOK {
		t.Errorf("the old page again: %d", status)
	}
	_, _, tag := b.get(articlePage, "")
	if status, _, _ := b.get(articlePage, tag); status != http.StatusNotModified {
		t.Errorf("the early page again: %d", status)
	}
	late := b.open("/tentang/")
	close(h.goOn)
	late.sees(`class="awal"`)
	b.finished()
	if status, _, _ := b.get(articlePage, tag); status != http.StatusNotModified {
		t.Errorf("the early page, once all are made: %d", status)
	}
	b.edit("templates/base.html", `class="awal"`, `class="akhir"`)
	for _, x := range []*tab{page, other, nowhere} {
		if x.sees(`class="akhir"`); x.loads != 3 {
			t.Errorf("%s was loaded %d times for two saves", x.address, x.loads-1)
		}
	}
	late.sees(`class="akhir"`)
	b.finished()
	b.clean()
}

// A style sheet is served before it lies in the output folder, and swapped once.
func TestStyleFirst(t *testing.T) {
	b := prepare(t)
	css := b.builtin("assets/style.css")
	b.write("templates/assets/style.css", css)
	h := b.hold()
	b.start()
	page := b.open(articlePage)
	b.write("templates/assets/style.css", css+"\n.awal{order:1}\n")
	b.toldEarly(h)
	page.until("a swap", func() bool { return len(page.swaps) == 1 })
	sheet := page.swaps[0].Links[0].Href
	status, text, tag := b.get(sheet, "")
	if status != http.StatusOK || text != b.cleanly()[strings.TrimPrefix(sheet, "/")] {
		t.Errorf("%s: %d, or not what a clean build makes", sheet, status)
	}
	if _, err := os.Stat(filepath.Join(b.out, sheet)); err == nil {
		t.Error("the output folder changed before all pages were made")
	}
	close(h.goOn)
	b.finished()
	if status, _, _ := b.get(sheet, tag); status != http.StatusNotModified {
		t.Errorf("%s, once all pages are made: %d", sheet, status)
	}
	b.edit(article, "Keran baru", "Keran bergaya")
	page.sees("Keran bergaya")
	if page.loads != 2 || len(page.swaps) != 1 {
		t.Errorf("a style and a text: %d swaps, %d loads", len(page.swaps), page.loads-1)
	}
	b.finished()
	b.clean()
}

// faulty is a template that fails on one page.
const faulty = `{{define "uji"}}{{if eq .Title "Tamu datang"}}{{.Content.Tidak.Ada}}{{end}}{{end}}`

// What goes wrong on a page that nobody looks at takes early pages back. As long as it stands
// no page is shown early.
func TestLateFault(t *testing.T) {
	b := prepare(t)
	b.write("templates/article.html", b.builtin("article.html"))
	h := b.hold()
	b.start()
	page := b.open(articlePage)
	if title := "<h1>Tamu datang</h1>"; !strings.Contains(b.read("public/berita/tamu-datang/index.html"), title) {
		t.Fatalf("no %s", title)
	}
	_, good, _ := b.get(articlePage, "")
	b.write("templates/article.html", "<b>awal</b>"+faulty+`{{template "uji" .}}`+b.builtin("article.html"))
	b.toldEarly(h)
	page.sees("<b>awal</b>")
	close(h.goOn)
	page.breaks("templates/article.html")
	page.until("the last good page", func() bool { return page.page == good })
	b.finished()
	loads := page.loads
	b.write("templates/article.html", "<b>lagi</b>"+faulty+`{{template "uji" .}}`+b.builtin("article.html"))
	b.finished()
	if len(h.early) > 0 || page.loads != loads {
		t.Errorf("a fault that stands: %d builds told of early pages, %d loads", len(h.early), page.loads-loads)
	}
	b.write("templates/article.html", "<b>baik</b>"+b.builtin("article.html"))
	page.sees("<b>baik</b>")
	b.until("a good build", func(e any) bool { built, is := e.(*Built); return is && !failed(built) })
	b.clean()
}

// Who saves again does not wait for pages that nobody looks at, and nothing of the first save
// is lost.
func TestSaveMeanwhile(t *testing.T) {
	b := prepare(t)
	b.write("templates/base.html", b.builtin("base.html"))
	h := b.hold()
	b.start()
	page := b.open(articlePage)
	before := len(b.builds)
	b.edit("templates/base.html", "<body>", "<body class=\"satu\">")
	b.toldEarly(h)
	page.sees(`class="satu"`)
	b.edit(article, "Keran baru", "Keran kedua")
	b.eventually("impatience", *h.enough.Load())
	h.goOn <- struct{}{}
	b.toldEarly(h)
	page.sees("Keran kedua")
	if !strings.Contains(page.page, `class="satu"`) {
		t.Error("the first save is forgotten")
	}
	close(h.goOn)
	built := b.finished()
	if len(b.builds) != before+1 || len(built.Report.Edited) != 2 {
		t.Errorf("%d builds were told of, the last of %v", len(b.builds)-before, built.Report.Edited)
	}
	b.clean()
}

// A picture that a page shows is there before the page is.
func TestPictureBeforePage(t *testing.T) {
	b := prepare(t)
	h := b.hold()
	b.start()
	page := b.open(articlePage)
	b.edit("content/news/keran.svg", "M0 10", "M0 11") // while the article is saved too
	b.edit(article, "Keran baru", "Keran bergambar")
	page.sees("Keran bergambar")
	if len(h.early) > 0 && !strings.Contains(b.read("public/berita/keran.svg"), "M0 11") {
		t.Error("a page was shown before its picture")
	}
	close(h.goOn)
	b.until("both saves", func(any) bool {
		return strings.Contains(b.read("public/berita/keran.svg"), "M0 11")
	})
}
