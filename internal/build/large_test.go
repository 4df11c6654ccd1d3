package build_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// What is far too large is told at once and once: an editor waits no longer for
// a clear word than for a build.
func TestTooLargeIsToldAtOnce(t *testing.T) {
	const huge = 50 << 20
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
			problems, memory := built(t, files, c.file, c.size)
			most := uint64(huge) // what is read takes as much, what is parsed many times that
			if c.file == build.SiteFile {
				most *= 3 // its lines are looked through for the language to say so in
			}
			if memory > most {
				t.Errorf("%d MB of memory were taken", memory>>20)
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

// built builds a site in which one file, unless size is 0, has that size, and says how much
// memory that took altogether.
func built(t *testing.T, files map[string]string, file string, size int64) (diag.List, uint64) {
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
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, problems, err := build.New(build.Config{Root: root.FS(), Out: filepath.Join(dir, "public"),
		Templates: builtin}).Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return problems, after.TotalAlloc - before.TotalAlloc
}
