package publish

import (
	"context"
	"maps"
	"path"
	"slices"
)

// footprint is where a site's files lie, and the folders they need, with the turn
// of the first of each.
type footprint struct {
	files, folders map[string]group
	folded         map[string]string // a file by its name without capitals
}

func newFootprint(files []file) footprint {
	f := footprint{make(map[string]group, len(files)), map[string]group{}, make(map[string]string, len(files))}
	for _, file := range files {
		g := groupOf(file)
		f.files[file.path] = g
		f.folded[withoutCapitals(file.path)] = file.path
		for dir := path.Dir(file.path); dir != "."; dir = path.Dir(dir) {
			if first, known := f.folders[dir]; known && first <= g {
				break
			}
			f.folders[dir] = g
		}
	}
	return f
}

// needs says whether something of the site needs the place of a file that is not
// of it: a folder where the file lies, or a file where its folder is.
func (f footprint) needs(name string) (group, bool) {
	if g, needed := f.folders[name]; needed {
		return g, true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if g, needed := f.files[dir]; needed {
			return g, true
		}
	}
	return 0, false
}

// makeSureOfFolders finds what is not ours and lies where the site needs a
// folder. It asks only for folders below which nothing is known to lie, the upper
// ones first: mostly none.
func (p *Publisher) makeSureOfFolders(ctx context.Context, st *state, site footprint, lying map[string]Found) error {
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
func (p *Publisher) makeSureOfFolder(st *state, dir string, found Found) error {
	e, ours := st.entries[dir]
	switch {
	case found == Found{}, found.Folder, ours && found.File && found.Stamp == e.Stamp:
		return nil
	case found.File:
		return fault("in-the-way", p.store.Traits().Name+"/"+dir)
	}
	return fault("link-in-path", p.store.Traits().Name+"/"+dir)
}

// foldersOf are the folders of what was found.
func foldersOf(lying map[string]Found) map[string]bool {
	folders := map[string]bool{}
	for name, found := range lying {
		for dir := path.Dir(name); found.File && dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return folders
}
