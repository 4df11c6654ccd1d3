package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"

	"blandongan/internal/publish/store"
)

// state is what the records on a destination say together.
type state struct {
	manifest store.Record
	// entries are all files of ours; of those in unsure we do not know whether the
	// run that was cut off put them, and entries has what was there before, if
	// anything.
	entries map[string]store.Entry
	unsure  map[string]store.Entry
	folded  map[string]string // entries by their names without capitals, once asked for
	// cut says that the last run did not end.
	cut bool
	// print is equal as long as the records are.
	print string
}

// readState reads the records of a destination. With forget, a manifest that cannot be
// read is as none: all there is somebody's then. One of what was to come is always, for
// whatever it said is asked about again, or is replaced with consent only.
func readState(ctx context.Context, s Store, forget bool) (*state, error) {
	manifest, m, err := store.ReadRecord(ctx, s, store.ManifestFile)
	if err != nil && !(forget && store.IsFault(err, "unreadable-record")) {
		return nil, err
	}
	ahead, a, err := store.ReadRecord(ctx, s, store.AheadFile)
	if err != nil && !store.IsFault(err, "unreadable-record") {
		return nil, err
	}
	st := &state{manifest: manifest, entries: maps.Clone(manifest.Entries), unsure: map[string]store.Entry{}}
	_, st.print, _ = store.Digest(io.MultiReader(bytes.NewReader(m), bytes.NewReader(a)))
	st.cut = a != nil
	if ahead.Run <= manifest.Run { // that run reached its manifest
		return st, nil
	}
	maps.Copy(st.entries, ahead.Entries)
	st.unsure = ahead.Coming
	return st, nil
}

// settle finds out what became of the files that a run was putting when it was
// cut off, by reading them: no more than were put since it last took note.
func (st *state) settle(ctx context.Context, s Store, lying map[string]store.Found) error {
	paths := slices.Sorted(maps.Keys(st.unsure))
	stamps := make([]string, len(paths)) // of those that were put
	err := store.Each(ctx, s.Traits().Workers, len(paths), func(ctx context.Context, i int) error {
		e, found := st.unsure[paths[i]], lying[paths[i]]
		if found.File && found.Size == 0 && e.Size > 0 { // the power ended: nobody's words are lost
			stamps[i] = "empty"
			return nil
		}
		if !found.File || found.Stamp == st.entries[paths[i]].Stamp {
			return nil
		}
		same, err := lies(ctx, s, e)
		if same {
			stamps[i] = found.Stamp
		}
		return err
	})
	for i, p := range paths {
		if stamps[i] != "" {
			e := st.unsure[p]
			e.Stamp = stamps[i]
			st.entries[p] = e
		}
	}
	return err
}

// lies says whether the bytes at an entry's address are the entry's.
func lies(ctx context.Context, s Store, e store.Entry) (bool, error) {
	r, err := s.Open(ctx, e.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer r.Close()
	d, err := e.Encoding.Decode(r)
	if err != nil {
		return false, nil // not even compressed
	}
	_, digest, err := store.Digest(d)
	if err != nil && e.Encoding == "" {
		return false, err
	}
	return err == nil && digest == e.Digest, nil
}
