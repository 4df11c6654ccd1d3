package build

import (
	"io"
	"path"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/plan"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
)

// tellUnlinked tells of files beside articles that no text leads to, also none that
// waits to be published.
func (w *walk) tellUnlinked() {
	var left []files.File
	for i, f := range w.files {
		if w.seen[i].role == site.Attached && strays.WantsLink(f) && !w.judged[f.Path] {
			left = append(left, f)
		}
	}
	if len(left) == 0 {
		return
	}
	copied := map[string]bool{}
	for _, t := range w.linked {
		copied[t.Copy] = true
	}
	left = slices.DeleteFunc(left, func(f files.File) bool { return copied[f.Path] })
	if len(left) == 0 {
		return
	}
	named, unread := w.named()
	left = slices.DeleteFunc(left, func(f files.File) bool {
		name := strings.ToLower(f.Name)
		return named[name] || named[path.Base(name)] || strings.Contains(unread, path.Base(name))
	})
	w.say(strays.Unlinked(left, w.files, w.head))
}

// named returns, in small letters, the files that all texts lead to: by their path,
// or, where a link begins at the site's root, by their last name alone. unread are the
// texts whose links could not be read.
func (w *walk) named() (named map[string]bool, unread string) {
	named = map[string]bool{}
	for i := range w.seen {
		s := &w.seen[i]
		if s.role != site.Written || path.Ext(s.path) != ".md" {
			continue
		}
		for _, e := range s.entries {
			if e.Text == nil {
				unread += strings.ToLower(files.Contents(w.config.Root, s.path)) + "\n"
				continue
			}
			for _, l := range e.Text.Links {
				named[strings.ToLower(plan.FileMeant(s.path, l))] = true
			}
		}
	}
	return named, unread
}

// head returns how a file begins.
func (w *walk) head(name string) []byte {
	file, err := w.config.Root.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(file, head) // what cannot be read is no text
	return head[:n]
}
