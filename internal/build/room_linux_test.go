package build_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/build/past"
	"blandongan/internal/lab"
)

// On a disk that is nearly full, what builds remember keeps none from ending that would end without it.
func TestNoRoomForMemory(t *testing.T) {
	disk := lab.Disk(t, "24m")
	p := newProcesses(t, generated(t, 60))
	p.out = filepath.Join(disk, "public")
	memory, fill := filepath.Join(p.out, ".blandongan/memory"), filepath.Join(disk, "fill")
	tight := 0
	try := func() error {
		root, err := build.OpenDir(p.dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		b := build.New(build.Config{Root: root, Out: p.out, Templates: builtin, Program: "test"})
		defer b.Close()
		r, problems, err := b.Build(noon)
		if r.Unused == past.NoRoom {
			tight++
		}
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return err
	}
	articles, err := filepath.Glob(filepath.Join(p.dir, "content/news/*.md"))
	if err != nil || articles == nil {
		t.Fatal(articles, err)
	}
	article := articles[0]
	text, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	for free := int64(400); free >= 40; free -= 40 { // kB
		for _, err := range []error{os.RemoveAll(fill), os.WriteFile(article, text, 0o644), try(), try(),
			os.WriteFile(article, fmt.Appendf(bytes.Clone(text), "\nKata baru: tambahan%d.\n", free), 0o644)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		var now syscall.Statfs_t
		if err := syscall.Statfs(disk, &now); err != nil {
			t.Fatal(err)
		}
		room := int64(now.Bavail)*int64(now.Bsize) - free<<10
		if err := os.WriteFile(fill, make([]byte, max(room, 0)), 0o644); err != nil {
			t.Fatal(err)
		}
		remembering := try()
		if remembering == nil {
			p.same(fmt.Sprint(free, " kB free"))
			continue
		}
		if err := os.Remove(memory); err == nil && try() == nil {
			t.Fatalf("%d kB free: %v; without a memory there is no error", free, remembering)
		}
	}
	if tight == 0 {
		t.Error("there was always room")
	}
}
