package publish

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"
)

// Tree are the files of a built site, as they were read.
type Tree struct {
	root    *os.Root
	files   []file // by path
	missing []string
	others  []string
}

// file is a file to be published.
type file struct {
	path string
	// size and digest are those of the file in the folder. A file made from another
	// has its maker's, for the same bytes always give the same.
	size   int64
	digest string
	// encoding is how the bytes that are sent are made from the file at from: as
	// they are when empty.
	encoding encoding
	from     string
}

// ReadTree reads the files of a site that whoever built it made in a folder, by
// their slash paths. What else lies there is somebody's, and is no part of the site.
// With compress, text files have compressed ones beside them ([encodings]). A link
// at the address of a file, and names that not every target could carry, are faults.
func ReadTree(ctx context.Context, dir string, made []string, compress func(path string) bool) (*Tree, error) {
	root, err := openFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("nothing-built", dir)
	}
	if err != nil {
		return nil, err
	}
	t := &Tree{root: root}
	if err = t.find(dir, made); err == nil {
		err = t.digest(ctx)
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
		if !carried(name) {
			return fault("odd-name", name)
		}
		for up := path.Dir(name); !folders[up]; up = path.Dir(up) {
			folders[up] = true
		}
		switch info, err := t.root.Lstat(name); {
		case absent(err):
			t.missing = append(t.missing, name)
		case err != nil:
			return err
		case info.Mode()&fs.ModeSymlink != 0:
			return fault("link-in-site", path.Join(dir, name))
		case !info.Mode().IsRegular():
			return fault("odd-in-site", path.Join(dir, name))
		default:
			t.files = append(t.files, file{path: name, from: name})
		}
	}
	for folder := range folders {
		if info, err := t.root.Lstat(folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return fault("link-in-site", path.Join(dir, folder))
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
		case err != nil && !folders[name], name == mark:
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

// carried says whether a name goes over exactly to every kind of target: SFTP
// takes bytes, but storage lists its keys in XML.
func carried(name string) bool {
	return utf8.ValidString(name) && len(name) <= longestPath && !strings.ContainsFunc(name, unicode.IsControl) &&
		!strings.ContainsAny(name, "\ufffe\uffff")
}

// What a name may have in bytes: as a whole, what S3 takes as a key, less room for
// a prefix; between two slashes, what file systems take.
const (
	longestPath = 900
	longestName = 255
)

// digest reads all files once, several at a time.
func (t *Tree) digest(ctx context.Context) error {
	return each(ctx, 4, len(t.files), func(ctx context.Context, i int) error {
		f := &t.files[i]
		h, err := t.root.Open(f.path)
		if err != nil {
			return err
		}
		defer h.Close()
		f.size, f.digest, err = digestOf(&interrupted{ctx, h})
		return err
	})
}

func digestOf(r io.Reader) (size int64, digest string, err error) {
	sum := sha256.New()
	size, err = io.Copy(sum, r)
	return size, hex.EncodeToString(sum.Sum(nil)), err
}

// addCompressed adds the files that compression makes, unless one of that name is
// there already.
func (t *Tree) addCompressed(compress func(string) bool) {
	if compress == nil {
		return
	}
	there := make(map[string]bool, len(t.files))
	for _, f := range t.files {
		there[f.path] = true
	}
	for _, f := range t.files[:len(t.files):len(t.files)] {
		if f.size < worthCompressing || !compress(f.path) {
			continue
		}
		for _, e := range encodings {
			made := f
			made.path, made.encoding = f.path+"."+string(e), e
			if !there[made.path] && carried(made.path) && len(path.Base(made.path)) <= longestName {
				t.files = append(t.files, made)
			}
		}
	}
	slices.SortFunc(t.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
}

// body returns the bytes to send, whole: what changed since the tree was read is
// a fault, for the plan was made for other bytes.
func (t *Tree) body(f file) (io.ReadSeekCloser, int64, error) {
	h, err := t.root.Open(f.from)
	if err != nil {
		return nil, 0, because(err, "changed-meanwhile", f.from)
	}
	if _, digest, err := digestOf(h); err != nil || digest != f.digest {
		return nil, 0, errors.Join(fault("changed-meanwhile", f.from), h.Close())
	}
	if f.encoding == "" {
		return h, f.size, nil
	}
	defer h.Close()
	if _, err := h.Seek(0, io.SeekStart); err != nil {
		return nil, 0, err
	}
	data, err := f.encoding.encode(h)
	if err != nil {
		return nil, 0, err
	}
	return held{bytes.NewReader(data)}, int64(len(data)), nil
}

// held is a body in memory.
type held struct{ *bytes.Reader }

func (held) Close() error { return nil }

// each calls f for 0 … n-1 from several goroutines. The first error cancels the
// others and is returned; which of several are first is left open.
func each(ctx context.Context, workers, n int, f func(context.Context, int) error) error {
	g, all := errgroup.WithContext(ctx)
	g.SetLimit(workers)
	for i := 0; i < n && all.Err() == nil; i++ {
		g.Go(func() error { return f(all, i) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return context.Cause(ctx)
}

// Paths are the files of the site, in order.
func (t *Tree) Paths() []string {
	var list []string
	for _, f := range t.files {
		if f.encoding == "" {
			list = append(list, f.path)
		}
	}
	return list
}

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
