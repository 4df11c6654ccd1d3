package plan

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// assignAddresses gives every published thing its address, and collects the
// addresses that links may name as paths.
func (p *planner) assignAddresses() {
	for t := range p.site.Things() {
		at := address.Of(t.Kind, t.Name)
		if t.Kind == site.KindNews {
			p.newsAt = append(p.newsAt, at)
		} else {
			p.addresses[t.Ref] = at
		}
		if !p.site.IsWellFormed(t.Kind, t.ID) {
			p.malformed[at] = true
		}
	}
}

// at returns the address of a thing; false when it has no page.
func (p *planner) at(ref site.Ref) (string, bool) {
	if ref.Kind != site.KindNews {
		at, ok := p.addresses[ref]
		return at, ok
	}
	i, ok := p.site.PositionOf(ref.ID)
	if !ok {
		return "", false
	}
	return p.newsAt[i], true
}

// textFiles tells of each Markdown file, also of translations, what it is: links may lead to it by name.
func (p *planner) textFiles() map[string]site.Ref {
	files := make(map[string]site.Ref, len(p.newsAt))
	for t := range p.site.Things() {
		if t.File != "" {
			files[t.File] = t.Ref
		}
	}
	for _, e := range p.all[1:] {
		for i := range e.articles {
			files[e.articles[i].File] = site.Ref{Kind: site.KindNews, ID: e.articles[i].ID}
		}
		for i := range e.site.Pages {
			if x := &e.site.Pages[i]; x.Language == e.site.Config.Language {
				files[x.File] = site.Ref{Kind: site.KindPage, ID: x.ID}
			}
		}
	}
	return files
}

// link returns the href of an address from the site's root.
func (p *planner) link(at string) string { return p.root().Link(at) }

// to returns the href of a thing, "" when it has no page.
func (p *edition) to(kind, id string) string {
	at, ok := p.at(site.Ref{Kind: kind, ID: id})
	if !ok {
		return ""
	}
	return p.planner.link(p.nearest(at))
}

// copied goes through the folders from which files are copied as they are, each with the
// address that they get.
func copied() iter.Seq2[string, string] {
	return func(yield func(from, to string) bool) {
		if !yield(files.VerbatimFolder, "") {
			return
		}
		for kind, folder := range site.TextFolders() {
			if !yield(folder, address.FolderOf(kind)) {
				return
			}
		}
	}
}

// copiedTo returns where a file beside an article or below content/files goes, ""
// for any other.
func copiedTo(name string) string {
	for from, to := range copied() {
		if rest, ok := strings.CutPrefix(name, from); ok {
			return to + rest
		}
	}
	return ""
}

// maxAddress bounds a path: longer ones do not unpack on Windows.
const maxAddress = 240

// enter gives the target at a position its path, unless an earlier one has it.
func (p *planner) enter(i int) {
	if first, taken := p.claimed.Enter(i, p.claim); taken {
		key := p.claim(i)
		p.clashes[key] = append(p.clashes[key], first, i)
	}
}

// claim is what the target at a position claims: its path, folded.
func (p *planner) claim(i int) string { return address.Fold(p.targets[i].Path) }

// claimant returns the position of the first target that claims a folded path.
func (p *planner) claimant(folded string) (int, bool) { return p.claimed.Find(folded, p.claim) }

// target returns the position of the target at a path, spelt just so.
func (p *planner) target(path string) (int, bool) {
	i, ok := p.claimant(address.Fold(path))
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
		if n := len(AssetFolder); !t.IsApart() && len(t.Path) > n && strings.EqualFold(t.Path[:n], AssetFolder) {
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
	folders := map[string]int{}
	for i := range p.targets {
		dir := above(address.Fold(p.targets[i].Path))
		if _, isFile := p.claimant(dir); isFile {
			folders[dir] = i
		}
		for dir = above(dir); dir != ""; dir = above(dir) {
			if _, known := folders[dir]; known {
				break
			}
			folders[dir] = i
		}
	}
	for dir, i := range folders {
		if file, isFile := p.claimant(dir); isFile {
			p.clash("address-folder", []int{file, i})
		}
	}
}

// above is the folder in which something lies, "" at the root.
func above(path string) string { return path[:max(0, strings.LastIndexByte(path, '/'))] }

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
	path := "/" + strings.TrimSuffix(p.targets[who[0]].Path, "index.html")
	p.say(diag.At(at, code, path, strings.Join(slices.Compact(names), ", ")).WithHint(hint))
}

// named is where an editor gave a target its address: at the slug, if there is
// one, or in the translation. It is looked for only here, for it takes longer than all else that is asked
// of an article while planning.
func (p *planner) named(t Target) diag.Place {
	if t.Text < 0 || t.Edition > 0 {
		return t.From
	}
	ref := p.texts[t.Text].Ref
	x, _ := p.site.Find(ref.Kind, ref.ID)
	return x.At("slug")
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
		slices.SortStableFunc(own, func(a, b diag.Place) int { // a slug before a name
			return cmp.Compare(min(a.Line, 2), min(b.Line, 2))
		})
		return own[len(own)-1], hint
	}
	return at, hint
}

// digestAddresses is that of where everything lies that a text can lead to.
func (p *planner) digestAddresses() memo.Digest {
	var h memo.Hash
	h.Plain(p.base)
	p.bases.AddTo(&h)
	var some memo.Hash // of all targets it would be large
	for i := range p.targets {
		switch t := &p.targets[i]; {
		case t.Asset: // none leads there; how long it is, a check asks
			some.Int(len(t.Path))
		case !t.IsApart():
			some.Text(t.Path)
			some.Text(t.From.File)
		}
		if i%256 == 255 {
			h.Digest(some.Sum())
			some.Reset()
		}
	}
	h.Digest(some.Sum())
	for _, m := range p.moves {
		h.Text(m.From)
		h.Text(m.To)
	}
	for _, f := range p.in.Files {
		h.Text(f.Name)
		h.Bool(f.Broken)
		h.Int(f.Width)
		h.Int(f.Height)
		if f.Picture != nil {
			h.Text(f.Picture.Digest)
		}
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
