package folder

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"syscall"
	"time"

	"blandongan/internal/machine"
	"blandongan/internal/publish/store"
)

// Begin makes the folder of the next release, with what stays of the present one.
func (r *Releases) Begin(ctx context.Context, keep []string, ours func(string) bool) error {
	if err := r.sweep(ctx); err != nil {
		return err
	}
	r.next.Set(path.Join(releasesFolder, r.fresh()+unfinished))
	if err := r.makeFolders(r.next.Get()); err != nil {
		return r.explain(err)
	}
	if err := r.rehearse(r.next.Get()); err != nil {
		return err
	}
	if err := r.writeEarlier(ctx); err != nil {
		return err
	}
	c := carrier{r.Folder, r.now.Get(), r.next.Get()}
	for _, name := range keep {
		if err := c.file(ctx, name); err != nil {
			return r.explain(err)
		}
	}
	return r.explain(c.foreign(ctx, ours))
}

// carrier brings files from one release into another.
type carrier struct {
	*Folder
	from, to string
}

// file carries a file: the same one on the disk where that can be. Its stamp stays
// in any case.
func (c carrier) file(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	from, to := path.Join(c.from, name), path.Join(c.to, name)
	if err := c.folders(path.Dir(name)); err != nil {
		return err
	}
	err := c.root.Link(from, to)
	if unlinkable(err) {
		return c.copy(ctx, from, to)
	}
	return err
}

// folders makes a folder and those above it, as far as they are missing, as open or
// closed to others as the ones they come from.
func (c carrier) folders(dir string) error {
	to := path.Join(c.to, dir)
	if dir == "." || c.exists(to) {
		return c.makeFolders(to)
	}
	if err := c.folders(path.Dir(dir)); err != nil {
		return err
	}
	info, err := c.root.Lstat(path.Join(c.from, dir))
	if err != nil {
		return err
	}
	if err := c.root.Mkdir(to, store.FolderMode); err != nil {
		return err
	}
	return c.root.Chmod(to, info.Mode()&(fs.ModePerm|fs.ModeSetgid)|0o700)
}

// free says that nothing lies at an address where it is carried to, nor in the way
// there.
func (c carrier) free(name string) bool {
	if _, err := c.root.Lstat(path.Join(c.to, name)); !store.IsAbsent(err) {
		return false
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, err := c.root.Lstat(path.Join(c.to, dir)); err == nil && !info.IsDir() {
			return false
		}
	}
	return true
}

// unlinkable says that a file must be copied to be at a second address: it is
// another user's (fs.protected_hardlinks of Linux), it is on another disk, it has
// all the links that one may have, or its disk knows none.
func unlinkable(err error) bool {
	for _, e := range []error{syscall.EPERM, syscall.EXDEV, syscall.EMLINK, syscall.EOPNOTSUPP} {
		if machine.Is(err, e) {
			return true
		}
	}
	return false
}

// copy makes a file like another, of the same mode and time.
func (c carrier) copy(ctx context.Context, from, to string) error {
	h, err := c.root.Open(from)
	if err != nil {
		return err
	}
	defer h.Close()
	info, err := h.Stat()
	if err != nil {
		return err
	}
	if _, err := c.write(ctx, to, h, false); err != nil {
		return err
	}
	if err := c.root.Chtimes(to, time.Time{}, info.ModTime()); err != nil {
		return err
	}
	return c.root.Chmod(to, info.Mode().Perm())
}

// foreign carries what is not ours, but over nothing.
func (c carrier) foreign(ctx context.Context, ours func(string) bool) error {
	if c.from == "" {
		return nil
	}
	return fs.WalkDir(c.root.FS(), c.from, func(lies string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(strings.TrimPrefix(lies, c.from), "/")
		switch {
		case err != nil:
			return err
		case name == "" || ours(name):
			return nil
		case name == store.OwnFolder:
			return fs.SkipDir
		case d.IsDir():
			return c.empty(name)
		case !c.free(name):
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return c.link(name)
		case d.Type().IsRegular():
			return c.file(ctx, name)
		}
		return nil // a socket or the like is nothing that a visitor reads
	})
}

// empty carries an empty folder; others come with what is in them.
func (c carrier) empty(name string) error {
	entries, err := fs.ReadDir(c.root.FS(), path.Join(c.from, name))
	if err != nil || len(entries) > 0 || !c.free(name) {
		return err
	}
	return c.folders(name)
}

func (c carrier) link(name string) error {
	leads, err := c.root.Readlink(path.Join(c.from, name))
	if err != nil {
		return err
	}
	to := path.Join(c.to, name)
	if err := c.folders(path.Dir(name)); err != nil {
		return err
	}
	return c.root.Symlink(leads, to)
}
