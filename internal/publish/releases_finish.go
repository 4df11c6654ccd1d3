package publish

import (
	"context"
	"strings"
)

// Finish shows the next release, and removes those that are older than the last
// few.
func (r *releases) Finish(ctx context.Context) error {
	whole := strings.TrimSuffix(r.next.at(), unfinished)
	if err := r.root.Rename(r.next.at(), whole); err != nil {
		return r.told(err)
	}
	r.next.set("")
	if err := r.show(whole); err != nil {
		return r.told(err)
	}
	return r.told(r.prune(ctx))
}

// show switches the link, in one step.
func (r *releases) show(release string) error {
	fresh := currentLink + ".new"
	if err := r.root.Remove(fresh); err != nil && !absent(err) {
		return err
	}
	if err := r.root.Symlink(release, fresh); err != nil {
		return err
	}
	if err := r.root.Rename(fresh, currentLink); err != nil {
		return err
	}
	r.now.set(release)
	return nil
}

// prune removes releases that are older than the last few. It first takes their
// names from them: half a release must not be one that somebody goes back to.
func (r *releases) prune(ctx context.Context) error {
	list, err := r.all(ctx)
	if err != nil {
		return err
	}
	earlier, _ := r.earlier(ctx) // if there is none, none need be kept
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
