package lsp_test

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/lsp"
)

// counting counts the files that are opened.
type counting struct {
	folder
	opened *atomic.Int64
}

// folder is what the server asks of a folder of the machine.
type folder interface {
	fs.ReadLinkFS
	fs.StatFS
	fs.ReadDirFS
}

func (c counting) Open(name string) (fs.File, error) {
	c.opened.Add(1)
	return c.folder.Open(name)
}

func countingIn(opened *atomic.Int64) func(*lsp.Config) {
	return func(c *lsp.Config) {
		open := c.Open
		c.Open = func(shown string) (string, fs.FS, error) {
			path, root, err := open(shown)
			return path, counting{root.(folder), opened}, err
		}
	}
}

// withFindings are articles in each of which the desk finds something.
func withFindings(t testing.TB, n int) map[string]string {
	files := withArticles(t, n)
	for name := range maps.Clone(files) {
		if strings.HasPrefix(name, "content/news/a") {
			files[name] += "Terimakasih kepada warga.\n"
		}
	}
	return files
}

// After a pause the files whose problems are what they were are not read, and nobody is told of
// them; those that have others are, at the right place.
func TestPauseReadsLittle(t *testing.T) {
	var opened, walks atomic.Int64
	const n = 40
	files := withFindings(t, n)
	c := serve(t, files, countingIn(&opened), func(c *lsp.Config) {
		c.Now = func() time.Time { walks.Add(1); return noon }
	})
	c.open(article, "")
	for i := range n {
		c.until(fmt.Sprintf("content/news/a%05d.md", i), "told", has("word-misspelt"))
	}
	c.until(article, "known", func([]diagnostic) bool { return true })
	for len(c.told) > 0 {
		<-c.told
	}
	before, walked := opened.Load(), walks.Load()
	const other = "content/news/tamu-datang.md"
	c.edit(article, "title: Keran baru", "title: Tamu datang") // which that has, as only a walk can tell
	d := find(t, c.until(other, "a title twice", has("title-twice")), "title-twice")
	if want := (position{1, len("title: ")}); d.Range.Start != want || d.Range.End.Line != 1 {
		t.Errorf("the title is at %v", d.Range)
	}
	// What was written a moment ago is read again by each walk, once.
	most := (walks.Load() - walked) * int64(len(files)+n/4)
	if read := opened.Load() - before; read > most {
		t.Errorf("%d files were opened, want at most %d", read, most)
	}
	for len(c.told) > 0 {
		if file := <-c.told; file != article && file != other {
			t.Errorf("told again of %s", file)
		}
	}
	c.edit(article, "title: Tamu datang", "title: Keran baru")
	c.until(other, "mended", lacks("title-twice"))
}

// A renaming is refused where the site could not be read since the last change.
func TestRenameRefusesWhatIsStale(t *testing.T) {
	var broken atomic.Bool
	c := serve(t, base(t), in(lang.English), func(c *lsp.Config) {
		c.Log = io.Discard
		c.Now = func() time.Time {
			if broken.Load() {
				panic("no clock")
			}
			return noon
		}
	})
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	broken.Store(true)
	err := c.rename(article, "kecamatan: [hu", "udik")
	if err == nil || !strings.Contains(err.Error(), "not been read") {
		t.Errorf("from a failed walk: %v", err)
	}
	broken.Store(false)
	if err := c.rename(article, "kecamatan: [hu", "udik"); err != nil {
		t.Error(err)
	}
}
