package output

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"

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
	f, err := look(dir)
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

// look opens a folder that is not written to.
func look(dir string) (*Folder, error) {
	root, err := files.OpenFolder(dir)
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	f := &Folder{dir: dir, disk: rooted{root}}
	f.buffers.New = func() any { return new([bufferSize]byte) }
	f.lying = newSurvey(f)
	return f, nil
}

// Comparison compares what a build would write with what lies in a folder, and
// writes nothing. Put and PutFile may be called by several goroutines.
type Comparison struct {
	folder *Folder
	mu     sync.Mutex // guards other
	other  []string
}

// Compare begins a comparison with a folder. In one that is not there everything
// differs.
func Compare(dir string) (*Comparison, error) {
	f, err := look(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &Comparison{}, nil
	}
	return &Comparison{folder: f}, err
}

// Put compares one file.
func (c *Comparison) Put(p string, data []byte) error {
	return c.note(p, func() (bool, error) { return c.folder.lies(p, data) })
}

// PutFile compares one file that is streamed.
func (c *Comparison) PutFile(p string, src func() (io.ReadCloser, error)) error {
	return c.note(p, func() (bool, error) { return c.folder.liesStream(p, src) })
}

func (c *Comparison) note(p string, lies func() (bool, error)) error {
	if err := checkPath(p); err != nil {
		return err
	}
	if c.folder != nil {
		if same, err := lies(); same || err != nil {
			return err
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.other = append(c.other, p)
	return nil
}

// Other ends the comparison and lists the files of which other bytes lie in the
// folder, or nothing, sorted.
func (c *Comparison) Other() ([]string, error) {
	slices.Sort(c.other)
	if c.folder == nil {
		return c.other, nil
	}
	return c.other, c.folder.disk.Close()
}
