package plan

import (
	"cmp"
	"maps"
	"net/mail"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/plan/whose"
	"blandongan/internal/site"
)

// nearby adds to a link that leads nowhere what was most likely meant: a page, a file in
// the same folder, the web, a mail address.
func (p *planner) nearby(problem diag.Problem, file, target string) diag.Problem {
	if rooted, is := p.bases.Own("https://" + target); is == whose.Ours && p.leads(rooted) {
		return problem.WithHint("write-it", rooted)
	}
	if strings.HasPrefix(target, "www.") {
		return problem.WithHint("write-it", "https://"+target)
	}
	if _, err := mail.ParseAddress(target); err == nil {
		return problem.WithHint("write-it", "mailto:"+target)
	}
	dir, base := path.Split(p.fileName(file, target))
	if rooted := p.amongFiles(base); rooted != "" {
		return problem.WithHint("write-it", rooted)
	}
	if better := p.elsewhere(target, base); better != "" && problem.Code == "link-broken" {
		return problem.WithHint("write-it", better)
	}
	near := p.nameFinder(dir, formOf(base)).Nearest(base)
	if near == "" {
		if page := p.nearPage(target); page != "" {
			return problem.WithHint("did-you-mean", page)
		}
		if form := formOf(base); form != "" && form != ".md" {
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
	host, _, _ := strings.Cut(target, "/")
	digits := len(target) - len(strings.TrimLeft(target, "0123456789+-."))
	switch {
	case slices.Contains(webEndings, path.Ext(host)) && len(path.Ext(host)) < len(host):
		return "https://" + target
	case len(target) >= 7 && digits == len(target) && (target[0] == '0' || target[0] == '+'):
		return "tel:" + target
	case strings.HasPrefix(target, "/"):
		return ""
	}
	id := strings.TrimSuffix(strings.TrimSuffix(base, ".md"), ".yaml")
	for _, kind := range site.Schemes() {
		if _, ok := p.at(site.Ref{Kind: kind, ID: id}); ok {
			return kind + ":" + id
		}
	}
	return ""
}

// webEndings end the names of hosts that people write without https://; no file that
// can be linked to ends so.
var webEndings = []string{".id", ".com", ".org", ".net", ".me", ".gov", ".info", ".int"}

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

// formOf is the ending of a file's name, the same for all ways to write it.
func formOf(name string) string {
	return strings.Replace(strings.ToLower(path.Ext(name)), ".jpeg", ".jpg", 1)
}

// named returns the link that an editor writes for a name that other programs look
// up, [[hulu]]: to the thing of that id, if there is one.
func (r *resolver) named(n markdown.Name) string {
	name, part, _ := strings.Cut(n.Name, "#")
	id := strings.Join(strings.FieldsFunc(strings.ToLower(strings.TrimSuffix(name, ".md")), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}), "-")
	if part != "" {
		part = "#" + part
	}
	for _, kind := range site.Schemes() {
		if x, ok := r.site.Find(kind, id); ok {
			return "[" + cmp.Or(n.Label, x.Title, upper(name)) + "](" + kind + ":" + id + part + ")"
		}
	}
	return "[" + cmp.Or(n.Label, upper(name)) + "](…)"
}

// upper returns s with a capital at its beginning.
func upper(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
