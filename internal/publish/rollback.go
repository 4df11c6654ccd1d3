package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// earlierPath has, in a release, the name of the one that was shown before it.
// That is not always the one made before it: somebody may have gone back.
const earlierPath = mark + "/earlier"

func (r *releases) noteEarlier(ctx context.Context) error {
	if r.now.at() == "" {
		return nil
	}
	name := path.Base(r.now.at())
	_, err := r.Put(ctx, earlierPath, strings.NewReader(name), int64(len(name)), Meta{})
	return err
}

// earlier is the release that was shown before the present one; when that is not
// whole, the newest one before it that is, with those that were stepped over. When the
// record of the present one cannot be read, nor can be trusted what it says of the one
// before.
func (r *releases) earlier(ctx context.Context) (release string, broken []string, err error) {
	if lost := r.lost.at(); lost != "" {
		_, broken, err := r.newestWhole(ctx, lost)
		if r.now.at() == "" {
			err = cmp.Or(err, r.noEarlier(broken))
		}
		return r.now.at(), broken, err
	}
	release, err = r.noted(ctx)
	if err != nil || r.whole(ctx, release) {
		return release, nil, err
	}
	broken = []string{path.Base(release)}
	release, more, err := r.newestWhole(ctx, release)
	if broken = append(broken, more...); release == "" {
		err = cmp.Or(err, r.noEarlier(broken))
	}
	return release, broken, err
}

// noted is the release that the present one says was shown before it.
func (r *releases) noted(ctx context.Context) (string, error) {
	file, err := r.Open(ctx, earlierPath)
	if errors.Is(err, fs.ErrNotExist) {
		return "", r.noEarlier(nil)
	}
	if err != nil {
		return "", err
	}
	defer file.Close()
	name, err := io.ReadAll(io.LimitReader(file, 100))
	if err != nil {
		return "", err
	}
	release := path.Join(releasesFolder, string(name))
	list, err := r.all(ctx)
	if err == nil && (release == r.now.at() || !slices.Contains(list, release)) {
		err = r.noEarlier(nil)
	}
	return release, err
}

// noEarlier says that there is nothing to go back to, or nothing that is whole.
func (r *releases) noEarlier(broken []string) error {
	if len(broken) == 0 {
		return fault("no-earlier-release", r.dir)
	}
	return fault("no-whole-release", r.dir, strings.Join(broken, ", "))
}

// Earlier tells which release is shown, and which was before it; broken are those
// between that are stepped over, as they are not whole.
func (p *Publisher) Earlier(ctx context.Context) (now, earlier string, broken []string, err error) {
	r, ok := p.store.(*releases)
	if !ok {
		return "", "", nil, fault("no-releases", p.store.Traits().Name)
	}
	if err := r.Refresh(ctx); err != nil {
		return "", "", nil, err
	}
	earlier, broken, err = r.earlier(ctx)
	return path.Base(cmp.Or(r.lost.at(), r.now.at())), path.Base(earlier), broken, err
}

// Rollback shows the earlier release, which is to be this one: else somebody has
// published in between, and nothing is changed. What it lacks comes along from the
// present one: what pages load that visitors have open, for the grace time, and
// what is not ours.
func (p *Publisher) Rollback(ctx context.Context, to string) (err error) {
	ctx, lock, err := p.lock(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	_, earlier, _, err := p.Earlier(ctx)
	if err != nil {
		return err
	}
	r := p.store.(*releases)
	if earlier != to {
		return fault("target-changed", r.dir)
	}
	release := path.Join(releasesFolder, to)
	if r.lost.at() == "" { // else going back is the only way out
		if err := r.lend(ctx, release, p.config.Now()); err != nil {
			return r.told(err)
		}
	}
	if err := r.Flush(ctx); err != nil {
		return err
	}
	if err := r.show(release); err != nil {
		return r.told(err)
	}
	return r.Flush(ctx)
}

// lend gives a release what the present one has and it lacks. The files of ours
// come into its record first: the record may name a file that is not there, as
// after a cut, but one that it does not name would be somebody else's for good.
func (r *releases) lend(ctx context.Context, to string, now time.Time) error {
	mine, _, err := readRecord(ctx, r.folder, path.Join(r.now.at(), manifestPath))
	theirs, _, err2 := readRecord(ctx, r.folder, path.Join(to, manifestPath))
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	c := carrier{r.folder, r.now.at(), to}
	lent := c.lent(mine, theirs)
	if err := c.enter(ctx, theirs, lent, now); err != nil {
		return err
	}
	for _, e := range lent {
		if !c.free(e.Path) {
			continue
		}
		if err := c.file(ctx, e.Path); err != nil && !absent(err) { // somebody may have removed it
			return err
		}
	}
	return c.foreign(ctx, func(name string) bool { return mine.entries[name].Path != "" })
}

// enter lists files in the record of the release they go to, as some that left its
// site.
func (c carrier) enter(ctx context.Context, theirs record, lent []entry, now time.Time) error {
	if len(lent) == 0 {
		return nil
	}
	for _, e := range lent {
		if e.Gone == 0 {
			e.Gone = now.Unix()
		}
		theirs.entries[e.Path] = e
	}
	data, err := theirs.bytes()
	if err != nil {
		return err
	}
	_, err = c.Put(ctx, path.Join(c.to, manifestPath), bytes.NewReader(data), int64(len(data)), Meta{})
	return err
}

// lent are the files that pages of one release load and the site of another has
// not, by the rules by which they would stay if that were published now. What lies
// there for still earlier pages has its grace anew.
func (c carrier) lent(mine, theirs record) []entry {
	var site []file
	for name, e := range theirs.entries {
		if e.Gone == 0 {
			site = append(site, file{path: name, encoding: e.Encoding})
		}
	}
	there, st := newFootprint(site), &state{entries: mine.entries}
	var list []entry
	for _, name := range slices.Sorted(maps.Keys(mine.entries)) {
		e := mine.entries[name]
		if _, has := there.files[name]; has || theirs.entries[name].Stamp != e.Stamp && !c.free(name) {
			continue
		}
		if groupOf(file{path: name, encoding: e.Encoding}) == loaded && loadedByPages(st, e, there) {
			list = append(list, e)
		}
	}
	return list
}
