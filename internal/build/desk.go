package build

import (
	"slices"
	"sync/atomic"
	"time"

	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// reviewed is what the desk found in a file, and what of it is held against other files.
type reviewed struct {
	by    memo.Digest // of all that the desk knew
	found diag.List
	front *prose.Document
	links []web.Link
	quiet []prose.Silence
}

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
	w.eachOf(Looking, len(w.sources), func(i int) {
		if s := &w.sources[i]; s.text != nil && s.desk.by != known {
			looked.Add(1)
			doc := reader.Read(s.path, s.text, s.entries)
			s.desk = reviewed{known, quoted(d.Review(doc), s.text), frontOf(doc), web.LinksOf(doc), doc.Silenced}
		}
	})
	w.report.Reviewed = int(looked.Load())
	var h memo.Hash
	h.Digest(known)
	var fronts []*prose.Document
	var found []diag.List
	for i := range w.sources {
		s := &w.sources[i]
		found = append(found, s.desk.found)
		if s.desk.front == nil {
			continue
		}
		fronts = append(fronts, s.desk.front)
		h.Digest(s.head)
		for _, c := range s.desk.front.Silenced {
			h.Plain(c)
		}
	}
	found = append(found, w.across.Get(h.Sum(), func() diag.List { return d.Across(fronts) }))
	w.report.Findings = d.Findings(found, !w.site.HasClosed())
	w.report.desk, w.report.sources, w.report.site = d, w.sources, w.site.Site
}

// Links returns the links to other sites, of texts and of data.
func (r Report) Links() (links []web.Link) {
	for i := range r.sources {
		links = append(links, r.sources[i].desk.links...)
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
		quiet[r.sources[i].path] = r.sources[i].desk.quiet
	}
	return slices.DeleteFunc(l, func(p diag.Problem) bool {
		return r.desk != nil && r.desk.IsSilent(p, quiet[p.Place.File])
	})
}

// proseReader reads what the desk looks at.
func (w *walk) proseReader() prose.Reader {
	return prose.Reader{Markdown: w.markdown, Language: string(w.site.Main)}
}

// quoted are problems of a text with their lines, so that it need not be read again for them. Of
// very many most are never shown.
func quoted(l diag.List, text []byte) diag.List {
	if len(l) == 0 || len(l) > diag.MostTold {
		return l
	}
	return l.Sorted().Excerpt(func(string) string { return string(text) })
}

// deskKnows is the digest of what the desk is told besides the texts. A title that somebody types
// is not among it, nor is the navigation: all texts would be looked at again with each letter.
func (w *walk) deskKnows() memo.Digest {
	var h memo.Hash
	h.Text(string(w.site.Main))
	h.Bool(desk.IsBlind(w.site.Site))
	h.Text(w.now.In(w.zone()).Format(time.DateOnly))
	isKnown := func(e *site.Entry) bool { return desk.Knows(e.Kind) }
	for i := range w.sources {
		s := &w.sources[i]
		if desk.IsSettings(s.path) || s.isFact() && slices.ContainsFunc(s.entries, isKnown) {
			h.Digest(s.head)
		}
	}
	return h.Sum()
}

// withSite adds the site's own file, which is held against itself alone.
func (w *walk) withSite(known memo.Digest) memo.Digest {
	var h memo.Hash
	h.Digest(known)
	for i := range w.sources {
		if s := &w.sources[i]; s.path == SiteFile {
			h.Digest(s.head)
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
	for i := range w.sources {
		list = append(list, w.sources[i].entries...)
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
