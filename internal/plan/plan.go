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
// Making every view only to find that one of them changed would cost a save the
// blink of an eye it may take. So a target also tells the digest of the pieces
// its view is made from: the front matter of an article and of those it shows
// cards of, the names of what it refers to. Where no piece changed, neither did
// the view. The random editor of package build would meet a piece that was forgotten: its
// pages would be stale.
//
// What an article's words lead to is found apart from all this, text by text
// (Resolve): most saves change the words of one.
//
// # Addresses
//
// Paths are those of an Indonesian site, whatever its language: /kecamatan/ID/,
// /program/ID/, /kunjungan/ID/, /jejaring/, /berita/SLUG/, /topik/TAG/, and prose
// pages at /SLUG/. The figures of a kecamatan are /kecamatan/ID/ID.csv and ID.json as
// well. Files beside articles lie where the articles do; what is in
// content/files lies at the root. A base URL with a path is put before every link.
//
// An address may change; the id of an article in feeds and of a visit in calendars may
// not. It is made of the city's code and of the first address that the page had, which
// its aliases tell: see lasting.go.
package plan

import (
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/atlas"
	"blandongan/internal/diag"
	"blandongan/internal/host"
	"blandongan/internal/lang"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Target is one file that will exist.
type Target struct {
	// Path is slash-separated below the output folder: "berita/x/index.html".
	Path string
	// Template names the page's template; "" for a file that has a form of its
	// own (a feed, the sitemap) or is copied.
	Template string
	// Frame is the section of the site whose frame surrounds the page, or NoFrame.
	Frame string
	// Text is the position in Plan.Texts of the text that the page shows, -1 when it
	// shows none.
	Text int
	// View makes what the template sees: *Page for pages, else one of the types
	// in feeds.go. It takes the text of Text, as Resolve made it. It is safe for
	// concurrent use.
	View func(Body) any
	// Pieces is the digest of all that View is made from, besides the text: as
	// long as it stays, View need not be asked. It may change where View does not.
	// It is nil where asking View is cheap. It is safe for concurrent use.
	Pieces func() memo.Digest
	// Copy is the path of the input file that is copied, "" for what is made.
	Copy string
	// Asset says that the file is one of the templates' own.
	Asset bool
	// From is what an editor would change to move it.
	From diag.Place
}

// Plan is everything that will exist, but for the words of articles and pages
// and the files that only they lead to: see Resolve and Linked.
type Plan struct {
	Targets []Target
	Texts   []Text
	// Words are the pages' own words in the site's language.
	Words map[string]string
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
	// Host is what a web server must know of the site.
	Host host.Site
	// Frames are the views of the page frames, by Target.Frame.
	Frames map[string]Frame
	// Addresses is the digest of all that Resolve looks up.
	Addresses memo.Digest
	// Anchors are the places inside pages that data and front matter lead to.
	Anchors []Anchor
	// Until is when the same facts make another plan.
	Until time.Time

	planner *planner
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
	// Kin is what the articles have in common, as KinOf tells it of the same facts.
	Kin *Kin
	// Map is the city's map, nil when it has none; Drawn is its digest.
	Map   *atlas.Map
	Drawn memo.Digest
	// Known is Plan.Addresses of an earlier plan that had no problem, if there was
	// one: the same addresses need not be checked again.
	Known memo.Digest
	// Now is the time of the build; only its date shows.
	Now time.Time
}

// Make plans a site.
func Make(s *site.Site, in Inputs) (*Plan, diag.List) {
	p := newPlanner(s, in)
	p.assignAddresses()
	p.findPictures()
	p.home()
	p.kecamatan()
	p.programs()
	p.visits()
	p.network()
	p.news()
	p.topics()
	p.prose()
	p.machines()
	p.verbatim()
	p.redirects()
	p.hosting()
	addresses := p.digestAddresses()
	if addresses != in.Known {
		p.checkClaims()
	}
	p.checkSignposts()
	p.checkWeb()
	p.checkMap()
	p.links = p.navigation()
	until := s.Until
	if t := nextMonth(in.Now); t.Before(until) {
		until = t
	}
	return &Plan{Targets: p.targets, Texts: p.texts, Words: p.lang.Words(), Prefix: p.prefix, Host: p.host, Frames: p.frames(), Addresses: addresses, Anchors: p.anchors,
		Until: until, planner: p}, p.problems
}

// Text is the words of an article or a page.
type Text struct {
	Ref site.Ref
	// File is where they stand, Target the position of the page that shows them.
	File   string
	Target int
}

// Target returns the target at a path.
func (p *Plan) Target(path string) (Target, bool) {
	if i, ok := p.planner.target(path); ok {
		return p.Targets[i], true
	}
	return Target{}, false
}

// planner holds what is known while planning. Once Make is done nothing in it
// changes but the cards and finders, each of which comes out the same whoever
// makes it first.
type planner struct {
	site    *site.Site
	in      Inputs
	lang    *lang.Writer
	origin  string // https://host, without a slash
	prefix  string // path of the base URL, "/" or "/kota/"
	bases   []base // what addresses of the site begin with
	host    host.Site
	targets []Target
	texts   []Text
	common  memo.Digest // of what every page may show

	addresses map[site.Ref]string // of things → path from the root, "kecamatan/setu/"
	unsound   map[string]bool     // addresses of what could not be read
	byFile    map[string]site.Ref // Markdown file → what it is
	files     map[string]File     // by name
	closed    []string            // folders that could not be read
	claimed   map[string]int      // folded path → its first target
	clashes   map[string][]int    // folded path → all its targets, where there are several
	pictures  map[string]bool     // files beside articles that their front matter names
	heads     map[site.Ref]*PhotoView
	links     []Link // the navigation
	finders   *finders
	cardsMade []atomic.Pointer[Card]
	// cardDigests are of what the cards are made from.
	cardDigests []memo.Digest
	areas       map[string]int        // kecamatan → position in the map
	moves       []host.Redirect       // from old addresses straight to the present ones, by From
	old         map[string]string     // path of an old address → present address
	oldAt       map[string]site.Alias // folded path of the file at an old address → who wants it
	anchors     []Anchor
	hashes      *sync.Pool // at rest: a save asks for one for each page
	problems    diag.List
}

// Body is a text with the addresses of its links.
type Body struct {
	Doc   *markdown.Doc
	Links []markdown.Address
	// Digest is that of both.
	Digest memo.Digest
}

// AddTo adds the text to a digest: see memo.Digested.
func (b Body) AddTo(h *memo.Hash) { h.Digest(b.Digest) }

// digest returns the digest of a text, given that of its Markdown.
func (b Body) digest(markdown memo.Digest) memo.Digest {
	var h memo.Hash
	h.Digest(markdown)
	for _, l := range b.Links {
		h.Text(l.URL)
		h.Int(l.Width)
		h.Int(l.Height)
	}
	return h.Sum()
}

func newPlanner(s *site.Site, in Inputs) *planner {
	p := &planner{
		site: s, in: in, lang: lang.Pages.In(string(s.Config.Language)), prefix: "/",
		addresses: make(map[site.Ref]string, len(s.News)), unsound: map[string]bool{}, byFile: make(map[string]site.Ref, len(s.News)), files: map[string]File{},
		claimed: make(map[string]int, 2*len(s.News)), clashes: map[string][]int{}, pictures: map[string]bool{}, heads: map[site.Ref]*PhotoView{},
		hashes:  &sync.Pool{New: func() any { return new(memo.Hash) }},
		targets: make([]Target, 0, len(s.News)*5/4+100), texts: make([]Text, 0, len(s.News)+len(s.Pages)),
		cardsMade: make([]atomic.Pointer[Card], len(s.News)), cardDigests: digestCards(s.News),
		finders: &finders{of: map[string]*diag.Finder{}}, bases: basesOf(s),
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
	p.common = p.digestCommon()
	p.areas = areasOf(s, in.Map)
	return p
}

func (p *planner) say(problem diag.Problem) { p.problems = append(p.problems, problem) }

// page plans an HTML page at an address ("berita/x/").
func (p *planner) page(address, template, frame string, from diag.Place, pieces func() memo.Digest, view func() *Page) {
	p.add(Target{
		Path: address + "index.html", Template: template, Frame: frame, From: from, Pieces: pieces,
		View: func(Body) any { return p.complete(address, view()) },
	})
}

// textPage plans the page of a thing that shows its text, which stands in file.
func (p *planner) textPage(ref site.Ref, file, template, frame string, from diag.Place, pieces func() memo.Digest, view func(Body) *Page) {
	address := p.addresses[ref]
	p.add(Target{
		Path: address + "index.html", Template: template, Frame: frame, From: from, Pieces: pieces,
		View: func(b Body) any { return p.complete(address, view(b)) },
	})
	p.targets[len(p.targets)-1].Text = len(p.texts)
	p.texts = append(p.texts, Text{ref, file, len(p.targets) - 1})
}

// file plans a file of its own form.
func (p *planner) file(path string, pieces func() memo.Digest, view func() any) {
	p.add(Target{Path: path, From: siteFile, Pieces: pieces, View: func(Body) any { return view() }})
}

func (p *planner) add(t Target) {
	t.Text = -1
	p.targets = append(p.targets, t)
	p.claim(len(p.targets) - 1)
}

// siteFile stands for what no single file asks for.
var siteFile = diag.Place{File: "data/site.yaml"}
