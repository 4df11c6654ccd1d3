package search

import (
	"cmp"
	"slices"
	"strings"
)

// Index is all that the browser reads, as a value: nothing changes it.
type Index struct {
	place    Place
	given    []*Words // in the order they came
	fresh    shelf
	archive  shelf
	spelling []part
	files    []File
}

// Index makes the index of all that can be found. Of the last one, which may be nil, it keeps what did not change, so
// that a save costs little: entries that did not change must be the same Words, not ones like them. The result is the
// same without it, to the byte.
func (v *Vocabulary) Index(last *Index, place Place, given []*Words) *Index {
	v.mu.Lock()
	defer v.mu.Unlock()
	if last == nil || last.place != place {
		last = &Index{}
	}
	fresh, archive := last.order(given)
	x := &Index{place: place, given: slices.Clone(given)}
	x.fresh = last.fresh.update(v.terms, fresh)
	x.archive = last.archive.update(v.terms, archive)
	x.spelling = spell(x.fresh.lines, x.archive.lines, len(given))
	x.files = x.pack(v.language)
	return x
}

// Files are those of the index, the directory first.
func (x *Index) Files() []File { return x.files }

// order numbers the documents: in the fresh shelf things by rank and then the newest articles, in the other one all
// older articles, each by date. A new article so changes the fresh shelf alone, which is small.
func (x *Index) order(given []*Words) (fresh, archive []*Words) {
	if x.ordered(given) {
		swap := make(map[*Words]*Words, 8)
		for i, w := range given {
			if w != x.given[i] {
				swap[x.given[i]] = w
			}
		}
		return replace(x.fresh.documents, swap), replace(x.archive.documents, swap)
	}
	all := slices.Clone(given)
	slices.SortFunc(all, byOrder)
	things := 0
	for things < len(all) && all[things].date == "" {
		things++
	}
	border := things + newest(all[things:])
	return slices.Concat(all[:things], all[border:]), all[things:border]
}

func byOrder(a, b *Words) int {
	return cmp.Or(strings.Compare(a.date, b.date), byBool(a.answer, b.answer), cmp.Compare(a.rank, b.rank),
		strings.Compare(a.key, b.key))
}

func byBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// ordered says that the order of documents is as it was.
func (x *Index) ordered(given []*Words) bool {
	return len(x.given) == len(given) && slices.EqualFunc(x.given, given, func(a, b *Words) bool {
		return a == b || byOrder(a, b) == 0
	})
}

func replace(list []*Words, swap map[*Words]*Words) []*Words {
	if len(swap) == 0 {
		return list
	}
	list = slices.Clone(list)
	for i, w := range list {
		if other, is := swap[w]; is {
			list[i] = other
		}
	}
	return list
}

// newest returns how many articles are in the archive: those of the newest months are not, of so many whole months as
// it takes to have one of 256. The border lies between months and not after a number of articles, so that it moves
// seldom: when it moves, the archive is written anew.
func newest(articles []*Words) int {
	border := len(articles)
	for border > 0 && len(articles)-border <= len(articles)/256 {
		month := monthOf(articles[border-1])
		for border > 0 && monthOf(articles[border-1]) == month {
			border--
		}
	}
	return border
}

func monthOf(w *Words) string { return w.date[:min(len(w.date), len("2006-01"))] }

// pack lists the files.
func (x *Index) pack(language string) []File {
	files := make([]File, 1, 1+len(x.spelling)+x.fresh.count()+x.archive.count())
	files[0] = File{x.place.Directory, x.directory(language)}
	known := map[string]bool{}
	for _, parts := range [][]part{
		x.fresh.terms, x.fresh.texts, x.archive.terms, x.archive.texts, x.spelling,
	} {
		for _, p := range parts {
			if !known[p.name] {
				known[p.name] = true
				files = append(files, File{x.place.Folder + p.name + ending, p.bytes})
			}
		}
	}
	return files
}

// ending is that of all files but the directory: hosts compress plain texts.
const ending = ".txt"

// names are those of parts, one after the other: each is as long.
func names(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.name)
	}
	return b.String()
}

func borders(parts []part) string {
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = p.border
	}
	return strings.Join(list, " ")
}
