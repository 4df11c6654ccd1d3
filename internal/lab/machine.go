package lab

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Root ends a test that only root can do.
func Root(t testing.TB) {
	t.Helper()
	if os.Getuid() != 0 {
		Lack(t, "only root can do this")
	}
}

// Links ends a test that needs symbolic links where none can be made: on Windows few have the right to, and Wine says
// that it made one, but did not.
func Links(t testing.TB) {
	t.Helper()
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	err := os.Symlink(dir, link)
	if err == nil {
		_, err = os.Lstat(link)
	}
	if err != nil {
		Lack(t, "no symbolic links can be made here: %v", err)
	}
}

// Run runs a program, which must succeed.
func Run(t testing.TB, name string, args ...string) {
	t.Helper()
	file, err := find(name)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(file, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, out)
	}
}

// Disk mounts a small one in memory; its size is as tmpfs(5) has it.
func Disk(t testing.TB, size string) string {
	t.Helper()
	Root(t)
	dir := t.TempDir()
	Run(t, "mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir)
	t.Cleanup(func() { Run(t, "umount", "--lazy", dir) })
	return dir
}
