package dev

import (
	"blandongan/internal/lab"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	article     = "content/news/keran-baru.md"
	articlePage = "/berita/keran-baru/"
)

// saves are the ways in which editors put a text in place of a file.
var saves = map[string]func(b *bench, file, text string){
	"write": func(b *bench, file, text string) { b.must(os.WriteFile(file, []byte(text), 0o644)) },
	"truncate, write in pieces": func(b *bench, file, text string) {
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		b.must(err)
		for line := range strings.Lines(text) {
			_, err = f.WriteString(line)
			b.must(err)
		}
		b.must(f.Sync())
		b.must(f.Close())
	},
	"rename over": func(b *bench, file, text string) {
		b.must(os.WriteFile(file+".tmp", []byte(text), 0o644))
		b.must(os.Rename(file+".tmp", file))
	},
	"vim": func(b *bench, file, text string) {
		probe := filepath.Join(filepath.Dir(file), "4913")
		b.must(os.WriteFile(probe, nil, 0o644))
		b.must(os.Remove(probe))
		b.must(os.Rename(file, file+"~"))
		b.must(os.WriteFile(file, []byte(text), 0o600))
		b.must(os.Chmod(file, 0o644))
		b.must(os.Remove(file + "~"))
	},
	"jetbrains": func(b *bench, file, text string) {
		b.must(os.WriteFile(file+"___jb_tmp___", []byte(text), 0o644))
		b.must(os.Rename(file, file+"___jb_old___"))
		b.must(os.Rename(file+"___jb_tmp___", file))
		b.must(os.Remove(file + "___jb_old___"))
	},
	"emacs": func(b *bench, file, text string) {
		lock := filepath.Join(filepath.Dir(file), ".#"+filepath.Base(file))
		lab.Link(b.t, "editor@machine.1:1", lock)
		b.must(os.Rename(file, file+"~"))
		b.must(os.WriteFile(file, []byte(text), 0o644))
		b.must(os.Remove(lock))
	},
	"remove, write": func(b *bench, file, text string) {
		b.must(os.Remove(file))
		b.must(os.WriteFile(file, []byte(text), 0o644))
	},
	"same size, same time": func(b *bench, file, text string) {
		info, err := os.Stat(file)
		b.must(err)
		b.must(os.WriteFile(file+".tmp", []byte(text), 0o644))
		b.must(os.Chtimes(file+".tmp", info.ModTime(), info.ModTime()))
		b.must(os.Rename(file+".tmp", file))
	},
}

func TestSaves(t *testing.T) {
	for name, save := range saves {
		t.Run(name, func(t *testing.T) {
			b := prepare(t).start()
			page, other := b.open(articlePage), b.open("/program/air-bersih/")
			// Words of one length: a size tells nothing.
			for _, word := range []string{"Kelima", "Ketiga"} {
				text := b.read(article)
				save(
					b,
					b.file(article),
					strings.NewReplacer("Ketiga", word, "Keran ketiga", "Keran "+word, "Kelima", word).Replace(text),
				)
				page.shows(word)
			}
			b.clean()
			other.leave()
			for e := range other.events {
				if e.name == "reload" || e.name == "css" || e.name == "gone" {
					t.Errorf("a page that did not change is told: %s", e.name)
				}
			}
		})
	}
}

// Folders come and go with files already in them.
func TestFolders(t *testing.T) {
	text := func(title string) string {
		return "---\ntitle: " + title + "\n---\n\nIsi.\n"
	}
	b := prepare(t).start()
	page := b.open("/jauh/")
	if page.status != 404 {
		t.Fatalf("a page that was never written answers %d", page.status)
	}
	b.write("content/pages/a/b/c/jauh.md", text("Jauh sekali")) // mkdir -p
	page.until("the page in a new folder", func() bool { return page.status == 200 })
	b.write("content/pages/a/b/c/jauh.md", text("Jauh lagi"))
	page.shows("Jauh lagi")
	b.clean()

	away := filepath.Join(t.TempDir(), "away")
	b.must(os.Rename(b.file("content/pages/a"), away))
	page.until("the page to go", func() bool { return page.note != nil })
	b.must(os.WriteFile(filepath.Join(away, "b/c/jauh.md"), []byte(text("Dari luar")), 0o644))
	b.must(os.Rename(away, b.file("content/pages/a")))
	page.shows("Dari luar")
	b.write("content/pages/a/b/c/jauh.md", text("Kembali"))
	page.shows("Kembali")

	// Another folder in its place, while the old one lives on beside it.
	b.must(os.Rename(b.file("content/pages/a"), b.file("content/pages/lama")))
	b.must(os.Remove(b.file("content/pages/lama/b/c/jauh.md")))
	b.write("content/pages/a/b/c/jauh.md", text("Baru"))
	page.shows("Baru")
	b.write("content/pages/a/b/c/jauh.md", text("Lebih baru"))
	page.shows("Lebih baru")
	b.write("content/pages/lama/b/dekat.md", text("Dekat"))
	near := b.open("/dekat/")
	near.until("a file in the renamed folder", func() bool { return near.status == 200 })
	b.write("content/pages/lama/b/dekat.md", text("Dekat sekali"))
	near.shows("Dekat sekali")
	b.clean()
}

// A folder that the site did not have when we began.
func TestNewTemplates(t *testing.T) {
	b := prepare(t).start()
	page := b.open("/")
	own := "{{slot \"head\"}}<body>{{slot \"main\"}}<p>Punya %s</p></body>"
	b.write("templates/base.html", fmt.Sprintf(own, "sendiri"))
	page.shows("Punya sendiri")
	b.write("templates/base.html", fmt.Sprintf(own, "kita"))
	page.shows("Punya kita")
	b.must(os.RemoveAll(b.file("templates")))
	page.until("the built-in look", func() bool { return strings.Contains(page.page, "brand") })
	b.clean()
}

func TestLinkedRoot(t *testing.T) {
	b := prepare(t)
	link := filepath.Join(t.TempDir(), "link")
	lab.Link(t, b.dir, link)
	b.config.Root = link
	b.start()
	page := b.open(articlePage)
	b.edit(article, "Keran baru", "Keran lama")
	page.shows("Keran lama")
}

// A file that a link leads to may lie in a folder that is not watched for itself.
func TestLinkedFile(t *testing.T) {
	b := prepare(t)
	b.write("naskah/keran.md", b.read(article))
	b.must(os.Remove(b.file(article)))
	lab.Link(t, "../../naskah/keran.md", b.file(article))
	b.start()
	page := b.open(articlePage)
	b.edit("naskah/keran.md", "Keran baru", "Keran tertaut")
	page.shows("Keran tertaut")
}

// One folder under two names: data/ is a link, and a link leads into it.
func TestFolderWithTwoNames(t *testing.T) {
	b := prepare(t)
	b.must(os.Rename(b.file("content"), b.file("naskah")))
	lab.Link(t, "naskah", b.file("content"))
	b.must(os.Rename(b.file("naskah/news/keran-baru.md"), b.file("naskah/pages/keran.txt")))
	lab.Link(t, "../pages/keran.txt", b.file("naskah/news/keran-baru.md"))
	b.start()
	page := b.open(articlePage)
	for _, word := range []string{"satu", "dua"} {
		b.write(
			"naskah/pages/keran.txt",
			strings.Replace(b.read(article), "title: Keran baru", "title: Keran baru "+word, 1),
		)
		page.shows("Keran baru " + word)
	}
	b.stop()
	if n := len(b.built()); n > 8 {
		t.Errorf("two saves made %d builds", n)
	}
}

func TestDroppings(t *testing.T) {
	b := prepare(t).start()
	page := b.open(articlePage)
	before := len(b.builds)
	for _, name := range []string{
		"4913", "a.md~", ".a.md.swp", ".a.md.swx", "#a.md#", "a.md___jb_tmp___", "a.md___jb_old___", "a.tmp",
		".DS_Store", ".goutputstream-X",
	} {
		b.write("content/news/"+name, "sisa")
	}
	b.write("public/orang.txt", "not ours")
	b.write("catatan.txt", "not the site's")
	b.edit(article, "Keran baru", "Keran lain")
	page.shows("Keran lain")
	b.edit(article, "Keran lain", "Keran akhir")
	page.shows("Keran akhir")
	b.stop()
	if n := len(b.built()) - before; n != 2 {
		t.Errorf("two saves among droppings made %d builds", n)
	}
}

// What git does when it changes branches.
func TestCheckout(t *testing.T) {
	lab.Slow(t)
	b := prepare(t).start()
	page := b.open("/berita/")
	before := len(b.builds)
	const files = 2000
	for i := range files {
		b.write(
			fmt.Sprintf("content/news/%d/n%d.md", i%50, i),
			fmt.Sprintf("---\ntitle: Berita %d\ndate: 2024-06-01\nsummary: Uji.\n---\n\nIsi.\n", i),
		)
	}
	last := fmt.Sprintf("/berita/n%d/", files-1)
	page.until("the last article", func() bool {
		_, err := os.Stat(filepath.Join(b.out, last, "index.html"))
		return err == nil
	})
	b.edit(article, "Keran baru", "Keran penutup")
	b.open(articlePage).shows("Keran penutup")
	b.stop()
	if n := len(b.built()) - before - 1; n > 3 {
		t.Errorf("a checkout of %d files made %d builds", files, n)
	} else {
		t.Logf("a checkout of %d files made %d builds", files, n)
	}
	b.clean()
}
