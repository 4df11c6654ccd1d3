package folder

import (
	"os"
	"path/filepath"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

// The part of a flush that works everywhere.
func TestFlushEach(t *testing.T) {
	dir := t.TempDir()
	publishtest.Files{"a": "1", "b/c": "2"}.Add(t, dir)
	if lab.CanLink(t) {
		lab.Link(t, "nowhere", filepath.Join(dir, "link"))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := flushEach(root, "."); err != nil {
		t.Error(err)
	}
}
