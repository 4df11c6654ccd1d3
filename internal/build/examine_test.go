package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// What Examine finds, Build finds too; and Look finds in each file what shows in it alone,
// and nothing else, also after it changed.
func TestExamineAndLook(t *testing.T) {
	files := base(t)
	files["content/news/salah.md"] = "---\ntitle: Uji\ndate: 2020-02-30\nsummary: Uji.\nkecamatan: [tidak-ada]\n" +
		"warna: merah\n---\n\n[x](program:tidak-ada) ![foto](tidak-ada.jpg) <b>tebal</b>\n"
	files["data/kecamatan/rusak.yaml"] = "name: [\n"
	b, dir, _ := again(t, files)
	root := os.DirFS(dir)
	known := b.Examine(noon)
	if known.Language != "id" || !known.Site.Exists("news", "salah") {
		t.Errorf("of the site is known: %q", known.Language)
	}
	_, built, err := b.Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := spoken(t, known.Problems, diag.English), spoken(t, built, diag.English); got != want {
		t.Errorf("examined:\n%s\nbuilt:\n%s", got, want)
	}
	seen := 0
	for name := range files {
		_, alone := known.Look(root, name)
		seen += len(alone)
		for _, p := range alone {
			same := func(q diag.Problem) bool {
				return q.Place == p.Place && q.Code == p.Code && q.Excerpt == p.Excerpt
			}
			if !slices.ContainsFunc(built, same) {
				t.Errorf("only Look finds %v %s", p.Place, p.Code)
			}
		}
	}
	if seen < 6 {
		t.Errorf("Look finds only %d problems", seen)
	}

	text := strings.Replace(files["content/news/salah.md"], "2020-02-30", "2020-02-29", 1)
	if err := os.WriteFile(filepath.Join(dir, "content/news/salah.md"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	entries, now := known.Look(root, "content/news/salah.md")
	if len(entries) != 1 || entries[0].ID != "salah" || len(now) == 0 {
		t.Errorf("a changed file holds %v, with %d problems", entries, len(now))
	}
	for _, p := range now {
		if p.Place.Line == 3 {
			t.Errorf("the date is right now: %s", p.Code)
		}
	}
	if got := known.Addresses("data/programs/" + aProgram(files) + ".yaml"); len(got) == 0 ||
		got[0] != "/program/"+aProgram(files)+"/" {
		t.Errorf("a program is at %v", got)
	}
}

func aProgram(files map[string]string) string {
	for name := range files {
		if id, ok := strings.CutPrefix(name, "data/programs/"); ok {
			return strings.TrimSuffix(id, ".yaml")
		}
	}
	return ""
}

// BenchmarkLook looks at one article of a large city, and walks through the whole after one
// changed in its words: what the language server does while somebody types.
func BenchmarkLook(b *testing.B) {
	dir, root := openCity(b, 10000)
	builder := build.New(build.Config{Root: root, Templates: builtin, Again: true})
	known := builder.Examine(noon)
	articles, _ := filepath.Glob(filepath.Join(dir, "content/news/*.md"))
	b.Run("look", func(b *testing.B) {
		for b.Loop() {
			if entries, _ := known.Look(root, "content/news/"+filepath.Base(articles[0])); len(entries) != 1 {
				b.Fatal(entries)
			}
		}
	})
	b.Run("examine", func(b *testing.B) {
		text, err := os.ReadFile(articles[0])
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			text = append(text, "Kata lagi.\n"...)
			if err := os.WriteFile(articles[0], text, 0o644); err != nil {
				b.Fatal(err)
			}
			builder.Examine(noon)
		}
	})
}
