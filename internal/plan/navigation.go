package plan

import (
	"fmt"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/ground"
	"blandongan/internal/plan/whose"
	"blandongan/internal/site"
)

// navigation is the editors' own, else one entry a section that lies under no other.
func (p *edition) navigation() []ground.Link {
	var links []ground.Link
	for i := range p.site.Config.Navigation {
		n := &p.site.Config.Navigation[i]
		if url := p.signpost(n); url != "" {
			links = append(links, ground.Link{Text: p.label(n), URL: url})
		}
	}
	if len(p.site.Config.Navigation) > 0 {
		return links
	}
	for _, s := range address.Sections {
		if s.Under == s.Name {
			to := p.base.Link(s.Name + "/")
			links = append(links, ground.Link{Text: p.base.Word("section-" + s.Name), URL: to})
		}
	}
	return links
}

// label is what an entry of the navigation is called: where the editors have no word for a section
// in the edition's language, ours.
func (p *edition) label(n *site.Signpost) string {
	if p.number > 0 && !n.Label.Has(p.base.Base.Language) {
		for _, name := range address.Names() {
			if strings.Trim(n.Link, "/") == name {
				return p.base.Word("section-" + name)
			}
		}
	}
	return p.site.Say(n.Label)
}

// signpost resolves a link of the navigation, "" when it leads nowhere; that
// was reported by checkSignposts.
func (p *edition) signpost(n *site.Signpost) string {
	if _, _, _, isWeb := address.SplitWeb(n.Link); isWeb {
		if rooted, is := p.bases.Own(n.Link); is == whose.Ours {
			return p.href(rooted)
		}
		return n.Link
	}
	if kind, id, ok := strings.Cut(n.Link, ":"); ok {
		return p.to(kind, id)
	}
	if at, _, ok := p.find("", n.Link); ok && strings.HasPrefix(n.Link, "/") {
		return p.planner.link(p.nearest(at))
	}
	return ""
}

// href returns the href of a rooted path, "" when it leads nowhere.
func (p *edition) href(rooted string) string {
	path, query, part := whose.CutTail(rooted)
	at, _, ok := p.find("", unescape(path))
	if !ok {
		return ""
	}
	return p.planner.link(p.nearest(at)) + query + address.Fragment(part)
}

// checkSignposts wants every entry of the navigation to lead somewhere.
func (p *edition) checkSignposts() {
	for i := range p.site.Config.Navigation {
		n := &p.site.Config.Navigation[i]
		rooted, is := p.bases.Own(n.Link)
		switch {
		case is == whose.Private:
			p.say(p.privately(n.At("link"), n.Link))
			continue
		case is == whose.Ours:
			p.wantPath(rooted, n.Link, n.At("link"))
			continue
		case n.Link == "" || p.signpost(n) != "" || p.mayExist("", n.Link):
			continue
		}
		problem := diag.At(n.At("link"), "link-broken", n.Link)
		if ref, is := address.Withheld(p.site, "", n.Link); is {
			problem = p.site.NotYet(n.At("link"), ref, "draft-named")
		} else if kind, id, ok := strings.Cut(n.Link, ":"); ok {
			if near := p.finder(kind).Nearest(id); near != "" {
				problem = problem.WithHint("did-you-mean", fmt.Sprintf("%s:%s", kind, near))
			}
		}
		p.say(problem)
	}
}
