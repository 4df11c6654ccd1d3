package sftp

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// A server that does not replace in one step: only what is new is put, unless gaps
// are allowed.
func TestSFTPWithoutPosixRename(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -P posix-rename"})
	dir := t.TempDir()
	config := configOf(t, server, dir)
	s := openSFTP(t, config)
	mustPut(t, s, "a/page", "old")
	for range 2 {
		publishtest.IsFault(t, put(t, s, "a/page", "new"), "gap", dir+"/a/page", "gaps: true")
	}
	mustPut(t, s, "a/other", "old")
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"a/page": "old", "a/other": "old"})

	for range 2 { // what visitors do not read may be missing for a moment
		mustPut(t, s, store.ManifestFile, "record")
		mustPut(t, s, store.LockFolder+"/mine", "lock")
	}
	for name, want := range map[string]string{store.ManifestFile: "record", store.LockFolder + "/mine": "lock"} {
		if got, err := read(t, s, name); got != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	nothingStaged(t, dir)

	config.Gaps = true
	s = openSFTP(t, config)
	for _, text := range []string{"new", "newer"} {
		mustPut(t, s, "a/page", text)
		mustPut(t, s, "a/other", text)
		mustPut(t, s, text, text)
		publishtest.Same(t, publishtest.ReadFiles(t, dir),
			publishtest.Files{"a/page": text, "a/other": text, "new": "new", text: text})
	}
	if err := os.Mkdir(dir+"/folder", 0o755); err != nil {
		t.Fatal(err)
	}
	publishtest.IsFault(t, put(t, s, "folder", "x"), "in-the-way", dir+"/folder")
	nothingStaged(t, dir)
}

// What a cut left in a gap comes back.
func TestSFTPGapIsClosed(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -P posix-rename"})
	dir := t.TempDir()
	config := configOf(t, server, dir)
	config.Gaps = true
	publishtest.Files{"there": "new", asideFolder + "/there": "old", asideFolder + "/a/gone": "old", asideFolder +
		"/a/b/empty": ""}.Add(t, dir)
	publishtest.Files{"a/b/x": "1"}.Add(t, dir)
	before := publishtest.ReadFiles(t, dir)
	s := openSFTP(t, config)
	found, err := s.Look(t.Context(), []string{"there", "a/gone", "nowhere"})
	if err != nil || found["there"].Size != 3 || !found["a/gone"].File || len(found) != 2 {
		t.Errorf("%+v, %v", found, err)
	}
	if text, err := read(t, s, "a/gone"); text != "old" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), before) // another may be at work there
	if err := s.Begin(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir),
		publishtest.Files{"there": "new", "a/gone": "old", "a/b/empty": "", "a/b/x": "1"})
	if _, err := os.Stat(filepath.Join(dir, asideFolder)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s stays: %v", asideFolder, err)
	}
	publishtest.Files{asideFolder + "/there": "of a cut after the gap"}.Add(t, dir)
	mustPut(t, s, "there", "newer")
	publishtest.Same(t, publishtest.ReadFiles(t, dir),
		publishtest.Files{"there": "newer", "a/gone": "old", "a/b/empty": "", "a/b/x": "1"})
}

// A lock that is renewed is there at every moment: another publisher may be looking.
func TestSFTPLockWithoutPosixRename(t *testing.T) {
	lab.Slow(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -P posix-rename"})
	dir := t.TempDir()
	s := openSFTP(t, configOf(t, server, dir))
	const mine = store.LockFolder + "/mine"
	first, err := putFound(t, s, mine, "lock")
	if err != nil {
		t.Fatal(err)
	}
	renewed := make(chan error, 50)
	go func() {
		defer close(renewed)
		for range 50 {
			_, err := s.Put(t.Context(), mine, strings.NewReader("lock"), 4, store.Meta{})
			renewed <- err
		}
	}()
	for looks := 0; ; looks++ {
		if _, err := os.Stat(filepath.Join(dir, mine)); err != nil {
			t.Fatal(err)
		}
		select {
		case err, more := <-renewed:
			if err != nil {
				t.Fatal(err)
			}
			if !more {
				if found, err := s.Look(t.Context(), []string{mine}); found[mine].Time.Before(first.Time) ||
					found[mine].Size != 4 {
					t.Errorf("%+v, %v", found, err)
				}
				return
			}
		default:
		}
	}
}
