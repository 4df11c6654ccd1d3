// Package templates holds the site's built-in face: the HTML templates, the
// stylesheet and the icon that a site is built with unless its own templates
// folder has a file of the same name.
//
// base.html is the document around every page, head.html what stands in each
// page's head, KIND.html the page of one kind, parts/ what several of them share,
// assets/ what is copied to the built site. No word that a reader sees stands in
// a template: all come from the plan's words, in the site's language. Nothing
// here needs a script, a font or a picture from another host. README.md tells how a
// site makes a look of its own.
//
// The folder is at the same time the own templates of the site of this repository, whose
// ornament and icon belong to its region. A site of another begins with those of plain/.
package templates

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed *.html parts assets plain
var folder embed.FS

// FS holds the files of this folder that any site begins with.
var FS neutral

// plain are the files that stand in place of those of the repository's own site.
func plain(name string) string {
	switch name {
	case "parts/ornament.html":
		return "plain/ornament.html.txt"
	case "assets/icon.svg":
		return "plain/icon.svg.txt"
	}
	return name
}

// neutral is the folder without any region's look.
type neutral struct{}

// Open is that of fs.FS.
func (neutral) Open(name string) (fs.File, error) { return folder.Open(plain(name)) }

// ReadFile is that of fs.ReadFileFS.
func (neutral) ReadFile(name string) ([]byte, error) { return folder.ReadFile(plain(name)) }

// ReadDir is that of fs.ReadDirFS.
func (neutral) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := folder.ReadDir(name)
	return slices.DeleteFunc(list, func(d fs.DirEntry) bool { return d.Name() == "plain" }), err
}
