package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
	"time"
)

// Where releases lie in a folder, and the link that visitors read through.
const (
	releasesFolder = "releases"
	currentLink    = "current"
	freshLink      = currentLink + ".new" // what is switched to, for a moment
	unfinished     = ".part"
)

// releases is a store in which every run makes a whole new folder beside the last
// one, and a link is switched when it is complete:
//
//	current -> releases/20261125T063906Z
//	releases/20261125T063906Z/index.html …
//
// Unchanged files are the same files on the disk, by hard links. The records lie
// in the release, so that who goes back to an earlier one has its records too;
// the lock lies beside the releases.
//
// What a visitor gets is whole, and of the release that is shown at that moment. A
// page and what it loads are fetched one after another, and the link may be
// switched between: what bears a digest in its name fits the page all the same, for
// both releases have it; a picture that keeps its name is then that of the other
// release, or gone with a page that was withdrawn.
type releases struct {
	*folder       // of everything
	now     place // the release that is shown, or goes on being the base; "" when none is
	lost    place // the one that is shown, when its record cannot be read; else ""
	next    place // the release being made, "" between runs
	keep    int
	clock   func() time.Time
}

// place is where a release lies. A run moves it while the goroutine that renews the
// lock asks this store, too.
type place struct{ value atomic.Value }

func (p *place) at() string {
	at, _ := p.value.Load().(string)
	return at
}

func (p *place) set(at string) { p.value.Store(at) }

// OpenReleases opens a folder that exists. The last keep releases stay, two at
// least.
func OpenReleases(dir string, keep int, now func() time.Time) (Store, error) {
	s, err := OpenFolder(dir)
	if err != nil {
		return nil, err
	}
	r := &releases{folder: s.(*folder), keep: max(keep, 2), clock: now}
	if err := r.Refresh(context.Background()); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// shown is the release that the link leads to.
func (r *releases) shown() (string, error) {
	to, err := r.root.Readlink(currentLink)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	dir, name := path.Split(path.Clean(to))
	if err != nil || path.Clean(dir) != releasesFolder || !r.finished(name) {
		return "", fault("current-in-the-way", path.Join(r.dir, currentLink))
	}
	return path.Join(releasesFolder, name), nil
}

// Refresh looks which release is shown now: another publisher may have been here.
// One whose record cannot be read is stepped over: what to go on from is then the
// newest that is whole.
func (r *releases) Refresh(ctx context.Context) error {
	now, err := r.shown()
	lost := ""
	if err == nil && now != "" && !r.readable(ctx, now) {
		lost = now
		if now, _, err = r.newestWhole(ctx, lost); now == "" && err == nil {
			now, _, err = r.newestWhole(ctx, "") // somebody had gone back
		}
	}
	r.now.set(now)
	r.lost.set(lost)
	return err
}

// at is where a path of the site, or a record, lies; the lock and what is being
// written lie beside the releases.
func (r *releases) at(release, name string) (string, bool) {
	for _, folder := range []string{lockFolder, stageFolder} {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return name, true
		}
	}
	return path.Join(release, name), release != ""
}

func (r *releases) Look(ctx context.Context, paths []string) (map[string]Found, error) {
	back := map[string]string{}
	var there []string
	for _, p := range paths {
		if lies, ok := r.at(r.now.at(), p); ok {
			back[lies] = p
			there = append(there, lies)
		}
	}
	found, err := r.folder.Look(ctx, there)
	answer := make(map[string]Found, len(found))
	for lies, f := range found {
		answer[back[lies]] = f
	}
	return answer, err
}

func (r *releases) List(ctx context.Context, name string) (map[string]Found, error) {
	lies, ok := r.at(r.now.at(), name)
	if !ok {
		return nil, nil
	}
	return r.folder.List(ctx, lies)
}

func (r *releases) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	lies, ok := r.at(r.now.at(), name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.folder.Open(ctx, lies)
}

func (r *releases) Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m Meta) (Found, error) {
	lies, ok := r.at(r.next.at(), name)
	if !ok {
		return Found{}, fault("unsafe-path", name)
	}
	return r.folder.Put(ctx, lies, body, size, m)
}

func (r *releases) Remove(ctx context.Context, name string) error {
	lies, ok := r.at(r.next.at(), name)
	if !ok {
		return nil
	}
	return r.folder.Remove(ctx, lies)
}
