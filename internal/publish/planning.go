package publish

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"blandongan/internal/publish/store"
)

// Plan compares the tree with what the destination has, and changes nothing.
func (p *Publisher) Plan(ctx context.Context) (*Plan, error) {
	var plan *Plan
	err := p.try(ctx, p.store.Traits().Name, func() (err error) {
		plan, err = p.plan(ctx)
		return err
	})
	return plan, err
}

func (p *Publisher) plan(ctx context.Context) (*Plan, error) {
	st, unreadable, err := p.readState(ctx)
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
	plan := &Plan{Unreadable: unreadable, state: st, Last: st.manifest.At, Cut: st.cut, Published: map[string]string{},
		entries: map[string]store.Entry{}}
	if len(st.entries)+len(st.unsure) == 0 {
		if plan.Beside, err = p.beside(ctx); err != nil {
			return nil, err
		}
	}
	site := layoutOf(p.tree.files)
	if err := p.makeSureOfFolders(ctx, st, site, lying); err != nil {
		return nil, err
	}
	for _, f := range p.tree.files {
		if err := p.planFile(plan, f, lying[f.Path]); err != nil {
			return nil, err
		}
	}
	p.planRest(plan, lying, site)
	slices.SortFunc(plan.Changes, inOrder)
	return plan, nil
}

// readState reads the records of what is shown now, and names the release that is
// shown when its own cannot be read.
func (p *Publisher) readState(ctx context.Context) (st *state, unreadable string, err error) {
	if unreadable, err = p.store.Refresh(ctx); err != nil {
		return nil, "", err
	}
	st, err = readState(ctx, p.store, p.config.Forget)
	return st, unreadable, err
}

// paths are all addresses that matter, each once.
func (p *Publisher) paths(st *state) []string {
	all := make(map[string]bool, len(p.tree.files)+len(st.entries))
	for _, f := range p.tree.files {
		all[f.Path] = true
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
	delete(found, store.OwnFolder)
	return len(found), err
}

// planFile decides what becomes of one file of the site.
func (p *Publisher) planFile(plan *Plan, f store.File, found store.Found) error {
	e, known := plan.state.entries[f.Path]
	if !known && found.File && !p.store.Traits().Flat {
		e, known = plan.state.twin(f.Path, found)
		plan.recorded = plan.recorded || known // by its new name
	}
	meta, served := p.metaOf(f)
	next := store.Entry{Path: f.Path, Size: f.Size, Digest: f.Digest, Encoding: f.Encoding, Meta: served,
		Name: cmp.Or(p.config.Names[f.Path], e.Name)}
	change := Change{Path: f.Path, Action: Replace, Size: f.Size, group: groupOf(f), found: found, file: f, meta: meta}
	lies := found != store.Found{}
	switch {
	case lies && !found.File && !(found.Folder && onlyOurs(plan.state, f.Path)):
		return store.NewFault("in-the-way", p.store.Traits().Name+"/"+f.Path)
	case !known && !found.File:
		change.Action, change.Why = Send, IsNew
	case !found.File:
		change.Action, change.Why = Send, IsMissing
	case !known:
		change.Why = Foreign
	case e.Stamp != found.Stamp:
		change.Why = ChangedThere
	case e.Digest != f.Digest || e.Encoding != f.Encoding:
		change.Why = Differs
	case e.Meta != served:
		change.Why = OtherHeaders
	}
	plan.recorded = plan.recorded || e.Gone != 0 // it is back
	if change.Why == "" {
		next.Stamp = e.Stamp
		plan.Unchanged++
	} else {
		if change.Action == Send && change.group == replaced {
			change.group = added
		}
		plan.Changes = append(plan.Changes, change)
	}
	plan.entries[f.Path] = next
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
func (p *Publisher) metaOf(f store.File) (store.Meta, string) {
	if p.config.Meta == nil || !p.store.Traits().Headers {
		return store.Meta{}, ""
	}
	m := p.config.Meta(f.Path)
	return m, m.Type + " | " + m.CacheControl
}

// planRest decides what becomes of the files of ours that are in the site no
// more.
func (p *Publisher) planRest(plan *Plan, lying map[string]store.Found, site layout) {
	for _, name := range slices.Sorted(maps.Keys(plan.state.entries)) {
		e := plan.state.entries[name]
		if e.Gone == 0 {
			plan.live += weight(e)
			if e.Name != "" {
				plan.Published[name] = e.Name
			}
		}
		if _, in := site.files[name]; in {
			continue
		}
		switch found := lying[name]; {
		case !found.File: // it is gone already
		case plan.state.sameFile(e, site.twin(name), lying): // it has another name now
		case found.Stamp != e.Stamp:
			plan.Left = append(plan.Left, name)
		default:
			p.planGone(plan, e, lying, site)
		}
	}
}

// planGone removes a file that left the site: at once, when its grace is over, or
// just before what needs its place or what it was made from.
func (p *Publisher) planGone(plan *Plan, e store.Entry, lying map[string]store.Found, site layout) {
	change := Change{Path: e.Path, Action: Remove, Why: NotInSite, Size: e.Size, group: removed, found: lying[e.Path]}
	plain := plainName(e.Path, e.Encoding)
	kind := groupOf(store.File{Path: plain})
	if p.tree.other(plain) { // perhaps a secret: it does not wait
		change.Why = NotMade
	}
	needed, inTheWay := site.needs(e.Path)
	_, stays := site.files[plain]
	switch {
	case inTheWay:
		change.group, change.clears = needed, true
	case stays: // a host would hand out the old bytes of a new text
		change.group, change.clears = kind, true
		if kind == replaced && !lying[plain].File {
			change.group = added
		}
	case kind == replaced:
		change.group = withdrawn
	case change.Why != NotMade && kind == loaded && loadedByPages(plan.state, e, site):
		if p.waits(plan, &e) {
			return
		}
		change.Why = GraceOver
	}
	if plan.state.entries[e.Path].Gone == 0 {
		plan.leaving += weight(e)
	}
	plan.entries[e.Path] = e
	plan.Changes = append(plan.Changes, change)
}

// waits says whether a file has its grace, and notes since when.
func (p *Publisher) waits(plan *Plan, e *store.Entry) bool {
	now := p.config.Now()
	if e.Gone == 0 {
		e.Gone, plan.recorded = now.Unix(), true
	}
	until := time.Unix(e.Gone, 0).Add(p.config.Grace)
	if !now.Before(until) {
		return false
	}
	plan.Waiting = append(plan.Waiting, e.Path)
	if plan.Until.IsZero() || until.Before(plan.Until) {
		plan.Until = until
	}
	plan.entries[e.Path] = *e
	return true
}
