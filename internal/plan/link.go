package plan

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// resolveBodies finds the address of every link in every published text.
func (p *planner) resolveBodies() {
	for i := range p.site.News {
		n := &p.site.News[i]
		ref := site.Ref{Kind: "news", ID: n.ID}
		p.resolve(ref, n.File, n.Body)
		if n.Image != nil {
			p.resolveImage(n.File, n.Image.File, n.Image.At("file"))
		}
	}
	for i := range p.site.Pages {
		g := &p.site.Pages[i]
		p.resolve(site.Ref{Kind: "page", ID: g.ID}, g.File, g.Body)
	}
}

func (p *planner) resolve(ref site.Ref, file string, doc *markdown.Doc) {
	if doc == nil {
		return
	}
	body := Body{Doc: doc}
	if len(doc.Links) > 0 {
		body.Links = make([]markdown.Address, len(doc.Links))
	}
	for i, l := range doc.Links {
		at := diag.Place{File: file, Line: l.Line, Col: l.Col}
		if l.Image {
			body.Links[i] = p.resolveImage(file, l.Target, at)
		} else {
			body.Links[i] = p.resolveLink(ref, file, l, at)
		}
	}
	p.bodies[ref] = body
}

// resolveLink returns the href of a link; an address without URL prints the
// text alone.
func (p *planner) resolveLink(from site.Ref, file string, l markdown.Link, at diag.Place) markdown.Address {
	if l.Scheme != "" {
		return p.resolveThing(l, at)
	}
	target, query, _ := strings.Cut(l.Target, "?")
	if query != "" {
		query = "?" + query
	}
	if target == "" {
		p.wantAnchor(p.addresses[from], l.Fragment, at)
		return markdown.Address{URL: query + fragment(l.Fragment)}
	}
	name, err := url.PathUnescape(target)
	if err != nil {
		name = target
	}
	address, ok := p.find(file, norm.NFC.String(name))
	if !ok {
		if !p.mayExist(file, norm.NFC.String(name)) {
			p.say(diag.At(at, "link-broken", l.Target))
		}
		return markdown.Address{}
	}
	p.wantAnchor(address, l.Fragment, at)
	return markdown.Address{URL: p.link(address) + query + fragment(l.Fragment)}
}

// resolveThing resolves kecamatan:setu and its like.
func (p *planner) resolveThing(l markdown.Link, at diag.Place) markdown.Address {
	ref := site.Ref{Kind: l.Scheme, ID: l.Target}
	address, ok := p.addresses[ref]
	switch {
	case ok:
		p.wantAnchor(address, l.Fragment, at)
		return markdown.Address{URL: p.link(address) + fragment(l.Fragment)}
	case p.site.IsWithheld(ref.Kind, ref.ID):
		p.say(diag.At(at, "unpublished", diag.Word(ref.Kind), ref.ID))
	case !p.site.IsClosed(ref.Kind) && !p.site.Exists(ref.Kind, ref.ID):
		problem := diag.At(at, "unknown-reference", diag.Word(ref.Kind), ref.ID)
		if near := diag.Nearest(ref.ID, p.idsOf(ref.Kind)); near != "" {
			problem = problem.WithHint("did-you-mean", near)
		}
		p.say(problem)
	}
	return markdown.Address{}
}

func (p *planner) idsOf(kind string) []string {
	var ids []string
	for ref := range p.addresses {
		if ref.Kind == kind {
			ids = append(ids, ref.ID)
		}
	}
	return sorted(ids)
}

func fragment(f string) string {
	if f == "" {
		return ""
	}
	return "#" + (&url.URL{Fragment: f}).EscapedFragment()
}

// wantAnchor notes a link to a place inside a page, unless what the page shows
// could not all be read.
func (p *planner) wantAnchor(address, f string, at diag.Place) {
	if f != "" && !p.unsound[address] && !p.site.HasClosed() {
		page := address + "index.html"
		p.anchors[page] = append(p.anchors[page], Anchor{f, at})
	}
}

// find looks up a path as an editor writes it: from the site's root, or from
// the article's folder; a page with or without its last slash, a Markdown file
// by its name, a file that will be copied.
func (p *planner) find(file, target string) (address string, ok bool) {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		for _, a := range []string{rooted, rooted + "/", strings.TrimSuffix(rooted, "index.html")} {
			if p.claimed[a] {
				return a, true
			}
		}
		return p.findFile("content/files/" + rooted)
	}
	name := path.Join(path.Dir(file), target)
	if ref, isText := p.byFile[name]; isText {
		return p.addresses[ref], true
	}
	return p.findFile(name)
}

// sections are the kinds of thing whose pages lie below a first folder; all
// others are prose.
var sections = map[string]string{
	sectionKecamatan: "kecamatan", sectionProgram: "program", sectionVisit: "visit", sectionNews: "news", sectionTopic: "news",
}

// mayExist says whether a link that leads nowhere may lead to what could not be
// read: as a path or, from the navigation, as KIND:ID.
func (p *planner) mayExist(file, target string) bool {
	name := p.fileName(file, target) + "/"
	if slices.ContainsFunc(p.closed, func(folder string) bool { return strings.HasPrefix(name, folder) }) {
		return true
	}
	if kind, _, ok := strings.Cut(target, ":"); ok {
		return p.site.IsClosed(kind)
	}
	rooted, isRoot := strings.CutPrefix(target, "/")
	section, _, _ := strings.Cut(rooted, "/")
	return isRoot && p.site.IsClosed(cmp.Or(sections[section], "page"))
}

func (p *planner) findFile(name string) (string, bool) {
	f, ok := p.files[name]
	if !ok {
		return "", false
	}
	p.copied[f.Name] = true
	return place(f.Name), true
}

// resolveImage finds a picture and its size.
func (p *planner) resolveImage(file, target string, at diag.Place) markdown.Address {
	name, err := url.PathUnescape(target)
	if err != nil {
		name = target
	}
	name = norm.NFC.String(name)
	address, ok := p.find(file, name)
	if !ok {
		if !p.mayExist(file, name) {
			p.say(diag.At(at, "image-broken", target))
		}
		return markdown.Address{}
	}
	f := p.files[p.fileName(file, name)]
	if (f.Width == 0 || f.Height == 0) && !f.Broken {
		p.say(diag.At(at, "image-unreadable", target))
	}
	return markdown.Address{URL: p.link(address), Width: f.Width, Height: f.Height}
}

func (p *planner) fileName(file, target string) string {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		return "content/files/" + rooted
	}
	return path.Join(path.Dir(file), target)
}

// copies plans the files copied as they are: all below content/files, and those
// beside articles that a published text links to. The pictures of a draft stay
// where they are.
func (p *planner) copies() {
	for _, f := range p.in.Files {
		if f.Broken {
			continue
		}
		if p.copied[f.Name] || strings.HasPrefix(f.Name, "content/files/") {
			p.targets = append(p.targets, Target{Path: place(f.Name), Copy: f.Path, From: diag.Place{File: f.Path}})
		}
	}
	for _, a := range p.in.Assets {
		p.targets = append(p.targets, Target{Path: a, Asset: true, From: diag.Place{File: "templates/"}})
	}
}
