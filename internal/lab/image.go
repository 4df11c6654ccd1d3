package lab

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Image is a file with an ext4 file system, mounted at Dir.
type Image struct {
	File, Dir string
}

// NewImage makes one of so many bytes. Names come to the file within a second, as
// everywhere after five; contents may wait for thirty.
func NewImage(t testing.TB, size int64) Image {
	t.Helper()
	Root(t)
	make := Program(t, "mkfs.ext4", "e2fsprogs")
	i := Image{File: filepath.Join(t.TempDir(), "image")}
	f, err := os.Create(i.File)
	if err == nil {
		err = errors.Join(f.Truncate(size), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	Run(t, make, "-q", "-F", i.File)
	i.Dir = mountImage(t, i.File, "loop,commit=1")
	return i
}

// Cut is the file system as a power cut at this moment would leave it.
func (i Image) Cut(t testing.TB) string {
	t.Helper()
	image := filepath.Join(t.TempDir(), "image")
	Run(t, "cp", "--sparse=always", i.File, image)
	return mountImage(t, image, "loop")
}

// mountImage needs loop devices, which some containers give to nobody, root or not:
// there is no way to have them there, also where CI=true.
func mountImage(t testing.TB, image, options string) string {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.Command("mount", "-t", "ext4", "-o", options, image, dir).CombinedOutput()
	_, none := os.Stat("/dev/loop-control")
	switch {
	case err != nil && (none != nil || strings.Contains(string(out), "ermi")):
		t.Skipf("no loop device can be had here: %s", out)
	case err != nil:
		t.Fatalf("mount %s: %v: %s", image, err, out)
	}
	t.Cleanup(func() { Run(t, "umount", dir) })
	return dir
}
