package dev

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"blandongan/internal/build"
	"blandongan/internal/files"
)

// notifier is what we need of fsnotify.
type notifier interface {
	Add(dir string) error
	Remove(dir string) error
	WatchList() []string
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

// system is the operating system's.
type system struct{ *fsnotify.Watcher }

func newSystem() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return system{w}, nil
}

func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }

// watcher watches the folders of a site, with all below them.
type watcher struct {
	root   string // without symbolic links
	out    string
	inputs []string
	notify notifier
	// known are the watched folders as they were when the watch was set: a path
	// may lead to another folder by now, while the watch follows the old one.
	known map[string]fs.FileInfo
	// surveyed is what the last survey found in each folder.
	surveyed map[string]contents
	// linked are files outside the watched folders that links lead to.
	linked map[string]bool
	fresh  map[string]bool // folders that the last sync had to watch
	probe  string          // our own folder, watched for a moment
}

func newWatcher(root, out string, n notifier) *watcher {
	return &watcher{root: root, out: out, inputs: build.Inputs(), notify: n, known: map[string]fs.FileInfo{}}
}

// matters says whether an event is a reason to build: not one about what a build
// passes over, nor about other things that lie in the root. file is the file of the site that
// it is about, "" where the event does not tell.
func (w *watcher) matters(e fsnotify.Event) (file string, matters bool) {
	if e.Name == w.out {
		return "", e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) // somebody threw the site away
	}
	if w.linked[e.Name] {
		return "", true
	}
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil {
		return "", true
	}
	name := filepath.ToSlash(rel)
	top, _, _ := strings.Cut(name, "/")
	return name, slices.Contains(w.inputs, top) && !build.Ignored(name)
}

// sync makes the watched folders equal to those that exist, and says whether
// it found one that was not watched before: what happened in it until now was
// not seen. The error says that the system grants no more watches.
func (w *watcher) sync() (found bool, err error) {
	s := newSurvey(w.root, w.surveyed)
	s.add(w.root)
	for _, folder := range w.inputs {
		s.walk(filepath.Join(w.root, folder))
	}
	w.linked, w.surveyed = s.linked, s.seen
	watched := map[string]bool{}
	for _, dir := range w.notify.WatchList() {
		// Before any is added: to the system a renamed folder is the same one.
		if now, ok := s.dirs[dir]; dir != w.probe && (!ok || !os.SameFile(now, w.known[dir])) {
			_ = w.notify.Remove(dir) // it may be gone by itself
			continue
		}
		watched[dir] = true
	}
	for dir := range w.known {
		if !watched[dir] {
			delete(w.known, dir)
		}
	}
	before := w.fresh
	w.fresh, err = w.add(s.dirs)
	for dir := range w.fresh {
		// One that is there under two names is listed under one of them only,
		// and would be found for ever.
		found = found || !before[dir]
	}
	return found, err
}

// grow watches a folder that was just made, with all below it, so that the next
// events in it come too; sync will see it all again.
func (w *watcher) grow(dir string) error {
	s := newSurvey(w.root, nil)
	if info, err := os.Lstat(dir); err == nil && info.IsDir() {
		s.walk(dir)
	}
	_, err := w.add(s.dirs)
	return err
}

// add watches the folders that are not watched yet, and returns them.
func (w *watcher) add(dirs map[string]fs.FileInfo) (fresh map[string]bool, err error) {
	fresh = map[string]bool{}
	for dir, info := range dirs {
		if _, ok := w.known[dir]; ok {
			continue
		}
		switch e := w.notify.Add(dir); {
		case e == nil:
			w.known[dir], fresh[dir] = info, true
		case !errors.Is(e, fs.ErrNotExist): // gone again is no fault; there is an event of its parent
			err = e
		}
	}
	return fresh, err
}

// survey gathers every folder that can hold what a build reads, and the files
// elsewhere that links lead to.
type survey struct {
	root   string
	now    time.Time
	dirs   map[string]fs.FileInfo
	linked map[string]bool
	before map[string]contents // of the last survey
	seen   map[string]contents
}

// contents are the folders and links in a folder. As long as the folder's own
// time stays they need not be read again: most saves leave it as it was, and a
// city's news are ten thousand names.
type contents struct {
	stamp files.Stamp
	dirs  []string
	links []string
}

func newSurvey(root string, before map[string]contents) *survey {
	return &survey{
		root: root, now: time.Now(), dirs: map[string]fs.FileInfo{}, linked: map[string]bool{},
		before: before, seen: map[string]contents{},
	}
}

func (s *survey) add(dir string) (fs.FileInfo, bool) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return nil, false
	}
	s.dirs[dir] = info
	return info, true
}

// walk gathers a folder and all below it. It follows a link in the folder's own
// place: data/ itself may be one.
func (s *survey) walk(dir string) {
	info, ok := s.add(dir)
	if !ok {
		return
	}
	stamp := files.StampOf(info)
	c, known := s.before[dir]
	if !known || c.stamp != stamp {
		c = s.read(dir, stamp)
	}
	if stamp.FolderSettled(s.now) {
		s.seen[dir] = c
	}
	for _, link := range c.links {
		if target, err := filepath.EvalSymlinks(link); err == nil {
			if _, ok := s.add(filepath.Dir(target)); ok {
				s.linked[target] = true
			}
		}
	}
	for _, below := range c.dirs {
		s.walk(below)
	}
}

// read lists a folder. What cannot be read, or is gone, holds nothing; what can
// be seen of it makes events.
func (s *survey) read(dir string, stamp files.Stamp) contents {
	c := contents{stamp: stamp}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		p := filepath.Join(dir, e.Name())
		rel, _ := filepath.Rel(s.root, p)
		switch {
		case build.Ignored(filepath.ToSlash(rel)):
		case e.IsDir():
			c.dirs = append(c.dirs, p)
		case e.Type()&fs.ModeSymlink != 0:
			c.links = append(c.links, p)
		}
	}
	return c
}
