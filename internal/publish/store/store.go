// Package store holds what every store of published files and whoever uses one have
// in common: what is found at a destination, the record of our files there, the
// names that may lie there, and faults in words for whoever runs the command.
//
// In come what a place says of its files, and bytes of records; out come plain
// values. The stores themselves are rooms beside this one, and what a store must do
// is said by the room publish, which uses it. Nothing here connects to anything.
package store

import (
	"context"
	"fmt"
	"io/fs"
	"time"
)

// Our own book-keeping at a destination, by the paths that a store is asked for.
const (
	OwnFolder    = ".blandongan"
	ManifestFile = OwnFolder + "/manifest" // what we put there
	AheadFile    = OwnFolder + "/ahead"    // what a run is about to put, and what of it is done
	LockFolder   = OwnFolder + "/lock"
	StageFolder  = OwnFolder + "/stage" // of files that are on their way
)

// Found is something that lies at a destination.
type Found struct {
	// File says that it is a plain file; Folder, that it is a folder.
	File, Folder bool
	// Size is in bytes.
	Size int64
	// Stamp is equal as long as nobody wrote the file again, and no longer.
	Stamp string
	// Time is when it was last written, by the destination's clock.
	Time time.Time
}

// FoundOf is what a file system says of a file. Written is the time that its stamp
// holds, as exact as that system keeps it.
func FoundOf(info fs.FileInfo, written int64) Found {
	return Found{
		File: info.Mode().IsRegular(), Folder: info.IsDir(), Size: info.Size(), Time: info.ModTime(),
		Stamp: fmt.Sprintf("%d-%d", info.Size(), written),
	}
}

// Same says that what was found is what was found before.
func (f Found) Same(before Found) bool {
	return f.File == before.File && f.Folder == before.Folder && (!f.File || f.Stamp == before.Stamp)
}

// Meta is what a store that keeps headers is to say when a visitor fetches a
// file.
type Meta struct {
	Type, CacheControl string
}

// Traits tells what kind of place a store is.
type Traits struct {
	// Name is the destination for people: "sftp://www.example/srv/site".
	Name string
	// Headers says that the store keeps [Meta].
	Headers bool
	// Flat says that the store has no folders: a file may lie where others have one.
	Flat bool
	// Releases says that what a run puts is shown to visitors all at once at its end,
	// as a release beside the earlier ones.
	Releases bool
	// Workers is how many calls are worth making at once.
	Workers int
}

// Releases are those that a store keeps, by their names.
type Releases struct {
	Shown string
	// Earlier was shown before it, or is the newest before that which is whole.
	Earlier string
	// Broken are those between that are stepped over, as they are not whole.
	Broken []string
	// Unreadable says that the record of the one that is shown cannot be read.
	Unreadable bool
}

// Plain is the part of a store that keeps no releases: it shows each file as it
// comes, and there is nothing to begin, to show, or to go back to.
type Plain struct{}

// Refresh finds nothing new.
func (Plain) Refresh(context.Context) (unreadable string, err error) { return "", nil }

// Begin has nothing to prepare.
func (Plain) Begin(context.Context, []string, func(string) bool) error { return nil }

// Finish has nothing to show.
func (Plain) Finish(context.Context) error { return nil }

// Releases are none.
func (Plain) Releases(context.Context) (Releases, error) { return Releases{}, nil }

// Return cannot be done.
func (Plain) Return(context.Context, string, func(shown, earlier Record) []Entry) error {
	return fs.ErrInvalid
}
