// Package folder is the store in a folder of this machine, behind a web server: a
// plain one, in which each file is replaced at its address, or one with releases, in
// which each run makes a new folder and then switches a link to it.
//
// In come the paths and bytes that a publisher puts; out comes what lies there. It
// knows the order of nothing, and reaches nothing outside of its folder.
package folder

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"

	"blandongan/internal/files"
	"blandongan/internal/machine"
	"blandongan/internal/publish/store"
)

// Folder is a store in a folder of this machine. It reaches nothing outside: paths
// go through [os.Root].
type Folder struct {
	store.Plain
	dir   string
	root  *os.Root
	flush func(root *os.Root, name string) error
}

// Open opens a folder that exists; what is published below it is for others to
// read, whatever the umask.
func Open(dir string) (*Folder, error) {
	root, err := files.OpenFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, store.NewFault("folder-missing", dir)
	}
	if err != nil {
		return nil, store.Because(err, "refused", dir)
	}
	return &Folder{dir: dir, root: root, flush: flush}, nil
}

// Traits tells that it is a folder, by its name.
func (f *Folder) Traits() store.Traits { return store.Traits{Name: f.dir, Workers: 4} }

// Close lets go of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// Look looks at each path.
func (f *Folder) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	found := make(map[string]store.Found, len(paths))
	for _, p := range paths {
		switch info, err := f.root.Lstat(p); {
		case store.IsAbsent(err):
		case err != nil:
			return nil, f.explain(err)
		default:
			found[p] = store.FoundOf(info, info.ModTime().UnixNano())
		}
	}
	return found, ctx.Err()
}

// List tells what lies in a folder of it.
func (f *Folder) List(ctx context.Context, folder string) (map[string]store.Found, error) {
	d, err := f.root.Open(folder)
	if store.IsAbsent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, f.explainLink(err)
	}
	defer d.Close()
	entries, err := d.ReadDir(-1)
	if err != nil {
		return nil, err
	}
	found := map[string]store.Found{}
	for _, e := range entries {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // it went while we looked
		}
		if err != nil {
			return nil, err
		}
		found[e.Name()] = store.FoundOf(info, info.ModTime().UnixNano())
	}
	return found, ctx.Err()
}

// Open opens a file.
func (f *Folder) Open(_ context.Context, name string) (io.ReadCloser, error) {
	info, err := f.root.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() { // a pipe would not open before somebody writes into it
		return nil, store.NewFault("in-the-way", path.Join(f.dir, name))
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, f.explainLink(err)
	}
	return file, nil
}

// Put writes a file beside, and renames it.
func (f *Folder) Put(ctx context.Context, name string, body io.ReadSeeker,
	_ int64, _ store.Meta) (found store.Found, err error) {
	for range 10 {
		found, err = f.put(ctx, name, body)
		if !errors.Is(err, fs.ErrNotExist) {
			break // else another publisher just removed the folder, which was empty
		}
	}
	return found, f.explain(err)
}

func (f *Folder) put(ctx context.Context, name string, body io.ReadSeeker) (store.Found, error) {
	if err := store.CheckName(name); err != nil {
		return store.Found{}, err
	}
	for _, dir := range []string{path.Dir(name), store.StageFolder} {
		if err := f.makeFolders(dir); err != nil {
			return store.Found{}, err
		}
	}
	staged := store.StageFolder + "/" + rand.Text()
	// A record comes to the disk before its name: one that is empty helps nobody.
	found, err := f.write(ctx, staged, body, store.IsRecord(name))
	if err == nil {
		err = machine.Rename(f.root, staged, name)
	}
	if err != nil {
		_ = f.root.Remove(staged)
	}
	return found, err
}

// Flush flushes the file system.
func (f *Folder) Flush(context.Context) error { return f.explain(f.flush(f.root, ".")) }

// write writes a whole file for others to read.
func (f *Folder) write(ctx context.Context, name string, body io.ReadSeeker, sync bool) (found store.Found, err error) {
	if _, err := body.Seek(0, io.SeekStart); err != nil {
		return found, err
	}
	h, err := machine.Open(f.root, name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, store.FileMode)
	if err != nil {
		return found, err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.Chmod(store.FileMode); err != nil { // the umask took some
		return found, err
	}
	if _, err := io.Copy(h, store.Interruptible(ctx, body)); err != nil {
		return found, err
	}
	if sync {
		if err := h.Sync(); err != nil {
			return found, err
		}
	}
	info, err := h.Stat()
	if err != nil {
		return found, err
	}
	return store.FoundOf(info, info.ModTime().UnixNano()), nil
}

// makeFolders makes a folder and those above it, as far as they are missing.
// What is there must be a folder: we write through no link.
func (f *Folder) makeFolders(name string) error {
	if name == "." {
		return nil
	}
	info, err := f.root.Lstat(name)
	if err == nil && info.IsDir() {
		return f.makeSure(path.Dir(name))
	}
	if err == nil && info.Mode().IsRegular() {
		return store.NewFault("in-the-way", path.Join(f.dir, name))
	}
	if err == nil {
		return store.NewFault("link-in-path", path.Join(f.dir, name))
	}
	if !store.IsAbsent(err) {
		return err
	}
	if err := f.makeFolders(path.Dir(name)); err != nil {
		return err
	}
	if err := f.root.Mkdir(name, store.FolderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return f.root.Chmod(name, store.FolderMode)
}

// makeSure checks that the folders above an existing one are no links.
func (f *Folder) makeSure(name string) error {
	for ; name != "."; name = path.Dir(name) {
		if info, err := f.root.Lstat(name); err != nil || !info.IsDir() {
			return store.NewFault("link-in-path", path.Join(f.dir, name))
		}
	}
	return nil
}

// Remove removes a file, and the folders that this leaves empty.
func (f *Folder) Remove(_ context.Context, name string) error {
	if err := machine.Remove(f.root, name); err != nil && !store.IsAbsent(err) {
		return f.explain(err)
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if err := f.root.Remove(dir); err != nil && !store.IsAbsent(err) {
			break // not empty
		}
	}
	return nil
}

// explain puts into words what the disk says that no new attempt mends.
func (f *Folder) explain(err error) error {
	switch {
	case err == nil, store.IsFinal(err):
		return err
	case machine.Is(err, syscall.ENOSPC), machine.Is(err, syscall.EDQUOT):
		return store.Because(err, "full", f.dir)
	case errors.Is(err, fs.ErrPermission), machine.Is(err, syscall.EROFS):
		return store.Because(err, "refused", f.dir)
	case machine.Is(err, syscall.EISDIR), machine.Is(err, syscall.ENOTDIR):
		return store.Because(err, "in-the-way", f.dir)
	}
	return f.explainLink(err)
}

// explainLink names the link that leads out of the folder, if that is what an error is about.
func (f *Folder) explainLink(err error) error {
	if err == nil || !strings.Contains(err.Error(), "path escapes from parent") { // os.Root has no error of that name
		return err
	}
	var names []string
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		names = []string{pe.Path}
	} else if le, ok := errors.AsType[*os.LinkError](err); ok {
		names = []string{le.New, le.Old}
	}
	for _, name := range names {
		for dir := name; dir != "." && dir != "/"; dir = path.Dir(dir) {
			if info, err := f.root.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
				return store.NewFault("link-in-path", path.Join(f.dir, dir))
			}
		}
	}
	return store.Because(err, "in-the-way", f.dir)
}
