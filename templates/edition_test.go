package templates_test

import (
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"blandongan/internal/lang"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// TestVersions walks from each page to its versions in other languages and back: all name the
// same ones, in the page, in the switch and in the sitemap, and each is in the language it is named by.
// The sitemap has no page that no search shall name.
func TestVersions(t *testing.T) {
	for _, f := range faces(t) {
		named, mapped, hidden := map[string]map[string]string{}, f.sitemapVersions(t), 0
		for _, page := range f.stays(t) {
			root := f.parse(t, page)
			versions := versionsIn(root)
			if versions == nil {
				continue
			}
			named[page.url] = versions
			spoken := attr(first(root, "html"), "lang")
			if versions[spoken] != page.url {
				t.Errorf("%s/%s: in %s it lies at %q", f.name, page.name, spoken, versions[spoken])
			}
			listed := versions
			if f.isHidden(t, page) {
				listed = nil
				hidden++
			}
			if !reflect.DeepEqual(mapped[page.url], listed) {
				t.Errorf("%s/%s: the sitemap says %v, not %v", f.name, page.name, mapped[page.url], listed)
			}
			for language, to := range switchIn(root) {
				if to != "" && f.url+strings.TrimPrefix(to, f.prefix()) != versions[language] {
					t.Errorf("%s/%s: the switch to %s leads to %s", f.name, page.name, language, to)
				}
			}
		}
		if len(named) < 20 || len(mapped)+hidden != len(named) {
			t.Errorf("%s: %d pages have versions, %d of them hidden, %d in the sitemap", f.name, len(named), hidden,
				len(mapped))
		}
		for url, versions := range named {
			for language, to := range versions {
				if !reflect.DeepEqual(named[to], versions) {
					t.Errorf("%s: %s names %s in %s, which names %v", f.name, url, to, language, named[to])
				}
			}
		}
	}
}

// prefix is the path of the site.
func (f *face) prefix() string { return strings.TrimPrefix(f.url, f.server.URL) }

// versionsIn are the addresses that a page names in each language, nil when it names none.
func versionsIn(root *html.Node) map[string]string {
	var versions map[string]string
	for n := range root.Descendants() {
		if language := attr(n, "hreflang"); n.Data == "link" && attr(n, "rel") == "alternate" && language != "" {
			if versions == nil {
				versions = map[string]string{}
			}
			versions[language] = attr(n, "href")
		}
	}
	return versions
}

// switchIn are the addresses to which the page's switch leads, "" for the language it is in.
func switchIn(root *html.Node) map[string]string {
	ways := map[string]string{}
	for n := range root.Descendants() {
		if n.Data == "nav" && attr(n, "class") == "languages" {
			for m := range n.Descendants() {
				if language := attr(m, "lang"); language != "" {
					ways[language] = attr(m, "href")
				}
			}
		}
	}
	return ways
}

func (f *face) sitemapVersions(t *testing.T) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(f.dir, "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Language string `xml:"hreflang,attr"`
				Href     string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for _, u := range list.URLs {
		for _, l := range u.Links {
			if all[u.Loc] == nil {
				all[u.Loc] = map[string]string{}
			}
			all[u.Loc][l.Language] = l.Href
		}
	}
	return all
}

// spoken is a piece of text that readers get, and the language it is given in.
type spoken struct{ text, language string }

// told are all pieces of text of a page, texts in place of pictures and names of parts among them.
func told(n *html.Node, language string) []spoken {
	if n.Type == html.ElementNode {
		if l := attr(n, "lang"); l != "" {
			language = l
		}
		if n.Data == "script" || n.Data == "style" {
			return nil
		}
	}
	var list []spoken
	for _, name := range []string{"alt", "aria-label", "title", "content"} {
		if text := squeezed(attr(n, name)); text != "" {
			list = append(list, spoken{text, language})
		}
	}
	if text := squeezed(n.Data); n.Type == html.TextNode && text != "" {
		list = append(list, spoken{text, language})
	}
	for c := range n.ChildNodes() {
		list = append(list, told(c, language)...)
	}
	return list
}

// TestEnglishWords holds that no English page says one of our Indonesian words.
func TestEnglishWords(t *testing.T) {
	words := map[string]string{}
	var sentences []string
	english, indonesian := map[string]bool{}, map[string]bool{}
	for _, key := range lang.Pages.Keys() {
		english[lang.Pages.Both(key).English], indonesian[lang.Pages.Both(key).Indonesian] = true, true
	}
	hole := regexp.MustCompile(`%(\\\[\d\\\])?[a-z]`)
	for _, key := range lang.Pages.Keys() {
		said := lang.Pages.Both(key).Indonesian
		switch {
		case english[said] || strings.HasPrefix(key, "address-"):
		case strings.Contains(said, "%"):
			if len(hole.ReplaceAllString(regexp.QuoteMeta(said), "")) > 8 {
				sentences = append(sentences, hole.ReplaceAllString(regexp.QuoteMeta(said), ".+"))
			}
		default:
			words[said] = key
		}
	}
	sentence := regexp.MustCompile("^(?:" + strings.Join(sentences, "|") + ")$")
	pages := 0
	f := need(home)(t)
	for _, page := range f.stays(t) {
		root := f.parse(t, page)
		if attr(first(root, "html"), "lang") != "en" {
			continue
		}
		pages++
		for _, x := range told(root, "en") {
			if key := words[x.text]; x.language == "en" && key != "" && !slices.Contains(kept, x.text) {
				t.Errorf("%s says %q (%s)", page.name, x.text, key)
			} else if x.language == "en" && sentence.MatchString(x.text) {
				t.Errorf("%s says %q", page.name, x.text)
			} else if x.language == "id" && english[x.text] && !indonesian[x.text] {
				t.Errorf("%s gives %q as Indonesian", page.name, x.text)
			}
		}
	}
	if pages < 30 {
		t.Errorf("%d English pages", pages)
	}
}

// kept are words that English keeps: what areas are called, beside their English names.
var kept = []string{"Kecamatan", "Kelurahan", "Kota", "Provinsi"}

// TestForeignTexts holds that a text of the data that has no English is shown as Indonesian, wherever
// it stands on an English page, and that one that has English is not shown in Indonesian. The second
// city has little English, our own site nothing else.
func TestForeignTexts(t *testing.T) {
	dir := cityFolder(t)
	abroad, err := raise("abroad", dir, "/", when)
	if err != nil {
		t.Fatal(err)
	}
	defer abroad.server.Close()
	lacking := 0
	for root, f := range map[string]*face{"..": need(home)(t), dir: abroad} {
		lacks, has := texts(t, root)
		for _, page := range f.stays(t) {
			root := f.parse(t, page)
			if attr(first(root, "html"), "lang") != "en" {
				continue
			}
			for _, x := range told(root, "en") {
				switch {
				case lacks[x.text] && x.language != "id" && strings.Count(x.text, " ") > 1: // two words may be a name
					t.Errorf("%s/%s: %q is given as %s", f.name, page.name, x.text, x.language)
				case lacks[x.text]:
					lacking++
				case has[x.text] && x.language == "en" && strings.Count(x.text, " ") > 4: // fewer may be a name
					t.Errorf("%s/%s: %q has English words", f.name, page.name, x.text)
				}
			}
		}
	}
	if lacking < 50 {
		t.Errorf("%d texts without English were found", lacking)
	}
}

// texts are the Indonesian ones of a site's data, those that lack English and those that have it.
func texts(t *testing.T, root string) (lacking, given map[string]bool) {
	t.Helper()
	lacking, given = map[string]bool{}, map[string]bool{}
	english := map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		if !v.IsValid() || !v.CanInterface() {
			return
		}
		if x, ok := v.Interface().(site.Text); ok {
			said := squeezed(x.In("id", "id"))
			switch {
			case said == "":
			case x.Has("en"):
				given[said] = x.In("en", "id") != x.In("id", "id")
				english[squeezed(x.In("en", "id"))] = true
			default:
				lacking[said] = true
			}
			return
		}
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			walk(v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(v.MapIndex(key))
			}
		}
	}
	parser := markdown.New(markdown.Options{Schemes: site.Schemes()})
	err := fs.WalkDir(os.DirFS(root), "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".yaml" {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(root), name)
		record, _ := site.Parse(name, text, parser)
		entries, _ := site.Decode(record)
		for _, e := range entries {
			walk(reflect.ValueOf(e.Value))
		}
		return err
	})
	if err != nil || len(given)+len(lacking) < 20 {
		t.Fatalf("%d texts, error %v", len(given)+len(lacking), err)
	}
	for said := range given {
		lacking[said] = lacking[said] && !given[said]
		given[said] = given[said] && !english[said]
	}
	return lacking, given
}
