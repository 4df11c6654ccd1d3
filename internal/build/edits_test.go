package build_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
)

var (
	steps = flag.Int("steps", 150, "edits of TestRandomEdits")
	seed  = flag.Uint64("seed", 1, "seed of TestRandomEdits")
)

// TestRandomEdits lets a seeded editor work on a site while one builder follows:
// after each edit the output folder equals what a new builder makes in a new
// folder, byte for byte, or, when the edit broke something, what it was before.
func TestRandomEdits(t *testing.T) {
	dir := t.TempDir()
	files := full(t)
	write(t, dir, files)
	e := &editor{t: t, dir: dir, rand: rand.New(rand.NewPCG(*seed, 2)), original: files}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	out := filepath.Join(t.TempDir(), "public")
	b := build.New(build.Config{Root: root.FS(), Out: out, Templates: builtin})
	before := map[string][]byte{}
	broken := 0
	for step := range *steps {
		did := e.edit()
		_, problems, err := b.Build(noon)
		if err != nil {
			t.Fatalf("seed %d, step %d, %s: %v", *seed, step, did, err)
		}
		now := tree(t, out)
		if problems.HasErrors() {
			broken++
			if diff := difference(before, now); diff != "" {
				t.Fatalf("seed %d, step %d, %s: broken, yet written: %s\n%v", *seed, step, did, diff, problems)
			}
			continue
		}
		fresh := filepath.Join(t.TempDir(), "public")
		if _, _, err := build.New(build.Config{Root: root.FS(), Out: fresh, Templates: builtin}).Build(noon); err != nil {
			t.Fatal(err)
		}
		if diff := difference(tree(t, fresh), now); diff != "" {
			t.Fatalf("seed %d, step %d, %s: %s", *seed, step, did, diff)
		}
		before = now
	}
	t.Logf("%d steps, %d of them left problems", *steps, broken)
	if broken == *steps || broken == 0 {
		t.Errorf("%d of %d steps left problems: the editor does not do its work", broken, *steps)
	}
}

// tree reads all files of a folder; one that does not exist is empty.
func tree(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = os.ReadFile(p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// difference tells how the second tree differs from the first, "" when it does not.
func difference(want, got map[string][]byte) string {
	for name, data := range want {
		if other, ok := got[name]; !ok {
			return name + " is missing"
		} else if !bytes.Equal(data, other) {
			return fmt.Sprintf("%s is\n%.2000s\nnot\n%.2000s", name, other, data)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return name + " is too many"
		}
	}
	return ""
}

// editor changes a site as people do, and mends what it broke soon after.
type editor struct {
	t        *testing.T
	dir      string
	rand     *rand.Rand
	original map[string]string
	broken   []string // files to be mended
	count    int
}

// edit makes one change and says what it did.
func (e *editor) edit() string {
	if len(e.broken) > 0 && e.rand.IntN(2) == 0 {
		return e.mend()
	}
	e.count++
	edits := []func() string{e.changeBody, e.changeTitle, e.newArticle, e.removeArticle, e.changeFigure, e.renameTag, e.breakFile, e.removeFile, e.changeTemplate, e.swapFile, e.changeBase}
	return edits[e.rand.IntN(len(edits))]()
}

func (e *editor) path(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e *editor) put(name, text string) string {
	write(e.t, e.dir, map[string]string{name: text})
	return "write " + name
}

func (e *editor) change(name, old, new string) string {
	text, err := os.ReadFile(e.path(name))
	if err != nil {
		return "no " + name
	}
	e.put(name, strings.ReplaceAll(string(text), old, new))
	return fmt.Sprintf("change %q in %s to %q", old, name, new)
}

func (e *editor) mend() string {
	name := e.broken[len(e.broken)-1]
	e.broken = e.broken[:len(e.broken)-1]
	if err := os.RemoveAll(e.path(name)); err != nil {
		e.t.Fatal(err)
	}
	return "mend: " + e.put(name, e.original[name])
}

func (e *editor) changeBody() string {
	return e.change("content/news/keran-baru.md", "Keran ketiga", fmt.Sprintf("Keran ketiga (%d)", e.count))
}

func (e *editor) changeTitle() string {
	return e.change("content/news/tamu-datang.md", "title: Tamu", fmt.Sprintf("title: T%d", e.count)) + e.change("data/programs/air-bersih.yaml", "name: Air Bersih", fmt.Sprintf("name: Air %d", e.count))
}

func (e *editor) newArticle() string {
	return e.put(fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30)),
		fmt.Sprintf("---\ntitle: Baru %d\ndate: 2024-0%d-11\nsummary: Berita baru.\nkecamatan: [hulu]\ntags: [t%d]\ndraft: %v\n---\n\nIsi.\n", e.count, 1+e.rand.IntN(9), e.rand.IntN(4), e.rand.IntN(5) == 0))
}

func (e *editor) removeArticle() string {
	name := fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30))
	os.Remove(e.path(name)) // often there is none
	return "remove " + name
}

func (e *editor) changeFigure() string {
	return e.put("data/kecamatan/hilir.yaml", strings.Replace(e.original["data/kecamatan/hilir.yaml"], "value: 2000", fmt.Sprintf("value: %d", e.count), 1))
}

func (e *editor) renameTag() string {
	return e.change("content/news/keran-baru.md", "tags: [air", fmt.Sprintf("tags: [air, x%d", e.count))
}

func (e *editor) names() []string {
	var names []string
	for name := range e.original {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (e *editor) breakFile() string {
	names := e.names()
	name := names[e.rand.IntN(len(names))]
	e.broken = append(e.broken, name)
	faults := []string{"", "\x00", "---\n", "a: [", "judul: x\n", "- x\n"}
	return "break: " + e.put(name, faults[e.rand.IntN(len(faults))])
}

func (e *editor) removeFile() string {
	names := e.names()
	name := names[e.rand.IntN(len(names))]
	e.broken = append(e.broken, name)
	if err := os.RemoveAll(e.path(name)); err != nil {
		e.t.Fatal(err)
	}
	return "remove " + name
}

// changeTemplate gives the site a page template of its own, or takes it away.
func (e *editor) changeTemplate() string {
	if e.rand.IntN(2) == 0 {
		os.RemoveAll(e.path("templates"))
		return "remove templates"
	}
	return e.put("templates/network.html", fmt.Sprintf("<h1>{{.Title}} %d</h1>", e.count)) + e.put("templates/assets/style.css", fmt.Sprintf("b{c:%d}", e.count))
}

// swapFile turns a copied file into a folder, and back.
func (e *editor) swapFile() string {
	if info, err := os.Stat(e.path("content/files/unduh")); err == nil {
		os.RemoveAll(e.path("content/files/unduh"))
		if info.IsDir() {
			return e.put("content/files/unduh", fmt.Sprint(e.count))
		}
	}
	return e.put("content/files/unduh/a/b.txt", fmt.Sprint(e.count))
}

func (e *editor) changeBase() string {
	return e.change("data/site.yaml", "https://contoh.example/situs/", "https://contoh.example/") + e.change("data/site.yaml", "base_url: https://contoh.example/\n", fmt.Sprintf("base_url: https://contoh.example/s%d/\n", e.rand.IntN(3)))
}
