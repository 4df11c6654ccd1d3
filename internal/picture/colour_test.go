package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"runtime"
	"strings"
	"testing"

	"blandongan/internal/lab/photo"
)

// The columns of a profile's matrix: where red, green and blue lie in the space of ICC (D50). wide are the primaries of
// Display P3, as telephones have them; narrow are those of sRGB. From the profiles' published values.
var (
	wide   = [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}
	narrow = [3][3]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}}
)

// profile is an ICC profile of version 2: a matrix and a power.
func profile(gamma float64, matrix [3][3]float64) string {
	be := binary.BigEndian
	fixed := func(b []byte, x float64) []byte { return be.AppendUint32(b, uint32(int32(math.Round(x*65536)))) }
	xyz := func(v [3]float64) []byte {
		return fixed(fixed(fixed([]byte("XYZ \x00\x00\x00\x00"), v[0]), v[1]), v[2])
	}
	curve := be.AppendUint16([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), uint16(math.Round(gamma*256)))
	curve = append(curve, 0, 0)
	name := "desc\x00\x00\x00\x00\x00\x00\x00\x05Contoh\x00"[:17] + string(make([]byte, 79))
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", []byte(name)}, {"wtpt", xyz([3]float64{0.9642, 1, 0.8249})},
		{"rXYZ", xyz(matrix[0])}, {"gXYZ", xyz(matrix[1])}, {"bXYZ", xyz(matrix[2])},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for _, t := range tags {
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(128+4+12*len(tags)+len(data)))
		table = be.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(128+len(table)+len(data)))
	copy(head[8:], "\x02\x40\x00\x00mntrRGB XYZ ")
	copy(head[36:], "acsp")
	copy(head[68:], "\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d")
	return string(head) + string(table) + string(data)
}

// Colours of another profile than that of screens are followed into it: the red of a telephone's screen is redder than
// ours can be, its gray is our gray.
func TestProfile(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			img.SetNRGBA(x, y, color.NRGBA{128, 128, 128, 255})
			if x >= 32 {
				img.SetNRGBA(x, y, color.NRGBA{180, 90, 60, 255})
			}
		}
	}
	packed := func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		_, err := w.Write([]byte(s))
		must(t, err)
		must(t, w.Close())
		return "Contoh\x00\x00" + b.String()
	}
	p3, same := profile(2.2, wide), profile(2.2, narrow)
	for name, data := range map[string][]byte{
		"photo":   photo.Segment(photo.JPEG(img), 0xe2, "ICC_PROFILE\x00\x01\x01"+p3),
		"drawing": photo.Chunk(photo.PNG(img), "iCCP", packed(p3)),
		"in parts": photo.Segment(photo.Segment(photo.JPEG(img), 0xe2, "ICC_PROFILE\x00\x02\x02"+p3[200:]),
			0xe2, "ICC_PROFILE\x00\x01\x02"+p3[:200]),
	} {
		_, list, _ := copies(t, data)
		for _, img := range list {
			if !near(img, 8, 16, color.NRGBA{128, 128, 128, 255}, 4) {
				t.Errorf("%s: gray is %v", name, img.At(8, 16))
			}
			if !near(img, 56, 16, color.NRGBA{192, 86, 51, 255}, 5) { // the matrices multiplied by hand
				t.Errorf("%s: red is %v", name, img.At(56, 16))
			}
		}
	}
	for name, s := range map[string]string{"the screen's": same, "broken": p3[:150], "none": "apa"} {
		_, list, _ := copies(t, photo.Chunk(photo.PNG(img), "iCCP", packed(s)))
		if !near(list[0], 56, 16, color.NRGBA{180, 90, 60, 255}, 4) {
			t.Errorf("%s: %v", name, list[0].At(56, 16))
		}
	}
}

// A profile that promises more than it holds is passed over before memory is taken for it.
func TestProfilePromises(t *testing.T) {
	whole := profile(2.2, wide)
	put := func(at int, n uint32) string {
		p := []byte(whole)
		binary.BigEndian.PutUint32(p[at:], n)
		return string(p)
	}
	for name, p := range map[string]string{
		"parts":  put(128, 0xa0a0a0a0),
		"a part": put(132+8, 0xf0000000),
		"points": put(strings.Index(whole, "curv\x00")+8, 0xf0000000),
	} {
		img := photo.Corners(16, 16)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		copies(t, photo.Segment(photo.JPEG(img), 0xe2, "ICC_PROFILE\x00\x01\x01"+p))
		if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 256<<20 {
			t.Errorf("%s: %d MB", name, (after.TotalAlloc-before.TotalAlloc)>>20)
		}
	}
}

// A photo in a printer's inks is shown in the colours of screens.
func TestInks(t *testing.T) {
	_, list, _ := copies(t, inks(t))
	for _, img := range list {
		if !near(img, 8, 8, color.NRGBA{200, 40, 40, 255}, 12) {
			t.Errorf("red is %v", img.At(8, 8))
		}
	}
}

// inks is a JPEG with four planes, as programs for print write it: turned over. Go writes none; so three are written
// as one picture of light alone each, and their scans put together under one head.
func inks(t *testing.T) []byte {
	t.Helper()
	be := binary.BigEndian
	plane := func(v uint8) (head, scan []byte) {
		img := image.NewGray(image.Rect(0, 0, 16, 16))
		for i := range img.Pix {
			img.Pix[i] = v
		}
		var b bytes.Buffer
		must(t, jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}))
		at := bytes.Index(b.Bytes(), []byte("\xff\xda"))
		return b.Bytes()[:at], b.Bytes()[at : b.Len()-2]
	}
	head, _ := plane(0)
	frame := bytes.Index(head, []byte("\xff\xc0"))
	end := frame + 2 + int(be.Uint16(head[frame+2:]))
	file := append([]byte{}, head[:2]...)
	file = append(file, "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"...)
	file = append(file, head[2:frame]...)
	file = append(file, 0xff, 0xc0, 0, 20, 8, 0, 16, 0, 16, 4)
	for id := byte(1); id <= 4; id++ {
		file = append(file, id, 0x11, 0)
	}
	file = append(file, head[end:]...)
	for id, v := range []uint8{200, 40, 40, 255} { // 255 less the ink
		_, scan := plane(v)
		scan = bytes.Clone(scan)
		scan[5] = byte(id + 1)
		file = append(file, scan...)
	}
	return append(file, 0xff, 0xd9)
}
