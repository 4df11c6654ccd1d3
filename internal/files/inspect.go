package files

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/picture"
)

// Inspection is what the bytes of a file that is copied say of it.
type Inspection struct {
	// Width and Height are those of a picture in pixels, 0 when it cannot be read.
	Width, Height int
	// Picture is what a photo tells, nil for drawings and all else.
	Picture *picture.Info
	// Problem is why it stays out of the site, nil when it does not.
	Problem *diag.Problem
}

// limits of what is inspected, in bytes.
const (
	maxSVG   = 16 << 20
	maxPhoto = 64 << 20 // twice what cameras make
	maxKey   = 64 << 10 // keys are small
)

// Inspector looks into files. It is safe for concurrent use.
type Inspector struct {
	FS fs.FS
	// photos are buffers for whole photos, used again: what hundreds of photos leave behind is more than all else
	// that a build holds.
	photos sync.Pool
}

// Inspect looks into a file that is to be copied or shown: at all of a picture but its pixels, at all of a drawing, at
// the text of what may be a key. What else cannot be opened is told by whoever copies it.
func (x *Inspector) Inspect(f File) (i Inspection) {
	end := strings.ToLower(path.Ext(f.Name))
	switch image := IsImage(f.Name); {
	case end == ".svg":
		i.Problem = drawing(x.FS, f, &i)
	case image:
		i.Problem = x.photo(f, &i)
	case f.Size <= maxKey:
		i.Problem = key(x.FS, f, end)
	}
	return i
}

func drawing(fsys fs.FS, f File, i *Inspection) *diag.Problem {
	at := diag.Place{File: f.Path}
	text, complete, err := readUpTo(fsys, f.Path, maxSVG)
	if err != nil {
		return nil
	}
	if !complete {
		p := diag.At(at, "file-too-big", diag.Size(f.Size), diag.Size(maxSVG)).WithHint("svg-plain")
		return &p
	}
	i.Width, i.Height = sizeOfSVG(text)
	what, line, col, err := active(bytes.NewReader(text))
	at.Line, at.Col = line, col
	switch {
	case err != nil:
		p := diag.At(at, "svg-broken").WithHint("svg-again")
		return &p
	case what != "":
		p := diag.At(at, "svg-active", what).WithHint("svg-plain")
		return &p
	}
	return nil
}

// photo reads the head of a picture that is no drawing. One that is none of those that are read has no size: whatever
// shows it tells so.
func (x *Inspector) photo(f File, i *Inspection) *diag.Problem {
	at := diag.Place{File: f.Path}
	buffer, _ := x.photos.Get().(*bytes.Buffer)
	if buffer == nil {
		buffer = new(bytes.Buffer)
	}
	defer x.photos.Put(buffer)
	complete, err := fill(buffer, x.FS, f.Path, maxPhoto)
	data := buffer.Bytes()
	switch {
	case err != nil:
		p := diag.At(at, "file-unreadable", diag.Reason(err))
		return &p
	case !complete:
		p := diag.At(at, "file-too-big", diag.Size(f.Size), diag.Size(maxPhoto))
		p = p.WithHint("image-smaller", 2*picture.Widest)
		return &p
	case len(data) == 0:
		p := diag.At(at, "image-cut").WithHint("image-again")
		return &p
	}
	is := picture.Kind(data)
	if is == "" {
		return nil
	}
	if !is.Fits(f.Name) {
		name := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name)) + is.Ending()
		p := diag.At(at, "image-ending", is.String()).WithHint("image-rename", name)
		return &p
	}
	source, problem := picture.Read(at, data)
	if problem != nil {
		return problem
	}
	info := source.Info // alone: the source holds the file
	i.Picture, i.Width, i.Height = &info, source.Width, source.Height
	return nil
}

// keys are the marks of private keys, whatever the file is called.
var keys = [][]byte{[]byte("PRIVATE KEY-----"), []byte("PRIVATE KEY BLOCK-----"), []byte("PuTTY-User-Key-File-")}

// key tells of a file that holds a private key. By the names that keys mostly have
// (.pem, .key) it is one unless it shows that it is not: a certificate, a public
// key, a presentation of Keynote.
func key(fsys fs.FS, f File, end string) *diag.Problem {
	text, complete, err := readUpTo(fsys, f.Path, maxKey)
	if err != nil || !complete {
		return nil
	}
	isSecret := (end == ".pem" || end == ".key") && !bytes.HasPrefix(text, []byte("PK")) &&
		!bytes.Contains(text, []byte("CERTIFICATE-----")) && !bytes.Contains(text, []byte("PUBLIC KEY-----"))
	for _, mark := range keys {
		isSecret = isSecret || bytes.Contains(text, mark) &&
			(bytes.Contains(text, []byte("-----BEGIN ")) || bytes.HasPrefix(text, mark))
	}
	if !isSecret {
		return nil
	}
	p := secret.problem(f.Path)
	return &p
}
