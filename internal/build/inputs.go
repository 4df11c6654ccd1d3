package build

import (
	"errors"
	"slices"

	"blandongan/internal/files"
	"blandongan/internal/output"
	"blandongan/internal/render"
	"blandongan/internal/site"
)

// Inputs are the folders of a site that a build reads, with all below them.
func Inputs() []string { return append(slices.Clone(site.Folders), render.Folder) }

// Ignored says whether a build passes over a file or folder of the site, by its
// slash path from the root: what editors and systems leave behind.
func Ignored(name string) bool { return files.Dropping(name) }

// Busy says whether a build failed because another one holds the output folder,
// and the number of its process, 0 when that is not known.
func Busy(err error) (process int, busy bool) {
	other, busy := errors.AsType[*output.BusyError](err)
	if !busy {
		return 0, false
	}
	return other.PID, true
}

// Half says that an error came while the output folder was being changed: some of it
// may be new and some old. It returns the folder and what the machine said.
func Half(err error) (dir string, cause error, half bool) {
	h, half := errors.AsType[*output.HalfError](err)
	if !half {
		return "", err, false
	}
	return h.Dir, h.Err, true
}
