package site

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Root is what lies right in the site's root.
type Root struct {
	Folders, Files []string
	// Exists says whether a path is there, Names lists a folder, Head returns how a
	// file begins.
	Exists func(file string) bool
	Names  func(folder string) []string
	Head   func(file string) []byte
}

// Outside tells of what was most likely meant to be read and lies beside data and
// content instead of inside: news/, kecamatan/, an article, a file of data.
func (r Root) Outside() (problems diag.List) {
	for _, folder := range r.Folders {
		place, end := shelfNamed(folder)
		if place == "" {
			continue
		}
		if n := countEnding(r.Names(folder), end); n > 0 {
			p := diag.At(diag.Place{File: folder + "/"}, "folder-outside", diag.Count(n))
			problems = append(problems, p.WithHint("move-into", place))
		}
	}
	for _, file := range r.Files {
		p := diag.At(diag.Place{File: file}, "file-unknown")
		switch bare, end := strings.ToLower(strings.TrimSuffix(file, path.Ext(file))), ending(file); {
		case slices.Contains(markdowns, end) && !isNote(bare) && records.BeginsFront(r.Head(file)):
			problems = append(problems, p.WithHint("move-text"))
		case file == path.Base(MapFile), singles[bare] != nil && (end == ".yaml" || end == ".yml"):
			problems = append(problems, r.intoData(p, bare+strings.Replace(end, ".yml", ".yaml", 1)))
		}
	}
	return problems
}

// intoData advises to put a file of data where it is read.
func (r Root) intoData(p diag.Problem, name string) diag.Problem {
	switch want := "data/" + name; {
	case !r.Exists(want):
		return p.WithHint("move-into", "data/")
	case want == MapFile: // a map is no text that could be put together
		return p
	default:
		return p.WithHint("merge-into", want)
	}
}

// shelfNamed returns the folder of records that a folder in the root is named for, and
// the ending of what is read there.
func shelfNamed(folder string) (place, end string) {
	name := strings.ToLower(strings.TrimSpace(folder))
	for _, s := range shelves {
		if path.Base(s.place) != name && !slices.Contains(s.names, name) {
			continue
		}
		for _, k := range kinds {
			if k.place == s.place {
				return s.place, k.ending
			}
		}
	}
	return "", ""
}

// countEnding counts the names with an ending, but for notes about a folder.
func countEnding(names []string, end string) (n int) {
	for _, name := range names {
		e := ending(name)
		if (e == end || end == ".yaml" && e == ".yml") && !isNote(strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))) {
			n++
		}
	}
	return n
}

// isNote says whether a file without its ending has a name that programmers give to
// notes about a folder.
func isNote(bare string) bool {
	return slices.Contains([]string{"readme", "changelog", "contributing", "license", "licence", "security", "code_of_conduct", "authors", "todo", "notes"}, bare)
}
