package dev

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// faint is the system's notifier with a fault.
type faint struct {
	notifier
	events chan fsnotify.Event
	errors chan error
	limit  *atomic.Int32 // watches that may still be set
}

func (f *faint) Events() <-chan fsnotify.Event {
	if f.events != nil {
		return f.events
	}
	return f.notifier.Events()
}

func (f *faint) Errors() <-chan error {
	if f.errors != nil {
		return f.errors
	}
	return f.notifier.Errors()
}

func (f *faint) Add(dir string) error {
	if f.limit != nil && f.limit.Add(-1) < 0 {
		return syscall.ENOSPC
	}
	return f.notifier.Add(dir)
}

// faulty makes b's system one with a fault.
func (b *bench) faulty(fault func(*faint)) {
	b.config.system = func() (notifier, error) {
		n, err := newSystem()
		f := &faint{notifier: n}
		fault(f)
		return f, err
	}
}

// probe is a builder whose own file can be touched.
type probe struct {
	Builder
	dir string
}

func (c probe) Touch() (string, error) {
	return c.dir, os.WriteFile(filepath.Join(c.dir, "touch"), nil, 0o644)
}

// polls wants it said, once, that we poll, and edits to show all the same.
func (b *bench) polls(why Reason, page *tab) {
	b.t.Helper()
	b.until("polling", func(e any) bool {
		p, ok := e.(*Polling)
		return ok && p.Reason == why
	})
	b.edit(article, "Keran baru", "Keran diperiksa")
	page.shows("Keran diperiksa")
	b.write("content/pages/x/y/baru.md", "---\ntitle: Baru\n---\n\nIsi.\n")
	again := b.open("/baru/")
	again.until("a new page", func() bool { return again.status == 200 })
	b.clean()
	b.stop()
	for {
		select {
		case e := <-b.told:
			if _, ok := e.(*Polling); ok {
				b.t.Error("polling is told twice")
			}
			continue
		default:
		}
		return
	}
}

func TestWatchLimit(t *testing.T) {
	b := prepare(t)
	b.faulty(func(f *faint) { f.limit = new(atomic.Int32); f.limit.Store(3) })
	b.start()
	b.polls(NoWatches, b.open(articlePage))
}

func TestNoWatcherAtAll(t *testing.T) {
	b := prepare(t)
	b.config.system = func() (notifier, error) { return nil, syscall.EMFILE }
	b.start()
	b.polls(NoWatches, b.open(articlePage))
}

// The limit may be reached later.
func TestWatchLimitLater(t *testing.T) {
	b := prepare(t)
	limit := new(atomic.Int32)
	limit.Store(1000)
	b.faulty(func(f *faint) { f.limit = limit })
	b.start()
	page := b.open(articlePage)
	limit.Store(0)
	b.write("content/pages/penuh/a.md", "---\ntitle: A\n---\n\nIsi.\n")
	b.polls(NoWatches, page)
}

// A file system that tells of nothing is found out by the probe.
func TestMuteFileSystem(t *testing.T) {
	b := prepare(t)
	b.faulty(func(f *faint) { f.events = make(chan fsnotify.Event) })
	b.config.Builder = probe{b.builder(b.out), t.TempDir()}
	b.start()
	b.polls(NoEvents, b.open(articlePage))
}

// One that does is not taken for mute.
func TestCanaryIsHeard(t *testing.T) {
	b := prepare(t)
	b.config.Builder = probe{b.builder(b.out), t.TempDir()}
	b.start()
	page := b.open(articlePage)
	for _, word := range []string{"satu", "dua", "tiga"} {
		b.write(
			article,
			strings.Replace(b.read(article), "Keran ketiga dibuka", "Keran "+word+". Keran ketiga dibuka", 1),
		)
		page.shows("Keran " + word)
	}
	b.stop()
	close(b.told)
	for e := range b.told {
		if _, ok := e.(*Polling); ok {
			t.Error("polling on a file system that tells of changes")
		}
	}
}

// After an overflow nobody knows what was missed.
func TestOverflow(t *testing.T) {
	b := prepare(t)
	lost := make(chan error)
	closed := make(chan fsnotify.Event)
	first := true
	b.faulty(func(f *faint) {
		if first { // whose events are lost, and the list of watches with them
			f.events, f.errors = closed, lost
		}
		first = false
	})
	b.start()
	page := b.open(articlePage)
	b.edit(article, "Keran baru", "Keran hilang")
	b.write("content/pages/luap/a.md", "---\ntitle: A\n---\n\nIsi.\n")
	lost <- fsnotify.ErrEventOverflow
	page.shows("Keran hilang")
	b.write("content/pages/luap/a.md", "---\ntitle: B\n---\n\nIsi lain.\n")
	other := b.open("/a/")
	other.shows("Isi lain")
	b.clean()
}

func TestNotifierFails(t *testing.T) {
	b := prepare(t)
	lost := make(chan error)
	b.faulty(func(f *faint) { f.errors = lost })
	b.start()
	page := b.open(articlePage)
	lost <- errors.New("read: input/output error")
	b.polls(NoEvents, page)
}
