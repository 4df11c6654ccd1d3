package publish

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
)

// Modes of what we put on a target: a web server runs as somebody else, and must
// be able to read it.
const (
	fileMode   = 0o644
	folderMode = 0o755
)

// folder is a store in a folder of this machine. It reaches nothing outside: paths
// go through [os.Root].
type folder struct {
	dir   string
	root  *os.Root
	flush func(root *os.Root, name string) error
}

// OpenFolder opens a folder that exists; what is published below it is for others
// to read, whatever the umask.
func OpenFolder(dir string) (Store, error) {
	root, err := openFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("folder-missing", dir)
	}
	if err != nil {
		return nil, because(err, "refused", dir)
	}
	return &folder{dir: dir, root: root, flush: flush}, nil
}

// openFolder opens a folder and nothing else: a pipe would open only once somebody
// wrote into it.
func openFolder(dir string) (*os.Root, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR}
	}
	return os.OpenRoot(dir)
}

func (f *folder) Traits() Traits { return Traits{Name: f.dir, Workers: 4} }

func (f *folder) Close() error { return f.root.Close() }

func (f *folder) Look(ctx context.Context, paths []string) (map[string]Found, error) {
	found := make(map[string]Found, len(paths))
	for _, p := range paths {
		switch info, err := f.root.Lstat(p); {
		case absent(err):
		case err != nil:
			return nil, f.told(err)
		default:
			found[p] = foundOf(info)
		}
	}
	return found, ctx.Err()
}

// absent says that nothing lies at an address, perhaps because a file lies where
// its folder would.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func foundOf(info fs.FileInfo) Found {
	return Found{
		File: info.Mode().IsRegular(), Folder: info.IsDir(), Size: info.Size(), Time: info.ModTime(),
		Stamp: fmt.Sprintf("%d-%d", info.Size(), info.ModTime().UnixNano()),
	}
}

func (f *folder) List(ctx context.Context, folder string) (map[string]Found, error) {
	d, err := f.root.Open(folder)
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, f.leads(err)
	}
	defer d.Close()
	entries, err := d.ReadDir(-1)
	if err != nil {
		return nil, err
	}
	found := map[string]Found{}
	for _, e := range entries {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // it went while we looked
		}
		if err != nil {
			return nil, err
		}
		found[e.Name()] = foundOf(info)
	}
	return found, ctx.Err()
}

func (f *folder) Open(_ context.Context, name string) (io.ReadCloser, error) {
	info, err := f.root.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() { // a pipe would not open before somebody writes into it
		return nil, fault("in-the-way", path.Join(f.dir, name))
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, f.leads(err)
	}
	return file, nil
}

func (f *folder) Put(ctx context.Context, name string, body io.ReadSeeker, _ int64, _ Meta) (found Found, err error) {
	for range 10 {
		found, err = f.put(ctx, name, body)
		if !errors.Is(err, fs.ErrNotExist) {
			break // else another publisher just removed the folder, which was empty
		}
	}
	return found, f.told(err)
}

func (f *folder) put(ctx context.Context, name string, body io.ReadSeeker) (Found, error) {
	if err := valid(name); err != nil {
		return Found{}, err
	}
	for _, dir := range []string{path.Dir(name), stageFolder} {
		if err := f.makeFolders(dir); err != nil {
			return Found{}, err
		}
	}
	staged := stageFolder + "/" + rand.Text()
	// A record comes to the disk before its name: one that is empty helps nobody.
	found, err := f.write(ctx, staged, body, isRecord(name))
	if err == nil {
		err = f.root.Rename(staged, name)
	}
	if err != nil {
		_ = f.root.Remove(staged)
	}
	return found, err
}

// Flush flushes the file system.
func (f *folder) Flush(context.Context) error { return f.told(f.flush(f.root, ".")) }

// write writes a whole file for others to read.
func (f *folder) write(ctx context.Context, name string, body io.ReadSeeker, sync bool) (found Found, err error) {
	if _, err := body.Seek(0, io.SeekStart); err != nil {
		return found, err
	}
	h, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return found, err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.Chmod(fileMode); err != nil { // the umask took some
		return found, err
	}
	if _, err := io.Copy(h, &interrupted{ctx, body}); err != nil {
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
	return foundOf(info), nil
}

// makeFolders makes a folder and those above it, as far as they are missing.
// What is there must be a folder: we write through no link.
func (f *folder) makeFolders(name string) error {
	if name == "." {
		return nil
	}
	info, err := f.root.Lstat(name)
	if err == nil && info.IsDir() {
		return f.makeSure(path.Dir(name))
	}
	if err == nil && info.Mode().IsRegular() {
		return fault("in-the-way", path.Join(f.dir, name))
	}
	if err == nil {
		return fault("link-in-path", path.Join(f.dir, name))
	}
	if !absent(err) {
		return err
	}
	if err := f.makeFolders(path.Dir(name)); err != nil {
		return err
	}
	if err := f.root.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return f.root.Chmod(name, folderMode)
}

// makeSure checks that the folders above an existing one are no links.
func (f *folder) makeSure(name string) error {
	for ; name != "."; name = path.Dir(name) {
		if info, err := f.root.Lstat(name); err != nil || !info.IsDir() {
			return fault("link-in-path", path.Join(f.dir, name))
		}
	}
	return nil
}

func (f *folder) Remove(_ context.Context, name string) error {
	if err := f.root.Remove(name); err != nil && !absent(err) {
		return f.told(err)
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if err := f.root.Remove(dir); err != nil && !absent(err) {
			break // not empty
		}
	}
	return nil
}

// told puts into words what the disk says that no new attempt mends.
func (f *folder) told(err error) error {
	switch {
	case err == nil, final(err):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return because(err, "full", f.dir)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return because(err, "refused", f.dir)
	case errors.Is(err, syscall.EISDIR), errors.Is(err, syscall.ENOTDIR):
		return because(err, "in-the-way", f.dir)
	}
	return f.leads(err)
}

// leads names the link that leads out of the folder, if that is what an error is about.
func (f *folder) leads(err error) error {
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
				return fault("link-in-path", path.Join(f.dir, dir))
			}
		}
	}
	return because(err, "in-the-way", f.dir)
}

// interrupted is a reader that ends with its context.
type interrupted struct {
	ctx context.Context
	r   io.Reader
}

func (i *interrupted) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}
