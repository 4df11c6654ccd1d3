package output

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
)

// plan is what Commit will do, found out before anything is touched.
type plan struct {
	seen     *survey
	write    []string // staged paths
	new      []string // those of write that are not ours yet
	clear    []string // our files where a folder must be, or below where a file must be
	replaced []string // folders where a file must be, deepest first
	recased  []string // what goes first, for files get other capitals on a disk that does not tell them apart
	stale    []string // our other files that this build does not make
	given    []string // all addresses that this build gives up
	foreign  []string // what is in the way and not ours
	future   []string // what will be ours, in order, where that differs from what is
}

// plan compares what was put with what lies in the folder. Files whose bytes
// already lie at their addresses, and the folders above them, need no second
// look. All lists but replaced are sorted.
func (f *Folder) plan() (*plan, error) {
	p := &plan{seen: newSurvey(f)}
	for file, number := range f.puts {
		if number == unstaged {
			continue
		}
		p.write = append(p.write, file)
		if !f.own[file] {
			p.new = append(p.new, file)
		}
	}
	slices.Sort(p.write)
	if slices.Sort(p.new); len(p.new) == len(p.write) {
		p.new = p.write // a first build writes very many
	}
	for _, dir := range foldersOf(p.write, nil) {
		if err := f.planFolder(p, dir); err != nil {
			return nil, err
		}
	}
	for _, file := range p.write {
		if err := f.planFile(p, file); err != nil {
			return nil, err
		}
	}
	if err := f.planStale(p); err != nil {
		return nil, err
	}
	slices.Sort(p.foreign)
	return p, nil
}

// planFolder sees to it that dir can be a folder.
func (f *Folder) planFolder(p *plan, dir string) error {
	k, err := p.seen.folder(dir)
	switch {
	case err != nil:
		return err
	case k == plain && f.kept(f.ownAt(dir)):
		return fmt.Errorf("output path %q: needed as a folder, but kept as a file", dir)
	case k == plain && f.ownAt(dir) != "":
		p.clear = append(p.clear, f.ownAt(dir))
	case k == plain || k == other:
		p.foreign = append(p.foreign, dir)
	}
	return nil
}

// kept says whether a later round leaves a file of ours where it is.
func (f *Folder) kept(file string) bool { return f.round > 0 && f.own[file] && !f.dropped[file] }

// planFile sees to it that a staged file can be renamed to file.
func (f *Folder) planFile(p *plan, file string) error {
	k, _, err := p.seen.at(file)
	switch {
	case err != nil:
		return err
	case k == folder:
		return f.planReplaced(p, file)
	case k == other, k == plain && f.ownAt(file) == "":
		p.foreign = append(p.foreign, file)
	}
	return nil
}

// planReplaced sees to it that the folder dir can give way to a file: that all it
// holds is ours. None of it can be a file of this build, for claim saw to that.
func (f *Folder) planReplaced(p *plan, dir string) error {
	entries, err := f.readFolder(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if err := f.planReplaced(p, name); err != nil {
				return err
			}
		case e.Type().IsRegular() && f.kept(f.ownAt(name)):
			return fmt.Errorf("output path %q: kept, but a file is needed above it", name)
		case e.Type().IsRegular() && f.ownAt(name) != "":
			p.clear = append(p.clear, f.ownAt(name))
		default:
			p.foreign = append(p.foreign, name)
		}
	}
	p.replaced = append(p.replaced, dir)
	return nil
}

func (f *Folder) readFolder(dir string) ([]os.DirEntry, error) {
	h, err := f.disk.OpenFolder(dir)
	if err != nil {
		return nil, f.fail("read", dir, err)
	}
	defer h.Close()
	entries, err := h.ReadDir(-1)
	if err != nil {
		return nil, f.fail("read", dir, err)
	}
	return entries, nil
}

// planStale finds what earlier builds made and this one does not.
func (f *Folder) planStale(p *plan) error {
	slices.Sort(p.clear)
	ours := f.own
	if f.round > 0 {
		ours = f.dropped
	}
	for file := range ours {
		if _, kept := f.puts[file]; !kept && f.own[file] {
			p.given = append(p.given, file)
		}
	}
	slices.Sort(p.given)
	puts := f.putsFolded(p)
	for _, file := range p.given {
		if _, cleared := slices.BinarySearch(p.clear, file); cleared {
			continue
		}
		if put, same := puts[strings.ToLower(file)]; same {
			if f.puts[put] != unstaged && !f.own[put] {
				p.recased = append(p.recased, file)
			}
			continue // else what lies there is the one that was put
		}
		k, _, err := p.seen.at(file)
		if err != nil {
			return err
		}
		if k == plain {
			p.stale = append(p.stale, file)
		}
	}
	if len(p.recased) > 0 { // and so may be folders, which must be empty for that
		p.recased, p.stale = append(p.recased, p.stale...), nil
	}
	return nil
}

// putsFolded are the files of this build by their names without capitals, where the disk folds them and any file goes.
func (f *Folder) putsFolded(p *plan) map[string]string {
	if len(p.given) == 0 || f.folded() == nil {
		return nil
	}
	folded := make(map[string]string, len(f.puts))
	for file := range f.puts {
		folded[strings.ToLower(file)] = file
	}
	return folded
}
