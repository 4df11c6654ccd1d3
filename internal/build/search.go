package build

import (
	"bytes"
	"slices"

	"blandongan/internal/build/found"
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
	w.report.index = w.index
	if !w.keepsBook() {
		w.found = found.Index{}
	}
}

// updateIndex makes of the index what changed.
func (w *walk) updateIndex() {
	w.index = w.found.Update(found.Inputs{
		Plan: w.plan.Plan, Key: w.plan.key, Dirty: w.texts.dirty, Each: w.each, IsStopped: w.isStopped,
		Digest: func(i int) memo.Digest { return w.texts.resolved[i].Body.Digest }, Text: w.wholeText,
	})
}

// isKept says that a target is but a place, kept for the directory of an index.
func isKept(t *plan.Target) bool { return t.View == nil && t.Copy == "" && !t.IsApart() }

// indexNow are the files of the index by name; m has put some of them.
func (w *walk) indexNow(m *maker) map[string]indexed {
	all := make(map[string]indexed, len(w.index))
	for _, f := range w.index {
		x, known := w.last.index[f.Name]
		if sum, put := m.sums[f.Name]; put || !known {
			x = indexed{seen: seen{sum: sum}}
		}
		if f.Bytes != nil {
			x.bytes = f.Bytes
		}
		all[f.Name] = x
	}
	return all
}

// holds says whether the file has just these bytes.
func (x *indexed) holds(data []byte) bool {
	if x.bytes != nil {
		return bytes.Equal(x.bytes, data) // most often the very same
	}
	return x.digest == memo.Of(data)
}

// makeIndex hands the files of the index to the folder that it was not last filled with.
func (w *walk) makeIndex(m *maker) {
	isLost := func(f search.File) bool { return f.Bytes == nil && w.last.index[f.Name].digest == (memo.Digest{}) }
	if slices.ContainsFunc(w.index, isLost) { // somebody took what another process made
		w.found.MakeAnew()
		w.updateIndex()
	}
	var changed []search.File
	for _, f := range w.index {
		old, known := w.last.index[f.Name]
		if known && (f.Bytes == nil || old.holds(f.Bytes)) {
			continue
		}
		changed = append(changed, f)
		if w.config.Explain && w.keepsBook() {
			why := IsNew
			if known {
				why = View
			}
			w.report.Explained = append(w.report.Explained, Explained{f.Name, why})
		}
	}
	m.all(w, len(changed), func(i int) (diag.List, error) { return nil, m.put(changed[i].Name, changed[i].Bytes) })
}

// dropIndex gives up the files of the index that are none any more, and returns them. now are
// those that are.
func (w *walk) dropIndex(now map[string]indexed) (gone []string) {
	for name := range w.last.index {
		if _, stays := now[name]; !stays {
			w.folder.Drop(name)
			gone = append(gone, name)
		}
	}
	return gone
}
