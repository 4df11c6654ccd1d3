package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// again is a builder that goes on building a site given as texts.
func again(t *testing.T, files map[string]string) (b *build.Builder, dir, out string) {
	t.Helper()
	return againInto(t, files, filepath.Join(t.TempDir(), "public"))
}

func againInto(t *testing.T, files map[string]string, into string) (b *build.Builder, dir, out string) {
	t.Helper()
	dir, out = t.TempDir(), into
	write(t, dir, files)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	b = build.New(build.Config{Root: root, Out: out, Templates: builtin, Again: true})
	t.Cleanup(func() { b.Close(); root.Close() })
	return b, dir, out
}

func report(t *testing.T, b *build.Builder) build.Report {
	t.Helper()
	r, problems, err := b.Build(noon)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	return r
}

// A page that moved is followed by its file, also when the file moved before
// without moving the page.
func TestMovedPages(t *testing.T) {
	files := base(t)
	b, dir, _ := again(t, files)
	report(t, b)
	at := func(name string) string { return filepath.Join(dir, "content/news", name) }
	if err := os.Mkdir(at("2024"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"keran-baru.md"} {
		if err := os.Rename(at(name), at("2024/"+name)); err != nil {
			t.Fatal(err)
		}
	}
	if r := report(t, b); len(r.Gone) != 0 {
		t.Fatalf("gone: %v", r.Gone)
	}
	text, err := os.ReadFile(at("2024/keran-baru.md"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"content/news/2024/keran-baru.md": "---\nslug: keran-lain\n" + string(text[4:])})
	if r := report(t, b); r.Gone["berita/keran-baru/index.html"] != "berita/keran-lain/index.html" {
		t.Errorf("gone: %v", r.Gone)
	}
	write(t, dir, map[string]string{"content/news/satu.md": "---\ntitle: Satu\ndate: 2024-01-01\nsummary: Satu.\n" +
		"---\n"})
	report(t, b)
	if err := os.Rename(at("satu.md"), at("dua.md")); err != nil {
		t.Fatal(err)
	}
	if r := report(t, b); r.Gone["berita/satu/index.html"] != "berita/dua/index.html" {
		t.Errorf("gone: %v", r.Gone)
	}
}

// Each page of a thing that moved is followed within its edition; one that is gone from there, to
// that in the site's own language.
func TestMovedPagesOfEditions(t *testing.T) {
	files := base(t)
	const name = "data/programs/pilah.yaml"
	files[name] = strings.Replace(files["data/programs/air-bersih.yaml"], "name: Air Bersih",
		"name: {id: Pilah Sampah, en: Sorting waste}", 1)
	b, dir, _ := again(t, files)
	report(t, b)
	moved := filepath.Join(dir, "data/programs/sampah.yaml")
	if err := os.Rename(filepath.Join(dir, name), moved); err != nil {
		t.Fatal(err)
	}
	gone := report(t, b).Gone
	for from, to := range map[string]string{
		"program/pilah/index.html":     "program/sampah/index.html",
		"en/programs/pilah/index.html": "en/programs/sampah/index.html",
	} {
		if gone[from] != to {
			t.Errorf("%s went to %q", from, gone[from])
		}
	}
	text := strings.Replace(files[name], ", en: Sorting waste", "", 1)
	write(t, dir, map[string]string{"data/programs/sampah.yaml": text})
	if to := report(t, b).Gone["en/programs/sampah/index.html"]; to != "program/sampah/index.html" {
		t.Errorf("a page that is not translated any more went to %q", to)
	}
}

// Somebody empties the output folder: the next build fills it again, also where the
// clock of the file system ticks more seldom than we build.
func TestEmptiedFolder(t *testing.T) {
	outs := []string{filepath.Join(t.TempDir(), "public")}
	if inMemory := lab.Memory(t); inMemory != "" {
		outs = append(outs, filepath.Join(inMemory, "public"))
	}
	for _, out := range outs {
		b, dir, out := againInto(t, base(t), out)
		report(t, b)
		whole := lab.Tree(t, out)
		for _, emptied := range []string{"berita", "index.html", ""} {
			if err := os.RemoveAll(filepath.Join(out, emptied)); err != nil {
				t.Fatal(err)
			}
			write(t, dir, map[string]string{"data/catatan.txt": emptied})
			report(t, b)
			if diff := difference(whole, lab.Tree(t, out)); diff != "" {
				t.Errorf("%q went from %s: %s", emptied, out, diff)
			}
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

// No more folders stay open than a process may well have.
func TestManyFolders(t *testing.T) {
	files := base(t)
	for i := range 300 {
		files["content/news/f"+string(rune('a'+i%26))+string(rune('a'+i/26))+"/x.svg"] = "<svg/>"
	}
	b, _, _ := again(t, files)
	report(t, b)
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		lab.Lack(t, "this system does not list open files: %v", err)
	}
	if len(open) > 120 {
		t.Errorf("%d files are open after a build of 300 folders", len(open))
	}
}

// The page of the city stands on claims that articles tell of, and on no article's text.
func TestCityFollowsClaims(t *testing.T) {
	files := base(t)
	const head = "---\ntitle: Ucapan\ndate: 2024-01-01\nsummary: Ucapan.\n"
	b, dir, _ := again(t, files)
	remakes := func(text string, want bool) {
		t.Helper()
		write(t, dir, map[string]string{"content/news/ucapan.md": text})
		r := report(t, b)
		if got := slices.Contains(r.Changed, "kota/index.html"); got != want || r.Written == 0 {
			t.Errorf("%q makes %d files again, the city's page: %v", text, r.Written, got)
		}
	}
	report(t, b)
	remakes(head+"---\nSatu.\n", false)
	claims := head +
		"claims:\n  - {text: Sepuluh., said_by: Camat, indicator: penduduk, value: 10, period: 2024}\n---\n"
	remakes(claims+"Satu.\n", true)
	remakes(claims+"Dua.\n", false)
}
