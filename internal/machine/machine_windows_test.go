package machine_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/windows"

	"blandongan/internal/machine"
)

// site is a folder with a file and one to put in its place.
func site(t *testing.T) (dir string, root *os.Root) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"lama", "baru"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

// lookedAt opens a file as a virus scanner does, and lets go of it after others were refused.
func lookedAt(t *testing.T, name string, share uint32) {
	t.Helper()
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(path, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(100*time.Millisecond, func() { _ = windows.CloseHandle(h) })
}

func TestInUse(t *testing.T) {
	for what, do := range map[string]func(*os.Root) error{
		"rename": func(r *os.Root) error { return machine.Rename(r, "baru", "lama") },
		"remove": func(r *os.Root) error { return machine.Remove(r, "lama") },
		"open": func(r *os.Root) error {
			f, err := machine.Open(r, "lama", os.O_RDONLY, 0)
			return errors.Join(err, f.Close())
		},
	} {
		dir, root := site(t)
		lookedAt(t, filepath.Join(dir, "lama"), 0)
		if err := do(root); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Who is never let in is told at last, with the system's own reason.
func TestHeldForGood(t *testing.T) {
	dir, root := site(t)
	f, err := os.Open(filepath.Join(dir, "lama"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := machine.Remove(root, "lama"); !machine.Is(err, syscall.EBUSY) {
		t.Errorf("removed while it is open: %v", err)
	}
	if err := machine.Rename(root, "baru", "lama"); err == nil {
		t.Error("replaced while it is open")
	}
}

func TestReadOnlyIsReplaced(t *testing.T) {
	dir, root := site(t)
	if err := os.Chmod(filepath.Join(dir, "lama"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := machine.Rename(root, "baru", "lama"); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "lama")); err != nil || string(text) != "baru" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestOwnNumbers(t *testing.T) {
	_, missing := os.Stat(filepath.Join(t.TempDir(), "tidak-ada", "a"))
	for _, c := range []struct {
		err, posix error
		is         bool
	}{
		{&fs.PathError{Err: windows.ERROR_DISK_FULL}, syscall.ENOSPC, true},
		{windows.ERROR_SHARING_VIOLATION, syscall.EBUSY, true},
		{windows.WSAEADDRINUSE, syscall.EADDRINUSE, true},
		{missing, syscall.ENOTDIR, false},
		{missing, fs.ErrNotExist, true},
	} {
		if machine.Is(c.err, c.posix) != c.is {
			t.Errorf("%v is %v: %v", c.err, c.posix, !c.is)
		}
	}
}
