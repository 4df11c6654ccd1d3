// Package machine knows what the systems that we run on say and do differently.
//
// Windows has its own numbers for faults, and whatever looks at a file there (a virus scanner, a program that copies
// the folder to a cloud, the search index, an editor) keeps others from replacing and removing it meanwhile. What
// was refused for such a reason is tried again for a moment. Elsewhere nothing here does more than the library.
package machine

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"
)

// patience is how long something is tried again that another program is in the way of; longest, how long we wait
// between two attempts.
const (
	patience = 2 * time.Second
	longest  = 100 * time.Millisecond
)

// Is says that an error is one of POSIX's, of syscall's numbers that begin with E, or what this system has for it.
func Is(err, posix error) bool {
	if slices.ContainsFunc(numbers[posix], func(e error) bool { return errors.Is(err, e) }) {
		return true
	}
	return posix != ambiguous && errors.Is(err, posix)
}

// Again does what a file is read for until no other program keeps us from it.
func Again(do func() error) error { return again(do, inUse) }

// again does what another program may be in the way of until it is not.
func again(do func() error, inTheWay func(error) bool) error {
	err := do()
	for wait, end := time.Millisecond, time.Now().Add(patience); err != nil && inTheWay(err); wait *= 2 {
		if time.Now().After(end) {
			break
		}
		time.Sleep(min(wait, longest))
		err = do()
	}
	return err
}

// Open opens a file below a folder.
func Open(root *os.Root, name string, flag int, mode fs.FileMode) (f *os.File, err error) {
	err = Again(func() error { f, err = root.OpenFile(name, flag, mode); return err })
	return f, err
}

// Rename gives a file below a folder another name, in place of the file that has it.
func Rename(root *os.Root, from, to string) error {
	return again(func() error {
		err := root.Rename(from, to)
		if err != nil && held(err) && writable(root, to) {
			err = root.Rename(from, to)
		}
		return err
	}, held)
}

// Remove removes a file below a folder, or a folder that is empty.
func Remove(root *os.Root, name string) error {
	return again(func() error { return root.Remove(name) }, held)
}
