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
)

// Open returns the sections of the memory in a folder, that are so many: nil without one that a
// program wrote which goes by the same name, or when everything is to be made.
func Open(folder, program string, fresh bool, sections int) ([]string, Unused) {
	var file []byte
	if !fresh {
		file = output.Memory(folder)
	}
	if parts, ok := memory.Unpack(program, file); ok && len(parts) == sections {
		return parts, ""
	}
	switch _, lies := output.MemorySize(folder); {
	case !lies:
		return nil, ""
	case fresh:
		return nil, Unasked
	case memory.IsOther(program, file):
		return nil, Program
	}
	return nil, Damaged
}
