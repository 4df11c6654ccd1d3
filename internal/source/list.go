package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
)

// File is one file an editor wrote.
type File struct {
	// Path is slash-separated from the site's root, as the file system has it.
	Path string
	// Name is Path in Unicode's composed form (NFC): a link written on one
	// system finds a file named on another.
	Name    string
	Size    int64
	ModTime time.Time
	// Broken files are there but cannot be read, which List has reported. A broken
	// folder's Path and Name end in a slash.
	Broken bool
}

// List finds the files below the given folders, sorted by path. A folder that
// does not exist is empty. Droppings of editors and systems are passed over; what
// cannot be read is listed as Broken.
func List(fsys fs.FS, folders ...string) ([]File, diag.List) {
	l := lister{fsys: fsys, names: map[string]string{}}
	for _, f := range folders {
		if _, err := fs.Stat(fsys, f); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		l.walk(f, 1)
	}
	return l.files, l.problems
}

type lister struct {
	fsys     fs.FS
	files    []File
	names    map[string]string // NFC path → path
	problems diag.List
}

func (l *lister) say(p diag.Problem) { l.problems = append(l.problems, p) }

func (l *lister) walk(dir string, depth int) {
	if depth > maxFolders {
		l.lose(dir+"/", diag.At(diag.Place{File: dir}, "folder-deep", maxFolders))
		return
	}
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.lose(dir+"/", diag.At(diag.Place{File: dir}, "folder-unreadable", reason(err)))
		return
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case dropping(name):
		case e.IsDir():
			l.walk(name, depth+1)
		default:
			l.add(name, e)
		}
	}
}

// add takes up a file, or the file a symbolic link leads to. The file system
// given to us refuses links that leave the site, so a Stat that fails is either
// that, a loop, or a file that vanished since the folder was read.
func (l *lister) add(name string, e fs.DirEntry) {
	link := e.Type()&fs.ModeSymlink != 0
	info, err := fs.Stat(l.fsys, name)
	switch {
	case link && err != nil:
		l.lose(lost(name), diag.At(diag.Place{File: name}, "symlink-broken").WithHint("move-here"))
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		l.lose(name, diag.At(diag.Place{File: name}, "file-unreadable", reason(err)))
	case info.IsDir():
		l.lose(name+"/", diag.At(diag.Place{File: name}, "symlink-folder").WithHint("move-here"))
	case !info.Mode().IsRegular():
		l.lose(name, diag.At(diag.Place{File: name}, "file-irregular"))
	default:
		l.take(File{Path: name, Name: norm.NFC.String(name), Size: info.Size(), ModTime: info.ModTime()})
	}
}

// lose takes up what cannot be read: it still exists, and what refers to it is
// not at fault.
func (l *lister) lose(name string, p diag.Problem) {
	l.say(p)
	l.files = append(l.files, File{Path: name, Name: norm.NFC.String(name), Broken: true})
}

// lost names what a link that leads nowhere stands for: without an ending most
// likely a folder.
func lost(name string) string {
	if path.Ext(name) == "" {
		return name + "/"
	}
	return name
}

func (l *lister) take(f File) {
	if other, ok := l.names[f.Name]; ok {
		l.say(diag.At(diag.Place{File: f.Path}, "file-name-clash", other).WithHint("rename-one"))
		return
	}
	l.names[f.Name] = f.Path
	l.files = append(l.files, f)
}

// dropping says whether a file is one that editors and systems leave behind.
// Other names with a leading dot are hidden too, but below a folder that is
// copied as it is (.well-known, .nojekyll) they are content.
func dropping(name string) bool {
	base := path.Base(name)
	switch {
	case base == ".DS_Store", base == "Thumbs.db", base == "desktop.ini", base == ".git",
		strings.HasSuffix(base, "~"), strings.HasSuffix(base, ".swp"), strings.HasSuffix(base, ".tmp"),
		strings.HasPrefix(base, ".#"), strings.HasPrefix(base, "._"),
		strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#"):
		return true
	}
	return strings.HasPrefix(base, ".") && !strings.HasPrefix(name, Verbatim)
}

// Verbatim is the folder whose files are copied as they are, unread.
const Verbatim = "content/files/"

// reason translates the common faults of reading; the rest keep the system's words.
func reason(err error) any {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return diag.Word("no-permission")
	case errors.Is(err, fs.ErrNotExist):
		return diag.Word("vanished")
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}
