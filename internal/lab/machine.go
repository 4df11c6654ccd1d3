package lab

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// Links ends a test that needs symbolic links where none can be made.
func Links(t testing.TB) {
	t.Helper()
	if !CanLink(t) {
		Lack(t, "no symbolic links can be made here")
	}
}

// CanLink says whether symbolic links can be made: on Windows few have the right to, and Wine says that it made one,
// but did not.
func CanLink(t testing.TB) bool {
	t.Helper()
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink(dir, link); err != nil {
		return false
	}
	_, err := os.Lstat(link)
	return err == nil
}

// Link makes a symbolic link, or ends a test that cannot have one.
func Link(t testing.TB, to, link string) {
	t.Helper()
	Links(t)
	if err := os.Symlink(to, link); err != nil {
		t.Fatal(err)
	}
}

// CanName says whether a file of this system can have a name: on Windows some signs mean something else.
func CanName(name string) bool {
	return runtime.GOOS != "windows" || !strings.ContainsAny(name, `/\:*?"<>|`) && strings.TrimRight(name, ". ") == name
}

// FoldsCapitals says whether the disk does not tell capitals apart.
func FoldsCapitals(t testing.TB) bool {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := os.Lstat(filepath.Join(dir, "A"))
	return err == nil
}

// Memory returns a new folder of a file system in memory, "" where there is none.
func Memory(t testing.TB) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		return ""
	}
	dir, err := os.MkdirTemp("/dev/shm", "blandongan-test-")
	if err != nil {
		return ""
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
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
