package build

import (
	"errors"
	"sync"

	"blandongan/internal/build/found"
	"blandongan/internal/build/ledger"
	"blandongan/internal/build/past"
	"blandongan/internal/build/progress"
	"blandongan/internal/build/reading"
	"blandongan/internal/build/texts"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/search"
	"blandongan/internal/views"
)

// recalled is what an earlier process wrote down, as far as it was not taken up yet.
type recalled struct {
	outline
	known    output.Remembered
	sections []string
	pages    []ledger.File
}

// errForgotten says that what an earlier process wrote down cannot be used after all.
var errForgotten = errors.New("what an earlier process knew cannot be read")

// get reads a section. What cannot be read was written by another codec, though the program has
// the same name: then nothing is worth anything.
func (r *recalled) get(section int, p any) bool {
	return codec().Get(r.sections[section], p) == nil
}

// recall takes up what an earlier process knew of the files of the site. Each of them is looked
// at nevertheless, as between the builds of one Builder.
func (w *walk) recall() {
	from := w.memoryFolder()
	if w.built || from == "" {
		return
	}
	if w.config.Desk && !w.config.Fresh {
		w.reviews.Recall(w.config.Program, output.Findings(from))
	}
	known, parts, unused := past.Open(from, w.config.Program, w.config.Fresh, sections)
	if w.report.Unused = unused; parts == nil {
		return
	}
	r := &recalled{known: known, sections: parts}
	var sources []reading.Noted
	var looked map[string]reading.NotedFile
	isWhole := r.get(inOutline, &r.outline)
	if isWhole && r.Config != w.digestConfig() {
		w.report.Unused = past.Address
		return
	}
	if !isWhole || !r.get(inSources, &sources) || !r.get(inLooked, &looked) || !r.get(inPages, &r.pages) ||
		!w.reader.Recall(sources, parts[inEntries], looked) {
		w.report.Unused = past.Damaged
		return
	}
	w.epoch = r.Epoch
	w.checked = r.Checked
	w.recalled = r
	w.report.Recalled = w.config.Out == ""
}

// replay ends a build early that would do what the last one did: nothing that it looks at
// changed, the same moment of the day counts, and the output folder is as it was left.
func (w *walk) replay() (done bool, err error) {
	r := w.recalled
	if r == nil || w.config.Again || !w.epoch.Holds(w.now) {
		return false, nil
	}
	w.pardonDrafts()
	if seen, isWhole := w.digestSeen(); !isWhole || seen != r.Seen || w.problems.HasErrors() {
		return false, nil
	}
	if w.config.Desk && !w.replayReviews() {
		return false, nil
	}
	if w.config.Out == "" {
		w.repeat()
		return true, nil
	}
	if err := w.open(); err != nil {
		return true, w.foreignProblems(err)
	}
	if !w.resumed || !w.verify() {
		return false, nil
	}
	w.repeat()
	if w.restamped || w.look.Restamped {
		w.remember(false)
	}
	if w.config.Hold {
		return true, nil
	}
	return true, w.forget()
}

// repeat says what the last build said.
func (w *walk) repeat() {
	r := w.recalled
	w.addProblems(r.Later)
	n := &r.Report
	w.report.Language, w.report.BaseURL, w.report.Prefix, w.report.Host = n.Language, n.BaseURL, n.Prefix, n.Host
	w.report.Pages, w.report.Files, w.report.Withheld, w.report.Due = n.Pages, n.Files, n.Withheld, n.Due
	w.report.Zone, w.report.text = n.Zone.Location, w.text
	var index []search.File
	for _, p := range r.pages {
		if p.Index {
			index = append(index, search.File{Name: p.Path})
		}
	}
	w.report.late = sync.OnceValue(func() planning { return w.planLate(r, index) })
}

// planLate makes the plan of a build that had no need of it, for whoever asks after all.
func (w *walk) planLate(r *recalled, index []search.File) planning {
	if !w.reader.ReadEntries(progress.Each) {
		return planning{}
	}
	w.recalled = r // for the map
	defer func() { w.recalled = nil }()
	w.assembleFacts()
	w.parseTemplates()
	w.planSite()
	w.followLinks()
	return planning{w.plan, w.linked, index, w.site.Site}
}

// verify looks whether the files that an earlier process made lie in the output folder as it left
// them, and takes up what they were made from. It says whether all are as they were. Where
// nothing is written it counts that they were made, not how they lie.
func (w *walk) verify() bool {
	r := w.recalled
	w.pages = ledger.New(r.pages)
	whole := true
	if w.folder != nil {
		whole, w.restamped = w.pages.Verify(w.folder, w.clock(), progress.Each)
	}
	w.last.index = map[string][]byte{}
	for f := range w.pages.All() {
		if f.Index {
			w.last.index[f.Path] = nil
		}
	}
	w.last.linked = r.Linked
	if whole {
		w.last.plan, w.last.renderer, w.last.prefix = r.Plan, r.Renderer, r.Report.Prefix
	}
	if !r.get(inIDs, &w.ids) {
		w.ids = map[string][]string{}
	}
	return whole
}

// takeUp takes hold of an output folder that an earlier process left, before anything is made.
func (w *walk) takeUp() error {
	if w.recalled == nil || w.opened {
		return nil
	}
	if w.config.Out == "" {
		w.verify()
		return nil
	}
	err := w.open()
	if err == nil && w.resumed {
		w.verify()
	}
	return err
}

// recallWords takes up the words that an earlier process found.
func (w *walk) recallWords() {
	var noted []found.Language
	if w.recalled != nil && w.resumed && w.recalled.get(inSearches, &noted) {
		w.found = found.Recall(noted, w.isLost)
	}
}

// recalledTexts are the texts whose links an earlier process followed, nil without one.
func (w *walk) recalledTexts() *texts.Noted {
	var noted texts.Noted
	if w.recalled == nil || !w.recalled.get(inTexts, &noted) {
		return nil
	}
	return &noted
}

// recallMap returns the map that was drawn from what has a digest.
func (w *walk) recallMap(digest memo.Digest) (drawn, bool) {
	var n notedMap
	if w.recalled == nil || !w.recalled.get(inMap, &n) || n.Digest != digest {
		return drawn{}, false
	}
	return drawn{n.Map, n.Faults, digest, n.Doubted}, true
}

// wholeText is the text at a position of Plan.Texts, with its words; where these cannot be read, the build is over.
func (w *walk) wholeText(i int) views.Body {
	x := w.plan.Texts[i]
	s := w.reader.At(x.File)
	doc, isSame := w.reader.Whole(s)
	if !isSame {
		w.changing.Store(&s.Path)
	}
	if doc == nil {
		return w.texts.Resolved[i].Body
	}
	return w.plan.Resolve(x, doc, s.Tail()).Body
}
