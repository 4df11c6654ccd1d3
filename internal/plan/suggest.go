package plan

import (
	"path"
	"slices"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/plan/meant"
)

// finders answer which published thing or which file an editor may have meant.
// They are made when first asked: most sites have no wrong link.
type finders struct {
	mu sync.Mutex
	// of is by kind of thing, or by folder and form of name.
	of    map[string]*diag.Finder
	names map[string][]string // folder → what in it can be linked to
	// verbatim is by the name of a file below content/files, in small letters: its rooted path.
	verbatim map[string]string
}

// get returns the finder of a key, made from the candidates when first asked.
func (f *finders) get(key string, candidates func() []string) *diag.Finder {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.of[key] == nil {
		f.of[key] = diag.NewFinder(candidates())
	}
	return f.of[key]
}

// finder answers which published thing of a kind is meant by an id that is not
// there.
func (p *planner) finder(kind string) *diag.Finder {
	return p.finders.get(kind, func() []string { return p.idsOf(kind) })
}

// nameFinder answers which file of a folder is meant by a name that is not
// there, among those of one form if that is not "".
func (p *planner) nameFinder(dir, form string) *diag.Finder {
	return p.finders.get(dir+"*"+form, func() []string {
		var names []string
		for _, name := range p.namesIn(dir) {
			if form == "" || meant.Form(name) == form {
				names = append(names, name)
			}
		}
		return sorted(names)
	})
}

// namesIn lists what can be linked to in a folder. All folders are listed at
// once: a text with many wrong links may name as many.
func (p *planner) namesIn(dir string) []string {
	if p.finders.names == nil {
		p.finders.names = map[string][]string{}
		for name := range p.files {
			p.finders.add(name)
		}
		for name := range p.byFile() {
			p.finders.add(name)
		}
	}
	return p.finders.names[dir]
}

func (f *finders) add(name string) {
	if dir, base := path.Split(name); base != "" {
		f.names[dir] = append(f.names[dir], base)
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
