package build

import (
	"slices"
	"sync"

	"blandongan/internal/atlas"
	"blandongan/internal/build/progress"
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
	key      memo.Digest // of all that it was made from
	problems diag.List
	pages    int
	files    int   // of all targets
	copies   []int // targets that are copied
	editions memo.Digest
}

// planSite plans the site, unless the facts and all that lies beside them are
// what they were.
func (w *walk) planSite() {
	if w.stands {
		return
	}
	w.counter.Begin(progress.Planning, 0, 0)
	files, assets := w.linkable(), assetPaths(w.theme.Assets())
	var h memo.Hash
	h.Digest(w.site.digest)
	for i := range files {
		h.Plain(files[i])
	}
	drawing := w.drawMap()
	w.drawing = drawing
	h.Digest(drawing.digest)
	besides := h.Sum()
	h.Texts(assets)
	key := h.Sum()
	make := func() *planned {
		related := w.related.Get(w.site.Related, func() *related.Articles { return related.Of(w.site.Site) })
		p, problems := plan.Make(w.site.Site, plan.Inputs{
			Files: files, Assets: assets, Related: related, Map: drawing.Map, Drawn: drawing.digest,
			Known: w.checked, Shelf: w.shelf, Now: w.now,
		})
		if len(problems) == 0 {
			w.checked = p.Addresses
		}
		return newPlanned(p, append(problems, areas.Check(w.site.Site, drawing.Map, drawing.doubted)...))
	}
	w.plan = w.plans.Get(key, func() *planned {
		last := *w.bare.Get(besides, make)
		if last.Plan = last.WithAssets(assets); last.Plan == nil {
			w.bare.Forget()
			last = *w.bare.Get(besides, make)
		}
		last.key = key
		return &last
	})
	w.addStanding(slices.Concat(w.site.problems(), drawing.problems, w.plan.problems))
	w.epoch.Until = w.plan.Until
	w.tellPlan()
}

// tellPlan reports what is planned.
func (w *walk) tellPlan() {
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
		if !isKept(&p.Targets[i]) {
			made.files++
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
	for i := range w.reader.Sources {
		s := &w.reader.Sources[i]
		if s.Role != site.Drawn || !s.Surveyed {
			continue
		}
		var h memo.Hash
		h.Digest(s.Bytes)
		h.Bool(w.site.IsWhole(site.KindKecamatan))
		h.Texts(areas.Known(w.site.Site))
		digest := h.Sum()
		return w.maps.Get(digest, func() drawn {
			if known, is := w.recallMap(digest); is {
				return known
			}
			w.reader.ReadSurvey(s)
			codes, problems := areas.CodesOf(w.site.Site, s.Survey)
			m, faults := atlas.Draw(s.Survey, codes)
			doubted := areas.Doubted(s.Survey, codes, s.Problems, problems, faults)
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
	for i, f := range w.look.Files {
		role := w.reader.Sources[i].Role
		if !site.IsCopied(role) && !f.Broken {
			continue
		}
		w.stamps[f.Path] = f.Stamp
		file := plan.File{Path: f.Path, Name: f.Name, Broken: f.Broken}
		if !f.Broken {
			x := w.look.Looked[f.Path]
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

// assembled are the facts, with the problems between them.
type assembled struct {
	*site.Site
	// problems waits for the check, which goes on while the plan is made.
	problems func() diag.List
	digest   memo.Digest
}

// assembleFacts puts the entries together, unless no head among them changed.
func (w *walk) assembleFacts() {
	if w.stands {
		w.addProblems(w.standing)
		return
	}
	w.epoch.Enter(w.now)
	var h memo.Hash
	h.Int(w.epoch.Number)
	for i := range w.reader.Sources {
		if w.reader.Sources[i].IsFact() {
			h.Digest(w.reader.Sources[i].Head)
		}
	}
	digest := h.Sum()
	w.site = w.facts.Get(digest, func() assembled {
		var entries []*site.Entry
		for i := range w.reader.Sources {
			if w.reader.Sources[i].IsFact() {
				entries = append(entries, w.reader.Sources[i].Entries...)
			}
		}
		facts, found := site.New(entries, site.Options{Now: w.now, Drafts: w.config.Drafts,
			BaseURL: w.config.BaseURL, Last: w.lastSite, Again: w.config.Again})
		w.lastSite = facts
		if r := w.recalled; r != nil && r.Facts == digest {
			return assembled{facts, func() diag.List { return r.Doubts }, digest}
		}
		problems := sync.OnceValue(func() diag.List { return append(found, check.Site(facts, entries, w.now)...) })
		go problems()
		return assembled{facts, problems, digest}
	})
	w.tellFacts()
}

// tellFacts reports what is known of the site.
func (w *walk) tellFacts() {
	w.report.Language, w.report.Withheld = string(w.site.Config.Language), w.site.Withheld
	w.report.Zone = w.zone()
	w.report.BaseURL = string(w.site.Config.BaseURL)
}
