package plan

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// The sections of a site.
const (
	sectionHome      = ""
	sectionKecamatan = "kecamatan"
	sectionProgram   = "program"
	sectionVisit     = "kunjungan"
	sectionNetwork   = "jejaring"
	sectionNews      = "berita"
	sectionTopic     = "topik"
	sectionPage      = "halaman"
)

// OfArticle says whether a path of the built site is that of an article's page.
func OfArticle(p string) bool {
	dir, isPage := strings.CutSuffix(p, "/index.html")
	section, name, below := strings.Cut(dir, "/")
	return isPage && below && section == sectionNews && !strings.HasPrefix(name, sectionPage+"/")
}

// assignAddresses gives every published thing its address, and collects the
// addresses that links may name as paths.
func (p *planner) assignAddresses() {
	s := p.site
	for _, k := range s.Kecamatan {
		p.assign(site.Ref{Kind: "kecamatan", ID: k.ID}, "kecamatan/"+k.ID+"/")
	}
	for _, x := range s.Programs {
		p.assign(site.Ref{Kind: "program", ID: x.ID}, "program/"+x.ID+"/")
	}
	for _, v := range s.Visits {
		p.assign(site.Ref{Kind: "visit", ID: v.ID}, "kunjungan/"+v.ID+"/")
	}
	for i := range s.News {
		n := &s.News[i]
		p.assign(site.Ref{Kind: "news", ID: n.ID}, "berita/"+n.Name()+"/")
		p.byFile[n.File] = site.Ref{Kind: "news", ID: n.ID}
	}
	for i := range s.Pages {
		g := &s.Pages[i]
		p.assign(site.Ref{Kind: "page", ID: g.ID}, g.Name()+"/")
		p.byFile[g.File] = site.Ref{Kind: "page", ID: g.ID}
	}
}

func (p *planner) assign(ref site.Ref, address string) {
	p.addresses[ref] = address
	if !p.site.IsSound(ref.Kind, ref.ID) {
		p.unsound[address] = true
	}
}

// link returns the href of an address from the site's root.
func (p *planner) link(address string) string { return p.prefix + escapePath(address) }

// absolute returns the full URL of an address.
func (p *planner) absolute(address string) string { return p.origin + p.link(address) }

// to returns the href of a thing, "" when it has no page.
func (p *planner) to(kind, id string) string {
	address, ok := p.addresses[site.Ref{Kind: kind, ID: id}]
	if !ok {
		return ""
	}
	return p.link(address)
}

// escapePath escapes what may not stand in a URL's path; slashes stay.
func escapePath(s string) string { return (&url.URL{Path: s}).EscapedPath() }

// copied says where the files of a folder go.
var copied = []struct{ from, to string }{{verbatim, ""}, {"content/news/", "berita/"}, {"content/pages/", ""}}

// place returns where a file beside an article or below content/files goes, ""
// for any other.
func place(name string) string {
	for _, folder := range copied {
		if rest, ok := strings.CutPrefix(name, folder.from); ok {
			return folder.to + rest
		}
	}
	return ""
}

// maxAddress bounds a path: longer ones do not unpack on Windows.
const maxAddress = 240

// fold returns a path as a file system sees it that does not tell small letters
// from capitals.
func fold(path string) string {
	for i := range len(path) {
		if c := path[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return cases.Fold().String(path)
		}
	}
	return path
}

// claim gives the target at a position its path, unless an earlier one has it.
func (p *planner) claim(i int) {
	key := fold(p.targets[i].Path)
	if first, taken := p.claimed[key]; taken {
		p.clashes[key] = append(p.clashes[key], first, i)
		return
	}
	p.claimed[key] = i
}

// target returns the position of the target at a path, spelt just so.
func (p *planner) target(path string) (int, bool) {
	i, ok := p.claimed[fold(path)]
	return i, ok && p.targets[i].Path == path
}

// checkClaims wants every path once, no path below a file, and below AssetFolder
// nothing but what has its digest in its name: visitors keep it for a year.
func (p *planner) checkClaims() {
	for _, who := range p.clashes {
		slices.Sort(who)
		p.clash("address-clash", slices.Compact(who))
	}
	for i := range p.targets {
		t := &p.targets[i]
		if len(t.Path) > maxAddress {
			p.say(diag.At(t.From, "address-long", "/"+t.Path))
		}
		if n := len(AssetFolder); !t.Asset && len(t.Path) > n && strings.EqualFold(t.Path[:n], AssetFolder) {
			at, hint := t.From, diag.HintCode("move-file")
			if t.Copy == "" {
				at, hint = p.named(*t), "other-slug"
			}
			p.say(diag.At(at, "address-kept", "/"+strings.TrimSuffix(t.Path, "index.html")).WithHint(hint))
		}
	}
	p.checkFolders()
}

// checkFolders finds files that stand where others need a folder. A page lies
// in a folder of its own, so only its address and what is above needs a look.
func (p *planner) checkFolders() {
	folders := make(map[string]int, len(p.targets))
	for i := range p.targets {
		dir := path.Dir(fold(p.targets[i].Path))
		if _, isFile := p.claimed[dir]; isFile {
			folders[dir] = i
		}
		for dir = path.Dir(dir); dir != "."; dir = path.Dir(dir) {
			if _, known := folders[dir]; known {
				break
			}
			folders[dir] = i
		}
	}
	for dir, i := range folders {
		if file, isFile := p.claimed[dir]; isFile {
			p.clash("address-folder", []int{file, i})
		}
	}
}

// clash names all claimants, and stands at the one that can give way.
func (p *planner) clash(code diag.Code, who []int) {
	slices.SortFunc(who, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.targets[a].From.File, p.targets[b].From.File), cmp.Compare(a, b))
	})
	var names []string
	for _, i := range who {
		names = append(names, p.targets[i].From.File)
	}
	at, hint := p.yielding(who)
	address := "/" + strings.TrimSuffix(p.targets[who[0]].Path, "index.html")
	p.say(diag.At(at, code, address, strings.Join(slices.Compact(names), ", ")).WithHint(hint))
}

// named is where an editor gave a target its address: at the slug, if there is
// one. It is looked for only here, for it takes longer than all else that is asked
// of an article while planning.
func (p *planner) named(t Target) diag.Place {
	switch news := len(p.site.News); {
	case t.Text < 0:
		return t.From
	case t.Text < news:
		return p.site.News[t.Text].At("slug")
	default:
		return p.site.Pages[t.Text-news].At("slug")
	}
}

// yielding returns which of the claimants should give way, and how: the last
// file that is copied, for it means nothing to the site; else the last that an
// editor named. What the site makes of itself cannot.
func (p *planner) yielding(who []int) (at diag.Place, hint diag.HintCode) {
	at, hint = p.targets[who[len(who)-1]].From, "change-slug"
	var copied, own []diag.Place
	for _, i := range who {
		switch t := p.targets[i]; {
		case t.Copy != "":
			copied = append(copied, t.From)
		case t.From == siteFile || t.Asset:
			hint = "leave-address"
		default:
			own = append(own, p.named(t))
		}
	}
	switch {
	case len(copied) > 0:
		return copied[len(copied)-1], "move-file"
	case len(own) > 0:
		slices.SortStableFunc(own, func(a, b diag.Place) int { return cmp.Compare(min(a.Line, 2), min(b.Line, 2)) }) // a slug before a name
		return own[len(own)-1], hint
	}
	return at, hint
}
