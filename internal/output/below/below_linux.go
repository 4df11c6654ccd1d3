package below

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"

	"golang.org/x/sys/unix"

	"blandongan/internal/files"
)

// Flush brings to the disk whatever was written to the folder's file system. One
// call for all costs a tenth of a clean build of ten thousand pages; one a file, ten
// times the build.
func (r rooted) Flush() error {
	h, err := r.Open(".")
	if err != nil {
		return err
	}
	defer h.Close()
	if err = unix.Syncfs(int(h.Fd())); errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		return nil // a container's rules may forbid the call
	}
	return err
}

// Look asks the system by the whole name below the open folder: one call a file, where
// os.Root opens and closes every folder on the way.
func (r rooted) Look(name string) (Kind, files.Stamp, error) {
	var s unix.Stat_t
	_, err := uninterrupted(func() (int, error) {
		return 0, unix.Fstatat(int(r.top.Fd()), name, &s, unix.AT_SYMLINK_NOFOLLOW)
	})
	if err != nil {
		return Absent, files.Stamp{}, err
	}
	k := Other
	switch s.Mode & unix.S_IFMT {
	case unix.S_IFDIR:
		k = Folder
	case unix.S_IFREG:
		k = Plain
	}
	return k, files.StampFrom(s.Size, s.Mtim.Nano(), uint64(s.Ino), s.Ctim.Nano()), nil
}

// Folders reads a folder as the system hands it out, with the kind of each name, which most
// file systems know.
func (r rooted) Folders(name string) (names []string) {
	fd, err := r.open(name, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil
	}
	defer unix.Close(fd)
	buf := make([]byte, 64<<10)
	for {
		n, err := uninterrupted(func() (int, error) { return unix.ReadDirent(fd, buf) })
		if err != nil || n <= 0 {
			return names
		}
		// An entry: number and offset, 8 bytes each, its length, 2, its kind, 1, and its name up to a 0.
		for entries := buf[:n]; len(entries) > 19; {
			size := int(binary.NativeEndian.Uint16(entries[16:]))
			if size < 20 || size > len(entries) {
				return names
			}
			if base, _, _ := bytes.Cut(entries[19:size], []byte{0}); entries[18] == unix.DT_DIR {
				names = append(names, string(base)) // "." and ".." are no names that anybody asks for
			}
			entries = entries[size:]
		}
	}
}

// open asks the system to follow no link and not to leave the folder, and so needs one call
// where os.Root opens every folder on the way. It may refuse: where it is too old, a container's
// rules forbid it or there is a link.
func (r rooted) open(name string, flag int, perm fs.FileMode) (int, error) {
	how := unix.OpenHow{
		Flags:   uint64(flag) | unix.O_CLOEXEC,
		Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	}
	if flag&os.O_CREATE != 0 {
		how.Mode = uint64(perm.Perm())
	}
	return uninterrupted(func() (int, error) { return unix.Openat2(int(r.top.Fd()), name, &how) })
}

// Rename opens the two folders and renames what is in them.
func (r rooted) Rename(from, to string) error {
	in, err := r.open(path.Dir(from), unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		return r.Root.Rename(from, to)
	}
	defer unix.Close(in)
	into, err := r.open(path.Dir(to), unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		return r.Root.Rename(from, to)
	}
	defer unix.Close(into)
	if err := unix.Renameat(in, path.Base(from), into, path.Base(to)); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

// OpenFile asks os.Root where the system refuses.
func (r rooted) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	// Not to block, for a pipe would make us wait.
	fd, err := r.open(name, flag|unix.O_NONBLOCK|unix.O_LARGEFILE, perm)
	switch err {
	case nil:
		return &plainFile{fd, name}, nil
	case unix.ENOENT, unix.EEXIST:
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return r.openInRoot(name, flag, perm)
}

// plainFile is an open file, without what os.File does so that pipes can be waited for.
type plainFile struct {
	fd   int
	name string
}

func (f *plainFile) Read(p []byte) (int, error) {
	n, err := uninterrupted(func() (int, error) { return unix.Read(f.fd, p) })
	if err == nil && n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return max(n, 0), f.fault("read", err)
}

func (f *plainFile) Write(p []byte) (done int, err error) {
	for done < len(p) && err == nil {
		var n int
		n, err = uninterrupted(func() (int, error) { return unix.Write(f.fd, p[done:]) })
		if err == nil && n == 0 {
			err = io.ErrUnexpectedEOF
		}
		done += max(n, 0)
	}
	return done, f.fault("write", err)
}

func (f *plainFile) Seek(offset int64, whence int) (int64, error) {
	at, err := unix.Seek(f.fd, offset, whence)
	return at, f.fault("seek", err)
}

func (f *plainFile) Sync() error {
	_, err := uninterrupted(func() (int, error) { return 0, unix.Fsync(f.fd) })
	return f.fault("sync", err)
}

func (f *plainFile) Close() error { return f.fault("close", unix.Close(f.fd)) }

func (f *plainFile) fault(op string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: f.name, Err: err}
}

// uninterrupted does again what a signal interrupted.
func uninterrupted(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != unix.EINTR {
			return n, err
		}
	}
}
