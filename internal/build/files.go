package build

import (
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

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

// Ignored says whether a build passes over a file or folder of the site, by its
// slash path from the root: what editors and systems leave behind.
func Ignored(name string) bool { return files.Dropping(name) }

// findFiles finds the files.
func (w *walk) findFiles() {
	w.lookedAt = time.Now() // by the clock of the files, whatever time the build is given
	how := files.Looking{Together: each, Folders: &w.folders, Now: w.lookedAt}
	found, problems := files.List(w.config.Root, how, Inputs()...)
	w.addProblems(problems)
	for i := range found {
		w.refusePrivate(&found[i])
	}
	isDesign := func(f files.File) bool { return strings.HasPrefix(f.Path, render.Folder+"/") }
	design := slices.IndexFunc(found, isDesign) // they come last
	if design < 0 {
		design = len(found)
	}
	w.files, w.design = found[:design:design], found[design:]
	w.findMisplaced()
}

// refusePrivate breaks off a link that leads to what is not for readers.
func (w *walk) refusePrivate(f *files.File) {
	if f.Target != "" && !f.Broken && !site.MayLead(f.Name, f.Target) {
		f.Broken = true
		w.addProblems(diag.List{diag.At(diag.Place{File: f.Path}, "symlink-private", f.Target).WithHint("copy-here")})
	}
}

// findMisplaced finds what was meant to be read and is at another place, or nowhere.
func (w *walk) findMisplaced() {
	var folders, loose []string
	entries, _ := fs.ReadDir(w.config.Root, ".") // without, nothing is to be found
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		} else if e.Type().IsRegular() {
			loose = append(loose, e.Name())
		}
	}
	exists := func(name string) bool { _, err := fs.Stat(w.config.Root, name); return err == nil }
	root := strays.Root{Folders: folders, Files: loose, Exists: exists, Names: w.namesIn, Head: w.head}
	problems, missed := root.Misspelt(Inputs(), w.holds)
	w.addProblems(problems)
	w.addProblems(root.Outside())
	lost, unread := strays.Find(w.files)
	w.addProblems(lost)
	for _, name := range missed {
		unread = append(unread, name+"/")
	}
	if !slices.Contains(missed, site.ContentFolder) && !exists(site.ContentFolder) {
		unread = append(unread, w.lostArticles()...)
	}
	for _, folder := range unread {
		w.files = append(w.files, files.File{Path: folder, Name: folder, Broken: true})
	}
}

// namesIn lists the files right in a folder.
func (w *walk) namesIn(folder string) (names []string) {
	entries, _ := fs.ReadDir(w.config.Root, folder) // without, nothing is to be found
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
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

// holds says whether a folder in the root holds what is read in a wanted one: an
// office has folders of its own named Templates.
func (w *walk) holds(name, wanted string) bool {
	patterns := []string{"*.html", "assets"}
	if wanted != render.Folder {
		if strings.EqualFold(name, wanted) {
			return true
		}
		patterns = []string{"*.md", "*/*.md", "*.yaml"}
	}
	inside, err := fs.Sub(w.config.Root, name)
	return err == nil && slices.ContainsFunc(patterns, func(pattern string) bool {
		found, _ := fs.Glob(inside, pattern)
		return len(found) > 0
	})
}

// lostArticles warns that all articles are gone which the last build had, with their
// folder: rather a disk that is not there than somebody who deleted them all.
func (w *walk) lostArticles() []string {
	last, err := output.List(w.config.Out)
	if w.config.Out == "" || err != nil {
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
	w.addProblems(diag.List{p.WithHint("folder-back", site.ContentFolder)})
	return []string{folder}
}

// SiteFile is the file by which the folder of a site is known.
const SiteFile = site.ConfigFile

// VerbatimFolder is the folder of a site whose files are copied as they are.
const VerbatimFolder = files.VerbatimFolder
