package poster

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// encoder writes PNGs of the colours of a poster. The standard library's asks for every
// pixel through an interface where two share a byte, which takes longer than all else.
type encoder struct {
	rows []byte
	packer
	file bytes.Buffer
}

// stride is how many bytes a row has: a filter, and two pixels in each.
const stride = 1 + Width/2

// signature is how a PNG begins.
const signature = "\x89PNG\r\n\x1a\n"

// ownChunk is the part that holds the digest. Its letters say in small and capital that it
// is no picture's need, is ours, and is to be dropped by who changes the picture.
const ownChunk = "blDG"

func newEncoder() *encoder {
	return &encoder{rows: make([]byte, stride*Height, stride*Height+padding)}
}

// write writes the pixels, which are colours by number, and the digest of what they show.
func (e *encoder) write(w io.Writer, pixels []uint8, digest string) error {
	e.file.Reset()
	e.file.WriteString(signature)
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	e.chunk("IHDR", append(header, 4, 3, 0, 0, 0)) // bits a pixel; by palette; what every PNG has
	e.chunk("PLTE", palette())
	e.chunk(ownChunk, []byte(digest))
	e.lay(pixels)
	e.chunk("IDAT", e.pack(e.rows))
	e.chunk("IEND", nil)
	_, err := w.Write(e.file.Bytes())
	return err
}

// lay lays out the rows, two pixels to a byte. A row begins with the filter that it was sent
// through: none, which is 0.
func (e *encoder) lay(pixels []uint8) {
	for y := range Height {
		from, to := pixels[y*Width:][:Width], e.rows[y*stride+1:][:Width/2]
		for x := 0; x < Width; x += 8 { // eight at once
			eight := binary.LittleEndian.Uint64(from[x:])
			eight = (eight<<4 | eight>>8) & 0x00ff00ff00ff00ff
			eight = (eight | eight>>8) & 0x0000ffff0000ffff
			binary.LittleEndian.PutUint32(to[x/2:], uint32(eight|eight>>16))
		}
	}
}

// chunk adds a part of the file: its length, its name, its bytes and their checksum.
func (e *encoder) chunk(name string, data []byte) {
	e.file.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	e.file.WriteString(name)
	e.file.Write(data)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, data)
	e.file.Write(binary.BigEndian.AppendUint32(nil, sum))
}

// Intact says whether a file is the poster of a digest as it was drawn: it says so itself,
// each of its parts has its checksum, and the last is its end.
func Intact(data []byte, digest string) bool {
	named := false
	rest, is := bytes.CutPrefix(data, []byte(signature))
	for is && len(rest) >= 12 {
		n := uint64(binary.BigEndian.Uint32(rest))
		if n > uint64(len(rest)-12) {
			return false
		}
		part := rest[4 : 8+n]
		if crc32.ChecksumIEEE(part) != binary.BigEndian.Uint32(rest[8+n:]) {
			return false
		}
		named = named || string(part) == ownChunk+digest
		if rest = rest[12+n:]; string(part) == "IEND" {
			return named && len(rest) == 0
		}
	}
	return false
}
