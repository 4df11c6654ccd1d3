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
	var touched [2][]string
	var most [2]bool
	x.fresh, touched[0], most[0] = last.fresh.update(v.cutter.Stems(), fresh)
	x.archive, touched[1], most[1] = last.archive.update(v.cutter.Stems(), archive)
	if x.spelling = last.spelling; most[0] || most[1] || x.respells(last, slices.Concat(touched[:]...)) {
		x.spelling = x.spell(last.spelling)
	}
	x.files = x.list(v.language)
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
	return sortDocuments(given)
}

// sortDocuments is order for a first index.
func sortDocuments(given []*Words) (fresh, archive []*Words) {
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

// list names the files.
func (x *Index) list(language string) []File {
	files := []File{{x.place.Directory, x.directory(language)}}
	listed := map[string]bool{}
	add := func(name string, text []byte) {
		if !listed[name] {
			listed[name] = true
			files = append(files, File{x.place.Folder + name + ending, text})
		}
	}
	for _, parts := range [][]part{x.fresh.terms, x.archive.terms, x.spelling} {
		for _, p := range parts {
			add(p.name(), p.bytes)
		}
	}
	for _, s := range []*shelf{&x.fresh, &x.archive} {
		for i, b := range s.boxes {
			for j, text := range b.files {
				add(b.name(i*filesInBox+j), text)
			}
		}
	}
	return files
}

// ending is that of all files but the directory: hosts compress plain texts.
const ending = ".txt"
