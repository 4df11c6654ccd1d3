package publish

import (
	"time"

	"blandongan/internal/publish/store"
)

// Change is one thing that a run will do on the destination.
type Change struct {
	Path   string
	Action Action
	Why    Reason
	// Size in bytes: of the file in the folder, or of the one that goes. What a file
	// weighs compressed is known when it is sent.
	Size  int64
	group group
	// clears says that the change makes room for one of its group.
	clears bool
	found  store.Found // there, when the plan was made
	file   store.File
	meta   store.Meta
}

// Action is what happens to an address.
type Action int

// The actions.
const (
	Send Action = iota
	Replace
	Remove
)

// Reason is why a change is in a plan.
type Reason string

// The reasons of changes.
const (
	IsNew        Reason = "new"         // the destination never had it
	IsMissing    Reason = "missing"     // we put it there, and it is gone
	Differs      Reason = "differs"     // the site's file changed
	ChangedThere Reason = "touched"     // somebody wrote it on the destination
	OtherHeaders Reason = "headers"     // the same bytes, but other headers
	Foreign      Reason = "foreign"     // not ours, and at an address of the site
	NotInSite    Reason = "not-in-site" // no page loads it any more
	GraceOver    Reason = "grace-over"  // kept for earlier pages, long enough
	NotMade      Reason = "not-made"    // an earlier version sent it, and it never was of the site
)

// Plan is what a run will do, in its order.
type Plan struct {
	Changes []Change
	// Unchanged counts the files that lie on the destination as they should.
	Unchanged int
	// Waiting are the files that left the site and stay for a grace time; the first
	// of them may be removed at Until.
	Waiting []string
	Until   time.Time
	// Left are files of ours that left the site and were written by somebody on the
	// destination: they are theirs now.
	Left []string
	// Published are the pages of the last run, by path, with their names.
	Published map[string]string
	// Last is when the last run ended, zero when there was none; Cut says that a
	// run began since and did not end.
	Last time.Time
	Cut  bool
	// Beside counts the things in the prefix itself that are not ours, when the destination
	// was never published to.
	Beside int

	// Unreadable names the release that visitors are shown when its record cannot be
	// read: the run leaves it aside.
	Unreadable string

	// recorded says that the records must be written, whatever is sent.
	recorded bool
	state    *state
	entries  map[string]store.Entry // as they will be, without stamps where changes decide
	live     int                    // files of the site on the destination before
	leaving  int                    // of these, the ones to be removed
}

// Empty says that the destination is what it should be.
func (p *Plan) Empty() bool { return len(p.Changes) == 0 && !p.Cut && !p.recorded }

// Count tells how many changes there are of an action, and their bytes.
func (p *Plan) Count(a Action) (n int, size int64) {
	for _, c := range p.Changes {
		if c.Action == a {
			n, size = n+1, size+c.Size
		}
	}
	return n, size
}

// Sends says of a path whether a file is sent there, or was when the run is over.
func (p *Plan) Sends() func(path string) bool {
	sent := make(map[string]bool, len(p.Changes))
	for _, c := range p.Changes {
		sent[c.Path] = c.Action != Remove
	}
	return func(path string) bool { return sent[path] }
}

// Foreign are the paths at which something lies that is not ours and that the
// run would replace.
func (p *Plan) Foreign() []string {
	var list []string
	for _, c := range p.Changes {
		if c.Why == Foreign {
			list = append(list, c.Path)
		}
	}
	return list
}

// RemovesMuch says that more than a quarter of the site would go: perhaps the
// wrong folder is being published. What only ends its grace left before, and what
// is packed beside a file is not counted.
func (p *Plan) RemovesMuch() bool { return 4*p.leaving > p.live }

// weight is how many files of the site an entry is.
func weight(e store.Entry) int {
	if e.Encoding != "" {
		return 0
	}
	return 1
}
