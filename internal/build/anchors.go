package build

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// missingAnchors are the problems of the links to places inside a page that it
// has not. What to say instead is prepared once for all of them.
func missingAnchors(wanted []plan.Anchor, places []string) diag.List {
	var problems diag.List
	var near *diag.Finder
	var all string
	for _, a := range wanted {
		if render.HasPlace(places, a.Fragment) {
			continue
		}
		if near == nil {
			named := render.Named(places)
			near, all = diag.NewFinder(named), strings.Join(named, ", ")
		}
		p := diag.At(a.Place, "anchor-missing", a.Fragment)
		if n := near.Nearest(a.Fragment); n != "" {
			p = p.WithHint("did-you-mean", n)
		} else {
			p = p.WithHint("known-anchors", all)
		}
		problems = append(problems, p)
	}
	return problems
}
