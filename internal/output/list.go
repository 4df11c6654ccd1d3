package output

import (
	"io/fs"
	"maps"
	"slices"

	"blandongan/internal/files"
)

// Listing is what a folder's own records say of it.
type Listing struct {
	// Paths are the files that builds made, slash paths, sorted.
	Paths []string
	// Cut says that the last build did not end, or that one is going on: some files
	// are of it and some of the one before.
	Cut bool
}

// List reads the records of a folder without holding it. The error is
// [fs.ErrNotExist] when nothing was built there, or somebody removed the records.
func List(dir string) (Listing, error) {
	f, err := openUnheld(dir)
	if err != nil {
		return Listing{}, err
	}
	defer f.disk.Close()
	m, err := f.readManifest()
	if err != nil {
		return Listing{}, err
	}
	if !m.exists {
		return Listing{}, f.fail("read", manifestPath, fs.ErrNotExist)
	}
	_, err = f.disk.Lstat(stagePath)
	return Listing{slices.Sorted(maps.Keys(m.paths)), err == nil || len(m.marked) > 0}, nil
}

// openUnheld opens a folder that is not written to.
func openUnheld(dir string) (*Folder, error) {
	root, err := files.OpenFolder(dir)
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	f := &Folder{dir: dir, disk: rooted{root}}
	f.buffers.New = func() any { return new([bufferSize]byte) }
	f.present = newSurvey(f)
	return f, nil
}
