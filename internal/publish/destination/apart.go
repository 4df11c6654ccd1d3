package destination

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
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

// checkPlaces wants each destination at a place of its own, outside the site and outside
// the releases of every other: what a destination knows of itself lies there, and is one.
func (f *File) checkPlaces(c *checker) {
	for i := range f.Destinations {
		d := &f.Destinations[i]
		if holdsOwn(d.Folder) && !isMasked(d.Folder) {
			c.say(diag.At(d.At("folder"), "target-inside", d.Folder).WithHint("target-elsewhere"))
			continue
		}
		for j := range f.Destinations[:i] {
			if d.checkApart(&f.Destinations[j], c) {
				break // one fault, one report
			}
		}
	}
}

// checkApart tells, at the later of two destinations, that they are at the same place, or one
// among the releases of the other: a run would write into what the other shows. In a
// plain folder each leaves alone what the other sent, so one may be a part of the other.
func (d *Destination) checkApart(first *Destination, c *checker) bool {
	at, before := d.identity(), first.identity()
	if at != "" && at == before {
		c.say(diag.At(d.At(d.Kind()), "target-twice", d.Name, first.Name,
			first.Named.Place.Line).WithHint("target-apart"))
		return true
	}
	if at == "" || before == "" || d.Kind() != "folder" || first.Kind() != "folder" {
		return false
	}
	inner, outer := d, first
	if d.Releases && isBelow(first.Folder, d.Folder) {
		inner, outer = first, d
	} else if !first.Releases || !isBelow(d.Folder, first.Folder) {
		return false
	}
	problem := diag.At(d.At("folder"), "target-within", inner.Name, inner.Named.Place.Line, outer.Name,
		outer.Named.Place.Line)
	if beside := path.Clean(outer.Folder); beside != "/" {
		problem = problem.WithHint("folder-beside", beside+"-"+value.Slugify(d.Name))
	}
	c.say(problem)
	return true
}

// isBelow says whether a folder, as it is written, lies in another.
func isBelow(inner, outer string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && filepath.IsLocal(rel)
}

// identity is the same for two destinations that are at the same place, "" where that is
// not known. Whoever logs in as another may be shown other folders by the same names.
func (d *Destination) identity() string {
	switch kind := d.Kind(); {
	case kind == "" || d.Misread(kind):
	case kind == "folder" && d.Folder != "" && !isMasked(d.Folder):
		return path.Clean(d.Folder)
	case kind == "sftp" && d.SFTP.Host != "":
		return d.SFTP.User + "@" + d.SFTP.HostPort() + ":" + path.Clean(d.SFTP.Path)
	case kind == "s3" && d.S3.Bucket != "":
		return strings.ToLower(d.S3.Endpoint) + "/" + d.S3.Bucket + "/" + d.S3.Prefix
	}
	return ""
}
