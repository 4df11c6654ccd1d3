package plan

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/host"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// redirects plans what is needed for old addresses, once all else is planned: a
// page at each that can have one, and the list of all for hosts that answer with a
// redirect of their own. A file such as lama.pdf can have no page in its place.
func (p *planner) redirects() {
	var aliases []oldAddress
	for _, e := range p.all {
		for _, a := range e.bare.OldAddresses() {
			isText := a.Of.Kind == site.KindNews || a.Of.Kind == site.KindPage
			if at, _ := p.at(a.Of); e.number == 0 || isText && e.nearest(at) != at {
				aliases = append(aliases, oldAddress{a, e})
			}
		}
	}
	slices.SortFunc(aliases, func(a, b oldAddress) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Col, b.Place.Col))
	})
	p.old, p.oldAt = map[string]string{}, map[string]site.Alias{}
	for _, a := range aliases {
		p.redirect(a)
	}
	slices.SortFunc(p.moves, func(a, b host.Redirect) int { return cmp.Compare(a.From, b.From) })
}

// oldAddress is one of a thing in an edition. Things whose texts stand in data have them in the
// site's own language only.
type oldAddress struct {
	site.Alias
	edition *edition
}

func (p *planner) redirect(a oldAddress) {
	at, _ := p.at(a.Of)
	to := a.edition.nearest(at)
	file := pageAt(a.Path)
	other, again := p.oldAt[address.Fold(file)]
	i, taken := p.claimant(address.Fold(file))
	switch {
	case a.Path == to:
		p.say(diag.At(a.Place, "alias-own", a.Word))
		return
	case again && other.Of != a.Of:
		p.say(diag.At(a.Place, "alias-twice", a.Word, other.Place.String()).WithHint("alias-one"))
		return
	case again && other.Path == a.Path:
		p.say(diag.At(a.Place, "duplicate-entry", a.Word).WithHint("markup-drop"))
		return
	case again: // it differs in capitals only: one page for both
	case taken && address.Fold(a.Path) != address.Fold(to):
		p.say(takenBy(a.Alias, p.targets[i].From))
		return
	case !taken && isPage(file):
		p.stub(a, file, to)
	}
	if !again {
		p.oldAt[address.Fold(file)] = a.Alias
	}
	p.old[a.Path] = to
	p.moves = append(p.moves, host.Redirect{From: p.link(a.Path), To: p.link(to)})
	// a page there would be the same to some file systems
	if other := norm.NFD.String(a.Path); a.Decomposed && other != a.Path {
		p.moves = append(p.moves, host.Redirect{From: p.link(other), To: p.link(to)})
	}
}

// pageAt is the file at an address from the site's root.
func pageAt(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address + "index.html"
	}
	return address
}

// takenBy reports that what is from a file lies at an old address.
func takenBy(a site.Alias, from diag.Place) diag.Problem {
	if from == siteFile {
		return diag.At(a.Place, "alias-taken", a.Word, diag.Word("site-itself"))
	}
	return diag.At(a.Place, "alias-taken", a.Word, from.File).WithHint("alias-drop")
}

// isPage says whether a page can lie at a path: its name promises one, and file
// systems take it.
func isPage(file string) bool {
	if !strings.HasSuffix(file, ".html") && !strings.HasSuffix(file, ".htm") || value.Unfit(file) != "" {
		return false
	}
	for part := range strings.SplitSeq(file, "/") {
		if len(part) > files.LongestName {
			return false
		}
	}
	return true
}

// stub plans the page at an old address.
func (p *planner) stub(a oldAddress, file, to string) {
	t := Target{Path: file, Template: "redirect", Frame: NoFrame, Edition: a.edition.number, From: a.Place}
	plan(p, t, func() views.MovedInputs {
		return views.MovedInputs{Ground: a.edition.base, Title: a.Title, To: to}
	}, views.Moved)
}

// formerly returns where the thing lies now that was at an old address, written
// as in a link.
func (p *planner) formerly(rooted string) (address string, ok bool) {
	for _, path := range []string{rooted, rooted + "/", strings.TrimSuffix(rooted, "index.html")} {
		if to, known := p.old[path]; known {
			return to, true
		}
	}
	return "", false
}

// checkLinked finds files beside articles that lie at an old address.
func (p *planner) checkLinked(linked []Target) {
	for i := range linked {
		key := address.Fold(linked[i].Path)
		if a, ok := p.oldAt[key]; ok {
			p.say(takenBy(a, linked[i].From))
			delete(p.clashes, key)
		}
	}
}
