package lsp_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/templates"
)

// rename asks for another id and makes the edits on the disk, as an editor's program does that
// saves everything.
func (c *client) rename(file, words, name string) error {
	c.t.Helper()
	params := c.at(file, words)
	params["newName"] = name
	var edit struct{ DocumentChanges []json.RawMessage }
	if err := c.ask("textDocument/rename", params, &edit); err != nil {
		return err
	}
	for _, raw := range edit.DocumentChanges {
		var change struct {
			Kind, OldURI, NewURI string
			TextDocument         struct {
				URI     string
				Version *int
			}
			Edits []change
		}
		if err := json.Unmarshal(raw, &change); err != nil {
			c.t.Fatal(err)
		}
		if change.Kind == "rename" {
			old, now := c.fileOf(change.OldURI), c.fileOf(change.NewURI)
			if err := os.Rename(filepath.Join(c.dir, old), filepath.Join(c.dir, now)); err != nil {
				c.t.Fatal(err)
			}
			continue
		}
		name := c.fileOf(change.TextDocument.URI)
		if _, open := c.texts[name]; open != (change.TextDocument.Version != nil) {
			c.t.Errorf("%s: the edit is for version %v", name, change.TextDocument.Version)
		}
		c.replace(name, change.Edits)
	}
	return nil
}

func (c *client) replace(name string, edits []change) {
	c.t.Helper()
	file := filepath.Join(c.dir, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	if err != nil {
		c.t.Fatal(err)
	}
	if _, open := c.texts[name]; !open {
		c.texts[name] = string(data)
		defer delete(c.texts, name)
	}
	text := c.texts[name]
	for _, e := range slices.Backward(edits) {
		from, to := c.offset(name, e.Range.Start), c.offset(name, e.Range.End)
		text = text[:from] + e.NewText + text[to:]
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// problems are those of a build of what lies on the disk.
func (c *client) built() diag.List {
	c.t.Helper()
	root, err := build.OpenDir(c.dir)
	if err != nil {
		c.t.Fatal(err)
	}
	defer root.Close()
	_, problems, err := build.New(build.Config{Root: root, Templates: templates.FS}).Build(noon)
	if err != nil {
		c.t.Fatal(err)
	}
	return problems
}

func (c *client) read(file string) string {
	c.t.Helper()
	data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(file)))
	if err != nil {
		c.t.Error(err)
	}
	return string(data)
}

// After each renaming the site builds as it did, and has nothing left of the old id but an
// address that leads on.
func TestRename(t *testing.T) {
	files := base(t)
	files["content/news/tamu-datang.en.md"] = "---\ntitle: Guests\nsummary: Guests came.\n---\n\n" +
		"See [water](<program:air-bersih> \"x\") and [this][1].\n\n[1]: program:air-bersih#top\n"
	files["content/news/acara/index.md"] = "---\ntitle: Acara\ndate: 2024-05-09\nsummary: Acara.\n" +
		"kecamatan: [hulu]\n---\n\n![Gambar](gambar.svg) [Tamu](../tamu-datang.md)\n"
	files["content/news/acara/gambar.svg"] = files["content/news/keran.svg"]
	files["content/news/lain.md"] = "---\ntitle: Lain\ndate: 2024-05-10\nsummary: Lain.\n" +
		"kecamatan: [hulu]\n---\n\n![Gambar](acara/gambar.svg) [Acara](acara/index.md) [lagi](news:acara)\n"
	files["data/site.yaml"] += "  - {label: Air, link: \"program:air-bersih\"}\n"
	for _, x := range []struct {
		what, file, words, name string
		gone, made              string
		holds                   map[string]string
	}{
		{what: "a program by a reference", file: "content/news/tamu-datang.md", words: "programs: [air",
			name: "air-minum", gone: "data/programs/air-bersih.yaml", made: "data/programs/air-minum.yaml",
			holds: map[string]string{
				"data/programs/air-minum.yaml":   "aliases: [/program/air-bersih/",
				"content/news/tamu-datang.md":    "[keran](program:air-minum)",
				"content/news/tamu-datang.en.md": "[1]: program:air-minum#top",
				"data/adoptions/seberang.yaml":   "program: air-minum",
				"data/visits/tamu.yaml":          "programs: [air-minum]",
				"data/site.yaml":                 `link: "program:air-minum"`,
			}},
		{what: "an article with its translation", file: "content/news/keran-baru.md", words: "(news:tam",
			name: "kunjungan-tamu", gone: "content/news/tamu-datang.en.md", made: "content/news/kunjungan-tamu.en.md",
			holds: map[string]string{
				"content/news/kunjungan-tamu.md":    "\naliases: [/berita/tamu-datang/]\n---\n",
				"content/news/kunjungan-tamu.en.md": "\naliases: [/en/news/tamu-datang/]\n---\n",
				"content/news/keran-baru.md":        "(news:kunjungan-tamu#yang-dilihat)",
				"content/news/acara/index.md":       "[Tamu](../kunjungan-tamu.md)",
			}},
		{what: "an article in a folder, by its title", file: "content/news/acara/index.md", words: "title: Aca",
			name: "pesta", gone: "content/news/acara", made: "content/news/pesta/gambar.svg",
			holds: map[string]string{
				"content/news/pesta/index.md": "aliases: [/berita/acara/]",
				"content/news/lain.md":        "![Gambar](pesta/gambar.svg) [Acara](pesta/index.md) [lagi](news:pesta)",
			}},
		{what: "a source by its key", file: "data/sources.yaml", words: "kab", name: "koran",
			holds: map[string]string{
				"data/sources.yaml":             "\nkoran:\n",
				"data/programs/air-bersih.yaml": "verified: {at: 2024-05, source: koran}",
				"data/kecamatan/hulu.yaml":      "source: koran,",
			}},
		{what: "a kecamatan by its name", file: "data/kecamatan/hulu.yaml", words: "name: Hu", name: "udik",
			gone: "data/kecamatan/hulu.yaml", made: "data/kecamatan/udik.yaml",
			holds: map[string]string{"data/kecamatan/hilir.yaml": "borders: [udik]",
				"content/news/tamu-datang.md": "[Hulu](kecamatan:udik)"}},
	} {
		t.Run(x.what, func(t *testing.T) {
			c := serve(t, maps.Clone(files), in(lang.English))
			c.open(x.file, "")
			c.until(x.file, "known", func([]diagnostic) bool { return true })
			before := c.built()
			if err := c.rename(x.file, x.words, x.name); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(filepath.Join(c.dir, x.gone)); x.gone != "" && err == nil {
				t.Errorf("%s is still there", x.gone)
			}
			if _, err := os.Stat(filepath.Join(c.dir, x.made)); x.made != "" && err != nil {
				t.Error(err)
			}
			for file, want := range x.holds {
				if got := c.read(file); !strings.Contains(got, want) {
					t.Errorf("%s lacks %q:\n%s", file, want, got)
				}
			}
			if after := c.built(); len(after) != len(before) {
				t.Errorf("problems before %v, and after %v", before, after)
			}
		})
	}
}

// An alias goes to those that are there, however they are written.
func TestRenameAddsAliases(t *testing.T) {
	for written, want := range map[string]string{
		"aliases: [/berita/a/]\n":      "aliases: [/berita/a/, /berita/keran-baru/]\n",
		"aliases: []\n":                "aliases: [/berita/keran-baru/]\n",
		"aliases:\n  - /berita/a/\n":   "aliases:\n  - /berita/a/\n  - /berita/keran-baru/\n",
		"aliases:\n- /berita/a/ # x\n": "aliases:\n- /berita/a/\n- /berita/keran-baru/ # x\n",
		"aliases: /berita/a/\n":        "aliases: [/berita/a/, /berita/keran-baru/]\n",
		"slug: tetap\n":                "slug: tetap\n---\n",
		"draft: true\n":                "draft: true\n---\n",
	} {
		files := base(t)
		files[article] = strings.Replace(files[article], "tags: [air]\n", "tags: [air]\n"+written, 1)
		c := serve(t, files)
		c.open(article, "")
		c.until(article, "known", func([]diagnostic) bool { return true })
		if err := c.rename(article, "title: Ker", "lain"); err != nil {
			t.Fatal(err)
		}
		if got := c.read("content/news/lain.md"); !strings.Contains(got, want) {
			t.Errorf("%q:\n%s", written, got)
		}
	}
}

func TestRenameRefuses(t *testing.T) {
	c := serve(t, base(t), in(lang.Indonesian))
	const news = "content/news/tamu-datang.md"
	c.open(news, "")
	c.open("data/site.yaml", "")
	c.until(news, "known", func([]diagnostic) bool { return true })
	for _, x := range []struct{ file, words, name, want string }{
		{news, "kecamatan: [hu", "hilir", `"hilir" sudah dipakai: data/kecamatan/hilir.yaml`},
		{news, "kecamatan: [hu", "Hulu Baru", `"Hulu Baru" tidak dapat menjadi id`},
		{news, "kecamatan: [hu", "con", `nama "con" dipakai sistem`},
		{news, "kecamatan: [hu", "null", `nama "null" dipakai`},
		{news, "kecamatan: [hu", "hulu", "namanya memang sudah"},
		{news, "melihat", "x", "di sini tidak ada id"},
		{"data/site.yaml", "title: Eta", "x", "di sini tidak ada id"},
	} {
		if err := c.rename(x.file, x.words, x.name); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s → %s: %v, want %s", x.words, x.name, err, x.want)
		}
	}
	var prepared struct {
		Placeholder string
		Range       rang
	}
	c.call("textDocument/prepareRename", c.at(news, "(program:air"), &prepared)
	if prepared.Placeholder != "air-bersih" || c.words(news, prepared.Range) != "air-bersih" {
		t.Errorf("prepared: %+v", prepared)
	}
	c.open("data/visits/tamu.yaml", "title: [")
	if err := c.rename(news, "kecamatan: [hu", "udik"); err == nil ||
		!strings.Contains(err.Error(), "data/visits/tamu.yaml tidak dapat dibaca seluruhnya") {
		t.Errorf("while a file cannot be read: %v", err)
	}
}
