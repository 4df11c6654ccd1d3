package folder

import (
	"context"
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/publish/store"
)

// record reads that of a release. It is no record when it is missing.
func (r *Releases) record(ctx context.Context, release string) (store.Record, bool) {
	rec, data, err := store.ReadRecord(ctx, r.Folder, path.Join(release, store.ManifestFile))
	return rec, err == nil && len(data) > 0
}

func (r *Releases) readable(ctx context.Context, release string) bool {
	_, can := r.record(ctx, release)
	return can
}

// whole says that a release is what its record says: its files lie there and are not
// shorter. A power cut leaves others, of runs that did not flush; a longer one was
// edited by somebody.
func (r *Releases) whole(ctx context.Context, release string) bool {
	rec, can := r.record(ctx, release)
	if !can {
		return false
	}
	for name, e := range rec.Entries {
		info, err := r.root.Lstat(path.Join(release, name))
		if err != nil && e.Gone == 0 || err == nil && info.Size() < sizeOf(e) {
			return false
		}
	}
	return true
}

// sizeOf is how many bytes of an entry were put: the stamps of folders begin with them.
func sizeOf(e store.Entry) int64 {
	size, _, _ := strings.Cut(e.Stamp, "-")
	n, _ := strconv.ParseInt(size, 10, 64)
	return n
}

// newestWhole is the newest release that is whole, before another one or, with "", of
// all; "" when there is none. Broken are those that were stepped over, by their names.
func (r *Releases) newestWhole(ctx context.Context, before string) (release string, broken []string, err error) {
	list, err := r.all(ctx)
	for _, release := range slices.Backward(list) {
		if before != "" && inTime(release, before) >= 0 {
			continue
		}
		if r.whole(ctx, release) {
			return release, broken, nil
		}
		broken = append(broken, path.Base(release))
	}
	return "", broken, err
}
