// Package reading looks at the files of a site for build, and reads those that changed.
//
// It owns the list of files with what is in each: entries, problems, what photos tell. In comes the
// site's folder, out comes each file as it is now, and which of them are not what they were. A
// file whose size, time and number on the disk are as they were is not read again, unless it was
// written so lately that its clock may not have ticked since. It decides nothing that depends on
// two files. What it remembers it gives away as plain values, and takes up again; it belongs to
// build, which remembers it.
package reading

import (
	"io/fs"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/output/scratch"
)

// Reader reads one site, again and again. It is not safe for concurrent use.
type Reader struct {
	// Root is the site's folder, Out the output folder, "" without one.
	Root     fs.FS
	Out      string
	Markdown *markdown.Parser
	// KeepText keeps in memory all that a file says. Else of texts there is only where they lead, and each is read
	// when a page is made of it: see Whole.
	KeepText bool
	// Desk says that the editors' desk will ask what files say: see Said.
	Desk bool
	// KeepNotes says that Note will be asked.
	KeepNotes bool
	// Again says that there will be more looks.
	Again bool
	// Pad takes what need not be in memory.
	Pad *scratch.Pad
	// Sources are the files, in the order of looking.
	Sources []Source
	// Renamed are files by their old names → their new ones: a file that holds what a missing one
	// held is that file by another name. Who has followed them clears it.
	Renamed map[string]string

	isAgain   bool         // it has read before
	holding   []int        // the sources of which what the last look read is in memory
	docs      atomic.Int32 // texts that it left in memory
	folders   files.Folders
	inspected map[string]inspected // files that pages may show or link to
	asking    sync.Mutex
	places    map[string]int32 // of Sources by path, nil until somebody asks
	last      outcome          // by the last look that looked at all
}

// outcome is what a look found that does not change while but a few texts do.
type outcome struct {
	top            files.Stamp // of the site's folder
	settled        bool        // the next name that comes or goes in it shows
	files, design  []files.File
	looked         map[string]files.Inspection
	names, insides diag.List // problems of names, and of what is in files that are shown
	troubled       []int     // sources with problems, in order
	attached       []int     // those that lie beside articles
}

// Look is one look at the files.
type Look struct {
	*Reader
	// Now is the time by the clock of the files.
	Now time.Time
	// Told are the files that somebody says were changed, if anybody does: see files.Looking. Find
	// takes none for all where one of them is not known.
	Told []string
	// Files are the written files and those that belong to them, Design those of the site's own
	// templates.
	Files, Design []files.File
	// Fresh are the positions of those of Files that are not what the last look saw.
	Fresh []int
	// Alike says that no file came or went, and that of those that changed nothing did but words of
	// articles and pages, which are no facts.
	Alike bool
	// Looked is what was found in files that are copied or shown, by path.
	Looked map[string]files.Inspection
	// Problems are all that were found.
	Problems diag.List
	// Read counts the files that had to be read anew; Edited are those that changed, came or went,
	// by path, since the last look of this Reader. A first look leaves it empty.
	Read   int
	Edited []string
	// Restamped says that files are the same by their bytes and not by their stamps.
	Restamped bool

	few []int // positions of the files that were looked at, where these were told and no others
}

// Look begins a look. Find, Parse and Inspect follow.
func (r *Reader) Look(now time.Time, told []string) *Look {
	return &Look{Reader: r, Now: now, Told: told}
}

// At returns the source at a path, nil when there is none. Between looks several may ask at once.
func (r *Reader) At(path string) *Source {
	r.asking.Lock()
	defer r.asking.Unlock()
	if r.places == nil {
		r.places = make(map[string]int32, len(r.Sources))
		for i := range r.Sources {
			r.places[r.Sources[i].Path] = int32(i)
		}
	}
	if i, known := r.places[path]; known {
		return &r.Sources[i]
	}
	return nil
}

// IsOfFew says that it looked at texts that it was told of, and at no others.
func (l *Look) IsOfFew() bool { return l.few != nil }

// Attached are the files that lie beside articles.
func (l *Look) Attached() iter.Seq[files.File] {
	return func(yield func(files.File) bool) {
		for _, i := range l.last.attached {
			if !yield(l.Files[i]) {
				return
			}
		}
	}
}

func (l *Look) add(problems diag.List) { l.Problems = append(l.Problems, problems...) }
