// Package found keeps what of a site can be found, for build, from one build to the next.
//
// It owns the words of entries, remembered by the digest of all that an entry was made from, and
// the index of each language, of which is made anew what changed. In come a plan and
// its texts, out come the files of the index. What it remembers it gives away as plain values, and
// takes up again; it belongs to build, which remembers it.
package found

import (
	"maps"
	"slices"

	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/search"
	"blandongan/internal/views"
)

// Index is what can be found of a site. The zero value knows nothing. It is not safe for
// concurrent use.
type Index struct{ languages map[string]*language }

// Inputs are what an index is made of.
type Inputs struct {
	Plan *plan.Plan
	// Key is the digest of all that the plan was made from.
	Key memo.Digest
	// Dirty are the texts that changed since the last Update, by position in Plan.Texts; they count
	// while Key stays, or Plan.Shared.
	Dirty map[int]bool
	// Digest is that of a text, Text the text itself with its words.
	Digest func(i int) memo.Digest
	Text   func(i int) views.Body
	// Each calls do(0) … do(n-1), perhaps some of them at once, or gives up; Over says why, also
	// where Text could not be read. What was being read is not remembered then.
	Each func(n int, do func(int))
	Over func() error
}

// language is what is remembered of one language.
type language struct {
	vocabulary *search.Vocabulary
	index      *search.Index
	known      map[memo.Digest]*search.Words
	key        memo.Digest // of the plan that all below is of
	shared     memo.Digest // and its Plan.Shared
	plan       *plan.Plan
	given      []*search.Words
	digests    []memo.Digest // of given
	things     int           // of given, the texts come behind them
	texts      []int         // by position in Plan.Texts
	made       memo.Digest   // of all that the index was made from
	recalled   *recalled     // the index, where another process made it
}

// recalled is an index that another process made.
type recalled struct {
	*search.Noted
	files []string
	given []*search.Words
}

// Update makes the index of each language, where it changed, and returns the files of all: those
// that another process made without their bytes. It returns nil when it is over before its time.
func (x *Index) Update(in Inputs) (files []search.File) {
	if x.languages == nil {
		x.languages = map[string]*language{}
	}
	for n := range in.Plan.Searches {
		s := &in.Plan.Searches[n]
		l := x.languages[s.Language]
		if l == nil {
			l = &language{vocabulary: search.NewVocabulary(s.Language)}
			x.languages[s.Language] = l
		}
		if l.plan == nil || l.key != in.Key {
			l.readAll(&in, n)
		} else {
			l.readSome(&in)
		}
		if in.Over() != nil {
			return nil // not all was read
		}
		if made := l.digest(s.Place); made != l.made {
			if r := l.recalled; r != nil {
				l.index, l.recalled = l.vocabulary.Recall(r.Noted, r.given), nil
			}
			l.index, l.made = l.vocabulary.Index(l.index, s.Place, l.given), made
		}
		files = append(files, l.files()...)
	}
	return files
}

// MakeAnew makes the next Update make the files anew that another process made.
func (x *Index) MakeAnew() {
	for _, l := range x.languages {
		if slices.ContainsFunc(l.files(), func(f search.File) bool { return f.Bytes == nil }) {
			l.made, l.recalled, l.index = memo.Digest{}, nil, nil
		}
	}
}

// files are those of the index.
func (l *language) files() []search.File {
	switch {
	case l.recalled != nil:
		list := make([]search.File, len(l.recalled.files))
		for i, name := range l.recalled.files {
			list[i].Name = name
		}
		return list
	case l.index != nil:
		return l.index.Files()
	}
	return nil
}

// note is what another process needs of the index.
func (l *language) note() *search.Noted {
	switch {
	case l.recalled != nil:
		return l.recalled.Noted
	case l.index != nil:
		return l.index.Note()
	}
	return nil
}

// digest is that of all that the index is made from.
func (l *language) digest(at search.Place) memo.Digest {
	var h memo.Hash
	h.Plain(at)
	for _, d := range l.digests {
		h.Digest(d)
	}
	return h.Sum()
}

// readAll reads all that is not known yet.
func (l *language) readAll(in *Inputs, n int) {
	entries, old := in.Plan.Searches[n].Entries(), *l
	l.plan, l.key, l.shared, l.things, l.texts = in.Plan, in.Key, in.Plan.Shared, len(entries), nil
	for i, t := range in.Plan.Texts {
		if t.Edition == n {
			l.texts = append(l.texts, i)
		}
	}
	count := l.things + len(l.texts)
	l.given, l.digests = make([]*search.Words, count), make([]memo.Digest, count)
	in.Each(count, func(i int) {
		switch was := i - l.things + old.things; {
		case i >= l.things && old.shared == l.shared && !in.Dirty[l.texts[i-l.things]]:
			l.given[i], l.digests[i] = old.given[was], old.digests[was]
			return
		case i >= l.things:
			l.read(in, i)
			return
		}
		var h memo.Hash
		h.Plain(entries[i])
		l.digests[i] = h.Sum()
		l.take(i, func() search.Entry { return entries[i] })
	})
	if in.Over() != nil {
		*l = old
		return
	}
	l.known = make(map[memo.Digest]*search.Words, count)
	for i, digest := range l.digests {
		l.known[digest] = l.given[i]
	}
}

// readSome reads the texts that changed.
func (l *language) readSome(in *Inputs) {
	for i := range in.Dirty {
		at, is := slices.BinarySearch(l.texts, i)
		if !is {
			continue
		}
		at += l.things
		old, words := l.digests[at], l.given[at]
		if l.read(in, at); in.Over() != nil {
			l.given[at], l.digests[at] = words, old
			return
		}
		if l.given[at] != words {
			delete(l.known, old)
			l.known[l.digests[at]] = l.given[at]
		}
	}
}

// read reads a text, by position in given.
func (l *language) read(in *Inputs, at int) {
	i := l.texts[at-l.things]
	var h memo.Hash
	h.Digest(l.plan.FoundInputs(i))
	h.Digest(in.Digest(i))
	l.digests[at] = h.Sum()
	l.take(at, func() search.Entry { return l.plan.Found(i, in.Text(i)) })
}

// take gives the words of an entry, which is made only where they are not known.
func (l *language) take(at int, entry func() search.Entry) {
	words, known := l.known[l.digests[at]]
	if !known {
		words = l.vocabulary.Analyse(entry())
	}
	l.given[at] = words
}

// Language is what is remembered of one language, as plain values.
type Language struct {
	Tag string
	// Made is the digest of what the index was made from, Files are the names of its files. Index is nil where nothing
	// is said of them.
	Made  memo.Digest
	Files []string
	Index *search.Noted
	// Stems are those of the vocabulary; Words mean something with them alone. Digests are those of
	// what each was made from.
	Stems   []string
	Digests []memo.Digest
	Words   []search.Words
}

// Note returns all that is remembered, by language. isWritten says that the files lie where they
// belong: else nothing is said of them.
func (x *Index) Note(isWritten bool) (list []Language) {
	for _, tag := range slices.Sorted(maps.Keys(x.languages)) {
		l := x.languages[tag]
		n := Language{Tag: tag, Stems: l.vocabulary.Stems(), Digests: l.digests,
			Words: make([]search.Words, len(l.given))}
		for i, words := range l.given {
			n.Words[i] = *words
		}
		if isWritten {
			n.Made, n.Index = l.made, l.note()
			for _, f := range l.files() {
				n.Files = append(n.Files, f.Name)
			}
		}
		list = append(list, n)
	}
	return list
}

// Recall returns an index that knows what another process noted. isLost says whether a file
// of the index does not lie where it was put; such a one is made again.
func Recall(noted []Language, isLost func(name string) bool) Index {
	x := Index{languages: map[string]*language{}}
	for i := range noted {
		n := &noted[i]
		l := &language{
			vocabulary: search.RecallVocabulary(n.Tag, n.Stems),
			known:      make(map[memo.Digest]*search.Words, len(n.Words)),
		}
		given := make([]*search.Words, len(n.Words))
		for j := range n.Words {
			given[j] = &n.Words[j]
			l.known[n.Digests[j]] = given[j]
		}
		if n.Index != nil && !slices.ContainsFunc(n.Files, isLost) {
			l.made, l.recalled = n.Made, &recalled{n.Index, n.Files, given}
		}
		x.languages[n.Tag] = l
	}
	return x
}
