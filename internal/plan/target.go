package plan

import (
	"cmp"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/picture"
	"blandongan/internal/poster"
	"blandongan/internal/site"
	"blandongan/internal/views"
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
	// Edition is the position in Plan.Editions of the language that the page is in.
	Edition int
	// Text is the position in Plan.Texts of the text that the page shows, -1 when it
	// shows none.
	Text int
	// maker makes what the file shows, nil of what is copied.
	maker maker
	// Copy is the path of the input file that is copied, "" for what is made.
	Copy string
	// Asset says that the file is one of the templates' own.
	Asset bool
	// Poster says that the file is the poster of a page, to which no text can lead.
	Poster bool
	// Shared says that the file follows from what Plan.Shared is the digest of.
	Shared bool
	// Picture says which copy of which picture the file is, nil when none.
	Picture *Picture
	// From is what an editor would change to move it.
	From diag.Place
}

// maker is what a file that is made is made from. It is safe for concurrent use.
type maker interface {
	view(views.Body) any
	inputs() memo.Digest
}

// IsMade says that the file is made by View; all others are copied, or assets.
func (t *Target) IsMade() bool { return t.maker != nil }

// View makes what the template sees: *views.Page for pages, else one of the types of package
// formats. It takes the text of Text, as Resolve made it.
func (t *Target) View(text views.Body) any { return t.maker.view(text) }

// Inputs is the digest of all that View is made from, besides the text: as long as it stays, View
// need not be asked. It may change where View does not.
func (t *Target) Inputs() memo.Digest { return t.maker.inputs() }

// Picture is a copy of a picture that pages show.
type Picture struct {
	// File is the path of the input file, Info what it tells.
	File string
	Info *picture.Info
	Copy picture.Copy
}

// IsApart says that no text can lead to the file: its name tells what is in it, and is another when that changes.
func (t *Target) IsApart() bool { return t.Asset || t.Poster || t.Picture != nil }

// NoFrame is the Target.Frame of a page whose template is a whole document.
const NoFrame = "-"

// siteFile stands for what no single file asks for.
var siteFile = diag.Place{File: site.ConfigFile}

// made is a maker: gather returns all that show may see of the site, and its digest tells whether
// the file would come out the same. So what a file depends on is said once, by the type I.
type made[I any] struct {
	p      *planner
	gather func() I
	show   func(I, views.Body) any
}

func plan[I any](p *planner, t Target, gather func() I, show func(I, views.Body) any) {
	t.maker = &made[I]{p, gather, show}
	p.add(t)
}

func (x *made[I]) view(text views.Body) any { return x.show(x.gather(), text) }

func (x *made[I]) inputs() memo.Digest { return x.p.digest(x.gather()) }

// digest returns the digest of some inputs.
func (p *planner) digest(inputs any) memo.Digest {
	h := p.hashes.Get().(*memo.Hash)
	defer p.hashes.Put(h)
	h.Reset()
	h.Plain(inputs)
	return h.Sum()
}

// location is where a page lies in the site's own language and, where that does not tell it,
// in the edition; the section that it belongs to, its template, what an editor would change to
// move it, and its poster.
type location struct {
	address, own, section, template string
	from                            diag.Place
	poster                          *placard
	shared                          bool // see Target.Shared
}

// placed are the inputs of a page with what follows from where it lies.
type placed[I any] struct {
	Inputs   I
	Poster   string // its path tells all that it shows
	Versions []views.Version
}

// page plans an HTML page.
func page[I any](p *edition, at location, gather func() I, view func(I, views.Body) *views.Page) {
	own := cmp.Or(at.own, p.base.Base.Edition.Of(at.address))
	t := Target{Path: own + "index.html", Template: at.template, Frame: at.section, Edition: p.number, From: at.from,
		Shared: at.shared}
	p.noteVersion(at.address, version{p, own})
	t.maker = &pagePlan[I]{p, at.address, own, at.poster, gather, view}
	p.add(t)
}

// pagePlan is what a page is made from.
type pagePlan[I any] struct {
	edition *edition
	at, own string // where it lies in the site's own language and in the edition
	poster  *placard
	gather  func() I
	show    func(I, views.Body) *views.Page
}

func (x *pagePlan[I]) inputs() memo.Digest {
	return x.edition.digest(placed[I]{x.gather(), x.poster.at(), x.edition.versions(x.at)})
}

func (x *pagePlan[I]) view(text views.Body) any {
	return x.show(x.gather(), text).Complete(x.edition.base, x.own, x.edition.photo(x.poster), x.edition.versions(x.at))
}

// file plans a file of its own form, which lies at an address in the site's own language.
func file[I any](p *edition, path string, from diag.Place, gather func() I, view func(I) any) {
	t := Target{Path: p.base.Base.Edition.Of(path), Edition: p.number, From: from}
	plan(p.planner, t, gather, func(in I, _ views.Body) any { return view(in) })
}

// PosterFolder is where posters lie: files below AssetFolder are kept by visitors for a
// year, for another file has another name. A poster's name is the digest of all that is
// drawn, which is known without drawing it; so the caches of those where people share a
// link, which keep a picture as long as its address stays, have the new one at once.
const PosterFolder = AssetFolder + "bagi/"

// placard is a poster and its path.
type placard struct {
	make func() poster.Poster
	path string
}

// poster plans the poster of a page, unless another page has the same, and returns it.
func (p *planner) poster(make func() poster.Poster) *placard {
	return p.posterAt(pathOf(make()), make, false)
}

func pathOf(x poster.Poster) string { return PosterFolder + x.Digest() + ".png" }

// posterAt is poster where its path is known, and whether it follows from what is shared.
func (p *planner) posterAt(path string, make func() poster.Poster, shared bool) *placard {
	x := &placard{make, path}
	if _, planned := p.target(x.path); !planned {
		p.add(Target{Path: x.path, From: siteFile, Poster: true, Shared: shared, maker: x})
	}
	return x
}

func (x *placard) view(views.Body) any { return x.make() }

func (x *placard) inputs() memo.Digest { return memo.Of([]byte(x.path)) }

// at is the path, "" of none.
func (x *placard) at() string {
	if x == nil {
		return ""
	}
	return x.path
}

// photo is the poster as a page shows it.
func (p *planner) photo(x *placard) views.PhotoView {
	if x == nil {
		return views.PhotoView{}
	}
	drawn := x.make()
	return views.PhotoView{URL: p.link(x.path), Alt: drawn.Text(), Width: poster.Width, Height: poster.Height}
}

func (p *planner) add(t Target) {
	t.Text = -1
	p.targets = append(p.targets, t)
	p.enter(len(p.targets) - 1)
}
