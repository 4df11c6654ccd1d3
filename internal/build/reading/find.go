package reading

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/output"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
)

// Inputs are the folders of a site that a build reads, with all below them.
func Inputs() []string { return append(slices.Clone(site.Folders), render.Folder) }

// Find finds the files. each calls do(0) … do(n-1), some of them at the same time.
func (l *Look) Find(each func(n int, do func(int))) {
	if l.findFew() {
		return
	}
	if info, err := fs.Stat(l.Root, "."); err == nil {
		l.last.top = files.StampOf(info)
		l.last.settled = l.last.top.FolderSettled(l.Now)
	}
	how := files.Looking{Together: each, Now: l.Now, Changed: l.Told}
	if l.Again {
		how.Folders = &l.folders
	}
	if !how.Folders.Know(l.Told) {
		l.Told, how.Changed = nil, nil
	}
	found, problems := files.List(l.Root, how, Inputs()...)
	l.add(problems)
	for i := range found {
		l.refusePrivate(&found[i])
	}
	isDesign := func(f files.File) bool { return strings.HasPrefix(f.Path, render.Folder+"/") }
	design := slices.IndexFunc(found, isDesign) // they come last
	if design < 0 {
		design = len(found)
	}
	l.Files, l.Design = found[:design:design], found[design:]
	l.findMisplaced()
	l.last.files, l.last.design, l.last.names = l.Files, l.Design, slices.Clip(l.Problems)
}

// findFew looks at the texts that it was told of and at no other file, where no name came or went.
func (l *Look) findFew() bool {
	if !l.isAgain || len(l.Told) == 0 || !l.last.settled {
		return false
	}
	few := make([]int, len(l.Told))
	for i, p := range l.Told {
		s := l.At(p)
		if s == nil || s.Role != site.Written {
			return false
		}
		few[i] = int(l.places[p])
	}
	info, err := fs.Stat(l.Root, ".")
	if err != nil || files.StampOf(info) != l.last.top {
		return false
	}
	now, same := l.folders.Again(l.Root, l.Told)
	if !same {
		return false
	}
	for i, at := range few {
		l.last.files[at] = now[i]
	}
	l.few, l.Files, l.Design = few, l.last.files, l.last.design
	l.add(l.last.names)
	return true
}

// refusePrivate breaks off a link that leads to what is not for readers.
func (l *Look) refusePrivate(f *files.File) {
	if f.Target != "" && !f.Broken && !site.MayLead(f.Name, f.Target) {
		f.Broken = true
		l.add(diag.List{diag.At(diag.Place{File: f.Path}, "symlink-private", f.Target).WithHint("copy-here")})
	}
}

// findMisplaced finds what was meant to be read and is at another place, or nowhere.
func (l *Look) findMisplaced() {
	var folders, loose []string
	entries, _ := fs.ReadDir(l.Root, ".") // without, nothing is to be found
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		} else if e.Type().IsRegular() {
			loose = append(loose, e.Name())
		}
	}
	exists := func(name string) bool { _, err := fs.Stat(l.Root, name); return err == nil }
	root := strays.Root{Folders: folders, Files: loose, Exists: exists, Names: l.namesIn, Head: l.Head}
	problems, missed := root.Misspelt(Inputs(), l.holds)
	l.add(problems)
	l.add(root.Outside())
	lost, unread := strays.Find(l.Files)
	l.add(lost)
	for _, name := range missed {
		unread = append(unread, name+"/")
	}
	if !slices.Contains(missed, site.ContentFolder) && !exists(site.ContentFolder) {
		unread = append(unread, l.lostArticles()...)
	}
	for _, folder := range unread {
		l.Files = append(l.Files, files.File{Path: folder, Name: folder, Broken: true})
	}
}

// namesIn lists the files right in a folder.
func (l *Look) namesIn(folder string) (names []string) {
	entries, _ := fs.ReadDir(l.Root, folder) // without, nothing is to be found
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// Head returns how a file begins.
func (l *Look) Head(name string) []byte {
	file, err := l.Root.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(file, head) // what cannot be read is no text
	return head[:n]
}

// holds says whether a folder in the root holds what is read in a wanted one: an
// office has folders of its own named Templates.
func (l *Look) holds(name, wanted string) bool {
	patterns := []string{"*.html", "assets"}
	if wanted != render.Folder {
		if strings.EqualFold(name, wanted) {
			return true
		}
		patterns = []string{"*.md", "*/*.md", "*.yaml"}
	}
	inside, err := fs.Sub(l.Root, name)
	return err == nil && slices.ContainsFunc(patterns, func(pattern string) bool {
		found, _ := fs.Glob(inside, pattern)
		return len(found) > 0
	})
}

// lostArticles warns that all articles are gone which the last build had, with their
// folder: rather a disk that is not there than somebody who deleted them all.
func (l *Look) lostArticles() []string {
	last, err := output.List(l.Out)
	if l.Out == "" || err != nil {
		return nil
	}
	articles := 0
	for _, p := range last.Paths {
		if address.IsArticle(p) {
			articles++
		}
	}
	if articles == 0 {
		return nil
	}
	folder := site.ContentFolder + "/"
	p := diag.At(diag.Place{File: folder}, "folder-missing", diag.Count(articles))
	l.add(diag.List{p.WithHint("folder-back", site.ContentFolder)})
	return []string{folder}
}
