package dev

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/files"
)

// snapshot stands for all files of a site as they were, without reading any.
type snapshot struct {
	sum   uint64
	began time.Time
	took  time.Duration
}

// takeSnapshot digests path and stamp of every file that a build reads.
func takeSnapshot(root string) snapshot {
	s := snapshot{began: time.Now()}
	h := fnv.New64a()
	for _, folder := range build.Inputs() {
		// The dot has a link in the folder's own place followed.
		top := filepath.Join(root, folder) + string(filepath.Separator) + "."
		_ = filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
			p = filepath.Clean(p)
			rel, _ := filepath.Rel(root, p)
			if build.Ignored(filepath.ToSlash(rel)) {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if err == nil {
				addFile(h, rel, p)
			}
			return nil
		})
	}
	s.sum, s.took = h.Sum64(), time.Since(s.began)
	return s
}

// addFile adds one file, or the file a link leads to.
func addFile(h hash.Hash64, rel, p string) {
	info, err := os.Stat(p)
	if err != nil {
		return
	}
	b := append([]byte(rel), 0)
	if !info.IsDir() { // a folder's time changes with what others leave in it
		b = files.StampOf(info).AppendTo(b)
	}
	_, _ = h.Write(binary.LittleEndian.AppendUint32(b, uint32(info.Mode())))
}

// The pace of snapshots. One may cost a hundredth of the time where we watch, a
// twentieth where we cannot.
const (
	pollPace  = 500 * time.Millisecond
	watchPace = 10 * time.Second
)

func (r *runner) pace() time.Duration {
	if r.polling {
		return max(pollPace, 20*r.snapshot.took)
	}
	return max(watchPace, 100*r.snapshot.took)
}

// compare asks for a build when a snapshot differs from the one before. When no event
// came since before that one, and none comes within a second, events are not to be
// trusted.
func (r *runner) compare(s snapshot) {
	r.snapshotting = false
	before := r.snapshot
	r.snapshot = s
	r.nextSnapshot = time.Now().Add(r.pace())
	switch {
	case before.sum == s.sum:
	case r.polling:
		r.request(Saved, "")
	case r.lastEvent.Before(before.began):
		r.eventDue = time.Now().Add(time.Second)
		r.request(Saved, "")
	default:
		r.request(Noticed, "")
	}
}
