// Package strays tells of files that editors wrote and nothing reads: at a wrong place,
// in a misspelt folder, beside the site's folders, or beside articles that do not link
// to them.
//
// It owns what people call our folders and files instead, and what is most likely
// meant by a file that lies elsewhere. What comes in: the files of a site, and what lies
// beside them. What goes out: a problem for each, or one for a folder, with the name or
// the place that no other file has.
//
// It never moves a file, and never reads more of one than how it begins.
package strays

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site"
)

// Find tells of files at places that nothing uses, each with what is most likely
// meant; of a folder of them once. missed are the folders whose files should have
// been read: of what they may hold, nobody can say that it does not exist.
func Find(all []files.File) (problems diag.List, missed []string) {
	var list []string
	for _, f := range all {
		if site.RoleOf(f.Name) == site.Stray && !f.Broken {
			list = append(list, f.Path)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	s := newFinder(all)
	for _, file := range list {
		s.tell(file)
	}
	for folder, lost := range s.folders {
		s.tellFolder(folder, lost)
		missed = append(missed, shelfMeant(folder))
	}
	slices.Sort(missed)
	return s.problems, slices.Compact(missed)
}

// finder knows which paths are taken, and gathers what is found.
type finder struct {
	there    map[string][]string // folded path → paths; "" is one that was advised
	folders  map[string][]string // a misspelt folder → what lies below it
	problems diag.List
}

func newFinder(all []files.File) finder {
	s := finder{there: make(map[string][]string, len(all)), folders: map[string][]string{}}
	for _, f := range all {
		s.there[folded(f.Name)] = append(s.there[folded(f.Name)], f.Path)
	}
	return s
}

func folded(file string) string { return strings.ToLower(file) }

func (s *finder) say(p diag.Problem) { s.problems = append(s.problems, p) }

// taken says whether another file has a path, or would where capitals are not told
// from small letters.
func (s *finder) taken(want, but string) bool {
	return slices.ContainsFunc(s.there[folded(want)], func(p string) bool { return p != but })
}

func (s *finder) holds(folder string) bool {
	for file := range s.there {
		if strings.HasPrefix(file, folded(folder)) {
			return true
		}
	}
	return false
}

// tell tells of one file, or notes it for its folder.
func (s *finder) tell(file string) {
	parts := strings.SplitAfter(file, "/")
	p := diag.At(diag.Place{File: file}, "file-unknown")
	if len(parts) > 2 {
		folder := parts[0] + parts[1]
		known := slices.ContainsFunc(shelves, func(s shelf) bool { return s.folder == folder })
		switch meant := shelfMeant(folder); {
		case known && site.IsPublishFile(path.Base(file)):
			private := diag.At(diag.Place{File: file}, "file-private", diag.Word("private-config"))
			s.say(private.WithHint("private-secret"))
			return
		case known:
			s.say(s.onShelf(p, folder, file))
			return
		case meant != "":
			s.folders[folder] = append(s.folders[folder], file)
			return
		}
	}
	if parts[0] == site.ContentFolder+"/" {
		s.say(s.loose(p, file))
	} else {
		s.say(s.datum(p, file))
	}
}

// tellFolder tells of a misspelt folder.
func (s *finder) tellFolder(folder string, lost []string) {
	meant := shelfMeant(folder)
	p := diag.At(diag.Place{File: folder}, "folder-unknown", diag.Count(len(lost)))
	if !s.holds(meant) || folded(meant) == folded(folder) && !s.spelt(meant) {
		s.say(p.WithHint("rename-folder", path.Base(meant)))
		return
	}
	var taken []string
	for _, file := range lost {
		if to := meant + strings.TrimPrefix(file, folder); s.taken(to, file) {
			taken = append(taken, path.Base(to))
		}
	}
	if len(taken) > 0 {
		slices.Sort(taken)
		s.say(p.WithHint("move-into-taken", meant, strings.Join(taken[:min(len(taken), 5)], ", ")))
		return
	}
	s.say(p.WithHint("move-into", meant))
}

// spelt says whether a folder is there that is spelt just so.
func (s *finder) spelt(folder string) bool {
	for _, paths := range s.there {
		if slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(p, folder) }) {
			return true
		}
	}
	return false
}
