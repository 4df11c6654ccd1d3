// Package dev is an author's workbench: it watches a site's folder, builds
// after each save, serves what was built, and shows it in the open browser.
//
// What comes in: a site's folder, a builder, an address. What goes out: pages
// over HTTP, and events for whoever writes to the terminal.
//
// # Never stale
//
// A watch event is a doorbell, not a letter: it says look, not what. After every
// bell the builder looks at all there is, and the watched folders are made equal
// to the folders that exist. Bells that ring during a build lead to one more.
// Where bells are not to be had (a network drive, the system's limit reached),
// or not to be trusted (the queue overflowed), we go round and look; a slow
// patrol does so even where bells work, for a drive shared with another machine
// tells only of changes made on this one. Time is a bell too: the builder says
// when the site changes by itself.
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
// what a page is. Those are the stages' affairs, behind the builder.
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
	// Tell hears what happens, one event at a time: *Built, *Serving, *Polling.
	Tell func(event any)

	system func() (notifier, error) // nil but in tests
}

// Built is told after every build, and after one that could not be made.
type Built struct {
	Report   build.Report
	Problems diag.List
	Err      error // of the machine; the builder tries again
	Mended   bool  // nothing is wrong any more that was
	Took     time.Duration
	Cause    Cause
	Language diag.Language
}

// Cause is why a build was made.
type Cause string

// The causes of builds.
const (
	Start  Cause = "start"
	Bell   Cause = "bell"   // something was saved
	Hour   Cause = "hour"   // something fell due
	Patrol Cause = "patrol" // nothing rang, but something looked different
	Again  Cause = "again"  // the last one met an error of the machine
)

// Serving is told when the site's address is known, and when it changes.
type Serving struct {
	URL      string
	Taken    string // the usual address, when another program has it
	Network  bool   // other machines can see it
	Language diag.Language
}

// Polling is told once, when we begin to go round and look.
type Polling struct {
	Reason   Reason
	Language diag.Language
}

// Reason is why we poll.
type Reason string

// The reasons for polling.
const (
	Mute  Reason = "mute"  // the file system tells of no changes, or not of all
	Limit Reason = "limit" // the system grants us no more watches
)

// Run builds, serves and watches until ctx is done, which is no error.
func Run(ctx context.Context, c Config) error {
	listener, taken, err := listen(c.Addr, c.Network)
	if err != nil {
		return err
	}
	board := newBoard()
	s := newServer(c, board, listener.Addr().(*net.TCPAddr))
	stop := s.start(ctx, listener)
	tell, heard := tongue(c.Tell)
	c.Tell = tell
	err = newRunner(c, board, s.url, taken).run(ctx)
	heard()
	return errors.Join(err, stop())
}

// tongue makes telling free of waiting: a terminal may stand still while its
// reader selects text, and builds must not. What nobody read by then is lost.
func tongue(tell func(any)) (say func(any), heard func()) {
	queue, done := make(chan any, 1000), make(chan struct{})
	go func() {
		defer close(done)
		for e := range queue {
			tell(e)
		}
	}()
	say = func(e any) {
		select {
		case queue <- e:
		default:
		}
	}
	return say, func() {
		close(queue)
		select {
		case <-done:
		case <-time.After(grace):
		}
	}
}
