// Package past finds what an earlier process remembered of an output folder, for build, or why
// nothing of it is of use.
//
// It owns the reasons. It knows nothing of what was remembered; it belongs to build.
package past

import (
	"blandongan/internal/memory"
	"blandongan/internal/output"
)

// Unused says why a memory that was found is not used; "" where there was none, or it is.
type Unused string

// The reasons.
const (
	Program Unused = "program" // another program wrote it
	Address Unused = "address" // it is of a site at another address, or with other drafts
	Damaged Unused = "damaged" // or not of what lies in the folder
	Unasked Unused = "fresh"   // somebody wants everything to be made
	NoRoom  Unused = "room"    // it was taken away, for the disk has no room for it and the site
)

// Open returns the memory in a folder with its sections, that are so many: nil without one that a
// program wrote which goes by the same name, or when everything is to be made.
func Open(folder, program string, fresh bool, sections int) (output.Remembered, []string, Unused) {
	var known output.Remembered
	if !fresh {
		known = output.Memory(folder)
	}
	if parts, ok := memory.Unpack(program, known.Bytes); ok && len(parts) == sections {
		return known, parts, ""
	}
	return known, nil, why(folder, program, fresh, known.Bytes)
}

// why says why what lies in a folder is of no use.
func why(folder, program string, fresh bool, file []byte) Unused {
	switch _, lies := output.MemorySize(folder); {
	case !lies:
		return ""
	case fresh:
		return Unasked
	case memory.IsOther(program, file):
		return Program
	}
	return Damaged
}
