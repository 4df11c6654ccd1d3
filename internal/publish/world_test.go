package publish

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"blandongan/internal/publish/publishtest"
)

// world is a site that goes on being edited.
type world struct {
	r     *rand.Rand
	style int
	revs  map[string]int
}

func newWorld(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 0)), revs: map[string]int{}}
	for i := range 40 {
		w.revs[fmt.Sprintf("berita/%d", i)] = 1
	}
	return w
}

// edit changes some pages, adds and withdraws some, and sometimes the style of all.
func (w *world) edit() {
	if w.r.IntN(2) == 0 {
		w.style++
	}
	for _, name := range slices.Sorted(maps.Keys(w.revs)) {
		if w.r.IntN(4) == 0 {
			w.revs[name]++
		}
	}
	for range 3 {
		name := fmt.Sprintf("topik/%d", w.r.IntN(12))
		if w.revs[name] > 0 {
			delete(w.revs, name)
		} else {
			w.revs[name] = w.r.IntN(1000) + 1
		}
	}
}

// site is the world as files: each begins and ends with its mark, and assets bear
// the digest of what they hold.
func (w *world) site() publishtest.Files {
	f := publishtest.Files{}
	css := marked(fmt.Sprintf("css %d", w.style), 20_000)
	style := "aset/style." + digestOfText(css)[:8] + ".css"
	f[style] = css
	for name, rev := range w.revs {
		photo := name + "/foto.jpg"
		f[photo] = marked(fmt.Sprintf("photo %d", rev/3), 6_000)
		f[name+"/index.html"] = marked(fmt.Sprintf("page %d.%d %s %s", w.style, rev, style, photo), 9_000)
	}
	f["index.html"] = marked(fmt.Sprintf("page %d.%d %s", w.style, len(f), style), 5_000)
	f["sitemap.xml"] = marked(fmt.Sprintf("map %d", w.r.Int()), 3_000)
	return f
}

// marked is a text between two marks.
func marked(line string, size int) string {
	return line + "\n" + strings.Repeat("isi halaman ini\n", size/16) + line
}

// isWhole says whether a text is whole.
func isWhole(text string) (words []string, ok bool) {
	first, _, _ := strings.Cut(text, "\n")
	last := text[strings.LastIndexByte(text, '\n')+1:]
	return strings.Fields(first), first == last && first != ""
}
