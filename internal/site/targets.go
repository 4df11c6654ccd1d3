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

// checkPlaces wants each target at a place of its own, outside the site and outside
// the releases of every other: what a target knows of itself lies there, and is one.
func (p *Publish) checkPlaces(f *faults) {
	for i := range p.Targets {
		t := &p.Targets[i]
		if holdsOwn(t.Folder) && !strings.Contains(t.Folder, source.Masked) {
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
	inner, outer := t, first
	switch {
	case at.path == "" || at.root != before.root:
		return false
	case at == before:
		f.sayHint(diag.At(t.At(t.Kind()), "target-twice", t.Name, first.Name, first.Named.Place.Line).WithHint("target-apart"))
		return true
	case before.holds(at):
	case at.holds(before):
		inner, outer = first, t
	default:
		return false
	}
	if !outer.Releases {
		return false
	}
	problem := diag.At(t.At(t.Kind()), "target-within", inner.Name, inner.Named.Place.Line, outer.Name, outer.Named.Place.Line)
	if beside := path.Clean(outer.Folder); beside != "/" {
		problem = problem.WithHint("folder-beside", beside+"-"+Slugify(t.Name))
	}
	f.sayHint(problem)
	return true
}

// whereabouts is where a target is: a path, and what it is a path of. Without a path
// that is not known.
type whereabouts struct{ root, path string }

// holds says that what is elsewhere is below here.
func (w whereabouts) holds(other whereabouts) bool {
	if w.path == "." {
		return !strings.HasPrefix(other.path, "/") && other.path != ".." && !strings.HasPrefix(other.path, "../")
	}
	return strings.HasPrefix(other.path, strings.TrimSuffix(w.path, "/")+"/")
}

// whereabouts is the same for two targets that are at the same place. Whoever logs in
// as another may be shown other folders by the same names.
func (t *Target) whereabouts() whereabouts {
	switch kind := t.Kind(); {
	case kind == "" || t.Misread(kind):
	case kind == "folder" && t.Folder != "" && !strings.Contains(t.Folder, source.Masked):
		return whereabouts{kind, path.Clean(t.Folder)}
	case kind == "sftp" && t.SFTP.Host != "":
		host := net.JoinHostPort(strings.ToLower(t.SFTP.Host), strconv.Itoa(t.SFTP.Port))
		return whereabouts{t.SFTP.User + "@" + host, path.Clean(t.SFTP.Path)}
	case kind == "s3" && t.S3.Bucket != "":
		return whereabouts{strings.ToLower(t.S3.Endpoint) + "/" + t.S3.Bucket, "/" + t.S3.Prefix}
	}
	return whereabouts{}
}
