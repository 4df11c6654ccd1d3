package files

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"path"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/machine"
)

// File is one file an editor wrote.
type File struct {
	// Path is slash-separated from the site's root, as the file system has it.
	Path string
	// Name is Path in Unicode's composed form (NFC): a link written on one
	// system finds a file named on another.
	Name string
	Size int64
	// Stamp changes when the file does, as far as its system keeps book.
	Stamp Stamp
	// Broken files are there but cannot be read, which List has reported. A broken
	// folder's Path and Name end in a slash.
	Broken bool
	// Target is where a symbolic link leads, "" for a file that is none.
	Target string
}

// At returns the file at a path, of which nothing else is known.
func At(path string) File { return File{Path: path, Name: norm.NFC.String(path)} }

// Stamp is what a file system says of a file without reading it. Two equal
// stamps are of the same bytes, unless the file was written a moment ago: clocks
// of file systems tick a few hundred times a second, some every two seconds. See
// Settled.
type Stamp struct {
	size, modified int64
	identity       identity
}

// settling is longer than the tick of any file system's clock in use (FAT's).
const settling = 3 * time.Second

// Settled says whether a file with this stamp, looked at now, can have been
// written only before the last tick of its clock: then the next change shows.
func (s Stamp) Settled(now time.Time) bool {
	last := max(s.modified, s.identity.changed)
	return now.UnixNano()-last > int64(settling)
}

// FolderSettled is Settled for a folder: then the next name that comes or goes in it
// shows. Only systems that tell a file's number are known to keep a folder's time.
func (s Stamp) FolderSettled(now time.Time) bool { return s.Settled(now) && s.identity != (identity{}) }

// AppendTo appends the stamp's bytes, for a digest.
func (s Stamp) AppendTo(b []byte) []byte {
	for _, n := range []uint64{uint64(s.size), uint64(s.modified), s.identity.number, uint64(s.identity.changed)} {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

// StampOf returns what a file system told of a file or folder as a stamp.
func StampOf(info fs.FileInfo) Stamp {
	return Stamp{info.Size(), info.ModTime().UnixNano(), identityOf(info)}
}

// StampFrom is StampOf for whoever asks a system that tells a file's number itself.
func StampFrom(size, modified int64, number uint64, changed int64) Stamp {
	return Stamp{size, modified, identity{number, changed}}
}

// Size returns the size of a file, in bytes.
func (s Stamp) Size() int64 { return s.size }

// Looking is how List goes about it.
type Looking struct {
	// Together calls do(0) … do(n-1), some of them at the same time.
	Together func(n int, do func(int))
	// Folders are what the caller keeps from one List to the next, nil for nothing.
	Folders *Folders
	// Now is the time by the clock of the files.
	Now time.Time
	// Changed, if there are any, are the paths of files that are to be looked at, where all of them
	// are known: the others are taken for what they were the last time. Names that come and go are
	// found all the same.
	Changed []string
}

// Folders are the names in the folders of a Dir, as they were found. A folder's
// own stamp changes when a name comes or goes, so that names need not be read
// again; what lies behind each is looked at every time, but for Looking.Changed.
type Folders struct{ known map[string]names }

type names struct {
	stamp   Stamp
	settled bool // the next name that comes or goes shows in the stamp
	list    []string
	files   []File // by position; without a path where no plain file was found
}

// List finds the files below the given folders, sorted by path. A folder that
// does not exist is empty. What has a name to stay out of the site (see KeptOut) is
// passed over; what cannot be read is listed as Broken. The files of a large folder are looked at
// together, when fsys is a Dir.
func List(fsys fs.FS, how Looking, folders ...string) ([]File, diag.List) {
	if d, ok := fsys.(*Dir); ok {
		_ = d.leave() // nothing was written in them
	}
	if !how.Folders.Know(how.Changed) {
		how.Changed = nil
	}
	l := lister{fsys: fsys, how: how, tops: folders, names: map[string]string{}}
	for _, f := range folders {
		info, err := fs.Stat(fsys, f)
		switch {
		case err != nil && isLink(fsys, f): // one that leaves the site, or leads nowhere
			l.lose(f+"/", diag.At(diag.Place{File: f}, "symlink-broken").WithHint("move-here"))
		case errors.Is(err, fs.ErrNotExist):
		case err == nil && !info.IsDir(): // to open a pipe would wait for whoever writes into it
			l.lose(f+"/", diag.At(diag.Place{File: f}, "folder-unreadable", diag.Reason(machine.ErrNoFolder)))
		default:
			l.walk(f, 1)
		}
	}
	return l.files, l.problems
}

func isLink(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

type lister struct {
	fsys     fs.FS
	how      Looking
	tops     []string // the folders that are listed
	files    []File
	names    map[string]string // NFC path → path, of those that can be spelt in two ways
	problems diag.List
}

func (l *lister) say(p diag.Problem) { l.problems = append(l.problems, p) }

func (l *lister) walk(dir string, depth int) {
	if depth > maxFolders {
		l.lose(dir+"/", diag.At(diag.Place{File: dir}, "folder-deep", maxFolders))
		return
	}
	entries, kept, err := readFolder(l.fsys, dir, l.how)
	if err != nil {
		l.lose(dir+"/", diag.At(diag.Place{File: dir}, "folder-unreadable", diag.Reason(err)))
		return
	}
	for i, e := range entries {
		if e.known != nil {
			l.take(*e.known)
			continue
		}
		name, before := dir+"/"+e.name, len(l.files)
		switch out := reasonOf(name); {
		case out != fit:
			if p := out.report(name, e.err == nil && e.info.IsDir()); p != nil {
				l.say(*p)
			}
		case e.err == nil && e.info.IsDir():
			l.walk(name, depth+1)
			continue
		default:
			l.add(name, e)
		}
		if kept != nil {
			kept[i] = single(l.files[before:])
		}
	}
}

// single is what was found behind a name, if it is one file that is told by its own stamp alone.
func single(found []File) File {
	if len(found) != 1 || found[0].Broken || found[0].Target != "" {
		return File{}
	}
	return found[0]
}

// add takes up a file, or the file a symbolic link leads to. The file system
// given to us refuses links that leave the site, so a Stat that fails is either
// that, a loop, or a file that vanished since the folder was read.
func (l *lister) add(name string, e entry) {
	info, err, target := e.info, e.err, ""
	link := err == nil && info.Mode()&fs.ModeSymlink != 0
	if link {
		if info, err = fs.Stat(l.fsys, name); err == nil {
			target, err = l.target(name)
		}
	}
	switch {
	case link && err != nil:
		l.lose(lost(name), diag.At(diag.Place{File: name}, "symlink-broken").WithHint("move-here"))
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		l.lose(name, diag.At(diag.Place{File: name}, "file-unreadable", diag.Reason(err)))
	case info.IsDir():
		l.lose(name+"/", diag.At(diag.Place{File: name}, "symlink-folder").WithHint("move-here"))
	case !info.Mode().IsRegular():
		l.lose(name, diag.At(diag.Place{File: name}, "file-irregular"))
	default:
		l.take(File{Path: name, Name: norm.NFC.String(name), Size: info.Size(), Stamp: StampOf(info), Target: target})
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
	if !ascii(f.Name) {
		if other, ok := l.names[f.Name]; ok {
			l.say(diag.At(diag.Place{File: f.Path}, "file-name-clash", other).WithHint("rename-one"))
			return
		}
		l.names[f.Name] = f.Path
	}
	l.files = append(l.files, f)
}

// ascii says whether a text has but one spelling in Unicode.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
