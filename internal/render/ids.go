package render

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
)

var id = regexp.MustCompile(` id="([^"]+)"`)

// IDs returns the ids in a rendered page, in its order. It is never nil.
func IDs(page []byte) []string {
	ids := []string{}
	for _, m := range id.FindAllSubmatch(page, -1) {
		ids = append(ids, html.UnescapeString(string(m[1])))
	}
	return ids
}

// HeadingIDs returns those of a page's ids that an editor may mean: not those of single
// sources and footnotes.
func HeadingIDs(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return strings.ContainsAny(id, ".:") })
}

// HasID says whether an id, as a link's fragment names it, is among a page's ids.
func HasID(ids []string, fragment string) bool {
	fragment, _, _ = strings.Cut(fragment, ":~:") // what follows is for the browser: the words to go to
	if fragment == "" {
		return true
	}
	if id, err := url.PathUnescape(fragment); err == nil {
		fragment = id
	}
	return slices.Contains(ids, fragment)
}

// MissingAnchors are the problems of the links whose fragment is no id of the page they
// lead to. What to say instead is prepared once for all of them.
func MissingAnchors(wanted []plan.Anchor, ids []string) diag.List {
	var problems diag.List
	var near *diag.Finder
	var all string
	for _, a := range wanted {
		if HasID(ids, a.Fragment) {
			continue
		}
		if near == nil {
			headings := HeadingIDs(ids)
			near, all = diag.NewFinder(headings), strings.Join(headings, ", ")
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
