package build

import (
	"slices"
	"sync/atomic"
	"time"

	"blandongan/internal/build/progress"
	"blandongan/internal/build/reading"
	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// checkDesk has the desk look at the texts. What it found in a text that did not change is
// remembered while it knows what it knew. Words and sentences are not: they take ten times
// what a text takes, and are found again in a moment.
func (w *walk) checkDesk() {
	if !w.config.Desk || w.isStopped() {
		return
	}
	known := w.deskKnows()
	d := w.desks.Get(w.withSite(known), func() *desk.Desk {
		return desk.New(w.site.Site, desk.SettingsOf(w.entries()), w.now.In(w.zone()))
	})
	w.desk = d
	reader := w.proseReader()
	var looked atomic.Int64
	w.eachOf(progress.Looking, len(w.reader.Sources), func(i int) {
		if s := &w.reader.Sources[i]; s.Text != nil && s.Review.By != known {
			looked.Add(1)
			doc := reader.Read(s.Path, s.Text, s.Entries)
			s.Review = reading.Review{By: known, Found: reading.Quoted(d.Review(doc), s.Text), Front: frontOf(doc),
				Links: web.LinksOf(doc), Quiet: doc.Silenced}
		}
	})
	w.report.Reviewed = int(looked.Load())
	var h memo.Hash
	h.Digest(known)
	var fronts []*prose.Document
	var found []diag.List
	for i := range w.reader.Sources {
		s := &w.reader.Sources[i]
		found = append(found, s.Review.Found)
		if s.Review.Front == nil {
			continue
		}
		fronts = append(fronts, s.Review.Front)
		h.Digest(s.Head)
		for _, c := range s.Review.Front.Silenced {
			h.Plain(c)
		}
	}
	found = append(found, w.across.Get(h.Sum(), func() diag.List { return d.Across(fronts) }))
	w.report.Findings = d.Findings(found, !w.site.HasClosed())
	w.report.desk, w.report.sources, w.report.site = d, w.reader.Sources, w.site.Site
}

// Links returns the links to other sites, of texts and of data.
func (r Report) Links() (links []web.Link) {
	for i := range r.sources {
		links = append(links, r.sources[i].Review.Links...)
	}
	if r.site != nil {
		for a := range r.site.WebAddresses() {
			links = append(links, web.Link{Place: a.Place, URL: string(a.URL), Words: string(a.URL)})
		}
	}
	return links
}

// Loud returns findings without those that a comment silences.
func (r Report) Loud(l diag.List) diag.List {
	quiet := map[string][]prose.Silence{}
	for i := range r.sources {
		quiet[r.sources[i].Path] = r.sources[i].Review.Quiet
	}
	return slices.DeleteFunc(l, func(p diag.Problem) bool {
		return r.desk != nil && r.desk.IsSilent(p, quiet[p.Place.File])
	})
}

// proseReader reads what the desk looks at.
func (w *walk) proseReader() prose.Reader {
	return prose.Reader{Markdown: w.markdown, Language: string(w.site.Main)}
}

// deskKnows is the digest of what the desk is told besides the texts. A title that somebody types
// is not among it, nor is the navigation: all texts would be looked at again with each letter.
func (w *walk) deskKnows() memo.Digest {
	var h memo.Hash
	h.Text(string(w.site.Main))
	h.Bool(desk.IsBlind(w.site.Site))
	h.Text(w.now.In(w.zone()).Format(time.DateOnly))
	isKnown := func(e *site.Entry) bool { return desk.Knows(e.Kind) }
	for i := range w.reader.Sources {
		s := &w.reader.Sources[i]
		if desk.IsSettings(s.Path) || s.IsFact() && slices.ContainsFunc(s.Entries, isKnown) {
			h.Digest(s.Head)
		}
	}
	return h.Sum()
}

// withSite adds the site's own file, which is held against itself alone.
func (w *walk) withSite(known memo.Digest) memo.Digest {
	var h memo.Hash
	h.Digest(known)
	for i := range w.reader.Sources {
		if s := &w.reader.Sources[i]; s.Path == SiteFile {
			h.Digest(s.Head)
		}
	}
	return h.Sum()
}

// zone is the site's, as far as it is known.
func (w *walk) zone() *time.Location {
	if w.site.Zone == nil {
		return time.UTC
	}
	return w.site.Zone
}

// entries are those of all files.
func (w *walk) entries() []*site.Entry {
	var list []*site.Entry
	for i := range w.reader.Sources {
		list = append(list, w.reader.Sources[i].Entries...)
	}
	return list
}

// frontOf is what is held of an article against others: its front matter. It is nil of what
// is no article.
func frontOf(d *prose.Document) *prose.Document {
	if d.Article == nil {
		return nil
	}
	front := *d
	front.Blocks = nil
	for _, b := range d.Blocks {
		if b.Kind == prose.Field {
			front.Blocks = append(front.Blocks, b)
		}
	}
	return &front
}
