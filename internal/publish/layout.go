package publish

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"blandongan/internal/publish/store"
)

// layout is where a site's files lie, and the folders they need, with the turn
// of the first of each.
type layout struct {
	files, folders map[string]group
	folded         map[string]string // a file by its name without capitals
}

func layoutOf(files []store.File) layout {
	l := layout{make(map[string]group, len(files)), map[string]group{}, make(map[string]string, len(files))}
	for _, file := range files {
		g := groupOf(file)
		l.files[file.Path] = g
		l.folded[withoutCapitals(file.Path)] = file.Path
		for dir := path.Dir(file.Path); dir != "."; dir = path.Dir(dir) {
			if first, known := l.folders[dir]; known && first <= g {
				break
			}
			l.folders[dir] = g
		}
	}
	return l
}

// needs says whether something of the site needs the place of a file that is not
// of it: a folder where the file lies, or a file where its folder is.
func (l layout) needs(name string) (group, bool) {
	if g, needed := l.folders[name]; needed {
		return g, true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if g, needed := l.files[dir]; needed {
			return g, true
		}
	}
	return 0, false
}

// makeSureOfFolders finds what is not ours and lies where the site needs a
// folder. It asks only for folders below which nothing is known to lie, the upper
// ones first: mostly none.
func (p *Publisher) makeSureOfFolders(ctx context.Context, st *state, site layout, lying map[string]store.Found) error {
	if p.store.Traits().Flat {
		return nil
	}
	sure := foldersOf(lying)
	below := map[string][]string{}
	var ask []string
	for _, dir := range slices.Sorted(maps.Keys(site.folders)) {
		up := path.Dir(dir)
		below[up] = append(below[up], dir)
		if !sure[dir] && (up == "." || sure[up]) {
			ask = append(ask, dir)
		}
	}
	for len(ask) > 0 {
		found, err := p.store.Look(ctx, ask)
		if err != nil {
			return err
		}
		var next []string
		for _, dir := range ask {
			if err := p.makeSureOfFolder(st, dir, found[dir]); err != nil {
				return err
			}
			if found[dir].Folder {
				next = append(next, below[dir]...)
			}
		}
		ask = next
	}
	return nil
}

// makeSureOfFolder says what is wrong with what lies where a folder is needed.
// Nothing is, if we put it there: it goes before.
func (p *Publisher) makeSureOfFolder(st *state, dir string, found store.Found) error {
	e, ours := st.entries[dir]
	switch {
	case found == store.Found{}, found.Folder, ours && found.File && found.Stamp == e.Stamp:
		return nil
	case found.File:
		return store.NewFault("in-the-way", p.store.Traits().Name+"/"+dir)
	}
	return store.NewFault("link-in-path", p.store.Traits().Name+"/"+dir)
}

// foldersOf are the folders of what was found.
func foldersOf(lying map[string]store.Found) map[string]bool {
	folders := map[string]bool{}
	for name, found := range lying {
		for dir := path.Dir(name); found.File && dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return folders
}

// withoutCapitals is what a name is to destinations that do not tell capitals apart: there,
// a file of the site that changes its capitals already lies at its new address, and must
// not be removed by its old one. Where the same file is found by two names, it is one.
func withoutCapitals(name string) string { return strings.ToLower(name) }

// twin is the file of the site whose name differs in capitals alone, if any.
func (l layout) twin(name string) string { return l.folded[withoutCapitals(name)] }

// twin is the entry of a file that is found at another address than we put it at.
func (st *state) twin(name string, found store.Found) (store.Entry, bool) {
	if st.folded == nil {
		st.folded = make(map[string]string, len(st.entries))
		for p := range st.entries {
			st.folded[withoutCapitals(p)] = p
		}
	}
	e, known := st.entries[st.folded[withoutCapitals(name)]]
	return e, known && e.Stamp == found.Stamp
}

// sameFile says that a file of ours is the one that the site has by another name.
// Two that we put with the same stamp are two of the same bytes.
func (st *state) sameFile(e store.Entry, twin string, lying map[string]store.Found) bool {
	if twin == "" || !lying[twin].File || !lying[twin].Same(lying[e.Path]) {
		return false
	}
	other, both := st.entries[twin]
	return !both || other.Stamp != e.Stamp
}
