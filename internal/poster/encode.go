package poster

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// signature is how a PNG begins.
const signature = "\x89PNG\r\n\x1a\n"

// ownChunk is the part that holds the digest. Its letters say in small and capital that it
// is no picture's need, is ours, and is to be dropped by who changes the picture.
const ownChunk = "blDG"

// head is how every poster begins.
var head = func() []byte {
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	b := appendChunk([]byte(signature), "IHDR", append(header, 4, 3, 0, 0, 0)) // bits a pixel; by palette
	return appendChunk(b, "PLTE", palette())
}()

// encode writes what an easel shows, and the digest of it, as a PNG: used until it is asked again.
// The standard library's asks for every pixel through an interface where two share a byte, which
// takes longer than all else.
func (e *easel) encode(digest string) []byte {
	b := append(e.out.bytes[:0], head...)
	b = appendChunk(b, ownChunk, digest)
	begun := len(b)
	e.out.bytes = append(b, "....IDAT"...)
	if e.isSet {
		e.packSet(&e.out)
	} else {
		e.pack(&e.out)
	}
	e.out.bytes = appendChunk(endChunk(e.out.bytes, begun), "IEND", "")
	return e.out.bytes
}

// appendChunk adds a part of the file: its length, its name, its bytes and their checksum.
func appendChunk[T string | []byte](b []byte, name string, data T) []byte {
	begun := len(b)
	b = append(append(b, "...."...), name...)
	return endChunk(append(b, data...), begun)
}

// endChunk ends a part that began somewhere: with four bytes for its length, and its name.
func endChunk(b []byte, begun int) []byte {
	binary.BigEndian.PutUint32(b[begun:], uint32(len(b)-begun-8))
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[begun+4:]))
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
