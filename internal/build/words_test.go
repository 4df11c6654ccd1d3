package build_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"blandongan/internal/diag"
)

var wordsRounds = flag.Int("words", 60, "articles of mixed slips that TestNoWordIsLost writes")

// slips are what editors type that some reader of Markdown, YAML or HTML takes for
// something else. Each @ is a word of its own; a word written @@ is part of an address,
// a key or a script, and nobody misses it.
var slips = struct{ body, line, data []string }{
	body: []string{
		// HTML of web pages and word processors.
		"<p style=\"text-align: justify;\">@ @</p>\n@", "<br>\n@ @", "@<br/>@", "<ul><li>@</li>\n<li>@ @</li></ul>",
		"<table><tr><td>@</td><td>@</td></tr></table>", "<div class=\"a\">\n@\n@ @\n</div>\n\n@",
		"<center>@</center> @",
		"<h2>@ @</h2>\n@", "<details><summary>@</summary>@</details>",
		"<figure><img src=\"a.jpg\" alt=\"@\"><figcaption>@</figcaption></figure>",
		"@ <b>@</b> <i>@</i> <u>@</u> @", "<blockquote>@</blockquote>\n\n@", "<font color=red>@ @</font>",
		"<pre>@\n\n@</pre>\n\n@",
		"<p>@\n\n@</p>", "@ <span lang=id>@ @</span>nya @", "<script>@@</script>\n@",
		"<iframe src=\"https://contoh.example/\">@</iframe>",
		"<a href=\"https://contoh.example/x\">@ @</a> @", "@ < @ dan @ > @", "<@>", "<https @>",
		// Comments, closed and not.
		"@\n\n<!-- @ @ -->\n\n@", "@ <!-- @ --> @", "<!-- @ ->\n\n@ @", "<!-- @\n\n@", "<? @\n\n@ @",
		"<![CDATA[ @\n\n@", "<textarea>@\n\n@",
		// Lines in brackets, notes, tables, fences.
		"[@]: @", "[Foto]: @\n[Reporter]: @", "@ @\n[Foto]: @", "[Foto]: @/@", "[@]: /@@ \"@ @\"", "@[^1] @",
		"[^1]: @ @", "@[^a]\n\n[^a]: @\n\n[^a]: @ @",
		"| @ | @ |\n|---|---|\n| @ | @ | @ @ |", "| @ | @ |\n| @ | @ |", "| @ |\n|---|---|\n| @ | @ |",
		"```\n@\n\n@ @", "~~~ @@\n@ @", "```\n@\n```\n@",
		// Marks of other programs.
		"{{< figure src=\"@@\" caption=\"@\" >}}\n@", "{% include @@ %} @", "{{ @@ }} @", "[[@]] @", "[[@@|@]]",
		"![[@@.jpg]] @",
		"[caption id=\"a\"]@ @[/caption]", "## @ {#@@}", "@ @\n{: .@@}", "::: note\n@\n:::", "!!! note \"@\"\n    @",
		"> [!NOTE]\n> @",
		// Lists and stars that are none.
		"*@\n*@", "-@\n-@ @", "•@\n• @", "1.@\n2.@ @", "1)@\n2)@", "**@**nya @", "**“@”**nya", "**@ @.**@",
		"** @ ** @", "*“@”*-nya",
		"@ 5*@ @ 7*@", "08.00~10.00 @ 13.00~15.00 @", "@~@ @~@", "_@_@_", "@_@_@", "2017. @ @", "31. @",
		"7) @\n\n9) @", "1. @\n3. @",
		"  -@", "- @\n  -@\n- @", "\t@ @", "    @ @\n\n    @", "@ @ @\n---\n@", "@ @.\n===\n@", "#@ @", "# @",
		"##@ @", "– @\n– @", "o\t@\no\t@",
		"\u00a0\u00a0@ @", "a. @\nb. @", "(1) @\n(2) @", "> 5 @ @", "+62 812 @", "*@ @", "@*\n\n*@ @", "***@",
		"**@ @\n\n@**",
		"@ \\ @ C:\\@@ @", "![@](", "[@] (@@)", "(@)[https://contoh.example/@@]", "[@](@ @)", "[@][@]", "[@](<@@> @)",
		"![@]()", "[@]()",
		"&lt;@&gt; &amp; @ &#8211; @ &tidakada; @", "@ &nbsp;@", "http://contoh.example/@@ @",
		"<surel@@contoh.example> @", "@\u00ad@@ @", "`@ @", "``@` @",
	},
	line: []string{
		"title: @ #3@@ @", "title: @ # @@", "title: [@] @", "title: {{ @ }}", "title: '@'@ @'", "title: \"@\" @",
		"title: ! @", "title: !@ @", "title: & @",
		"title: * @", "title: - @", "title: @: @", "title: > @", "title: | @", "title: @ &#8211; @ &amp; @",
		"title: <b>@</b> @", "title: '**@** @'",
		"title: \"@", "title: `@`", "title: %@", "title: @\n  @", "title: \"@\\d@@\"", "title:@", "title: [@]",
		"summary: @ #@", "summary: >\n  @\n  #@ @\n @", "summary: @\n  #@ @", "summary: {id: @, @}",
		"summary: {id: @, en: @}", "summary: |\n  @\n @",
		"summary: @\n@", "author: @ #@", "author: [@, @ #@]", "tags: @, @", "tags: #@ #@", "tags:\n  @\n  @",
		"tags: [@; @]", "tags: [@ #@, @]", "tags: @; @",
		"kategori: @", "description: @", "keterangan: @", "author: {@: @}", "image: @.jpg", "claims:\n  - @",
		"corrections: @", "corrections:\n  - date: 2026-01-12\n    text: @ #@",
		"claims:\n  - {text: @ #@, said_by: @}", "original: {outlet: @ #@ @}", "original: @", "draft: @",
	},
	data: []string{
		"summary: @ #@ @", "problem: @ @ #@", "problem: >-\n  @\n  #@ @", "problem: <p>@</p> @", "problem: '**@** @'",
		"problem: @ &amp; @", "owner: @ #1@@",
		"core: @ #@", "core: [@ #@, @]", "core:\n  - @\n  - @ #@", "lessons: @, @", "prerequisites: [@, '@']",
		"not_for:\n  @\n  @", "note: \"@\" @",
		"how_it_works:\n  - {step: @ #@, actor: @}", "how_it_works:\n  - @", "how_it_works: @", "resources: @",
		"results: @", "contact: @", "replication: @",
		"unknowns: [@, @: @]", "awards: @", "acronym: @ #@", "expansion: @ #@", "adaptable: '@ {{ @ }}'",
		"started: @", "keterangan: @", "note: @ [[@]]", "note: @: @",
	},
}

// laid is a slip that was written into a file, on the lines from first to last.
type laid struct {
	slip        string
	file        string
	first, last int
	words       []string
}

// scribe lays slips into files.
type scribe struct {
	next int
	laid []laid
}

var marks = regexp.MustCompile(`@@?`)

// lay returns slip with words in it, as it stands in file from line first on.
func (s *scribe) lay(slip, file string, first int) string {
	l := laid{slip: slip, file: file, first: first, last: first + strings.Count(slip, "\n")}
	text := marks.ReplaceAllStringFunc(slip, func(mark string) string {
		s.next++
		word := fmt.Sprintf("kata%dz", s.next)
		if mark == "@" {
			l.words = append(l.words, word)
		}
		return word
	})
	s.laid = append(s.laid, l)
	return text
}

func (s *scribe) article(name string, lines, bodies []string) string {
	keys := map[string]string{"title": "title: Uji", "date": "date: 2026-01-10", "summary": "summary: Ringkasan."}
	for _, line := range lines {
		key, _, _ := strings.Cut(line, ":")
		keys[key] = line
	}
	text := "---\n"
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if slices.Contains(lines, keys[key]) {
			text += s.lay(keys[key], name, 1+strings.Count(text, "\n")) + "\n"
		} else {
			text += keys[key] + "\n"
		}
	}
	text += "---\n"
	for _, body := range bodies {
		text += "\nAlinea biasa.\n\n"
		text += s.lay(body, name, 1+strings.Count(text, "\n")) + "\n"
	}
	return text + "\nPenutup.\n"
}

func (s *scribe) program(name, slip string) string {
	key, _, _ := strings.Cut(slip, ":")
	text := ""
	for _, line := range []string{"name: Uji", "summary: Ringkasan.", "status: running", "pillars: [living]",
		"owner: Dinas", "problem: Masalah.", "sources: [kabar]"} {
		if !strings.HasPrefix(line, key+":") {
			text += line + "\n"
		}
	}
	return text + s.lay(slip, name, 1+strings.Count(text, "\n")) + "\n"
}

// What an editor wrote is shown, or refused, or warned of with the words that are
// lost: each word of every slip is on a page or in a problem, or the slip is where an
// error is. First each slip stands alone, then those that are not refused are mixed.
func TestNoWordIsLost(t *testing.T) {
	alone, files := &scribe{}, base(t)
	put := func(folder, ending string, write func(name string) string) {
		name := fmt.Sprintf("%s/uji-%03d%s", folder, len(files), ending)
		files[name] = write(name)
	}
	for _, slip := range slips.body {
		put("content/news", ".md", func(name string) string { return alone.article(name, nil, []string{slip}) })
	}
	for _, slip := range slips.line {
		put("content/news", ".md", func(name string) string { return alone.article(name, []string{slip}, nil) })
	}
	for _, slip := range slips.data {
		put("data/programs", ".yaml", func(name string) string { return alone.program(name, slip) })
	}
	refused := alone.check(t, files)

	mixed, files := &scribe{}, base(t)
	dice := rand.New(rand.NewPCG(7, 1))
	fine := slices.DeleteFunc(slices.Clone(slips.body), func(slip string) bool { return refused[slip] })
	for range *wordsRounds {
		put("content/news", ".md", func(name string) string {
			bodies := make([]string, 2+dice.IntN(5))
			for i := range bodies {
				bodies[i] = within(dice.IntN(6), fine[dice.IntN(len(fine))])
			}
			return mixed.article(name, nil, bodies)
		})
	}
	mixed.check(t, files)
}

// within puts a slip into a quote, an item of a list or the second paragraph of one,
// or leaves it where it is.
func within(where int, slip string) string {
	switch where {
	case 0:
		return "> " + strings.ReplaceAll(slip, "\n", "\n> ")
	case 1:
		return "- " + strings.ReplaceAll(slip, "\n", "\n  ")
	case 2:
		return "1. Satu.\n\n   " + strings.ReplaceAll(slip, "\n", "\n   ")
	}
	return slip
}

// check builds files, and once more without those that were refused, and looks for
// every word. It returns the slips where errors are.
func (s *scribe) check(t *testing.T, files map[string]string) (refused map[string]bool) {
	_, problems := buildFiles(t, files)
	errors := map[string][]int{}
	for _, p := range problems {
		if p.Severity() == diag.Error {
			errors[p.Place.File] = append(errors[p.Place.File], p.Place.Line)
			delete(files, p.Place.File)
		}
	}
	out, more := buildFiles(t, files)
	if more.HasErrors() {
		t.Fatalf("what was not refused is: %v", said(more))
	}
	shown, told := readable(t, out), map[string]string{}
	for _, p := range slices.Concat(problems, more) {
		told[p.Place.File] += p.Text(diag.English) + " " + p.Advice(diag.English) + "\n"
	}
	refused = map[string]bool{}
	losing := map[string]bool{}
	for _, l := range s.laid {
		if errors[l.file] != nil {
			refused[l.slip] = slices.ContainsFunc(errors[l.file],
				func(line int) bool { return l.first <= line && line <= l.last })
			continue
		}
		if i := slices.IndexFunc(l.words, func(w string) bool {
			return !shown[w] &&
				!strings.Contains(told[l.file], w)
		}); i >= 0 && !losing[l.slip] {
			losing[l.slip] = true
			t.Errorf("%s:%d: of %q the word %s is nowhere; told is: %s", l.file, l.first, l.slip, l.words[i],
				told[l.file])
		}
	}
	for file := range errors {
		if !slices.ContainsFunc(s.laid, func(l laid) bool { return l.file == file && refused[l.slip] }) {
			t.Errorf("%s is refused at lines %v, where nothing is wrong", file, errors[file])
		}
	}
	t.Logf("%d slips, %d words, %d files refused, %d slips lose words", len(s.laid), s.next, len(errors), len(losing))
	return refused
}

var wordForm = regexp.MustCompile(`kata\d+z`)

// readable returns the words that readers see or hear on the pages in a folder.
func readable(t *testing.T, out string) map[string]bool {
	words := map[string]bool{}
	err := filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		root, err := html.Parse(f)
		if err != nil {
			return err
		}
		for n := range root.Descendants() {
			if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
				seeWords(words, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "alt" || a.Key == "title" {
					seeWords(words, a.Val)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func seeWords(words map[string]bool, text string) {
	for _, w := range wordForm.FindAllString(text, -1) {
		words[w] = true
	}
}
