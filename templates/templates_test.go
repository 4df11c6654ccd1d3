package templates_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/views"
	"blandongan/templates"
)

var (
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	tag     = regexp.MustCompile(`(?s)<[^>]*>`)
	defined = regexp.MustCompile(`\{\{define "([^"]+)"`)
	called  = regexp.MustCompile(`\{\{-? ?(?:template|parts?) "([^"]+)"`)
)

// sources returns every template by name.
func sources(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(templates.FS, name)
		files[name] = string(data)
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d templates, error %v", len(files), err)
	}
	return files
}

// A template holds no words of its own, or a site in another language would mix two.
func TestTemplatesHaveNoText(t *testing.T) {
	for name, text := range sources(t) {
		plain := tag.ReplaceAllString(action.ReplaceAllString(text, ""), "")
		if i := strings.IndexFunc(plain, func(r rune) bool {
			return r >= 'A' && r <= 'Z' || r >= 'a' &&
				r <= 'z'
		}); i >= 0 {
			t.Errorf("%s: text outside of word: %.40q", name, plain[i:])
		}
	}
}

// running are the only scripts, data for machines, one that sorts a table, one that searches; and the only form.
var running = map[string][]string{
	"head.html":           {`<script type="application/ld+json">`},
	"kecamatan-list.html": {`<script defer src="{{asset "sort.js"}}">`},
	"search.html":         {`<script defer src="{{asset "search.js"}}">`, `<form`},
}

// Nothing else may run in the reader's browser or be fetched from another host.
func TestTemplatesAreInert(t *testing.T) {
	for name, text := range sources(t) {
		for _, pattern := range []string{`(?i)<script[^>]*>`, `\sstyle=`, `\son[a-z]+=`,
			`(?:src|href)="(?:https?:)?//`, `<i?frame`, `<form`} {
			for _, found := range regexp.MustCompile(pattern).FindAllString(text, -1) {
				if !slices.Contains(running[name], found) {
					t.Errorf("%s: %s", name, found)
				}
			}
		}
	}
	style := bytes.Replace(append(sheets(t), asset(t, "search.css")...), []byte(`@import "tokens.css";`), nil, 1)
	for _, forbidden := range []string{"url(", "@import", "@font-face"} {
		if bytes.Contains(style, []byte(forbidden)) {
			t.Errorf("a style sheet has %s", forbidden)
		}
	}
}

// The scripts are small, ask nobody for anything by themselves, and write no HTML.
func TestScriptFiles(t *testing.T) {
	scripts, err := fs.Glob(templates.FS, "assets/*.js")
	if err != nil || !slices.Equal(scripts, []string{"assets/search.js", "assets/sort.js"}) {
		t.Fatalf("scripts: %v, %v", scripts, err)
	}
	for _, name := range scripts {
		script := asset(t, path.Base(name))
		for _, forbidden := range []string{"http", "fetch", "import", "eval", "HTML", "style", "console", "Storage",
			"cookie"} {
			if bytes.Contains(script, []byte(forbidden)) {
				t.Errorf("%s: %s", name, forbidden)
			}
		}
	}
	if most := 1536; len(asset(t, "sort.js")) > most {
		t.Errorf("sort.js is more than %d bytes", most)
	}
}

// Every part is called by someone, and every called part is there.
func TestParts(t *testing.T) {
	have, want := map[string]string{}, map[string]string{}
	for name, text := range sources(t) {
		for _, m := range defined.FindAllStringSubmatch(text, -1) {
			if other, twice := have[m[1]]; twice {
				t.Errorf("%q is defined in %s and %s", m[1], other, name)
			}
			have[m[1]] = name
		}
		for _, m := range called.FindAllStringSubmatch(text, -1) {
			want[m[1]] = name
		}
	}
	for part, name := range want {
		if have[part] == "" {
			t.Errorf("%s: no part %q", name, part)
		}
	}
	for part, name := range have {
		if want[part] == "" {
			t.Errorf("%s: nobody uses %q", name, part)
		}
	}
}

// sheets returns the tokens and the style sheet, which go out as one file.
func sheets(t *testing.T) []byte {
	t.Helper()
	var both []byte
	for _, name := range []string{"tokens.css", "style.css"} {
		both = append(both, asset(t, name)...)
	}
	return both
}

func asset(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(templates.FS, "assets/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The stylesheet is read on every first visit, often over a slow line. What only the page of the search needs is in a
// sheet of its own.
func TestStylesheetIsSmall(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(sheets(t))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if most := 10400; b.Len() > most {
		t.Errorf("style.css is %d bytes compressed, more than %d", b.Len(), most)
	}
}

// The foot of a page names each way once, also where the navigation leads to a page of prose.
func TestFootNamesWaysOnce(t *testing.T) {
	for _, f := range faces(t) {
		seen := map[string]bool{}
		for n := range f.parse(t, f.pages(t)[0]).Descendants() {
			if n.Data != "footer" {
				continue
			}
			for a := range n.Descendants() {
				if a.Data == "a" && seen[attr(a, "href")] {
					t.Errorf("%s: %s twice", f.name, attr(a, "href"))
				}
				seen[attr(a, "href")] = a.Data == "a"
			}
		}
		if len(seen) < 6 {
			t.Errorf("%s: %d links", f.name, len(seen))
		}
	}
}

// What surrounds an editor's text must not take the id of one of its headings.
func TestIDsAroundTextsAreReserved(t *testing.T) {
	id := regexp.MustCompile(` id="([^"{]+)"`)
	for name, text := range sources(t) {
		switch name {
		case "base.html", "article.html", "page.html", "parts/news.html", "parts/sources.html":
			for _, m := range id.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(views.Reserved, m[1]) {
					t.Errorf("%s: the id %q is not in views.Reserved", name, m[1])
				}
			}
		}
	}
}

// A new city begins without the ornament and the icon of the repository's own site, which keeps them.
func TestNoRegionsLook(t *testing.T) {
	for _, name := range []string{"parts/ornament.html", "assets/icon.svg"} {
		own, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		begun, err := fs.ReadFile(templates.FS, name)
		if err != nil || bytes.Equal(own, begun) {
			t.Errorf("%s is the own site's: %v", name, err)
		}
	}
	f, own := begun(t, "plain", listOf("Telanaipura"), nil), need(home)(t)
	for face, want := range map[*face]bool{f: false, own: true} {
		text, err := os.ReadFile(filepath.Join(face.dir, "index.html"))
		if err != nil || bytes.Contains(text, []byte("hiasan.gigi")) != want {
			t.Errorf("%s has the ornament: not %v, %v", face.name, want, err)
		}
	}
}
