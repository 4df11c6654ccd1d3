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

	"blandongan/internal/lab"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
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
		return &store.Fault{Code: "refused", Args: []any{"x"}, Err: errSevered}
	}
	if n > 0 {
		return f()
	}
	if s.after {
		if err := f(); err != nil {
			return err
		}
	}
	return &store.Fault{Code: "refused", Args: []any{"x"}, Err: errSevered}
}

func (s severed) Put(ctx context.Context, name string, body io.ReadSeeker, size int64,
	m store.Meta) (found store.Found, err error) {
	err = s.call(func() error { found, err = s.Store.Put(ctx, name, body, size, m); return err })
	return found, err
}

func (s severed) Remove(ctx context.Context, name string) error {
	return s.call(func() error { return s.Store.Remove(ctx, name) })
}

// Begin and Finish write where there are releases.
func (s severed) Begin(ctx context.Context, keep []string, ours func(string) bool) error {
	if !s.Traits().Releases {
		return s.Store.Begin(ctx, keep, ours)
	}
	return s.call(func() error { return s.Store.Begin(ctx, keep, ours) })
}

func (s severed) Finish(ctx context.Context) error {
	if !s.Traits().Releases {
		return s.Store.Finish(ctx)
	}
	return s.call(func() error { return s.Store.Finish(ctx) })
}

func sever(s Store, n int64, after bool) (Store, *atomic.Int64) {
	left := &atomic.Int64{}
	left.Store(n)
	return severed{s, left, after}, left
}

func openReleases(dir string) (Store, error) {
	return folder.OpenReleases(dir, 2, func() time.Time { return time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC) })
}

// A run is cut at every call it makes, before and after the call's effect, and
// the run after it at some: no page ever misses what it loads, the run after that
// ends with exactly the site, and what is not ours is as it was.
func TestCutAtEveryCall(t *testing.T) {
	lab.Slow(t)
	for _, kind := range []struct {
		name  string
		open  func(string) (Store, error)
		shown string
	}{{"folder", openFolder, "."}, {"releases", openReleases, "current"}} {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/%v", kind.name, after), func(t *testing.T) {
				t.Parallel()
				for n := int64(1); ; n++ {
					c := &cutRun{t: t, b: newBench(t), shown: kind.shown, after: after}
					c.b.open = kind.open
					if !c.story(n, 0) {
						if n < 10 {
							t.Errorf("only %d calls", n)
						}
						return
					}
					if kind.shown == "." { // releases that were cut off left nothing behind
						// The second has a call more, for the old lock: it ends before what the first put.
						c := &cutRun{t: t, b: newBench(t), shown: kind.shown, after: after}
						c.story(n, n)
					}
					if t.Failed() {
						t.Fatalf("cut at call %d", n)
					}
				}
			})
		}
	}
}

// cutRun is a site of which runs are cut off.
type cutRun struct {
	t     *testing.T
	b     *bench
	shown string // the folder that visitors read
	after bool
}

// story cuts the second of four runs at its n-th call, and the third at another,
// if any. It says whether the second has so many.
func (c *cutRun) story(n, again int64) bool {
	c.b.consent.Removals = true
	publishtest.Version(1).Write(c.t, c.b.public)
	if _, _, err := c.b.publish(); err != nil {
		c.t.Fatal(err)
	}
	foreign := publishtest.Files{"catatan.txt": "theirs", "berita/1/surat.txt": "theirs"}
	foreign.Add(c.t, c.site())
	cut := c.cut(n, publishtest.Version(2))
	if again > 0 {
		edited := publishtest.Version(2)
		for name := range edited {
			if strings.HasPrefix(name, "berita/2/") {
				edited[name] += " edited"
			}
		}
		edited["berita/2/index.html"] = "page 2b berita/2/foto.jpg"
		c.cut(again, edited)
	}
	c.last(publishtest.Version(3), foreign) // the site went on meanwhile
	return cut
}

func (c *cutRun) site() string { return filepath.Join(c.b.target, c.shown) }

// cut publishes files and is cut off at the n-th call; it says whether there was
// one.
func (c *cutRun) cut(n int64, f publishtest.Files) bool {
	f.Write(c.t, c.b.public)
	var left *atomic.Int64
	c.b.wrap = func(s Store) Store { s, left = sever(s, n, c.after); return s }
	_, _, err := c.b.publish()
	cut := left.Load() <= 0
	if cut && err == nil {
		c.t.Error("cut, and no error")
	}
	if !cut && err != nil {
		c.t.Errorf("not cut, and %v", err)
	}
	c.b.wrap = nil
	c.b.silence()
	whole(c.t, publishtest.ReadFiles(c.t, c.site()))
	return cut
}

// last publishes files and wants exactly these, what is not ours, and what has
// its grace.
func (c *cutRun) last(f, foreign publishtest.Files) {
	f.Write(c.t, c.b.public)
	if _, _, err := c.b.publish(); err != nil {
		c.t.Fatalf("the next run: %v", err)
	}
	got := publishtest.ReadFiles(c.t, c.site())
	whole(c.t, got)
	plan, _, err := c.b.publish()
	if err != nil || !plan.Empty() {
		c.t.Errorf("a run after the last: %v, %v", actsOf(plan), err)
	}
	for name, e := range plan.entries {
		if e.Gone != 0 && !isPage(name) {
			delete(got, name)
		}
	}
	want := maps.Clone(f)
	maps.Copy(want, foreign)
	publishtest.Same(c.t, got, want)
}

// cutOff publishes files, is cut off at the n-th call, and silent afterwards.
func (b *bench) cutOff(n int64, f publishtest.Files) {
	b.t.Helper()
	f.Write(b.t, b.public)
	b.wrap = func(s Store) Store { s, _ = sever(s, n, false); return s }
	if _, _, err := b.publish(); err == nil {
		b.t.Fatal("not cut off")
	}
	b.wrap = nil
	b.silence()
}

// Two runs are cut off one after the other, and the site was edited between: what
// the first put is still ours.
func TestCutTwice(t *testing.T) {
	for name, last := range map[string]publishtest.Files{
		"edited again": {"index.html": "2", "baru/index.html": "C"},
		"back":         {"index.html": "2", "baru/index.html": "A"},
		"gone":         {"index.html": "2"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.consent.Removals = true
			publishtest.Files{"index.html": "1"}.Write(t, b.public)
			b.must("new index.html")
			// Calls: the lock, the record ahead, then the page; the second time the old lock
			// is removed, too.
			for _, text := range []string{"A", "B"} {
				b.cutOff(4, publishtest.Files{"index.html": "2", "baru/index.html": text})
				if got := publishtest.ReadFiles(t, b.target)["baru/index.html"]; got != "A" {
					t.Fatalf("cut off at the wrong call: %q", got)
				}
			}
			last.Write(t, b.public)
			plan, _, err := b.publish()
			if err != nil {
				t.Errorf("the run after two cuts: %v; changes %q", err, actsOf(plan))
			}
			b.wants(last)
		})
	}
}

// silence makes all locks old, as if their owners had said nothing for long.
func (b *bench) silence() {
	b.t.Helper()
	locks, err := filepath.Glob(filepath.Join(b.target, store.LockFolder, "*"))
	for _, l := range locks {
		err = errors.Join(err, os.Chtimes(l, time.Time{}, time.Now().Add(-staleAfter-time.Second)))
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// whole checks that each page has all it loads.
func whole(t *testing.T, f publishtest.Files) {
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
	large := publishtest.Files{}
	for i := range 200 {
		large[fmt.Sprintf("%d/index.html", i)] = fmt.Sprint(i)
	}
	large.Write(t, b.public)
	b.wrap = func(s Store) Store { s, _ = sever(s, 150, false); return s }
	if _, _, err := b.publish(); err == nil {
		t.Fatal("no error")
	}
	put := len(publishtest.ReadFiles(t, b.target))
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
