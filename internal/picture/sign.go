package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
)

// A copy says what it was made from in a part of its own that no program shows: a chunk of PNG and WebP, a segment of
// JPEG. In it are the copy's mark and a sum over the file without it.
const (
	ownChunk   = "blDG"
	ownSegment = "Blandongan\x00" // in APP15, which nobody else uses
	sumLength  = 8
)

// Intact says whether a file is the copy of a name, as it was written.
func Intact(data []byte, name string) bool {
	format := Kind(data)
	plain, own := parted(format, data)
	return own != nil && string(own) == mark(name)+string(sum(plain)) && bytes.Equal(insert(format, plain, own), data)
}

func sum(data []byte) []byte {
	s := sha256.Sum256(data)
	return s[:sumLength]
}

// signed adds the part to a file.
func signed(f Format, data []byte, mark string) []byte {
	if f == WebP {
		data = extended(data)
	}
	return insert(f, data, append([]byte(mark), sum(data)...))
}

// insert puts the part where its format wants it: before the pixels, and in WebP behind them.
func insert(f Format, data, own []byte) []byte {
	var part []byte
	at := len(data)
	switch f {
	case JPEG:
		at = 2
		own = append([]byte(ownSegment), own...)
		part = binary.BigEndian.AppendUint16([]byte{0xff, 0xef}, uint16(2+len(own)))
		part = append(part, own...)
	case PNG:
		at = len(pngSignature) + 25 // the header
		part = binary.BigEndian.AppendUint32(nil, uint32(len(own)))
		part = append(append(part, ownChunk...), own...)
		part = binary.BigEndian.AppendUint32(part, crc32.ChecksumIEEE(part[4:]))
	case WebP:
		part = binary.LittleEndian.AppendUint32([]byte(ownChunk), uint32(len(own)))
		part = append(part, own...)
		part = append(part, make([]byte, len(own)&1)...)
	}
	all := append(append(append(make([]byte, 0, len(data)+len(part)), data[:at]...), part...), data[at:]...)
	if f == WebP {
		binary.LittleEndian.PutUint32(all[4:], uint32(len(all)-8))
	}
	return all
}

// parted takes the part out of a file again; own is nil when it has none.
func parted(f Format, data []byte) (plain, own []byte) {
	without := func(from, to int) []byte { return append(bytes.Clone(data[:from]), data[to:]...) }
	switch f {
	case JPEG:
		const head = 2 + 4 + len(ownSegment)
		if len(data) < head || data[3] != 0xef || string(data[6:head]) != ownSegment {
			return nil, nil
		}
		end := 4 + int(binary.BigEndian.Uint16(data[4:]))
		if end < head || end > len(data) {
			return nil, nil
		}
		return without(2, end), data[head:end]
	case PNG:
		const at = len(pngSignature) + 25
		if len(data) < at+12 || string(data[at+4:at+8]) != ownChunk {
			return nil, nil
		}
		n := uint64(binary.BigEndian.Uint32(data[at:]))
		if n > uint64(len(data)-at-12) {
			return nil, nil
		}
		return without(at, at+12+int(n)), data[at+8 : at+8+int(n)]
	case WebP:
		at := bytes.LastIndex(data, []byte(ownChunk))
		if at < 12 || len(data)-at < 8 {
			return nil, nil
		}
		n := uint64(binary.LittleEndian.Uint32(data[at+4:]))
		if at+8+int(n+n&1) != len(data) || n > uint64(len(data)) {
			return nil, nil
		}
		plain = bytes.Clone(data[:at])
		binary.LittleEndian.PutUint32(plain[4:], uint32(at-8))
		return plain, data[at+8 : at+8+int(n)]
	}
	return nil, nil
}

// extended puts the head before a WebP that has none yet: only with it may there be a part that is not known.
func extended(data []byte) []byte {
	const riff, hasAlpha = 12, 0x10
	if string(data[riff:riff+4]) == "VP8X" {
		return data
	}
	var flags byte
	body := data[riff+8:]
	var width, height uint32
	if string(data[riff:riff+4]) == "VP8L" { // a byte, then 14 bits of each side less one, then whether it may be clear
		bits := binary.LittleEndian.Uint32(body[1:])
		width, height = bits&0x3fff, bits>>14&0x3fff
		if bits>>28&1 != 0 {
			flags = hasAlpha
		}
	} else { // after its tag and start code, 14 bits of each side
		width = uint32(binary.LittleEndian.Uint16(body[6:])&0x3fff) - 1
		height = uint32(binary.LittleEndian.Uint16(body[8:])&0x3fff) - 1
	}
	head := append([]byte("VP8X"), 10, 0, 0, 0, flags, 0, 0, 0)
	head = append(head, byte(width), byte(width>>8), byte(width>>16), byte(height), byte(height>>8), byte(height>>16))
	all := append(append(append(make([]byte, 0, len(data)+len(head)), data[:riff]...), head...), data[riff:]...)
	binary.LittleEndian.PutUint32(all[4:], uint32(len(all)-8))
	return all
}
