package texts

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/build/reading"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/plan"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
)

// Unlinked warns of files beside articles that no text leads to, also none that waits to be
// published. Of those that reported names there is a problem already.
func (t *Texts) Unlinked(l *reading.Look, reported map[string]bool) diag.List {
	var left []files.File
	for f := range l.Attached() {
		if strays.WantsLink(f) && !reported[f.Path] {
			left = append(left, f)
		}
	}
	if len(left) == 0 {
		return nil
	}
	copied := map[string]bool{}
	for i := range t.Linked {
		copied[t.Linked[i].Copy] = true
	}
	left = slices.DeleteFunc(left, func(f files.File) bool { return copied[f.Path] })
	if len(left) == 0 {
		return nil
	}
	named, unread := named(l)
	left = slices.DeleteFunc(left, func(f files.File) bool {
		name := strings.ToLower(f.Name)
		return named[name] || named[path.Base(name)] || strings.Contains(unread, path.Base(name))
	})
	return strays.Unlinked(left, l.Files, l.Head)
}

// named returns, in small letters, the files that all texts lead to: by their path,
// or, where a link begins at the site's root, by their last name alone. unread are the
// texts whose links could not be read.
func named(l *reading.Look) (named map[string]bool, unread string) {
	named = map[string]bool{}
	for i := range l.Sources {
		s := &l.Sources[i]
		if s.Role != site.Written || path.Ext(s.Path) != ".md" {
			continue
		}
		doc, _ := l.Leads(s)
		if doc == nil {
			unread += strings.ToLower(files.Contents(l.Root, s.Path)) + "\n"
			continue
		}
		for _, x := range doc.Links {
			named[strings.ToLower(plan.FileMeant(s.Path, x))] = true
		}
	}
	return named, unread
}
