package publish

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"blandongan/internal/publish/store"
)

// Consent is what whoever runs the command agreed to.
type Consent struct {
	// Foreign files in the way may be replaced.
	Foreign bool
	// Removals may be more than a quarter of the site.
	Removals bool
}

// Result is what a run did.
type Result struct {
	Sent, Replaced, Removed int
	Bytes                   int64 // sent, records included
	// Left counts files that were to be removed, and that somebody wrote on the destination
	// since the plan was made: they are theirs now, and the last of the plan's Left.
	Left int
}

// Run does what a plan says. An error ends it: no further group begins, what was sent
// stays and is listed as ours, and the next run goes on from there. Until all is sent,
// nothing is removed but what was in the way of a file, or a packed form of one. It is a
// fault when the destination changed since the plan was made.
func (p *Publisher) Run(ctx context.Context, plan *Plan, c Consent) (Result, error) {
	if n := len(plan.Foreign()); n > 0 && !c.Foreign {
		return Result{}, store.NewFault("consent-foreign", n)
	}
	if n, _ := plan.Count(Remove); plan.RemovesMuch() && !c.Removals {
		return Result{}, store.NewFault("consent-removals", n)
	}
	ctx, lock, err := p.lock(ctx)
	if err != nil {
		return Result{}, err
	}
	r := &run{Publisher: p, plan: plan, lock: lock, before: map[string]store.Entry{}, done: map[string]store.Entry{},
		gone: map[string]bool{}}
	err = r.all(ctx)
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return r.result, errors.Join(err, lock.release())
}

// run is one run.
type run struct {
	*Publisher
	plan   *Plan
	lock   *lock
	number int64
	before map[string]store.Entry // what a run that was cut off had put
	// writing is held while what is ahead is written; written is when it last was.
	writing sync.Mutex
	written time.Time
	mu      sync.Mutex             // guards all below
	done    map[string]store.Entry // what was put
	gone    map[string]bool        // what was removed or is ours no more
	count   int
	result  Result
}

// all is the whole story.
func (r *run) all(ctx context.Context) error {
	if err := r.begin(ctx); err != nil {
		return err
	}
	for g := range groups {
		if g == withdrawn && !r.keepsReleases() {
			if err := r.writeManifest(ctx); err != nil {
				return err
			}
		}
		changes := r.changesOf(g)
		if len(changes) == 0 {
			continue
		}
		if err := r.check(ctx); err != nil {
			return err
		}
		if err := r.change(ctx, changes); err != nil {
			return r.stop(ctx, err)
		}
	}
	return r.end(ctx)
}

// stop writes down what was sent before something failed. Not when the lock is
// lost: then the records are another's.
func (r *run) stop(ctx context.Context, err error) error {
	late := context.WithoutCancel(ctx)
	if store.IsFault(err, "lock-lost") || store.IsFault(context.Cause(ctx), "lock-lost") ||
		store.IsFault(r.lock.held(late), "lock-lost") {
		return err
	}
	return errors.Join(err, r.writeAhead(late))
}

// check makes sure that the destination is still ours to write.
func (r *run) check(ctx context.Context) error {
	return r.try(ctx, r.lock.name.Get(), func() error { return r.lock.held(ctx) })
}

// changesOf returns the changes of a group.
func (r *run) changesOf(g group) []Change {
	changes := r.plan.Changes
	from := slices.IndexFunc(changes, func(c Change) bool { return c.group >= g })
	if from < 0 {
		return nil
	}
	changes = changes[from:]
	if to := slices.IndexFunc(changes, func(c Change) bool { return c.group > g }); to >= 0 {
		changes = changes[:to]
	}
	return changes
}

// begin makes sure that the plan still holds, removes what a cut run left half
// done, and writes what is to come.
func (r *run) begin(ctx context.Context) error {
	name := r.store.Traits().Name
	if err := r.try(ctx, name, func() error { return r.compare(ctx) }); err != nil {
		return err
	}
	ours := func(name string) bool { return r.plan.entries[name].Path != "" }
	begin := func() error { return errors.Join(r.clean(ctx), r.store.Begin(ctx, r.kept(), ours)) }
	if err := r.try(ctx, name, begin); err != nil || r.keepsReleases() {
		return err
	}
	for name, e := range r.plan.state.entries {
		if r.plan.state.manifest.Entries[name] != e {
			r.before[name] = e
		}
	}
	return r.try(ctx, store.AheadFile, func() error { return r.writeAhead(ctx) })
}

// compare makes sure that nobody published since the plan was made, and that at
// the addresses of its changes lies what was seen there.
func (r *run) compare(ctx context.Context) error {
	now, _, err := r.readState(ctx)
	if err != nil {
		return err
	}
	if now.print != r.plan.state.print {
		return store.NewFault("target-changed", r.store.Traits().Name)
	}
	r.number = now.manifest.Run + 1
	lying, err := r.lying(ctx, r.plan.Changes)
	if err != nil {
		return err
	}
	for _, c := range r.plan.Changes {
		if !c.found.Same(lying[c.Path]) {
			return store.NewFault("file-changed", r.store.Traits().Name+"/"+c.Path)
		}
	}
	return nil
}

// lying looks what lies at the addresses of changes.
func (r *run) lying(ctx context.Context, changes []Change) (map[string]store.Found, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	paths := make([]string, len(changes))
	for i, c := range changes {
		paths[i] = c.Path
	}
	return r.store.Look(ctx, paths)
}

// kept are the files of ours that stay as they are.
func (r *run) kept() []string {
	goes := map[string]bool{}
	for _, c := range r.plan.Changes {
		goes[c.Path] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(r.plan.entries)), func(name string) bool { return goes[name] })
}

// clean removes half-sent files of a run that was cut off.
func (r *run) clean(ctx context.Context) error {
	left, err := r.store.List(ctx, store.StageFolder)
	if err != nil {
		return err
	}
	for name := range left {
		if err := r.store.Remove(ctx, store.StageFolder+"/"+name); err != nil {
			return err
		}
	}
	return nil
}

// end brings the destination to rest.
func (r *run) end(ctx context.Context) error {
	if len(r.gone) > 0 || r.keepsReleases() {
		if err := r.writeManifest(ctx); err != nil {
			return err
		}
	}
	if err := r.check(ctx); err != nil {
		return err
	}
	err := r.try(ctx, r.store.Traits().Name, func() error { return r.store.Finish(ctx) })
	if err != nil {
		return err
	}
	if r.keepsReleases() {
		return r.flush(ctx)
	}
	return r.try(ctx, store.AheadFile, func() error { return r.store.Remove(ctx, store.AheadFile) })
}
