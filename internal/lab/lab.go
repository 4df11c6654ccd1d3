// Package lab gets tests what they need of the machine: programs, a small
// disk, real servers; its folder chrome has a browser.
//
// What is lacking skips a test, with a word how to get it; where CI=true nothing
// may be lacking, and the test fails. It is imported by tests alone.
package lab

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Lack ends a test that cannot have what it needs.
func Lack(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// Slow skips a test that takes long, where somebody waits: under -short.
func Slow(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long; go test without -short runs it")
	}
}

// Program returns the file of a program, which packages of Debian hold.
func Program(t testing.TB, name, packages string) string {
	t.Helper()
	file, err := find(name)
	if err != nil {
		Lack(t, "there is no %s; on Debian: apt-get install %s", name, packages)
	}
	return file
}

// find returns the file of a program. Those of administrators are found by everybody:
// not even root need have their folder in its PATH.
func find(name string) (string, error) {
	file, err := exec.LookPath(name)
	if err != nil {
		return exec.LookPath(filepath.Join("/usr/sbin", name))
	}
	return file, nil
}
