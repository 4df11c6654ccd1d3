package site

import (
	"net"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
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

// checkPlaces wants each target at a place of its own, outside the site and outside
// the releases of every other: what a target knows of itself lies there, and is one.
func (p *Publish) checkPlaces(f *faults) {
	for i := range p.Targets {
		t := &p.Targets[i]
		if holdsOwn(t.Folder) && !strings.Contains(t.Folder, records.Masked) {
			f.sayHint(diag.At(t.At("folder"), "target-inside", t.Folder).WithHint("target-elsewhere"))
			continue
		}
		for j := range p.Targets[:i] {
			if t.checkApart(&p.Targets[j], f) {
				break // one fault, one report
			}
		}
	}
}

// checkApart tells, at the later of two targets, that they are at the same place, or one
// among the releases of the other: a run would write into what the other shows. In a
// plain folder each leaves alone what the other sent, so one may be a part of the other.
func (t *Target) checkApart(first *Target, f *faults) bool {
	at, before := t.whereabouts(), first.whereabouts()
	if at != "" && at == before {
		f.sayHint(diag.At(t.At(t.Kind()), "target-twice", t.Name, first.Name, first.Named.Place.Line).WithHint("target-apart"))
		return true
	}
	if at == "" || before == "" || t.Kind() != "folder" || first.Kind() != "folder" {
		return false
	}
	inner, outer := t, first
	if t.Releases && isBelow(first.Folder, t.Folder) {
		inner, outer = first, t
	} else if !first.Releases || !isBelow(t.Folder, first.Folder) {
		return false
	}
	problem := diag.At(t.At("folder"), "target-within", inner.Name, inner.Named.Place.Line, outer.Name, outer.Named.Place.Line)
	if beside := path.Clean(outer.Folder); beside != "/" {
		problem = problem.WithHint("folder-beside", beside+"-"+value.Slugify(t.Name))
	}
	f.sayHint(problem)
	return true
}

// isBelow says whether a folder, as it is written, lies in another.
func isBelow(inner, outer string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && filepath.IsLocal(rel)
}

// whereabouts is the same for two targets that are at the same place, "" where that is
// not known. Whoever logs in as another may be shown other folders by the same names.
func (t *Target) whereabouts() string {
	switch kind := t.Kind(); {
	case kind == "" || t.Misread(kind):
	case kind == "folder" && t.Folder != "" && !strings.Contains(t.Folder, records.Masked):
		return path.Clean(t.Folder)
	case kind == "sftp" && t.SFTP.Host != "":
		host := net.JoinHostPort(strings.ToLower(t.SFTP.Host), strconv.Itoa(t.SFTP.Port))
		return t.SFTP.User + "@" + host + ":" + path.Clean(t.SFTP.Path)
	case kind == "s3" && t.S3.Bucket != "":
		return strings.ToLower(t.S3.Endpoint) + "/" + t.S3.Bucket + "/" + t.S3.Prefix
	}
	return ""
}
