// Package output owns the folder of the built site, public/.
//
// In come paths and bytes; out come changed files. The room never knows what a
// page is. It writes only inside its folder, and of what lies there it changes
// and removes only what it wrote itself.
//
// # A build
//
//	f, err := output.Open("public", output.Options{})
//	defer f.Discard()
//	f.Put("index.html", page)   // as often as there are files, from any goroutine
//	result, err := f.Commit()
//
// Put compares the bytes with the file that lies at the address. Equal bytes
// cost nothing more and the file keeps its time; others are staged at once in
// public/.blandongan/stage, on the same file system, so that memory holds paths
// and no contents. They lie there under numbers; those of a first build, which no
// manifest awaits, under their own names in a tree (stage/tree), so that Commit can
// rename whole folders. Always the present file is read, never a remembered digest:
// a file of ours that was edited by hand, or cut short by a full disk, is made
// again. Keep alone takes the file's own word for what it is. Only in later rounds
// of a held folder, or of one that is resumed, does what is not put stay unread. Commit
// surveys the folder, and only when nothing foreign is in the way does it change anything:
// renames, then removals.
//
// # What is ours
//
// The manifest, public/.blandongan/manifest, lists our paths: a header line
// with a version, then, where the builder said it, how they were made ([Made]), then
// one slash path a line, sorted; the same set of files always makes the same bytes.
// Anything else is foreign: what is not listed, and whatever is neither a plain file
// nor a folder, listed or not, for we never make a symbolic link. A foreign file at
// an address we need makes Commit fail with all such addresses and nothing changed,
// unless its bytes are the ones we would write: then it may lie there, and stays
// foreign. Empty folders carry nothing and belong to nobody; one that stands where a
// file must be is removed. The survey is made just before the first rename; a
// foreign file born in the instant between is the one thing it cannot see.
//
// # Killed at any moment
//
// A rename is atomic, so each published file is at every moment whole: old or
// new. What must also hold is that after a kill every file we wrote is known to
// be ours, and no other. The order of Commit is therefore:
//
//  1. stage two manifests, synced: the last one, and the one ahead, which is
//     the old list plus the new addresses, each marked with the name of its
//     staged file;
//  2. rename the one ahead into place;
//  3. remove files of ours that stand where a folder must be, and the reverse;
//  4. make folders, rename staged files into place; of a tree, each folder that is
//     not there yet with all it holds, and what is in the others one by one;
//  5. remove the files earlier builds made and this one does not, then the
//     folders this left empty, deepest first;
//  6. rename the last manifest into place;
//  7. remove the stage.
//
// Open after a kill settles what it finds. A marked address whose staged file
// is gone was renamed, so it is ours; one whose staged file still lies in the
// stage never was, so what lies there, if anything, is foreign, even if it came
// after the kill. The stage is the witness and is removed only after a manifest
// without marks lies in its place. A folder of a tree that was renamed took all its
// witnesses with it, at once. What somebody laid at a folder's address since it was
// looked for is not replaced, for no folder can be renamed to that of something but an
// empty folder. So, killed
//
//   - before 2: nothing is changed but the stage, which the next Open removes;
//   - between 2 and 6: some files are new, some old, some stale ones still lie
//     there; every one of ours is listed. The next build writes what differs
//     and removes what it does not make;
//   - between 3 and 4, a folder may have been made and stayed empty: settling
//     removes the empty folders above addresses that were never reached;
//   - during 5: the old addresses are still listed, their folders are looked at
//     again by the next build, whether the file is still there or not;
//   - after 6: only the stage is left, and it holds no witness any more;
//   - while settling: it only repeats, the marks go before the stage does.
//
// An address stays ours until a build ends that gave it up: a foreign file put
// between a kill in 5 and the next build at the address of a removed file of
// ours counts as ours edited by hand. When a build adds no address, 1 and 2
// have nothing to write; when it makes the same set of files, neither has 6. One that
// makes them in another way has both: from 2 to 6 the manifest says what holds of either.
//
// Published files are not synced one by one: it would make a build many times
// slower, and the loss it guards against, a file emptied by a power cut, is
// found by the next build's comparison. The manifest is synced, because nothing
// could restore it.
//
// # What a builder remembers
//
// A builder that knows what it made need not make it again. [Folder.Remember] keeps its
// memory in public/.blandongan/memory, [Folder.Memory] and [Memory] return it, and
// [Folder.Resume] takes the folder up where it was left: then what is not put and not
// dropped stays unread, as in a later round. The room knows nothing of what is remembered
// but the first line, a digest of the manifest that lay there: the memory of another set of
// files is none, whoever made that set.
//
// A Commit that will change anything removes the memory before it does, after the manifests
// were staged and before 2 above; Remember writes it whole in the stage and renames it when
// the last manifest is in place. So a memory that lies there is of what the last Commit left:
// killed before, there is the old one and nothing was changed; killed from 2 to 7, there is
// none and the next build puts everything; killed in Remember, there is none or, when that
// Commit had nothing to change, the old one, which still holds. Neither removing nor writing
// is synced or need go well, for the memory is not what is trusted: it is to hold the stamp of
// each file, and [Folder.Stamp] tells of a file that was replaced, cut short or edited since,
// be it by a build that was killed or by one of an older program, which leaves the memory
// where it is. What removing it adds is for systems on which a stamp says little: there no
// file of a build that was cut off is taken for the one before.
//
// # One build at a time
//
// An exclusive lock on public/.blandongan/lock is held from Open to Commit or
// Discard, with Options.Hold or Options.Remember from Open to Discard. The file holds the process id while
// it is held and is emptied at release, so that two folders built from the same input
// are equal byte for byte, .blandongan included.
//
// # What it never does
//
// It renders nothing, starts no goroutine, and reaches nothing outside its folder:
// paths go through [os.Root], but for looks at what lies below folders that were found to
// be folders. It does not look at modes, owners or times of files, nor judge their stamps; the
// times of folders tell it whether somebody else changed a held one.
package output

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// The places of our own book-keeping inside the folder.
const (
	recordsFolder = ".blandongan"
	lockPath      = recordsFolder + "/lock"
	manifestPath  = recordsFolder + "/manifest"
	memoryPath    = recordsFolder + "/memory"
	stagePath     = recordsFolder + "/stage"
)

// errClosed answers calls that come after Commit or Discard.
var errClosed = errors.New("output: folder already committed or discarded")

// Options says how Open behaves.
type Options struct {
	// Wait, if not nil, makes Open wait for another build in the same folder
	// to end, until Wait is done. With nil Open fails at once.
	Wait context.Context
	// Hold keeps the folder after a Commit for rounds: the next Put begins one, and
	// whatever the last Commit left stays as it is unless it is put anew or
	// dropped. Discard lets go of the folder at last.
	Hold bool
	// Remember keeps the folder after a Commit that ended well for Stamp and Remember;
	// Discard lets go of it.
	Remember bool
}

// Folder is one build's hold on the output folder, from Open to Commit or
// Discard. Put and PutFile may be called by several goroutines.
type Folder struct {
	dir          string                 // as the caller wrote it, for messages
	keep         bool                   // Options.Hold
	linger       bool                   // Options.Remember
	round        int                    // commits so far
	looked       time.Time              // when the folder was last found as it was left
	left         map[string]folderState // the folders, after the last commit
	disk         disk
	lock         *flock.Flock
	dirs         []string // folders Open had to make for dir, outermost first
	listed       bool     // a manifest exists
	said         Made     // what it says
	own          map[string]bool
	order        []string // own in order, where that is known, as in a later round
	buffers      sync.Pool
	gate         sync.RWMutex // held for reading by Put, for writing by Commit and Discard
	closed       bool
	spent        bool // Commit was called
	ended        bool // and ended well, and the folder is kept for Remember
	present      *survey
	folded       func() map[string]string // see ownFolded
	mu           sync.Mutex               // guards all below
	made         Made                     // see Describe
	puts         map[string]int
	dropped      map[string]bool // in a later round: what goes; all else of ours stays
	above        map[string]bool // folders that puts need
	staged       int             // staged files so far
	stageFolders []disk          // subfolders of the stage made so far
	tree         *nursery        // nil until something is staged in it
	stageErr     error           // the first failure of a Put; Commit repeats it
}

// Open makes dir if it is missing, takes its lock and settles what a killed
// build left. Nothing else in dir changes before Commit. It fails with a
// *BusyError when another build holds the folder, with a *ForeignError when the
// place of our book-keeping is taken by something that is no folder, and with
// an *fs.PathError when the file system refuses.
func Open(dir string, o Options) (*Folder, error) {
	return open(dir, o, func(d disk) disk { return d })
}

// open is Open with a way for tests to stand between us and the disk.
func open(dir string, o Options, wrap func(disk) disk) (*Folder, error) {
	f, err := hold(dir, o.Wait, wrap)
	if err != nil {
		return nil, err
	}
	f.keep, f.linger, f.looked = o.Hold, o.Remember, time.Now()
	f.begin()
	f.buffers.New = func() any { return new([bufferSize]byte) }
	if err := f.settle(); err != nil {
		return nil, errors.Join(err, f.leave())
	}
	return f, nil
}

// begin makes ready for the puts of a build.
func (f *Folder) begin() {
	f.puts, f.above, f.dropped = map[string]int{}, map[string]bool{}, map[string]bool{}
	f.present = newSurvey(f)
	f.folded = sync.OnceValue(f.ownFolded)
	f.staged, f.stageErr, f.spent = 0, nil, false
}

// Discard gives up a build that was not committed: the stage goes, the lock is
// released, and a folder that Open had to make is removed again. After a Commit
// that failed half-way it settles as Open would, so that nothing temporary
// stays. It may be called again, and after Commit; then it does nothing.
func (f *Folder) Discard() error {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed {
		return nil
	}
	f.closed = true
	here, err := f.here()
	if err == nil && !here { // there is nothing to bring to rest
		return errors.Join(f.closeStage(), f.lock.Unlock(), f.disk.Close())
	}
	rest := f.settle
	if f.ended {
		rest = f.clearStage
	}
	return errors.Join(err, rest(), f.leave())
}
