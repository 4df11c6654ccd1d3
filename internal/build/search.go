package build

import (
	"bytes"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/search"
)

// searching is what is remembered of what can be found in one language. Words are found in a text
// once: they are kept under the digest of all that their entry was made from.
type searching struct {
	vocabulary *search.Vocabulary
	index      *search.Index
	known      map[memo.Digest]*search.Words
	plan       *planned // of which all below is
	given      []*search.Words
	digests    []memo.Digest // of given
	things     int           // of given, the texts come behind them
	texts      []int         // by position in Plan.Texts
}

// indexSite makes the index of each language, unless nothing would be made of it.
func (w *walk) indexSite() {
	if w.config.Out == "" && w.config.Beside == "" {
		return
	}
	w.index = nil
	for n := range w.plan.Searches {
		s := w.searching(w.plan.Searches[n].Language)
		if s.plan != w.plan {
			s.readAll(w, n)
		} else if !s.readSome(w) {
			w.index = append(w.index, s.index.Files()...)
			continue
		}
		if w.isStopped() {
			return // not all was read
		}
		s.index = s.vocabulary.Index(s.index, w.plan.Searches[n].Place, s.given)
		w.index = append(w.index, s.index.Files()...)
	}
	w.report.index = w.index
	if !w.config.Again {
		w.searches = map[string]*searching{}
	}
}

func (w *walk) searching(language string) *searching {
	s := w.searches[language]
	if s == nil {
		s = &searching{vocabulary: search.NewVocabulary(language)}
		w.searches[language] = s
	}
	return s
}

// readAll reads all that is not known yet.
func (s *searching) readAll(w *walk, n int) {
	entries := w.plan.Searches[n].Entries()
	s.plan, s.things, s.texts = w.plan, len(entries), nil
	for i, t := range w.plan.Texts {
		if t.Edition == n {
			s.texts = append(s.texts, i)
		}
	}
	count := s.things + len(s.texts)
	s.given, s.digests = make([]*search.Words, count), make([]memo.Digest, count)
	w.each(count, func(i int) {
		if i >= s.things {
			s.read(w, i)
			return
		}
		var h memo.Hash
		h.Plain(entries[i])
		s.digests[i] = h.Sum()
		s.take(i, func() search.Entry { return entries[i] })
	})
	s.known = nil
	if w.config.Again {
		s.known = make(map[memo.Digest]*search.Words, count)
		for i, digest := range s.digests {
			s.known[digest] = s.given[i]
		}
	}
}

// readSome reads the texts that changed, and says whether there are any.
func (s *searching) readSome(w *walk) bool {
	some := false
	for i := range w.texts.dirty {
		at, is := slices.BinarySearch(s.texts, i)
		if !is {
			continue
		}
		at += s.things
		old, words := s.digests[at], s.given[at]
		s.read(w, at)
		if s.given[at] != words {
			delete(s.known, old)
			s.known[s.digests[at]], some = s.given[at], true
		}
	}
	return some
}

// read reads a text, by position in given.
func (s *searching) read(w *walk, at int) {
	i := s.texts[at-s.things]
	body := w.texts.resolved[i].Body
	var h memo.Hash
	h.Digest(s.plan.FoundInputs(i))
	body.AddTo(&h)
	s.digests[at] = h.Sum()
	s.take(at, func() search.Entry { return s.plan.Found(i, body) })
}

// take gives the words of an entry, which is made only where they are not known.
func (s *searching) take(at int, entry func() search.Entry) {
	words, known := s.known[s.digests[at]]
	if !known {
		words = s.vocabulary.Analyse(entry())
	}
	s.given[at] = words
}

// isKept says that a target is but a place, kept for the directory of an index.
func isKept(t *plan.Target) bool { return t.View == nil && t.Copy == "" && !t.IsApart() }

func byName(files []search.File) map[string][]byte {
	all := make(map[string][]byte, len(files))
	for _, f := range files {
		all[f.Name] = f.Bytes
	}
	return all
}

// makeIndex hands the files of the index to the folder that it was not last filled with.
func (w *walk) makeIndex(m *maker) {
	var changed []search.File
	for _, f := range w.index {
		old, known := w.last.index[f.Name]
		if known && bytes.Equal(old, f.Bytes) { // most often the very same
			continue
		}
		changed = append(changed, f)
		if w.config.Explain && w.config.Again {
			why := IsNew
			if known {
				why = View
			}
			w.report.Explained = append(w.report.Explained, Explained{f.Name, why})
		}
	}
	m.all(w, len(changed), func(i int) (diag.List, error) { return nil, m.sink.Put(changed[i].Name, changed[i].Bytes) })
}

// dropIndex gives up the files of the index that are none any more, and returns them. now are
// those that are.
func (w *walk) dropIndex(now map[string][]byte) (gone []string) {
	for name := range w.last.index {
		if _, stays := now[name]; !stays {
			w.folder.Drop(name)
			gone = append(gone, name)
		}
	}
	return gone
}
