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
	"blandongan/internal/related"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/site/areas"
	"blandongan/internal/site/check"
)

// planned is a plan with its problems and what follows from it alone.
type planned struct {
	*plan.Plan
	problems diag.List
	pages    int
	copies   []int // targets that are copied
	editions memo.Digest
}

// planSite plans the site, unless the facts and all that lies beside them are
// what they were.
func (w *walk) planSite() {
	w.begin(Planning, 0, 0)
	files, assets := w.linkable(), assetPaths(w.theme.Assets())
	var h memo.Hash
	h.Digest(w.site.digest)
	h.Texts(assets)
	for i := range files {
		h.Plain(files[i])
	}
	drawing := w.drawMap()
	h.Digest(drawing.digest)
	w.plan = w.plans.Get(h.Sum(), func() *planned {
		related := w.related.Get(w.site.Related, func() *related.Articles { return related.Of(w.site.Site) })
		p, problems := plan.Make(w.site.Site, plan.Inputs{
			Files: files, Assets: assets, Related: related, Map: drawing.Map, Drawn: drawing.digest,
			Known: w.checked, Shelf: w.shelf, Now: w.now,
		})
		if len(problems) == 0 {
			w.checked = p.Addresses
		}
		return newPlanned(p, append(problems, areas.Check(w.site.Site, drawing.Map, drawing.doubted)...))
	})
	w.addProblems(w.site.problems())
	w.addProblems(drawing.problems)
	w.addProblems(w.plan.problems)
	w.epoch.until = w.plan.Until
	w.report.Due, w.report.Prefix, w.report.Host = w.plan.Until, w.plan.Prefix, w.plan.Host
	w.report.plan, w.report.text = w.plan, w.text
}

// newPlanned finds out what later steps ask of a plan.
func newPlanned(p *plan.Plan, problems diag.List) *planned {
	var h memo.Hash
	h.Plain(p.Editions)
	made := &planned{Plan: p, problems: problems, editions: h.Sum()}
	for i := range p.Targets {
		if isPage(&p.Targets[i]) {
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

// drawn is a map with its problems, and the digest of all that it was made from.
type drawn struct {
	*atlas.Map
	problems diag.List
	digest   memo.Digest
	doubted  map[string]bool // codes of areas
}

// drawMap draws the map, unless neither its file nor the codes of the kecamatan changed.
// There is none when there is no file, or it could not be read.
func (w *walk) drawMap() drawn {
	for i := range w.sources {
		s := &w.sources[i]
		if s.role != site.Drawn || s.survey == nil {
			continue
		}
		var h memo.Hash
		h.Digest(s.bytes)
		h.Bool(w.site.IsWhole(site.KindKecamatan))
		h.Texts(areas.Known(w.site.Site))
		digest := h.Sum()
		return w.maps.Get(digest, func() drawn {
			codes, problems := areas.CodesOf(w.site.Site, s.survey)
			m, faults := atlas.Draw(s.survey, codes)
			doubted := areas.Doubted(s.survey, codes, s.problems, problems, faults)
			return drawn{m, append(problems, faults...), digest, doubted}
		})
	}
	return drawn{}
}

// linkable lists the files that pages can link to, with the size of pictures. What
// must stay out of the site for what is in it is there, and broken.
func (w *walk) linkable() []plan.File {
	var list []plan.File
	w.stamps, w.reported = map[string]files.Stamp{}, map[string]bool{}
	for i, f := range w.files {
		role := w.sources[i].role
		if !site.IsCopied(role) && !f.Broken {
			continue
		}
		w.stamps[f.Path] = f.Stamp
		file := plan.File{Path: f.Path, Name: f.Name, Broken: f.Broken}
		if !f.Broken {
			x := w.looked[f.Path]
			w.reported[f.Path] = x.Problem != nil
			if x.Problem != nil && x.Problem.Severity() == diag.Warning {
				continue // the site goes on without it, and links to it lead nowhere
			}
			file.Broken = x.Problem != nil
			file.Image = files.IsImage(f.Name) && !file.Broken
			file.Width, file.Height, file.Picture = x.Width, x.Height, x.Picture
		}
		list = append(list, file)
	}
	return list
}

// inspected is what was found in a file with a stamp.
type inspected struct {
	stamp files.Stamp
	files.Inspection
}

// inspectFiles looks into the files that pages may show or link to, and those of the templates, and remembers what it
// found where a stamp had settled; of a picture that could not be read, nothing.
func (w *walk) inspectFiles() {
	var list []files.File
	for _, f := range w.design {
		if !f.Broken && strings.HasPrefix(f.Path, render.Folder+"/assets/") {
			list = append(list, f)
		}
	}
	for i, f := range w.files {
		if !f.Broken && site.IsCopied(w.sources[i].role) {
			list = append(list, f)
		}
	}
	found, inspector := make([]inspected, len(list)), files.Inspector{FS: w.config.Root}
	w.eachOf(Inspecting, len(list), func(i int) {
		x, known := w.inspected[list[i].Path]
		if !known || x.stamp != list[i].Stamp {
			x = inspected{list[i].Stamp, inspector.Inspect(list[i])}
		}
		found[i] = x
	})
	remembered := make(map[string]inspected, len(list))
	w.looked = make(map[string]files.Inspection, len(list))
	for i, f := range list {
		x := found[i]
		w.looked[f.Path] = x.Inspection
		isRead := x.Width > 0 && x.Height > 0 || !files.IsImage(f.Name)
		if old, known := w.inspected[f.Path]; known && old == x || isRead && f.Stamp.Settled(w.lookedAt) {
			remembered[f.Path] = x
		}
		if x.Problem != nil {
			w.addProblems(diag.List{*x.Problem})
		}
	}
	w.inspected = remembered
}

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
