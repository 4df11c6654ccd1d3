package dev

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
)

// Whatever is broken: the problem is shown with its place over every page, the
// last good site stays, and the save that mends it clears it.
func TestBadSaves(t *testing.T) {
	lab.Slow(t)
	for name, c := range map[string]struct {
		file, old, bad string // bad "" removes the file
		says           string // the file that is blamed, when it is another
	}{
		"YAML":         {"data/kecamatan/hulu.yaml", "borders: [hilir]", "borders: [hilir", ""},
		"value":        {"data/kecamatan/hulu.yaml", "value: 1000", "value: seribu", ""},
		"front matter": {article, "date: 2024-04-01 09:30", "date: kemarin", ""},
		"no front":     {article, "---\ntitle: Keran baru", "title: Keran baru", ""},
		"body":         {article, "news:tamu-datang", "news:tamu-pergi", ""},
		"referenced":   {"data/programs/air-bersih.yaml", "", "", "content/news/tamu-datang.md"},
		"picture":      {"content/news/keran.svg", "", "", "content/news/tamu-datang.md"},
		"site.yaml":    {"data/site.yaml", "language: id", "language: [", ""},
		"no site.yaml": {"data/site.yaml", "", "", ""},
		"base URL":     {"data/site.yaml", "https://contoh.example/", "contoh", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := prepare(t).start()
			pages := []*tab{b.open("/"), b.open(articlePage), b.open("/tidak/ada/")}
			good, was := b.read(c.file), tree(t, b.out)
			b.spoil(c.file, c.old, c.bad)
			blamed := c.says
			if blamed == "" {
				blamed = c.file
			}
			for _, page := range pages {
				page.breaks(blamed)
				page.load()
				page.breaks(blamed) // a tab opened now shows it too
			}
			for name, data := range tree(t, b.out) {
				if was[name] != data {
					t.Errorf("%s is not what it was", name)
				}
			}
			b.write(c.file, good)
			for _, page := range pages {
				page.until("the end of trouble", func() bool { return page.fine })
			}
			b.edit(article, "Keran baru", "Keran sesudahnya")
			pages[1].shows("Keran sesudahnya")
			b.clean()
		})
	}
}

// spoil replaces a text in a file, or removes it.
func (b *bench) spoil(file, old, bad string) {
	b.t.Helper()
	if old == "" {
		b.must(os.Remove(b.file(file)))
		return
	}
	b.edit(file, old, bad)
}

func TestBadTemplate(t *testing.T) {
	b := prepare(t)
	b.write("templates/page.html", "<h1>{{.Title}}</h1>{{.Titel}}")
	b.start()
	page := b.open("/tentang/")
	page.breaks("templates/page.html")
	b.write("templates/page.html", "<h1>{{.Title}}")
	page.breaks("templates/page.html")
	b.must(os.RemoveAll(b.file("templates")))
	page.shows("Ini kota contoh")
	b.clean()
}

// A site that was broken before we began has no page to show a problem on.
func TestBrokenFromTheStart(t *testing.T) {
	b := prepare(t)
	good := b.read("data/site.yaml")
	b.write("data/site.yaml", "title: [")
	b.start()
	page := b.open("/")
	if page.status != 404 || !strings.Contains(page.page, "<p>") {
		t.Errorf("%d %s", page.status, page.page)
	}
	page.breaks("data/site.yaml")
	b.write("data/site.yaml", strings.Replace(good, "https://contoh.example/", "https://contoh.example/kota/", 1))
	page.shows("Etalase Kota Contoh")
	if page.address != "/kota/" {
		t.Errorf("the tab is at %s", page.address)
	}
}

func TestProblemsInFull(t *testing.T) {
	b := prepare(t).start()
	page := b.open("/")
	b.edit("data/kecamatan/hulu.yaml", "name: Hulu", "nama: <b>Hulu</b>")
	b.edit(article, "date: 2024-04-01 09:30", "date: 2024-04-31")
	page.breaks(article)
	page.breaks("data/kecamatan/hulu.yaml")
	p := page.overlay.Problems[0]
	if p.Place != article+":3:7" || p.Severity != "error" || p.Word != "galat" || p.Excerpt != "date: 2024-04-31" ||
		p.Caret != 6 ||
		p.Text == "" {
		t.Errorf("%+v", p)
	}
	var advised bool
	for _, p := range page.overlay.Problems {
		advised = advised || p.Advice != ""
	}
	if !advised || !strings.Contains(page.overlay.Title, "galat harus diperbaiki") {
		t.Errorf("%+v", page.overlay)
	}
}

// Warnings are for the terminal: they stop nothing.
func TestWarningsDoNotCover(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	b.edit(article, "Keran ketiga dibuka. Lihat", "Keran <b>keempat</b> dibuka. Lihat")
	page.shows("keempat")
	b.until("a warning", func(e any) bool {
		built, ok := e.(*Built)
		return ok && len(built.Problems) > 0 && !built.Problems.HasErrors()
	})
}

// ill is a builder on a machine that sometimes fails.
type ill struct {
	Builder
	fails func() error
}

func (i ill) Build(now time.Time) (build.Report, diag.List, error) {
	if err := i.fails(); err != nil {
		return build.Report{}, nil, err
	}
	return i.Builder.Build(now)
}

func TestFullDisk(t *testing.T) {
	b := prepare(t)
	full := filepath.Join(t.TempDir(), "full")
	b.config.Builder = ill{b.builder(b.out), func() error {
		if _, err := os.Stat(full); err == nil {
			return &os.PathError{Op: "write", Path: "public/index.html", Err: syscall.ENOSPC}
		}
		return nil
	}}
	b.start()
	page := b.open(articlePage)
	b.must(os.WriteFile(full, nil, 0o644))
	b.edit(article, "Keran baru", "Keran penuh")
	page.until("the trouble", func() bool { return page.overlay != nil })
	if text := page.overlay.Problems[0].Text; !strings.Contains(text, "ruang disk habis") {
		t.Errorf("a full disk reads %q", text)
	}
	b.must(os.Remove(full)) // nothing rings; we try again by ourselves
	page.shows("Keran penuh")
}

// A watch does not wait for ever for a folder that another one holds.
func TestFolderHeld(t *testing.T) {
	b := prepare(t)
	first := b.builder(b.out)
	_, _, err := first.Build(noon)
	b.must(err)
	defer first.Close()
	b.config.Builder = b.builder(b.out)
	if _, busy := build.Busy(Run(t.Context(), b.config)); !busy {
		t.Error("the second watch does not say that the folder is in use")
	}
}

// Two watches may want one folder; the second takes over when the first ends soon.
func TestFolderInUse(t *testing.T) {
	b := prepare(t)
	first := b.builder(b.out)
	_, _, err := first.Build(noon)
	b.must(err)
	b.start()
	page := b.open(articlePage)
	page.until("the trouble", func() bool { return page.overlay != nil })
	if text := page.overlay.Problems[0].Text; !strings.Contains(text, "sedang dipakai proses") {
		t.Errorf("a folder in use reads %q", text)
	}
	b.edit(article, "Keran baru", "Keran giliran")
	b.must(first.Close())
	page.shows("Keran giliran")
}

// A manifest that nobody can read is told in the reader's language and left as it is; once mended, all goes on.
func TestManifestUnreadable(t *testing.T) {
	b := prepare(t)
	first := b.builder(b.out)
	_, _, err := first.Build(noon)
	b.must(err)
	b.must(first.Close())
	manifest := filepath.Join(b.out, ".blandongan", "manifest")
	good, err := os.ReadFile(manifest)
	b.must(err)
	b.must(os.WriteFile(manifest, []byte("rusak\n"), 0o644))
	b.start()
	page := b.open(articlePage)
	page.until("the trouble", func() bool { return page.overlay != nil })
	if text := page.overlay.Problems[0].Text; !strings.Contains(text, "manifest rusak, atau dari versi program") {
		t.Errorf("a damaged manifest reads %q", text)
	}
	if left, _ := os.ReadFile(manifest); string(left) != "rusak\n" {
		t.Errorf("of the damaged manifest %q is left", left)
	}
	b.must(os.WriteFile(manifest, good, 0o644))
	b.edit(article, "Keran baru", "Keran pulih")
	page.shows("Keran pulih")
}

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		err    error
		id, en string
	}{
		{&os.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, "tidak ada izin", "no permission"},
		{errors.Join(errors.New("a"), syscall.EROFS), "tidak dapat ditulisi", "cannot be written"},
		{syscall.EADDRINUSE, "program lain", "another program"},
		{&os.PathError{Op: "open", Path: "x", Err: syscall.EROFS}, "x tidak dapat dibaca: ", "x cannot be read: "},
		{errors.New("something else"), "something else", "something else"},
	} {
		if id, en := Plain(c.err, diag.Indonesian), Plain(c.err, diag.English); !strings.Contains(id, c.id) ||
			!strings.Contains(en, c.en) {
			t.Errorf("%v: %q, %q", c.err, id, en)
		}
	}
}

// What the desk finds is told on demand, that of the page's own article first, and keeps
// nothing from being built.
func TestDesk(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	page.until("the desk", func() bool { return page.desk.Title != "" })
	before := page.desk.Count
	b.edit(article, "Keran ketiga dibuka. Lihat", "Keran ketiga dibuka, [klik di sini](https://lain.example/). Lihat")
	page.shows("klik di sini")
	page.until("a finding", func() bool { return len(page.desk.Here) > 0 })
	found := page.desk.Here[0]
	if found.File != article || found.Severity != "warning" || found.Width != len("klik di sini") ||
		!strings.Contains(found.Excerpt, "klik di sini") || page.desk.Count != before+1 {
		t.Errorf("%+v", page.desk)
	}
	other := b.open("/tentang/")
	other.until("a finding elsewhere", func() bool { return len(other.desk.Others) == before+1 })
	if len(other.desk.Here) > 0 || other.desk.More != "" {
		t.Errorf("%+v", other.desk)
	}
	// Most are counted.
	b.edit(article, "klik di sini](https://lain.example/)",
		"klik di sini](https://lain.example/)"+strings.Repeat(" [di sini](https://lain.example/)", 2*mostInPanel))
	page.until("many findings", func() bool { return len(page.desk.Here) == mostInPanel })
	for _, p := range page.desk.Others {
		if p.File == article {
			t.Errorf("%s is told of as another file", p.File)
		}
	}
	if !strings.Contains(page.desk.More, strconv.Itoa(page.desk.Count-len(page.desk.Here)-len(page.desk.Others))) {
		t.Errorf("%q of %d", page.desk.More, page.desk.Count)
	}
	b.clean()
}
