package render

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// unused warns of the site's own files that no page can show: most often their name
// is misspelt, and the built-in look appears without a word.
func (t *Theme) unused(f Files) diag.List {
	if t.broken {
		return nil // what it would have called is not known
	}
	templates, assets, all := t.inUse(f)
	if all {
		return nil
	}
	var problems diag.List
	for _, name := range f.own {
		switch {
		case strings.HasPrefix(name, "testdata/"): // of a Go package, as the built-in templates are one
		case isTemplate(name) && !templates[name], isAsset(name) && !assets[strings.TrimPrefix(name, assetFolder)]:
			problems = append(problems, f.stray(name))
		case !isTemplate(name) && !isAsset(name) && slices.Contains(webEndings, strings.ToLower(path.Ext(name))):
			problems = append(problems, f.stray(name))
		}
	}
	return problems
}

// webEndings are those of files that were put into the folder to be part of a page.
// Notes and programs of whoever made the templates may lie beside them.
var webEndings = []string{
	".html", ".htm", ".tmpl", ".gohtml", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico",
	".woff", ".woff2",
}

// inUse returns the files whose templates can be reached from a built-in one, and
// the assets that these name; all says that either shows only when they run.
func (t *Theme) inUse(f Files) (templates, assets map[string]bool, all bool) {
	called := map[string]bool{}
	for name := range f.text {
		if isTemplate(name) && !slices.Contains(f.own, name) && !strings.Contains(name, "/") {
			t.calls.follow(name, called)
		}
	}
	templates, assets = map[string]bool{}, map[string]bool{}
	for _, x := range t.set.Templates() {
		if u := t.calls[x.Name()]; called[x.Name()] && u != nil {
			templates[x.Tree.ParseName] = true
			for asset := range u.assets {
				assets[asset] = true
			}
			all = all || u.any || u.anyAsset
		}
	}
	return templates, assets, all
}

// stray tells of one such file, with the name that was most likely meant.
func (f Files) stray(name string) diag.Problem {
	p := diag.At(diag.Place{File: path.Join(Folder, name)}, "file-unknown")
	switch meant := f.meant(name); {
	case meant == "":
		return p
	case slices.Contains(f.over, meant):
		return p.WithHint("merge-into", path.Join(Folder, meant))
	default:
		return p.WithHint("rename", path.Join(Folder, meant))
	}
}

// nearest returns the name that resembles another in its own letters: a folder and
// an ending that both have say nothing of what was meant.
func nearest(like string, names []string) string {
	if slices.Contains(names, like) {
		return like
	}
	dir, base := path.Split(like)
	var stems, whole []string
	for _, name := range names {
		if d, b := path.Split(name); path.Ext(b) == path.Ext(base) && diag.Nearest(dir, []string{d}) == d {
			stems, whole = append(stems, stem(b)), append(whole, name)
		}
	}
	if i := slices.Index(stems, diag.Nearest(stem(base), stems)); i >= 0 {
		return whole[i]
	}
	return ""
}

func stem(base string) string { return strings.TrimSuffix(base, path.Ext(base)) }

// meant returns the built-in file whose name is most like a name, in the form that
// templates and assets have, or where an asset belongs.
func (f Files) meant(name string) string {
	like, ending := strings.ToLower(name), path.Ext(name)
	switch {
	case slices.Contains([]string{".htm", ".tmpl", ".gohtml"}, strings.ToLower(ending)):
		like = strings.TrimSuffix(like, strings.ToLower(ending)) + ".html"
	case !isTemplate(like) && !isAsset(like):
		return assetFolder + path.Base(name)
	}
	var names []string
	for known := range f.text {
		if !slices.Contains(f.own, known) {
			names = append(names, known)
		}
	}
	slices.Sort(names)
	return nearest(like, names)
}
