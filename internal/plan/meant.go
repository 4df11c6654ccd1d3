package plan

import (
	"maps"
	"path"
	"slices"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/plan/meant"
	"blandongan/internal/plan/whose"
	"blandongan/internal/site"
)

// nearby adds to a link that leads nowhere what was most likely meant: a page, a file in
// the same folder, the web, a mail address.
func (p *planner) nearby(problem diag.Problem, file, target string) diag.Problem {
	if rooted, is := p.bases.Own("https://" + target); is == whose.Ours && p.leads(rooted) {
		return problem.WithHint("write-it", rooted)
	}
	if written := meant.Plainly(target); written != "" {
		return problem.WithHint("write-it", written)
	}
	dir, base := path.Split(p.fileName(file, target))
	if rooted := p.amongFiles(base); rooted != "" {
		return problem.WithHint("write-it", rooted)
	}
	if better := p.elsewhere(target, base); better != "" && problem.Code == "link-broken" {
		return problem.WithHint("write-it", better)
	}
	near := p.nameFinder(dir, meant.Form(base)).Nearest(base)
	if near == "" {
		if page := p.nearPage(target); page != "" {
			return problem.WithHint("did-you-mean", page)
		}
		if form := meant.Form(base); form != "" && form != ".md" {
			if near := p.nameFinder(files.VerbatimFolder, form).Nearest(base); near != "" {
				return problem.WithHint("did-you-mean", "/"+address.Escape(near))
			}
		}
		return problem.Typing(target)
	}
	return problem.WithHint("did-you-mean", strings.TrimSuffix(target, path.Base(target))+near)
}

// amongFiles returns the rooted path of the file below content/files that has a name,
// in capitals or small letters, "" when there is none. Editors name it without the
// slash, or by its place on the disk.
func (p *planner) amongFiles(base string) string {
	f := p.finders
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.verbatim == nil {
		f.verbatim = map[string]string{}
		for _, name := range slices.Sorted(maps.Keys(p.files)) {
			key := strings.ToLower(path.Base(name))
			if strings.HasPrefix(name, files.VerbatimFolder) && f.verbatim[key] == "" {
				f.verbatim[key] = "/" + address.Escape(copiedTo(p.files[name].Name))
			}
		}
	}
	return f.verbatim[strings.ToLower(base)]
}

// elsewhere returns how to link to what a path that leads nowhere names: a web site, a
// telephone, a thing of ours by its file; "" when it is none of them.
func (p *planner) elsewhere(target, base string) string {
	if outside := meant.Perhaps(target); outside != "" || strings.HasPrefix(target, "/") {
		return outside
	}
	id := strings.TrimSuffix(strings.TrimSuffix(base, ".md"), ".yaml")
	for _, kind := range site.Schemes() {
		if _, ok := p.at(site.Ref{Kind: kind, ID: id}); ok {
			return kind + ":" + id
		}
	}
	return ""
}

// nearPage returns the rooted path of the page that is most likely meant by one that
// leads nowhere, "" when nobody can tell.
func (p *planner) nearPage(target string) string {
	rooted, isRoot := strings.CutPrefix(target, "/")
	section, name := path.Split(strings.TrimSuffix(rooted, "/"))
	if !isRoot {
		return ""
	}
	near := p.finders.get("/"+section, func() []string {
		var names []string
		for t := range p.site.Things() {
			name, below := strings.CutPrefix(address.Of(t.Kind, t.Name), section)
			if below && strings.Count(name, "/") == 1 {
				names = append(names, strings.TrimSuffix(name, "/"))
			}
		}
		return sorted(names)
	}).Nearest(name)
	if near == "" {
		return ""
	}
	return "/" + section + near + "/"
}
