package plan

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/address"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
)

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

// idsOf returns the ids of one kind, sorted.
func (p *planner) idsOf(kind string) []string {
	var ids []string
	for t := range p.site.Things() {
		if t.Kind == kind {
			ids = append(ids, t.ID)
		}
	}
	return sorted(ids)
}

// find looks up a path as an editor writes it: from the site's root, or from
// the article's folder; a page with or without its last slash, a Markdown file
// by its name, a file that is copied, also by its address. from is that file's name.
func (p *planner) find(file, target string) (address, from string, ok bool) {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		if address, ok := p.formerly(rooted); ok {
			return address, "", true
		}
		for _, a := range []string{rooted, strings.TrimSuffix(rooted, "/") + "/index.html", rooted + "index.html"} {
			if i, ok := p.target(a); ok && !p.targets[i].IsApart() {
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
	if ref, isText := p.byFile()[name]; isText {
		at, _ := p.at(ref)
		return at, "", true
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

func (p *planner) fileName(file, target string) string {
	if rooted, isRoot := strings.CutPrefix(target, "/"); isRoot {
		return files.VerbatimFolder + rooted
	}
	return path.Join(path.Dir(file), target)
}
