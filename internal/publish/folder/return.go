package folder

import (
	"bytes"
	"context"
	"errors"
	"path"

	"blandongan/internal/publish/store"
)

// Return prepares an earlier release to be shown again by Finish.
func (r *Releases) Return(ctx context.Context, to string, lend func(shown, earlier store.Record) []store.Entry) error {
	release := path.Join(releasesFolder, to)
	r.next.Set(release)
	if r.unreadable.Get() != "" { // going back is the only way out
		return nil
	}
	return r.explain(r.lend(ctx, release, lend))
}

// lend gives a release what the present one has and it lacks. The files of ours
// come into its record first: the record may name a file that is not there, as
// after a cut, but one that it does not name would be somebody else's for good.
func (r *Releases) lend(ctx context.Context, to string, choose func(shown, earlier store.Record) []store.Entry) error {
	mine, _, err := store.ReadRecord(ctx, r.Folder, path.Join(r.now.Get(), store.ManifestFile))
	theirs, _, err2 := store.ReadRecord(ctx, r.Folder, path.Join(to, store.ManifestFile))
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	c := carrier{r.Folder, r.now.Get(), to}
	var lent []store.Entry
	for _, e := range choose(mine, theirs) {
		if theirs.Entries[e.Path].Stamp == e.Stamp || c.free(e.Path) { // else somebody's file lies there
			lent = append(lent, e)
		}
	}
	if err := c.enter(ctx, theirs, lent); err != nil {
		return err
	}
	for _, e := range lent {
		if !c.free(e.Path) {
			continue
		}
		if err := c.file(ctx, e.Path); err != nil && !store.IsAbsent(err) { // somebody may have removed it
			return err
		}
	}
	return c.foreign(ctx, func(name string) bool { return mine.Entries[name].Path != "" })
}

// enter lists files in the record of the release they go to.
func (c carrier) enter(ctx context.Context, theirs store.Record, lent []store.Entry) error {
	if len(lent) == 0 {
		return nil
	}
	for _, e := range lent {
		theirs.Entries[e.Path] = e
	}
	data, err := theirs.Bytes()
	if err != nil {
		return err
	}
	_, err = c.Put(ctx, path.Join(c.to, store.ManifestFile), bytes.NewReader(data), int64(len(data)), store.Meta{})
	return err
}
