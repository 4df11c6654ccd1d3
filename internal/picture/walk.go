package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// mostProfile bounds a colour profile. Those of printers have half a million bytes.
const mostProfile = 4 << 20

// walkJPEG goes through the segments of a JPEG to its end mark, which phones and programs put films and notes behind.
// It says whether it came there.
func (h *head) walkJPEG(data []byte) bool {
	var profile [256][]byte // its parts, by number
	rest := data[2:]
	for {
		at := bytes.IndexByte(rest, 0xff)
		if at < 0 || at+1 >= len(rest) {
			return false
		}
		mark := rest[at+1]
		rest = rest[at+1:]
		switch {
		case mark == 0xff: // filling
			continue
		case mark == 0xd9:
			h.profile = bytes.Join(profile[:], nil)
			return true
		case mark <= 0x01 || mark >= 0xd0 && mark <= 0xd8: // no length follows: an escaped byte, a restart
			rest = rest[1:]
			continue
		}
		if len(rest) < 3 {
			return false
		}
		n := int(binary.BigEndian.Uint16(rest[1:]))
		if n < 2 || n > len(rest)-1 {
			return false
		}
		body := rest[3 : 1+n]
		rest = rest[1+n:]
		switch {
		case mark == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) && h.exif == nil:
			h.exif = body[6:]
		case mark == 0xe2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) && len(body) > 14:
			profile[body[12]] = body[14:]
		case mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc:
			h.measureJPEG(mark, body)
		}
	}
}

// measureJPEG reads the head of a frame: how many samples it has, and whether they come in passes, for which the
// decoder keeps every coefficient as four bytes.
func (h *head) measureJPEG(mark byte, body []byte) {
	if len(body) < 6 {
		return
	}
	height, width := int64(binary.BigEndian.Uint16(body[1:])), int64(binary.BigEndian.Uint16(body[3:]))
	most, sum := int64(1), int64(0)
	for c := body[6:]; len(c) >= 3; c = c[3:] {
		samples := int64(c[1]>>4) * int64(c[1]&15)
		most, sum = max(most, samples), sum+samples
	}
	h.memory = width * height * sum / most
	if mark == 0xc2 {
		h.memory *= 5
	}
}

// walkPNG goes through the chunks of a PNG to its last.
func (h *head) walkPNG(data []byte) bool {
	rest := data[len(pngSignature):]
	for len(rest) >= 12 {
		n := uint64(binary.BigEndian.Uint32(rest))
		if n > uint64(len(rest)-12) {
			return false
		}
		body := rest[8 : 8+n]
		switch string(rest[4:8]) {
		case "IEND":
			return true
		case "IHDR":
			h.passes = len(body) > 12 && body[12] != 0
		case "eXIf":
			h.exif = body
		case "acTL":
			h.moves = len(body) >= 4 && binary.BigEndian.Uint32(body) > 1
		case "tRNS":
			h.alpha = true
		case "iCCP":
			if _, packed, is := bytes.Cut(body, []byte{0, 0}); is { // a name, then the one way of packing
				h.profile = unpack(packed)
			}
		}
		rest = rest[12+n:]
	}
	return false
}

// unpack returns what zlib packed, nil when it is broken or too much.
func unpack(packed []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(r, mostProfile+1))
	if err != nil || len(data) > mostProfile {
		return nil
	}
	return data
}

// walkGIF goes through the blocks of a GIF to its trailer.
func (h *head) walkGIF(data []byte) bool {
	const header, descriptor = 13, 10
	if len(data) < header {
		return false
	}
	rest := skip(data[header:], palette(data[10]))
	for pictures := 0; len(rest) > 0; {
		switch rest[0] {
		case 0x3b:
			return true
		case 0x21: // an extension: its label, then blocks
			if len(rest) >= 5 && rest[1] == 0xf9 && rest[3]&1 != 0 {
				h.alpha = true
			}
			rest = blocks(skip(rest, 2))
		case 0x2c:
			if len(rest) < descriptor {
				return false
			}
			if pictures++; pictures > 1 {
				h.moves = true
				return true
			}
			if screen := data[6:10]; !bytes.Equal(rest[5:9], screen) { // a part of it, laid onto all: see Source.whole
				width, height := binary.LittleEndian.Uint16(screen), binary.LittleEndian.Uint16(screen[2:])
				h.memory = 4 * int64(width) * int64(height)
			}
			rest = blocks(skip(rest, descriptor+palette(rest[9])+1)) // and the size of its codes
		default:
			return false
		}
	}
	return false
}

// palette is the size in bytes of a table of colours by the flags before it.
func palette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// blocks skips blocks that each begin with their length, up to an empty one.
func blocks(data []byte) []byte {
	for len(data) > 0 && data[0] != 0 {
		data = skip(data, 1+int(data[0]))
	}
	return skip(data, 1)
}

func skip(data []byte, n int) []byte { return data[min(n, len(data)):] }

// walkWebP goes through the chunks of a WebP to the end it announces.
func (h *head) walkWebP(data []byte) bool {
	size := uint64(binary.LittleEndian.Uint32(data[4:])) + 8
	if uint64(len(data)) < size || size < 12 {
		return false
	}
	for rest := data[12:size]; len(rest) >= 8; {
		n := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if n > uint64(len(rest)-8) {
			return false
		}
		body := rest[8 : 8+n]
		switch string(rest[:4]) {
		case "VP8X":
			h.moves = len(body) > 0 && body[0]&2 != 0
		case "ALPH":
			h.alpha = true
		case "ICCP":
			h.profile = body
		case "EXIF":
			h.exif = bytes.TrimPrefix(body, []byte("Exif\x00\x00"))
		}
		rest = skip(rest, int(8+n+n&1))
	}
	return true
}
