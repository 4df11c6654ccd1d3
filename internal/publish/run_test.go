package publish

import (
	"context"
	"io"
	"slices"
	"testing"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// later plans, lets something happen, and then runs.
func (b *bench) later(meanwhile func()) (Result, error) {
	b.t.Helper()
	s, err := b.open(b.target)
	if err != nil {
		b.t.Fatal(err)
	}
	defer s.Close()
	tree, err := ReadTree(b.t.Context(), b.public, publishtest.AllIn(b.public), nil, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	defer tree.Close()
	p := New(s, tree, b.config)
	plan, err := p.Plan(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	meanwhile()
	return p.Run(b.t.Context(), plan, b.consent)
}

// Who published between the plan and the run is not overwritten.
func TestTargetChangedSincePlan(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	_, err := b.later(func() {
		if _, _, err := b.publish(); err != nil {
			t.Fatal(err)
		}
	})
	publishtest.WantFault(t, err, "target-changed")
}

// What somebody writes, while somebody thinks about the question, is neither
// replaced nor removed.
func TestFileChangedSincePlan(t *testing.T) {
	for _, name := range []string{"berita/2/index.html", "index.html", "berita/1/foto.jpg"} {
		b := newBench(t)
		publishtest.Version(1).Write(t, b.public)
		b.publish()
		publishtest.Version(2).Write(t, b.public)
		_, err := b.later(func() { publishtest.Files{name: "theirs"}.Add(t, b.target) })
		publishtest.WantFault(t, err, "file-changed")
		want := publishtest.Version(1)
		want[name] = "theirs"
		b.wants(want)
	}
}

// What somebody writes while a run goes on, where it is to remove something, is
// left alone and theirs.
func TestFileChangedDuringRun(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	publishtest.Version(2).Write(t, b.public)
	b.config.OnProgress = func(g Progress) {
		if g.Path == "aset/style.22222222.css" { // any moment before the removals
			publishtest.Files{"berita/1/foto.jpg": "theirs now"}.Add(t, b.target)
		}
	}
	plan, r, err := b.publish()
	if err != nil || r.Left != 1 || !slices.Equal(plan.Left, []string{"berita/1/foto.jpg"}) {
		t.Errorf("left %q (%d), %v", plan.Left, r.Left, err)
	}
	want := publishtest.Version(2)
	want["berita/1/foto.jpg"], want["aset/style.11111111.css"] = "theirs now", "css 1"
	b.wants(want)
	if plan := b.must(); len(plan.Left) > 0 {
		t.Errorf("left again: %q", plan.Left)
	}
}

// A site that changes while it is sent is not published half old, half new.
func TestSiteChangedMeanwhile(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.config.OnProgress = func(g Progress) {
		if g.Path == "berita/1/foto.jpg" {
			publishtest.Files{"index.html": "another"}.Add(t, b.public)
		}
	}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "changed-meanwhile")
	b.config.OnProgress = nil
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	want := publishtest.Version(1)
	want["index.html"] = "another"
	b.wants(want)
}

// hooked is a store with hooks around each Put.
type hooked struct {
	Store
	before func(name string) error // instead of Put when not nil
	after  func(name string) error // after Put, its answer
}

func (h hooked) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	if h.before != nil {
		if err := h.before(name); err != nil {
			return store.Found{}, err
		}
	}
	found, err := h.Store.Put(ctx, name, body, size, m)
	if err == nil && h.after != nil {
		err = h.after(name)
	}
	return found, err
}

// The answer to the first record is lost, as when a connection breaks: the run
// tries again, and does not take its own record for another publisher's.
func TestAnswerToRecordLost(t *testing.T) {
	b := newBench(t)
	publishtest.Files{"index.html": "x"}.Write(t, b.public)
	lost := false
	b.wrap = func(s Store) Store {
		return hooked{Store: s, after: func(name string) error {
			if name == store.AheadFile && !lost {
				lost = true
				return errFlaky
			}
			return nil
		}}
	}
	if _, _, err := b.publish(); err != nil || !lost {
		t.Errorf("one lost answer (%v): %v", lost, err)
	}
}
