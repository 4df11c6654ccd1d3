package build

import (
	"strings"
	"sync"
	"time"

	"blandongan/internal/atlas"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/site/areas"
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

// assemble puts the entries together, unless no head among them changed.
func (w *walk) assemble() {
	w.epoch.enter(w.now)
	var h memo.Hash
	h.Int(w.epoch.number)
	for i := range w.seen {
		if w.seen[i].isFact() {
			h.Digest(w.seen[i].head)
		}
	}
	digest := h.Sum()
	w.site, _ = w.facts.Get("", digest, func() (assembled, bool) {
		var entries []*site.Entry
		for i := range w.seen {
			if w.seen[i].isFact() {
				entries = append(entries, w.seen[i].entries...)
			}
		}
		facts, found := site.New(entries, site.Options{Now: w.now, Drafts: w.config.Drafts, BaseURL: w.config.BaseURL})
		problems := sync.OnceValue(func() diag.List { return append(found, check.Site(facts, entries, w.now)...) })
		go problems()
		return assembled{facts, problems, digest}, true
	})
	w.report.Language, w.report.Withheld = string(w.site.Config.Language), w.site.Withheld
	w.report.BaseURL = string(w.site.Config.BaseURL)
}

// publishFile says where the site is published.
var publishFile = site.PlaceOfKind(site.KindPublish)

// isFact says whether a file holds what pages may show. Where the site is published
// is no such thing: a change of it changes nothing.
func (s *seen) isFact() bool { return s.entries != nil && s.path != publishFile }

// themed are the templates, with what is wrong with them.
type themed struct {
	*render.Theme
	problems diag.List
	digest   memo.Digest
}

// dress reads the templates and parses them, unless none changed.
func (w *walk) dress() {
	var own []string
	for _, f := range w.design {
		if !f.Broken && (!strings.HasPrefix(f.Path, render.Folder+"/assets/") || w.inspect(f).Problem == nil) {
			own = append(own, f.Path)
		}
	}
	files, problems := render.Read(w.config.Templates, w.config.Root, own)
	w.say(problems)
	if w.built {
		w.report.Edited = append(w.report.Edited, files.Differ(w.templates)...)
	}
	w.templates = files
	digest := files.Digest()
	w.theme, _ = w.themes.Get("", digest, func() (themed, bool) {
		theme, problems := render.Parse(files)
		return themed{theme, problems, digest}, true
	})
	w.say(w.theme.problems)
}

// planned is a plan with its problems and what follows from it alone.
type planned struct {
	*plan.Plan
	problems diag.List
	pages    int
	copies   []int       // targets that are copied
	words    memo.Digest // of the plan's words
}

// outline plans the site, unless the facts and all that lies beside them are
// what they were.
func (w *walk) outline() {
	files := w.linkable()
	assets := assetPaths(w.theme.Assets())
	var h memo.Hash
	h.Digest(w.site.digest)
	h.Texts(assets)
	for i := range files {
		h.Plain(files[i])
	}
	areas := w.draw()
	h.Digest(areas.digest)
	w.plan, _ = w.plans.Get("", h.Sum(), func() (*planned, bool) {
		related, _ := w.related.Get("", w.site.Related, func() (*plan.Related, bool) {
			return plan.RelatedOf(w.site.Site), true
		})
		p, problems := plan.Make(w.site.Site, plan.Inputs{
			Files: files, Assets: assets, Related: related, Map: areas.Map, Drawn: areas.digest, Known: w.sound, Now: w.now,
		})
		if len(problems) == 0 {
			w.sound = p.Addresses
		}
		return inspect(p, problems), true
	})
	w.say(w.site.problems())
	w.say(areas.problems)
	w.say(w.plan.problems)
	w.epoch.until = w.plan.Until
	w.report.Due, w.report.Prefix, w.report.Host = w.plan.Until, w.plan.Prefix, w.plan.Host
	w.report.plan, w.report.text = w.plan, w.text
}

// drawn is a map with its problems, and the digest of all that it was made from.
type drawn struct {
	*atlas.Map
	problems diag.List
	digest   memo.Digest
}

// draw draws the map, unless neither its file nor the codes of the kecamatan changed.
// There is none when there is no file, or it could not be read.
func (w *walk) draw() drawn {
	for i := range w.seen {
		s := &w.seen[i]
		if s.role != site.Drawn || s.survey == nil {
			continue
		}
		var h memo.Hash
		h.Digest(s.bytes)
		h.Bool(w.site.IsClosed(site.KindKecamatan))
		h.Texts(areas.Known(w.site.Site))
		digest := h.Sum()
		d, _ := w.maps.Get("", digest, func() (drawn, bool) {
			codes, problems := areas.CodesOf(w.site.Site, s.survey)
			m, faults := atlas.Draw(s.survey, codes)
			return drawn{m, append(problems, faults...), digest}, true
		})
		return d
	}
	return drawn{}
}

// inspect finds out what later steps ask of a plan.
func inspect(p *plan.Plan, problems diag.List) *planned {
	var h memo.Hash
	h.Plain(p.Words)
	made := &planned{Plan: p, problems: problems, words: h.Sum()}
	for i := range p.Targets {
		if p.Targets[i].Template != "" && p.Targets[i].Frame != plan.NoFrame {
			made.pages++
		}
		if p.Targets[i].Copy != "" {
			made.copies = append(made.copies, i)
		}
	}
	return made
}

func assetPaths(assets []render.Asset) []string {
	list := make([]string, len(assets))
	for i, a := range assets {
		list[i] = a.Path
	}
	return list
}

// linkable lists the files that pages can link to, with the size of pictures. What
// must stay out of the site for what is in it is there, and broken.
func (w *walk) linkable() []plan.File {
	var list []plan.File
	w.stamps, w.judged = map[string]files.Stamp{}, map[string]bool{}
	for i, f := range w.files {
		role := w.seen[i].role
		if !site.IsCopied(role) && !f.Broken {
			continue
		}
		w.stamps[f.Path] = f.Stamp
		file := plan.File{Path: f.Path, Name: f.Name, Broken: f.Broken}
		if !f.Broken {
			x := w.inspect(f)
			w.judged[f.Path] = x.Problem != nil
			if x.Problem != nil && x.Problem.Severity() == diag.Warning {
				continue // the site goes on without it, and links to it lead nowhere
			}
			file.Broken = x.Problem != nil
			file.Image = files.IsImage(f.Name) && !file.Broken
			file.Width, file.Height = x.Width, x.Height
		}
		list = append(list, file)
	}
	w.images.Sweep()
	return list
}

// inspect remembers what it found in a file whose stamp had settled; of a picture
// that could not be read, nothing.
func (w *walk) inspect(f files.File) files.Inspection {
	x, _ := w.images.Get(f.Path, f.Stamp, func() (files.Inspection, bool) {
		x := files.Inspect(w.config.Root, f)
		return x, (x.Width > 0 && x.Height > 0 || !files.IsImage(f.Name)) && f.Stamp.Settled(w.looked)
	})
	if x.Problem != nil {
		w.say(diag.List{*x.Problem})
	}
	return x
}

// texts are the texts of a plan with their links followed.
type texts struct {
	plan     *planned
	resolved []*plan.Resolved // as Plan.Texts
	// dirty are the positions of those that changed since the output folder was last
	// written.
	dirty   map[int]bool
	anchors map[string][]plan.Anchor // by page
	files   map[string]bool
}

// follow finds where the links of every text lead. A text that did not change is
// left alone while everything lies where it lay.
func (w *walk) follow() {
	old := w.texts
	t := &texts{plan: w.plan, resolved: make([]*plan.Resolved, len(w.plan.Texts)), dirty: map[int]bool{}}
	if old != nil && old.plan == w.plan {
		t.dirty = old.dirty
	} else if old != nil && old.plan.Addresses != w.plan.Addresses {
		old = nil
	}
	fresh := w.freshFiles()
	each(len(t.resolved), func(i int) {
		if x := w.plan.Texts[i]; old != nil && i < len(old.resolved) && old.plan.Texts[i].Ref == x.Ref && fresh[x.File] == nil {
			t.resolved[i] = old.resolved[i]
		}
	})
	w.resolve(t)
	w.texts = t
	w.gather(t)
}

// freshFiles are the files that changed in this build, by path.
func (w *walk) freshFiles() map[string]*seen {
	fresh := map[string]*seen{}
	for i := range w.seen {
		if w.fresh[i] {
			fresh[w.seen[i].path] = &w.seen[i]
		}
	}
	return fresh
}

// resolve follows the links of the texts that have not been.
func (w *walk) resolve(t *texts) {
	var left []int
	for i, r := range t.resolved {
		if r == nil {
			left = append(left, i)
			t.dirty[i] = true
		}
	}
	if len(left) == 0 {
		return
	}
	files := make(map[string]*seen, len(w.seen))
	for i := range w.seen {
		files[w.seen[i].path] = &w.seen[i]
	}
	each(len(left), func(n int) {
		x := w.plan.Texts[left[n]]
		t.resolved[left[n]] = &plan.Resolved{}
		for _, e := range files[x.File].entries {
			if e.Text != nil {
				r := w.plan.Resolve(x.Ref, x.File, e.Text, e.Tail)
				t.resolved[left[n]] = &r
			}
		}
	})
}

// gather puts together what the texts lead to.
func (w *walk) gather(t *texts) {
	t.anchors, t.files = map[string][]plan.Anchor{}, map[string]bool{}
	for _, r := range t.resolved {
		w.say(r.Problems)
		for _, a := range r.Anchors {
			t.anchors[a.Page] = append(t.anchors[a.Page], a)
		}
		for _, f := range r.Files {
			t.files[f] = true
		}
	}
	for _, a := range w.plan.Anchors {
		t.anchors[a.Page] = append(t.anchors[a.Page], a)
	}
	linked, problems := w.plan.Linked(t.files)
	w.linked, w.report.linked = linked, linked
	w.say(problems)
}

// prepared are templates that are ready for a plan.
type prepared struct {
	*render.Renderer
	look map[appearance]memo.Digest
}

// appearance is what pages that look alike have in common.
type appearance struct{ template, frame string }

// prepare makes the templates ready for the plan.
func (w *walk) prepare() {
	var h memo.Hash
	h.Digest(w.theme.digest)
	h.Text(w.plan.Prefix)
	h.Digest(w.plan.words)
	h.Plain(w.plan.Frames)
	looks := map[appearance]memo.Digest{}
	for i := range w.plan.Targets {
		a := appearance{w.plan.Targets[i].Template, w.plan.Targets[i].Frame}
		if _, known := looks[a]; !known {
			looks[a] = memo.Digest{}
			h.Text(a.template)
			h.Text(a.frame)
		}
	}
	var problems diag.List
	w.renderer, _ = w.looks.Get("", h.Sum(), func() (*prepared, bool) {
		var r *render.Renderer
		r, problems = w.theme.Renderer(w.plan.Plan)
		if r == nil {
			return nil, false
		}
		for a := range looks {
			looks[a] = r.Look(a.template, a.frame)
		}
		return &prepared{r, looks}, !problems.HasErrors()
	})
	w.say(problems)
}
