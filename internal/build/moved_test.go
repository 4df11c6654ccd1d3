package build_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// A story of what was published once and is no more. The first version is base;
// edit changes it, want is what is said, in both languages.
func TestMoved(t *testing.T) {
	const fresh = "---\ntitle: Keran baru\ndate: 2024-04-02\nsummary: Baru.\n---\n"
	for name, story := range map[string]struct {
		edit   map[string]string // file → text, "" removes it
		id, en string
	}{
		"nothing": {},
		"slug with its old address": {edit: map[string]string{
			"content/news/keran-baru.md": "---\nslug: keran-tiga\naliases: [/berita/keran-baru/]\n" +
				"title: Keran baru\ndate: 2024-04-01\nsummary: Keran ketiga.\n---\n",
		}},
		"slug": {
			edit: map[string]string{"content/news/keran-baru.md": "---\nslug: keran-tiga\ntitle: Keran baru\n" +
				"date: 2024-04-01\nsummary: Keran ketiga.\n---\n"},
			id: "content/news/keran-baru.md:2:7: peringatan: di alamat \"/berita/keran-baru/\" pernah terbit " +
				"sebuah halaman, tetapi kini tidak ada apa-apa di sana [address-vanished]\n   2 | slug: keran-tiga\n" +
				"     |       ^\n  saran: halaman itu kini ada di alamat lain; agar pembacanya diantar, tambahkan " +
				"di sini: aliases: [/berita/keran-baru/]\n",
			en: "content/news/keran-baru.md:2:7: warning: a page was published at the address " +
				"\"/berita/keran-baru/\", and nothing is there now [address-vanished]\n   2 | slug: keran-tiga\n" +
				"     |       ^\n  hint: the page lies elsewhere now; to lead its readers there, add here: aliases: " +
				"[/berita/keran-baru/]\n",
		},
		"slug, with another old address": {
			edit: map[string]string{"content/pages/tentang.md": "---\ntitle: Tentang\nslug: kami\n" +
				"aliases: /profil.html\n---\n", "data/site.yaml": strings.Replace(base(t)["data/site.yaml"],
				"page:tentang", "/kami/", 1)},
			id: "content/pages/tentang.md:4:10: peringatan: di alamat \"/tentang/\" pernah terbit sebuah halaman, " +
				"tetapi kini tidak ada apa-apa di sana [address-vanished]\n   4 | aliases: /profil.html\n" +
				"     |          ^\n  saran: halaman itu kini ada di alamat lain; agar pembacanya diantar, " +
				"tambahkan \"/tentang/\" ke aliases di sini\n",
			en: "content/pages/tentang.md:4:10: warning: a page was published at the address \"/tentang/\", and " +
				"nothing is there now [address-vanished]\n   4 | aliases: /profil.html\n     |          ^\n" +
				"  hint: the page lies elsewhere now; to lead its readers there, add \"/tentang/\" to the aliases " +
				"here\n",
		},
		"another file": {
			edit: map[string]string{"content/news/keran-baru.md": "", "content/news/keran-tiga.md": fresh},
			id: "content/news/keran-tiga.md:1:1: peringatan: di alamat \"/berita/keran-baru/\" pernah terbit " +
				"sebuah halaman, tetapi kini tidak ada apa-apa di sana [address-vanished]\n   1 | ---\n     | ^\n" +
				"  saran: bila memang dihapus, biarkan; bila halaman itu kini menjadi berita \"keran-tiga\", " +
				"tambahkan di sini: aliases: [/berita/keran-baru/]\n",
			en: "content/news/keran-tiga.md:1:1: warning: a page was published at the address " +
				"\"/berita/keran-baru/\", and nothing is there now [address-vanished]\n   1 | ---\n     | ^\n" +
				"  hint: fine if it was deleted on purpose; if it is the news article \"keran-tiga\" now, add here: " +
				"aliases: [/berita/keran-baru/]\n",
		},
		"another file, which has an old address": {
			edit: map[string]string{"content/news/keran-baru.md": "",
				"content/news/keran-tiga.md": strings.Replace(fresh, "date", "aliases: [/x/]\ndate", 1)},
			id: "content/news/keran-tiga.md:3:10: peringatan: di alamat \"/berita/keran-baru/\" pernah terbit " +
				"sebuah halaman, tetapi kini tidak ada apa-apa di sana [address-vanished]\n   3 | aliases: [/x/]\n" +
				"     |          ^\n  saran: bila memang dihapus, biarkan; bila halaman itu kini menjadi berita " +
				"\"keran-tiga\", tambahkan \"/berita/keran-baru/\" ke aliases di sini\n",
			en: "content/news/keran-tiga.md:3:10: warning: a page was published at the address " +
				"\"/berita/keran-baru/\", and nothing is there now [address-vanished]\n   3 | aliases: [/x/]\n" +
				"     |          ^\n  hint: fine if it was deleted on purpose; if it is the news article " +
				"\"keran-tiga\" now, add \"/berita/keran-baru/\" to the aliases here\n",
		},
		"gone, and another thing is new": {
			edit: map[string]string{"content/news/keran-baru.md": "",
				"content/news/keran-tiga.md": strings.Replace(fresh, "Keran baru", "Baru", 1)},
			id: "content/news/keran-baru.md: peringatan: di alamat \"/berita/keran-baru/\" pernah terbit sebuah " +
				"halaman, tetapi kini tidak ada apa-apa di sana [address-vanished]\n" +
				"  saran: bila memang dihapus, biarkan; bila isinya pindah ke halaman lain, tulis di kepala atau " +
				"berkas halaman itu: aliases: [/berita/keran-baru/]\n",
			en: "content/news/keran-baru.md: warning: a page was published at the address " +
				"\"/berita/keran-baru/\", and nothing is there now [address-vanished]\n" +
				"  hint: fine if it was deleted on purpose; if another page has what it held, write there: aliases: " +
				"[/berita/keran-baru/]\n",
		},
		"draft": {
			edit: map[string]string{"content/news/keran-baru.md": "---\ntitle: Keran baru\ndate: 2024-04-01\n" +
				"summary: Keran ketiga.\ndraft: true\n---\n"},
			id: "content/news/keran-baru.md:1:1: peringatan: di alamat \"/berita/keran-baru/\" pernah terbit " +
				"sebuah halaman, tetapi kini tidak ada apa-apa di sana [address-vanished]\n   1 | ---\n     | ^\n" +
				"  saran: bila memang ditarik, biarkan; bila isinya pindah ke halaman lain, tulis di kepala atau " +
				"berkas halaman itu: aliases: [/berita/keran-baru/]\n",
			en: "content/news/keran-baru.md:1:1: warning: a page was published at the address " +
				"\"/berita/keran-baru/\", and nothing is there now [address-vanished]\n   1 | ---\n     | ^\n" +
				"  hint: fine if it was withdrawn on purpose; if another page has what it held, write there: " +
				"aliases: [/berita/keran-baru/]\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := base(t)
			b, dir, _ := again(t, files)
			published := report(t, b).Identities()
			for file, text := range story.edit {
				if text == "" {
					erase(t, dir, file)
				} else {
					write(t, dir, map[string]string{file: text})
				}
			}
			told := report(t, b).Moved(published, true)
			if got := spoken(t, told, diag.Indonesian); got != story.id {
				t.Errorf("said\n%s\nnot\n%s", got, story.id)
			}
			if got := spoken(t, told, diag.English); got != story.en {
				t.Errorf("said\n%s\nnot\n%s", got, story.en)
			}
		})
	}
}

// One article is deleted, and another renamed that has its old address: that one
// is not what the first became.
func TestMovedTaken(t *testing.T) {
	files := base(t)
	files["content/news/keran-baru-dua.md"] = "---\ntitle: Keran baru dua\ndate: 2024-04-02\nsummary: x.\n---\n"
	b, dir, _ := again(t, files)
	published := report(t, b).Identities()
	erase(t, dir, "content/news/keran-baru.md")
	erase(t, dir, "content/news/keran-baru-dua.md")
	const name = "content/news/keran-baru-lagi.md"
	write(t, dir, map[string]string{name: "---\ntitle: Keran baru\naliases: [/berita/keran-baru-dua]\n" +
		"date: 2024-04-02\nsummary: x.\n---\n"})
	told := report(t, b).Moved(published, true)
	if len(told) != 1 || told[0].Hint.Code != "vanished-gone" || told[0].Place.File != "content/news/keran-baru.md" {
		t.Errorf("%v", told)
	}
	write(t, dir, map[string]string{name: "---\ntitle: Keran baru\ndate: 2024-04-02\nsummary: x.\n---\n"})
	if told = report(t, b).Moved(published, true); len(told) != 2 || told[0].Hint.Code != "vanished-gone" ||
		told[1].Hint.Code != "alias-perhaps" {
		t.Errorf("%v", told)
	}
	write(t, dir, map[string]string{"content/news/keran-baru.md": "---\ntitle: x\ndate: 2024-04-02\nsummary: x.\n" +
		"draft: true\n---\n"})
	if told = report(t, b).Moved(published, true); len(told) != 2 || told[0].Args[0] != "/berita/keran-baru-dua/" ||
		told[1].Hint.Code != "vanished-draft" {
		t.Errorf("%v", told)
	}
}

// Of many, those come first of which most is known; the rest is counted.
func TestMovedMany(t *testing.T) {
	files := base(t)
	for i := range 30 {
		files[fmt.Sprintf("content/news/n%02d.md", i)] = "---\ntitle: x\ndate: 2024-04-02\nsummary: x.\n---\n"
	}
	b, dir, _ := again(t, files)
	published := report(t, b).Identities()
	for i := range 29 {
		erase(t, dir, fmt.Sprintf("content/news/n%02d.md", i))
	}
	write(t, dir, map[string]string{
		"content/news/n29.md":        "---\nslug: z29\ntitle: x\ndate: 2024-04-02\nsummary: x.\n---\n",
		"content/news/keran-mati.md": "---\ntitle: n28\ndate: 2024-04-02\nsummary: x.\n---\n",
	})
	told := report(t, b).Moved(published, true)
	hints := map[diag.HintCode]int{}
	for _, p := range told {
		hints[p.Hint.Code]++
	}
	if want := map[diag.HintCode]int{"alias-line": 1, "alias-perhaps": 1, "vanished-gone": 8,
		"vanished-more": 1}; !maps.Equal(hints, want) || told[10].Hint.Code != "vanished-more" {
		t.Errorf("%v", hints)
	}
	if _, warnings := told.Count(); warnings != 30 {
		t.Errorf("%d warnings", warnings)
	}
}

// What each page is of; and a record of earlier days that names what nobody knows
// is no reason to fall.
func TestIdentities(t *testing.T) {
	b, _, _ := again(t, base(t))
	r := report(t, b)
	ids := r.Identities()
	for path, want := range map[string]string{
		"kecamatan/hulu/index.html": "kecamatan:hulu", "program/air-bersih/index.html": "program:air-bersih",
		"kunjungan/tamu/index.html":    "visit:tamu",
		"berita/keran-baru/index.html": "news:keran-baru", "tentang/index.html": "page:tentang", "index.html": "",
		"berita/index.html": "",
	} {
		if ids[path] != want {
			t.Errorf("%s is %q, not %q", path, ids[path], want)
		}
	}
	for _, id := range []string{"", ":", "news", "topic:x", "news:../../x", "news:\x1b", "site:site"} {
		if told := r.Moved(map[string]string{"x/index.html": id}, true); told != nil {
			t.Errorf("%q: %v", id, told)
		}
	}
	if told := r.Moved(map[string]string{"x\x1b/index.html": "news:x"}, true); len(told) != 1 ||
		strings.Contains(spoken(t, told, diag.English), "\x1b") {
		t.Errorf("%v", told)
	}
	if (build.Report{}).Moved(ids, true) != nil || len((build.Report{}).Identities()) != 0 {
		t.Error("a report of nothing knows something")
	}
}

func spoken(t *testing.T, l diag.List, lang diag.Language) string {
	t.Helper()
	var b strings.Builder
	if err := l.Print(&b, lang); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func erase(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
}
