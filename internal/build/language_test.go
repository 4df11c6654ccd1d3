package build_test

import (
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// The language of a site whose own file cannot be read is guessed from that file,
// in one reading.
func TestLanguageOfABrokenSite(t *testing.T) {
	for line, want := range map[string]string{
		"language: id":            "id",
		"language: id # bahasa":   "id",
		"language: \"en-GB\"\t#x": "en-GB",
		"language:   'id'  ":      "id",
		"language:":               "",
		"languages: [id]":         "",
		"x: y":                    "",
	} {
		files := base(t)
		files["data/site.yaml"] = strings.Repeat("# catatan\n", 300) + line + "\ntitle: [\n"
		if report, _ := check(t, files); report.Language != want {
			t.Errorf("%q: language %q, want %q", line, report.Language, want)
		}
	}
}

// A file with problems in many lines is opened once for building, and once for
// showing them.
func TestFilesAreReadOnceForTheirProblems(t *testing.T) {
	files := base(t)
	files["data/site.yaml"] = strings.Repeat("x: [\n", 300)
	files["content/news/a.md"] = "---\ntitle: A\ndate: 2024-01-01\nsummary: B\n---\n" +
		strings.Repeat("\n[a](tiada)\n", 50)
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, name := range []string{"data/site.yaml", "content/news/a.md"} {
		root := &counting{FS: tree, name: name}
		if _, _, err := build.New(build.Config{Root: root, Templates: builtin}).Build(noon); err != nil {
			t.Fatal(err)
		}
		if n := root.opened.Load(); n > 6 { // to look at, to read, to show, to guess the language
			t.Errorf("%s was opened %d times", name, n)
		}
	}
}

// counting counts how often one file is opened.
type counting struct {
	fs.FS
	name   string
	opened atomic.Int64
}

func (c *counting) Open(name string) (fs.File, error) {
	if name == c.name {
		c.opened.Add(1)
	}
	return c.FS.Open(name)
}

// What marks texts in another language is for use inside the program: no file has it.
func TestNoMarkIsPublished(t *testing.T) {
	out, problems := buildFiles(t, full(t))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	files := lab.Tree(t, out)
	for name, data := range files {
		if strings.Contains(string(data), "\uFDD0") {
			t.Errorf("%s has a mark", name)
		}
	}
	if page := string(files["404.html"]); !strings.Contains(page, `<span lang="id">`) {
		t.Errorf("404.html tells no Indonesian label from the English around it:\n%s", page)
	}
}
