package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/host"
	"blandongan/internal/publish"
)

// tree reads what is to be sent: what the program made, and nothing else that
// somebody laid into the output folder.
func (p *publication) tree(ctx context.Context) (*publish.Tree, error) {
	made := p.report.Paths()
	if !builds(p.c) {
		var err error
		if made, err = p.madeBefore(); err != nil {
			return nil, err
		}
	}
	var compress func(string) bool
	if p.target.Compress {
		compress = host.IsText
	}
	tree, err := publish.ReadTree(ctx, p.places.out, made, compress)
	if err != nil || builds(p.c) {
		return tree, err
	}
	if missing := tree.Missing(); len(missing) > 0 { // what is not there would leave the target, too
		return nil, tell("%[2]d berkas yang dibuat program ini tidak ada lagi di %[1]s, misalnya %[3]s; jalankan tanpa --no-build",
			"%[2]d of the files that this program made are gone from %[1]s, such as %[3]s; run without --no-build", p.places.out, len(missing), missing[0])
	}
	p.warnUnlike(tree)
	return tree, nil
}

// madeBefore are the files that an earlier build made, by its own records. Files of
// the site that lay there already, byte for byte, are not in these.
func (p *publication) madeBefore() ([]string, error) {
	made, err := build.MadeIn(p.places.out)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isFolder(p.places.out):
		return nil, nil // which is told by whoever reads it
	case errors.Is(err, fs.ErrNotExist):
		return nil, tell("di %s tidak ada catatan .blandongan/manifest, jadi tidak diketahui mana yang buatan program ini; jalankan tanpa --no-build, atau kalau folder itu disalin dari tempat lain, salin juga folder .blandongan di dalamnya",
			"there is no record .blandongan/manifest in %s, so nobody knows what in it this program made; run without --no-build, or, if that folder was copied from elsewhere, copy the folder .blandongan in it too", p.places.out)
	case err != nil:
		return nil, err
	case made.Cut:
		return nil, tell("%s belum selesai dibangun: sebagian isinya baru dan sebagian lama; kalau sedang dibangun, tunggu, kalau tidak, jalankan tanpa --no-build",
			"%s is not built to its end: some of it is new and some is old; if it is being built, wait, if not, run without --no-build", p.places.out)
	}
	there := slices.DeleteFunc(p.report.Paths(), func(path string) bool {
		_, other := slices.BinarySearch(p.report.Other, path)
		return other
	})
	return append(made.Paths, there...), nil
}

// warnUnlike tells how the output folder differs from what would be built now.
func (p *publication) warnUnlike(tree *publish.Tree) {
	errors, now := p.c.Root().ErrWriter, map[string]bool{}
	for _, path := range p.report.Paths() {
		now[path] = true
	}
	// Of pages that the site has not, some may be drafts that somebody built to look at.
	stray := slices.DeleteFunc(tree.Paths(), func(path string) bool { return !strings.HasSuffix(path, ".html") || now[path] })
	for _, w := range []struct {
		text  string
		paths []string
	}{{p.say.stray, stray}, {p.say.unlike, p.report.Other}} {
		if len(w.paths) > 0 {
			fmt.Fprintf(errors, w.text, p.places.out, len(w.paths), w.paths[0])
		}
	}
}

// printOthers tells what in the output folder is not sent, and why.
func (p *publication) printOthers(others []string) {
	for i, name := range others {
		if i == shortPlan && !p.c.Bool("dry-run") {
			fmt.Fprintf(p.out, p.say.more, ".", len(others)-i)
			break
		}
		fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", p.say.others)
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
