package dev

import (
	"errors"
	"slices"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// Built is printed after every build, and after one that could not be made.
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
	Started Cause = "start"
	Saved   Cause = "save"     // something was saved
	Due     Cause = "due"      // something fell due
	Noticed Cause = "snapshot" // no event came, but a snapshot differed
	Retried Cause = "retry"    // the last one met an error of the machine
)

// How long a failed build waits before it is shown. Some editors empty a file and fill
// it only after a while: the message would come and go before all eyes.
const (
	showDelay        = 80 * time.Millisecond
	longestShowDelay = time.Second // when events go on and on
)

// busyTries is how often we try again for a folder that somebody else held before
// we began: a build ends soon, another watch does not.
const busyTries = 2

// finish takes a build's end.
func (r *runner) finish(b *Built) {
	if errors.Is(b.Err, build.ErrGivenUp) {
		r.abandon(b)
		return
	}
	r.building, r.givenUp = false, time.Time{}
	b.Report.Edited, r.edited = union(r.edited, b.Report.Edited), nil
	if _, busy := build.Busy(b.Err); busy && !r.began && r.failures >= busyTries {
		r.refused = b.Err // most likely another watch, whose pages are the ones to look at
		return
	}
	r.began = r.began || b.Err == nil
	b.Language = r.language(b.Report)
	if b.Err != nil || b.Report.Blocked {
		// A full disk, or another build in the folder: it may pass.
		r.retry = time.Now().Add(min(time.Second<<min(r.failures, 5), 30*time.Second))
		r.failures++
	} else {
		r.failures = 0
	}
	if r.unshown != nil { // it is not shown any more
		b.Report.Edited = union(r.unshown.Report.Edited, b.Report.Edited)
	}
	if b.Err != nil || !failed(b) || b.Cause != Saved || r.unshown != nil && time.Since(r.showAt) > longestShowDelay {
		r.show(b)
		return
	}
	if r.unshown == nil {
		r.showAt = time.Now().Add(showDelay)
	}
	r.unshown = b
}

func union(a, b []string) []string {
	if len(a) == 0 {
		return b
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// show makes a build known: first to the open pages, then at the terminal.
func (r *runner) show(b *Built) {
	r.unshown = nil
	b.Mended = r.last != nil && failed(r.last) && !failed(b)
	isEarly := r.latest.now().early != nil
	if r.last == nil || !failed(b) || !sameProblems(r.last, b) || isEarly {
		r.latest.update(func(s state) state {
			if isEarly {
				s = s.landed(r.config.Out, !failed(b))
			}
			return s.after(b)
		})
	}
	if r.worthPrinting(b) {
		r.config.Print(b)
	}
	r.last = b
	if url := r.url(r.latest.now().prefix); url != r.printedURL {
		r.printedURL = url
		r.config.Print(&Serving{URL: url, Taken: r.taken, Network: r.config.Network, Language: b.Language})
		r.taken = ""
	}
	r.printPolling()
	r.sendProbe()
}

// worthPrinting says whether an author wants to read of a build: not of one that
// nobody asked for and that changed nothing.
func (r *runner) worthPrinting(b *Built) bool {
	return r.last == nil || b.Cause == Saved || b.Report.Written+b.Report.Removed > 0 || !sameProblems(r.last, b)
}

func failed(b *Built) bool { return b.Err != nil || b.Problems.HasErrors() }

func sameProblems(a, b *Built) bool {
	text := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	same := func(p, q diag.Problem) bool {
		return p.Code == q.Code && p.Place == q.Place && p.Excerpt == q.Excerpt &&
			p.Text(a.Language) == q.Text(a.Language)
	}
	return a.Language == b.Language && text(a.Err) == text(b.Err) && slices.EqualFunc(a.Problems, b.Problems, same)
}

// language is what we speak: as asked, else as the site does, else as before.
func (r *runner) language(report build.Report) diag.Language {
	switch {
	case r.config.Language != "":
		return r.config.Language
	case report.Language != "":
		return diag.LanguageOf(report.Language)
	}
	return r.latest.now().lang
}
