package dev

import (
	"slices"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// The bounds of patience with a save that looks like an error. Some editors
// empty a file and fill it only after a while; nobody misses a message for the
// blink of an eye, but all would see it come and go.
const (
	holdBack = 80 * time.Millisecond
	holdLong = time.Second // in a flurry of bells that does not end
)

// patient is how often we try again for a folder that somebody else held before
// we began: a build ends soon, another watch does not.
const patient = 2

// finish takes a build's end.
func (r *runner) finish(b *Built) {
	r.building = false
	if _, busy := build.Busy(b.Err); busy && !r.began && r.failures >= patient {
		r.refused = b.Err // most likely another watch, whose pages are the ones to look at
		return
	}
	r.began = r.began || b.Err == nil
	b.Language = r.language(b.Report)
	if b.Err != nil || b.Report.Blocked {
		// A full disk, or another build in the folder: it may pass unheard.
		r.retry = time.Now().Add(min(time.Second<<min(r.failures, 5), 30*time.Second))
		r.failures++
	} else {
		r.failures = 0
	}
	if held := r.held; held != nil { // it is answered by this one
		b.Report.Edited = union(held.Report.Edited, b.Report.Edited)
	}
	if b.Err != nil || !failed(b) || b.Cause != Bell || r.held != nil && time.Since(r.release) > holdLong {
		r.tell(b)
		return
	}
	if r.held == nil {
		r.release = time.Now().Add(holdBack)
	}
	r.held = b
}

func union(a, b []string) []string {
	if len(a) == 0 {
		return b
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// tell makes a build known: first to the streams, then at the terminal.
func (r *runner) tell(b *Built) {
	r.held = nil
	b.Mended = r.last != nil && failed(r.last) && !failed(b)
	if r.last == nil || !failed(b) || !sameTrouble(r.last, b) {
		r.board.post(r.board.now().after(b))
	}
	if r.newsworthy(b) {
		r.config.Tell(b)
	}
	r.last = b
	if url := r.url(r.board.now().prefix); url != r.told {
		r.told = url
		r.config.Tell(&Serving{URL: url, Taken: r.taken, Network: r.config.Network, Language: b.Language})
		r.taken = ""
	}
	r.sayPolling()
	r.askCanary()
}

// newsworthy says whether an author wants to hear of a build: not of one that
// nobody asked for and that changed nothing.
func (r *runner) newsworthy(b *Built) bool {
	return r.last == nil || b.Cause == Bell || b.Report.Written+b.Report.Removed > 0 || !sameTrouble(r.last, b)
}

func failed(b *Built) bool { return b.Err != nil || b.Problems.HasErrors() }

func sameTrouble(a, b *Built) bool {
	text := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	return a.Language == b.Language && text(a.Err) == text(b.Err) && slices.EqualFunc(a.Problems, b.Problems, func(p, q diag.Problem) bool {
		return p.Code == q.Code && p.Place == q.Place && p.Excerpt == q.Excerpt && p.Text(a.Language) == q.Text(a.Language)
	})
}

// language is what we speak: as asked, else as the site does, else as before.
func (r *runner) language(report build.Report) diag.Language {
	switch {
	case r.config.Language != "":
		return r.config.Language
	case report.Language != "":
		return diag.LanguageOf(report.Language)
	}
	return r.board.now().lang
}
