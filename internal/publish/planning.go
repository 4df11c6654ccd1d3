package publish

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"
)

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
	site := newFootprint(p.tree.files)
	if err := p.makeSureOfFolders(ctx, st, site, lying); err != nil {
		return nil, err
	}
	for _, f := range p.tree.files {
		if err := p.planFile(plan, f, lying[f.path]); err != nil {
			return nil, err
		}
	}
	p.planRest(plan, lying, site)
	slices.SortFunc(plan.Acts, inOrder)
	return plan, nil
}

// readState reads the records of what is shown now.
func (p *Publisher) readState(ctx context.Context) (*state, error) {
	if s, ok := p.store.(atomically); ok {
		if err := s.Refresh(ctx); err != nil {
			return nil, err
		}
	}
	return readState(ctx, p.store, p.config.Forget)
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
	if !known && found.File && !p.store.Traits().Flat {
		e, known = plan.state.twin(f.path, found)
		plan.recorded = plan.recorded || known // by its new name
	}
	meta, served := p.metaOf(f)
	next := entry{Path: f.path, Size: f.size, Digest: f.digest, Encoding: f.encoding, Meta: served, Name: cmp.Or(p.config.Names[f.path], e.Name)}
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
func (p *Publisher) planRest(plan *Plan, lying map[string]Found, site footprint) {
	for _, name := range slices.Sorted(maps.Keys(plan.state.entries)) {
		e := plan.state.entries[name]
		if e.Gone == 0 {
			plan.live += e.counts()
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
func (p *Publisher) planGone(plan *Plan, e entry, lying map[string]Found, site footprint) {
	act := Act{Path: e.Path, Do: Remove, Why: NotInSite, Size: e.Size, group: removed, lay: lying[e.Path]}
	plain := plainName(e.Path, e.Encoding)
	kind := groupOf(file{path: plain})
	if p.tree.other(plain) { // perhaps a secret: it does not wait
		act.Why = NotMade
	}
	needed, inTheWay := site.needs(e.Path)
	_, stays := site.files[plain]
	switch {
	case inTheWay:
		act.group, act.clears = needed, true
	case stays: // a host would hand out the old bytes of a new text
		act.group, act.clears = kind, true
		if kind == replaced && !lying[plain].File {
			act.group = added
		}
	case kind == replaced:
		act.group = withdrawn
	case act.Why != NotMade && kind == loaded && loadedByPages(plan.state, e, site):
		if p.waits(plan, &e) {
			return
		}
		act.Why = GraceOver
	}
	if plan.state.entries[e.Path].Gone == 0 {
		plan.leaving += e.counts()
	}
	plan.entries[e.Path] = e
	plan.Acts = append(plan.Acts, act)
}

// waits says whether a file has its grace, and notes since when.
func (p *Publisher) waits(plan *Plan, e *entry) bool {
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
