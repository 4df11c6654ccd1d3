package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/output/below"
)

// manifestHeader is the first line of a manifest; the number is its version.
const manifestHeader = "blandongan output 1"

// manifest is the list of our files. A marked path is an address a build was
// about to reach: in the file its line goes on with a tab and the name of the
// staged file, so that after a kill one can tell whether it did.
type manifest struct {
	exists bool
	paths  map[string]bool
	order  []string          // the paths as they are listed, where that is known
	marked map[string]string // path to name below the stage
	made   Made
}

// inventory is a manifest that is to be written: our paths, and the addresses a build is about to reach, which
// stand in the stage by these names. Both are sorted.
type inventory struct {
	paths, marked []string
	name          func(path string) string
	made          Made
}

// write writes the manifest's text: the same for the same content. A marked path with its name sorts as it does
// alone, for no path has a letter before the tab.
func (v inventory) write(w *bufio.Writer) error {
	w.WriteString(manifestHeader + "\n")
	w.WriteString(v.made.line())
	for paths, marked := v.paths, v.marked; len(paths)+len(marked) > 0; {
		if len(marked) == 0 || len(paths) > 0 && paths[0] < marked[0] {
			w.WriteString(paths[0])
			paths = paths[1:]
		} else {
			w.WriteString(marked[0])
			w.WriteByte('\t')
			w.WriteString(v.name(marked[0]))
			marked = marked[1:]
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

// merge puts a second list into a first, both in order; most often it is a short one.
func merge(a, b []string) []string {
	list := make([]string, 0, len(a)+len(b))
	for _, x := range b {
		at, _ := slices.BinarySearch(a, x)
		list, a = append(append(list, a[:at]...), x), a[at:]
	}
	return append(list, a...)
}

// without takes a second list out of a first, both in order.
func without(a, b []string) []string {
	list := make([]string, 0, len(a))
	for _, x := range b {
		at, is := slices.BinarySearch(a, x)
		list = append(list, a[:at]...)
		if is {
			at++
		}
		a = a[at:]
	}
	return append(list, a...)
}

// parseManifest is the reverse of write. It trusts no line: a path that Put
// would not take could lead outside, or at our own records.
func parseManifest(text string) (manifest, error) {
	m := manifest{exists: true, marked: map[string]string{}}
	m.paths = make(map[string]bool, strings.Count(text, "\n"))
	body, found := strings.CutPrefix(text, manifestHeader+"\n")
	if !found || body != "" && !strings.HasSuffix(body, "\n") {
		return m, errors.New("not a manifest this version understands; " +
			"build into an empty folder, or remove this one if all in it was built")
	}
	number := 1
	if line, rest, _ := strings.Cut(body, "\n"); strings.HasPrefix(line, "\t") {
		m.made, body = readMade(line), rest
		number++
	}
	for line := range strings.Lines(body) {
		number++
		p, name, isMarked := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if err := checkPath(p); err != nil {
			return m, fmt.Errorf("line %d: %w", number, err)
		}
		if !isMarked {
			m.paths[p], m.order = true, append(m.order, p)
			continue
		}
		if err := checkPath(name); err != nil {
			return m, fmt.Errorf("line %d: %w", number, err)
		}
		m.marked[p] = name
	}
	if len(m.order) != len(m.paths) || !slices.IsSorted(m.order) { // somebody else wrote it
		m.order = nil
	}
	return m, nil
}

// readManifest reads the manifest in place; a missing one is empty. Whatever else
// than a file lies there is somebody's, and a pipe would make us wait for ever.
func (f *Folder) readManifest() (manifest, error) {
	if info, err := f.disk.Lstat(manifestPath); err == nil && !info.Mode().IsRegular() {
		return manifest{}, &ForeignError{Dir: f.dir, Paths: []string{manifestPath}}
	}
	h, err := f.disk.OpenFile(manifestPath, os.O_RDONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{paths: map[string]bool{}}, nil
	}
	if err != nil {
		return manifest{}, f.fail("read", manifestPath, err)
	}
	defer h.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, h); err != nil {
		return manifest{}, f.fail("read", manifestPath, err)
	}
	m, err := parseManifest(text.String())
	if err != nil {
		return manifest{}, &UnreadableError{f.dir, f.fail("read", manifestPath, err)}
	}
	return m, nil
}

// stageManifest writes a manifest, synced, under a name in the stage.
func (f *Folder) stageManifest(name string, v inventory) error {
	if err := f.mkdir(stagePath); err != nil {
		return err
	}
	h, err := f.disk.OpenFile(path.Join(stagePath, name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return f.fail("write", manifestPath, err)
	}
	err = v.write(bufio.NewWriterSize(h, bufferSize))
	if err == nil {
		err = h.Sync()
	}
	if closeErr := h.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return f.fail("write", manifestPath, err)
	}
	return nil
}

// installManifest puts a staged manifest in its place, for good: the renames that
// follow must not reach the disk before it.
func (f *Folder) installManifest(name string) error {
	if err := f.disk.Rename(path.Join(stagePath, name), manifestPath); err != nil {
		return f.fail("write", manifestPath, err)
	}
	f.listed = true
	h, err := f.disk.OpenFolder(recordsFolder)
	if err != nil {
		return f.fail("sync", recordsFolder, err)
	}
	defer h.Close()
	// Not every system can sync a folder, and those that cannot need not stop.
	_ = h.Sync()
	return nil
}

// Listing is what a folder's own records say of it.
type Listing struct {
	// Paths are the files that builds made, slash paths, sorted.
	Paths []string
	// Cut says that the last build did not end, or that one is going on: some files
	// are of it and some of the one before.
	Cut bool
	// Made is how they were made, with no address when nobody said.
	Made Made
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
	return Listing{slices.Sorted(maps.Keys(m.paths)), err == nil || len(m.marked) > 0, m.made}, nil
}

// openUnheld opens a folder that is not written to.
func openUnheld(dir string) (*Folder, error) {
	root, err := files.OpenFolder(dir)
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	real, err := below.Open(root)
	if err != nil {
		return nil, failure(dir, "open", "", err)
	}
	f := &Folder{dir: dir, disk: real}
	f.buffers.New = func() any { return new([bufferSize]byte) }
	f.present = newSurvey(f)
	f.folded = func() map[string]string { return nil }
	return f, nil
}

// Made is what a builder says of how it makes the files of a folder, for whoever hands them on
// later. The room keeps it and asks nothing of it.
type Made struct {
	// Drafts says that there are things among the files that are not for readers yet.
	Drafts bool
	// Address is where the files are to be read.
	Address string
}

// Describe says how the files of the next Commit are made.
func (f *Folder) Describe(m Made) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.made = m
}

// beside is what can be said while files of both lie there, perhaps for long: a build may be
// killed.
func (m Made) beside(other Made) Made {
	mixed := Made{Drafts: m.Drafts || other.Drafts}
	if m.Address == other.Address {
		mixed.Address = m.Address
	}
	return mixed
}

// withDrafts ends the line in a manifest.
const withDrafts = "\tdrafts"

// line is the manifest's line, none for what nobody said. No path begins with a tab.
func (m Made) line() string {
	if m == (Made{}) {
		return ""
	}
	line := "\t" + m.Address
	if m.Drafts {
		line += withDrafts
	}
	return line + "\n"
}

// readMade is the reverse of line.
func readMade(line string) (m Made) {
	m.Address, m.Drafts = strings.CutSuffix(strings.TrimPrefix(line, "\t"), withDrafts)
	return m
}
