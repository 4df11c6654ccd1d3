package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// What is far too large is told at once and once: an editor waits no longer for
// a clear word than for a build.
func TestTooLargeIsToldAtOnce(t *testing.T) {
	const huge, most = 50 << 20, time.Second
	long := strings.Repeat("berita-panjang-", 16) // 240 letters; file systems hold 255 bytes a name
	article := "---\ntitle: A\ndate: 2024-05-01\nsummary: B\nslug: " + strings.TrimRight(long, "-")[:101] + "\n---\n"
	for name, c := range map[string]struct {
		file, text string
		size       int64
		code       diag.Code
	}{
		"data":    {"data/programs/air-bersih.yaml", "name: A\n", huge, "file-too-big"},
		"sources": {"data/sources.yaml", "sensus:\n", huge, "file-too-big"},
		"site":    {"data/site.yaml", "title: A\n", huge, "file-too-big"},
		"article": {"content/news/keran-baru.md", article, huge, "file-too-big"},
		"name of data": {"data/programs/" + long + "x.yaml", full(t)["data/programs/air-bersih.yaml"], 0,
			"file-name-long"},
		"name of article": {"content/news/" + long + "x.md", strings.Replace(article, "slug:", "author:", 1), 0,
			"file-name-long"},
		"name of a file": {"content/files/" + long + ".txt", "x", 0, "address-long"},
		"slug":           {"content/news/slug.md", article, 0, "bad-slug"},
	} {
		t.Run(name, func(t *testing.T) {
			files := base(t)
			files[c.file] = c.text
			if c.code == "file-name-long" {
				refer(files, c.file)
			}
			problems, took := timed(t, files, c.file, c.size)
			if took > most {
				t.Errorf("took %v", took)
			}
			if len(problems) != 1 || problems[0].Code != c.code || problems[0].Place.File != c.file {
				t.Errorf("%v, want %s at %s", problems, c.code, c.file)
			}
		})
	}
}

// refer adds who names a thing as its file does: that is not at fault too.
func refer(files map[string]string, file string) {
	id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	key, scheme := "articles", "news"
	if filepath.Ext(file) == ".yaml" {
		key, scheme = "programs", "program"
	}
	files["content/pages/rujukan.md"] = "---\ntitle: A\n---\n\n[A](" + scheme + ":" + id + ")\n"
	files["data/visits/lain.yaml"] = "title: A\nstart: 2024\norigin: {name: B}\nsources: [kabar]\n" + key + ": [" +
		id + "]\n"
}

// timed builds a site in which one file, unless size is 0, has that size.
func timed(t *testing.T, files map[string]string, file string, size int64) (diag.List, time.Duration) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, files)
	if size > 0 {
		if err := os.Truncate(filepath.Join(dir, file), size); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	start := time.Now()
	_, problems, err := build.New(build.Config{Root: root.FS(), Out: filepath.Join(dir, "public"),
		Templates: builtin}).Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	return problems, time.Since(start)
}
