package output

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// Result says what a build changed.
type Result struct {
	Written      int      // files made or replaced
	Removed      int      // files of earlier builds removed
	Same         int      // files left as they were
	WrittenPaths []string // slash paths of the written files, sorted
	NewPaths     []string // those of them that were not ours before, sorted
}

// Commit makes the folder hold just the files that were put, besides foreign
// ones, and releases it, unless Options say otherwise. If a Put failed, or something foreign is in the way
// (*ForeignError), nothing is changed. If the file system refuses half-way,
// every file is whole, old or new, and the next build finishes the work. It can
// be called once; after a failure Discard must be called.
func (f *Folder) Commit() (Result, error) {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed || f.spent {
		return Result{}, errClosed
	}
	f.spent = true
	if f.stageErr != nil {
		return Result{}, f.stageErr
	}
	p, err := f.plan()
	if err != nil {
		return Result{}, err
	}
	if len(p.foreign) > 0 {
		return Result{}, &ForeignError{Dir: f.dir, Paths: p.foreign}
	}
	if err := f.apply(p); err != nil {
		return Result{}, &HalfError{Dir: f.dir, Err: err}
	}
	r := Result{Written: len(p.write), Removed: len(p.clear) + len(p.recased) + len(p.stale),
		Same: len(f.puts) - len(p.write), WrittenPaths: p.write, NewPaths: p.new}
	err = f.clearStage()
	if f.keep && err == nil {
		f.next(p)
		return r, nil
	}
	if f.linger && err == nil {
		f.ended, f.present = true, newSurvey(f)
		return r, nil
	}
	f.closed = true
	return r, errors.Join(err, f.leave())
}

// apply carries out the plan in the order the package comment argues for.
func (f *Folder) apply(p *plan) error {
	last, err := f.stageManifests(p)
	if err != nil {
		return err
	}
	if last || f.goesAhead(p) || len(p.write) > 0 {
		f.forget()
	}
	if f.goesAhead(p) {
		if err := f.installManifest("ahead"); err != nil {
			return err
		}
	}
	if err := f.removeAll(slices.Concat(p.clear, p.recased, p.replaced)); err != nil {
		return err
	}
	if len(p.recased) > 0 {
		if err := f.removeEmptyFolders(p.recased, nil); err != nil {
			return err
		}
		p.seen = newSurvey(f)
	}
	if err := f.transplant(p.seen, p.write); err != nil {
		return err
	}
	for _, file := range p.write {
		if f.puts[file] == planted {
			continue
		}
		if err := f.install(p.seen, file); err != nil {
			return err
		}
	}
	if err := f.removeAll(p.stale); err != nil {
		return err
	}
	if err := f.removeEmptyFolders(p.given, f.above); err != nil {
		return err
	}
	if err := f.flush(p); err != nil {
		return err
	}
	if !last {
		return nil
	}
	f.said = f.made
	return f.installManifest("last")
}

// goesAhead says whether what a build is about to do must be known before.
func (f *Folder) goesAhead(p *plan) bool { return len(p.new) > 0 || f.made != f.said }

// flush brings what was written to the disk before the manifest says so. A held
// folder is one that an author looks at, who does not wait for disks.
func (f *Folder) flush(p *plan) error {
	if f.keep || len(p.write) == 0 {
		return nil
	}
	if err := f.disk.Flush(); err != nil {
		return f.fail("sync", ".", err)
	}
	return nil
}

// stageManifests writes the manifest ahead, if there are new addresses or files are made in
// another way, and the last one, if it will differ from the one in place. Both are written first, so
// that a disk that is full is found out before anything is changed.
func (f *Folder) stageManifests(p *plan) (last bool, err error) {
	if f.goesAhead(p) {
		ahead := inventory{f.ordered(), p.new, f.stagedName, f.made.beside(f.said)}
		if err := f.stageManifest("ahead", ahead); err != nil {
			return false, err
		}
	}
	if f.sameSet(p) && f.made == f.said {
		return false, nil
	}
	p.future = f.future(p)
	if f.round == 0 && f.listed && f.made == f.said && len(p.future) == len(f.own) &&
		!slices.ContainsFunc(p.future, func(file string) bool { return !f.own[file] }) {
		return false, nil
	}
	return true, f.stageManifest("last", inventory{paths: p.future, made: f.made})
}

// ordered are our files, in order.
func (f *Folder) ordered() []string {
	if f.order != nil {
		return f.order
	}
	return slices.Sorted(maps.Keys(f.own))
}

// future lists the files that will be ours, in order. A foreign file that happens to hold
// the bytes we would write stays foreign. In a later round most of them are ours already.
func (f *Folder) future(p *plan) []string {
	if f.round > 0 {
		return merge(without(f.order, p.given), p.new)
	}
	list := make([]string, 0, len(f.puts))
	for file, number := range f.puts {
		if number != unstaged || f.own[file] {
			list = append(list, file)
		}
	}
	slices.Sort(list)
	return list
}

// install renames the staged file to its address, making folders as needed.
func (f *Folder) install(seen *survey, file string) error {
	if err := f.makeFolder(seen, path.Dir(file)); err != nil {
		return err
	}
	if err := f.disk.Rename(path.Join(stagePath, f.stagedName(file)), file); err != nil {
		return f.fail("write", file, err)
	}
	return nil
}

// makeFolder makes dir and what is missing above it. What seen knows as a file
// was one of ours and has been cleared.
func (f *Folder) makeFolder(seen *survey, dir string) error {
	k, err := seen.folder(dir)
	if err != nil || k == folder {
		return err
	}
	if err := f.makeFolder(seen, path.Dir(dir)); err != nil {
		return err
	}
	if err := f.mkdir(dir); err != nil {
		return err
	}
	seen.learn(dir, folder)
	return nil
}

func (f *Folder) removeAll(names []string) error {
	for _, name := range names {
		if err := f.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// removeEmptyFolders removes the folders above the given addresses that hold
// nothing, deepest first, save those in keep.
func (f *Folder) removeEmptyFolders(given []string, keep map[string]bool) error {
	seen := newSurvey(f) // an earlier one does not know the folders made since
	// Backwards, for a folder sorts before what it holds.
	for _, dir := range slices.Backward(foldersOf(given, keep)) {
		k, err := seen.folder(dir)
		if err != nil {
			return err
		}
		if k != folder {
			continue
		}
		if err := f.disk.Remove(dir); err != nil && !errors.Is(err, fs.ErrExist) {
			return f.fail("remove", dir, err)
		}
	}
	return nil
}
