package strays

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/records"
	"blandongan/internal/site"
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

// Misspelt finds, among the folders in the site's root, those that are meant to be one
// of the wanted but are not spelt so. A wanted folder that is there by another
// spelling is there by its own too where the system does not tell capitals from
// small letters. missed are the wanted ones that are not there. holds says whether a
// folder holds what is read in the wanted one.
func (r Root) Misspelt(wanted []string, holds func(name, wanted string) bool) (problems diag.List, missed []string) {
	for _, right := range wanted {
		spelt := slices.Contains(r.Folders, right)
		if !spelt && r.Exists(right) {
			continue
		}
		for _, name := range r.Folders {
			p := diag.At(diag.Place{File: name + "/"}, "folder-spelling", right)
			switch {
			case name == right || !meansRoot(name, right, spelt) || !holds(name, right):
				continue
			case spelt:
				p = p.WithHint("move-into", right+"/")
			default:
				p = p.WithHint("rename-folder", right)
				missed = append(missed, right)
			}
			problems = append(problems, p)
		}
	}
	return problems, missed
}

// meansRoot says whether a folder is the wanted one by another spelling: in other
// letters, by another word, or, where the wanted one is not there, by a slip.
func meansRoot(name, right string, spelt bool) bool {
	others := map[string][]string{
		"content": {"konten", "contents"}, "templates": {"template", "templat", "templats", "templet"},
	}
	small := strings.ToLower(name)
	return small == right || slices.Contains(others[right], small) ||
		!spelt && diag.Nearest(small, []string{right}) != ""
}

// Outside tells of what was most likely meant to be read and lies beside data and
// content instead of inside: news/, kecamatan/, an article, a file of data.
func (r Root) Outside() (problems diag.List) {
	for _, folder := range r.Folders {
		named := shelfNamed(folder)
		if named == nil {
			continue
		}
		if n := named.count(r.Names(folder)); n > 0 {
			p := diag.At(diag.Place{File: folder + "/"}, "folder-outside", diag.Count(n))
			problems = append(problems, p.WithHint("move-into", named.folder))
		}
	}
	for _, file := range r.Files {
		p := diag.At(diag.Place{File: file}, "file-unknown")
		switch bare := bareName(file); {
		case files.IsMarkdown(file) && !isNote(bare) && records.BeginsFront(r.Head(file)):
			problems = append(problems, p.WithHint("move-text"))
		case file == path.Base(site.MapFile):
			problems = append(problems, r.intoData(p, site.MapFile))
		case files.IsYAML(file) && isSingle(bare):
			problems = append(problems, r.intoData(p, singleMeant(bare)))
		}
	}
	return problems
}

// intoData advises to put a file of data where it is read.
func (r Root) intoData(p diag.Problem, want string) diag.Problem {
	switch {
	case !r.Exists(want):
		return p.WithHint("move-into", "data/")
	case want == site.MapFile: // a map is no text that could be put together
		return p
	default:
		return p.WithHint("merge-into", want)
	}
}

// isSingle says whether a name without its ending is that of a file right in data.
func isSingle(bare string) bool {
	return slices.ContainsFunc(singles, func(s single) bool { return s.bare() == bare })
}

// count counts the names that are of what is read in a folder, but for notes about it.
func (s *shelf) count(names []string) (n int) {
	for _, name := range names {
		fits := files.Ending(name) == s.ending || s.ending == ".yaml" && files.IsYAML(name)
		if fits && !isNote(bareName(name)) {
			n++
		}
	}
	return n
}

// isNote says whether a file without its ending has a name that programmers give to
// notes about a folder.
func isNote(bare string) bool {
	return slices.Contains([]string{"readme", "changelog", "contributing", "license", "licence", "security",
		"code_of_conduct", "authors", "todo", "notes"}, bare)
}
