package publish

import (
	"strings"

	"blandongan/internal/publish/store"
)

// Some destinations do not tell capitals apart: there, a file of the site that changes its
// capitals already lies at its new address, and must not be removed by its old one. Where
// the same file is found by two names, it is one.

func withoutCapitals(name string) string { return strings.ToLower(name) }

// twin is the file of the site whose name differs in capitals alone, if any.
func (l layout) twin(name string) string { return l.folded[withoutCapitals(name)] }

// twin is the entry of a file that is found at another address than we put it at.
func (st *state) twin(name string, found store.Found) (store.Entry, bool) {
	if st.folded == nil {
		st.folded = make(map[string]string, len(st.entries))
		for p := range st.entries {
			st.folded[withoutCapitals(p)] = p
		}
	}
	e, known := st.entries[st.folded[withoutCapitals(name)]]
	return e, known && e.Stamp == found.Stamp
}

// sameFile says that a file of ours is the one that the site has by another name.
// Two that we put with the same stamp are two of the same bytes.
func (st *state) sameFile(e store.Entry, twin string, lying map[string]store.Found) bool {
	if twin == "" || !lying[twin].File || !lying[twin].Same(lying[e.Path]) {
		return false
	}
	other, both := st.entries[twin]
	return !both || other.Stamp != e.Stamp
}
