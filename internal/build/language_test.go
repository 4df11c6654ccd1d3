package build_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"unicode"

	"blandongan/internal/build"
	"blandongan/internal/diag"
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

// The navigation leads to the page of its language however an editor writes the address.
func TestNavigationByWebAddress(t *testing.T) {
	front := map[string][]byte{}
	for _, to := range []string{"/kecamatan/", "https://contoh.example/situs/kecamatan/"} {
		files := full(t)
		files["data/site.yaml"] = strings.Replace(files["data/site.yaml"], "{label: Kecamatan, link: /kecamatan/}",
			`{label: {id: Kecamatan, en: Districts}, link: "`+to+`"}`, 1)
		out, problems := buildFiles(t, files)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		front[to] = lab.Tree(t, out)["en/index.html"]
	}
	if !bytes.Equal(front["/kecamatan/"], front["https://contoh.example/situs/kecamatan/"]) {
		t.Error("a path leads elsewhere than the whole address")
	}
}

// What a picture shows is said in the article's own language, where its translation does not say it.
func TestPictureOfATranslation(t *testing.T) {
	const page = "en/news/guests-saw-a-tap/index.html"
	files := full(t)
	for _, c := range []struct{ image, want string }{
		{"image: {alt: A public tap}", `alt="A public tap"`}, {"image: {}", `<img lang="id" src=`},
	} {
		files["content/news/tamu-datang.en.md"] = strings.Replace(files["content/news/tamu-datang.en.md"],
			"image: {alt: A public tap}", c.image, 1)
		out, problems := buildFiles(t, files)
		if html := string(lab.Tree(t, out)[page]); problems.HasErrors() || !strings.Contains(html, c.want) {
			t.Errorf("%s: %v, no %s in\n%s", c.image, problems, c.want, html)
		}
	}
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

// Nobody types a mark of the program: not in articles, where what looks like one is no character,
// nor as an entity, nor in data and front matter, where it is refused.
func TestMarksCannotBeTyped(t *testing.T) {
	const mark = "\uFDD0en\" onclick=\"alert(1)\uFDD1teks\uFDD2"
	entities := strings.NewReplacer("\uFDD0", "&#xFDD0;", "\uFDD1", "&#64977;", "\uFDD2", "&#xfdd2;").Replace(mark)
	reserved := func(r rune) bool { return unicode.Is(unicode.Noncharacter_Code_Point, r) }
	var text strings.Builder
	for _, construct := range []string{"%", "# %", "`%`", "[%](/kota/ \"%\")", "![%](keran.svg)",
		"| % |\n|---|\n| % |", "```\n%\n```", "https://contoh.example/%", "a[^1]\n\n[^1]: %",
		"\uFDD0 a **b** \uFDD1 c\uFFFE"} {
		for _, typed := range []string{mark, entities} {
			text.WriteString(strings.ReplaceAll(construct, "%", typed) + "\n\n")
		}
	}
	files := full(t)
	files["content/news/tanda.md"] = "---\ntitle: Tanda\ndate: 2024-01-01\nsummary: Uji.\n---\n\n" +
		text.String()
	out, problems := buildFiles(t, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for name, data := range lab.Tree(t, out) {
		if path.Ext(name) != ".png" && path.Ext(name) != ".xlsx" && strings.ContainsFunc(string(data), reserved) {
			t.Errorf("%s has a noncharacter", name)
		}
		if strings.HasSuffix(name, ".html") {
			for _, fault := range checkHTML(data) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
	for _, typed := range []string{"a \uFDD0 b", `a \uFDD1 b`, `a \uFFFE b`} {
		for name, line := range map[string]string{"data/site.yaml": "description: ", "content/news/tanda.md": "title: ",
			"data/words.yaml": "home: ", "data/kecamatan/hulu.yaml": "summary: "} {
			files := full(t)
			files["content/news/tanda.md"] = "---\ntitle: Tanda\ndate: 2024-01-01\nsummary: Uji.\n---\n"
			files[name] = regexp.MustCompile("(?m)^"+line+".*\n").ReplaceAllLiteralString(files[name], "")
			front := strings.TrimPrefix(files[name], "---\n")
			files[name] = files[name][:len(files[name])-len(front)] + line + "\"" + typed + "\"\n" + front
			if _, problems := check(t, files); !slices.ContainsFunc(problems, func(p diag.Problem) bool {
				return p.Code == "yaml-syntax" && p.Place.File == name
			}) {
				t.Errorf("%q in %s: %v", typed, name, problems)
			}
		}
	}
}

// A language that is written twice, in other letters, is one: else all of its pages would clash.
func TestLanguageInOtherLetters(t *testing.T) {
	files := base(t)
	plain := files["data/site.yaml"]
	files["data/site.yaml"] = strings.Replace(plain, "languages: [id, en]", "languages: [ID, En, en]", 1)
	out, problems := buildFiles(t, files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	files["data/site.yaml"] = plain
	usual, _ := buildFiles(t, files)
	if a, b := lab.Tree(t, out), lab.Tree(t, usual); len(a) != len(b) {
		t.Errorf("%d files, not %d", len(a), len(b))
	}
}

// A file lies at one place, whatever its folder is called and whatever language the page is in that shows it.
func TestFilesOfEditions(t *testing.T) {
	files := full(t)
	const folder, hilir = "content/files/berita/", "data/kecamatan/hilir.yaml"
	files[folder+"balai.svg"] = files["content/files/img/balai.svg"]
	files[hilir] += "photos:\n  - {file: berita/balai.svg, alt: Balai, credit: Tim Contoh}\n"
	out, problems := buildFiles(t, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	tree := lab.Tree(t, out)
	for _, page := range []string{"kecamatan/hilir/index.html", "en/districts/hilir/index.html"} {
		if !strings.Contains(string(tree[page]), `src="/situs/berita/balai.svg"`) {
			t.Errorf("%s does not show the picture", page)
		}
	}
}
