package build

import (
	"bytes"
	"slices"

	"blandongan/internal/build/found"
	"blandongan/internal/build/ledger"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/search"
)

// indexSite makes the index of each language, unless nothing would be made of it.
func (w *walk) indexSite() {
	if w.config.Out == "" && w.config.Beside == "" {
		return
	}
	w.recallWords()
	w.updateIndex()
	w.completeIndex()
	w.report.index = w.index
	if !w.config.Again && !w.resumed && w.over() == nil { // else some words were not found
		w.putWordsAside()
	}
}

// putWordsAside keeps the words out of memory until they are noted: there will be no other index.
func (w *walk) putWordsAside() {
	if w.remembers() {
		noted := w.found.Note(true)
		w.words = w.reader.Pad.Roll()
		_ = codec().Write(w.words, &noted) // they hold no interfaces, and a Roll takes all
	}
	w.found = found.Index{}
}

// completeIndex makes the files of the index anew that another process made and somebody took.
func (w *walk) completeIndex() {
	isLost := func(f search.File) bool { return f.Bytes == nil && w.isLost(f.Name) }
	if slices.ContainsFunc(w.index, isLost) {
		w.found.MakeAnew()
		w.updateIndex()
	}
}

// updateIndex makes of the index what changed.
func (w *walk) updateIndex() {
	w.index = w.found.Update(found.Inputs{
		Plan: w.plan.Plan, Key: w.plan.key, Dirty: w.texts.Dirty, Each: w.each, Over: w.over,
		Digest: func(i int) memo.Digest { return w.texts.Resolved[i].Body.Digest }, Text: w.wholeText,
	})
}

// isKept says that a target is but a place, kept for the directory of an index.
func isKept(t *plan.Target) bool { return !t.IsMade() && t.Copy == "" && !t.IsApart() }

// indexNow are the files of the index by name.
func (w *walk) indexNow() map[string][]byte {
	all := make(map[string][]byte, len(w.index))
	for _, f := range w.index {
		all[f.Name] = f.Bytes
	}
	return all
}

// liesIndexed says whether a file of the index lies in the folder just so.
func (w *walk) liesIndexed(f search.File) bool {
	if old := w.last.index[f.Name]; old != nil {
		return bytes.Equal(old, f.Bytes) // most often the very same
	}
	old, known := w.pages.Get(f.Name)
	return known && (f.Bytes == nil || old.Inputs == memo.Of(f.Bytes))
}

// isLost says of a file of the index that another process made that somebody took it.
func (w *walk) isLost(name string) bool {
	f, _ := w.pages.Get(name)
	return f.Inputs == (memo.Digest{})
}

// makeIndex hands the files of the index to the folder that it was not last filled with.
func (w *walk) makeIndex(m *maker) {
	if w.config.Again { // the folder may be another since
		w.completeIndex()
	}
	var changed []search.File
	for _, f := range w.index {
		if w.liesIndexed(f) {
			continue
		}
		changed = append(changed, f)
		if w.config.Explain && w.keepsBook() {
			why := IsNew
			if _, known := w.last.index[f.Name]; known {
				why = View
			}
			w.report.Explained = append(w.report.Explained, Explained{f.Name, why})
		}
	}
	m.all(w, len(changed), func(i int) (diag.List, error) {
		f := changed[i]
		file := ledger.File{Path: f.Name, Index: true, Inputs: memo.Of(f.Bytes)}
		err := w.put(m, f.Name, f.Bytes, &file.Sum)
		if err == nil && w.keepsBook() {
			m.note(file)
		}
		return nil, err
	})
	if !w.config.Again {
		for i := range w.index {
			w.index[i].Bytes = nil
		}
	}
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
