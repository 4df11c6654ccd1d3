package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/gen2brain/webp"

	"blandongan/internal/diag"
)

// How copies are written. Of a photo 1600 pixels wide the quickest method makes 8 percent more bytes than the library's
// own choice (4), in a fifth of its time.
const (
	webpQuality = 75
	webpMethod  = 0
	jpegQuality = 80
)

// Picture is one whose pixels were read. It is for one goroutine.
type Picture struct {
	// sizes are the pixels, upright and in sRGB: as large as the largest copy, then those that smaller copies
	// were made from.
	sizes []pixels
	// photo says that it came as one, whatever its colours are kept as now.
	photo bool
}

// Open reads the pixels of a picture and makes it small. It is the only step that takes long and much memory, see
// Memory. A broken picture is a problem at the place.
func (s *Source) Open(at diag.Place) (*Picture, *diag.Problem) {
	img, err := s.decode()
	if err != nil {
		p := diag.At(at, "image-damaged").WithHint("image-again")
		return nil, &p
	}
	img = s.whole(img)
	width := min(s.Width, Widest)
	height := heightAt(s.Width, s.Height, width)
	if s.turn.sideways() {
		width, height = height, width
	}
	small := s.small(img, width, height)
	return &Picture{[]pixels{s.inSRGB(small).turned(s.turn)}, s.Format == JPEG}, nil
}

// whole lays a GIF's picture onto all of its screen, of which it may be a part.
func (s *Source) whole(img image.Image) image.Image {
	screen := image.Rect(0, 0, s.width, s.height)
	if img.Bounds() == screen {
		return img
	}
	all := image.NewRGBA(screen)
	draw.Draw(all, img.Bounds(), img, img.Bounds().Min, draw.Src)
	return all
}

// Copy returns the bytes of one of the source's copies. From wide to narrow is the quickest order.
func (p *Picture) Copy(c Copy) []byte {
	small := p.sized(c.Width, c.Height)
	var data []byte
	switch c.Format {
	case JPEG:
		data = small.jpeg()
	case PNG:
		data = small.png()
	case WebP:
		data = small.webp(p.photo)
	}
	return signed(c.Format, data, mark(c.Name))
}

// sized returns the pixels at a size, made from the smallest that are large enough.
func (p *Picture) sized(width, height int) pixels {
	from := p.sizes[0]
	for _, x := range p.sizes {
		if x.width >= width && x.width <= from.width {
			from = x
		}
	}
	if from.width == width {
		return from
	}
	small := from.scaled(width, height)
	p.sizes = append(p.sizes, small)
	return small
}

// jpeg writes light and colours as they are.
func (p pixels) jpeg() []byte {
	var b bytes.Buffer
	var img image.Image
	if p.rgba.samples != nil {
		img = p.straight()
	} else {
		img = &image.YCbCr{
			Y: p.light.samples, Cb: p.blue.samples, Cr: p.red.samples, YStride: p.light.stride, CStride: p.blue.stride,
			SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: image.Rect(0, 0, p.width, p.height),
		}
	}
	must(jpeg.Encode(&b, img, &jpeg.Options{Quality: jpegQuality}))
	return b.Bytes()
}

// png writes a picture of few colours by a palette.
func (p pixels) png() []byte {
	var b bytes.Buffer
	img := image.Image(p.asRGBA().straight())
	if paletted := fewColours(img.(*image.NRGBA)); paletted != nil {
		img = paletted
	}
	must(png.Encode(&b, img))
	return b.Bytes()
}

// fewColours returns a picture of at most 256 colours by a palette, nil for others.
func fewColours(img *image.NRGBA) *image.Paletted {
	numbers := map[color.NRGBA]uint8{}
	var palette color.Palette
	paletted := image.NewPaletted(img.Rect, nil)
	for i := range paletted.Pix {
		s := img.Pix[4*i : 4*i+4]
		c := color.NRGBA{s[0], s[1], s[2], s[3]}
		n, known := numbers[c]
		if !known {
			if len(palette) == 256 {
				return nil
			}
			n = uint8(len(palette))
			numbers[c] = n
			palette = append(palette, c)
		}
		paletted.Pix[i] = n
	}
	paletted.Palette = palette
	return paletted
}

// webp writes light and colours as they are. What did not come as a photo may be a drawing, whose edges and plain faces
// take less when nothing is lost: the smaller of both ways counts, unless it is too large to try.
func (p pixels) webp(photo bool) []byte {
	if p.rgba.samples == nil {
		return encodeWebP(p.yuv(), false)
	}
	img := p.straight()
	lossy := encodeWebP(img, false)
	if photo || p.width*p.height > mostLossless {
		return lossy
	}
	if lossless := encodeWebP(img, true); len(lossless) <= len(lossy) {
		return lossless
	}
	return lossy
}

func encodeWebP(img image.Image, lossless bool) []byte {
	var b bytes.Buffer
	must(webp.Encode(&b, img, webp.Options{Quality: webpQuality, Method: webpMethod, Lossless: lossless}))
	return b.Bytes()
}

// WebP has light in 219 steps from 16 and colours in 224 around 128 (ITU-R BT.601), where JPEG has all 255.
const (
	lowest      = 16
	lightSteps  = 219
	colourSteps = 224
)

// wide returns a picture that was read from a WebP in all 255 steps: its decoder hands on what is written.
func wide(img image.Image) image.Image {
	var planes *image.YCbCr
	switch img := img.(type) {
	case *image.YCbCr:
		planes = img
	case *image.NYCbCrA:
		planes = &img.YCbCr
	default:
		return img
	}
	widen(planes.Y, lightSteps)
	widen(planes.Cb, colourSteps)
	widen(planes.Cr, colourSteps)
	return img
}

func widen(samples []uint8, steps int32) {
	var table [256]uint8
	for i := range table {
		table[i] = clamp(((int32(i)-lowest)*255 + steps/2) / steps)
	}
	for i, v := range samples {
		samples[i] = table[v]
	}
}

// yuv returns the planes as WebP has them. They lie behind each other with a fourth of what is opaque, as the encoder
// takes them without counting again.
func (p pixels) yuv() *image.NYCbCrA {
	n, m := p.width*p.height, p.blue.width*p.blue.height
	all := make([]uint8, 2*n+2*m)
	img := &image.NYCbCrA{
		YCbCr: image.YCbCr{
			Y: all[:n:n], Cb: all[n : n+m : n+m], Cr: all[n+m : n+2*m : n+2*m],
			YStride: p.width, CStride: p.blue.width,
			SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: image.Rect(0, 0, p.width, p.height),
		},
		A: all[n+2*m:], AStride: p.width,
	}
	narrow(img.Y, p.light.samples, lightSteps)
	narrow(img.Cb, p.blue.samples, colourSteps)
	narrow(img.Cr, p.red.samples, colourSteps)
	for i := range img.A {
		img.A[i] = 0xff
	}
	return img
}

// narrow writes values of 0 to 255 as values from the lowest on, in so many steps.
func narrow(to, from []uint8, steps uint32) {
	var table [256]uint8
	for i := range table {
		table[i] = uint8(lowest + (uint32(i)*steps+127)/255)
	}
	for i, v := range from {
		to[i] = table[v]
	}
}

// must ends the program when an encoder refuses what it was given, which is our fault: a buffer takes all.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
