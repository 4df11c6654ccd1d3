package dev

import (
	"blandongan/internal/lab"
	"flag"
	"fmt"
	"runtime"
	"testing"
)

var (
	soakEdits    = flag.Int("edits", 50, "edits that TestSoak makes")
	soakArticles = flag.Int("articles", 100, "articles of TestSoak's site")
)

// TestSoak works under one watch for long: what it uses at the end is what it
// used at the start.
func TestSoak(t *testing.T) {
	lab.Slow(t)
	b := prepare(t)
	for i := range *soakArticles {
		b.write(fmt.Sprintf("content/news/%d/n%d.md", i%10, i), soakArticle(i, 0))
	}
	b.start()
	const name, address = "content/news/0/n0.md", "/berita/n0/"
	page := b.open(address)
	round := 0
	work := func(rounds int) {
		for range rounds {
			round++
			switch round % 10 {
			case 3: // broken and mended
				b.write(name, "---\ntitle: [\n---\n")
				page.breaks(name)
			case 7: // another folder comes and goes
				b.write("content/news/singgah/s.md", soakArticle(-1, 0))
			case 8:
				b.spoil("content/news/singgah/s.md", "", "")
			}
			b.write(name, soakArticle(0, round))
			page.shows(fmt.Sprintf("Isi %d.", round))
			for len(b.told) > 0 {
				<-b.told
			}
		}
	}
	work(20)
	goroutines, open, heap := runtime.NumGoroutine(), descriptors(t), liveHeap()
	work(*soakEdits)
	settle(t, "goroutines", goroutines+4, runtime.NumGoroutine) // a stream ends a moment after its tab
	settle(t, "descriptors", open+4, func() int { return descriptors(t) })
	after := liveHeap()
	t.Logf("%d edits of %d articles: heap %d KB, then %d KB", *soakEdits, *soakArticles, heap>>10, after>>10)
	if after > heap+heap/4+2<<20 {
		t.Errorf("the heap grew from %d KB to %d KB", heap>>10, after>>10)
	}
	b.clean()
}

func soakArticle(i, round int) string {
	return fmt.Sprintf(
		"---\ntitle: Berita %d\ndate: 2024-06-01\nsummary: Uji.\nkecamatan: [hulu]\n---\n\nIsi %d.\n",
		i,
		round,
	)
}

func liveHeap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
