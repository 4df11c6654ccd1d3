package build_test

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
)

// locked is a site's folder in which one file cannot be opened, if it has a name.
type locked struct {
	fs.FS
	name string
}

func (l *locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.FS.Open(name)
}

// noted is a city that an earlier process built, with an article of which the next one reads the
// words where it needs them, and a builder of that one which knows all of it.
func noted(t *testing.T, wrap func(fs.FS) fs.FS) (p *processes, b *build.Builder, files map[string]string) {
	t.Helper()
	files = base(t)
	files[article] = "---\ntitle: Satu\ndate: 2024-01-01\nsummary: S.\n---\n\nKata [sana](keran-baru.md) xyzzy.\n"
	p = newProcesses(t, files)
	p.build(true)
	root, err := build.OpenDir(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	b = build.New(build.Config{Root: wrap(root), Out: p.out, Templates: builtin, Program: "test", Again: true})
	b.Age(time.Hour)
	t.Cleanup(func() { b.Close(); root.Close() })
	if r := report(t, b); !r.Recalled || r.Made > 0 {
		t.Fatalf("recalled: %t; %d made", r.Recalled, r.Made)
	}
	return p, b, files
}

const article = "content/news/satu.md"

// renamed is the city's file with another description, which all pages and the index stand on.
func renamed(files map[string]string) map[string]string {
	text := strings.Replace(files[build.SiteFile], "description: ", "description: Kini ", 1)
	return map[string]string{build.SiteFile: text}
}

// A text that cannot be read when its page and its words are made, and can be the next time, is on
// its page then and is found: nothing of it was taken for empty, by this process or by the next.
func TestTextThatCouldNotBeRead(t *testing.T) {
	folder := &locked{}
	p, b, files := noted(t, func(root fs.FS) fs.FS { folder.FS = root; return folder })
	refused := func(b *build.Builder) {
		t.Helper()
		folder.name = article
		_, problems, err := b.Build(noon)
		if err != nil || len(problems) != 1 || problems[0].Code != "file-changing" ||
			problems[0].Place.File != article {
			t.Fatal(err, problems)
		}
		folder.name = ""
	}
	write(t, p.dir, renamed(files))
	refused(b)
	report(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	p.same("after a text that could not be read")
	p.build(true)
	p.same("in the next process")

	write(t, p.dir, map[string]string{build.SiteFile: files[build.SiteFile]})
	once := build.New(build.Config{Root: folder, Out: p.out, Templates: builtin, Program: "test"})
	once.Age(time.Hour)
	refused(once)
	p.build(true)
	p.same("after a process that builds once")
}

// A build that trusts what it is told and meets a file that changed besides ends as one that was
// given up, and says nothing: the next one looks at all.
func TestTrustingBuildMeetsAChange(t *testing.T) {
	p, b, files := noted(t, func(root fs.FS) fs.FS { return root })
	early := 0
	b.Show(build.Audience{
		First:  func() []string { return []string{"berita/satu/index.html"} },
		Early:  func(map[string][]byte, int) { early++ },
		Enough: func() bool { return false },
	})
	before := lying(t, p.out)
	write(t, p.dir, renamed(files))
	write(t, p.dir, map[string]string{article: files[article] + "\nLagi.\n"})
	b.Tell([]string{build.SiteFile})
	r, problems, err := b.Build(noon)
	if err != build.ErrGivenUp || !r.Trusting || len(problems) > 0 || early > 0 {
		t.Fatalf("trusting: %t; %v, %v; %d times early pages", r.Trusting, err, problems, early)
	}
	if diff := difference(before, lying(t, p.out)); diff != "" {
		t.Fatal(diff)
	}
	write(t, p.dir, map[string]string{article: files[article]})
	if r := report(t, b); r.Trusting {
		t.Error("it trusts what it was told before")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	p.same("after the look at all")
}

// A build that was told of a file which nobody knew looks at all, and says so.
func TestTrustingSaysSo(t *testing.T) {
	b, dir, _ := again(t, base(t))
	tell := func(file string, want bool) {
		t.Helper()
		b.Tell([]string{file})
		if r := report(t, b); r.Trusting != want {
			t.Errorf("told of %s it trusts: %t", file, r.Trusting)
		}
	}
	tell(build.SiteFile, false) // it knows no file yet
	tell(build.SiteFile, true)
	const name = "content/news/baru.md"
	write(t, dir, map[string]string{name: "---\ntitle: Baru\ndate: 2024-01-01\nsummary: S.\n---\n"})
	tell(name, false)
	tell(name, true)
}
