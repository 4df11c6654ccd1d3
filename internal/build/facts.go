package build

import (
	"sync"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/site"
	"blandongan/internal/site/check"
)

// epoch is a span of time in which nothing falls due.
type epoch struct {
	from, until time.Time
	number      int
}

// enter moves on to another epoch when now is not in this one.
func (e *epoch) enter(now time.Time) {
	if now.Before(e.from) || !now.Before(e.until) {
		*e = epoch{now, now, e.number + 1}
	}
}

// assembled are the facts, with the problems between them.
type assembled struct {
	*site.Site
	// problems waits for the check, which goes on while the plan is made.
	problems func() diag.List
	digest   memo.Digest
}

// assembleFacts puts the entries together, unless no head among them changed.
func (w *walk) assembleFacts() {
	w.epoch.enter(w.now)
	var h memo.Hash
	h.Int(w.epoch.number)
	for i := range w.sources {
		if w.sources[i].isFact() {
			h.Digest(w.sources[i].head)
		}
	}
	digest := h.Sum()
	w.site = w.facts.Get(digest, func() assembled {
		var entries []*site.Entry
		for i := range w.sources {
			if w.sources[i].isFact() {
				entries = append(entries, w.sources[i].entries...)
			}
		}
		facts, found := site.New(entries, site.Options{Now: w.now, Drafts: w.config.Drafts, BaseURL: w.config.BaseURL})
		problems := sync.OnceValue(func() diag.List { return append(found, check.Site(facts, entries, w.now)...) })
		go problems()
		return assembled{facts, problems, digest}
	})
	w.report.Language, w.report.Withheld = string(w.site.Config.Language), w.site.Withheld
	w.report.Zone = w.zone()
	w.report.BaseURL = string(w.site.Config.BaseURL)
}

// isFact says whether a file holds what pages may show. Where the site is published, and what
// the editors' desk is told, is no such thing: a change of it changes nothing.
func (s *source) isFact() bool { return s.entries != nil && !site.IsUnseen(s.path) }
