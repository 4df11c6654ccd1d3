// Package photo makes pictures for tests, as cameras and programs write them.
package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
)

// Corners is a picture of four plain quarters, told apart by eye and by number.
func Corners(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, Quarters[2*(2*y/height)+2*x/width])
		}
	}
	return img
}

// Quarters are the colours of Corners, row by row.
var Quarters = [4]color.NRGBA{{200, 40, 40, 255}, {40, 160, 60, 255}, {50, 70, 200, 255}, {230, 220, 190, 255}}

// JPEG writes a picture with little loss.
func JPEG(img image.Image) []byte {
	var b bytes.Buffer
	must(jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}))
	return b.Bytes()
}

// PNG writes a picture without loss.
func PNG(img image.Image) []byte {
	var b bytes.Buffer
	must(png.Encode(&b, img))
	return b.Bytes()
}

// Moving is a GIF of two pictures.
func Moving(width, height int) []byte {
	few := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	must(gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{few, few}, Delay: []int{5, 5}}))
	return b.Bytes()
}

// Segment puts a segment into a JPEG, before all others.
func Segment(data []byte, mark byte, body string) []byte {
	head := binary.BigEndian.AppendUint16([]byte{0xff, mark}, uint16(2+len(body)))
	return slices.Concat(data[:2], head, []byte(body), data[2:])
}

// Chunk puts a chunk into a PNG, behind its header.
func Chunk(data []byte, name, body string) []byte {
	const header = 33
	part := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	part = append(part, name+body...)
	part = binary.BigEndian.AppendUint32(part, crc32.ChecksumIEEE(part[4:]))
	return slices.Concat(data[:header], part, data[header:])
}

// Exif is what a camera writes: how it was held, its owner, and where, in Setu.
func Exif(order binary.AppendByteOrder, orientation uint16) string {
	var b []byte
	short, long := order.AppendUint16, order.AppendUint32
	entry := func(tag, kind uint16, count, value uint32) {
		b = long(long(short(short(b, tag), kind), count), value)
	}
	mark := "II*\x00"
	if order.String() == "BigEndian" {
		mark = "MM\x00*"
	}
	b = long([]byte(mark), 8)
	b = short(b, 3)
	b = short(short(long(short(short(b, 0x0112), 3), 1), orientation), 0)
	entry(0xa430, 2, 12, 50) // the owner
	entry(0x8825, 4, 1, 62)
	b = long(b, 0)
	b = append(b, "Si Pemilik\x00\x00"...)
	b = short(b, 4)
	text := func(tag uint16, letter byte) {
		b = append(long(short(short(b, tag), 2), 2), letter, 0, 0, 0)
	}
	text(1, 'S')
	entry(2, 5, 3, 116)
	text(3, 'E')
	entry(4, 5, 3, 140)
	b = long(b, 0)
	for _, x := range []uint32{6, 1, 20, 1, 4200, 100, 106, 1, 40, 1, 30, 1} {
		b = long(b, x)
	}
	return string(b)
}

// Taken gives a JPEG what a camera writes.
func Taken(data []byte, orientation uint16) []byte {
	return Segment(data, 0xe1, "Exif\x00\x00"+Exif(binary.LittleEndian, orientation))
}

// Resized gives a PNG another size in its header.
func Resized(data []byte, width, height uint32) []byte {
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// ResizedJPEG does the same with the frame of a JPEG.
func ResizedJPEG(data []byte, width, height uint16) []byte {
	data = bytes.Clone(data)
	frame := bytes.Index(data, []byte("\xff\xc0"))
	binary.BigEndian.PutUint16(data[frame+5:], height)
	binary.BigEndian.PutUint16(data[frame+7:], width)
	return data
}

// Landscape is a picture with slow and quick changes and the grain of a camera.
func Landscape(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	r := rand.New(rand.NewPCG(1, 2))
	var grids [4][]float64
	for k := range grids {
		n := 16 << (2 * k)
		grids[k] = make([]float64, (n+2)*(n+2))
		for i := range grids[k] {
			grids[k][i] = r.Float64()
		}
	}
	for y := range height {
		for x := range width {
			v := 0.0
			for k, g := range grids {
				n := 16 << (2 * k)
				fx, fy := float64(x*n)/float64(width), float64(y*n)/float64(width)
				i, dx, dy := int(fy)*(n+2)+int(fx), fx-float64(int(fx)), fy-float64(int(fy))
				top, foot := g[i]*(1-dx)+g[i+1]*dx, g[i+n+2]*(1-dx)+g[i+n+3]*dx
				v += (top*(1-dy) + foot*dy) / float64(int(2)<<k)
			}
			grain := r.NormFloat64() * 4
			p := img.Pix[img.PixOffset(x, y):]
			p[0], p[1], p[2], p[3] = shade(255*v+grain), shade(230*v*v+20+grain), shade(120+80*v+grain), 255
		}
	}
	return img
}

func shade(x float64) uint8 { return uint8(min(max(x, 0), 255)) }

func must(err error) {
	if err != nil {
		panic(err)
	}
}
