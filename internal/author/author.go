// Package author writes what editors own: files of a site's data and content, when an
// editor asked for it and at no other time.
//
// What comes in: a site's folder, paths in it, the bytes that were read and those that are
// to stand there. What goes out: files, whole, or a Refusal. It never replaces what nobody
// looked at: Create makes only files that are not there, Replace changes only one that still
// holds what was read; Put does the one or the other. Keep lays beside a file what it held. It
// follows no link, and nothing that it is given leads out of the folder. It never knows what
// the bytes mean, and changes none of them: ends of lines and marks of encoding are as the
// caller has them. Sign marks what a program of ours may renew, until somebody changes it.
package author

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/machine"
)

// File is one that is to be made.
type File struct {
	Path string // from the folder, with slashes
	Text []byte
}

// Reason is why a file is left as it is.
type Reason string

// The reasons of a Refusal.
const (
	Exists   Reason = "exists"    // something is there already
	Changed  Reason = "changed"   // it holds other bytes than were read
	Outside  Reason = "outside"   // the path leads out of the folder, or is no path
	Linked   Reason = "linked"    // a part of the path is a link
	InTheWay Reason = "in-way"    // a part of the path is a file, or the whole a folder
	ReadOnly Reason = "read-only" // the file is marked as not to be changed
	Busy     Reason = "busy"      // another program is about to replace it
)

// Refusal is the error of a call that changed nothing.
type Refusal struct {
	Reason Reason
	Path   string // as the caller gave it
}

// In is the refusal in a language.
func (r *Refusal) In(l lang.Language) string {
	return lang.Command.Error("author-"+string(r.Reason), r.Path).In(l)
}

// Error is the refusal in English.
func (r *Refusal) Error() string { return r.In(lang.English) }

// What is made is readable by all and writable by its owner, subject to umask.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// Create makes files in a folder, with the folders that they need, that one too. It makes
// all of them or, where one cannot be made, none: what was made till then is removed again.
func Create(root string, files []File) (err error) {
	m := maker{}
	defer func() { err = errors.Join(err, m.end(err != nil)) }()
	if err := m.open(root); err != nil {
		return err
	}
	for _, f := range files {
		if err := free(m.root, f.Path); err != nil {
			return err // before anything is made
		}
	}
	for _, f := range files {
		if err := m.make(f); err != nil {
			return err
		}
	}
	return nil
}

// free wants a path to be one that can be made.
func free(r *os.Root, file string) error {
	kind, err := look(r, file)
	if err == nil && kind != nothing {
		return &Refusal{Exists, file}
	}
	return err
}

// maker remembers what was made, in order.
type maker struct {
	root  *os.Root
	above []string // folders that lead to the root and the root, as the system names them
	made  []string // below the root
}

// open makes the root, if need be, and opens it.
func (m *maker) open(root string) (err error) {
	if err = m.folder(root); err == nil {
		m.root, err = os.OpenRoot(root)
	}
	if err != nil && isFile(root) {
		return &Refusal{InTheWay, root}
	}
	return err
}

// isFile says whether a file lies where a folder is to be, or above it.
func isFile(dir string) bool {
	info, err := os.Stat(dir)
	// Of what is below a file, Windows says that it is not there.
	for err != nil && filepath.Dir(dir) != dir {
		dir = filepath.Dir(dir)
		info, err = os.Stat(dir)
	}
	return err == nil && !info.IsDir()
}

// folder makes a folder that leads to the root, or the root, and what is missing above it.
func (m *maker) folder(dir string) error {
	err := os.Mkdir(dir, folderMode)
	if errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir {
		if err := m.folder(filepath.Dir(dir)); err != nil {
			return err
		}
		err = os.Mkdir(dir, folderMode)
	}
	switch {
	case err == nil:
		m.above = append(m.above, dir)
	case errors.Is(err, fs.ErrExist):
		return nil
	}
	return err
}

func (m *maker) make(f File) error {
	for _, dir := range foldersTo(f.Path) {
		err := m.root.Mkdir(dir, folderMode)
		switch {
		case err == nil:
			m.made = append(m.made, dir)
		case !errors.Is(err, fs.ErrExist):
			return err
		}
	}
	h, err := m.root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return &Refusal{Exists, f.Path}
	}
	if err != nil {
		return err
	}
	m.made = append(m.made, f.Path)
	return fill(h, f.Text)
}

// fill writes a file to the disk and closes it.
func fill(h *os.File, text []byte) error {
	_, err := h.Write(text)
	return errors.Join(err, h.Sync(), h.Close())
}

// end closes the root, and removes before what was made if that is to be undone, the last
// first. A folder into which somebody else has put something since stays.
func (m *maker) end(undo bool) (err error) {
	if m.root != nil {
		if undo {
			for _, name := range slices.Backward(m.made) {
				_ = m.root.Remove(name) // if it cannot be removed: why it failed is told already
			}
		}
		err = m.root.Close()
	}
	if undo {
		for _, dir := range slices.Backward(m.above) {
			_ = os.Remove(dir)
		}
	}
	return err
}

// foldersTo lists the folders that lead to a file, outermost first.
func foldersTo(file string) (list []string) {
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		list = append(list, dir)
	}
	slices.Reverse(list)
	return list
}

// kind is what lies at a path.
type kind int

const (
	nothing kind = iota
	plain
	other
)

// look says what lies at a path that leads through folders alone, or refuses it.
func look(r *os.Root, file string) (kind, error) {
	if file == "." || !filepath.IsLocal(filepath.FromSlash(file)) || path.Clean(file) != file ||
		strings.Contains(file, `\`) {
		return nothing, &Refusal{Outside, file}
	}
	for _, dir := range foldersTo(file) {
		switch info, err := r.Lstat(dir); {
		case errors.Is(err, fs.ErrNotExist):
			return nothing, nil
		case err != nil:
			return nothing, err
		case info.Mode().Type() == fs.ModeSymlink:
			return nothing, &Refusal{Linked, file}
		case !info.IsDir():
			return nothing, &Refusal{InTheWay, file}
		}
	}
	switch info, err := r.Lstat(file); {
	case errors.Is(err, fs.ErrNotExist):
		return nothing, nil
	case err != nil:
		return nothing, err
	case info.Mode().Type() == fs.ModeSymlink:
		return nothing, &Refusal{Linked, file}
	case info.Mode().IsRegular():
		return plain, nil
	}
	return other, nil
}

// Replace gives a file other bytes if it still holds those that were read. Whoever reads it
// meanwhile finds the one or the other, whole. Its permissions stay.
func Replace(root, file string, was, becomes []byte) (err error) {
	r, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	switch kind, err := look(r, file); {
	case err != nil:
		return err
	case kind == nothing:
		return &Refusal{Changed, file}
	case kind == other:
		return &Refusal{InTheWay, file}
	}
	info, err := r.Lstat(file)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 { // renaming over it would not ask
		return &Refusal{ReadOnly, file}
	}
	if err := holds(r, file, was); err != nil || bytes.Equal(was, becomes) {
		return err
	}
	return exchange(r, file, was, becomes, info.Mode().Perm())
}

// holds wants a file to have just these bytes.
func holds(r *os.Root, file string, was []byte) error {
	is, err := r.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !bytes.Equal(is, was) {
		return &Refusal{Changed, file}
	}
	return err
}

// stale is the age at which a file that waits to take another's place is one that a killed
// program left: writing it takes a moment.
const stale = time.Minute

// exchange writes the new bytes beside the file and renames them over it. The name of what
// waits there is the same for all, so that of two programs one is refused. It begins with a
// dot: builds and watchers do not see it. The file is looked at once more just before: an
// editor's own program keeps to no lock.
func exchange(r *os.Root, file string, was, becomes []byte, perm fs.FileMode) error {
	waiting := path.Join(path.Dir(file), "."+path.Base(file)+".new")
	if info, err := r.Lstat(waiting); err == nil && time.Since(info.ModTime()) > stale {
		_ = r.Remove(waiting)
	}
	h, err := r.OpenFile(waiting, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return &Refusal{Busy, file}
	}
	if err != nil {
		return err
	}
	err = h.Chmod(perm)
	err = errors.Join(err, fill(h, becomes))
	if err == nil {
		err = holds(r, file, was)
	}
	if err == nil {
		err = machine.Rename(r, waiting, file)
	}
	if err != nil {
		_ = r.Remove(waiting)
	}
	return err
}
