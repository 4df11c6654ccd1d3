package plan

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
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

// Resolve finds the address of every link in the text of a thing, which stands
// in file. digest is that of the Markdown. The result is the same as long as the
// text and Plan.Addresses are.
func (p *Plan) Resolve(ref site.Ref, file string, doc *markdown.Doc, digest memo.Digest) Resolved {
	r := resolver{planner: p.planner, from: ref, file: file}
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
			WithHint("write-it", r.named(n)))
	}
	r.Body.Digest = digestBody(&r.Body, digest)
	return r.Resolved
}

// resolver follows the links of one text.
type resolver struct {
	*planner
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
		r.wantAnchor(r.addresses[r.from], l.Fragment, at)
		return markdown.Address{URL: query + fragment(l.Fragment)}
	}
	name := unescape(target)
	address, from, ok := r.find(r.file, name)
	if !ok {
		r.lost(name, written, at)
		return markdown.Address{}
	}
	r.lead(from)
	r.wantAnchor(address, l.Fragment, at)
	return markdown.Address{URL: r.planner.link(address) + query + fragment(l.Fragment)}
}

// lost says why a path leads nowhere.
func (r *resolver) lost(name, written string, at diag.Place) {
	id, ok := strings.CutSuffix(path.Base(name), ".md")
	if id == "index" {
		id = path.Base(path.Dir(path.Join(r.file, "..", name)))
	}
	if ok && r.site.IsWithheld(site.KindNews, id) {
		r.say(diag.At(at, "unpublished", diag.Word(site.KindNews), id))
	} else if !r.mayExist(r.file, name) {
		r.say(r.nearby(diag.At(at, "link-broken", written), r.file, name))
	}
}

// lead notes a file beside articles that the text leads to: it is copied because
// of that.
func (r *resolver) lead(name string) {
	if name != "" && !strings.HasPrefix(name, verbatim) {
		r.Files = append(r.Files, name)
	}
}

// unescape returns a link's path as the file system spells it, in NFC.
func unescape(target string) string {
	if name, err := url.PathUnescape(target); err == nil {
		target = name
	}
	return norm.NFC.String(target)
}

// FileMeant returns the name of the file that a link in a text may lead to, were the
// text published: a whole path, or the last name alone where the link begins at the
// site's root.
func FileMeant(file string, l markdown.Link) string {
	target, _, _ := strings.Cut(l.To, "?")
	name := unescape(target)
	if l.IsWeb() || strings.HasPrefix(name, "/") {
		return path.Base(name)
	}
	return path.Join(path.Dir(norm.NFC.String(file)), name)
}

// thing resolves kecamatan:setu and its like.
func (r *resolver) thing(l markdown.Link, at diag.Place) markdown.Address {
	ref := site.Ref{Kind: l.Scheme, ID: l.To}
	address, ok := r.addresses[ref]
	switch {
	case ok:
		r.wantAnchor(address, l.Fragment, at)
		return markdown.Address{URL: r.planner.link(address) + fragment(l.Fragment)}
	case r.site.IsWithheld(ref.Kind, ref.ID):
		r.say(diag.At(at, "unpublished", diag.Word(ref.Kind), ref.ID))
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
	if f == "" || p.unsound[address] || p.site.HasClosed() {
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
	r.lead(from)
	return markdown.Address{URL: picture.URL, Width: picture.Width, Height: picture.Height}
}

// idsOf returns the ids of one kind, sorted.
func (p *planner) idsOf(kind string) []string {
	var ids []string
	for ref := range p.addresses {
		if ref.Kind == kind {
			ids = append(ids, ref.ID)
		}
	}
	return sorted(ids)
}

// fragment returns what follows the path in an href: the place with the escapes that it
// needs, whether or not it was written with some. The words behind ":~:" that a browser
// is to look for keep theirs: a comma parts them there, and one in percent notation is
// one of their own.
func fragment(f string) string {
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

// find looks up a path as an editor writes it: from the site's root, or from
// the article's folder; a page with or without its last slash, a Markdown file
// by its name, a file that is copied, also by its address. from is that file's name.
func (p *planner) find(file, target string) (address, from string, ok bool) {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		if address, ok := p.formerly(rooted); ok {
			return address, "", true
		}
		for _, a := range []string{rooted, strings.TrimSuffix(rooted, "/") + "/index.html", rooted + "index.html"} {
			if i, ok := p.target(a); ok && !p.targets[i].Asset {
				return strings.TrimSuffix(p.targets[i].Path, "index.html"), norm.NFC.String(p.targets[i].Copy), true
			}
		}
		for folder, to := range copied() {
			if rest, below := strings.CutPrefix(rooted, to); below {
				if address, from, ok := p.findFile(folder + rest); ok {
					return address, from, true
				}
			}
		}
		return "", "", false
	}
	name := path.Join(path.Dir(file), target)
	if ref, isText := p.byFile[name]; isText {
		return p.addresses[ref], "", true
	}
	return p.findFile(name)
}

func (p *planner) findFile(name string) (address, from string, ok bool) {
	f, ok := p.files[name]
	return copiedTo(f.Name), f.Name, ok
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
	return isRoot && p.site.IsClosed(address.KindIn(section))
}

// picture finds a picture and its size. It is nil when there is none. from is the
// name of its file.
func (p *planner) picture(
	file, target string, at diag.Place,
) (picture *views.PhotoView, from string, problem *diag.Problem) {
	path := target
	if _, _, _, isWeb := splitWeb(target); isWeb {
		rooted, is := p.own(target)
		if is != ours {
			foreign := p.foreign(at, target, is)
			return nil, "", &foreign
		}
		path, _, _ = cutTail(rooted)
	}
	name := unescape(path)
	address, from, ok := p.find(file, name)
	if !ok {
		if p.mayExist(file, name) {
			return nil, "", nil
		}
		broken := p.nearby(diag.At(at, "image-broken", target), file, name)
		return nil, "", &broken
	}
	f := p.files[cmp.Or(from, p.fileName(file, name))]
	if (f.Width == 0 || f.Height == 0) && !f.Broken {
		unreadable := diag.At(at, "image-unreadable", target)
		if other := files.AsJPEG(name); other != "" {
			unreadable = unreadable.WithHint("image-jpeg", other)
		}
		problem = &unreadable
	}
	return &views.PhotoView{URL: p.link(address), Width: f.Width, Height: f.Height}, from, problem
}

// foreign reports a picture that is not on this site: a page loads nothing from
// elsewhere.
func (p *planner) foreign(at diag.Place, target string, is owner) diag.Problem {
	if is == private {
		return p.privately(at, target)
	}
	return diag.At(at, "image-foreign", target).WithHint("own-image")
}

func (p *planner) fileName(file, target string) string {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		return verbatim + rooted
	}
	return path.Join(path.Dir(file), target)
}

// findPictures finds the picture at the head of every article.
func (p *planner) findPictures() {
	for i := range p.site.News {
		n := &p.site.News[i]
		if n.Image == nil || n.Image.File == "" {
			continue
		}
		picture, from, problem := p.picture(n.File, n.Image.File, n.Image.At("file"))
		if problem != nil {
			p.say(*problem)
		}
		if picture == nil {
			continue
		}
		p.pictures[from] = true
		picture.Alt, picture.Credit = n.Image.Alt, n.Image.Credit
		p.heads[n.ID] = picture
	}
}

// verbatim plans the files that are copied whatever the texts lead to: all
// below content/files, and the pictures at the heads of articles.
func (p *planner) verbatim() {
	for _, f := range p.in.Files {
		if !f.Broken && (p.pictures[f.Name] || strings.HasPrefix(f.Name, verbatim)) {
			p.copy(f)
		}
	}
	for _, a := range p.in.Assets {
		p.add(Target{Path: a, Asset: true, From: diag.Place{File: "templates/"}})
	}
}

// copy plans a file that is copied, if its name can be one of the site's.
func (p *planner) copy(f File) {
	from, to := diag.Place{File: f.Path}, copiedTo(f.Name)
	if why := value.Unfit(to); why != "" {
		p.say(diag.At(from, "file-unfit", to, why).WithHint("rename-plain"))
		return
	}
	p.add(Target{Path: to, Copy: f.Path, From: from})
}

// Linked plans the files beside articles that published texts lead to, given by
// name. The pictures of a draft stay where they are.
func (p *Plan) Linked(names map[string]bool) ([]Target, diag.List) {
	q := *p.planner
	q.targets, q.problems, q.clashes = slices.Clip(q.targets), nil, map[string][]int{}
	q.claimed = maps.Clone(q.claimed)
	for _, f := range q.in.Files {
		if names[f.Name] && !q.pictures[f.Name] && !f.Broken {
			q.copy(f)
		}
	}
	linked := q.targets[len(p.planner.targets):]
	if len(linked) > 0 {
		q.checkLinked(linked)
		q.checkClaims()
	}
	return linked, q.problems
}

// digestAddresses is that of where everything lies that a text can lead to.
func (p *planner) digestAddresses() memo.Digest {
	var h memo.Hash
	h.Plain(p.base)
	h.Int(len(p.bases))
	for _, b := range p.bases {
		h.Text(b.host)
		h.Text(b.prefix)
	}
	h.Int(len(p.targets))
	for i := range p.targets {
		h.Text(p.targets[i].Path)
		h.Text(p.targets[i].From.File)
	}
	for _, m := range p.moves {
		h.Text(m.From)
		h.Text(m.To)
	}
	for _, f := range p.in.Files {
		h.Text(f.Name)
		h.Bool(f.Broken)
		h.Int(f.Width)
		h.Int(f.Height)
	}
	for i := range p.site.Kecamatan { // whose names stand in the links that a hint writes out
		h.Text(p.site.Kecamatan[i].Name)
	}
	for i := range p.site.Programs {
		h.Text(p.site.Say(p.site.Programs[i].Name))
	}
	h.Digest(p.site.Hidden)
	return h.Sum()
}

// digestBody returns the digest of a text, given that of its Markdown.
func digestBody(b *views.Body, markdown memo.Digest) memo.Digest {
	var h memo.Hash
	h.Digest(markdown)
	for _, l := range b.Links {
		h.Text(l.URL)
		h.Int(l.Width)
		h.Int(l.Height)
	}
	return h.Sum()
}
