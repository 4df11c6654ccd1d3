package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Where releases lie in a folder, and the link that visitors read through.
const (
	releasesFolder = "releases"
	currentLink    = "current"
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
type releases struct {
	*folder        // of everything
	now     string // the release that is shown, "" when none is yet
	next    string // the release being made, "" between runs
	keep    int
	clock   func() time.Time
}

// OpenReleases opens a folder that exists. The last keep releases stay, two at
// least.
func OpenReleases(dir string, keep int, now func() time.Time) (Store, error) {
	s, err := OpenFolder(dir)
	if err != nil {
		return nil, err
	}
	r := &releases{folder: s.(*folder), keep: max(keep, 2), clock: now}
	r.now, err = r.shown()
	if err != nil {
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
	dir, name := path.Split(to)
	if err != nil || path.Clean(dir) != releasesFolder || !fs.ValidPath(name) {
		return "", fault("current-in-the-way", path.Join(r.dir, currentLink))
	}
	return to, nil
}

// Refresh looks which release is shown now: another publisher may have been here.
func (r *releases) Refresh(context.Context) (err error) {
	r.now, err = r.shown()
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
	return within(r, paths, func(there []string) (map[string]Found, error) { return r.folder.Look(ctx, there) })
}

// within asks for paths where they lie in the release that is shown.
func within(r *releases, paths []string, ask func([]string) (map[string]Found, error)) (map[string]Found, error) {
	back := map[string]string{}
	var there []string
	for _, p := range paths {
		if lies, ok := r.at(r.now, p); ok {
			back[lies] = p
			there = append(there, lies)
		}
	}
	found, err := ask(there)
	answer := make(map[string]Found, len(found))
	for lies, f := range found {
		answer[back[lies]] = f
	}
	return answer, err
}

func (r *releases) List(ctx context.Context, name string) (map[string]Found, error) {
	lies, ok := r.at(r.now, name)
	if !ok {
		return nil, nil
	}
	return r.folder.List(ctx, lies)
}

func (r *releases) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	lies, ok := r.at(r.now, name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.folder.Open(ctx, lies)
}

func (r *releases) Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m Meta) (Found, error) {
	lies, ok := r.at(r.next, name)
	if !ok {
		return Found{}, fault("unsafe-path", name)
	}
	return r.folder.Put(ctx, lies, body, size, m)
}

func (r *releases) Remove(ctx context.Context, name string) error {
	lies, ok := r.at(r.next, name)
	if !ok {
		return nil
	}
	return r.folder.Remove(ctx, lies)
}

// Begin makes the folder of the next release, with what stays of the present one.
func (r *releases) Begin(ctx context.Context, keep []string, ours func(string) bool) error {
	if err := r.sweep(ctx); err != nil {
		return err
	}
	id := r.clock().UTC().Format("20060102T150405Z")
	for n := 2; r.exists(path.Join(releasesFolder, id)); n++ {
		id = fmt.Sprintf("%s-%d", r.clock().UTC().Format("20060102T150405Z"), n)
	}
	r.next = path.Join(releasesFolder, id+unfinished)
	if err := r.makeFolders(r.next); err != nil {
		return r.told(err)
	}
	if err := r.noteEarlier(ctx); err != nil {
		return err
	}
	for _, name := range keep {
		if err := r.carry(ctx, name); err != nil {
			return r.told(err)
		}
	}
	return r.told(r.carryForeign(ctx, ours))
}

func (r *releases) exists(name string) bool {
	_, err := r.root.Lstat(name)
	return err == nil
}

// sweep removes what runs that were cut off left.
func (r *releases) sweep(ctx context.Context) error {
	found, err := r.folder.List(ctx, releasesFolder)
	if err != nil {
		return err
	}
	for name := range found {
		if strings.HasSuffix(name, unfinished) {
			if err := r.root.RemoveAll(path.Join(releasesFolder, name)); err != nil {
				return r.told(err)
			}
		}
	}
	return nil
}

// carry brings a file of the present release into the next: the same file on the
// disk, so that its stamp stays.
func (r *releases) carry(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	to := path.Join(r.next, name)
	if err := r.makeFolders(path.Dir(to)); err != nil {
		return err
	}
	return r.root.Link(path.Join(r.now, name), to)
}

// carryForeign brings along what somebody else put into the present release.
func (r *releases) carryForeign(ctx context.Context, ours func(string) bool) error {
	if r.now == "" {
		return nil
	}
	return fs.WalkDir(r.root.FS(), r.now, func(lies string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(strings.TrimPrefix(lies, r.now), "/")
		switch {
		case err != nil:
			return err
		case name == "" || ours(name):
			return nil
		case name == mark:
			return fs.SkipDir
		case d.IsDir():
			return r.carryFolder(lies, path.Join(r.next, name))
		case d.Type()&fs.ModeSymlink != 0:
			return r.carryLink(lies, path.Join(r.next, name))
		case d.Type().IsRegular():
			return r.carry(ctx, name)
		}
		return nil // a socket or the like is nothing that a visitor reads
	})
}

// carryFolder carries an empty folder; others come with what is in them.
func (r *releases) carryFolder(from, to string) error {
	entries, err := fs.ReadDir(r.root.FS(), from)
	if err != nil || len(entries) > 0 {
		return err
	}
	return r.makeFolders(to)
}

func (r *releases) carryLink(from, to string) error {
	leads, err := r.root.Readlink(from)
	if err != nil {
		return err
	}
	if err := r.makeFolders(path.Dir(to)); err != nil {
		return err
	}
	return r.root.Symlink(leads, to)
}

// Finish shows the next release, and removes those that are older than the last
// few.
func (r *releases) Finish(ctx context.Context) error {
	whole := strings.TrimSuffix(r.next, unfinished)
	if err := r.root.Rename(r.next, whole); err != nil {
		return r.told(err)
	}
	r.next = ""
	if err := r.show(whole); err != nil {
		return r.told(err)
	}
	return r.told(r.prune(ctx))
}

// show switches the link, in one step.
func (r *releases) show(release string) error {
	fresh := currentLink + ".new"
	if err := r.root.Remove(fresh); err != nil && !absent(err) {
		return err
	}
	if err := r.root.Symlink(release, fresh); err != nil {
		return err
	}
	if err := r.root.Rename(fresh, currentLink); err != nil {
		return err
	}
	r.now = release
	return nil
}

// all are the finished releases, oldest first.
func (r *releases) all(ctx context.Context) ([]string, error) {
	found, err := r.folder.List(ctx, releasesFolder)
	var list []string
	for name, f := range found {
		if f.Folder && !strings.HasSuffix(name, unfinished) {
			list = append(list, path.Join(releasesFolder, name))
		}
	}
	slices.SortFunc(list, inTime)
	return list, err
}

// inTime orders releases: one of the same second as another comes after it, the
// tenth after the second.
func inTime(a, b string) int {
	a, na, _ := strings.Cut(a, "-")
	b, nb, _ := strings.Cut(b, "-")
	if a != b {
		return strings.Compare(a, b)
	}
	if len(na) != len(nb) {
		return len(na) - len(nb)
	}
	return strings.Compare(na, nb)
}

func (r *releases) prune(ctx context.Context) error {
	list, err := r.all(ctx)
	if err != nil {
		return err
	}
	earlier, _ := r.earlier(ctx) // if there is none, none need be kept
	for _, old := range list[:max(0, len(list)-r.keep)] {
		if old == r.now || old == earlier {
			continue
		}
		if err := r.root.RemoveAll(old); err != nil {
			return err
		}
	}
	return nil
}
