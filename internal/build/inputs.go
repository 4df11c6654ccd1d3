package build

import (
	"slices"

	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/source"
)

// Inputs are the folders of a site that a build reads, with all below them.
func Inputs() []string { return append(slices.Clone(site.Folders), render.Folder) }

// Ignored says whether a build passes over a file or folder of the site, by its
// slash path from the root: what editors and systems leave behind.
func Ignored(name string) bool { return source.Dropping(name) }
