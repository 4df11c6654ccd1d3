package publish

import (
	"os"
	"strings"
	"testing"
)

func TestOddNames(t *testing.T) {
	b := newBench(t)
	odd := files{}
	for _, name := range []string{" ", "a b", "a+b", "a%20b", "100%", "tanya?", "#1", "'", `"`, `\`, "*", "-rf", "..x", "x..", "é", "e\u0301", "日本", "a&b", "{a}", "~", "$HOME", ";", "|", "<i>", "a:b"} {
		odd[name] = name
		odd["folder "+name+"/"+name] = name
	}
	odd.write(t, b.public)
	b.publish()
	b.wants(odd)
	b.must()
}

func TestRefusesWhatCannotBeCarried(t *testing.T) {
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
		version(1).write(t, b.public)
		if err := c.make(b.public); err != nil {
			t.Fatal(err)
		}
		_, _, err := b.publish()
		wantFault(t, err, c.code)
		b.wants(files{})
	}
}

// Names too long for a file system, or for our records, are not made by
// compressing.
func TestLongNames(t *testing.T) {
	b := newBench(t)
	b.compress = func(n string) bool { return strings.HasSuffix(n, ".csv") }
	text := strings.Repeat("a,b\n", 300)
	folders := strings.Repeat(strings.Repeat("f", 99)+"/", 8)
	site := files{
		"index.html":                               "x",
		strings.Repeat("x", 249) + ".csv":          text, // 253 bytes: fine for every file system
		folders + strings.Repeat("y", 94) + ".csv": text, // 898 bytes
	}
	site.write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Error(err)
	}
	b.wants(site)
	b.must()
}
