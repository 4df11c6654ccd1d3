package plan

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/plan/whose"
	"blandongan/internal/site"
)

// Editors copy addresses from the browser: that of the published page, or that of
// a preview on their own machine. The first is a link inside the site, and as easy
// to break as any; the second leads each reader to the reader's own machine.

// privately reports an address that only its writer can open. Most often it is one
// of a page of ours, as a preview shows it: then its path is what to write.
func (p *planner) privately(at diag.Place, link string) diag.Problem {
	problem := diag.At(at, "address-private", link)
	if rooted := p.previewed(link); rooted != "" {
		return problem.WithHint("write-it", rooted)
	}
	return problem.WithHint("path-only")
}

// previewed returns the rooted path of what of ours an address of a preview shows,
// "" when that is nothing.
func (p *planner) previewed(link string) string {
	_, _, rest, _ := address.SplitWeb(link)
	for _, prefix := range []string{p.root().Prefix, "/"} {
		if rooted, below := whose.BelowPrefix(rest, prefix); below && rooted != "/" && p.leads(rooted) {
			return rooted
		}
	}
	return ""
}

// web resolves a link that is written as a web address.
func (r *resolver) web(l markdown.Link, at diag.Place) markdown.Address {
	rooted, is := r.bases.Own(l.To)
	switch is {
	case whose.Private:
		r.say(r.privately(at, l.To))
	case whose.Ours:
		path, query, part := whose.CutTail(rooted)
		a := r.path(markdown.Link{To: path + query, Fragment: part}, l.To, at)
		a.Lost = a.URL == ""
		return a
	}
	return markdown.Address{} // as it is written
}

// checkWeb wants the addresses that data and front matter give to be ones that
// readers can open, and those of this site to lead somewhere. Whoever works in the
// network of an office can open a source that readers cannot: that is said, for
// evidence is better where nobody can look than nowhere.
func (p *planner) checkWeb() {
	for a := range p.site.WebAddresses() {
		address := string(a.URL)
		rooted, is := p.bases.Own(address)
		switch {
		case is == whose.Private:
			p.say(p.hidden(a))
		case is == whose.Ours && a.Kind != "contact":
			p.wantPath(rooted, address, a.Place)
		}
	}
}

// hidden reports the address of a source or a body that only its writer can open.
func (p *planner) hidden(a site.WebAddress) diag.Problem {
	link := string(a.URL)
	code := diag.Code("address-private")
	if a.Kind == "source" && !address.IsLoopback(link) {
		code = "source-private"
	}
	if rooted := p.previewed(link); rooted != "" {
		return diag.At(a.Place, code, link).
			WithHint("write-it", p.root().Origin+strings.TrimSuffix(p.root().Prefix, "/")+rooted)
	}
	return diag.At(a.Place, code, link).WithHint("public-url")
}

// wantPath wants a rooted path to lead to something, and its fragment too.
func (p *planner) wantPath(rooted, written string, at diag.Place) {
	path, _, part := whose.CutTail(rooted)
	name := unescape(path)
	address, _, ok := p.find("", name)
	if !ok && !p.mayExist("", name) {
		p.say(p.nearby(diag.At(at, "link-broken", written), "", name))
	}
	if a, wanted := p.anchor(address, part, at); ok && wanted {
		p.anchors = append(p.anchors, a)
	}
}

// leads says whether a rooted path leads to something.
func (p *planner) leads(rooted string) bool {
	path, _, _ := whose.CutTail(rooted)
	_, _, ok := p.find("", unescape(path))
	return ok
}

// onDisk adds to a link to a file on the editor's machine how to link to it, where it
// is one of the site's, or a page of it as it was built.
func (p *planner) onDisk(problem diag.Problem, written string) diag.Problem {
	name := unescape(strings.ReplaceAll(written, `\`, "/"))
	name, _, _ = strings.Cut(name, "#")
	if i := strings.LastIndex(name, "/content/"); i >= 0 {
		name = name[i+1:]
		if ref, isText := p.byFile()[name]; isText {
			return problem.WithHint("write-it", ref.Kind+":"+ref.ID)
		}
		if at, _, ok := p.findFile(name); ok {
			return problem.WithHint("write-it", "/"+address.Escape(at))
		}
	}
	if i := strings.LastIndex(name, "/public/"); i >= 0 {
		rooted := strings.TrimSuffix(name[i+len("/public"):], "index.html")
		if p.leads(rooted) {
			return problem.WithHint("write-it", rooted)
		}
	}
	return problem
}
