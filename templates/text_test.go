package templates_test

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"blandongan/internal/lang"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"
)

// lynx and w3m show a page as text. A line is as long as a paragraph.
var (
	lynx = sync.OnceValues(func() (string, error) { return program("lynx", "lynx") })
	w3m  = sync.OnceValues(func() (string, error) { return program("w3m", "w3m") })
)

// TestTextBrowsers reads the largest page of each kind as text. Such browsers know nothing
// of SVG and little of HTML's younger elements: they take them for words of a line.
func TestTextBrowsers(t *testing.T) {
	patiently(t)
	for _, f := range faces(t) {
		for _, page := range f.kinds(t) {
			t.Run(f.name+"/"+page.name, func(t *testing.T) {
				t.Parallel()
				root, text := f.parse(t, page), f.lynx(t, page)
				title, _, _ := strings.Cut(text, "\n")
				if want := words(first(root, "title")); title != "THE_TITLE:"+want {
					t.Errorf("lynx calls the page %q, not %q", title, want)
				}
				for name, text := range map[string]string{"lynx": text, "w3m": f.w3m(t, page)} {
					for _, fault := range runOn(root, strings.Split(text, "\n")) {
						t.Errorf("%s: %s", name, fault)
					}
				}
			})
		}
	}
}

// TestDrawingsHaveNoTitle holds for every page what lynx shows of some.
func TestDrawingsHaveNoTitle(t *testing.T) {
	for _, f := range faces(t) {
		for _, page := range f.pages(t) {
			titles := 0
			for n := range f.parse(t, page).Descendants() {
				if n.Type == html.ElementNode && n.Data == "title" {
					titles++
				}
			}
			if titles != 1 {
				t.Errorf("%s/%s has %d titles", f.name, page.name, titles)
			}
		}
	}
}

// runOn says which texts of a page are one line where they should not be, or one word.
func runOn(root *html.Node, lines []string) []string {
	var faults []string
	all := strings.Join(lines, " ")
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "svg":
			texts := pieces(n)
			for i, text := range texts[:max(len(texts)-1, 0)] {
				if next := texts[i+1]; !strings.Contains(all, text+" "+next) {
					faults = append(faults, fmt.Sprintf("no space between %q and %q of a drawing", text, next))
				}
			}
		case n.Data == "figcaption":
			texts := append([]string{""}, pieces(cmp.Or(first(n.Parent, "svg"), &html.Node{}))...)
			if joined(lines, texts[len(texts)-1], words(n)) {
				faults = append(faults, fmt.Sprintf("a line of a drawing and its caption %.40q", words(n)))
			}
		case n.Data == "th" && attr(n, "scope") == "row":
			name, _, _ := strings.Cut(words(n), words(cmp.Or(first(n, "small"), n)))
			if small := first(n, "small"); small != nil && joined(lines, name, words(small)) {
				faults = append(faults, fmt.Sprintf("a line of a name and its explanation: %.60q", words(n)))
			}
		}
	}
	return faults
}

// joined tells whether a line has the last word of a text and the first of the next.
func joined(lines []string, before, after string) bool {
	a, b := strings.Fields(before), strings.Fields(after)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	// Few words are enough to know a text by.
	both := strings.Join(append(a[max(len(a)-3, 0):len(a):len(a)], b[:min(len(b), 3)]...), " ")
	return slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, both) })
}

// pieces are the texts within an element, in their order.
func pieces(n *html.Node) []string {
	var list []string
	for d := range n.Descendants() {
		if text := squeezed(d.Data); d.Type == html.TextNode && text != "" {
			list = append(list, text)
		}
	}
	return list
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return squeezed(b.String())
}

func first(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return d
		}
	}
	return nil
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestFiguresInText finds every figure of the data in lynx, with its year and somebody
// who says so near.
func TestFiguresInText(t *testing.T) {
	patiently(t)
	dir, err := secondCity()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range faces(t) {
		root := []string{"..", dir}[i]
		w := numbers{english: i == 1}
		unmarshal(t, filepath.Join(root, "data/indicators.yaml"), &w.indicators)
		for _, x := range figures(t, filepath.Join(root, "data/city.yaml")) {
			x.find(t, w, f.text(t, "index.html")+f.text(t, "kota/index.html"))
		}
		files, err := filepath.Glob(filepath.Join(root, "data/kecamatan/*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%v, %v", files, err)
		}
		for _, file := range files {
			text := f.text(t, "kecamatan/"+strings.TrimSuffix(filepath.Base(file), ".yaml")+"/index.html")
			for _, x := range figures(t, file) {
				x.find(t, w, text)
			}
		}
	}
}

// figure is one of the data as its file has it.
type figure struct {
	file              string
	Indicator, Period string
	Value             *float64
}

// numbers are how a site writes them.
type numbers struct {
	english    bool
	indicators map[string]struct {
		Decimals int
		Format   string
	}
}

func figures(t *testing.T, file string) []figure {
	t.Helper()
	var all struct{ Figures []figure }
	unmarshal(t, file, &all)
	for i := range all.Figures {
		all.Figures[i].file = filepath.Base(file)
	}
	return slices.DeleteFunc(all.Figures, func(x figure) bool { return x.Value == nil })
}

func unmarshal(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = yaml.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

var (
	year  = regexp.MustCompile(`\d{4}`)
	named = regexp.MustCompile(`\[\d+\]|\(\d*\p{L}`) // by number or by name
)

// find looks for a figure in a text.
func (x figure) find(t *testing.T, w numbers, text string) {
	t.Helper()
	const before, after = 150, 250
	seen := 0
	for _, at := range regexp.MustCompile(`\b`+regexp.QuoteMeta(w.write(x))+`\b`).FindAllStringIndex(text, -1) {
		near := text[max(0, at[0]-before):min(len(text), at[1]+after)]
		if seen++; strings.Contains(near, year.FindString(x.Period)) && named.MatchString(near) {
			return
		}
	}
	t.Errorf("%s: %s of %s: %s is seen %d times, not with its year and source", x.file, x.Indicator, x.Period,
		w.write(x), seen)
}

// write writes a figure as pages do.
func (w numbers) write(x figure) string {
	i := w.indicators[x.Indicator]
	whole, rest, _ := strings.Cut(lang.Rounded(lang.Exact(*x.Value), i.Decimals), ".")
	for at := len(whole) - 3; at > 0 && i.Format != "year"; at -= 3 {
		whole = whole[:at] + "." + whole[at:]
	}
	written := strings.TrimSuffix(whole+","+rest, ",")
	if w.english {
		return strings.NewReplacer(",", ".", ".", ",").Replace(written)
	}
	return written
}

// text is what lynx shows of a page, as one line; nothing when there is no such page.
func (f *face) text(t *testing.T, name string) string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(f.dir, name)); err != nil {
		return ""
	}
	return squeezed(f.lynx(t, leaf{name: name}))
}

// lynx returns what lynx shows of a page, a paragraph a line, after the page's title.
func (f *face) lynx(t *testing.T, page leaf) string {
	t.Helper()
	text := dump(t, need(lynx)(t), "-crawl", "-dump", "-nolist", "-width=990", "-assume_charset=utf-8",
		"-display_charset=utf-8", filepath.Join(f.dir, page.name))
	_, text, _ = strings.Cut(text, "\n") // the address
	return text
}

func (f *face) w3m(t *testing.T, page leaf) string {
	t.Helper()
	return dump(t, need(w3m)(t), "-dump", "-cols", "990", "-I", "utf-8", "-O", "utf-8", filepath.Join(f.dir, page.name))
}

// dump runs a browser and returns what it shows, without what aligns it.
func dump(t *testing.T, browser string, args ...string) string {
	t.Helper()
	out, err := exec.Command(browser, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		b.WriteString(squeezed(line) + "\n")
	}
	return b.String()
}
