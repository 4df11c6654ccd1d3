// Package memory is what a build writes down for the next one, which another process makes.
//
// It owns the form of the file and how plain values become bytes. It knows nothing of what they
// mean, and reads and writes no disk: build fills sections with values and asks for them again.
//
// # The file
//
//	blandongan memory 3\n      the form, which another version of this room changes
//	program                    who wrote it: length, an unsigned varint, and text
//	section … section          bytes of a [Writer]
//	length … length            of each section
//	sections                   how many
//	sum                        of all that is above, see [Sum]
//
// The last three are numbers of 8 bytes, the lowest first: so a file is written from its beginning to
// its end, and no section need be held whole. A file of another form or program, one that was cut
// off, and one of which a bit is not what it was are all the same to whoever opens it: there is
// nothing to remember. The sum finds what disks and copies do; it is no seal against somebody who
// writes into the folder of the site, for whom the pages themselves lie there.
//
// Sections are read one by one, when they are asked for: a build that finds nothing changed asks
// for those that tell it so.
package memory

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
	"unsafe"
)

const form = "blandongan memory 3\n"

// Sum tells texts apart that chance changed: two checksums that processors know how to reckon,
// ten times faster than a digest. It is never 0.
func Sum(text []byte) uint64 {
	var s Sums
	s.add(text)
	return s.Sum()
}

// Sums reckons the Sum of a text that comes in pieces.
type Sums struct{ castagnoli, ieee uint32 }

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (s *Sums) add(text []byte) {
	s.castagnoli = crc32.Update(s.castagnoli, castagnoli, text)
	s.ieee = crc32.Update(s.ieee, crc32.IEEETable, text)
}

// Write implements [io.Writer]. It has no error.
func (s *Sums) Write(piece []byte) (int, error) {
	s.add(piece)
	return len(piece), nil
}

// Sum is that of all pieces.
func (s *Sums) Sum() uint64 { return uint64(s.castagnoli)<<32 | uint64(s.ieee) | 1<<63 }

// File writes a file, section by section.
type File struct {
	to      io.Writer
	sums    Sums
	size    uint64 // of the sections
	lengths []byte
	writer  Writer
	err     error // the first
}

// NewFile begins a file for the program that is named.
func NewFile(to io.Writer, program string) *File {
	f := &File{to: to}
	f.write(append(binary.AppendUvarint([]byte(form), uint64(len(program))), program...))
	f.size = 0
	return f
}

func (f *File) write(b []byte) {
	if f.err == nil {
		_, f.err = f.to.Write(b)
	}
	f.sums.add(b)
	f.size += uint64(len(b))
}

// Write adds bytes to the section that End ends.
func (f *File) Write(b []byte) (int, error) {
	f.write(b)
	return len(b), f.err
}

// WriteString is Write for a text.
func (f *File) WriteString(s string) (int, error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Put adds the value that p points to, whose type is one of the codec's roots, and ends the section.
func (f *File) Put(c *Codec, p any) {
	f.writer.Codec, f.writer.to = c, f
	if err := f.writer.flush(p); f.err == nil {
		f.err = err
	}
	f.End()
}

// End ends a section.
func (f *File) End() {
	f.lengths = binary.LittleEndian.AppendUint64(f.lengths, f.size)
	f.size = 0
}

// Close ends the file. The error is the first that came while it was written: the writer's, or that an
// interface held what none may.
func (f *File) Close() error {
	f.write(binary.LittleEndian.AppendUint64(f.lengths, uint64(len(f.lengths)/8)))
	f.write(binary.LittleEndian.AppendUint64(nil, f.sums.Sum()))
	return f.err
}

// IsOther says whether a file begins as one that another program wrote than that which is named.
func IsOther(program string, file []byte) bool {
	name, _, _ := strings.Cut(form, " memory ")
	own := append(binary.AppendUvarint([]byte(form), uint64(len(program))), program...)
	return bytes.HasPrefix(file, []byte(name+" memory ")) && !bytes.HasPrefix(file, own)
}

// Unpack returns the sections of a file that the program that is named wrote; ok is false when
// this is none. They share the memory of the file, which stays as it is from now on.
func Unpack(program string, file []byte) (sections []string, ok bool) {
	text := unsafe.String(unsafe.SliceData(file), len(file))
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
	if r.take(r.number()) != program || len(r.rest) < 16 || Sum(file[:len(file)-8]) != fixed(text[len(text)-8:]) {
		return nil, false
	}
	rest, lengths := r.rest[:len(r.rest)-16], r.rest[len(r.rest)-16:]
	count := fixed(lengths[:8])
	if count > uint64(len(rest)/8) {
		return nil, false
	}
	at := len(rest) - 8*int(count)
	r.rest, lengths = rest[:at], rest[at:]
	for ; lengths != ""; lengths = lengths[8:] {
		sections = append(sections, r.take(fixed(lengths[:8])))
	}
	return sections, r.rest == ""
}
