package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strings"

	"golang.org/x/image/webp"

	"blandongan/internal/diag"
)

// head is what the parts of a file before its pixels say.
type head struct {
	width, height int    // as they are written
	turn          turn   // how to stand upright
	alpha         bool   // it may be transparent
	inks          bool   // its colours are those of a printer
	moves         bool   // there is more than one picture
	passes        bool   // a PNG that comes in passes, each decoded beside the whole
	memory        int64  // bytes that it takes
	fits          int64  // pixels that a copy may have
	profile       []byte // ICC, nil when none
	exif          []byte
}

// readHead reads what stands before the pixels.
func (s *Source) readHead(at diag.Place) *diag.Problem {
	fault := func(code diag.Code, args ...any) diag.Problem { return diag.At(at, code, args...) }
	if s.Format = Kind(s.data); s.Format == "" {
		p := fault("image-damaged").WithHint("image-again")
		return &p
	}
	r := readers[s.Format]
	config, err := r.config(bytes.NewReader(s.data))
	whole := r.walk(&s.head, s.data)
	switch {
	case s.moves:
		p := fault("image-moves").WithHint("image-still")
		return &p
	case !whole:
		p := fault("image-cut").WithHint("image-again")
		return &p
	case err != nil || config.Width == 0 || config.Height == 0:
		p := fault("image-damaged").WithHint("image-again")
		return &p
	}
	s.width, s.height = config.Width, config.Height
	s.turn = upright(s.exif)
	s.alpha = s.alpha || mayBeClear(config.ColorModel)
	s.inks = config.ColorModel == color.CMYKModel
	s.Width, s.Height = s.width, s.height
	if s.turn.sideways() {
		s.Width, s.Height = s.height, s.width
	}
	if s.measure(config.ColorModel); s.isHuge() {
		p := fault("image-huge", s.Width, s.Height).WithHint("image-smaller", s.fitting())
		return &p
	}
	return nil
}

// reader reads one format. They are named here, not looked up by the image package: there two packages know WebP, this
// one and the one that writes it.
type reader struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
	walk   func(*head, []byte) bool // through the parts of a file to its end, if it has one
}

var readers = map[Format]reader{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode, (*head).walkJPEG},
	PNG:  {png.DecodeConfig, png.Decode, (*head).walkPNG},
	GIF:  {gif.DecodeConfig, gif.Decode, (*head).walkGIF},
	WebP: {webp.DecodeConfig, webp.Decode, (*head).walkWebP},
}

// Kind tells from the first bytes what a picture is, "" when it is none that is read.
func Kind(data []byte) Format {
	is := func(at int, mark string) bool {
		return len(data) >= at+len(mark) && string(data[at:at+len(mark)]) == mark
	}
	switch {
	case is(0, "\xff\xd8\xff"):
		return JPEG
	case is(0, pngSignature):
		return PNG
	case is(0, "GIF87a"), is(0, "GIF89a"):
		return GIF
	case is(0, "RIFF") && is(8, "WEBP"):
		return WebP
	}
	return ""
}

// Fits says whether a name's ending is one of the format.
func (f Format) Fits(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending == f.Ending() || f == JPEG && ending == ".jpeg"
}

func mayBeClear(m color.Model) bool {
	switch m := m.(type) {
	case color.Palette:
		for _, c := range m {
			if _, _, _, a := c.RGBA(); a != 0xffff {
				return true
			}
		}
		return false
	default:
		return m == color.NRGBAModel || m == color.NRGBA64Model || m == color.NYCbCrAModel
	}
}

// decode reads the pixels. A decoder that loses its way on a broken file has found it broken.
func (s *Source) decode() (img image.Image, err error) {
	defer func() {
		if recover() != nil {
			img, err = nil, io.ErrUnexpectedEOF
		}
	}()
	img, err = readers[s.Format].decode(bytes.NewReader(s.data))
	if err == nil && s.Format == WebP {
		img = wide(img)
	}
	return img, err
}
