package build_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/build/progress"
	"blandongan/internal/lab"
)

// brake is a site's folder that does something when a file is opened, by the number of openings.
type brake struct {
	fs.FS
	opened atomic.Int64
	at     int64
	do     func()
}

func (b *brake) Open(name string) (fs.File, error) {
	if b.opened.Add(1) == b.at {
		b.do()
	}
	return b.FS.Open(name)
}

// A build that is stopped, while it reads or while it makes pages, leaves what was there and nothing
// besides; one that came to its end is whole. What is built after it is what a clean build makes.
func TestStopped(t *testing.T) {
	files, dir := base(t), t.TempDir()
	for i := range 8 { // they are read when they are copied: among the pages
		files[fmt.Sprintf("content/files/surat-%d.txt", i)] = "Surat."
	}
	write(t, dir, files)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, first := range []bool{true, false} {
		out := filepath.Join(t.TempDir(), "public")
		if !first {
			builtInto(t, root, out)
			site := strings.Replace(files["data/site.yaml"], "title: ", "title: Kini ", 1)
			write(t, dir, map[string]string{"data/site.yaml": site})
		}
		whole := filepath.Join(t.TempDir(), "public")
		all := &brake{FS: root}
		builtInto(t, all, whole)
		stopped, making := 0, 0
		for at := int64(1); at <= all.opened.Load(); at++ {
			before := lab.Tree(t, out)
			stop := make(chan struct{})
			b := build.New(build.Config{Root: &brake{FS: root, at: at, do: func() { close(stop) }}, Out: out,
				Templates: builtin, Stop: stop})
			_, problems, err := b.Build(noon)
			switch {
			case errors.Is(err, build.ErrStopped):
				stopped++
				if b.Progress().Step == progress.Making {
					making++
				}
				if d := difference(before, lab.Tree(t, out)); d != "" {
					t.Fatalf("stopped at %d of %d: %s", at, all.opened.Load(), d)
				}
			case err != nil || problems.HasErrors():
				t.Fatal(err, problems)
			}
		}
		if making < 4 || stopped == making {
			t.Errorf("%d were stopped, %d of them among the pages", stopped, making)
		}
		builtInto(t, root, out)
		if d := difference(lab.Tree(t, whole), lab.Tree(t, out)); d != "" {
			t.Error(d)
		}
	}
}

func builtInto(t *testing.T, root fs.FS, out string) {
	t.Helper()
	_, problems, err := build.New(build.Config{Root: root, Out: out, Templates: builtin}).Build(noon)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
}

// The desk's look can be stopped, too.
func TestStoppedDesk(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, base(t))
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	stop := make(chan struct{})
	close(stop)
	b := build.New(build.Config{Root: root, Templates: builtin, Desk: true, Stop: stop})
	if _, _, err := b.Build(noon); !errors.Is(err, build.ErrStopped) {
		t.Errorf("%v", err)
	}
}

// How far a build is can be asked while it goes on: the steps come in their order, each ends where
// it said that it would, and pages are counted, not files.
func TestProgress(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	write(t, dir, base(t))
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var b *build.Builder
	var mu sync.Mutex
	seen := map[progress.Step]progress.Progress{}
	look := func() {
		mu.Lock()
		defer mu.Unlock()
		p := b.Progress()
		if p.Done > p.Of || p.Share < 0 || p.Share > 1 || p.Done < seen[p.Step].Done {
			t.Errorf("%+v after %+v", p, seen[p.Step])
		}
		seen[p.Step] = p
	}
	b = build.New(build.Config{Root: &always{root, look}, Out: out, Templates: builtin, Desk: true})
	report, problems, err := b.Build(noon)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	if p := b.Progress(); p.Step != progress.Looking || p.Done != p.Of || p.Share != 1 {
		t.Errorf("at last %+v", p)
	}
	if seen[progress.Reading].Of == 0 || seen[progress.Making].Of != report.Pages {
		t.Errorf("%+v of %d pages", seen, report.Pages)
	}
}

// always is a site's folder that does something whenever a file is opened.
type always struct {
	fs.FS
	do func()
}

func (a *always) Open(name string) (fs.File, error) {
	a.do()
	return a.FS.Open(name)
}
