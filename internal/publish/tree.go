package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync/atomic"

	"blandongan/internal/files"
	"blandongan/internal/publish/store"
)

// Tree are the files of a built site, as they were read.
type Tree struct {
	root    *os.Root
	files   []store.File // by path
	missing []string
	others  []string
}

// ReadTree reads the files of a site that whoever built it made in a folder, by their
// slash paths. What else lies there is somebody's, and is no part of the site. With
// compress, text files have compressed ones beside them ([store.Encoding]). A link at the
// address of a file, and names that not every destination could carry, are faults. onRead, if
// not nil, hears how many of the files were read, from any goroutine.
func ReadTree(
	ctx context.Context, dir string, made []string, compress func(path string) bool, onRead func(done, of int),
) (*Tree, error) {
	root, err := files.OpenFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, store.NewFault("nothing-built", dir)
	}
	if err != nil {
		return nil, err
	}
	t := &Tree{root: root}
	if err = t.find(dir, made); err == nil {
		err = t.digest(ctx, onRead)
	}
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	t.addCompressed(compress)
	return t, nil
}

// Close lets go of the folder.
func (t *Tree) Close() error { return t.root.Close() }

// find looks where the files are, and what lies beside them.
func (t *Tree) find(dir string, made []string) error {
	names := slices.Compact(slices.Sorted(slices.Values(made)))
	folders := map[string]bool{".": true}
	for _, name := range names {
		if !store.IsPortable(name) {
			return store.NewFault("odd-name", name)
		}
		for up := path.Dir(name); !folders[up]; up = path.Dir(up) {
			folders[up] = true
		}
		switch info, err := t.root.Lstat(name); {
		case store.IsAbsent(err):
			t.missing = append(t.missing, name)
		case err != nil:
			return err
		case info.Mode()&fs.ModeSymlink != 0:
			return store.NewFault("link-in-site", path.Join(dir, name))
		case !info.Mode().IsRegular():
			return store.NewFault("odd-in-site", path.Join(dir, name))
		default:
			t.files = append(t.files, store.File{Path: name, From: name})
		}
	}
	for folder := range folders {
		if info, err := t.root.Lstat(folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return store.NewFault("link-in-site", path.Join(dir, folder))
		}
	}
	err := t.findOthers(names, folders)
	slices.Sort(t.others)
	return err
}

// findOthers notes what the builder did not make: files, and folders with a slash
// at their end, which are not looked into.
func (t *Tree) findOthers(names []string, folders map[string]bool) error {
	return fs.WalkDir(t.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && !folders[name], name == store.OwnFolder:
			return fs.SkipDir
		case err != nil:
			return err
		case d.IsDir() && folders[name]:
			return nil
		case d.IsDir():
			t.others = append(t.others, name+"/")
			return fs.SkipDir
		}
		if _, ours := slices.BinarySearch(names, name); !ours {
			t.others = append(t.others, name)
		}
		return nil
	})
}

// digest reads all files once, several at a time.
func (t *Tree) digest(ctx context.Context, onRead func(done, of int)) error {
	if onRead == nil {
		onRead = func(int, int) {}
	}
	var read atomic.Int64
	return store.Each(ctx, 4, len(t.files), func(ctx context.Context, i int) error {
		f := &t.files[i]
		h, err := t.root.Open(f.Path)
		if err != nil {
			return err
		}
		defer h.Close()
		f.Size, f.Digest, err = store.Digest(store.Interruptible(ctx, h))
		onRead(int(read.Add(1)), len(t.files))
		return err
	})
}

// worthCompressing is the size in bytes below which nothing is gained: headers
// and the frame of a packet weigh more than what is saved.
const worthCompressing = 512

// addCompressed adds the files that compression makes, unless one of that name is
// there already.
func (t *Tree) addCompressed(compress func(string) bool) {
	if compress == nil {
		return
	}
	there := make(map[string]bool, len(t.files))
	for _, f := range t.files {
		there[f.Path] = true
	}
	for _, f := range t.files[:len(t.files):len(t.files)] {
		if f.Size < worthCompressing || !compress(f.Path) {
			continue
		}
		for _, e := range []store.Encoding{store.Gzip, store.Brotli} {
			made := f
			made.Path, made.Encoding = f.Path+"."+string(e), e
			if !there[made.Path] && store.IsPortable(made.Path) && len(path.Base(made.Path)) <= files.LongestName {
				t.files = append(t.files, made)
			}
		}
	}
	slices.SortFunc(t.files, func(a, b store.File) int { return cmp.Compare(a.Path, b.Path) })
}

// body returns the bytes to send, whole: what changed since the tree was read is
// a fault, for the plan was made for other bytes.
func (t *Tree) body(f store.File) (io.ReadSeekCloser, int64, error) {
	h, err := t.root.Open(f.From)
	if err != nil {
		return nil, 0, store.Because(err, "changed-meanwhile", f.From)
	}
	if _, digest, err := store.Digest(h); err != nil || digest != f.Digest {
		return nil, 0, errors.Join(store.NewFault("changed-meanwhile", f.From), h.Close())
	}
	if f.Encoding == "" {
		return h, f.Size, nil
	}
	defer h.Close()
	if _, err := h.Seek(0, io.SeekStart); err != nil {
		return nil, 0, err
	}
	data, err := f.Encoding.Encode(h)
	if err != nil {
		return nil, 0, err
	}
	return held{bytes.NewReader(data)}, int64(len(data)), nil
}

// held is a body in memory.
type held struct{ *bytes.Reader }

func (held) Close() error { return nil }

// Paths are the files of the site, in order.
func (t *Tree) Paths() []string {
	var list []string
	for _, f := range t.files {
		if f.Encoding == "" {
			list = append(list, f.Path)
		}
	}
	return list
}

// Files are the files of the site with those that compression makes, in order.
func (t *Tree) Files() []store.File { return t.files }

// Missing are files that were made and do not lie there.
func (t *Tree) Missing() []string { return t.missing }

// Others are what lies in the folder and was not made by its builder; folders have a
// slash at their end.
func (t *Tree) Others() []string { return t.others }

// other says whether a path is, or lies in, what the builder did not make.
func (t *Tree) other(name string) bool {
	for at := name; at != "."; at = path.Dir(at) {
		if _, is := slices.BinarySearch(t.others, at); is {
			return true
		}
		if _, is := slices.BinarySearch(t.others, at+"/"); is {
			return true
		}
	}
	return false
}
