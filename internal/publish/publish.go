// Package publish puts a built site where visitors read it: into a folder behind
// a web server, onto a host reached by SFTP, or into S3-compatible storage.
//
// In come a folder, the list of what was made in it, and a [Store]; out come a [Plan] that
// can be read before anything happens, and a destination that holds exactly those files.
// The room knows nothing of how a site is built, nor of terminals.
//
// # Never broken
//
// Visitors read the destination all the while, and a run may be cut off at any moment.
// Therefore
//
//   - a file at its address is whole at every moment, old or new: a [Store] puts
//     it there in one step;
//   - what pages load goes first, then new pages, then those that are replaced,
//     then feeds and the sitemap, so that whatever a page names is there before it;
//   - what earlier pages load stays for a grace time after it left the site, for
//     whoever still reads them;
//   - the end of a machine's power takes nothing away that was published: what was
//     sent is on the disk before a record says so, and the record before anything is
//     removed, or a release shown;
//   - a group begins when the one before it is complete, and nothing is removed
//     before all files are sent, with two exceptions that go just before the file
//     they hinder: what lies where it or its folder must be, and a packed form of it
//     that the site has no more.
//
// # Only ours
//
// What is sent is what the builder says that it made. Whatever else lies in the
// folder, perhaps a secret, is left where it is, and told.
//
// On the destination lies .blandongan/manifest, the list of the files we put there. A run
// first puts .blandongan/ahead, the list of what it is about to put, and from time to time
// the same list with what is done. After a cut, the next run reads both: what is listed as
// done is not sent again, what may be done is read and compared. What is in neither list
// is not ours, and is neither replaced (unless the caller insists) nor removed. A file of
// ours that somebody changed there is replaced when the site has it and left alone when it
// has not. What changes there after the plan was made ends the run before it does
// anything, and later is not removed; a file that somebody writes while the run goes on is
// replaced if the run was to put one there.
//
// # One publisher at a time
//
// A publisher puts a file of its own name into .blandongan/lock/ and then lists that
// folder: if another is there, it withdraws. Two that come at once may both withdraw; they
// cannot both go on. A lock is renewed while its owner lives, and one who finds that he
// was silent for long withdraws if another came. By the destination's own clock it is
// stale when its owner was silent for [staleAfter], and at once when the owner was a
// process of this machine that has ended (which Linux alone tells).
//
// # What it never does
//
// It leaves a destination's prefix, follows a link in the folder it publishes, keeps a
// secret or prints one.
package publish

import (
	"context"
	"io"
	"path"
	"strings"

	"blandongan/internal/publish/store"
)

// Store is a place for files below one prefix. Paths are slash-separated,
// relative to it, and clean ([fs.ValidPath]). All methods may be called from
// several goroutines. An error that trying again cannot mend is a *[store.Fault], and
// fs.ErrNotExist and the like stay recognisable in any.
type Store interface {
	// Look tells what lies at the paths; where nothing does, the answer has nothing.
	// Links are not followed: a link is neither a file nor a folder.
	Look(ctx context.Context, paths []string) (map[string]store.Found, error)
	// List tells what lies right in a folder, by name; nothing, when there is no
	// such folder. Storage without folders tells of what begins like one.
	List(ctx context.Context, folder string) (map[string]store.Found, error)
	// Open reads a file.
	Open(ctx context.Context, name string) (io.ReadCloser, error)
	// Put places a file, over another or where none was, whole or not at all, with
	// the folders it needs. It returns what Look will say of it. The body is read
	// from its beginning.
	Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m store.Meta) (store.Found, error)
	// Remove removes a file and then the folders this leaves empty, but for the
	// prefix itself. A file that is not there is removed.
	Remove(ctx context.Context, name string) error
	// Flush returns when all that was put is where the end of the destination's power does not
	// reach it, as far as the destination can be asked for that.
	Flush(ctx context.Context) error
	// Traits tells what kind of place this is.
	Traits() store.Traits
	// Close lets go of connections.
	Close() error

	// Refresh looks again what visitors are shown: another publisher may have been
	// here. It names the release that is shown when the record of that cannot be read;
	// a run then goes on from the newest one that is whole.
	Refresh(ctx context.Context) (unreadable string, err error)
	// Begin begins a run that holds the lock: it mends what a cut left half done,
	// and, where there are releases, makes a place that holds the files to keep and
	// what is not ours. What is put from now on is put there.
	Begin(ctx context.Context, keep []string, ours func(name string) bool) error
	// Finish shows visitors what was put, when all of it was flushed. It may be called
	// again when it failed.
	Finish(ctx context.Context) error
	// Releases tells which release is shown, and which was before it.
	Releases(ctx context.Context) (store.Releases, error)
	// Return prepares an earlier release for Finish to show it again. Of the records of
	// the one that is shown and of that one, lend says which files come along, and how they
	// are entered in the record of that one.
	Return(ctx context.Context, to string, lend func(shown, earlier store.Record) []store.Entry) error
}

// isPage says whether a visitor reads a file as a page.
func isPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".html" || ext == ".htm"
}
