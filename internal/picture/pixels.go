package picture

import (
	"image"
	"image/color"
)

// pixels are those of a picture on its way: light and two colours, as JPEG has them, or four values a pixel.
type pixels struct {
	width, height int
	// light has a sample for each pixel, the colours one for each four.
	light, blue, red plane
	// rgba has red, green and blue multiplied by the fourth, how opaque they are. Its samples are nil when the
	// picture is in light and colours.
	rgba plane
}

// small makes of what was decoded a picture of the given size, as it was written: not yet turned.
func (s *Source) small(img image.Image, width, height int) pixels {
	p := pixels{width: width, height: height}
	b := img.Bounds()
	switch img := img.(type) {
	case *image.YCbCr:
		w, h := (width+1)/2, (height+1)/2
		c := colourSize(img)
		p.light = plane{b.Dx(), b.Dy(), 1, img.YStride, img.Y}.rows().scaled(width, height)
		p.blue = plane{c.X, c.Y, 1, img.CStride, img.Cb}.rows().scaled(w, h)
		p.red = plane{c.X, c.Y, 1, img.CStride, img.Cr}.rows().scaled(w, h)
		return p
	case *image.CMYK:
		inks := plane{b.Dx(), b.Dy(), 4, img.Stride, img.Pix}.rows().scaled(width, height)
		p.rgba = s.printed(inks)
		return p
	}
	p.rgba = rows{b.Dx(), b.Dy(), 4, rowsOf(img)}.scaled(width, height)
	return p
}

// colourSize is how many samples of colour there are across and down.
func colourSize(img *image.YCbCr) image.Point {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	switch img.SubsampleRatio {
	case image.YCbCrSubsampleRatio422:
		return image.Pt((w+1)/2, h)
	case image.YCbCrSubsampleRatio420:
		return image.Pt((w+1)/2, (h+1)/2)
	case image.YCbCrSubsampleRatio440:
		return image.Pt(w, (h+1)/2)
	case image.YCbCrSubsampleRatio411:
		return image.Pt((w+3)/4, h)
	case image.YCbCrSubsampleRatio410:
		return image.Pt((w+3)/4, (h+1)/2)
	}
	return image.Pt(w, h)
}

// rowsOf returns what writes the rows of a picture as four values a pixel, multiplied by the last.
func rowsOf(img image.Image) func(y int, into []uint8) []uint8 {
	b := img.Bounds()
	switch img := img.(type) {
	case *image.RGBA: // what has no transparency, from PNG
		return func(y int, _ []uint8) []uint8 { return img.Pix[y*img.Stride:][:4*b.Dx()] }
	case *image.NRGBA:
		return func(y int, into []uint8) []uint8 {
			row := img.Pix[y*img.Stride:][:4*b.Dx()]
			for i := 0; i < len(row); i += 4 {
				multiply(into[i:i+4], row[i:i+4])
			}
			return into
		}
	case *image.Gray:
		return func(y int, into []uint8) []uint8 {
			for x, v := range img.Pix[y*img.Stride:][:b.Dx()] {
				into[4*x], into[4*x+1], into[4*x+2], into[4*x+3] = v, v, v, 0xff
			}
			return into
		}
	case *image.Paletted:
		colours := make([][4]uint8, 256) // beyond the palette all is clear
		for i, c := range img.Palette {
			colours[i] = multiplied(c)
		}
		return func(y int, into []uint8) []uint8 {
			for x, i := range img.Pix[y*img.Stride:][:b.Dx()] {
				copy(into[4*x:], colours[i][:])
			}
			return into
		}
	}
	return func(y int, into []uint8) []uint8 {
		for x := range b.Dx() {
			c := multiplied(img.At(b.Min.X+x, b.Min.Y+y))
			copy(into[4*x:], c[:])
		}
		return into
	}
}

func multiplied(c color.Color) [4]uint8 {
	r, g, b, a := c.RGBA()
	return [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

// multiply writes a pixel with its values multiplied by how opaque it is.
func multiply(to, from []uint8) {
	a := uint32(from[3])
	if a == 0xff {
		copy(to, from)
		return
	}
	for i, v := range from[:3] {
		to[i] = uint8((uint32(v)*a + 127) / 255)
	}
	to[3] = from[3]
}

// turned returns the picture upright.
func (p pixels) turned(t turn) pixels {
	if t.sideways() {
		p.width, p.height = p.height, p.width
	}
	if p.rgba.samples != nil {
		p.rgba = p.rgba.turned(t)
		return p
	}
	p.light, p.blue, p.red = p.light.turned(t), p.blue.turned(t), p.red.turned(t)
	return p
}

// scaled returns the picture smaller.
func (p pixels) scaled(width, height int) pixels {
	q := pixels{width: width, height: height}
	if p.rgba.samples != nil {
		q.rgba = p.rgba.rows().scaled(width, height)
		return q
	}
	w, h := (width+1)/2, (height+1)/2
	q.light = p.light.rows().scaled(width, height)
	q.blue, q.red = p.blue.rows().scaled(w, h), p.red.rows().scaled(w, h)
	return q
}

// asRGBA returns a picture in light and colours as four values a pixel.
func (p pixels) asRGBA() pixels {
	if p.rgba.samples != nil {
		return p
	}
	q := pixels{width: p.width, height: p.height, rgba: newPlane(p.width, p.height, 4)}
	for y := range p.height {
		row, light, blue, red := q.rgba.row(y), p.light.row(y), p.blue.row(y/2), p.red.row(y/2)
		for x, v := range light {
			r, g, b := color.YCbCrToRGB(v, blue[x/2], red[x/2])
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = r, g, b, 0xff
		}
	}
	return q
}

// divided undoes the multiplication of a value by how opaque its pixel is, which is not 0.
func divided(v uint8, opaque uint32) uint8 { return uint8(min((uint32(v)*255+opaque/2)/opaque, 255)) }

// straight returns the pixels as encoders want those that are not opaque: not multiplied.
func (p pixels) straight() *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, p.width, p.height))
	copy(img.Pix, p.rgba.samples)
	for i := 0; i < len(img.Pix); i += 4 {
		a := uint32(img.Pix[i+3])
		if a == 0xff || a == 0 {
			continue
		}
		for k := range 3 {
			img.Pix[i+k] = divided(img.Pix[i+k], a)
		}
	}
	return img
}
