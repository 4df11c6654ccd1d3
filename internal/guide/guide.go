// Package guide writes the pages by which a site tells its editors how to write for it.
//
// It owns their texts, in Indonesian and in English. Three pages go out, for a site's
// content/pages: how an article comes about and reaches its readers, in words about this
// city (pages/guide.*.md); what may be written under each key, from the declarations; what
// each problem and each rule means, from package explain. What comes in are the site's facts,
// of which it takes the examples. It writes no file.
package guide

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"blandongan/internal/author"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

//go:embed pages
var texts embed.FS

// The ids of the pages; they link to each other by these.
const (
	Writing = "panduan-redaksi"
	Fields  = "panduan-isian"
	Checks  = "panduan-pemeriksaan"
)

// Page is one file for content/pages.
type Page struct {
	Path string // from the site's folder
	Text []byte
}

// about are the words of a site that the guide speaks with.
type about struct{ City, Kecamatan, KecamatanID, Indicator, Contact string }

// Pages returns the guide of a site, in its own language and in each further one that we know.
func Pages(s *site.Site) []Page {
	var list []Page
	for _, tag := range append([]value.Language{s.Config.Language}, s.Config.Languages...) {
		language := lang.Of(string(tag))
		main := tag == s.Config.Language
		if string(language) != string(tag) && !main || main && list != nil {
			continue
		}
		list = append(list, pagesIn(language, aboutOf(s), main)...)
	}
	return list
}

func pagesIn(language lang.Language, a about, main bool) []Page {
	ending := ".md"
	if !main {
		ending = "." + string(language) + ending
	}
	pages := checksIn(language)
	pages[Writing] = a.fill(text("guide", language))
	pages[Fields] = fieldsIn(language)
	var list []Page
	for _, id := range slices.Sorted(maps.Keys(pages)) {
		folder := site.PathOfKind(site.KindPage)
		if id != Writing {
			folder += Writing + "/" // the others are many
		}
		list = append(list, Page{folder + id + ending, signed(pages[id])})
	}
	return list
}

// text returns a page's own words in a language.
func text(name string, language lang.Language) string {
	b, err := texts.ReadFile("pages/" + name + "." + string(language) + ".md")
	if err != nil {
		panic(err) // lang knows a language for which there is no guide
	}
	return string(b)
}

// aboutOf takes the examples from a site; of what it does not have yet, the words say
// what would stand there.
func aboutOf(s *site.Site) about {
	a := about{City: s.City.Name, Kecamatan: "Contoh", KecamatanID: "contoh", Contact: string(s.Config.Contact.Email)}
	if len(s.Kecamatan) > 0 {
		a.Kecamatan, a.KecamatanID = s.Kecamatan[0].Name, s.Kecamatan[0].ID
	}
	people := func(x site.Indicator) bool { // one of which the examples of the guide can be true
		return x.Ratio == nil && x.Counts == "" && x.Format == "" && x.Decimals == 0 && x.Max == nil && !x.Ahead
	}
	a.Indicator = cmp.Or(first(s.Indicators, people), "nama-indikator")
	return a
}

// first is the first id, as the alphabet has it, of what is fit.
func first[T any](by map[string]T, fit func(T) bool) (id string) {
	for k, x := range by {
		if (id == "" || k < id) && fit(x) {
			id = k
		}
	}
	return id
}

// fill puts words of a site into a page. The marks are such as Markdown does not use.
func (a about) fill(page string) string {
	var b bytes.Buffer
	t := template.Must(template.New("").Delims("<<", ">>").Parse(page))
	if err := t.Execute(&b, a); err != nil {
		panic(err) // the page names a word that about has not
	}
	return b.String()
}

// front is the front matter of a page.
func front(title, summary string) string {
	return fmt.Sprintf("---\ntitle: %q\nsummary: %q\nunlisted: true\n---\n", title, summary)
}

// cell is a text as a table holds it.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ").Replace(s)
}

// mark begins the line by which a page is known to be as this program wrote it.
const mark = "# blandongan guide "

// signed is a page with a line that tells its digest, as the first of the front matter.
func signed(text string) []byte {
	head, rest, _ := strings.Cut(text, "\n")
	return author.Sign([]byte(head+"\n"+mark+author.Unsigned+"\n"+rest), mark)
}

// IsOurs says whether a file is a page of the guide, changed or not: it has our line.
func IsOurs(file []byte) bool { return bytes.Contains(file, []byte("\n"+mark)) }

// IsUntouched says whether a file is a page of ours that nobody has changed since: it may be
// replaced by a newer one.
func IsUntouched(file []byte) bool { return author.IsUntouched(file, mark) }
