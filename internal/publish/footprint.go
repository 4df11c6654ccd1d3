package publish

import "path"

// footprint is where a site's files lie, and the folders they need, with the turn
// of the first of each.
type footprint struct{ files, folders map[string]group }

func newFootprint(files []file) footprint {
	f := footprint{files: make(map[string]group, len(files)), folders: map[string]group{}}
	for _, file := range files {
		g := groupOf(file)
		f.files[file.path] = g
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
