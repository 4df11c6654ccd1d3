package site

import (
	"net"
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/source"
)

// ownFolders are the folders of a site in which nothing can be published: what
// editors write and what a build makes.
var ownFolders = []string{"content", "data", "templates", "public"}

// holdsOwn says whether a folder, as it is written, is one in which files of the
// site itself lie: one of its own, the site's folder, or one above it. A folder
// that only links lead to, or that only an absolute path names, is found when it
// is opened.
func holdsOwn(folder string) bool {
	dir := path.Clean(folder)
	if folder == "" || path.IsAbs(dir) || strings.HasPrefix(folder, "~/") {
		return false
	}
	parts := strings.Split(dir, "/")
	return dir == "." || slices.Contains(ownFolders, parts[0]) || parts[len(parts)-1] == ".."
}

// checkPlaces wants each target at a place of its own, outside the site: what a
// target knows of itself lies there, and is one.
func (p *Publish) checkPlaces(f *faults) {
	seen := map[string]*Target{}
	for i := range p.Targets {
		t := &p.Targets[i]
		if holdsOwn(t.Folder) && !strings.Contains(t.Folder, source.Masked) {
			f.sayHint(diag.At(t.At("folder"), "target-inside", t.Folder).WithHint("target-elsewhere"))
			continue
		}
		at := t.whereabouts()
		first := seen[at]
		switch {
		case at == "":
		case first == nil:
			seen[at] = t
		default:
			f.sayHint(diag.At(t.At(t.Kind()), "target-twice", t.Name, first.Name, first.Named.Place.Line).WithHint("target-apart"))
		}
	}
}

// whereabouts is the same for two targets that are at the same place, "" where that
// is not known. Whoever logs in as another may be shown other folders by the same
// names.
func (t *Target) whereabouts() string {
	switch kind := t.Kind(); {
	case kind == "" || t.Misread(kind):
	case kind == "folder" && t.Folder != "" && !strings.Contains(t.Folder, source.Masked):
		return path.Clean(t.Folder)
	case kind == "sftp" && t.SFTP.Host != "":
		host := net.JoinHostPort(strings.ToLower(t.SFTP.Host), strconv.Itoa(t.SFTP.Port))
		return t.SFTP.User + "@" + host + " " + path.Clean(t.SFTP.Path)
	case kind == "s3" && t.S3.Bucket != "":
		return strings.ToLower(t.S3.Endpoint) + "/" + t.S3.Bucket + "/" + t.S3.Prefix
	}
	return ""
}
