package publish

import (
	"maps"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

func TestOddNames(t *testing.T) {
	b := newBench(t)
	odd := publishtest.Files{}
	for _, name := range []string{" ", "a b", "a+b", "a%20b", "100%", "tanya?", "#1", "'", `"`, `\`, "*", "-rf", "..x",
		"x..", "é", "e\u0301", "日本", "a&b", "{a}", "~", "$HOME", ";", "|", "<i>", "a:b"} {
		if !lab.CanName(name) {
			continue
		}
		odd[name] = name
		odd["folder "+name+"/"+name] = name
	}
	odd.Write(t, b.public)
	b.publish()
	b.wants(odd)
	b.must()
}

func TestRefusesWhatCannotBeCarried(t *testing.T) {
	lab.Links(t)
	for _, c := range []struct {
		code string
		make func(dir string) error
	}{
		{"link-in-site", func(dir string) error { return os.Symlink("/etc/passwd", dir+"/link") }},
		{"link-in-site", func(dir string) error { return os.Symlink("..", dir+"/folder") }},
		{"odd-name", func(dir string) error { return os.WriteFile(dir+"/a\nb", nil, 0o644) }},
		{"odd-name", func(dir string) error { return os.WriteFile(dir+"/a\xff", nil, 0o644) }},
		{"nothing-built", os.RemoveAll},
	} {
		b := newBench(t)
		publishtest.Version(1).Write(t, b.public)
		if err := c.make(b.public); err != nil {
			t.Fatal(err)
		}
		_, _, err := b.publish()
		publishtest.WantFault(t, err, c.code)
		b.wants(publishtest.Files{})
	}
}

// Names too long for a file system, or for our records, are not made by
// compressing.
func TestLongNames(t *testing.T) {
	b := newBench(t)
	b.compress = func(n string) bool { return strings.HasSuffix(n, ".csv") }
	text := strings.Repeat("a,b\n", 300)
	folders := strings.Repeat(strings.Repeat("f", 99)+"/", 8)
	site := publishtest.Files{
		"index.html":                               "x",
		strings.Repeat("x", 249) + ".csv":          text, // 253 bytes: fine for every file system
		folders + strings.Repeat("y", 94) + ".csv": text, // 898 bytes
	}
	site.Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Error(err)
	}
	b.wants(site)
	b.must()
}

// Only what was made is sent; the rest is told, and what an earlier version sent of
// it is removed at once, whatever it is.
func TestSendsOnlyWhatWasMade(t *testing.T) {
	b := newBench(t)
	site := publishtest.Version(1)
	site.Write(t, b.public)
	theirs := publishtest.Files{".git/config": "secret", ".env": "x", "berita/.DS_Store": "x", "foto.png": "x",
		"orang/index.html": "x", "index.html.swp": "x"}
	theirs.Add(t, b.public)
	b.publish() // as the earlier version did
	b.made = slices.Sorted(maps.Keys(site))
	b.consent.Removals = true
	plan, _, err := b.publish()
	if err != nil {
		t.Fatal(err)
	}
	b.wants(site)
	for _, a := range plan.Changes {
		if a.Action != Remove || a.Why != NotMade {
			t.Errorf("%+v", a)
		}
	}
	var read, of atomic.Int64
	onRead := func(done, all int) {
		read.Add(1)
		of.Store(int64(all))
		if done < 1 || done > all {
			t.Errorf("%d of %d files are read", done, all)
		}
	}
	tree, err := ReadTree(t.Context(), b.public, append(b.made, "hilang/index.html"), nil, onRead)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	if n := int64(len(tree.Files())); n == 0 || read.Load() != n || of.Load() != n {
		t.Errorf("told of %d and %d of %d files", read.Load(), of.Load(), n)
	}
	if got := strings.Join(tree.Others(), " "); got != ".env .git/ berita/.DS_Store foto.png index.html.swp orang/" {
		t.Errorf("others: %s", got)
	}
	if got := strings.Join(tree.Missing(), " "); got != "hilang/index.html" {
		t.Errorf("missing: %s", got)
	}
	b.must()
}

// What lies behind a link is not what was made.
func TestLinkedFolder(t *testing.T) {
	b := newBench(t)
	publishtest.Files{"lain/index.html": "theirs"}.Write(t, b.public)
	lab.Link(t, "lain", b.public+"/berita")
	b.made = []string{"berita/index.html"}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "link-in-site")
}
