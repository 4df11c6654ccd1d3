//go:build unix

package output

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe where the records should be would make us wait for ever.
func TestPipeForManifest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, contents{"a": "1"})
	name := filepath.Join(dir, manifestPath)
	if err := errors.Join(os.Remove(name), syscall.Mkfifo(name, 0o644)); err != nil {
		t.Fatal(err)
	}
	var foreign *ForeignError
	if _, err := List(dir); !errors.As(err, &foreign) {
		t.Errorf("listed: %v", err)
	}
	if _, err := Open(dir, Options{}); !errors.As(err, &foreign) {
		t.Errorf("opened: %v", err)
	}
}
