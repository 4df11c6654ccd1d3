// Package picture makes the pictures of editors fit to be published: upright, in the colours that screens take for
// granted (sRGB), as large as a screen needs them and no larger, and without a word of who took them, when, where and
// with what.
//
// In come the bytes of a JPEG, PNG, GIF or WebP. Out come copies of it: WebP, and beside it a form that every browser
// knows, each at a few widths. What cannot be read, moves, or would take too much memory is told as a problem at the
// place it is given. The room knows nothing of the site, reads no file, and remembers nothing.
//
// A picture is made smaller before all else, for the rest then costs little: first by averaging squares of pixels, to
// less than twice the width wanted, then by cubic weights. Both count in whole numbers, so that the same picture makes
// the same bytes on every machine; a colour profile alone is followed in floating point, at the points of a table. The
// planes of light and colour that a JPEG has are never made into red, green and blue, unless a profile wants it.
//
// Each copy says in itself what it was made from, and a sum over its bytes: see Intact.
package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strconv"
	"strings"

	"blandongan/internal/diag"
)

// Format is how a picture is written.
type Format string

// The formats that are read; GIF is read only.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	GIF  Format = "gif"
	WebP Format = "webp"
)

// Ending is that of a file's name.
func (f Format) Ending() string {
	if f == JPEG {
		return ".jpg"
	}
	return "." + string(f)
}

// String is what people call it.
func (f Format) String() string {
	if f == WebP {
		return "WebP"
	}
	return strings.ToUpper(string(f))
}

// widths are those of copies in pixels: a telephone, the same with a fine screen, a desk.
var widths = []int{480, 960, 1600}

// Widest is the width of the largest copy.
const Widest = 1600

// Narrow is the width below which a picture is too small for most screens.
const Narrow = 480

// version is a part of every digest: it rises when the same picture is written otherwise.
const version = "1"

// Info is what a picture tells before its pixels are read.
type Info struct {
	// Format is what it is, whatever its name says.
	Format Format
	// Width and Height are in pixels, as it is to be seen: upright.
	Width, Height int
	// Digest stands for its bytes and for how they are written, in sixteen letters that may be part of a
	// file's name.
	Digest string
	// Memory is how many bytes it takes to make the copies, about.
	Memory int64
	// Position is where it was taken, nil when it does not tell.
	Position *Position
	// clear says that it may be transparent.
	clear bool
}

// Position is a place on earth in degrees north and east.
type Position struct{ Lat, Lon float64 }

// Source is a picture as it was handed in, of which only the head was read.
type Source struct {
	Info
	head
	data []byte
}

// Read reads the head of a picture. The bytes are those of the whole file at a place; they must not change as long as
// the source is used.
func Read(at diag.Place, data []byte) (*Source, *diag.Problem) {
	s := &Source{data: data}
	if problem := s.readHead(at); problem != nil {
		return nil, problem
	}
	s.Digest, s.Position, s.clear = digest(data), position(s.exif), s.alpha
	s.Memory = s.memory + int64(len(data))
	return s, nil
}

func digest(data []byte) string {
	h := sha256.New()
	h.Write([]byte(version))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Copy is one of the files that are made of a picture.
type Copy struct {
	// Name is that of the file, without a folder: the picture's digest, the width, the format's ending.
	Name          string
	Format        Format
	Width, Height int
}

// Copies are the files to make of the picture: in WebP, then in the form of old, each from narrow to wide. A
// picture is never made larger.
func (s *Info) Copies() (copies []Copy) {
	old := PNG
	if s.Format == JPEG || s.Format == WebP && !s.clear {
		old = JPEG
	}
	for _, f := range []Format{WebP, old} {
		for _, w := range widths {
			w = min(w, s.Width)
			h := heightAt(s.Width, s.Height, w)
			copies = append(copies, Copy{s.Digest + "-" + strconv.Itoa(w) + f.Ending(), f, w, h})
			if w == s.Width {
				break
			}
		}
	}
	return copies
}

// heightAt is how high a picture is at another width.
func heightAt(width, height, at int) int { return max(1, (height*at+width/2)/width) }

// mark is what a copy's file says of itself: its name without the ending.
func mark(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
