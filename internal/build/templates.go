package build

import (
	"blandongan/internal/build/progress"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// parsedTheme are the templates, with what is wrong with them.
type parsedTheme struct {
	*render.Theme
	problems diag.List
	digest   memo.Digest
}

// readTemplates are the templates as they were read, with their digest and what is wrong with them.
type readTemplates struct {
	render.Files
	digest   memo.Digest
	problems diag.List
}

// readTemplates reads the templates, unless it was told what changed, and that is none.
func (w *walk) readTemplates() {
	if !w.look.IsOfFew() || w.read.digest == (memo.Digest{}) {
		var own []string
		for _, f := range w.look.Design {
			if !f.Broken && w.look.Looked[f.Path].Problem == nil {
				own = append(own, f.Path)
			}
		}
		files, problems := render.Read(w.config.Templates, w.config.Root, own)
		if w.built {
			w.report.Edited = append(w.report.Edited, files.Differ(w.read.Files)...)
		}
		w.read = readTemplates{files, files.Digest(), problems}
	}
	w.templates = w.read.Files
	w.addProblems(w.read.problems)
}

// parseTemplates parses the templates, unless none changed.
func (w *walk) parseTemplates() {
	if w.stands {
		return
	}
	w.theme = w.themes.Get(w.read.digest, func() parsedTheme {
		theme, problems := render.Parse(w.templates)
		return parsedTheme{theme, problems, w.read.digest}
	})
	w.addStanding(w.theme.problems)
}

// prepared are templates that are ready for a plan.
type prepared struct {
	*render.Renderer
	key     memo.Digest // of all that they were made from
	digests map[wrapping]memo.Digest
}

// wrapping is what a page's view is put into.
type wrapping struct {
	edition         int
	template, frame string
}

func wrappingOf(t *plan.Target) wrapping { return wrapping{t.Edition, t.Template, t.Frame} }

// prepareTemplates makes the templates ready for the plan.
func (w *walk) prepareTemplates() {
	if w.stands {
		return
	}
	var h memo.Hash
	h.Digest(w.theme.digest)
	h.Text(w.plan.Prefix)
	h.Digest(w.plan.editions)
	digests := map[wrapping]memo.Digest{}
	for i := range w.plan.Targets {
		x := wrappingOf(&w.plan.Targets[i])
		if _, known := digests[x]; !known {
			digests[x] = memo.Digest{}
			h.Int(x.edition)
			h.Text(x.template)
			h.Text(x.frame)
		}
	}
	var problems diag.List
	key := h.Sum()
	w.renderer = w.renderers.Get(key, func() *prepared {
		var r *render.Renderer
		if r, problems = w.theme.Renderer(w.plan.Plan, progress.Each); r == nil {
			return nil
		}
		for x := range digests {
			digests[x] = r.Digest(x.edition, x.template, x.frame)
		}
		return &prepared{r, key, digests}
	})
	if problems.HasErrors() {
		w.renderers.Forget() // the next build finds them again
	}
	w.addStanding(problems)
}
