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
	"strconv"
	"strings"

	"blandongan/internal/site"
)

// The sections of a site, which are the first folders of its addresses. Those of an
// Indonesian site are the same whatever its language.
const (
	Home      = ""
	Kecamatan = "kecamatan"
	Program   = "program"
	Visit     = "kunjungan"
	Network   = "jejaring"
	News      = "berita"
	Topic     = "topik"
	// Numbered is the folder below a list's address in which its further pages lie.
	Numbered = "halaman"
)

// Of returns where the page of a thing lies, by its kind and its name: the slug of an
// article or a page, the id of all else; "" for kinds without pages.
func Of(kind, name string) string {
	switch kind {
	case "page":
		return name + "/"
	case "kecamatan":
		return Kecamatan + "/" + name + "/"
	case "program":
		return Program + "/" + name + "/"
	case "visit":
		return Visit + "/" + name + "/"
	case "news":
		return News + "/" + name + "/"
	}
	return ""
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

// Root is where the site's root lies.
type Root struct {
	// Origin is https://host, without a slash; "" where the site has no address yet.
	Origin string
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
}

// RootOf returns the root of a site with a base URL.
func RootOf(base site.BaseURL) Root {
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

// Files of the site that programs read.
const (
	Atom     = News + "/atom.xml"
	JSONFeed = News + "/feed.json"
	Calendar = Visit + "/kalender.ics"
	Sitemap  = "sitemap.xml"
	Robots   = "robots.txt"
	Security = ".well-known/security.txt"
)

// DataFile is where a kecamatan's figures lie in a form: "csv" or "json".
func DataFile(kecamatan, form string) string {
	return Of("kecamatan", kecamatan) + kecamatan + "." + form
}
