package sftp

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// The extensions of OpenSSH that we know: a rename that replaces in one step, a
// question after the room on a disk, and a file brought to it.
const (
	posixRename = "posix-rename@openssh.com"
	statVFS     = "statvfs@openssh.com"
	fileSync    = "fsync@openssh.com"
)

// packet is how much goes into one request, and packets how many of them may be
// on their way.
const (
	packet  = 1 << 15
	packets = 64
)

// Put puts a file beside, and renames it.
func (s *Store) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, _ store.Meta) (found store.Found, err error) {
	full, err := s.full(name)
	if err != nil {
		return store.Found{}, err
	}
	for range 3 {
		err = s.with(ctx, name, func(c *sftp.Client) error {
			found, err = s.put(ctx, c, name, full, body, size)
			return err
		})
		if !errors.Is(err, fs.ErrNotExist) {
			break
		}
		s.forgetAll(path.Dir(name), store.StageFolder) // somebody removed what we had seen
	}
	if err != nil {
		return store.Found{}, err
	}
	return found, nil
}

func (s *Store) put(ctx context.Context, c *sftp.Client, name, full string, body io.ReadSeeker,
	size int64) (store.Found, error) {
	for _, folder := range []string{path.Dir(name), store.StageFolder} {
		if err := s.folder(c, folder, true); err != nil {
			return store.Found{}, err
		}
	}
	staged := path.Join(s.base, store.StageFolder, rand.Text())
	info, err := write(ctx, c, staged, os.O_EXCL, body, size)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = s.rename(c, staged, full)
	}
	if errors.Is(err, errNoReplace) {
		switch {
		case path.Dir(name) == store.LockFolder: // it must not be missed for a moment, but may be half
			_ = c.Remove(staged)
			info, err = write(ctx, c, full, os.O_TRUNC, body, size)
		case s.gaps || store.IsOurs(name):
			err = s.replace(c, staged, name, full)
		default:
			err = store.NewFault("gap", full)
		}
	}
	if err != nil {
		err = s.explain(c, err, full, size) // before there is room again
		_ = c.Remove(staged)
		return store.Found{}, err
	}
	return foundThere(info), nil
}

// write writes a whole file for others to read, on the disk where the host can be
// asked for that, and returns what the host will say of it. The host has answered
// every piece before. How is O_EXCL or O_TRUNC.
func write(ctx context.Context, c *sftp.Client, full string, how int,
	body io.ReadSeeker, size int64) (fs.FileInfo, error) {
	if err := writeBody(ctx, c, full, how, body, size); err != nil {
		return nil, err
	}
	// Asked only now: of an open file some hosts tell another time, that of their clock.
	info, err := c.Lstat(full)
	if err == nil && info.Size() != size {
		err = fmt.Errorf("%s: the host has %d of %d bytes", full, info.Size(), size)
	}
	if err == nil {
		err = setMode(func(mode fs.FileMode) error { return c.Chmod(full, mode) }, info.Mode(), store.FileMode)
	}
	return info, err
}

func writeBody(ctx context.Context, c *sftp.Client, full string, how int, body io.ReadSeeker, size int64) (err error) {
	if _, err := body.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h, err := c.OpenFile(full, os.O_WRONLY|os.O_CREATE|how)
	if how == os.O_TRUNC && answered(err) && err != nil && !errors.Is(err, fs.ErrNotExist) {
		return store.Because(err, "no-replace", full)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	_, err = h.ReadFromWithConcurrency(store.Interruptible(ctx, body), int(min(size/packet+1, packets)))
	if _, can := c.HasExtension(fileSync); can && err == nil {
		err = h.Sync()
	}
	return err
}

// setMode gives back to what was made what the host's umask took. A host that
// refuses is left alone as long as others may read it.
func setMode(chmod func(fs.FileMode) error, has, wants fs.FileMode) error {
	if has.Perm() == wants.Perm() {
		return nil
	}
	err := chmod(wants)
	const others = 0o007
	if answered(err) && has&wants&others == wants&others {
		return nil
	}
	return err
}
