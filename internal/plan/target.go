package plan

import (
	"blandongan/internal/diag"
	"blandongan/internal/memo"
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
	// Text is the position in Plan.Texts of the text that the page shows, -1 when it
	// shows none.
	Text int
	// View makes what the template sees: *views.Page for pages, else one of the types
	// of package formats. It takes the text of Text, as Resolve made it. It is safe for
	// concurrent use.
	View func(views.Body) any
	// Inputs is the digest of all that View is made from, besides the text: as long as
	// it stays, View need not be asked. It may change where View does not. It is safe for
	// concurrent use.
	Inputs func() memo.Digest
	// Copy is the path of the input file that is copied, "" for what is made.
	Copy string
	// Asset says that the file is one of the templates' own.
	Asset bool
	// From is what an editor would change to move it.
	From diag.Place
}

// NoFrame is the Target.Frame of a page whose template is a whole document.
const NoFrame = "-"

// siteFile stands for what no single file asks for.
var siteFile = diag.Place{File: site.ConfigFile}

// plan plans a file that is made: gather returns all that view may see of the site, and
// its digest tells whether the file would come out the same. So what a file depends on is
// said once, by the type I.
func plan[I any](p *planner, t Target, gather func() I, view func(I, views.Body) any) {
	t.View = func(text views.Body) any { return view(gather(), text) }
	t.Inputs = func() memo.Digest { return p.digest(gather()) }
	p.add(t)
}

// digest returns the digest of some inputs.
func (p *planner) digest(inputs any) memo.Digest {
	h := p.hashes.Get().(*memo.Hash)
	defer p.hashes.Put(h)
	h.Reset()
	h.Plain(inputs)
	return h.Sum()
}

// location is where a page lies, the section that it belongs to, its template, and what an
// editor would change to move it.
type location struct {
	address, section, template string
	from                       diag.Place
}

// page plans an HTML page.
func page[I any](p *planner, at location, gather func() I, view func(I, views.Body) *views.Page) {
	t := Target{Path: at.address + "index.html", Template: at.template, Frame: at.section, From: at.from}
	plan(p, t, gather, func(in I, text views.Body) any { return view(in, text).Complete(p.base, at.address) })
}

// file plans a file of its own form.
func file[I any](p *planner, path string, from diag.Place, gather func() I, view func(I) any) {
	plan(p, Target{Path: path, From: from}, gather, func(in I, _ views.Body) any { return view(in) })
}

func (p *planner) add(t Target) {
	t.Text = -1
	p.targets = append(p.targets, t)
	p.claim(len(p.targets) - 1)
}
