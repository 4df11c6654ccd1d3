package check

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// checkNames reports each file whose name cannot be an address, with a name that
// no other file has: an editor who follows the hint must not write over another.
func (c *checker) checkNames(entries []*site.Entry) {
	if !slices.ContainsFunc(entries, (*site.Entry).Misnamed) {
		return
	}
	taken := map[site.Ref]bool{}
	for _, e := range entries {
		if !e.Misnamed() {
			taken[site.Ref{Kind: e.Kind, ID: nameOf(e)}] = true
		}
	}
	for _, e := range entries {
		if !e.Misnamed() {
			continue
		}
		p := diag.At(diag.Place{File: e.Place.File}, "file-name", e.Name)
		ending := path.Ext(e.Place.File)
		free := *e
		for n := 2; taken[site.Ref{Kind: e.Kind, ID: nameOf(&free)}]; n++ {
			free.ID = e.ID + "-" + strconv.Itoa(n)
		}
		taken[site.Ref{Kind: e.Kind, ID: nameOf(&free)}] = true
		if strings.HasPrefix(path.Base(e.Place.File), "index.") {
			c.say(p.WithHint("rename-folder", free.ID))
		} else if free.ID == e.ID {
			c.say(p.WithHint("rename", nameOf(&free)+ending))
		} else {
			c.say(p.WithHint("rename-else", nameOf(e)+ending, nameOf(&free)+ending))
		}
	}
}

// checkTags finds topics that differ only in what an address cannot show. The
// spelling that most articles use is right, among equals that of the oldest: the
// new article is to follow the others.
func (c *checker) checkTags() {
	used := map[string]*int{}
	var words []string // those of the oldest articles first
	for i := len(c.site.News) - 1; i >= 0; i-- {
		for _, t := range c.site.News[i].Tags {
			times := used[t]
			if times == nil {
				times = new(int)
				used[t] = times
				words = append(words, t)
			}
			*times++
		}
	}
	right := map[string]string{} // by slug
	for _, w := range words {
		slug := value.Slugify(w)
		if slug == value.Nameless {
			continue // it has been told
		}
		if best, seen := right[slug]; !seen || *used[w] > *used[best] {
			right[slug] = w
		}
	}
	if len(right) == len(words) {
		return
	}
	for i := range c.site.News {
		n := &c.site.News[i]
		for j, t := range n.Tags {
			if w := right[value.Slugify(t)]; w != "" && w != t {
				c.say(diag.At(n.AtEntry("tags", j), "name-as-tag", t, w).WithHint("write-word", w))
			}
		}
	}
}

// nameOf is an entry's name as far as it tells files apart: id or id.language.
func nameOf(e *site.Entry) string {
	if e.Language != "" {
		return e.ID + "." + e.Language
	}
	return e.ID
}
