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

// Tree is a folder of plain files that is to be published, as it was read.
type Tree struct {
	root  *os.Root
	files []file // by path
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

// ReadTree reads all files of a folder, except the book-keeping of whoever built
// it. With compress, text files have compressed ones beside them ([encodings]).
// Links, and names that not every target could carry, are faults.
func ReadTree(ctx context.Context, dir string, compress func(path string) bool) (*Tree, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("nothing-built", dir)
	}
	if err != nil {
		return nil, err
	}
	t := &Tree{root: root}
	if err = t.find(dir); err == nil {
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

func (t *Tree) find(dir string) error {
	return fs.WalkDir(t.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == mark:
			return fs.SkipDir
		case d.IsDir():
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return fault("link-in-site", path.Join(dir, name))
		case !d.Type().IsRegular():
			return fault("odd-in-site", path.Join(dir, name))
		case !carried(name):
			return fault("odd-name", name)
		}
		t.files = append(t.files, file{path: name, from: name})
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

// Paths are the files of the folder, in order.
func (t *Tree) Paths() []string {
	var list []string
	for _, f := range t.files {
		if f.encoding == "" {
			list = append(list, f.path)
		}
	}
	return list
}
