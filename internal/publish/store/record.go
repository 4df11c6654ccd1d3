package store

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

// recordVersion is that of the records at a destination.
const recordVersion = 1

// Entry is what we know of one file of ours at a destination.
type Entry struct {
	Path     string   `json:"path"`
	Size     int64    `json:"size"`
	Digest   string   `json:"sha256"`             // of the bytes, before compression
	Encoding Encoding `json:"encoding,omitempty"` // of those that lie there
	Meta     string   `json:"meta,omitempty"`     // headers that the store keeps
	Name     string   `json:"name,omitempty"`     // whose page it is, as the builder calls it
	// Stamp is what the destination says of the file since it was put. An entry without
	// one was about to be put.
	Stamp string `json:"stamp,omitempty"`
	// Gone is when the file stopped being part of the site, in seconds since 1970; 0
	// while it is.
	Gone int64 `json:"gone,omitempty"`
}

// Record is a list of our files: the run that wrote it, when, and entries by path.
type Record struct {
	Run     int64
	At      time.Time
	Entries map[string]Entry
	// Coming are entries without a stamp. What lay at their paths before, and was
	// ours, may be among the entries.
	Coming map[string]Entry
}

// head is the first line of a record.
type head struct {
	Blandongan string    `json:"blandongan"`
	Version    int       `json:"version"`
	Run        int64     `json:"run"`
	At         time.Time `json:"at"`
	Entries    int       `json:"entries"`
}

// Bytes is a record as it lies at a destination: lines of JSON, compressed.
func (r Record) Bytes() ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := json.NewEncoder(z)
	w.SetEscapeHTML(false)
	if err := w.Encode(head{"publish", recordVersion, r.Run, r.At.UTC(), len(r.Entries) + len(r.Coming)}); err != nil {
		return nil, err
	}
	for _, list := range []map[string]Entry{r.Entries, r.Coming} {
		for _, p := range slices.Sorted(maps.Keys(list)) {
			if err := w.Encode(list[p]); err != nil {
				return nil, err
			}
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// parseRecord is the reverse of Bytes. It trusts no line: whoever can write at the
// destination must not be able to lead us outside of it, or to print what a terminal
// obeys.
func parseRecord(data []byte) (Record, error) {
	r := Record{Entries: map[string]Entry{}, Coming: map[string]Entry{}}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return r, err
	}
	d := json.NewDecoder(bufio.NewReader(z))
	var h head
	if err := d.Decode(&h); err != nil {
		return r, err
	}
	if h.Blandongan != "publish" || h.Version != recordVersion {
		return r, fmt.Errorf("version %d of %q", h.Version, h.Blandongan)
	}
	r.Run, r.At = h.Run, h.At
	for n := 0; ; n++ {
		var e Entry
		switch err := d.Decode(&e); {
		case errors.Is(err, io.EOF) && n == h.Entries:
			return r, nil
		case errors.Is(err, io.EOF):
			return r, io.ErrUnexpectedEOF
		case err != nil:
			return r, err
		case !fs.ValidPath(e.Path) || e.Path == "." || IsOurs(e.Path) || !IsPortable(e.Path):
			return r, fmt.Errorf("path %q", e.Path)
		}
		if e.Stamp == "" {
			r.Coming[e.Path] = e
		} else {
			r.Entries[e.Path] = e
		}
	}
}

// reader is the part of a store that records are read from.
type reader interface {
	Open(ctx context.Context, name string) (io.ReadCloser, error)
	Traits() Traits
}

// ReadRecord reads a record and its bytes; a missing one is empty.
func ReadRecord(ctx context.Context, s reader, name string) (Record, []byte, error) {
	empty := Record{Entries: map[string]Entry{}}
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
		return empty, data, Because(err, "unreadable-record", s.Traits().Name, name)
	}
	return rec, data, nil
}
