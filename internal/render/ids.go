package render

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
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
