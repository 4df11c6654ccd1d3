package publish

import (
	"cmp"
	"path"
	"regexp"
	"strings"

	"blandongan/internal/publish/store"
)

// group is when in a run a file's turn comes.
type group int

const (
	loaded    group = iota // what pages load
	added                  // pages that were not there
	replaced               // pages that were
	lists                  // feeds, sitemap, rules and what else machines read
	withdrawn              // pages that go, before what they load
	removed
	groups
)

// inOrder is the order of changes in a run.
func inOrder(a, b Change) int {
	clears := 0
	if a.clears != b.clears {
		clears = 1
		if a.clears {
			clears = -1
		}
	}
	return cmp.Or(cmp.Compare(a.group, b.group), clears, cmp.Compare(a.Path, b.Path))
}

// loadedWith are the kinds of files that come with a page. Others are links for
// readers to follow: one that was taken away, perhaps because it should not be
// public, does not stay for a week.
var loadedWith = regexp.MustCompile(`(?i)\.(css|m?js|wasm|webmanifest|png|jpe?g|gif|svg|webp|avif|ico|` +
	`woff2?|ttf|otf|mp4|webm|mp3|ogg|m4a|vtt)$`)

// loadedByPages says whether pages that somebody still reads may load a file
// that left the site. Where the page of its own folder goes, what lies beside it
// goes along: it was withdrawn.
func loadedByPages(st *state, e store.Entry, site layout) bool {
	if !loadedWith.MatchString(plainName(e.Path, e.Encoding)) {
		return false
	}
	page := path.Join(path.Dir(e.Path), "index.html")
	_, stays := site.files[page]
	return stays || st.entries[page].Path == ""
}

// groupOf is the turn of a file's kind. A compressed file has its turn with the
// one it is made from.
func groupOf(f store.File) group {
	name := plainName(f.Path, f.Encoding)
	base := strings.ToLower(path.Base(name))
	switch ext := path.Ext(base); {
	case isPage(name):
		return replaced
	case ext == ".xml", ext == ".ics", ext == ".txt", base == "feed.json", base == ".htaccess",
		strings.HasPrefix(name, "_"):
		return lists
	}
	return loaded
}

// plainName is the name of the file that a compressed one is made from.
func plainName(name string, e store.Encoding) string {
	if e == "" {
		return name
	}
	return strings.TrimSuffix(name, "."+string(e))
}
