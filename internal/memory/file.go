// Package memory is what a build writes down for the next one, which another process makes.
//
// It owns the form of the file and how plain values become bytes. It knows nothing of what they
// mean, and reads and writes no disk: build fills sections with values and asks for them again.
//
// # The file
//
//	blandongan memory 1\n      the form, which another version of this room changes
//	program                    who wrote it: length and text
//	sections                   how many; of each its length
//	sum                        of all that is above and below, 8 bytes
//	section … section          bytes of a [Writer]
//
// Numbers are unsigned varints. A file of another form or program, one that was cut off, and one
// of which a bit is not what it was are all the same to whoever opens it: there is nothing to
// remember. The sum finds what disks and copies do; it is no seal against somebody who writes
// into the folder of the site, for whom the pages themselves lie there.
//
// Sections are read one by one, when they are asked for: a build that finds nothing changed asks
// for those that tell it so.
package memory

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
)

const form = "blandongan memory 1\n"

// Sum tells texts apart that chance changed: two checksums that processors know how to reckon,
// ten times faster than a digest.
func Sum(text []byte) uint64 {
	return uint64(crc32.Checksum(text, castagnoli))<<32 | uint64(crc32.ChecksumIEEE(text))
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Pack makes a file of sections, for the program that is named.
func Pack(program string, sections ...[]byte) []byte {
	size := len(form) + len(program) + 8
	for _, s := range sections {
		size += len(s)
	}
	b := make([]byte, 0, size+10*(len(sections)+2))
	b = append(b, form...)
	b = binary.AppendUvarint(b, uint64(len(program)))
	b = append(b, program...)
	b = binary.AppendUvarint(b, uint64(len(sections)))
	for _, s := range sections {
		b = binary.AppendUvarint(b, uint64(len(s)))
	}
	at := len(b)
	b = append(b, make([]byte, 8)...)
	for _, s := range sections {
		b = append(b, s...)
	}
	binary.LittleEndian.PutUint64(b[at:], Sum(b))
	return b
}

// Unpack returns the sections of a file that the program that is named wrote; ok is false when
// this is none.
func Unpack(program string, file []byte) (sections []string, ok bool) {
	text := string(file)
	r := &Reader{rest: text}
	defer func() {
		if fault := recover(); fault != nil {
			if fault != ErrDamaged {
				panic(fault)
			}
			sections, ok = nil, false
		}
	}()
	if !strings.HasPrefix(text, form) {
		return nil, false
	}
	r.take(uint64(len(form)))
	if r.take(r.number()) != program {
		return nil, false
	}
	lengths := make([]uint64, r.count())
	for i := range lengths {
		lengths[i] = r.number()
	}
	at := len(text) - len(r.rest)
	sum := fixed(r.take(8))
	for _, n := range lengths {
		sections = append(sections, r.take(n))
	}
	clear(file[at : at+8])
	return sections, r.rest == "" && Sum(file) == sum
}
