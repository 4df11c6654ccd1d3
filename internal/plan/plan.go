// Package plan decides what will exist: every page, feed and file of the built
// site, its path, and all that its template may see.
//
// What comes in: the city's facts (package site) and the names of the files
// beside them. What goes out: targets, each a path with a template's name and a
// view, and the problems that only show once addresses are known: links that
// lead nowhere, two things that claim one address. It makes no HTML, reads no
// file, and is a pure function: the same facts give the same targets.
//
// # Pages
//
// A page is a function of package views, and what it may see is gathered here by one
// function: see pages.go. Views are made when asked for and not kept: a hundred thousand
// of them would fill the memory that one at a time does not. Making every view only to
// find that one of them changed would cost a save the blink of an eye it may take; so a
// target tells the digest of its gathered inputs, which know their own digests where they
// are large. Where none changed, neither did the view.
//
// What an article's words lead to is found apart from all this, text by text
// (Resolve): most saves change the words of one.
//
// # Addresses
//
// Package address says where each kind of page lies: /kecamatan/ID/, /program/ID/,
// /kunjungan/ID/, /jejaring/, /berita/SLUG/, /topik/TAG/, and prose pages at /SLUG/, in
// the site's own language; in each other below its tag, under words of its own
// (/en/programs/ID/): see edition. The figures of a kecamatan are /kecamatan/ID/ID.csv and
// ID.json as well. Files beside articles lie where the articles do; what is in
// content/files lies at the root. A base URL with a path is put before every link.
//
// An address may change; the id of an article in feeds and of a visit in calendars may
// not. It is made of the city's code and of the first address that the page had, which
// its aliases tell: see ids.go of package formats.
package plan

import (
	"slices"
	"strings"
	"sync"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/atlas"
	"blandongan/internal/diag"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/host"
	"blandongan/internal/memo"
	"blandongan/internal/picture"
	"blandongan/internal/plan/shelf"
	"blandongan/internal/plan/whose"
	"blandongan/internal/positions"
	"blandongan/internal/related"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Plan is everything that will exist, but for the words of articles and pages
// and the files that only they lead to: see Resolve and Linked.
type Plan struct {
	Targets []Target
	Texts   []Text
	// Editions are the site in each of its languages, its own first; Searches are what can be
	// found in each.
	Editions []Edition
	Searches []Search
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
	// Host is what a web server must know of the site.
	Host host.Site
	// Addresses is the digest of all that Resolve looks up.
	Addresses memo.Digest
	// Shared is the digest of all that the pages of texts are made from besides their own texts and
	// what Text.Facts tells of, and that targets with Target.Shared are: while it stays, so do they.
	Shared memo.Digest
	// Anchors are the places inside pages that data and front matter lead to.
	Anchors []Anchor
	// Until is when the same facts make another plan.
	Until time.Time

	planner *planner
	renamed map[string]int // the positions of assets that have another name than in planner: see WithAssets
}

// File is an input file that pages can link to.
type File struct {
	// Path is how the file system names it, Name the same in composed Unicode.
	Path, Name string
	// Image says that the file's ending promises a picture; Width and Height are
	// its size in pixels, 0 when it could not be read.
	Image         bool
	Width, Height int
	// Picture is what a picture that is no drawing tells. Pages show copies of it.
	Picture *picture.Info
	// Broken files are there, but cannot be read; a folder's Name ends in a slash.
	Broken bool
}

// Inputs are what the plan needs besides the facts.
type Inputs struct {
	// Files are those beside articles and pages, and those copied verbatim.
	Files []File
	// Assets are the paths that the templates' own files will take.
	Assets []string
	// Related is what the articles have in common, as package related tells it of the same facts.
	Related *related.Articles
	// Map is the city's map, nil when it has none; Drawn is its digest.
	Map   *atlas.Map
	Drawn memo.Digest
	// Known is Plan.Addresses of an earlier plan that had no problem, if there was
	// one: the same addresses need not be checked again.
	Known memo.Digest
	// Shelf remembers what is made from one plan for the next.
	Shelf *shelf.Shelf
	// Now is the time of the build; only its date shows.
	Now time.Time
}

// Make plans a site.
func Make(s *site.Site, in Inputs) (*Plan, diag.List) {
	p := newPlanner(s, in)
	p.assignAddresses()
	p.all = p.editions()
	p.findPictures()
	all := p.all
	for _, e := range all {
		e.pages()
	}
	all[0].notFound(all[1:])
	for _, e := range all {
		e.machines()
	}
	all[0].shared()
	p.verbatim()
	p.redirects()
	all[0].hosting()
	addresses := p.digestAddresses()
	if addresses != in.Known || len(p.clashes) > 0 {
		p.checkClaims()
	}
	all[0].checkSignposts()
	p.checkWeb()
	plan := &Plan{Host: p.host, Prefix: p.root().Prefix, Addresses: addresses, Anchors: p.anchors, planner: p}
	for _, e := range all {
		e.links = e.navigation()
		plan.Searches = append(plan.Searches, e.search())
		plan.Editions = append(plan.Editions, Edition{e.base.Base.Language, e.base.Lang().Words(), e.frames()})
	}
	until := s.Until
	if t := nextMonth(in.Now); t.Before(until) {
		until = t
	}
	plan.Targets, plan.Texts, plan.Until, plan.Shared = p.targets, p.texts, until, p.digestShared()
	return plan, p.problems
}

// Text is the words of an article or a page.
type Text struct {
	Ref site.Ref
	// File is where they stand, Target the position of the page that shows them.
	File   string
	Target int
	// Edition is the position in Plan.Editions of the language that they are in.
	Edition int
	// Facts says that the page shows facts besides.
	Facts bool
}

// Target returns the target at a path.
func (p *Plan) Target(path string) (Target, bool) {
	i, is := p.renamed[path]
	if !is {
		i, is = p.planner.target(path)
	}
	if is && p.Targets[i].Path == path {
		return p.Targets[i], true
	}
	return Target{}, false
}

// WithAssets returns the plan of a site whose templates have other files, each with a name as long as
// the one before; nil when that is not all, or a name is taken.
func (p *Plan) WithAssets(paths []string) *Plan {
	switch before := p.planner.in.Assets; {
	case slices.Equal(paths, before):
		return p
	case len(paths) != len(before):
		return nil
	}
	other, first := *p, slices.IndexFunc(p.Targets, func(t Target) bool { return t.Asset })
	other.Targets, other.renamed = slices.Clone(p.Targets), map[string]int{}
	for i, path := range paths {
		t := &other.Targets[first+i]
		if _, taken := p.planner.target(path); len(path) != len(t.Path) || taken && path != t.Path {
			return nil
		}
		t.Path, other.renamed[path] = path, first+i
	}
	return &other
}

// planner holds what is known while planning. Once Make is done nothing in it
// changes but the finders, which come out the same whoever makes them first.
type planner struct {
	site      *site.Site
	in        Inputs
	base      ground.Ground // of pages that show no facts
	today     string        // the day of the build in the site's zone
	areas     *figures.Areas
	bases     whose.Bases // what addresses of the site begin with
	host      host.Site
	targets   []Target
	texts     []Text
	positions []int // by text: the position of its thing in the list of its kind

	addresses  map[site.Ref]string        // of things but articles → path from the root, "kecamatan/setu/"
	newsAt     []string                   // the same of articles, by position
	malformed  map[string]bool            // addresses of what could not be read
	byFile     func() map[string]site.Ref // Markdown file → what it is
	files      map[string]File            // by name
	closed     []string                   // folders that could not be read
	claimed    *positions.Table           // the first target of each folded path
	clashes    map[string][]int           // folded path → all its targets, where there are several
	pictures   map[string]bool            // files beside articles that their front matter names
	heads      []*views.PhotoView         // at the heads of articles, by position
	all        []*edition
	versionsOf map[string][]version // of the pages at addresses in the site's own language
	mainOf     map[string]string    // address in an edition → in the site's own language, where these differ
	finders    *finders
	moves      []host.Redirect       // from old addresses straight to the present ones, by From
	old        map[string]string     // path of an old address → present address
	oldAt      map[string]site.Alias // folded path of the file at an old address → who wants it
	anchors    []Anchor
	hashes     *sync.Pool // at rest: a save asks for one for each page
	problems   diag.List
}

func newPlanner(s *site.Site, in Inputs) *planner {
	p := &planner{
		site: s, in: in, base: ground.Ground{Base: ground.NewBase(s.Facts)},
		today: in.Now.In(s.Zone).Format(time.DateOnly),
		areas: figures.AreasOf(s.Facts, in.Map, in.Drawn), bases: whose.BasesOf(s.Bases),
		addresses: map[site.Ref]string{}, newsAt: make([]string, 0, len(s.News)), malformed: map[string]bool{},
		files: map[string]File{}, claimed: positions.New(len(s.News) * 5 / 2), clashes: map[string][]int{},
		versionsOf: map[string][]version{}, mainOf: map[string]string{},
		pictures: map[string]bool{}, heads: make([]*views.PhotoView, len(s.News)),
		targets: make([]Target, 0, len(s.News)*5/2+100), texts: make([]Text, 0, len(s.News)+len(s.Pages)),
		hashes:  &sync.Pool{New: func() any { return new(memo.Hash) }},
		finders: &finders{of: map[string]*diag.Finder{}},
	}
	p.byFile = sync.OnceValue(p.textFiles)
	for _, f := range in.Files {
		p.files[f.Name] = f
		if strings.HasSuffix(f.Name, "/") {
			p.closed = append(p.closed, f.Name)
		}
	}
	return p
}

func (p *planner) say(problem diag.Problem) { p.problems = append(p.problems, problem) }

// root is where the site lies.
func (p *planner) root() address.Root { return p.base.Base.Root }
