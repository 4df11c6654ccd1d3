package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
)

// A server that does not replace in one step: only what is new is put, unless gaps
// are allowed.
func TestSFTPWithoutPosixRename(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: sftpServer + " -P posix-rename"})
	dir := t.TempDir()
	config := sftpOf(t, server, dir)
	s := openSFTP(t, config)
	mustPut(t, s, "a/page", "old")
	for range 2 {
		isFault(t, put(t, s, "a/page", "new"), "gap", dir+"/a/page", "gaps: true")
	}
	mustPut(t, s, "a/other", "old")
	same(t, readFiles(t, dir), files{"a/page": "old", "a/other": "old"})

	for range 2 { // what visitors do not read may be missing for a moment
		mustPut(t, s, manifestPath, "record")
		mustPut(t, s, lockFolder+"/mine", "lock")
	}
	for name, want := range map[string]string{manifestPath: "record", lockFolder + "/mine": "lock"} {
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
		same(t, readFiles(t, dir), files{"a/page": text, "a/other": text, "new": "new", text: text})
	}
	if err := os.Mkdir(dir+"/folder", 0o755); err != nil {
		t.Fatal(err)
	}
	isFault(t, put(t, s, "folder", "x"), "in-the-way", dir+"/folder")
	nothingStaged(t, dir)
}

// What a cut left in a gap comes back.
func TestSFTPGapIsClosed(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: sftpServer + " -P posix-rename"})
	dir := t.TempDir()
	config := sftpOf(t, server, dir)
	config.Gaps = true
	files{"there": "new", asideFolder + "/there": "old", asideFolder + "/a/gone": "old", asideFolder + "/a/b/empty": ""}.add(t, dir)
	files{"a/b/x": "1"}.add(t, dir)
	before := readFiles(t, dir)
	s := openSFTP(t, config)
	found, err := s.Look(t.Context(), []string{"there", "a/gone", "nowhere"})
	if err != nil || found["there"].Size != 3 || !found["a/gone"].File || len(found) != 2 {
		t.Errorf("%+v, %v", found, err)
	}
	if text, err := read(t, s, "a/gone"); text != "old" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	same(t, readFiles(t, dir), before) // another may be at work there
	if err := mend(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	same(t, readFiles(t, dir), files{"there": "new", "a/gone": "old", "a/b/empty": "", "a/b/x": "1"})
	if _, err := os.Stat(filepath.Join(dir, asideFolder)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s stays: %v", asideFolder, err)
	}
	files{asideFolder + "/there": "of a cut after the gap"}.add(t, dir)
	mustPut(t, s, "there", "newer")
	same(t, readFiles(t, dir), files{"there": "newer", "a/gone": "old", "a/b/empty": "", "a/b/x": "1"})
}

// A lock that is renewed is there at every moment: another publisher may be looking.
func TestSFTPLockWithoutPosixRename(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: sftpServer + " -P posix-rename"})
	dir := t.TempDir()
	s := openSFTP(t, sftpOf(t, server, dir))
	const mine = lockFolder + "/mine"
	first, err := putFound(t, s, mine, "lock")
	if err != nil {
		t.Fatal(err)
	}
	renewed := make(chan error, 50)
	go func() {
		defer close(renewed)
		for range 50 {
			_, err := s.Put(t.Context(), mine, strings.NewReader("lock"), 4, Meta{})
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
				if found, err := s.Look(t.Context(), []string{mine}); found[mine].Time.Before(first.Time) || found[mine].Size != 4 {
					t.Errorf("%+v, %v", found, err)
				}
				return
			}
		default:
		}
	}
}

// A run begins with what a cut left in a gap, and knows its own files there.
func TestSFTPPublishAfterGap(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: sftpServer + " -P posix-rename"})
	b := newBench(t)
	b.open = func(dir string) (Store, error) {
		config := sftpOf(t, server, dir)
		config.Gaps = true
		return OpenSFTP(t.Context(), config)
	}
	version(1).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "berita/lama/index.html", manifestPath} {
		aside := filepath.Join(b.target, asideFolder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(aside), 0o755), os.Rename(filepath.Join(b.target, name), aside)); err != nil {
			t.Fatal(err)
		}
	}
	version(2).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	got := readFiles(t, b.target)
	whole(t, got)
	for _, name := range []string{"index.html", "berita/lama/index.html"} {
		if got[name] != version(2)[name] {
			t.Errorf("visitors read %q at %s", got[name], name)
		}
	}
}

// A publisher's runs over a server that does not replace: the second is refused
// without gaps, and good with them.
func TestSFTPPublishWithoutPosixRename(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: sftpServer + " -P posix-rename"})
	b := newBench(t)
	gaps := false
	b.open = func(dir string) (Store, error) {
		config := sftpOf(t, server, dir)
		config.Gaps = gaps
		return OpenSFTP(t.Context(), config)
	}
	version(1).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	b.wants(version(1))
	version(2).write(t, b.public)
	_, _, err := b.publish()
	isFault(t, err, "gap", b.target)
	whole(t, readFiles(t, b.target))
	gaps = true
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	whole(t, readFiles(t, b.target))
	if plan, _, err := b.publish(); err != nil || !plan.Empty() {
		t.Errorf("%v, %v", told(plan), err)
	}
}
