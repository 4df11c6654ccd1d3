package folder

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"blandongan/internal/publish/store"
)

// Where releases lie in a folder, and the link that visitors read through.
const (
	releasesFolder = "releases"
	currentLink    = "current"
	freshLink      = currentLink + ".new" // what is switched to, for a moment
	trialLink      = currentLink + ".try" // the same, before anything is sent
	unfinished     = ".part"
)

// Releases is a store in which every run makes a whole new folder beside the last
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
type Releases struct {
	*Folder                  // of everything
	now     store.SharedPath // the release that is shown, or goes on being the base; "" when none is
	// unreadable is the one that is shown, when its record cannot be read; else "".
	unreadable store.SharedPath
	next       store.SharedPath // the release being made, "" between runs
	keep       int
	clock      func() time.Time
	symlink    func(to, link string) error
}

// OpenReleases opens a folder that exists. The last keep releases stay, two at
// least.
func OpenReleases(dir string, keep int, now func() time.Time) (*Releases, error) {
	f, err := Open(dir)
	if err != nil {
		return nil, err
	}
	r := &Releases{Folder: f, keep: max(keep, 2), clock: now, symlink: f.root.Symlink}
	if _, err := r.Refresh(context.Background()); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Traits are those of the folder, with releases.
func (r *Releases) Traits() store.Traits {
	t := r.Folder.Traits()
	t.Releases = true
	return t
}

// shown is the release that the link leads to.
func (r *Releases) shown() (string, error) {
	to, err := r.root.Readlink(currentLink)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	dir, name := path.Split(path.Clean(to))
	if err != nil || path.Clean(dir) != releasesFolder || !r.finished(name) {
		return "", store.NewFault("current-in-the-way", path.Join(r.dir, currentLink))
	}
	return path.Join(releasesFolder, name), nil
}

// Refresh looks which release is shown now: another publisher may have been here.
// One whose record cannot be read is stepped over: what to go on from is then the
// newest that is whole.
func (r *Releases) Refresh(ctx context.Context) (unreadable string, err error) {
	now, err := r.shown()
	if err == nil && now != "" && !r.readable(ctx, now) {
		unreadable = now
		if now, _, err = r.newestWhole(ctx, unreadable); now == "" && err == nil {
			now, _, err = r.newestWhole(ctx, "") // somebody had gone back
		}
	}
	r.now.Set(now)
	r.unreadable.Set(unreadable)
	if unreadable != "" {
		unreadable = path.Base(unreadable)
	}
	return unreadable, err
}

// at is where a path of the site, or a record, lies; the lock and what is being
// written lie beside the releases.
func (r *Releases) at(release, name string) (string, bool) {
	for _, folder := range []string{store.LockFolder, store.StageFolder} {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return name, true
		}
	}
	return path.Join(release, name), release != ""
}

// Look looks at paths of the release that is shown.
func (r *Releases) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	back := map[string]string{}
	var there []string
	for _, p := range paths {
		if lies, ok := r.at(r.now.Get(), p); ok {
			back[lies] = p
			there = append(there, lies)
		}
	}
	found, err := r.Folder.Look(ctx, there)
	answer := make(map[string]store.Found, len(found))
	for lies, f := range found {
		answer[back[lies]] = f
	}
	return answer, err
}

// List tells what lies in a folder of the release that is shown.
func (r *Releases) List(ctx context.Context, name string) (map[string]store.Found, error) {
	lies, ok := r.at(r.now.Get(), name)
	if !ok {
		return nil, nil
	}
	return r.Folder.List(ctx, lies)
}

// Open opens a file of the release that is shown.
func (r *Releases) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	lies, ok := r.at(r.now.Get(), name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.Folder.Open(ctx, lies)
}

// Put puts a file into the release that is being made.
func (r *Releases) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	lies, ok := r.at(r.next.Get(), name)
	if !ok {
		return store.Found{}, store.NewFault("unsafe-path", name)
	}
	return r.Folder.Put(ctx, lies, body, size, m)
}

// Remove removes a file of the release that is being made.
func (r *Releases) Remove(ctx context.Context, name string) error {
	lies, ok := r.at(r.next.Get(), name)
	if !ok {
		return nil
	}
	return r.Folder.Remove(ctx, lies)
}
