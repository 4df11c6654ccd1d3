package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"syscall"

	"golang.org/x/sync/errgroup"

	"blandongan/internal/machine"
)

// Modes of what we put at a destination: a web server runs as somebody else, and must
// be able to read it.
const (
	FileMode   = 0o644
	FolderMode = 0o755
)

// File is a file of the site that is to be published.
type File struct {
	Path string
	// Size and Digest are those of the file in the folder. A file made from another
	// has its maker's, for the same bytes always give the same.
	Size   int64
	Digest string
	// Encoding is how the bytes that are sent are made from the file at From: as
	// they are when empty.
	Encoding Encoding
	From     string
}

// Digest reads all there is, and returns its size in bytes and its SHA-256.
func Digest(r io.Reader) (size int64, digest string, err error) {
	sum := sha256.New()
	size, err = io.Copy(sum, r)
	return size, hex.EncodeToString(sum.Sum(nil)), err
}

// Interruptible is a reader that ends with a context.
func Interruptible(ctx context.Context, r io.Reader) io.Reader { return &interruptible{ctx, r} }

type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}

// Each calls f(0) … f(n-1), as many at a time as there are workers, until one fails.
func Each(ctx context.Context, workers, n int, f func(context.Context, int) error) error {
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

// IsAbsent says that nothing lies at an address, perhaps because a file lies where
// its folder would.
func IsAbsent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || machine.Is(err, syscall.ENOTDIR)
}
