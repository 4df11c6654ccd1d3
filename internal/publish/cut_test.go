package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// severed is a store whose line is cut at the n-th call that writes: before the
// call has its effect, or after, so that its answer is lost. Afterwards nothing
// works.
type severed struct {
	Store
	left  *atomic.Int64
	after bool
}

var errSevered = errors.New("the line is cut")

// Fault-like: these tests are not about trying again.
func (s severed) call(f func() error) error {
	n := s.left.Add(-1)
	if n < 0 {
		return &Fault{Code: "refused", Args: []any{"x"}, Err: errSevered}
	}
	if n > 0 {
		return f()
	}
	if s.after {
		if err := f(); err != nil {
			return err
		}
	}
	return &Fault{Code: "refused", Args: []any{"x"}, Err: errSevered}
}

func (s severed) Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m Meta) (found Found, err error) {
	err = s.call(func() error { found, err = s.Store.Put(ctx, name, body, size, m); return err })
	return found, err
}

func (s severed) Remove(ctx context.Context, name string) error {
	return s.call(func() error { return s.Store.Remove(ctx, name) })
}

// severedAtOnce is severed for stores whose files appear at once.
type severedAtOnce struct {
	severed
	atomically
}

func (s severedAtOnce) Begin(ctx context.Context, keep []string, ours func(string) bool) error {
	return s.call(func() error { return s.atomically.Begin(ctx, keep, ours) })
}

func (s severedAtOnce) Finish(ctx context.Context) error {
	return s.call(func() error { return s.atomically.Finish(ctx) })
}

func sever(s Store, n int64, after bool) (Store, *atomic.Int64) {
	left := &atomic.Int64{}
	left.Store(n)
	cut := severed{s, left, after}
	if at, ok := s.(atomically); ok {
		return severedAtOnce{cut, at}, left
	}
	return cut, left
}

func openReleases(dir string) (Store, error) {
	return OpenReleases(dir, 2, func() time.Time { return time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC) })
}

// A run is cut at every call it makes, before and after the call's effect: no
// page ever misses what it loads, the next run ends with exactly the site, and
// what is not ours is as it was.
func TestCutAtEveryCall(t *testing.T) {
	for _, kind := range []struct {
		name  string
		open  func(string) (Store, error)
		shown string
	}{{"folder", OpenFolder, "."}, {"releases", openReleases, currentLink}} {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/%v", kind.name, after), func(t *testing.T) {
				for n := int64(1); ; n++ {
					if !cutAt(t, kind.open, kind.shown, n, after) {
						if n < 10 {
							t.Errorf("only %d calls", n)
						}
						return
					}
					if t.Failed() {
						t.Fatalf("cut at call %d", n)
					}
				}
			})
		}
	}
}

// cutAt cuts the second of three runs at its n-th call, and says whether it has so
// many.
func cutAt(t *testing.T, open func(string) (Store, error), shown string, n int64, after bool) bool {
	b := newBench(t)
	b.open = open
	version(1).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(b.target, shown)
	foreign := files{"catatan.txt": "theirs", "berita/1/surat.txt": "theirs"}
	foreign.add(t, site)

	version(2).write(t, b.public)
	var left *atomic.Int64
	b.wrap = func(s Store) Store { s, left = sever(s, n, after); return s }
	_, _, err := b.publish()
	cut := left.Load() <= 0
	if cut && err == nil {
		t.Error("cut, and no error")
	}
	whole(t, readFiles(t, site))

	b.wrap = nil
	b.silence()
	version(3).write(t, b.public) // the site went on meanwhile
	if _, _, err := b.publish(); err != nil {
		t.Fatalf("the next run: %v", err)
	}
	got := readFiles(t, site)
	whole(t, got)
	plan, _, err := b.publish()
	if err != nil || !plan.Empty() {
		t.Errorf("a run after the last: %v, %v", told(plan), err)
	}
	for name, e := range plan.entries {
		if e.Gone != 0 && !isPage(name) { // in its grace
			delete(got, name)
		}
	}
	want := version(3)
	maps.Copy(want, foreign)
	same(t, got, want)
	return cut
}

// silence makes all locks old, as if their owners had said nothing for long.
func (b *bench) silence() {
	b.t.Helper()
	locks, err := filepath.Glob(filepath.Join(b.target, lockFolder, "*"))
	for _, l := range locks {
		err = errors.Join(err, os.Chtimes(l, time.Time{}, time.Now().Add(-staleAfter-time.Second)))
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// whole checks that each page has all it loads.
func whole(t *testing.T, f files) {
	t.Helper()
	for name, text := range f {
		if !isPage(name) {
			continue
		}
		words := strings.Fields(text)
		if words[0] != "page" {
			continue
		}
		for _, loads := range words[2:] {
			if _, there := f[loads]; !there {
				t.Errorf("%s misses %s", name, loads)
			}
		}
	}
}

// A run that is cut off goes on where it was: what it had noted or put is not sent
// again.
func TestGoesOnAfterCut(t *testing.T) {
	b := newBench(t)
	large := files{}
	for i := range 200 {
		large[fmt.Sprintf("%d/index.html", i)] = fmt.Sprint(i)
	}
	large.write(t, b.public)
	b.wrap = func(s Store) Store { s, _ = sever(s, 150, false); return s }
	if _, _, err := b.publish(); err == nil {
		t.Fatal("no error")
	}
	put := len(readFiles(t, b.target))
	if put < 100 {
		t.Fatalf("%d files were put", put)
	}
	b.wrap = nil
	b.silence()
	plan, r, err := b.publish()
	if err != nil || !plan.Cut || r.Sent != 200-put {
		t.Errorf("cut %v, sent %d of %d that were missing, %v", plan.Cut, r.Sent, 200-put, err)
	}
	b.wants(large)
}
