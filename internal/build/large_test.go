package build_test

import (
	"os"
	"path/filepath"
	"slices"
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
		"data":            {"data/programs/air-bersih.yaml", "name: A\n", huge, "file-too-big"},
		"sources":         {"data/sources.yaml", "sensus:\n", huge, "file-too-big"},
		"site":            {"data/site.yaml", "title: A\n", huge, "file-too-big"},
		"article":         {"content/news/keran-baru.md", article, huge, "file-too-big"},
		"name of data":    {"data/programs/" + long + "x.yaml", full(t)["data/programs/air-bersih.yaml"], 0, "file-name-long"},
		"name of article": {"content/news/" + long + "x.md", strings.Replace(article, "slug:", "author:", 1), 0, "file-name-long"},
		"name of a file":  {"content/files/" + long + ".txt", "x", 0, "address-long"},
		"slug":            {"content/news/slug.md", article, 0, "bad-slug"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			files := base(t)
			files[c.file] = c.text
			if c.code == "file-name-long" { // who refers to it by that name is not at fault too
				id := strings.TrimSuffix(filepath.Base(c.file), filepath.Ext(c.file))
				key, scheme := "articles", "news"
				if filepath.Ext(c.file) == ".yaml" {
					key, scheme = "programs", "program"
				}
				files["content/pages/rujukan.md"] = "---\ntitle: A\n---\n\n[A](" + scheme + ":" + id + ")\n"
				files["data/visits/lain.yaml"] = "title: A\nstart: 2024\norigin: {name: B}\nsources: [kabar]\n" + key + ": [" + id + "]\n"
			}
			write(t, dir, files)
			if c.size > 0 {
				if err := os.Truncate(filepath.Join(dir, c.file), c.size); err != nil {
					t.Fatal(err)
				}
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			start := time.Now()
			_, problems, err := build.New(build.Config{Root: root.FS(), Out: filepath.Join(dir, "public"), Templates: builtin}).Build(noon)
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > most {
				t.Errorf("took %v", took)
			}
			if codes := codesOf(problems); !slices.Equal(codes, []diag.Code{c.code}) || problems[0].Place.File != c.file {
				t.Errorf("%v, want %s at %s", problems, c.code, c.file)
			}
		})
	}
}

func codesOf(problems diag.List) []diag.Code {
	var codes []diag.Code
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	return codes
}
