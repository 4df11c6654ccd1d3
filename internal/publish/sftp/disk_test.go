package sftp

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

// A full disk is told as such, leaves no half file, and is over when there is room.
func TestSFTPFullDisk(t *testing.T) {
	dir := lab.Disk(t, "256k")
	s := openSFTP(t, configOf(t, lab.StartSSHD(t, lab.SSHDOptions{}), dir))
	mustPut(t, s, "page", "old")
	publishtest.IsFault(t, put(t, s, "page", strings.Repeat("x", 1<<20)), "full", s.Traits().Name)
	nothingStaged(t, dir)
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"page": "old"})
	mustPut(t, s, "large", strings.Repeat("x", 200<<10))
	var err error
	for i := 0; err == nil && i < 100; i++ {
		err = put(t, s, fmt.Sprint("small/", i), strings.Repeat("y", 4<<10))
	}
	publishtest.IsFault(t, err, "full", s.Traits().Name)
	nothingStaged(t, dir)
	if err := s.Remove(t.Context(), "large"); err != nil {
		t.Fatal(err)
	}
	mustPut(t, s, "page", strings.Repeat("z", 100<<10))
}

// No room for another file or folder, though there is for bytes.
func TestSFTPNoMoreFiles(t *testing.T) {
	dir := lab.Disk(t, "1m,nr_inodes=6")
	s := openSFTP(t, configOf(t, lab.StartSSHD(t, lab.SSHDOptions{}), dir))
	for _, name := range []string{"a/b/c/d/e/f/g", "1", "2", "3", "4", "5"} {
		if err := put(t, s, name, "x"); err != nil {
			publishtest.IsFault(t, err, "full", s.Traits().Name)
			return
		}
	}
	t.Error("the disk took all")
}

// What may only be read is told as such, wherever the refusal comes from.
func TestSFTPReadOnly(t *testing.T) {
	t.Run("server", func(t *testing.T) {
		s, dir := remote(t, lab.SSHDOptions{Subsystem: "internal-sftp -R"})
		publishtest.Files{"a": "1"}.Add(t, dir)
		publishtest.IsFault(t, put(t, s, "b", "1"), "refused", dir)
		publishtest.IsFault(t, s.Remove(t.Context(), "a"), "refused", dir+"/a")
		if text, err := read(t, s, "a"); text != "1" || err != nil {
			t.Error(text, err)
		}
	})
	t.Run("disk", func(t *testing.T) {
		dir := lab.Disk(t, "1m")
		s := openSFTP(t, configOf(t, lab.StartSSHD(t, lab.SSHDOptions{}), dir))
		mustPut(t, s, "a/b", "1")
		lab.Run(t, "mount", "-o", "remount,ro", dir)
		publishtest.IsFault(t, put(t, s, "a/b", "2"), "refused", dir)
		publishtest.IsFault(t, put(t, s, "new/b", "2"), "refused", dir)
		publishtest.IsFault(t, s.Remove(t.Context(), "a/b"), "refused", dir)
	})
}

// A host that refuses to set modes is one to publish to as long as others may read
// what comes out.
func TestSFTPModesRefused(t *testing.T) {
	lab.Root(t)
	for umask, code := range map[string]string{"002": "", "027": "refused", "077": "refused"} {
		server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -u " + umask +
			" -P setstat,fsetstat"})
		dir := t.TempDir()
		s := openSFTP(t, configOf(t, server, dir))
		publishtest.Files{"made/x": "1"}.Add(t, dir)
		for _, name := range []string{"a/page", "made/page"} {
			if err := put(t, s, name, "x"); publishtest.CodeOf(err) != code || code == "" && err != nil {
				t.Errorf("%s, %s: %v", umask, name, err)
			}
		}
		nothingStaged(t, dir)
	}
}

// What a host refuses without a word is told as such.
func TestSFTPNoReason(t *testing.T) {
	s, dir := remote(t, lab.SSHDOptions{})
	publishtest.Files{"other/x": "1"}.Add(t, dir)
	lab.Root(t)
	lab.Run(t, "mount", "-t", "tmpfs", "tmpfs", dir+"/other") // no file can be renamed from one disk to another
	t.Cleanup(func() { lab.Run(t, "umount", "--lazy", dir+"/other") })
	publishtest.IsFault(t, put(t, s, "other/x", "1"), "no-reason", dir+"/other/x")
	nothingStaged(t, dir)
}
