package publish

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// flaky is a store in which putting each file fails a few times.
type flaky struct {
	Store
	mu    *sync.Mutex
	times map[string]int
	fails int
}

var errFlaky = errors.New("connection reset by peer")

func (f flaky) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	f.mu.Lock()
	f.times[name]++
	n := f.times[name]
	f.mu.Unlock()
	if n <= f.fails && !store.IsOurs(name) {
		_, _ = body.Seek(size/2, io.SeekStart) // half of it was read
		return store.Found{}, errFlaky
	}
	return f.Store.Put(ctx, name, body, size, m)
}

func TestTriesAgainWithGrowingPauses(t *testing.T) {
	b := newBench(t)
	publishtest.Files{"index.html": "x"}.Write(t, b.public)
	b.wrap = func(s Store) Store { return flaky{s, &sync.Mutex{}, map[string]int{}, store.Attempts - 1} }
	var pauses []time.Duration
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		if d == renewAfter {
			<-ctx.Done()
			return ctx.Err()
		}
		pauses = append(pauses, d)
		return nil
	}
	told := 0
	b.config.OnProgress = func(g Progress) {
		if errors.Is(g.Failed, errFlaky) && g.Path == "index.html" {
			told++
		}
	}
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	b.wants(publishtest.Files{"index.html": "x"})
	if len(pauses) != store.Attempts-1 || told != len(pauses) || !slices.IsSorted(pauses) ||
		pauses[len(pauses)-1] < 8*pauses[0] {
		t.Errorf("pauses %v, %d told", pauses, told)
	}
}

// An upload that fails for good ends the run before the next group.
func TestEndsBeforeNextGroup(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	publishtest.Version(2).Write(t, b.public)
	b.wrap = func(s Store) Store {
		return only{flaky{s, &sync.Mutex{}, map[string]int{}, store.Attempts}, "berita/2/index.html"}
	}
	_, r, err := b.publish()
	if !errors.Is(err, errFlaky) {
		t.Fatalf("error %v", err)
	}
	if r.Replaced > 0 || r.Removed > 0 {
		t.Errorf("replaced %d, removed %d", r.Replaced, r.Removed)
	}
	whole(t, publishtest.ReadFiles(t, b.target))
	b.wrap = nil
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
}

// only lets one file of a store be flaky.
type only struct {
	flaky
	name string
}

func (o only) Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m store.Meta) (store.Found, error) {
	if name != o.name {
		return o.Store.Put(ctx, name, body, size, m)
	}
	return o.flaky.Put(ctx, name, body, size, m)
}
