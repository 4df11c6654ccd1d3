package plan

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/plan/meant"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Resolved is what became of one text.
type Resolved struct {
	Body views.Body
	// Anchors are the places inside pages that its links lead to.
	Anchors []Anchor
	// Files are the names of the files beside articles that it leads to.
	Files    []string
	Problems diag.List
}

// Anchor is a link to a place inside a page, whose path is Page; whether it is
// there shows when the page is rendered.
type Anchor struct {
	Page, Fragment string
	Place          diag.Place
}

// Resolve finds the address of every link in a text. digest is that of the Markdown. The
// result is the same as long as the text and Plan.Addresses are.
func (p *Plan) Resolve(text Text, doc *markdown.Doc, digest memo.Digest) Resolved {
	file := text.File
	r := resolver{edition: p.planner.all[text.Edition], from: text.Ref, file: file}
	r.Body = views.Body{Doc: doc}
	if doc == nil {
		return r.Resolved
	}
	if len(doc.Links) > 0 {
		r.Body.Links = make([]markdown.Address, len(doc.Links))
	}
	for i, l := range doc.Links {
		at := diag.Place{File: file, Line: l.Line, Col: l.Col}
		if l.Image {
			r.Body.Links[i] = r.image(l, at)
		} else {
			r.Body.Links[i] = r.link(l, at)
		}
	}
	for _, n := range doc.Names {
		r.say(diag.At(diag.Place{File: file, Line: n.Line, Col: n.Col}, "foreign-markup", n.Typed).
			WithHint("write-it", meant.Named(r.site, n)))
	}
	r.Body.Digest = r.digestBody(digest)
	return r.Resolved
}

// resolver follows the links of one text.
type resolver struct {
	*edition
	from site.Ref
	file string
	Resolved
}

func (r *resolver) say(p diag.Problem) { r.Problems = append(r.Problems, p) }

// link returns the href of a link; an address without URL prints the text alone.
func (r *resolver) link(l markdown.Link, at diag.Place) markdown.Address {
	switch {
	case l.IsWeb():
		return r.web(l, at)
	case l.IsOnDisk():
		r.say(r.onDisk(diag.At(at, "link-scheme", l.To).WithHint("link-kinds"), l.To))
		return markdown.Address{}
	case l.Scheme != "":
		return r.thing(l, at)
	}
	return r.path(l, l.To, at)
}

// path resolves a path, which was written perhaps as a web address.
func (r *resolver) path(l markdown.Link, written string, at diag.Place) markdown.Address {
	target, query, _ := strings.Cut(l.To, "?")
	if query != "" {
		query = "?" + query
	}
	if target == "" {
		own, _ := r.planner.at(r.from)
		r.wantAnchor(r.nearest(own), l.Fragment, at)
		return markdown.Address{URL: query + address.Fragment(l.Fragment)}
	}
	name := unescape(target)
	to, from, ok := r.find(r.file, name)
	if !ok {
		r.lost(name, written, at)
		return markdown.Address{}
	}
	if f := r.files[from]; !strings.HasPrefix(from, files.VerbatimFolder) { // originals of pictures stay at home
		if f.Picture != nil {
			r.Files = append(r.Files, from)
			return markdown.Address{URL: r.shown(f).URL}
		}
		if other := f.asJPEG(); other != "" {
			r.say(diag.At(at, "image-unreadable", written).WithHint("image-jpeg", other))
			return markdown.Address{}
		}
	}
	r.lead(from)
	to = r.nearest(to)
	r.wantAnchor(to, l.Fragment, at)
	return markdown.Address{URL: r.planner.link(to) + query + address.Fragment(l.Fragment)}
}

// lost says why a path leads nowhere.
func (r *resolver) lost(name, written string, at diag.Place) {
	if ref, is := address.Withheld(r.site, r.file, name); is {
		r.say(r.site.NotYet(at, ref, "draft-linked"))
	} else if !r.mayExist(r.file, name) {
		r.say(r.nearby(diag.At(at, "link-broken", written), r.file, name))
	}
}

// lead notes a file beside articles that the text leads to: it is copied because
// of that.
func (r *resolver) lead(name string) {
	if name != "" && !strings.HasPrefix(name, files.VerbatimFolder) {
		r.Files = append(r.Files, name)
	}
}

// thing resolves kecamatan:setu and its like.
func (r *resolver) thing(l markdown.Link, at diag.Place) markdown.Address {
	ref := site.Ref{Kind: l.Scheme, ID: l.To}
	to, ok := r.planner.at(ref)
	switch {
	case ok:
		to = r.nearest(to)
		r.wantAnchor(to, l.Fragment, at)
		return markdown.Address{URL: r.planner.link(to) + address.Fragment(l.Fragment)}
	case r.site.IsWithheld(ref.Kind, ref.ID):
		r.say(r.site.NotYet(at, ref, "draft-linked"))
	case !r.site.IsClosed(ref.Kind) && !r.site.Exists(ref.Kind, ref.ID):
		r.say(diag.At(at, "unknown-reference", diag.Word(ref.Kind), ref.ID).
			Suggest(ref.ID, r.finder(ref.Kind)).Typing(ref.ID))
	}
	return markdown.Address{}
}

// wantAnchor notes a link to a place inside a page.
func (r *resolver) wantAnchor(address, f string, at diag.Place) {
	if a, ok := r.anchor(address, f, at); ok {
		r.Anchors = append(r.Anchors, a)
	}
}

// anchor returns the place inside a page that a link wants to be there; false when
// it wants none, leads to a file, which has parts of its own, or what the page shows
// could not all be read.
func (p *planner) anchor(address, f string, at diag.Place) (Anchor, bool) {
	if f == "" || p.malformed[address] || p.site.HasClosed() {
		return Anchor{}, false
	}
	i, ok := p.target(address + "index.html")
	return Anchor{address + "index.html", f, at}, ok && p.targets[i].Template != ""
}

// image finds a picture in a text and its size.
func (r *resolver) image(l markdown.Link, at diag.Place) markdown.Address {
	if l.IsOnDisk() {
		r.say(r.onDisk(diag.At(at, "image-broken", l.To).WithHint("own-image"), l.To))
		return markdown.Address{}
	}
	target := l.To
	picture, from, problem := r.picture(r.file, target, at)
	if problem != nil {
		r.say(*problem)
	}
	if picture == nil {
		return markdown.Address{}
	}
	if isFileName(l.Alt, from) {
		r.say(diag.At(at, "image-alt-name", l.Alt).WithHint("image-describe"))
	}
	if picture.Set != "" {
		r.Files = append(r.Files, from)
	} else {
		r.lead(from)
	}
	return markdown.Address{
		URL: picture.URL, Width: picture.Width, Height: picture.Height, WebP: picture.WebP, Set: picture.Set,
		Sizes: picture.Sizes,
	}
}

// digestBody returns the digest of the text, given that of its Markdown.
func (r *resolver) digestBody(markdown memo.Digest) memo.Digest {
	h := r.hashes.Get().(*memo.Hash)
	defer r.hashes.Put(h)
	h.Reset()
	h.Digest(markdown)
	h.Plain(r.Body.Links)
	return h.Sum()
}
