package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"blandongan/internal/files"
	"blandongan/internal/machine"
	"blandongan/internal/output/below"
)

// pollEvery is how often a waiting Open knocks.
const pollEvery = 50 * time.Millisecond

// maxVanished bounds how often Open begins again because the folder went away
// under its hands.
const maxVanished = 100

// errVanished says that the holder before us removed the lock, or the whole
// folder, as it left: one begins again.
var errVanished = errors.New("the folder was removed meanwhile")

// hold opens the folder and takes its lock, waiting if it may. Each attempt
// starts from the very beginning, because a holder that discards its build may
// take with it the file we wait at.
func hold(dir string, wait context.Context, wrap func(disk) disk) (*Folder, error) {
	var made []string
	vanished := 0
	for {
		fresh, err := makeFolders(dir)
		made = append(made, fresh...)
		var f *Folder
		if err == nil {
			f, err = holdNow(dir, wrap)
		}
		var busy *BusyError
		switch {
		case err == nil:
			f.dirs = made
			return f, nil
		case errors.Is(err, errVanished) && vanished < maxVanished:
			vanished++
		case errors.As(err, &busy) && wait != nil && wait.Err() == nil:
			select {
			case <-wait.Done():
			case <-time.After(pollEvery):
			}
		default:
			removeFolders(made)
			return nil, err
		}
	}
}

// makeFolders makes dir and what is missing above it, and answers what it
// made, outermost first. Only here do we work outside os.Root: there is no root
// yet.
func makeFolders(dir string) (made []string, err error) {
	var missing []string
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		missing = append(missing, d)
	}
	for _, d := range slices.Backward(missing) {
		switch err := os.Mkdir(d, folderMode); {
		case err == nil:
			made = append(made, d)
		case !errors.Is(err, fs.ErrExist):
			return made, failure(d, "make folder", "", err)
		}
	}
	return made, nil
}

// removeFolders undoes makeFolders; folders that have come to hold something
// stay.
func removeFolders(made []string) {
	for _, d := range slices.Backward(made) {
		if os.Remove(d) != nil {
			return
		}
	}
}

// holdNow makes one attempt.
func holdNow(dir string, wrap func(disk) disk) (*Folder, error) {
	root, err := files.OpenFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errVanished
	}
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	real, err := below.Open(root)
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	f := &Folder{dir: dir, disk: wrap(real)}
	if err := f.takeLock(); err != nil {
		f.disk.Close()
		return nil, err
	}
	return f, nil
}

// takeLock takes the lock and writes our process id in it.
func (f *Folder) takeLock() error {
	if err := f.makeRecords(); err != nil {
		return err
	}
	f.lock = flock.New(filepath.Join(f.dir, filepath.FromSlash(lockPath)), flock.SetPermissions(fileMode))
	switch locked, err := f.lock.TryLock(); {
	case errors.Is(err, fs.ErrNotExist):
		return errVanished
	case err != nil:
		f.disk.Remove(recordsFolder) // which stays if anything is in it
		return f.fail("lock", lockPath, err)
	case !locked:
		return &BusyError{Dir: f.dir, PID: f.holder()}
	}
	if !f.lockInPlace() {
		f.lock.Unlock()
		return errVanished
	}
	f.writeHolder()
	return nil
}

// holderAt is where the process id begins. On Windows nobody reads or writes the byte that is locked, the first; nor
// is the file cut there, so the id covers any other.
var holderAt = map[bool]int64{true: 1}[machine.KeepsOpenFiles]

// writeHolder writes our process id into the lock. It is a courtesy to others; a
// full disk need not stop a build that may have nothing to write.
func (f *Folder) writeHolder() {
	how, text := os.O_WRONLY|os.O_TRUNC, fmt.Sprintln(os.Getpid())
	if holderAt > 0 {
		how, text = os.O_WRONLY, fmt.Sprintf("%-30d\n", os.Getpid())
	}
	if h, err := f.disk.OpenFile(lockPath, how, 0); err == nil {
		if _, err := h.Seek(holderAt, io.SeekStart); err == nil {
			_, _ = io.WriteString(h, text)
		}
		h.Close()
	}
}

// makeRecords makes the folder of our records and refuses to work through a link.
func (f *Folder) makeRecords() error {
	if err := f.disk.Mkdir(recordsFolder, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		if errors.Is(err, fs.ErrNotExist) {
			return errVanished
		}
		return f.fail("make folder", recordsFolder, err)
	}
	fresh := newSurvey(f)
	k, _, err := fresh.at(recordsFolder)
	if err != nil {
		return err
	}
	if k == absent {
		return errVanished
	}
	if k != folder {
		return &ForeignError{Dir: f.dir, Paths: []string{recordsFolder}}
	}
	k, _, err = fresh.at(lockPath)
	if err != nil {
		return err
	}
	if k != absent && k != plain {
		return &ForeignError{Dir: f.dir, Paths: []string{lockPath}}
	}
	return nil
}

// lockInPlace says whether what we locked is still the file others will find:
// the holder before us may have removed it between our opening and locking it.
func (f *Folder) lockInPlace() bool {
	locked, err := f.lock.Stat()
	if err != nil {
		return false
	}
	present, err := f.disk.Lstat(lockPath)
	return err == nil && os.SameFile(locked, present)
}

// holder reads the process id of who holds the lock; 0 if it is not there.
func (f *Folder) holder() int {
	h, err := f.disk.OpenFile(lockPath, os.O_RDONLY, 0)
	if err != nil {
		return 0
	}
	defer h.Close()
	if _, err := h.Seek(holderAt, io.SeekStart); err != nil {
		return 0
	}
	text, err := io.ReadAll(io.LimitReader(h, 32))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0
	}
	return pid
}

// leave releases the lock. A folder in which nothing was ever built loses all
// trace of us.
func (f *Folder) leave() error {
	errs := []error{f.closeStage()}
	if machine.KeepsOpenFiles {
		// No lock can be removed that anybody has open: whoever takes it meanwhile keeps it.
		errs = append(errs, f.unlock(), f.clearLock())
	} else {
		// Removed before it is released: whoever takes it afterwards sees that
		// it is no longer in place.
		errs = append(errs, f.clearLock(), f.unlock())
	}
	if err := f.disk.Close(); err != nil {
		errs = append(errs, f.fail("close", "", err))
	}
	if !f.listed {
		removeFolders(f.dirs)
	}
	return errors.Join(errs...)
}

func (f *Folder) unlock() error {
	if err := f.lock.Unlock(); err != nil {
		return f.fail("unlock", lockPath, err)
	}
	return nil
}

// clearLock takes our process id out of the lock, or removes it with the folder of our records.
func (f *Folder) clearLock() (err error) {
	if !f.listed {
		f.forget()
		f.dropFindings()
	}
	if f.listed {
		err = f.empty(lockPath)
	} else if err = f.remove(lockPath); err == nil {
		if err = f.disk.Remove(recordsFolder); errors.Is(err, fs.ErrExist) {
			return nil
		}
		if err != nil {
			err = f.fail("remove", recordsFolder, err)
		}
	}
	if machine.KeepsOpenFiles && (errors.Is(err, fs.ErrNotExist) || machine.Is(err, syscall.EBUSY)) {
		return nil // somebody came since
	}
	return err
}
