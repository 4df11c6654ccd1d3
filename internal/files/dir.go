package files

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"blandongan/internal/machine"
)

// Dir is a site's folder on disk. It refuses paths and links that leave it, as
// os.Root does, and lets List look at many files at the same time.
type Dir struct {
	root *os.Root
	// folders are those that the last List looked into, still open: to open a file
	// from the root again means to open each folder above it first.
	folders map[string]*os.Root
}

// mostFolders is how many folders stay open: a few hold most files, and a process
// may have no more than a few hundred files open.
const mostFolders = 32

// OpenDir opens a folder.
func OpenDir(name string) (*Dir, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &Dir{root: root, folders: map[string]*os.Root{}}, nil
}

// OpenFolder opens a folder and nothing else: a pipe would open only once somebody
// wrote into it.
func OpenFolder(dir string) (root *os.Root, err error) {
	err = machine.Again(func() error { root, err = openFolder(dir); return err })
	return root, err
}

func openFolder(dir string) (*os.Root, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: machine.ErrNoFolder}
	}
	return os.OpenRoot(dir)
}

// Open opens a file. One in a folder that the last List looked into is found
// there, wherever that folder lies by now; but a link may lead out of its folder
// and stay in the site, which only the root can tell.
func (d *Dir) Open(name string) (f fs.File, err error) {
	err = machine.Again(func() error { f, err = d.open(name); return err })
	return f, err
}

func (d *Dir) open(name string) (fs.File, error) {
	dir, base := path.Split(name)
	if folder := d.folders[strings.TrimSuffix(dir, "/")]; folder != nil && fs.ValidPath(name) {
		if f, err := folder.Open(base); err == nil {
			return f, nil
		}
	}
	return d.root.FS().Open(name)
}

// Stat looks at a file, or at what a link leads to, without opening it: a pipe
// would not open before somebody writes into it.
func (d *Dir) Stat(name string) (fs.FileInfo, error) { return fs.Stat(d.root.FS(), name) }

// Lstat looks at a file, or at a link itself.
func (d *Dir) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(d.root.FS(), name) }

// ReadLink returns what a symbolic link says.
func (d *Dir) ReadLink(name string) (string, error) { return fs.ReadLink(d.root.FS(), name) }

// ReadDir lists a folder, links not followed. What vanished meanwhile is left out.
func (d *Dir) ReadDir(name string) ([]fs.DirEntry, error) {
	folder, err := d.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	open, err := folder.Open(".")
	if err != nil {
		return nil, err
	}
	defer open.Close()
	names, err := open.Readdirnames(-1)
	slices.Sort(names)
	var list []fs.DirEntry
	for _, name := range names {
		if info, err := folder.Lstat(name); err == nil {
			list = append(list, fs.FileInfoToDirEntry(info))
		}
	}
	return list, err
}

// leave lets go of the folders of the last List.
func (d *Dir) leave() error {
	var errs []error
	for _, folder := range d.folders {
		errs = append(errs, folder.Close())
	}
	clear(d.folders)
	return errors.Join(errs...)
}

// Close lets go of the folder.
func (d *Dir) Close() error { return errors.Join(d.leave(), d.root.Close()) }

// entry is one name in a folder and what lies there, links not followed.
type entry struct {
	name  string
	known *File // it was not looked at: see Looking.Changed
	info  fs.FileInfo
	err   error
}

// readFolder lists a folder, sorted by name. In a Dir the names are read first
// and then looked at together; asking one by one costs most of a build in which
// little changed. What is found behind the names is to be noted in kept, if it is not nil.
func readFolder(fsys fs.FS, dir string, how Looking) (entries []entry, kept []File, err error) {
	if d, ok := fsys.(*Dir); ok {
		return d.read(dir, how)
	}
	list, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, nil, err
	}
	entries = make([]entry, len(list))
	for i, e := range list {
		entries[i].name = e.Name()
		entries[i].info, entries[i].err = e.Info()
	}
	return entries, nil, nil
}

func (d *Dir) read(dir string, how Looking) (entries []entry, kept []File, err error) {
	folder, err := d.root.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	if len(d.folders) < mostFolders {
		d.folders[dir] = folder
	} else {
		defer folder.Close()
	}
	now, err := how.Folders.names(folder, dir, how.Now)
	if err != nil {
		return nil, nil, err
	}
	entries = make([]entry, len(now.list))
	asked := make([]int, 0, len(entries))
	for i, name := range now.list {
		if entries[i].name = name; how.isTrusted(now.files, i) {
			entries[i].known = &now.files[i]
		} else {
			asked = append(asked, i)
		}
	}
	const batch = 64 // handing out single files would cost more than looking
	how.Together((len(asked)+batch-1)/batch, func(b int) {
		for _, i := range asked[b*batch : min(len(asked), (b+1)*batch)] {
			entries[i].info, entries[i].err = folder.Lstat(entries[i].name)
		}
	})
	return entries, now.files, nil
}

// isTrusted says whether what lies behind the name at a position is taken for what it was.
func (how *Looking) isTrusted(before []File, i int) bool {
	return len(how.Changed) > 0 && before != nil && before[i].Path != "" &&
		!slices.Contains(how.Changed, before[i].Path)
}

// Know says whether plain files were found at all of some paths.
func (f *Folders) Know(paths []string) bool {
	return !slices.ContainsFunc(paths, func(p string) bool { return f.find(p) == nil })
}

// find returns the plain file that was found at a path, nil when none was.
func (f *Folders) find(p string) *File {
	if f == nil {
		return nil
	}
	dir, base := path.Split(p)
	folder := f.known[strings.TrimSuffix(dir, "/")]
	if i, found := slices.BinarySearch(folder.list, base); found && folder.files[i].Path != "" {
		return &folder.files[i]
	}
	return nil
}

// Again looks at plain files that were found, and at no others: it returns them as they are now. It is
// false where one of them is none any more, or a name may have come or gone in any folder since.
func (f *Folders) Again(fsys fs.FS, paths []string) (now []File, same bool) {
	if !f.Know(paths) {
		return nil, false
	}
	for dir, known := range f.known {
		info, err := fs.Stat(fsys, dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue // if it went only now, the folder above tells
		}
		if err != nil || !known.settled || known.stamp != StampOf(info) {
			return nil, false
		}
	}
	now = make([]File, len(paths))
	for i, p := range paths {
		info, err := fs.Lstat(fsys, p)
		if err != nil || !info.Mode().IsRegular() {
			return nil, false
		}
		old := f.find(p)
		now[i] = File{Path: p, Name: old.Name, Size: info.Size(), Stamp: StampOf(info)}
		*old = now[i]
	}
	return now, true
}

// names returns the sorted names in a folder.
func (f *Folders) names(folder *os.Root, dir string, now time.Time) (names, error) {
	open, err := folder.Open(".")
	if err != nil {
		return names{}, err
	}
	defer open.Close()
	info, err := open.Stat()
	if err != nil {
		return names{}, err
	}
	stamp := StampOf(info)
	if f != nil && f.known[dir].settled && f.known[dir].stamp == stamp {
		return f.known[dir], nil
	}
	list, err := open.Readdirnames(-1)
	if err != nil {
		return names{}, err
	}
	slices.Sort(list)
	if f == nil {
		return names{list: list}, nil
	}
	return f.renew(dir, names{stamp: stamp, settled: stamp.FolderSettled(now), list: list}), nil
}

// renew takes other names for a folder, with the files of those that stay.
func (f *Folders) renew(dir string, now names) names {
	if f.known == nil {
		f.known = map[string]names{}
	}
	old, j := f.known[dir], 0
	now.files = make([]File, len(now.list))
	for i, name := range now.list {
		for j < len(old.list) && old.list[j] < name {
			j++
		}
		if j < len(old.list) && old.list[j] == name {
			now.files[i] = old.files[j]
		}
	}
	f.known[dir] = now
	return now
}
