package lsp_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lsp"
)

var (
	edits    = flag.Int("edits", 500, "how many edits are made in the test of memory")
	articles = flag.Int("articles", 0, "how many more articles the site has in the test of memory and the benchmark")
)

// withArticles is a city with some more articles of 3 KB.
func withArticles(t testing.TB, n int) map[string]string {
	files := base(t)
	for i := range n {
		files[fmt.Sprintf("content/news/a%05d.md", i)] = fmt.Sprintf("---\ntitle: Berita %d\ndate: 2024-03-%02d\n"+
			"summary: Berita nomor %d.\nkecamatan: [hulu]\nprograms: [air-bersih]\n---\n\n%s", i, i%28+1, i,
			strings.Repeat("Warga melihat keran di [Hulu](kecamatan:hulu) dan [airnya](program:air-bersih).\n\n", 35))
	}
	return files
}

// Ten thousand edits leave the memory as it was: run with -edits 10000, on a large site with
// -articles 10000.
func TestMemoryStaysFlat(t *testing.T) {
	c := serve(t, withArticles(t, *articles))
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	typed := func(n int) {
		for i := range n {
			word := fmt.Sprintf("[x](program:p%d) huruf %d\n\n", i, i)
			c.edit(article, "\n---\n\n", "\n---\n\n"+word)
			c.edit(article, word, "")
			if i%50 == 0 {
				c.complete(article, "kecamatan: [")
				c.hover(article, "kecamatan: [hu")
			}
		}
		c.edit(article, "title: Keran", "title: [Keran")
		c.until(article, "broken", has("yaml-syntax"))
		c.edit(article, "title: [Keran", "title: Keran")
		c.until(article, "mended", func(l []diagnostic) bool { return len(l) == 0 })
	}
	typed(*edits / 4)
	before := heap()
	typed(*edits / 2)
	after := heap()
	t.Logf("%d edits: from %d kB to %d kB", *edits, before>>10, after>>10)
	if after > before+before/5+(4<<20) {
		t.Errorf("memory grew from %d to %d bytes", before, after)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkChange measures from a change to the problems that it brings about, in a site of
// -articles articles.
func BenchmarkChange(b *testing.B) {
	c := serve(b, withFindings(b, *articles), func(c *lsp.Config) { c.Quiet = 300 * time.Millisecond })
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	var slowest time.Duration
	for b.Loop() {
		began := time.Now()
		c.edit(article, "(news:tamu-datang#", "(news:tamu-dating#")
		c.until(article, "wrong", has("unknown-reference"))
		slowest = max(slowest, time.Since(began))
		c.edit(article, "(news:tamu-dating#", "(news:tamu-datang#")
		c.until(article, "right", lacks("unknown-reference"))
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
}

// BenchmarkPause measures from a change to what only a walk through the whole site tells, where
// the desk finds something in each of -articles articles.
func BenchmarkPause(b *testing.B) {
	var opened atomic.Int64
	c := serve(b, withFindings(b, *articles), countingIn(&opened), func(c *lsp.Config) { c.Quiet = time.Millisecond })
	c.open(article, "")
	const other = "content/news/tamu-datang.md"
	c.until(article, "known", func([]diagnostic) bool { return true })
	before := opened.Load()
	for b.Loop() {
		c.edit(article, "title: Keran baru", "title: Tamu datang")
		c.until(other, "a title twice", has("title-twice"))
		c.edit(article, "title: Tamu datang", "title: Keran baru")
		c.until(other, "mended", lacks("title-twice"))
	}
	b.ReportMetric(float64(opened.Load()-before)/float64(b.N), "opened/op")
}

// everything asks all there is to ask at a point.
func (c *client) everything(file string, line, character int) {
	at := map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)},
		"position":     map[string]any{"line": line, "character": character},
		"range": map[string]any{
			"start": map[string]any{"line": line, "character": character},
			"end":   map[string]any{"line": line + 1, "character": 0},
		},
		"context": map[string]any{"diagnostics": []any{}, "includeDeclaration": true},
	}
	for _, method := range []string{
		"completion", "hover", "definition", "references", "documentSymbol", "codeAction", "prepareRename",
	} {
		c.call("textDocument/"+method, at, nil)
	}
}

// FuzzEdits: whatever somebody types into whichever file, all questions are answered.
func FuzzEdits(f *testing.F) {
	files := base(f)
	for name, text := range files {
		if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".yaml") {
			f.Add(name, text, uint64(len(text)))
		}
	}
	for _, text := range []string{
		"---\ntitle: [", "a: {b: [c, \"d", "- - -", "\r\r\n\uFEFF", "---\n---\n[x](news:", "\x00\xff",
	} {
		f.Add("content/news/a.md", text, uint64(1))
		f.Add("data/programs/a.yaml", text, uint64(2))
	}
	f.Fuzz(func(t *testing.T, name, text string, seed uint64) {
		if len(text) > 100_000 || strings.ToValidUTF8(name, "") != name || strings.ContainsAny(name, "\x00#?%") ||
			filepath.Clean(name) != name || !filepath.IsLocal(name) {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		c := serve(t, base(t))
		c.open(name, text)
		r := rand.New(rand.NewPCG(seed, 1))
		for range 5 {
			runes := []rune(c.texts[name])
			if len(runes) == 0 {
				break
			}
			from := r.IntN(len(runes))
			to := min(from+r.IntN(20), len(runes))
			signs := []string{"", ":", "\n", "[", "- ", "\"", "\U0001F600"}
			with := string(runes[r.IntN(len(runes)):][:1]) + signs[r.IntN(len(signs))]
			c.editRunes(name, runes, from, to, with)
			c.everything(name, r.IntN(20), r.IntN(20))
		}
	})
}

func (c *client) editRunes(name string, runes []rune, from, to int, with string) {
	before, gone := string(runes[:from]), string(runes[from:to])
	r := rang{c.positionOf(before), c.positionOf(before + gone)}
	c.texts[name] = before + with + string(runes[to:])
	c.versions[name]++
	c.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": c.uri(name), "version": c.versions[name]},
		"contentChanges": []any{map[string]any{"range": lower(r), "text": with}},
	})
}

// positionOf is that of the end of a text.
func (c *client) positionOf(text string) position {
	c.texts[""] = text
	defer delete(c.texts, "")
	return c.positionIn("", len(text))
}

// large are texts of 100 KB, which were slow once or might be.
var large = map[string]string{
	"prose":    "---\ntitle: x\n---\n" + strings.Repeat("Warga melihat keran di [Hulu](kecamatan:hulo).\n\n", 2000),
	"keys":     strings.Repeat("kunci: nilai\n", 8000),
	"brackets": "a: " + strings.Repeat("[", 100_000),
	"quotes":   "a: [" + strings.Repeat("\"x\" ", 25_000),
	"hyphens":  strings.Repeat("- ", 50_000),
	"links":    "---\n---\n" + strings.Repeat("[x](", 25_000),
}

var largeFiles = []string{"content/news/besar.md", "data/programs/besar.yaml"}

// BenchmarkLarge opens each and asks everything.
func BenchmarkLarge(b *testing.B) {
	for what, text := range large {
		for _, name := range largeFiles {
			b.Run(what+path.Ext(name), func(b *testing.B) {
				c := serve(b, base(b))
				for b.Loop() {
					c.open(name, text)
					c.everything(name, 3, 3)
					c.close(name)
				}
			})
		}
	}
}

// A large file is answered for, also one that is all brackets.
func TestLargeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("large files")
	}
	c := serve(t, base(t))
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	for _, text := range large {
		for _, name := range largeFiles {
			c.open(name, text)
			c.everything(name, 3, 3)
			c.close(name)
		}
	}
	if err := os.RemoveAll(filepath.Join(c.dir, "data")); err != nil { // the site itself vanishes
		t.Fatal(err)
	}
	c.fileChanged("data")
	c.until("data/site.yaml", "told", func(l []diagnostic) bool { return len(l) > 0 })
}
