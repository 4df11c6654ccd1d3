package dev

import (
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/dev/tabs"
	"blandongan/templates"
)

// An article that gets another address takes its readers along.
func TestMovedPage(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	b.edit(article, "title: Keran baru", "title: Keran baru\nslug: keran-ketiga")
	page.until("the new address", func() bool { return page.address == "/berita/keran-ketiga/" })
	if page.note == nil || !strings.Contains(page.note.Text, articlePage) {
		t.Errorf("the page says %+v", page.note)
	}
	old := b.open(articlePage) // a bookmark
	if old.status != 404 || old.note == nil || old.note.Href != "/berita/keran-ketiga/" {
		t.Errorf("the old address: %d, %+v", old.status, old.note)
	}
	b.edit(article, "slug: keran-ketiga", "slug: keran-keempat") // and again
	page.until("the newer address", func() bool { return page.address == "/berita/keran-keempat/" })
	if old.load(); old.note == nil || old.note.Href != page.address {
		t.Errorf("the oldest address: %+v", old.note)
	}
	b.edit(article, "\nslug: keran-keempat", "")
	old.until("the page's return", func() bool { return old.status == 200 && old.note == nil })
	page.until("the page's return", func() bool { return page.address == articlePage })
}

func TestDeletedPage(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	text := b.read(article)
	b.must(os.Remove(b.file(article)))
	page.until("a note", func() bool { return page.note != nil && page.note.Href == "/" })
	if page.status != 200 || page.loads != 1 {
		t.Error("the text went away with the page")
	}
	if fresh := b.open(articlePage); fresh.status != 404 || fresh.note == nil {
		t.Errorf("a fresh look at a deleted page: %d, %+v", fresh.status, fresh.note)
	}
	b.write(article, text)
	page.until("the page's return", func() bool { return page.loads == 2 && page.note == nil && page.status == 200 })
}

// A style sheet is swapped; all else that a page shows reloads it.
func TestWhatReloads(t *testing.T) {
	b := prepare(t)
	css, err := templates.FS.ReadFile("assets/style.css")
	b.must(err)
	b.write("templates/assets/style.css", string(css))
	b.write("content/files/gaya.css", "@font-face { src: url('/huruf.woff2') }")
	b.write("content/files/huruf.woff2", "satu")
	b.write(
		"templates/base.html",
		strings.Replace(
			b.builtin("base.html"),
			`<link rel="icon"`,
			`<link rel="stylesheet" href="/gaya.css"><link rel="icon"`,
			1,
		),
	)
	b.start()
	page, other := b.open("/berita/tamu-datang/"), b.open("/tentang/")

	b.write("templates/assets/style.css", string(css)+"\nh1 { color: red }")
	page.until("a swap", func() bool { return len(page.swaps) == 1 })
	if links := page.swaps[0].Links; len(links) != 3 || !strings.HasPrefix(links[0].Href, "/aset/style.") ||
		strings.Contains(page.page, links[0].Href) {
		t.Errorf("swapped %+v", links)
	}
	b.write("content/files/gaya.css", "p { color: red } @font-face { src: url('/huruf.woff2') }") // at the same address
	page.until("a second swap", func() bool { return len(page.swaps) == 2 })
	if page.loads != 1 {
		t.Error("a style sheet reloaded the page")
	}
	b.write("content/files/huruf.woff2", "dua") // which a browser keeps
	page.until("a reload", func() bool { return page.loads == 2 })
	other.until("both swaps and the reload", func() bool { return other.loads == 2 })
	b.edit("content/news/keran.svg", "M0 10", "M0 11")
	page.until("a reload for a picture", func() bool { return page.loads == 3 })
	b.edit("content/pages/tentang.md", "Ini kota", "Inilah kota")
	other.shows("Inilah kota")
	if other.loads != 3 || page.loads != 3 {
		t.Errorf("a picture of one page and a text of another: %d, %d loads", page.loads, other.loads)
	}
}

func (b *bench) builtin(name string) string {
	b.t.Helper()
	data, err := templates.FS.ReadFile(name)
	b.must(err)
	return string(data)
}

// What was missed while nobody listened is told at once.
func TestLateTab(t *testing.T) {
	b := prepare(t).start()
	page, sleeper := b.open(articlePage), b.open(articlePage)
	sleeper.leave()
	b.edit(article, "Keran baru", "Keran terlambat")
	page.shows("Keran terlambat")
	sleeper.connect()
	sleeper.shows("Keran terlambat")
	if sleeper.loads != 2 {
		t.Errorf("%d loads", sleeper.loads)
	}
}

// An article falls due without a save.
func TestTimeIsABell(t *testing.T) {
	b := prepare(t)
	var shift atomic.Int64
	b.config.Now = func() time.Time { return noon.Add(time.Duration(shift.Load())) }
	b.edit(article, "date: 2024-04-01 09:30", "date: "+noon.Add(time.Hour).Format(time.RFC3339))
	b.start()
	page := b.open(articlePage)
	if page.status != 404 {
		t.Fatalf("an article of the future answers %d", page.status)
	}
	shift.Store(int64(time.Hour - 100*time.Millisecond)) // not yet
	b.edit("content/pages/tentang.md", "Ini kota", "Inilah kota")
	b.open("/tentang/").shows("Inilah kota")
	shift.Store(int64(time.Hour))
	page.until("the article", func() bool { return page.status == 200 })
	b.until("the cause", func(e any) bool { built, ok := e.(*Built); return ok && built.Cause == Due })
}

// Run leaves nothing behind: no goroutine, no descriptor, no lock.
func TestLeavesNothing(t *testing.T) {
	t.Run("watch", watchOnce) // Go itself opens some when it first waits for a connection
	before := descriptors(t)
	for range 3 {
		t.Run("watch", watchOnce)
	}
	settle(t, "descriptors", before, func() int { return descriptors(t) })
}

func watchOnce(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	b.open("/")
	b.edit(article, "Keran baru", "Keran terakhir")
	page.shows("Keran terakhir")
	b.stop() // with open streams
	b.clean()
	again := b.builder(b.out) // the folder is free
	_, _, err := again.Build(noon)
	b.must(err)
	b.must(again.Close())
}

// Streams of one browser are few, and all of them are bounded.
func TestManyStreams(t *testing.T) {
	b := prepare(t).start()
	first := b.open(articlePage)
	for range tabs.PerBrowser {
		b.open("/")
	}
	for e := range first.events {
		if e.name == "rest" {
			return
		}
	}
	t.Error("the oldest stream was not sent to rest")
}
