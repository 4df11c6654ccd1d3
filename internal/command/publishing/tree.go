package publishing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/host"
	"blandongan/internal/publish"
)

// tree reads what is to be sent: what the program made, and nothing else that
// somebody laid into the output folder.
func (p *publication) tree(ctx context.Context) (_ *publish.Tree, err error) {
	made := p.report.Paths()
	if !builds(p.c) {
		if made, err = p.madeBefore(); err != nil {
			return nil, err
		}
	}
	var compress func(string) bool
	if p.destination.Compress {
		compress = host.IsText
	}
	var tree *publish.Tree
	p.meter.Counted("progress-digesting", func(tell func(done, of int)) {
		tree, err = publish.ReadTree(ctx, p.folders.Out, made, compress, tell)
	})
	if err != nil || builds(p.c) {
		return tree, err
	}
	if isRebuilt(p.folders.Out, p.listed, tree.Missing()) {
		return nil, errors.Join(command.Fail("being-built", p.folders.Out), tree.Close())
	}
	if _, err := p.madeBefore(); err != nil { // of the same files, with drafts say
		return nil, errors.Join(err, tree.Close())
	}
	if missing := tree.Missing(); len(missing) > 0 { // what is not there would leave the destination, too
		return nil, command.Fail("files-gone", p.folders.Out, len(missing), missing[0])
	}
	p.warnUnlike(tree)
	return tree, nil
}

// listed are the files that the records of the output folder name, nil without records.
func listed(out string) []string {
	made, _ := build.MadeIn(out) // whoever reads it next tells what is wrong with it
	return made.Paths
}

// isRebuilt says whether a build changes the output folder since its records were listed, or has:
// they name others, its stage is there, or what was missed has come.
func isRebuilt(out string, before, missed []string) bool {
	made, err := build.MadeIn(out)
	return err == nil && (made.Cut || !slices.Equal(made.Paths, before)) ||
		slices.ContainsFunc(missed, func(name string) bool {
			_, err := os.Lstat(filepath.Join(out, filepath.FromSlash(name)))
			return err == nil
		})
}

// madeBefore are the files that an earlier build made, by its own records. Files of
// the site that lay there already, byte for byte, are not in these.
func (p *publication) madeBefore() ([]string, error) {
	made, err := build.MadeIn(p.folders.Out)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !command.IsFolder(p.folders.Out):
		return nil, nil // whoever reads it says so
	case errors.Is(err, fs.ErrNotExist):
		return nil, command.Fail("no-manifest", p.folders.Out)
	case err != nil:
		return nil, err
	case made.Cut:
		return nil, command.Fail("half-built", p.folders.Out)
	case made.Made.Drafts && !p.c.Bool("drafts"):
		return nil, command.Fail("made-with-drafts", p.folders.Out)
	case made.Made.Address == "":
		return nil, command.Fail("made-unsaid", p.folders.Out)
	case made.Made.Address != p.report.BaseURL:
		return nil, command.Fail("made-elsewhere", p.folders.Out, made.Made.Address, p.report.BaseURL)
	}
	there := slices.DeleteFunc(p.report.Paths(), func(path string) bool {
		_, other := slices.BinarySearch(p.report.Other, path)
		return other
	})
	return append(made.Paths, there...), nil
}

// warnUnlike says how the output folder differs from what would be built now.
func (p *publication) warnUnlike(tree *publish.Tree) {
	now := map[string]bool{}
	for _, path := range p.report.Paths() {
		now[path] = true
	}
	// Of pages that the site has not, some may be drafts that somebody built to look at.
	stray := slices.DeleteFunc(tree.Paths(), func(path string) bool {
		return !strings.HasSuffix(path, ".html") || now[path]
	})
	for _, w := range []struct {
		word  string
		paths []string
	}{{"stray-pages", stray}, {"unlike-files", p.report.Other}} {
		if len(w.paths) > 0 {
			p.warn(w.word, p.folders.Out, len(w.paths), w.paths[0])
		}
	}
}
