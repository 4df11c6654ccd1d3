package build

import (
	"crypto/sha256"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/site"
	"blandongan/internal/source"
)

// digest is that of a file's bytes.
type digest = [sha256.Size]byte

// decoded is what a file holds, with its problems: a file that is not read
// again still repeats its warnings.
type decoded struct {
	entries  []*site.Entry
	problems diag.List
}

// stamp is how a picture is known not to have changed. Its bytes are not read
// for that: a wrong width is no wrong page, and pictures are large.
type stamp struct {
	size int64
	time time.Time
}

type size struct{ width, height int }

// read turns the written files into entries, in the order of the files.
func (w *walk) read(files []source.File) ([]*site.Entry, diag.List) {
	results := make([]decoded, len(files))
	var fresh atomic.Int64
	each(len(files), func(i int) {
		role := site.RoleOf(files[i].Name)
		switch {
		case files[i].Broken:
			results[i].entries, results[i].problems = site.Unread(files[i].Path)
		case role == site.Written:
			results[i] = w.readFile(files[i], &fresh)
		case role == site.Stray:
			results[i].problems = diag.List{stray(files[i].Path)}
		}
	})
	w.files.Sweep()
	w.report.Read = int(fresh.Load())
	var entries []*site.Entry
	var problems diag.List
	for _, r := range results {
		entries = append(entries, r.entries...)
		problems = append(problems, r.problems...)
	}
	return entries, problems
}

func stray(file string) diag.Problem {
	return diag.At(diag.Place{File: file}, "file-unknown")
}

func (w *walk) readFile(f source.File, fresh *atomic.Int64) decoded {
	text, problems := source.Read(w.config.Root, f)
	if problems != nil {
		entries, faults := site.Unread(f.Path)
		return decoded{entries, append(problems, faults...)}
	}
	result, reason := w.files.Get(f.Path, sha256.Sum256(text), func() (decoded, bool) {
		record, found := source.Parse(f.Path, text, w.markdown)
		entries, faults := site.Decode(record)
		return decoded{entries, append(found, faults...)}, true
	})
	if reason != "" {
		fresh.Add(1)
	}
	return result
}

// linkable lists the files that pages can link to, with the size of pictures.
func (w *walk) linkable(files []source.File) []plan.File {
	var list []plan.File
	for _, f := range files {
		if r := site.RoleOf(f.Name); r == site.Attached || r == site.Verbatim || f.Broken {
			list = append(list, plan.File{Path: f.Path, Name: f.Name, Broken: f.Broken, Image: source.IsImage(f.Name) && !f.Broken})
			if list[len(list)-1].Image {
				s, _ := w.images.Get(f.Path, stamp{f.Size, f.ModTime}, func() (size, bool) {
					width, height := source.ImageSize(w.config.Root, f.Path)
					return size{width, height}, true
				})
				list[len(list)-1].Width, list[len(list)-1].Height = s.width, s.height
			}
		}
	}
	w.images.Sweep()
	return list
}

// each calls do(0) … do(n-1), as many at a time as there are processors.
func each(n int, do func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

// language guesses the editors' language from the site's own file when it could
// not be read: that problem, too, should be told in it.
func (w *walk) language() string {
	for n := 1; n < 200; n++ {
		line := source.Line(w.config.Root, "data/site.yaml", n)
		if tag, ok := strings.CutPrefix(line, "language:"); ok {
			return strings.Trim(strings.TrimSpace(tag), `"'`)
		}
	}
	return ""
}

func cutFolder(file, folder string) (string, bool) { return strings.CutPrefix(file, folder+"/") }
