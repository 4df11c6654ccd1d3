package picture_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gen2brain/webp"
	xwebp "golang.org/x/image/webp"

	"blandongan/internal/diag"
	"blandongan/internal/lab/photo"
	"blandongan/internal/picture"
)

var at = diag.Place{File: "content/news/foto.jpg"}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// copies reads a picture and returns its copies, each decoded.
func copies(t *testing.T, data []byte) (info picture.Info, list []image.Image, files [][]byte) {
	t.Helper()
	source, problem := picture.Read(at, data)
	if problem != nil {
		t.Fatal(problem.Text("en"))
	}
	opened, problem := source.Open(at)
	if problem != nil {
		t.Fatal(problem.Text("en"))
	}
	for _, c := range source.Copies() {
		file := opened.Copy(c)
		if !picture.Intact(file, c.Name) {
			t.Errorf("%s is not intact", c.Name)
		}
		img, err := decoders[c.Format](bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		if b := img.Bounds(); b.Dx() != c.Width || b.Dy() != c.Height {
			t.Errorf("%s is %v, not %d by %d", c.Name, b, c.Width, c.Height)
		}
		list, files = append(list, img), append(files, file)
	}
	return source.Info, list, files
}

// decoders are the standard ones, but that of WebP: it hands on light and colours as they are written, in fewer steps
// than the image package takes them for.
var decoders = map[picture.Format]func(io.Reader) (image.Image, error){
	picture.JPEG: jpeg.Decode, picture.PNG: png.Decode,
	picture.WebP: func(r io.Reader) (image.Image, error) {
		img, err := xwebp.Decode(r)
		planes, is := img.(*image.YCbCr)
		if !is {
			return img, err
		}
		rgb := image.NewNRGBA(planes.Rect)
		for y := range planes.Rect.Dy() {
			for x := range planes.Rect.Dx() {
				c := planes.YCbCrAt(x, y)
				l, b, r := float64(c.Y)-16, float64(c.Cb)-128, float64(c.Cr)-128 // ITU-R BT.601
				rgb.SetNRGBA(x, y, color.NRGBA{
					whole(1.164*l + 1.596*r), whole(1.164*l - 0.392*b - 0.813*r), whole(1.164*l + 2.017*b), 255,
				})
			}
		}
		return rgb, err
	},
}

func whole(x float64) uint8 { return uint8(min(max(x+0.5, 0), 255)) }

// near says whether a pixel has about a colour.
func near(img image.Image, x, y int, want color.Color, within int) bool {
	r, g, b, a := img.At(x, y).RGBA()
	R, G, B, A := want.RGBA()
	for _, d := range []int{int(r) - int(R), int(g) - int(G), int(b) - int(B), int(a) - int(A)} {
		if d > within*257 || d < -within*257 {
			return false
		}
	}
	return true
}

// wantQuarters wants the four photo.Quarters of corners where they belong.
func wantQuarters(t *testing.T, what string, img image.Image) {
	t.Helper()
	b := img.Bounds()
	for i, want := range photo.Quarters {
		x, y := b.Dx()/4+b.Dx()/2*(i%2), b.Dy()/4+b.Dy()/2*(i/2)
		if !near(img, x, y, want, 8) {
			t.Errorf("%s, quarter %d: %v, not %v", what, i, img.At(x, y), want)
		}
	}
}

// Whatever way a camera was held, the copies stand upright, and their size is the upright one.
func TestUpright(t *testing.T) {
	const width, height = 500, 280
	for orientation := uint16(1); orientation <= 8; orientation++ {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			held := held(photo.Corners(width, height), int(orientation))
			data := photo.Segment(photo.JPEG(held), 0xe1, "Exif\x00\x00"+photo.Exif(order, orientation))
			info, list, _ := copies(t, data)
			if info.Width != width || info.Height != height {
				t.Errorf("%d: %d by %d", orientation, info.Width, info.Height)
			}
			for _, img := range list {
				wantQuarters(t, fmt.Sprint("held ", orientation, ", ", img.Bounds()), img)
			}
		}
	}
	drawing := photo.Chunk(photo.PNG(held(photo.Corners(200, 100), 6)), "eXIf", photo.Exif(binary.BigEndian, 6))
	info, list, _ := copies(t, drawing)
	if info.Width != 200 || info.Height != 100 {
		t.Errorf("a PNG: %d by %d", info.Width, info.Height)
	}
	wantQuarters(t, "a PNG", list[0])
}

// held returns what a camera writes that was held some way: the pixel that is to be seen at a place lies where the
// table of Exif 3.0 says.
func held(upright *image.NRGBA, orientation int) image.Image {
	w, h := upright.Rect.Dx(), upright.Rect.Dy()
	written := image.NewNRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		written = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			column, row := x, y
			switch orientation { // where row 0 and column 0 are: top and left, top and right, …
			case 2:
				column = w - 1 - x
			case 3:
				column, row = w-1-x, h-1-y
			case 4:
				row = h - 1 - y
			case 5:
				column, row = y, x
			case 6:
				column, row = y, w-1-x
			case 7:
				column, row = h-1-y, w-1-x
			case 8:
				column, row = h-1-y, x
			}
			written.SetNRGBA(column, row, upright.NRGBAAt(x, y))
		}
	}
	return written
}

// No word of a camera, its owner and its place is in a copy, whatever the picture said and wherever.
func TestNoWord(t *testing.T) {
	const secret = "RAHASIA-PEMILIK"
	said := photo.Exif(binary.LittleEndian, 1)
	xmp := "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + secret + "</x:xmpmeta>"
	shot := photo.JPEG(photo.Corners(600, 400))
	for _, part := range []struct {
		mark byte
		body string
	}{{0xe1, "Exif\x00\x00" + said}, {0xe1, xmp}, {0xed, "Photoshop 3.0\x008BIM" + secret}, {0xfe, secret}} {
		shot = photo.Segment(shot, part.mark, part.body)
	}
	drawing := photo.PNG(photo.Corners(600, 400))
	xml := "XML:com.adobe.xmp\x00\x00\x00\x00\x00" + secret
	for _, part := range [][2]string{{"eXIf", said}, {"tEXt", "Author\x00" + secret}, {"iTXt", xml}} {
		drawing = photo.Chunk(drawing, part[0], part[1])
	}
	words := []string{secret, "Pemilik", "Exif", "\xff\xe1", "\xff\xed", "\xff\xfe", "eXIf", "tEXt", "iTXt"}
	for name, data := range map[string][]byte{"photo": shot, "drawing": drawing} {
		info, _, files := copies(t, data)
		if p := info.Position; p == nil || math.Abs(p.Lat+6.345) > 1e-6 || math.Abs(p.Lon-106.675) > 1e-6 {
			t.Errorf("%s: taken at %v", name, p)
		}
		for _, file := range files {
			for _, word := range words {
				if strings.HasPrefix(word, "\xff") && picture.Kind(file) != picture.JPEG {
					continue // it may be part of anything
				}
				if bytes.Contains(file, []byte(word)) {
					t.Errorf("%s: a copy says %q", name, word)
				}
			}
		}
	}
}

// Copies are as wide as screens want them and never wider than the picture.
func TestSizes(t *testing.T) {
	for size, want := range map[[2]int]string{
		{2000, 1000}: "480×240 960×480 1600×800", {1600, 10}: "480×3 960×6 1600×10",
		{1000, 2000}: "480×960 960×1920 1000×2000", {480, 7}: "480×7", {3, 5000}: "3×5000", {1, 1}: "1×1",
	} {
		for _, data := range [][]byte{
			photo.JPEG(photo.Corners(size[0], size[1])), photo.PNG(photo.Corners(size[0], size[1])),
		} {
			info, list, _ := copies(t, data)
			var sizes []string
			for _, c := range info.Copies() {
				sizes = append(sizes, fmt.Sprintf("%d×%d", c.Width, c.Height))
			}
			if got := strings.Join(sizes[:len(sizes)/2], " "); got != want {
				t.Errorf("%v: %s, not %s", size, got, want)
			}
			if size[1] > 100 && size[0] > 100 {
				wantQuarters(t, fmt.Sprint(size), list[0])
			}
		}
	}
}

// Every way of writing pixels is read: shades, palettes, sixteen bits, planes of colour at other sizes than light.
func TestKinds(t *testing.T) {
	plain := photo.Corners(320, 240)
	palette := color.Palette{}
	for _, c := range photo.Quarters {
		palette = append(palette, c)
	}
	few := image.NewPaletted(plain.Rect, palette)
	deep := image.NewNRGBA64(plain.Rect)
	for y := range 240 {
		for x := range 320 {
			few.Set(x, y, plain.At(x, y))
			deep.Set(x, y, plain.At(x, y))
		}
	}
	var g, lossy, lossless bytes.Buffer
	must(t, gif.Encode(&g, few, nil))
	must(t, webp.Encode(&lossy, plain, webp.Options{Quality: 95}))
	must(t, webp.Encode(&lossless, plain, webp.Options{Lossless: true}))
	kinds := map[string][]byte{
		"palette": photo.PNG(few), "sixteen bits": photo.PNG(deep), "gif": g.Bytes(), "plain": photo.PNG(plain),
		"webp": lossy.Bytes(), "lossless webp": lossless.Bytes(),
	}
	for name, data := range kinds {
		_, list, _ := copies(t, data)
		for _, img := range list {
			wantQuarters(t, name, img)
		}
	}
	gray := image.NewGray(plain.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = 77
	}
	for name, data := range map[string][]byte{"gray": photo.PNG(gray), "gray jpeg": photo.JPEG(gray)} {
		_, list, _ := copies(t, data)
		for _, img := range list {
			if !near(img, 5, 5, color.Gray{77}, 3) {
				t.Errorf("%s: %v", name, img.At(5, 5))
			}
		}
	}
}

// What shines through still does, in both forms, without a dark seam.
func TestTransparency(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1000, 1000))
	for y := range 1000 {
		for x := range 1000 {
			a := uint8(0)
			if x >= 500 {
				a = 255
			}
			if y >= 500 {
				a /= 2
			}
			img.SetNRGBA(x, y, color.NRGBA{250, 120, 30, a})
		}
	}
	info, list, _ := copies(t, photo.PNG(img))
	for i, c := range info.Copies() {
		for _, want := range []struct {
			x, y  int
			alpha uint8
		}{{1, 1, 0}, {3, 1, 255}, {1, 3, 0}, {3, 3, 127}} {
			c := color.NRGBA{250, 120, 30, want.alpha}
			x, y := want.x*list[i].Bounds().Dx()/4, want.y*list[i].Bounds().Dy()/4
			if got := color.NRGBAModel.Convert(list[i].At(x, y)).(color.NRGBA); got.A != 0 || want.alpha != 0 {
				if !near(list[i], x, y, c, 6) {
					t.Errorf("%v: %v at %d, %d, not %v", info.Copies()[i].Name, got, x, y, c)
				}
			}
		}
		if c.Format == picture.JPEG {
			t.Errorf("%s cannot be transparent", c.Name)
		}
	}
	edge := color.NRGBAModel.Convert(list[0].At(240, 10)).(color.NRGBA)
	if edge.A > 20 && edge.R < 200 {
		t.Errorf("a dark seam: %v", edge)
	}
}

// A broken picture is a problem of one kind or the other, never less, and what moves is not shown.
func TestRefused(t *testing.T) {
	shot, drawing := photo.JPEG(photo.Corners(300, 200)), photo.PNG(photo.Corners(300, 200))
	gray := photo.PNG(image.NewGray(image.Rect(0, 0, 8, 8)))
	var shown bytes.Buffer
	must(t, gif.Encode(&shown, photo.Corners(8, 8), nil))
	damaged := bytes.Clone(drawing)
	damaged[len(damaged)/2] ^= 0x55
	beyond := image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.Black, color.White, color.Gray{9}})
	for i := range beyond.Pix {
		beyond.Pix[i] = 2
	}
	copies(t, shorterPalette(photo.PNG(beyond))) // as browsers do: what is beyond the palette is black
	for name, x := range map[string]struct {
		data []byte
		want diag.Code
	}{
		"none":              {[]byte("bukan gambar"), "image-damaged"},
		"a cut photo":       {shot[:len(shot)/2], "image-cut"},
		"a cut drawing":     {drawing[:len(drawing)/2], "image-cut"},
		"a moving GIF":      {photo.Moving(9, 9), "image-moves"},
		"a moving PNG":      {photo.Chunk(drawing, "acTL", "\x00\x00\x00\x02\x00\x00\x00\x00"), "image-moves"},
		"a damaged drawing": {damaged, "image-damaged"},
		"a huge drawing":    {photo.Resized(drawing, 12000, 12000), "image-huge"},
		"a long drawing":    {photo.Resized(drawing, 1, 100_000_000), "image-huge"},
		"a huge photo":      {photo.ResizedJPEG(shot, 16000, 16000), "image-huge"},
		"a high photo":      {photo.ResizedJPEG(shot, 480, 17000), "image-huge"}, // higher than a WebP can be
		"a photo on end":    {photo.Taken(photo.ResizedJPEG(shot, 17000, 480), 6), "image-huge"},
		"a high drawing":    {photo.Resized(drawing, 1600, 9000), "image-huge"},
		"a huge gray":       {photo.Chunk(photo.Resized(gray, 8000, 8000), "tRNS", "\x00\x00"), "image-huge"},
		"a huge screen":     {screen(shown.Bytes(), 8000, 8000), "image-huge"},
		"no width":          {photo.ResizedJPEG(shot, 0, 200), "image-damaged"},
		"no height":         {photo.ResizedJPEG(shot, 300, 0), "image-damaged"},
		"no screen":         {screen(shown.Bytes(), 0, 0), "image-damaged"},
	} {
		source, problem := picture.Read(at, x.data)
		if problem == nil {
			_, problem = source.Open(at)
		}
		switch {
		case problem == nil:
			t.Errorf("%s is taken", name)
		case problem.Code != x.want || problem.Place != at || problem.Hint.Code == "":
			t.Errorf("%s: %+v", name, problem)
		}
	}
}

// screen gives a GIF a screen of another size than its picture.
func screen(data []byte, width, height uint16) []byte {
	data = bytes.Clone(data)
	binary.LittleEndian.PutUint16(data[6:], width)
	binary.LittleEndian.PutUint16(data[8:], height)
	return data
}

// A picture that is too large is taken at the width that its hint names.
func TestHugeFits(t *testing.T) {
	shot, drawing := photo.JPEG(photo.Corners(8, 8)), photo.PNG(photo.Corners(8, 8))
	for _, size := range [][2]int{{20000, 15000}, {1600, 40000}, {30, 60000}, {1600, 9000}, {800, 17000}} {
		made := func(width, height int) map[string][]byte {
			return map[string][]byte{
				"photo":   photo.ResizedJPEG(shot, uint16(width), uint16(height)),
				"drawing": photo.Resized(drawing, uint32(width), uint32(height)),
			}
		}
		for name, data := range made(size[0], size[1]) {
			_, problem := picture.Read(at, data)
			if problem == nil || problem.Code != "image-huge" {
				t.Fatal(name, size, problem)
			}
			width := problem.Hint.Args[0].(int)
			if _, problem := picture.Read(at, made(width, size[1]*width/size[0])[name]); problem != nil {
				t.Error(name, size, width, problem.Text("en"))
			}
		}
	}
}

// shorterPalette takes the last colour from a PNG's palette.
func shorterPalette(data []byte) []byte {
	from := bytes.Index(data, []byte("PLTE")) - 4
	n := binary.BigEndian.Uint32(data[from:])
	body := data[from+8:][:n-3]
	rest := data[from+12+int(n):]
	part := binary.BigEndian.AppendUint32(nil, n-3)
	part = append(append(part, "PLTE"...), body...)
	part = binary.BigEndian.AppendUint32(part, crc32.ChecksumIEEE(part[4:]))
	return slices.Concat(data[:from], part, rest)
}

// A copy that was changed, cut short or named otherwise is not taken for itself; each change of one byte shows.
func TestIntact(t *testing.T) {
	for _, data := range [][]byte{photo.JPEG(photo.Corners(40, 30)), photo.PNG(photo.Corners(40, 30))} {
		source, _ := picture.Read(at, data)
		opened, _ := source.Open(at)
		for _, c := range source.Copies() {
			file := opened.Copy(c)
			other := strings.Replace(c.Name, "-40.", "-41.", 1)
			if !picture.Intact(file, c.Name) || picture.Intact(file, other) {
				t.Errorf("%s: its name is not told", c.Name)
			}
			for i := range file {
				file[i] ^= 0x10
				if picture.Intact(file, c.Name) {
					t.Errorf("%s: byte %d may be another", c.Name, i)
				}
				file[i] ^= 0x10
			}
			for n := range file {
				if picture.Intact(file[:n], c.Name) {
					t.Errorf("%s: may end after %d bytes", c.Name, n)
				}
			}
		}
	}
}

// The same picture is written in the same bytes, and another under another name.
func TestSameBytes(t *testing.T) {
	data := photo.JPEG(photo.Corners(700, 500))
	info, _, first := copies(t, data)
	_, _, second := copies(t, bytes.Clone(data))
	for i := range first {
		if !bytes.Equal(first[i], second[i]) {
			t.Errorf("copy %d differs", i)
		}
	}
	other, _, _ := copies(t, photo.JPEG(photo.Corners(702, 500)))
	if other.Digest == info.Digest {
		t.Error("two pictures have one name")
	}
}

// The machine's own libwebp is never used: see package nolibrary.
func TestNoLibrary(t *testing.T) {
	if webp.Dynamic() == nil {
		t.Error("a libwebp of this machine is used")
	}
}

// FuzzRead reads anything without harm: every picture is refused or gives its copies.
func FuzzRead(f *testing.F) {
	small := photo.Corners(24, 16)
	var g bytes.Buffer
	must(f, gif.Encode(&g, small, nil))
	shot := photo.Taken(photo.JPEG(small), 6)
	f.Add(shot)
	f.Add(photo.Segment(shot, 0xe2, "ICC_PROFILE\x00\x01\x01"+profile(2.2, wide)))
	f.Add(photo.PNG(small))
	f.Add(photo.Chunk(photo.PNG(small), "eXIf", photo.Exif(binary.BigEndian, 3)))
	f.Add(g.Bytes())
	f.Add(screen(g.Bytes(), 0, 0))
	f.Add(photo.ResizedJPEG(shot, 0, 16))
	var w bytes.Buffer
	must(f, webp.Encode(&w, small, webp.Options{Lossless: true}))
	f.Add(w.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		source, problem := picture.Read(at, data)
		if problem != nil || source.Width*source.Height > 1<<20 {
			return
		}
		opened, problem := source.Open(at)
		if problem != nil {
			return
		}
		c := source.Copies()[0]
		file := opened.Copy(c)
		if !picture.Intact(file, c.Name) {
			t.Error("not intact")
		}
		if img, err := xwebp.Decode(bytes.NewReader(file)); err != nil || img.Bounds().Dx() != c.Width {
			t.Error(err, c)
		}
	})
}
