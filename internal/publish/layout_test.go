package publish

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// folding is a destination that does not tell capitals apart.
type folding struct{ Store }

func fold(name string) string {
	if store.IsOurs(name) {
		return name
	}
	return strings.ToLower(name)
}

func (f folding) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	found := map[string]store.Found{}
	for _, p := range paths {
		one, err := f.Store.Look(ctx, []string{fold(p)})
		if err != nil {
			return nil, err
		}
		if x, ok := one[fold(p)]; ok {
			found[p] = x
		}
	}
	return found, nil
}

func (f folding) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	return f.Store.Put(ctx, fold(name), body, size, m)
}

func (f folding) Remove(ctx context.Context, name string) error {
	return f.Store.Remove(ctx, fold(name))
}

// A file changes its capitals: on a destination that does not tell them apart it is ours
// and stays; on others the old one goes.
func TestCapitals(t *testing.T) {
	for _, folds := range []bool{true, false} {
		if !folds && lab.FoldsCapitals(t) {
			continue // the disk itself does
		}
		for _, name := range []string{"berkas/%caporan.pdf", "%ceta.png", "%cerita.html"} {
			b := newBench(t)
			b.consent.Removals = true
			if folds {
				b.wrap = func(s Store) Store { return folding{s} }
			}
			upper, lower := fmt.Sprintf(name, 'L'), fmt.Sprintf(name, 'l')
			publishtest.Files{"index.html": "x", upper: "1"}.Write(t, b.public)
			b.publish()
			site := publishtest.Files{"index.html": "x", lower: "2"}
			site.Write(t, b.public)
			b.config.Grace = 0
			plan, _, err := b.publish()
			if err != nil || len(plan.Left) > 0 {
				t.Errorf("folds %v, %s: %v, left %q", folds, name, err, plan.Left)
			}
			b.wants(site)
			if plan := b.must(); len(plan.Left) > 0 {
				t.Errorf("folds %v, %s: left %q", folds, name, plan.Left)
			}
		}
	}
}

// Kept for earlier pages, the old name is of nobody's concern either.
func TestCapitalsInGrace(t *testing.T) {
	b := newBench(t)
	b.wrap = func(s Store) Store { return folding{s} }
	publishtest.Files{"index.html": "x", "Peta.png": "1"}.Write(t, b.public)
	b.publish()
	site := publishtest.Files{"index.html": "x", "peta.png": "2"}
	site.Write(t, b.public)
	b.publish()
	if plan := b.must(); len(plan.Left) > 0 {
		t.Errorf("left %q", plan.Left)
	}
	b.wants(site)
}
