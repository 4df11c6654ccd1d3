package publish

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// manifestVersion is that of the records on a target.
const manifestVersion = 1

// entry is what we know of one file of ours on a target.
type entry struct {
	Path     string   `json:"path"`
	Size     int64    `json:"size"`
	Digest   string   `json:"sha256"`             // of the bytes, before compression
	Encoding encoding `json:"encoding,omitempty"` // of those that lie there
	Meta     string   `json:"meta,omitempty"`     // headers that the store keeps
	Name     string   `json:"name,omitempty"`     // whose page it is, as the builder calls it
	// Stamp is what the target says of the file since it was put. An entry without
	// one was about to be put.
	Stamp string `json:"stamp,omitempty"`
	// Gone is when the file stopped being part of the site, in seconds since 1970; 0
	// while it is.
	Gone int64 `json:"gone,omitempty"`
}

// record is a manifest: the run it was written by, and entries.
type record struct {
	run     int64
	at      time.Time
	entries map[string]entry
	// coming are entries without a stamp. What lay at their paths before, and was
	// ours, may be among the entries.
	coming map[string]entry
}

// head is the first line of a record.
type head struct {
	Blandongan string    `json:"blandongan"`
	Version    int       `json:"version"`
	Run        int64     `json:"run"`
	At         time.Time `json:"at"`
	Entries    int       `json:"entries"`
}

// bytes is a record as it lies on a target: lines of JSON, compressed.
func (r record) bytes() ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := json.NewEncoder(z)
	w.SetEscapeHTML(false)
	if err := w.Encode(head{"publish", manifestVersion, r.run, r.at.UTC(), len(r.entries) + len(r.coming)}); err != nil {
		return nil, err
	}
	for _, list := range []map[string]entry{r.entries, r.coming} {
		for _, p := range slices.Sorted(maps.Keys(list)) {
			if err := w.Encode(list[p]); err != nil {
				return nil, err
			}
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// parseRecord is the reverse of bytes. It trusts no line: who can write on the
// target must not be able to lead us outside of it, or to print what a terminal
// obeys.
func parseRecord(data []byte) (record, error) {
	r := record{entries: map[string]entry{}, coming: map[string]entry{}}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return r, err
	}
	d := json.NewDecoder(bufio.NewReader(z))
	var h head
	if err := d.Decode(&h); err != nil {
		return r, err
	}
	if h.Blandongan != "publish" || h.Version != manifestVersion {
		return r, fmt.Errorf("version %d of %q", h.Version, h.Blandongan)
	}
	r.run, r.at = h.Run, h.At
	for n := 0; ; n++ {
		var e entry
		switch err := d.Decode(&e); {
		case errors.Is(err, io.EOF) && n == h.Entries:
			return r, nil
		case errors.Is(err, io.EOF):
			return r, io.ErrUnexpectedEOF
		case err != nil:
			return r, err
		case !fs.ValidPath(e.Path) || e.Path == "." || ours(e.Path) || !carried(e.Path):
			return r, fmt.Errorf("path %q", e.Path)
		}
		if e.Stamp == "" {
			r.coming[e.Path] = e
		} else {
			r.entries[e.Path] = e
		}
	}
}

// state is what the records on a target say together.
type state struct {
	manifest record
	// entries are all files of ours; of those in unsure we do not know whether the
	// run that was cut off put them, and entries has what was there before, if
	// anything.
	entries map[string]entry
	unsure  map[string]entry
	folded  map[string]string // entries by their names without capitals, once asked for
	// cut says that the last run did not end.
	cut bool
	// print is equal as long as the records are.
	print string
}

// readState reads the records of a target. With forget, a manifest that cannot be read
// is as none: all there is somebody's then. One of what was to come is always, for
// whatever it said is asked about again, or is replaced with consent only.
func readState(ctx context.Context, s Store, forget bool) (*state, error) {
	manifest, m, err := readRecord(ctx, s, manifestPath)
	if err != nil && !(forget && isCode(err, "unreadable-record")) {
		return nil, err
	}
	ahead, a, err := readRecord(ctx, s, aheadPath)
	if err != nil && !isCode(err, "unreadable-record") {
		return nil, err
	}
	st := &state{manifest: manifest, entries: maps.Clone(manifest.entries), unsure: map[string]entry{}}
	_, st.print, _ = digestOf(io.MultiReader(bytes.NewReader(m), bytes.NewReader(a)))
	st.cut = a != nil
	if ahead.run <= manifest.run { // that run reached its manifest
		return st, nil
	}
	maps.Copy(st.entries, ahead.entries)
	st.unsure = ahead.coming
	return st, nil
}

// readRecord reads a record and its bytes; a missing one is empty.
func readRecord(ctx context.Context, s Store, name string) (record, []byte, error) {
	empty := record{entries: map[string]entry{}}
	r, err := s.Open(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		return empty, nil, nil
	}
	if err != nil {
		return empty, nil, err
	}
	data, err := io.ReadAll(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return empty, nil, err
	}
	rec, err := parseRecord(data)
	if err != nil {
		return empty, data, because(err, "unreadable-record", s.Traits().Name, name)
	}
	return rec, data, nil
}

// settle finds out what became of the files that a run was putting when it was
// cut off, by reading them: no more than were put since it last took note.
func (st *state) settle(ctx context.Context, s Store, lying map[string]Found) error {
	paths := slices.Sorted(maps.Keys(st.unsure))
	stamps := make([]string, len(paths)) // of those that were put
	err := each(ctx, s.Traits().Workers, len(paths), func(ctx context.Context, i int) error {
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
func lies(ctx context.Context, s Store, e entry) (bool, error) {
	r, err := s.Open(ctx, e.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer r.Close()
	d, err := e.Encoding.decode(r)
	if err != nil {
		return false, nil // not even compressed
	}
	_, digest, err := digestOf(d)
	if err != nil && e.Encoding == "" {
		return false, err
	}
	return err == nil && digest == e.Digest, nil
}
