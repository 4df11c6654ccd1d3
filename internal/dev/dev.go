// Package dev is an author's workbench: it watches a site's folder, builds
// after each save, serves what was built, and shows it in the open browser.
//
// What comes in: a site's folder, a builder, an address. What goes out: pages
// over HTTP, and events for whoever writes to the terminal.
//
// # Never stale
//
// A watch event is a doorbell: it says look. It is a letter, too, which says at what, and a
// save is seen the sooner for it; but a letter may be lost, and so after a build that trusted
// some there is soon another that looks at all there is, and the watched folders are made equal
// to the folders that exist. We wait for quiet first, run one build at a time, and events
// during a build lead to one more. Where there are no events (a network drive, the
// system's limit reached), or they are not to be trusted (the queue overflowed), we
// compare snapshots of the files; every now and then we do so even where events come,
// for a drive shared with another machine tells only of changes made on this one. Time
// changes a site too: the builder says when.
//
// A tab cannot miss an event either, for none is addressed to it. Each page
// carries a token, the digest of what was served. With it the tab opens a
// stream; at its opening and after every build the server compares the token
// with what it would serve now, and says: reload, swap style sheets, gone. So a
// tab that slept, or outlived a restart, is right again as soon as it is back.
//
// # What it adds to a page
//
// One script element before </body>, while serving. Nothing of it is ever in
// the output folder: what was built is what is published. The program's own
// addresses lie below /.blandongan/, where no file of a site is served.
//
// # Who may look
//
// The server reads; it has no address that changes anything. It listens on
// loopback, answers only when called by a loopback name, so that no foreign
// name can be made to point here, and lets no foreign page read or embed what
// it serves. It sends plain files of the output folder and nothing else.
//
// What never happens here: writing files, reading what editors wrote, deciding
// what a page is. Those are affairs of the rooms behind the builder.
package dev

import (
	"context"
	"errors"
	"net"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// Builder is what we need of build.Builder.
type Builder interface {
	// Build builds the site as it is; it is never called twice at a time.
	Build(now time.Time) (build.Report, diag.List, error)
	// Tell tells the next build which files were changed, as far as events said so.
	Tell(changed []string)
	// Show tells the builder, before any build, who looks at pages.
	Show(build.Audience)
	// Touch rewrites a file of our own and returns the folder it lies in.
	Touch() (dir string, err error)
	// Close lets go of the output folder.
	Close() error
}

// Config says what is watched, built and served where.
type Config struct {
	// Root is the site's folder, Out the output folder.
	Root, Out string
	Builder   Builder
	// Addr is where to listen: a port, a host, or both. Empty is port 8080 on
	// loopback, or the next free one.
	Addr string
	// Network allows an address that other machines reach.
	Network bool
	// Language is that of messages; empty is the site's.
	Language diag.Language
	// Now tells the time of builds.
	Now func() time.Time
	// Print prints what happened, one thing at a time: a *Built, *Serving or *Polling.
	Print func(any)
	// Rest, if there is one, is called when there has been nothing to do for a while after a build.
	Rest func()

	system func() (notifier, error) // nil but in tests
}

// Serving is printed when the site's address is known, and when it changes.
type Serving struct {
	URL      string
	Taken    string // the usual address, when another program has it
	Network  bool   // other machines can see it
	Language diag.Language
}

// Polling is printed once, when we begin to build by snapshots alone.
type Polling struct {
	Reason   Reason
	Language diag.Language
}

// Reason is why we poll.
type Reason string

// The reasons for polling.
const (
	NoEvents  Reason = "events"  // the file system reports no changes, or not all
	NoWatches Reason = "watches" // the system grants us no more watches
)

// Run builds, serves and watches until ctx is done, which is no error.
func Run(ctx context.Context, c Config) error {
	listener, taken, err := listen(c.Addr, c.Network)
	if err != nil {
		return err
	}
	latest := newLatestState()
	s := newServer(c, latest, listener.Addr().(*net.TCPAddr))
	stop := s.start(ctx, listener)
	print, printed := printQueue(c.Print)
	c.Print = print
	r := newRunner(c, latest, s.url, taken)
	c.Builder.Show(r.audience(s.lookedAt, s.tabs.Await))
	err = r.run(ctx)
	printed()
	return errors.Join(err, stop())
}

// lastWords is how long printing may take when all else has ended.
const lastWords = 250 * time.Millisecond

// printQueue makes printing free of waiting: a terminal may stand still while its
// reader selects text, and builds must not. printed waits a moment for the last; what is
// not printed by then is lost.
func printQueue(print func(any)) (enqueue func(any), printed func()) {
	queue, done := make(chan any, 1000), make(chan struct{})
	go func() {
		defer close(done)
		for e := range queue {
			print(e)
		}
	}()
	enqueue = func(e any) {
		select {
		case queue <- e:
		default:
		}
	}
	return enqueue, func() {
		close(queue)
		select {
		case <-done:
		case <-time.After(lastWords):
		}
	}
}
