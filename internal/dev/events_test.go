package dev

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// deaf is a watch that does not hear of one file.
type deaf struct {
	notifier
	events chan fsnotify.Event
}

func (d deaf) Events() <-chan fsnotify.Event { return d.events }

// hearAllBut is the system's watch, deaf to a file.
func hearAllBut(file string) func() (notifier, error) {
	return func() (notifier, error) {
		n, err := newSystem()
		if err != nil {
			return nil, err
		}
		d := deaf{n, make(chan fsnotify.Event)}
		go func() {
			defer close(d.events)
			for e := range n.Events() {
				if filepath.Base(e.Name) != filepath.Base(file) {
					d.events <- e
				}
			}
		}()
		return d, nil
	}
}

// A save that rang is seen first; one beside it that did not, right after it.
func TestLostLetter(t *testing.T) {
	const unheard = "content/news/keran-lama.md"
	b := prepare(t)
	b.write(unheard, strings.Replace(b.read(article), "title: ", "title: Lama ", 1))
	b.config.system = hearAllBut(unheard)
	b.start()
	page, other := b.open(articlePage), b.open("/berita/keran-lama/")
	b.edit(unheard, "Keran ketiga", "Tanpa dering")
	b.edit(article, "Keran ketiga", "Dengan dering")
	page.sees("Dengan dering")
	other.shows("Tanpa dering")
	b.clean()
}

// trustful is a builder that trusts what it is told.
type trustful struct {
	counting
	told [][]string
}

func (b *trustful) Tell(changed []string) { b.told = append(b.told, changed) }

func (b *trustful) Build(now time.Time) (build.Report, diag.List, error) {
	report, problems, err := b.counting.Build(now)
	report.Trusting = len(b.told[len(b.told)-1]) > 0
	return report, problems, err
}

// ring runs a watch whose events are those that do sends, and returns what the builder was told
// before each build.
func ring(t *testing.T, do func(b *bench, events chan<- fsnotify.Event)) [][]string {
	b, builder := prepare(t), &trustful{}
	synctest.Test(t, func(t *testing.T) {
		events := make(chan fsnotify.Event)
		config := Config{
			Root: b.dir, Out: b.out, Builder: builder, Now: time.Now, Print: func(any) {},
			system: func() (notifier, error) { return silent{events, make(chan error), map[string]bool{}}, nil },
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- newRunner(config, newLatestState(), func(p string) string { return p }, "").run(ctx) }()
		do(b, events)
		time.Sleep(watchPace / 2)
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return builder.told
}

// After a build that trusted a letter there is one that looks at all, and then rest.
func TestLooksAtAll(t *testing.T) {
	told := ring(t, func(b *bench, events chan<- fsnotify.Event) {
		events <- fsnotify.Event{Name: b.file(article), Op: fsnotify.Write}
	})
	if want := [][]string{nil, {article}, nil}; !reflect.DeepEqual(told, want) {
		t.Errorf("the builder was told %q", told)
	}
}

// A checkout of two thousand articles is one build, which looks at all.
func TestCheckoutIsOneBuild(t *testing.T) {
	told := ring(t, func(b *bench, events chan<- fsnotify.Event) {
		for i := range 2000 {
			name := b.file(fmt.Sprintf("content/news/artikel-%d.md", i))
			for _, op := range []fsnotify.Op{fsnotify.Remove, fsnotify.Create, fsnotify.Write} {
				events <- fsnotify.Event{Name: name, Op: op}
				time.Sleep(50 * time.Microsecond)
			}
			if i%100 == 99 { // the disk is busy
				time.Sleep(10 * time.Millisecond)
			}
		}
	})
	if want := [][]string{nil, nil}; !reflect.DeepEqual(told, want) {
		t.Errorf("the builder was told %q", told)
	}
}

func TestLetters(t *testing.T) {
	now := time.Now()
	var l letters
	if got := l.take(now); got != nil {
		t.Errorf("without letters it trusts %q", got)
	}
	l.add("a")
	l.add("b")
	l.add("a")
	if got := l.take(now); len(got) != 2 {
		t.Errorf("of three letters about two files it trusts %q", got)
	}
	if got := l.take(now); got != nil {
		t.Errorf("it trusts letters twice: %q", got)
	}
	l.add("a")
	l.add("")
	if got := l.take(now); got != nil {
		t.Errorf("when something else changed, too, it trusts %q", got)
	}
	for i := range mostLetters + 1 {
		l.add(strings.Repeat("x", i+1))
	}
	if got := l.take(now); got != nil {
		t.Errorf("of many it trusts %d", len(got))
	}
	l.trusted(true)
	due := l.look
	l.add("a")
	if got := l.take(due.Add(-1)); len(got) != 1 {
		t.Error("a save is not seen before all is looked at")
	}
	l.trusted(true)
	if l.look != due {
		t.Error("each save puts off the look at all")
	}
	l.add("a")
	if got := l.take(due); got != nil || l.over(due) {
		t.Errorf("when all is to be looked at it trusts %q", got)
	}
}

// Whoever has nothing to do any more rests once: after the first build, and a while after the last of several.
func TestRests(t *testing.T) {
	b := prepare(t)
	var rests atomic.Int32
	synctest.Test(t, func(t *testing.T) {
		events := make(chan fsnotify.Event)
		config := Config{
			Root: b.dir, Out: b.out, Builder: &trustful{}, Now: time.Now, Print: func(any) {},
			Rest:   func() { rests.Add(1) },
			system: func() (notifier, error) { return silent{events, make(chan error), map[string]bool{}}, nil },
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- newRunner(config, newLatestState(), func(p string) string { return p }, "").run(ctx) }()
		want := func(n int32) {
			t.Helper()
			if synctest.Wait(); rests.Load() != n {
				t.Errorf("it rested %d times, not %d", rests.Load(), n)
			}
		}
		want(1)
		for range 3 {
			events <- fsnotify.Event{Name: b.file(article), Op: fsnotify.Write}
			time.Sleep(quiet / 2)
			want(1)
		}
		time.Sleep(2 * quiet)
		want(2)
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}
