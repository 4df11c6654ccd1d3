package output

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strings"

	"blandongan/internal/files"
)

// checkPath says what is wrong with a path given to Put, or read in a manifest.
func checkPath(p string) error {
	if err := pathFault(p); err != nil {
		return fmt.Errorf("output path %q: %w", p, err)
	}
	return nil
}

func pathFault(p string) error {
	switch {
	case p == "" || p == "." || !fs.ValidPath(p):
		return errors.New("not a clean relative slash path")
	case strings.ContainsRune(p, '\\'):
		return errors.New("has a backslash")
	case strings.ContainsFunc(p, isControl):
		// A line break or tab would also break the manifest.
		return errors.New("has a control character")
	}
	first := true
	for e := range strings.SplitSeq(p, "/") {
		if len(e) > files.LongestName {
			return fmt.Errorf("has a name longer than %d bytes", files.LongestName)
		}
		// Folding, because some file systems do.
		if first && strings.EqualFold(e, recordsFolder) {
			return fmt.Errorf("%s is kept for our own records", recordsFolder)
		}
		first = false
	}
	return nil
}

func isControl(r rune) bool { return r < 0x20 || r == 0x7f }

// foldersAbove yields each folder above p, innermost first.
func foldersAbove(p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(p, '/'); i > 0; i = strings.LastIndexByte(p[:i], '/') {
			if !yield(p[:i]) {
				return
			}
		}
	}
}

// foldersOf lists the folders above any of the files, sorted, save those in
// except, which must hold with a folder also all above it.
func foldersOf(files []string, except map[string]bool) []string {
	dirs := map[string]bool{}
	for _, file := range files {
		for dir := range foldersAbove(file) {
			if except[dir] || dirs[dir] {
				break // then all above it is known too
			}
			dirs[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(dirs))
}
