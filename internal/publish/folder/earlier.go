package folder

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"blandongan/internal/publish/store"
)

// earlierFile has, in a release, the name of the one that was shown before it.
// That is not always the one made before it: somebody may have gone back.
const earlierFile = store.OwnFolder + "/earlier"

func (r *Releases) writeEarlier(ctx context.Context) error {
	if r.now.Get() == "" {
		return nil
	}
	name := path.Base(r.now.Get())
	_, err := r.Put(ctx, earlierFile, strings.NewReader(name), int64(len(name)), store.Meta{})
	return err
}

// earlier is the release that was shown before the present one; when that is not
// whole, the newest one before it that is, with those that were stepped over. When the
// record of the present one cannot be read, what it says of the one before cannot be
// trusted either.
func (r *Releases) earlier(ctx context.Context) (release string, broken []string, err error) {
	if unreadable := r.unreadable.Get(); unreadable != "" {
		_, broken, err := r.newestWhole(ctx, unreadable)
		if r.now.Get() == "" {
			err = cmp.Or(err, r.noEarlier(broken))
		}
		return r.now.Get(), broken, err
	}
	release, err = r.namedEarlier(ctx)
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

// namedEarlier is the release that the present one says was shown before it.
func (r *Releases) namedEarlier(ctx context.Context) (string, error) {
	file, err := r.Open(ctx, earlierFile)
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
	if err == nil && (release == r.now.Get() || !slices.Contains(list, release)) {
		err = r.noEarlier(nil)
	}
	return release, err
}

// noEarlier says that there is nothing to go back to, or nothing that is whole.
func (r *Releases) noEarlier(broken []string) error {
	if len(broken) == 0 {
		return store.NewFault("no-earlier-release", r.dir)
	}
	return store.NewFault("no-whole-release", r.dir, strings.Join(broken, ", "))
}

// Releases tells which release is shown, and which was before it.
func (r *Releases) Releases(ctx context.Context) (store.Releases, error) {
	unreadable, err := r.Refresh(ctx)
	if err != nil {
		return store.Releases{}, err
	}
	earlier, broken, err := r.earlier(ctx)
	return store.Releases{
		Shown: cmp.Or(unreadable, path.Base(r.now.Get())), Earlier: path.Base(earlier), Broken: broken,
		Unreadable: unreadable != "",
	}, err
}
