// Package destination reads data/publish.yaml: where the site is published, and how to
// get there.
//
// It owns the form of a destination's address, be it a folder, a folder on a host that
// is reached by SFTP, or a place in a bucket, and what may stand beside it. In comes the
// text of the file, of which only what is known to be no secret is ever looked at; out
// come destinations, or problems. It connects to nothing, and looks at no other file.
package destination

import (
	"errors"
	"io/fs"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Path is where the site's destinations are named, if it has any.
const Path = "data/publish.yaml"

// File is data/publish.yaml. It shows on no page.
type File struct {
	records.Places
	// Grace is for how many days a file that pages of an earlier version load stays
	// at a destination after the last page that loads it is gone.
	Grace        int           `key:"grace"`
	Destinations []Destination `key:"targets,required"`
}

// defaultGrace is what holds when nothing is written, in days.
const defaultGrace = 7

// Read reads where the site is published, and says whether it can be told: what is
// wrong with the file, a build tells. It is nil when there is no such file. What is not
// written there has its default, and a destination without an address that of the site.
func Read(fsys fs.FS, site string) (file *File, known bool) {
	info, err := fs.Stat(fsys, Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true
	}
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	text, problems := files.Read(fsys, files.File{Path: Path, Size: info.Size()})
	if problems.HasErrors() {
		return nil, false
	}
	file, problems = parse(text)
	if problems.HasErrors() {
		return nil, false
	}
	return file.complete(value.BaseURL(site)), true
}

// parse reads the text of the file, and says what is wrong with it.
func parse(text []byte) (*File, diag.List) {
	record, problems := records.Parse(Path, Mask(text), nil)
	file := new(File)
	_, found := record.Decode(shape, file)
	return file, append(problems, file.Check(found, record.WellFormed)...)
}

// complete returns what the file says with what is not written. The file stays as it is.
func (f *File) complete(site value.BaseURL) *File {
	whole := *f
	if !f.Has("grace") {
		whole.Grace = defaultGrace
	}
	whole.Destinations = slices.Clone(f.Destinations)
	for i := range whole.Destinations {
		whole.Destinations[i].complete(site)
	}
	return &whole
}

// At is a destination of which nothing is known but where visitors read it.
func At(address string) Destination { return Destination{Address: value.BaseURL(address)} }
