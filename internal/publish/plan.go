package publish

import (
	"cmp"
	"context"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Act is one thing that a run will do on the target.
type Act struct {
	Path string
	Do   Deed
	Why  Reason
	// Size in bytes: of the file in the folder, or of the one that goes. What a file
	// weighs compressed is known when it is sent.
	Size  int64
	group group
	// clears says that the act makes room for one of its group.
	clears bool
	lay    Found // there, when the plan was made
	file   file
	meta   Meta
}

// Deed is what happens to an address.
type Deed int

// The deeds.
const (
	Send Deed = iota
	Replace
	Remove
)

// Reason is why an act is in a plan.
type Reason string

// The reasons of acts.
const (
	IsNew        Reason = "new"         // the target never had it
	IsMissing    Reason = "missing"     // we put it there, and it is gone
	Differs      Reason = "differs"     // the site's file changed
	ChangedThere Reason = "touched"     // somebody wrote it on the target
	OtherHeaders Reason = "headers"     // the same bytes, but other headers
	Foreign      Reason = "foreign"     // not ours, and at an address of the site
	NotInSite    Reason = "not-in-site" // no page loads it any more
	GraceOver    Reason = "grace-over"  // kept for earlier pages, long enough
)

// group is when in a run a file's turn comes.
type group int

const (
	loaded    group = iota // what pages load
	added                  // pages that were not there
	replaced               // pages that were
	lists                  // feeds, sitemap and what else machines read
	withdrawn              // pages that go, before what they load
	removed
	groups
)

// Plan is what a run will do, in its order.
type Plan struct {
	Acts []Act
	// Unchanged counts the files that lie on the target as they should.
	Unchanged int
	// Waiting are the files that left the site and stay for a grace time; the first
	// of them may be removed at Until.
	Waiting []string
	Until   time.Time
	// Left are files of ours that left the site and were written by somebody on the
	// target: they are theirs now.
	Left []string
	// Published are the pages of the last run, by path, with their names.
	Published map[string]string
	// Last is when the last run ended, zero when there was none; Cut says that a
	// run began since and did not end.
	Last time.Time
	Cut  bool
	// Beside counts the things in the prefix itself that are not ours, when the
	// target was never published to.
	Beside int

	// recorded says that the records must be written, whatever is sent.
	recorded bool
	state    *state
	entries  map[string]entry // as they will be, without stamps where acts decide
	live     int              // files of the site on the target before
}

// Empty says that the target is what it should be.
func (p *Plan) Empty() bool { return len(p.Acts) == 0 && !p.Cut && !p.recorded }

// Count tells how many acts there are of a deed, and their bytes.
func (p *Plan) Count(d Deed) (n int, size int64) {
	for _, a := range p.Acts {
		if a.Do == d {
			n, size = n+1, size+a.Size
		}
	}
	return n, size
}

// Foreign are the paths at which something lies that is not ours and that the
// run would replace.
func (p *Plan) Foreign() []string {
	var list []string
	for _, a := range p.Acts {
		if a.Why == Foreign {
			list = append(list, a.Path)
		}
	}
	return list
}

// fewFiles is how many may always be removed: a quarter of a small site is
// nothing.
const fewFiles = 10

// RemovesMuch says that more than a quarter of the site would go: perhaps the
// wrong folder is being published.
func (p *Plan) RemovesMuch() bool {
	n, _ := p.Count(Remove)
	return n > fewFiles && 4*n > p.live
}

// Plan compares the tree with what the target has, and changes nothing.
func (p *Publisher) Plan(ctx context.Context) (*Plan, error) {
	var plan *Plan
	err := p.try(ctx, p.store.Traits().Name, func() (err error) {
		plan, err = p.plan(ctx)
		return err
	})
	return plan, err
}

func (p *Publisher) plan(ctx context.Context) (*Plan, error) {
	st, err := p.readState(ctx)
	if err != nil {
		return nil, err
	}
	lying, err := p.store.Look(ctx, p.paths(st))
	if err != nil {
		return nil, err
	}
	if err := st.settle(ctx, p.store, lying); err != nil {
		return nil, err
	}
	plan := &Plan{state: st, Last: st.manifest.at, Cut: st.cut, Published: map[string]string{}, entries: map[string]entry{}}
	if len(st.entries)+len(st.unsure) == 0 {
		if plan.Beside, err = p.beside(ctx); err != nil {
			return nil, err
		}
	}
	for _, f := range p.tree.files {
		if err := p.planFile(plan, f, lying[f.path]); err != nil {
			return nil, err
		}
	}
	p.planRest(plan, lying)
	slices.SortFunc(plan.Acts, inOrder)
	return plan, nil
}

func inOrder(a, b Act) int {
	clears := 0
	if a.clears != b.clears {
		clears = 1
		if a.clears {
			clears = -1
		}
	}
	return cmp.Or(cmp.Compare(a.group, b.group), clears, cmp.Compare(a.Path, b.Path))
}

// readState reads the records of what is shown now.
func (p *Publisher) readState(ctx context.Context) (*state, error) {
	if s, ok := p.store.(atomically); ok {
		if err := s.Refresh(ctx); err != nil {
			return nil, err
		}
	}
	return readState(ctx, p.store)
}

// paths are all addresses that matter, each once.
func (p *Publisher) paths(st *state) []string {
	all := make(map[string]bool, len(p.tree.files)+len(st.entries))
	for _, f := range p.tree.files {
		all[f.path] = true
	}
	for name := range st.entries {
		all[name] = true
	}
	for name := range st.unsure {
		all[name] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// beside counts what lies in the prefix already.
func (p *Publisher) beside(ctx context.Context) (int, error) {
	found, err := p.store.List(ctx, ".")
	delete(found, mark)
	return len(found), err
}

// planFile decides what becomes of one file of the site.
func (p *Publisher) planFile(plan *Plan, f file, found Found) error {
	e, known := plan.state.entries[f.path]
	meta, served := p.metaOf(f)
	next := entry{Path: f.path, Size: f.size, Digest: f.digest, Encoding: f.encoding, Meta: served, Name: p.config.Names[f.path]}
	act := Act{Path: f.path, Do: Replace, Size: f.size, group: groupOf(f), lay: found, file: f, meta: meta}
	lies := found != Found{}
	switch {
	case lies && !found.File && !(found.Folder && onlyOurs(plan.state, f.path)):
		return fault("in-the-way", p.store.Traits().Name+"/"+f.path)
	case !known && !found.File:
		act.Do, act.Why = Send, IsNew
	case !found.File:
		act.Do, act.Why = Send, IsMissing
	case !known:
		act.Why = Foreign
	case e.Stamp != found.Stamp:
		act.Why = ChangedThere
	case e.Digest != f.digest || e.Encoding != f.encoding:
		act.Why = Differs
	case e.Meta != served:
		act.Why = OtherHeaders
	}
	plan.recorded = plan.recorded || e.Gone != 0 // it is back
	if act.Why == "" {
		next.Stamp = e.Stamp
		plan.Unchanged++
	} else {
		if act.Do == Send && act.group == replaced {
			act.group = added
		}
		plan.Acts = append(plan.Acts, act)
	}
	plan.entries[f.path] = next
	return nil
}

// onlyOurs says whether files of ours lie below an address: then a folder there
// is one that we made.
func onlyOurs(st *state, name string) bool {
	for p := range st.entries {
		if strings.HasPrefix(p, name+"/") {
			return true
		}
	}
	return false
}

// metaOf returns the headers for a file, and their short form in a record.
func (p *Publisher) metaOf(f file) (Meta, string) {
	if p.config.Meta == nil || !p.store.Traits().Headers {
		return Meta{}, ""
	}
	m := p.config.Meta(f.path)
	return m, m.Type + " | " + m.CacheControl
}

// planRest decides what becomes of the files of ours that are in the site no
// more.
func (p *Publisher) planRest(plan *Plan, lying map[string]Found) {
	site := newFootprint(p.tree.files)
	for _, name := range slices.Sorted(maps.Keys(plan.state.entries)) {
		e := plan.state.entries[name]
		if e.Gone == 0 {
			plan.live++
			if e.Name != "" {
				plan.Published[name] = e.Name
			}
		}
		if _, in := site.files[name]; in {
			continue
		}
		switch found := lying[name]; {
		case !found.File: // it is gone already
		case found.Stamp != e.Stamp:
			plan.Left = append(plan.Left, name)
		default:
			p.planGone(plan, e, found, site)
		}
	}
}

// planGone removes a file that left the site: at once, when its grace is over, or
// just before what needs its place.
func (p *Publisher) planGone(plan *Plan, e entry, found Found, site footprint) {
	act := Act{Path: e.Path, Do: Remove, Why: NotInSite, Size: e.Size, group: removed, lay: found}
	kind := groupOf(file{path: e.Path, encoding: e.Encoding})
	if g, inTheWay := site.needs(e.Path); inTheWay {
		act.group, act.clears = g, true
	} else if kind == replaced {
		act.group = withdrawn
	} else if kind == loaded && loadedByPages(plan.state, e, site) {
		now := p.config.Now()
		if e.Gone == 0 {
			e.Gone, plan.recorded = now.Unix(), true
		}
		until := time.Unix(e.Gone, 0).Add(p.config.Grace)
		if now.Before(until) {
			plan.Waiting = append(plan.Waiting, e.Path)
			if plan.Until.IsZero() || until.Before(plan.Until) {
				plan.Until = until
			}
			plan.entries[e.Path] = e
			return
		}
		act.Why = GraceOver
	}
	plan.entries[e.Path] = e
	plan.Acts = append(plan.Acts, act)
}

// loadedWith are the kinds of files that come with a page. Others are links for
// readers to follow: one that was taken away, perhaps because it should not be
// public, does not stay for a week.
var loadedWith = regexp.MustCompile(`(?i)\.(css|m?js|wasm|webmanifest|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|mp4|webm|mp3|ogg|m4a|vtt)$`)

// loadedByPages says whether pages that somebody still reads may load a file
// that left the site. Where the page of its own folder goes, what lies beside it
// goes along: it was withdrawn.
func loadedByPages(st *state, e entry, site footprint) bool {
	if !loadedWith.MatchString(plainName(e.Path, e.Encoding)) {
		return false
	}
	page := path.Join(path.Dir(e.Path), "index.html")
	_, stays := site.files[page]
	return stays || st.entries[page].Path == ""
}

// groupOf is the turn of a file's kind. A compressed file has its turn with the
// one it is made from.
func groupOf(f file) group {
	name := plainName(f.path, f.encoding)
	base := strings.ToLower(path.Base(name))
	switch ext := path.Ext(base); {
	case isPage(name):
		return replaced
	case ext == ".xml", ext == ".ics", ext == ".txt", base == "feed.json", strings.HasPrefix(name, "_"):
		return lists
	}
	return loaded
}

// plainName is the name of the file that a compressed one is made from.
func plainName(name string, e encoding) string {
	if e == "" {
		return name
	}
	return strings.TrimSuffix(name, "."+string(e))
}

// valid is for stores: what no store may be asked for.
func valid(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return fault("unsafe-path", name)
	}
	return nil
}
