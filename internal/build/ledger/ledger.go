// Package ledger keeps the book of an output folder for build: which files lie there, what each
// was made from, and how it was seen there last.
//
// It owns what is remembered of a file that was made, gives it away as plain values and takes it
// up again, held against the folder. It knows nothing of how files are made. It belongs to build,
// which remembers it.
package ledger

import (
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/positions"
)

// File is a file of the output folder.
type File struct {
	// Path is below the folder.
	Path string
	// Inputs, View and Template are the digests of what it was made from. All are zero when that
	// is not known: then it is one of ours, and no more.
	Inputs, View, Template memo.Digest
	// From is the input file it is from, Edition the number of its language.
	From    string
	Edition int
	// Index says that it is of the index of what can be found; then Inputs is the digest of its bytes.
	Index bool
	Seen
}

// Seen is how a file was seen last. The zero Seen says that it was put since.
type Seen struct {
	Stamp   files.Stamp
	Settled bool   // long enough before, so that a change since then shows in its stamp
	Sum     uint64 // of its bytes, see memory.Sum; 0 when they did not come by
}

// Folder is asked how files lie. See output.Folder.
type Folder interface {
	Stamp(path string) (files.Stamp, bool)
	Holds(path string, intact func(data []byte) bool) bool
}

// Ledger is the book. The zero value is an empty one. It is not safe for concurrent use, but for Get.
type Ledger struct {
	list []File
	at   positions.Table // of the paths in list
}

// New returns the book of files that Note gave away, which are its own from now on.
func New(list []File) *Ledger {
	l := &Ledger{list: list}
	l.index()
	return l
}

func (l *Ledger) index() {
	l.at = *positions.New(len(l.list))
	for i := range l.list {
		l.at.Enter(i, l.path)
	}
}

func (l *Ledger) path(i int) string { return l.list[i].Path }

func (l *Ledger) find(path string) (int, bool) { return l.at.Find(path, l.path) }

// Get returns what is known of a file.
func (l *Ledger) Get(path string) (File, bool) {
	if i, known := l.find(path); known {
		return l.list[i], true
	}
	return File{}, false
}

// IsEmpty says that there are no files.
func (l *Ledger) IsEmpty() bool { return len(l.list) == 0 }

// All are the files in the book, which stays as it is meanwhile.
func (l *Ledger) All() iter.Seq[*File] {
	return func(yield func(*File) bool) {
		for i := range l.list {
			if !yield(&l.list[i]) {
				return
			}
		}
	}
}

// Enter takes files in, in place of what was known of them. An empty book takes the list itself.
func (l *Ledger) Enter(list []File) {
	if len(l.list) == 0 {
		*l = *New(list)
		return
	}
	for _, f := range list {
		if i, known := l.find(f.Path); known {
			l.list[i] = f
			continue
		}
		l.list = append(l.list, f)
		l.at.Enter(len(l.list)-1, l.path)
	}
}

// Strike takes a file out.
func (l *Ledger) Strike(path string) {
	i, known := l.find(path)
	if !known {
		return
	}
	last := len(l.list) - 1
	l.at.Remove(path, l.path)
	if i != last {
		l.at.Move(l.list[last].Path, i, l.path)
		l.list[i] = l.list[last]
	}
	l.list = slices.Delete(l.list, last, last+1)
}

// Note returns the files by path, as plain values. They are still those of the book.
func (l *Ledger) Note() []File {
	byPath := func(a, b File) int { return strings.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(l.list, byPath) {
		slices.SortFunc(l.list, byPath)
		l.index()
	}
	return l.list
}

// Stamp asks how the files lie that were put since they were seen last. now is the time by the
// clock of the files. late says that this was a while ago: of a file that somebody changed since,
// it is not known any more what it was made from.
func (l *Ledger) Stamp(in Folder, now time.Time, late bool, each func(n int, do func(int))) {
	each(len(l.list), func(i int) {
		f := &l.list[i]
		if f.Stamp != (files.Stamp{}) {
			return
		}
		stamp, _ := in.Stamp(f.Path) // before it is read: what changes meanwhile shows in the next one
		if late && !f.lies(in) {
			f.forget()
			return
		}
		f.Stamp, f.Settled = stamp, stamp.Settled(now)
	})
}

// lies says whether the bytes that were put still lie there.
func (f *File) lies(in Folder) bool {
	return f.Sum != 0 && in.Holds(f.Path, func(data []byte) bool { return memory.Sum(data) == f.Sum })
}

// forget leaves nothing of a file but that it is one of ours.
func (f *File) forget() { *f = File{Path: f.Path, From: f.From, Edition: f.Edition, Index: f.Index} }

// Verify looks whether the files lie as they were seen last. Of one that does not, it is not known
// any more what it was made from, and whole is false. restamped says that one was found to be the
// same by its bytes and not by its stamp.
func (l *Ledger) Verify(in Folder, now time.Time, each func(n int, do func(int))) (whole, restamped bool) {
	var lost, read atomic.Bool
	each(len(l.list), func(i int) {
		f := &l.list[i]
		stamp, lies := in.Stamp(f.Path)
		if lies && stamp == f.Stamp && f.Settled {
			return
		}
		if lies && f.lies(in) {
			f.Stamp, f.Settled = stamp, stamp.Settled(now)
			read.Store(true)
			return
		}
		f.forget()
		lost.Store(true)
	})
	return !lost.Load(), read.Load()
}
