// Package plan decides what will exist: every page, feed and file of the built
// site, its path, and all that its template may see.
//
// What comes in: the city's facts (package site) and the names of the files
// beside them. What goes out: targets, each a path with a template's name and a
// view, and the problems that only show once addresses are known: links that
// lead nowhere, two things that claim one address. It makes no HTML, reads no
// file, and is a pure function: the same facts give the same targets.
//
// # Views
//
// A view holds everything its template may see, as plain values: texts, dates
// already written out, addresses, small cards; never a pointer back into the
// site. What is not in a view cannot be shown, so no dependency can be missed.
// Views are made when asked for and not kept: a hundred thousand of them would
// fill the memory that one at a time does not.
//
// # Addresses
//
// Paths are those of an Indonesian site, whatever its language: /kecamatan/ID/,
// /program/ID/, /kunjungan/ID/, /jejaring/, /berita/SLUG/, /topik/TAG/, and prose
// pages at /SLUG/. Files beside articles lie where the articles do; what is in
// content/files lies at the root. A base URL with a path is put before every link.
package plan

import (
	"net/url"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// Target is one file that will exist.
type Target struct {
	// Path is slash-separated below the output folder: "berita/x/index.html".
	Path string
	// Template names the page's template; "" for a file that has a form of its
	// own (a feed, the sitemap) or is copied.
	Template string
	// Frame is the section of the site whose frame surrounds the page.
	Frame string
	// View makes what the template sees: *Page for pages, else one of the types
	// in feeds.go. It is safe for concurrent use.
	View func() any
	// Copy is the path of the input file that is copied, "" for what is made.
	Copy string
	// Asset says that the file is one of the templates' own.
	Asset bool
	// From is what an editor would change to move it.
	From diag.Place
}

// Plan is everything that will exist.
type Plan struct {
	Targets []Target
	// Words are the pages' own words in the site's language.
	Words map[string]string
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
	// Frames are the views of the page frames, by Target.Frame.
	Frames map[string]Frame
	// Anchors are the places inside pages that links lead to, by the path of the
	// page; whether they are there shows when it is rendered.
	Anchors map[string][]Anchor
}

// Anchor is a link to a place inside a page.
type Anchor struct {
	Fragment string
	Place    diag.Place
}

// File is an input file that pages can link to.
type File struct {
	// Path is how the file system names it, Name the same in composed Unicode.
	Path, Name string
	// Image says that the file's ending promises a picture; Width and Height are
	// its size in pixels, 0 when it could not be read.
	Image         bool
	Width, Height int
	// Broken files are there, but cannot be read; a folder's Name ends in a slash.
	Broken bool
}

// Inputs are what the plan needs besides the facts.
type Inputs struct {
	// Files are those beside articles and pages, and those copied verbatim.
	Files []File
	// Assets are the paths that the templates' own files will take.
	Assets []string
	// Now is the time of the build; only its date shows.
	Now time.Time
}

// Make plans a site.
func Make(s *site.Site, in Inputs) (*Plan, diag.List) {
	p := newPlanner(s, in)
	p.assignAddresses()
	p.resolveBodies()
	p.home()
	p.kecamatan()
	p.programs()
	p.visits()
	p.network()
	p.news()
	p.topics()
	p.prose()
	p.machines()
	p.copies()
	p.checkClaims()
	return &Plan{Targets: p.targets, Words: p.voice.words, Prefix: p.prefix, Frames: p.frames(), Anchors: p.anchors}, p.problems
}

// planner holds what is known while planning.
type planner struct {
	site    *site.Site
	in      Inputs
	voice   voice
	origin  string // https://host, without a slash
	prefix  string // path of the base URL, "/" or "/kota/"
	targets []Target

	addresses map[site.Ref]string // of things → path from the root, "kecamatan/setu/"
	unsound   map[string]bool     // addresses of what could not be read
	byFile    map[string]site.Ref // Markdown file → what it is
	files     map[string]File     // by name
	closed    []string            // folders that could not be read
	claimed   map[string]bool     // pages' paths, for links written as paths
	copied    map[string]bool     // files beside articles that are linked to
	bodies    map[site.Ref]Body
	tags      []topic
	anchors   map[string][]Anchor
	problems  diag.List
}

// Body is an article's text with the addresses of its links.
type Body struct {
	Doc   *markdown.Doc
	Links []markdown.Address
}

func newPlanner(s *site.Site, in Inputs) *planner {
	p := &planner{
		site: s, in: in, voice: voiceOf(string(s.Config.Language)), prefix: "/",
		addresses: map[site.Ref]string{}, unsound: map[string]bool{}, byFile: map[string]site.Ref{}, files: map[string]File{},
		claimed: map[string]bool{}, copied: map[string]bool{}, bodies: map[site.Ref]Body{}, anchors: map[string][]Anchor{},
	}
	if u, err := url.Parse(string(s.Config.BaseURL)); err == nil && u.Host != "" {
		p.origin = u.Scheme + "://" + u.Host
		p.prefix = strings.TrimRight(u.EscapedPath(), "/") + "/"
	}
	for _, f := range in.Files {
		p.files[f.Name] = f
		if strings.HasSuffix(f.Name, "/") {
			p.closed = append(p.closed, f.Name)
		}
	}
	return p
}

func (p *planner) say(problem diag.Problem) { p.problems = append(p.problems, problem) }

// page plans an HTML page at an address ("berita/x/").
func (p *planner) page(address, template, frame string, from diag.Place, view func() *Page) {
	p.targets = append(p.targets, Target{
		Path: address + "index.html", Template: template, Frame: frame, From: from,
		View: func() any { return p.complete(address, view()) },
	})
}

// file plans a file of its own form.
func (p *planner) file(path string, view func() any) {
	p.targets = append(p.targets, Target{Path: path, From: siteFile, View: view})
}

// siteFile stands for what no single file asks for.
var siteFile = diag.Place{File: "data/site.yaml"}
