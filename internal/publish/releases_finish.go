package publish

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Finish shows the next release, and removes those that are older than the last
// few. All of it is on the disk already. It may be tried again. Once the release is shown the run has done its work:
// what could not be removed then is removed by the next one.
func (r *releases) Finish(ctx context.Context) error {
	whole := strings.TrimSuffix(r.next.at(), unfinished)
	if !r.exists(whole) {
		if err := r.root.Rename(r.next.at(), whole); err != nil {
			return r.told(err)
		}
	}
	if err := r.show(whole); err != nil {
		return r.told(err)
	}
	r.next.set("")
	_ = r.prune(ctx)
	return r.Flush(ctx)
}

// show switches the link, in one step.
func (r *releases) show(release string) error {
	if err := r.clear(freshLink); err != nil {
		return err
	}
	if err := r.root.Symlink(release, freshLink); err != nil {
		return err
	}
	if err := r.root.Rename(freshLink, currentLink); err != nil {
		return err
	}
	r.now.set(release)
	r.lost.set("")
	return nil
}

// clear removes the link that a switch left which was cut off.
func (r *releases) clear(link string) error {
	to, err := r.root.Readlink(link)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if dir, name := path.Split(to); err != nil || dir != releasesFolder+"/" || !releaseName.MatchString(name) {
		return fault("current-in-the-way", path.Join(r.dir, link))
	}
	return r.root.Remove(link)
}

// prune removes releases that are older than the last few. It first takes their
// names from them: half a release must not be one that somebody goes back to.
func (r *releases) prune(ctx context.Context) error {
	list, err := r.all(ctx)
	if err != nil {
		return err
	}
	earlier, _, _ := r.earlier(ctx) // if there is none, none need be kept
	for _, old := range list[:max(0, len(list)-r.keep)] {
		if old == r.now.at() || old == earlier {
			continue
		}
		if err := r.root.Rename(old, old+unfinished); err != nil {
			return err
		}
		if err := r.root.RemoveAll(old + unfinished); err != nil {
			return err
		}
	}
	return nil
}
