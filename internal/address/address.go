// Package address says where things lie: the sections of a site, the paths of what has
// a page, links from the site's root, and whose a web address is.
//
// In come a base URL, kinds and ids, paths and web addresses. Out come paths below the
// output folder ("berita/x/index.html"), addresses from the site's root ("berita/x/")
// and hrefs ("/kota/berita/x/"). It never asks whether anything lies at an address: that
// is for package plan to know.
package address

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/text/cases"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// The sections of a site, which are the first folders of its addresses. Those of an
// Indonesian site are the same whatever its language.
const (
	Home      = ""
	Kecamatan = "kecamatan"
	Program   = "program"
	Visit     = "kunjungan"
	Network   = "jejaring"
	City      = "kota"
	Source    = "sumber"
	News      = "berita"
	Topic     = "topik"
	Data      = "data"
	Search    = "cari"
	// Numbered is the folder below a list's address in which its further pages lie.
	Numbered = "halaman"
)

// Section is a first folder of the site's addresses.
type Section struct {
	// Name is the folder's: one of the constants above.
	Name string
	// Kind is that of the things whose pages lie in it, "" when these are none of the
	// editors' own: see package site.
	Kind string
	// Under is the section whose entry in the navigation leads to it, its own where the
	// navigation has one.
	Under string
}

// Sections has a row for each section, in the order of the navigation. Things of a kind that
// has none lie at the root.
var Sections = []Section{
	{Kecamatan, site.KindKecamatan, Kecamatan},
	{Program, site.KindProgram, Program},
	{Visit, site.KindVisit, Visit},
	{Network, "", Visit},
	{City, "", City},
	{Source, "", City},
	{Data, "", City},
	{News, site.KindNews, News},
	{Topic, "", News},
	{Search, "", Home},
}

// Names are the names of all sections.
func Names() []string {
	names := make([]string, len(Sections))
	for i := range Sections {
		names[i] = Sections[i].Name
	}
	return names
}

// Above returns the section whose entry in the navigation leads to a section.
func Above(section string) string {
	for _, s := range Sections {
		if s.Name == section {
			return s.Under
		}
	}
	return section
}

// Of returns where the page of a thing lies, by its kind and its name: the slug of an
// article or a page, the id of all else.
func Of(kind, name string) string {
	if s := sectionOf(kind); s != nil {
		return s.Name + "/" + name + "/"
	}
	return name + "/"
}

// FolderOf returns the folder in which the pages of a kind lie: "program/", or "" for the root.
func FolderOf(kind string) string {
	if s := sectionOf(kind); s != nil {
		return s.Name + "/"
	}
	return ""
}

func sectionOf(kind string) *Section {
	for i := range Sections {
		if s := &Sections[i]; s.Kind == kind {
			return s
		}
	}
	return nil
}

// KindIn returns the kind of what lies below a first folder, that of prose pages when it is
// no section's.
func KindIn(folder string) string {
	for _, s := range Sections {
		switch {
		case s.Name == folder && s.Name == Topic:
			return site.KindNews // a topic is there when articles name it
		case s.Name == folder && s.Kind != "":
			return s.Kind
		}
	}
	return site.KindPage
}

// Withheld returns what a link in a file would lead to, were it published: by its kind and id, by
// its address from the root, or by its own file.
func Withheld(s *site.Site, file, to string) (site.Ref, bool) {
	kind, id, named := strings.Cut(to, ":")
	if rooted, isRoot := strings.CutPrefix(to, "/"); isRoot {
		rooted = strings.TrimSuffix(rooted, "/")
		kind, id, named = strings.Cut(rooted, "/")
		if kind = KindIn(kind); kind == site.KindPage { // it lies at the root
			id, named = rooted, true
		}
	}
	if named {
		return site.Ref{Kind: kind, ID: id}, s.IsWithheld(kind, id)
	}
	return s.WithheldText(path.Join(path.Dir(file), to))
}

// OfTopic returns where the first page of a topic's list lies.
func OfTopic(slug string) string { return Topic + "/" + slug + "/" }

// OfPage returns the address of a page of a list: of the first, that of the list.
func OfPage(list string, n int) string {
	if n == 1 {
		return list
	}
	return list + Numbered + "/" + strconv.Itoa(n) + "/"
}

// IsArticle says whether a path of the built site is that of an article's page.
func IsArticle(p string) bool {
	dir, isPage := strings.CutSuffix(p, "/index.html")
	section, name, below := strings.Cut(dir, "/")
	return isPage && below && section == News && !strings.HasPrefix(name, Numbered+"/")
}

// Edition is the site in one language, as far as its addresses tell.
type Edition struct {
	// Folder is where it lies, with its slash: "en/"; "" for the site in its own language.
	Folder string
	// Words are the names of its sections, and of Numbered, by those of the site's own.
	Words map[string]string
	// Own are the addresses of what does not lie below a section, or goes by another name, by
	// those in the site's own language.
	Own map[string]string
	// Lacks are the addresses in the site's own language of what the edition has no page for.
	Lacks map[string]bool
}

// Of returns where lies in an edition what lies at an address in the site's own language: there
// as well where the edition does not have it. Articles it knows by the names that they have in it.
func (e *Edition) Of(at string) string {
	if e.Folder == "" || e.Lacks[at] {
		return at
	}
	if own, ok := e.Own[at]; ok {
		return own
	}
	if at == Home {
		return e.Folder
	}
	section, rest, _ := strings.Cut(at, "/")
	if section == Data && rest != "" {
		return DataFolder + e.Folder + rest // open data of all editions lies in one folder: see DataFolder
	}
	word, ok := e.Words[section]
	if !ok {
		return at
	}
	if before, number, is := cutNumber(rest); is {
		rest = before + e.Words[Numbered] + "/" + number
	}
	return e.Folder + word + "/" + rest
}

// cutNumber parts what follows a section's name at a further page of a list.
func cutNumber(rest string) (before, number string, ok bool) {
	if number, ok := strings.CutPrefix(rest, Numbered+"/"); ok {
		return "", number, true
	}
	before, number, ok = strings.Cut(rest, "/"+Numbered+"/")
	return before + "/", number, ok
}

// Root is where the site's root lies.
type Root struct {
	// Origin is https://host, without a slash; "" where the site has no address yet.
	Origin string
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
}

// RootOf returns the root of a site with a base URL.
func RootOf(base value.BaseURL) Root {
	u, err := url.Parse(string(base))
	if err != nil || u.Host == "" {
		return Root{Prefix: "/"}
	}
	return Root{u.Scheme + "://" + u.Host, strings.TrimRight(u.EscapedPath(), "/") + "/"}
}

// Link returns the href of an address from the site's root.
func (r Root) Link(address string) string { return r.Prefix + Escape(address) }

// Absolute returns the full URL of an address.
func (r Root) Absolute(address string) string { return r.Origin + r.Link(address) }

// Escape escapes what may not stand in a URL's path; slashes stay.
func Escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// Fragment returns what follows the path in an href: the place with the escapes that it
// needs, whether or not it was written with some. The words behind ":~:" that a browser
// is to look for keep theirs: a comma parts them there, and one in percent notation is
// one of their own.
func Fragment(f string) string {
	if f == "" {
		return ""
	}
	place, words, directed := strings.Cut(f, ":~:")
	if plain, err := url.PathUnescape(place); err == nil {
		place = plain
	}
	if !directed {
		return "#" + escapeFragment(place)
	}
	pieces := []string{words}
	if _, err := url.PathUnescape(words); err == nil {
		pieces = strings.Split(words, "%")
	}
	for i, piece := range pieces {
		pieces[i] = escapeFragment(piece)
	}
	return "#" + escapeFragment(place) + ":~:" + strings.Join(pieces, "%")
}

func escapeFragment(s string) string { return (&url.URL{Fragment: s}).EscapedFragment() }

// Files of the site that programs read.
const (
	Atom     = News + "/atom.xml"
	JSONFeed = News + "/feed.json"
	Calendar = Visit + "/kalender.ics"
	// SearchIndex names the parts of the index of all that can be found.
	SearchIndex = Search + "/indeks.json"

	Sitemap  = "sitemap.xml"
	Robots   = "robots.txt"
	Security = ".well-known/security.txt"
)

// DataFolder is where open data lies, which pages of other sites may fetch.
const DataFolder = Data + "/"

// Files of open data.
const (
	DataPackage   = DataFolder + "datapackage.json"
	DataCatalogue = DataFolder + "data.json"
	DataMap       = DataFolder + "peta.geojson"
)

// DataTable is where a table of open data lies in a form: "csv" or "json".
func DataTable(name, form string) string { return DataFolder + name + "." + form }

// DataOf is where the data of a kecamatan lies by its code: names change, codes seldom.
func DataOf(code value.KecamatanCode) string {
	return DataFolder + Kecamatan + "/" + string(code) + ".json"
}

// DataFile is where a kecamatan's figures lie in a form: "csv" or "json".
func DataFile(kecamatan, form string) string {
	return Of(site.KindKecamatan, kecamatan) + kecamatan + "." + form
}

// Fold returns a path as a file system sees it that does not tell small letters
// from capitals.
func Fold(path string) string {
	for i := range len(path) {
		if c := path[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return cases.Fold().String(path)
		}
	}
	return path
}
