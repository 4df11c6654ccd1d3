package output

import (
	"fmt"
	"path/filepath"
	"strings"
)

// BusyError says that another build holds the folder.
type BusyError struct {
	Dir string // as given to Open
	PID int    // the process that holds it; 0 if it had not said so yet
}

func (e *BusyError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("%s is being built by another process", e.Dir)
	}
	return fmt.Sprintf("%s is being built by process %d", e.Dir, e.PID)
}

// HalfError says that the file system refused when a build was changing the folder:
// every file is whole, but some may be of this build and some of the one before.
type HalfError struct {
	Dir string // as given to Open
	Err error
}

func (e *HalfError) Error() string { return e.Err.Error() }

func (e *HalfError) Unwrap() error { return e.Err }

// UnreadableError says that the folder's manifest is damaged, or of a later version of the program:
// what was built there cannot be told from what was not. Nothing was changed.
type UnreadableError struct {
	Dir string // as given to Open
	Err error
}

func (e *UnreadableError) Error() string { return e.Err.Error() }

func (e *UnreadableError) Unwrap() error { return e.Err }

// ForeignError says that files we did not write lie at addresses we need.
// Nothing was changed.
type ForeignError struct {
	Dir   string   // as given to Open
	Paths []string // slash paths below Dir of what is in the way, sorted
}

// shownPaths keeps the message readable when the wrong folder was named.
const shownPaths = 10

func (e *ForeignError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s holds what this program did not make, where the site needs room:", e.Dir)
	for i, p := range e.Paths {
		if i == shownPaths {
			fmt.Fprintf(&b, "\n  and %d more", len(e.Paths)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %s", filepath.Join(e.Dir, filepath.FromSlash(p)))
	}
	return b.String()
}
