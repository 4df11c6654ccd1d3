package folder

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
	"syscall"

	"blandongan/internal/machine"
	"blandongan/internal/publish/store"
)

// Finish shows the next release, all of which is on the disk already. When that is a
// new one, those that are older than the last few go. It may be tried again. Once the
// release is shown the run has done its work: what could not be removed then is removed
// by the next one.
func (r *Releases) Finish(ctx context.Context) error {
	whole, made := strings.CutSuffix(r.next.Get(), unfinished)
	if !r.exists(whole) {
		if err := r.root.Rename(r.next.Get(), whole); err != nil {
			return r.explain(err)
		}
	}
	if err := r.show(whole); err != nil {
		return r.explain(err)
	}
	r.next.Set("")
	if made {
		_ = r.prune(ctx)
	}
	return nil
}

// rehearse switches a link of another name, twice: where that cannot be done nothing need be sent. Windows asks for
// a right that few have, and disks for cameras know no links.
func (r *Releases) rehearse(release string) error {
	err := r.clear(trialLink)
	for range 2 {
		if err == nil {
			err = r.switchTo(release, trialLink)
		}
	}
	if err == nil {
		err = r.root.Remove(trialLink)
	}
	switch {
	case err == nil:
		return nil
	case store.IsFinal(err), errors.Is(err, syscall.EACCES),
		machine.Is(err, syscall.ENOSPC), machine.Is(err, syscall.EDQUOT), machine.Is(err, syscall.EROFS):
		return r.explain(err)
	}
	_ = errors.Join(r.clear(freshLink), r.clear(trialLink), r.root.RemoveAll(release)) // what we made
	return store.Because(err, "no-links", r.dir)
}

// switchTo makes a link lead to a release, in one step.
func (r *Releases) switchTo(release, link string) error {
	if err := r.clear(freshLink); err != nil {
		return err
	}
	if err := r.symlink(release, freshLink); err != nil {
		return err
	}
	return r.root.Rename(freshLink, link)
}

// show switches the link that visitors read through.
func (r *Releases) show(release string) error {
	if err := r.switchTo(release, currentLink); err != nil {
		return err
	}
	r.now.Set(release)
	r.unreadable.Set("")
	return nil
}

// clear removes the link that a switch left which was cut off.
func (r *Releases) clear(link string) error {
	to, err := r.root.Readlink(link)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if dir, name := path.Split(to); err != nil || dir != releasesFolder+"/" || !releaseName.MatchString(name) {
		return store.NewFault("current-in-the-way", path.Join(r.dir, link))
	}
	return r.root.Remove(link)
}

// prune removes releases that are older than the last few. It first takes their
// names from them: half a release must not be one that somebody goes back to.
func (r *Releases) prune(ctx context.Context) error {
	list, err := r.all(ctx)
	if err != nil {
		return err
	}
	earlier, _, _ := r.earlier(ctx) // if there is none, none need be kept
	for _, old := range list[:max(0, len(list)-r.keep)] {
		if old == r.now.Get() || old == earlier {
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
