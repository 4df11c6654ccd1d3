package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
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

// earlier is the release that was shown before the present one.
func (r *releases) earlier(ctx context.Context) (string, error) {
	none := fault("no-earlier-release", r.dir)
	file, err := r.Open(ctx, earlierPath)
	if errors.Is(err, fs.ErrNotExist) {
		return "", none
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
		err = none
	}
	return release, err
}

// Earlier tells which release is shown, and which was before it.
func (p *Publisher) Earlier(ctx context.Context) (now, earlier string, err error) {
	r, ok := p.store.(*releases)
	if !ok {
		return "", "", fault("no-releases", p.store.Traits().Name)
	}
	if err := r.Refresh(ctx); err != nil {
		return "", "", err
	}
	earlier, err = r.earlier(ctx)
	return path.Base(r.now.at()), path.Base(earlier), err
}

// Rollback shows the earlier release, which is to be this one: else somebody has
// published in between, and nothing is changed.
func (p *Publisher) Rollback(ctx context.Context, to string) (err error) {
	ctx, lock, err := p.lock(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	_, earlier, err := p.Earlier(ctx)
	if err != nil {
		return err
	}
	r := p.store.(*releases)
	if earlier != to {
		return fault("target-changed", r.dir)
	}
	return r.told(r.show(path.Join(releasesFolder, to)))
}
