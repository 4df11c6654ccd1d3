// Package texts keeps where the texts of a site lead, for build, from one build to the next.
//
// It owns which links are followed again: those of a text that changed, or all, where anything lies
// elsewhere. In come a plan and the files as they were read; out comes what became of each text,
// and what all lead to together. It belongs to build, which remembers it.
package texts

import (
	"slices"

	"blandongan/internal/build/reading"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// Texts are those of a plan with their links followed.
type Texts struct {
	// Resolved are by position in Plan.Texts; nil where the build ended before its time. Of each text
	// there is no more than its digest: the rest follows when a page is made.
	Resolved []*plan.Resolved
	// Dirty are the positions of those that changed since somebody cleared it.
	Dirty map[int]bool
	// Anchors are the places in pages that texts and data lead to, by page; Linked are the files that
	// only texts lead to. Problems are all that links have.
	Anchors  map[string][]plan.Anchor
	Linked   []plan.Target
	Problems diag.List

	key       memo.Digest // of all that the plan was made from
	addresses memo.Digest // Plan.Addresses
	said      []plan.Text // Plan.Texts
	whole     bool
}

// Inputs are what is followed.
type Inputs struct {
	Reader *reading.Reader
	Look   *reading.Look
	Plan   *plan.Plan
	// Key is the digest of all that the plan was made from.
	Key memo.Digest
	// AsFilled says that the output folder was filled from texts of this plan that are not known here,
	// and were what they are where the look does not say otherwise.
	AsFilled bool
	// Noted is what another process noted, nil when there is nothing.
	Noted *Noted
	// Each calls do(0) … do(n-1), perhaps some of them at once, or gives up; Over says why. Changing is
	// told of a file that somebody changed since it was looked at.
	Each     func(n int, do func(int))
	Over     func() error
	Changing func(file string)
}

// Follow finds where the links of every text lead. A text that did not change is left alone while
// everything lies where it lay. It returns what it is to be called with the next time; t may be nil.
func (t *Texts) Follow(in Inputs) *Texts {
	fresh := map[string]*reading.Source{}
	for _, i := range in.Look.Fresh {
		s := &in.Reader.Sources[i]
		fresh[s.Path] = s
	}
	next := &Texts{Resolved: make([]*plan.Resolved, len(in.Plan.Texts)), Dirty: map[int]bool{},
		key: in.Key, addresses: in.Plan.Addresses, said: in.Plan.Texts}
	old := t
	switch {
	case old == nil:
	case old.key == in.Key:
		next.Dirty = old.Dirty
	case old.addresses != next.addresses:
		old = nil
	}
	if old != nil {
		next.keep(old, fresh, in.Each)
	}
	for i := range next.said {
		if next.Resolved[i] == nil && (!in.AsFilled || fresh[next.said[i].File] != nil) {
			next.Dirty[i] = true
		}
	}
	if in.Noted != nil {
		next.recall(in.Noted, fresh)
	}
	left := next.resolve(&in)
	if in.Over() != nil {
		return next
	}
	next.whole = true
	if old != nil && old.whole && old.key == in.Key && !slices.ContainsFunc(left, func(i int) bool {
		return !leadsAlike(old.Resolved[i], next.Resolved[i])
	}) {
		next.Anchors, next.Linked, next.Problems = old.Anchors, old.Linked, old.Problems
	} else {
		next.gather(in.Plan)
	}
	return next
}

// keep takes over what is known of texts that did not change.
func (t *Texts) keep(old *Texts, fresh map[string]*reading.Source, each func(n int, do func(int))) {
	const batch = 256 // handing out single texts would cost more than looking
	n := min(len(t.said), len(old.Resolved))
	each((n+batch-1)/batch, func(b int) {
		for i := b * batch; i < min(n, (b+1)*batch); i++ {
			if x := &t.said[i]; sameText(&old.said[i], x) && (len(fresh) == 0 || fresh[x.File] == nil) {
				t.Resolved[i] = old.Resolved[i]
			}
		}
	})
	if t.key == old.key {
		return
	}
	for i := range old.Dirty {
		if i < n && t.Resolved[i] != nil {
			t.Dirty[i] = true
		}
	}
}

// sameText says whether two plans mean the same text, wherever it stands in their lists.
func sameText(a, b *plan.Text) bool {
	return a == b || a.Ref == b.Ref && a.File == b.File && a.Edition == b.Edition
}

// leadsAlike says whether two texts lead to the same, with the same problems.
func leadsAlike(a, b *plan.Resolved) bool {
	return len(a.Problems)+len(b.Problems) == 0 && slices.Equal(a.Anchors, b.Anchors) && slices.Equal(a.Files, b.Files)
}

// resolve follows the links of the texts that are not known, and returns their positions.
func (t *Texts) resolve(in *Inputs) (left []int) {
	for i, r := range t.Resolved {
		if r == nil {
			left = append(left, i)
		}
	}
	in.Each(len(left), func(n int) {
		x := t.said[left[n]]
		s := in.Reader.At(x.File)
		doc, isSame := in.Reader.Leads(s)
		if !isSame {
			in.Changing(s.Path)
			return
		}
		r := &plan.Resolved{}
		if doc != nil {
			*r = in.Plan.Resolve(x, doc, s.Tail())
			r.Body = views.Body{Digest: r.Body.Digest}
		}
		t.Resolved[left[n]] = r
	})
	return left
}

// gather puts together what the texts lead to.
func (t *Texts) gather(p *plan.Plan) {
	t.Anchors = map[string][]plan.Anchor{}
	files := map[string]bool{}
	for _, r := range t.Resolved {
		t.Problems = append(t.Problems, r.Problems...)
		for _, a := range r.Anchors {
			t.Anchors[a.Page] = append(t.Anchors[a.Page], a)
		}
		for _, f := range r.Files {
			files[f] = true
		}
	}
	for _, a := range p.Anchors {
		t.Anchors[a.Page] = append(t.Anchors[a.Page], a)
	}
	linked, problems := p.Linked(files)
	t.Linked, t.Problems = linked, append(t.Problems, problems...)
}

// Of is what became of the text that a target shows, none for any other.
func (t *Texts) Of(x *plan.Target) views.Body {
	if x.Text < 0 {
		return views.Body{}
	}
	return t.Resolved[x.Text].Body
}
