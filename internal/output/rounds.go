package output

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"blandongan/internal/files"
)

// next begins another round in a held folder.
func (f *Folder) next(p *plan) {
	same := f.sameSet(p)
	switch {
	case same:
	case f.round == 0:
		f.order, f.own = p.future, make(map[string]bool, len(p.future))
		for _, file := range f.order {
			f.own[file] = true
		}
	default:
		f.order = p.future
		for _, file := range p.given {
			delete(f.own, file)
		}
		for _, file := range p.new {
			f.own[file] = true
		}
	}
	f.round++
	f.noteFolders(same)
	f.begin()
}

// sameSet says that a later round makes and gives up no address.
func (f *Folder) sameSet(p *plan) bool {
	return f.round > 0 && len(p.new) == 0 && len(f.dropped) == 0
}

// Drop gives up one of our files in a later round of a held folder.
func (f *Folder) Drop(path string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.dropped[path] = true
}

// Abandon gives up what was put since the last Commit and holds on to the
// folder.
func (f *Folder) Abandon() error {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed {
		return errClosed
	}
	f.begin()
	return f.clearStage()
}

// AsLeft says whether a held folder is still the one at its address, with our lock
// in it, and as the last Commit left it: somebody may have removed or replaced it, or
// thrown away what is in it. It looks at the folder and at those right inside it; what
// somebody does deeper down is not looked for between rounds, for that would cost as
// much again as looking at all that the site is made from.
func (f *Folder) AsLeft() bool {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed || f.left == nil || !f.lockInPlace() {
		return false
	}
	if here, err := f.here(); err != nil || !here {
		return false
	}
	now, folders := time.Now(), f.folders()
	if len(folders) != len(f.left) {
		return false
	}
	for _, name := range folders {
		left, known := f.left[name]
		info, err := f.disk.Lstat(name)
		if !known || err != nil || files.StampOf(info) != left.stamp ||
			left.names != nil && !slices.Equal(left.names, f.namesIn(name)) {
			return false
		}
	}
	f.looked = now
	return true
}

// folderState tells whether names came or went in a folder.
type folderState struct {
	stamp files.Stamp
	// names are what is in a folder that changed so lately that its clock may not have
	// ticked since: after another change it would have the same stamp. Else it is nil.
	names []string
}

// noteFolders notes how a round leaves the folders; same says that it made and gave up no
// address. What somebody took while we committed counts as taken afterwards.
func (f *Folder) noteFolders(same bool) {
	before, anew := f.left, false
	f.left = map[string]folderState{}
	for _, name := range f.folders() {
		info, err := f.disk.Lstat(name)
		if err != nil {
			continue
		}
		state := folderState{stamp: files.StampOf(info)}
		switch old := before[name]; {
		case state.stamp.FolderSettled(f.looked):
		case same && old.names != nil && old.stamp == state.stamp:
			state.names = old.names // AsLeft found them there, and will ask again
		default:
			state.names, anew = f.namesIn(name), true
		}
		f.left[name] = state
	}
	if anew && !f.ownPresent() {
		f.left = nil
	}
}

// folders are the folder itself and those right inside it, but for our book-keeping.
func (f *Folder) folders() []string {
	list := []string{"."}
	entries, _ := f.readFolder(".") // one that cannot be read is not as we left it
	for _, e := range entries {
		if e.IsDir() && e.Name() != recordsFolder {
			list = append(list, e.Name())
		}
	}
	return list
}

// namesIn lists a folder, never as nil. One that cannot be read is empty: whoever knew it
// otherwise sees that. It asks for names alone: for each entry that ReadDir returns, os.Root
// looks at the file, 30 ms for ten thousand.
func (f *Folder) namesIn(name string) []string {
	names := []string{}
	if h, err := f.disk.OpenFolder(name); err == nil {
		defer h.Close()
		if found, err := h.Readdirnames(-1); err == nil {
			names = append(names, found...)
		}
	}
	slices.Sort(names)
	return names
}

// ownPresent says whether the folders whose names were read hold what is ours.
func (f *Folder) ownPresent() bool {
	has := func(folder, name string) bool {
		state := f.left[folder]
		_, found := slices.BinarySearch(state.names, name)
		return found || state.names == nil
	}
	inTop, read := "", false // the files of a folder stand together
	for _, p := range f.order {
		if inTop != "" && !read && strings.HasPrefix(p, inTop) {
			continue
		}
		top, rest, deeper := strings.Cut(p, "/")
		second, _, _ := strings.Cut(rest, "/")
		if !has(".", top) || deeper && !has(top, second) {
			return false
		}
		inTop, read = "", true
		if deeper {
			inTop, read = top+"/", f.left[top].names != nil
		}
	}
	return true
}

// Touch writes the lock anew, as it is, and returns the folder it lies in.
func (f *Folder) Touch() (dir string, err error) {
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.closed {
		return "", errClosed
	}
	f.writeHolder()
	return filepath.Join(f.dir, recordsFolder), nil
}

// here says whether the folder we hold is still the one at its address.
func (f *Folder) here() (bool, error) {
	held, err := f.disk.Lstat(".")
	if err != nil {
		return false, f.fail("look at", ".", err)
	}
	there, err := os.Stat(f.dir)
	return err == nil && os.SameFile(held, there), nil
}
