package site

import (
	"path"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/publish/destination"
)

// ContentFolder is where editors write in Markdown.
const ContentFolder = "content"

// Folders are where editors write; everything else in the site's root is not ours to read.
var Folders = []string{"data", ContentFolder}

// Role is what a file is for, told by where it lies.
type Role uint8

const (
	// Stray files are at a place that nothing uses.
	Stray Role = iota
	// Written files are records: YAML, or Markdown with front matter.
	Written
	// Attached files lie beside articles and pages that link to them.
	Attached
	// Verbatim files are copied to the site's root as they are.
	Verbatim
	// Drawn is the map's file.
	Drawn
)

// MapFile is where the city's map lies, if it has one.
const MapFile = "data/boundaries.geojson"

// RoleOf tells what the file at a slash-separated path is for.
func RoleOf(file string) Role {
	switch base := path.Base(file); {
	case strings.HasPrefix(file, files.VerbatimFolder) && IsPublishFile(base):
		return Stray
	case strings.HasPrefix(file, files.VerbatimFolder):
		return Verbatim
	case strings.HasPrefix(base, "_index.") && strings.HasPrefix(file, ContentFolder+"/"):
		return Stray // Hugo's pages of lists, which make themselves here
	case path.Ext(base) == ".md" && files.IsMarkdown(strings.TrimSuffix(base, ".md")):
		return Stray // no language is called so
	}
	if kindOf(file) != nil {
		return Written
	}
	if file == MapFile {
		return Drawn
	}
	if isBesideText(file) && !files.IsMarkdown(file) && !files.IsDocument(file) {
		return Attached
	}
	return Stray
}

// isBesideText says whether a file lies in a folder of articles or pages.
func isBesideText(file string) bool {
	for _, folder := range TextFolders() {
		if strings.HasPrefix(file, folder) {
			return true
		}
	}
	return false
}

// MayLead says whether a symbolic link in one of the site's folders may lead to a
// path inside the site: readers then get what lies there. What is copied as it is
// comes from what could be copied itself, in the same folder: never a draft, a
// record, or a file that is kept out of the site. An article or a record may lie
// elsewhere: it shows its form before anything of it is shown.
func MayLead(link, target string) bool {
	if target == destination.Path || files.KeptOut(target) {
		return false
	}
	switch role := RoleOf(link); {
	case role == Written || role == Drawn:
		return true
	case IsCopied(role):
		return IsCopied(RoleOf(target))
	}
	top, _, _ := strings.Cut(link, "/")
	return strings.HasPrefix(target, top+"/")
}

// IsCopied says whether files of a role reach readers as they are.
func IsCopied(r Role) bool { return r == Verbatim || r == Attached }

// IsPublishFile says whether a name is that of the file which says where the site is
// published, with which user and key.
func IsPublishFile(base string) bool {
	bare := strings.TrimSuffix(base, path.Ext(base))
	return files.IsYAML(base) && strings.EqualFold(bare, strings.TrimSuffix(path.Base(destination.Path), ".yaml"))
}
