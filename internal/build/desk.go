package build

import (
	"io"
	"slices"
	"time"

	"blandongan/internal/build/progress"
	"blandongan/internal/build/review"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/output"
)

// checkDesk has the desk look at the texts, unless a build that does nothing anew knows already what
// it finds there.
func (w *walk) checkDesk() {
	if w.unreviewed = nil; !w.config.Desk || w.over() != nil || w.report.desk != nil {
		return
	}
	w.takeFindings(w.reviews.Look(review.Inputs{
		Reader: w.reader, Site: w.site.Site, Config: w.digestConfig(), Now: w.now.In(w.zone()),
		Each: func(n int, do func(int)) { w.eachOf(progress.Looking, n, do) },
	}))
	if w.unreviewed = w; w.isStopped() {
		w.unreviewed = nil // not all was looked at
	} else if !w.config.Again || !w.built {
		w.noteReviews(w.keyOfReviews(w.zone()))
	}
}

// replayReviews takes over what the desk found in an earlier process, if that looked at the same.
func (w *walk) replayReviews() bool {
	r, is := w.reviews.Replay(w.keyOfReviews(w.recalled.Report.Zone.Location), w.reader.Sources, progress.Each)
	if is {
		w.takeFindings(r)
	}
	return is
}

// takeFindings takes over what the desk found.
func (w *walk) takeFindings(r review.Result) {
	for _, file := range r.Changing {
		if !w.report.Trusting { // else the next build looks at it
			w.addProblems(diag.List{diag.At(diag.Place{File: file}, "file-changing")})
		}
	}
	w.report.Findings, w.report.Reviewed, w.report.desk = r.Findings, r.Reviewed, r.Desk
	w.report.sources, w.report.site = w.reader.Sources, w.site.Site
}

// keyOfReviews is the digest of all that the desk looks at, on this day; zero when that cannot be told.
func (w *walk) keyOfReviews(zone *time.Location) memo.Digest {
	seen, isWhole := w.digestSeen()
	if !isWhole {
		return memo.Digest{}
	}
	var h memo.Hash
	h.Digest(seen)
	h.Digest(w.digestConfig())
	h.Text(w.now.In(zone).Format(time.DateOnly))
	return h.Sum()
}

// noteReviews writes down what the desk found, for the process that looks next.
func (w *walk) noteReviews(key memo.Digest) {
	w.unreviewed = nil
	if w.memoryFolder() == "" {
		return
	}
	if w.reviews.HasNews(key) { // where it cannot be kept, the next looks at everything
		_ = output.KeepFindings(w.memoryFolder(), func(to io.Writer) error {
			return w.reviews.Note(to, w.config.Program, key, w.reader, progress.Each)
		})
	}
}

// Links returns the links to other sites, of texts and of data; it is asked before the builder builds again.
func (r Report) Links() (links []web.Link) {
	for i := range r.sources {
		links = append(links, review.Links(&r.sources[i])...)
	}
	known := r.site
	if r.late != nil {
		known = r.late().site
	}
	if known != nil {
		for a := range known.WebAddresses() {
			links = append(links, web.Link{Place: a.Place, URL: string(a.URL), Words: string(a.URL)})
		}
	}
	return links
}

// Loud returns findings without those that a comment silences; it is asked before the builder builds again.
func (r Report) Loud(l diag.List) diag.List {
	quiet := map[string][]prose.Silence{}
	for i := range r.sources {
		quiet[r.sources[i].Path] = review.Quiet(&r.sources[i])
	}
	return slices.DeleteFunc(l, func(p diag.Problem) bool {
		return r.desk != nil && r.desk.IsSilent(p, quiet[p.Place.File])
	})
}

// proseReader reads what the desk looks at.
func (w *walk) proseReader() prose.Reader {
	return prose.Reader{Markdown: w.markdown, Language: string(w.site.Main)}
}

// zone is the site's, as far as it is known.
func (w *walk) zone() *time.Location {
	if w.site.Zone == nil {
		return time.UTC
	}
	return w.site.Zone
}
