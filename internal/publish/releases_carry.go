package publish

import (
	"context"
	"io/fs"
	"path"
	"strings"
)

// Begin makes the folder of the next release, with what stays of the present one.
func (r *releases) Begin(ctx context.Context, keep []string, ours func(string) bool) error {
	if err := r.sweep(ctx); err != nil {
		return err
	}
	r.next.set(path.Join(releasesFolder, r.fresh()+unfinished))
	if err := r.makeFolders(r.next.at()); err != nil {
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

// carry brings a file of the present release into the next: the same file on the
// disk, so that its stamp stays.
func (r *releases) carry(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	to := path.Join(r.next.at(), name)
	if err := r.makeFolders(path.Dir(to)); err != nil {
		return err
	}
	return r.root.Link(path.Join(r.now.at(), name), to)
}

// carryForeign brings along what somebody else put into the present release.
func (r *releases) carryForeign(ctx context.Context, ours func(string) bool) error {
	if r.now.at() == "" {
		return nil
	}
	return fs.WalkDir(r.root.FS(), r.now.at(), func(lies string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(strings.TrimPrefix(lies, r.now.at()), "/")
		switch {
		case err != nil:
			return err
		case name == "" || ours(name):
			return nil
		case name == mark:
			return fs.SkipDir
		case d.IsDir():
			return r.carryFolder(lies, path.Join(r.next.at(), name))
		case d.Type()&fs.ModeSymlink != 0:
			return r.carryLink(lies, path.Join(r.next.at(), name))
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
