package site

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
)

// misnamed says whether a file's name cannot be an address for the letters in it.
func (e *Entry) misnamed() bool {
	return e.Name != "" && !value.IsSlug(e.Name) && len([]rune(e.Name)) <= value.MaxSlug
}

// full is the entry's name as far as it tells files apart: id or id.language.
func (e *Entry) full() string {
	if e.Language != "" {
		return e.ID + "." + e.Language
	}
	return e.ID
}

// checkNames reports each file whose name cannot be an address, with a name that
// no other file has: an editor who follows the hint must not write over another.
func (a *assembler) checkNames(entries []*Entry) {
	if !slices.ContainsFunc(entries, (*Entry).misnamed) {
		return
	}
	taken := map[Ref]bool{}
	for _, e := range entries {
		if !e.misnamed() {
			taken[Ref{e.Kind, e.full()}] = true
		}
	}
	for _, e := range entries {
		if !e.misnamed() {
			continue
		}
		p := diag.At(diag.Place{File: e.Place.File}, "file-name", e.Name)
		ending := path.Ext(e.Place.File)
		free := *e
		for n := 2; taken[Ref{e.Kind, free.full()}]; n++ {
			free.ID = e.ID + "-" + strconv.Itoa(n)
		}
		taken[Ref{e.Kind, free.full()}] = true
		if strings.HasPrefix(path.Base(e.Place.File), "index.") {
			a.say(p.WithHint("rename-folder", free.ID))
		} else if free.ID == e.ID {
			a.say(p.WithHint("rename", free.full()+ending))
		} else {
			a.say(p.WithHint("rename-else", e.full()+ending, free.full()+ending))
		}
	}
}

// plainNames returns names as readers see them, each once: word processors and web
// pages bring soft hyphens and no-break spaces along, which nobody typed, and some
// systems write accents apart from their letters.
func plainNames(names []string) []string {
	changed := false
	for i, name := range names {
		plain := cmp.Or(plainName(name), name) // of one with nothing to see it is told
		changed = changed || plain != name
		names[i] = plain
	}
	if !changed {
		return names
	}
	var once []string
	for _, name := range names {
		if !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	return once
}

// plainName returns a name in composed letters (NFC), with single blanks, plain hyphens
// and nothing invisible.
func plainName(name string) string {
	name = norm.NFC.String(name)
	if !hasUnseen(name) && !strings.ContainsAny(name, "\u2011\t") && !strings.Contains(name, "  ") {
		return name
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\u2011': // a hyphen that does not break
			return '-'
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ")
}

// checkTags finds topics that differ only in what an address cannot show. The
// spelling that most articles use is right, among equals that of the oldest: the
// new article is to follow the others.
func (a *assembler) checkTags() {
	used := map[string]*int{}
	var words []string // those of the oldest articles first
	for i := len(a.site.News) - 1; i >= 0; i-- {
		for _, t := range a.site.News[i].Tags {
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
	for i := range a.site.News {
		n := &a.site.News[i]
		for j, t := range n.Tags {
			if w := right[value.Slugify(t)]; w != "" && w != t {
				a.say(diag.At(n.AtEntry("tags", j), "name-as-tag", t, w).WithHint("write-word", w))
			}
		}
	}
}

// checkThere wants at least one kecamatan: without, every page is nearly empty.
func (a *assembler) checkThere() {
	if len(a.site.Kecamatan) == 0 && !a.site.IsClosed(KindKecamatan) {
		a.say(diag.At(diag.Place{File: "data/kecamatan/"}, "kecamatan-none").WithHint("write-file", "data/kecamatan/nama.yaml", kindNamed(KindKecamatan).shape.Example()))
	}
}
