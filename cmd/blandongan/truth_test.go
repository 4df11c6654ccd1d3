package main

import (
	"bytes"
	"encoding/json"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"blandongan/internal/guide"
	"blandongan/internal/lab"
)

// oldWords are what editors have replaced: readers took them for jargon, or they said
// more than is known.
var oldWords = regexp.MustCompile(`(?i)\bmasa\b|terbesar ke-|luas poligon|` +
	`poligon peta|dalam terbitan|paling jauh:|\bpeminat\b|pengadopsi|kelengkapan lembar|bukti terkuat|\bdiklaim\b|` +
	`bertanda adv|peragaan|\bumpan\b`)

// The city's pages say none. Its guide for editors, as the program writes it, is no word of the
// city: it quotes what people write.
func TestRealSiteSaysNoOldWord(t *testing.T) {
	files, ours := realSite(t), 0
	for name, text := range lab.Tree(t, "../../content/pages") {
		if id, _, _ := strings.Cut(path.Base(name), "."); guide.IsUntouched(text) {
			ours++
			delete(files, id+"/index.html")
			delete(files, "en/"+id+"/index.html")
		}
	}
	if ours == 0 || len(files) < 100 {
		t.Fatalf("%d pages of the guide, %d other files", ours, len(files))
	}
	for name, data := range files {
		if slices.Contains([]string{".html", ".xml", ".json", ".csv", ".ics"}, path.Ext(name)) {
			for _, word := range oldWords.FindAllString(string(data), -1) {
				t.Errorf("%s says %q", name, word)
			}
		}
	}
}

// No program of which only the launch is known is said to run.
func TestRealSiteLaunchedProgramsDoNotRun(t *testing.T) {
	files, launched := realSite(t), 0
	for name, text := range lab.Tree(t, "../../data/programs") {
		var program struct{ Status string }
		if err := yaml.Unmarshal(text, &program); err != nil {
			t.Fatal(name, err)
		}
		if program.Status != "launched" {
			continue
		}
		launched++
		page := "program/" + strings.TrimSuffix(name, ".yaml") + "/index.html"
		if words := readable(t, files[page]); !strings.Contains(words, "diluncurkan") ||
			regexp.MustCompile(`(?i)\bberjalan\b`).MatchString(words) {
			t.Errorf("%s says that it runs, or not that it was launched", page)
		}
	}
	if launched == 0 {
		t.Error("no program was launched")
	}
}

// An article tells of the day of what happened and of the day it was written here, which
// is its publication; it ends with how it was checked; its topics are pillars and places.
func TestRealSiteArticles(t *testing.T) {
	topics := []string{"tata kelola", "citra daerah", "ekonomi", "kehidupan", "masyarakat", "lingkungan",
		"jambi", "medan"}
	files := realSite(t)
	published := publications(t, files["berita/feed.json"])
	for name, text := range lab.Tree(t, "../../content/news") {
		if path.Ext(name) != ".md" || path.Ext(strings.TrimSuffix(name, ".md")) != "" {
			continue
		}
		var head struct {
			Written string
			Tags    []string
		}
		front, body, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
		if err := yaml.Unmarshal([]byte(front), &head); err != nil {
			t.Fatal(name, err)
		}
		for _, tag := range head.Tags {
			if !slices.Contains(topics, tag) {
				t.Errorf("%s: the topic %q is neither a pillar nor a place", name, tag)
			}
		}
		address := "berita/" + strings.TrimSuffix(name, ".md") + "/"
		page := files[address+"index.html"]
		for _, want := range []string{
			"<dt>Peristiwa</dt>", `<dt>Ditulis di sini</dt><dd><time datetime="` + head.Written + `"`,
			`article:published_time" content="` + head.Written, `"datePublished":"` + head.Written,
		} {
			if !bytes.Contains(page, []byte(want)) {
				t.Errorf("%s does not say %s", address, want)
			}
		}
		if day := published["/"+address]; !strings.HasPrefix(day, head.Written) || head.Written == "" {
			t.Errorf("%s was written on %q, and published on %q", name, head.Written, day)
		}
		last := body[strings.LastIndex(body, "\n## ")+1:]
		if !strings.HasPrefix(last, "## Bagaimana kami memeriksa\n") {
			t.Errorf("%s does not end with how it was checked", name)
		}
	}
}

// A translation has the links of its original, and one of an article its numbers, and how it
// was checked at the end.
func TestRealSiteTranslations(t *testing.T) {
	translations := 0
	for _, folder := range []string{"news", "pages"} {
		files := lab.Tree(t, "../../content/"+folder)
		for name, text := range files {
			id, translated := strings.CutSuffix(name, ".en.md")
			if !translated {
				continue
			}
			translations++
			original := files[id+".md"]
			if folder == "news" && numbers(original) != numbers(text) {
				t.Errorf("%s has the numbers\n%s\nnot\n%s", name, numbers(text), numbers(original))
			}
			last := text[bytes.LastIndex(text, []byte("\n## "))+1:]
			if folder == "news" && !bytes.HasPrefix(last, []byte("## How we checked\n")) {
				t.Errorf("%s does not end with how it was checked", name)
			}
			links := regexp.MustCompile(`\]\(([a-z]+:[a-z0-9-]+|/[a-z/]+)\)`)
			for _, said := range links.FindAllSubmatch(original, -1) {
				if !bytes.Contains(text, said[0]) {
					t.Errorf("%s does not lead to %s", name, said[1])
				}
			}
		}
	}
	if translations < 6 {
		t.Errorf("%d translations", translations)
	}
}

// numbers are those in the title, the summary and the text of an article, sorted.
func numbers(article []byte) string {
	front, body, _ := bytes.Cut(bytes.TrimPrefix(article, []byte("---\n")), []byte("\n---\n"))
	said := slices.Concat(regexp.MustCompile(`(?m)^(title|summary):.*$`).FindAll(front, -1), [][]byte{body})
	var all []string
	text := string(bytes.Join(said, []byte("\n")))
	for _, number := range regexp.MustCompile(`\d+([.,:]\d+)*`).FindAllString(text, -1) {
		all = append(all, strings.NewReplacer(".", "", ",", "", ":", "").Replace(number))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// publications are the days in a JSON feed, by the paths of addresses.
func publications(t *testing.T, feed []byte) map[string]string {
	t.Helper()
	var news struct {
		Items []struct {
			URL  string `json:"url"`
			Date string `json:"date_published"`
		}
	}
	if err := json.Unmarshal(feed, &news); err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, item := range news.Items {
		_, at, _ := strings.Cut(strings.TrimPrefix(item.URL, "https://"), "/")
		days["/"+at] = item.Date
	}
	return days
}

// The camat of Jambi came for the management of kecamatan: no page says that they came
// for UP2K, or learnt it.
func TestRealSiteJambiCameForKecamatan(t *testing.T) {
	wrong := regexp.MustCompile(`(?i)camat[^.:]{0,80}jambi[^.:]{0,80}(mengenal|mempelajari|belajar) UP2K`)
	for name, data := range realSite(t) {
		if path.Ext(name) == ".html" {
			if said := wrong.FindString(readable(t, data)); said != "" {
				t.Errorf("%s says %q", name, said)
			}
		}
	}
	visits, err := filepath.Glob("../../data/visits/jambi-*.yaml")
	if err != nil || len(visits) != 1 {
		t.Error("the visit is not there", err)
	}
}

// readable are the words of a page as they stand in its body.
func readable(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			words.WriteString(n.Data + " ")
		}
	}
	return words.String()
}
