package folder

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/publish/store"
)

// releaseTime is how a release is named, in UTC.
const releaseTime = "20060102T150405Z"

// releaseName is the name of what we make in releases/. What is called otherwise
// is somebody else's, and so is a finished release without our record.
var releaseName = regexp.MustCompile(`^\d{8}T\d{6}Z(-\d+)?(\.part)?$`)

// fresh is a name that no release has.
func (r *Releases) fresh() string {
	id := r.clock().UTC().Format(releaseTime)
	name := id
	for n := 2; r.exists(path.Join(releasesFolder, name)); n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	return name
}

func (f *Folder) exists(name string) bool {
	_, err := f.root.Lstat(name)
	return err == nil
}

// finished says whether a name in releases/ is that of a whole release of ours.
func (r *Releases) finished(name string) bool {
	if !releaseName.MatchString(name) || strings.HasSuffix(name, unfinished) {
		return false
	}
	info, err := r.root.Lstat(path.Join(releasesFolder, name, store.ManifestFile))
	return err == nil && info.Mode().IsRegular()
}

// all are the finished releases, oldest first.
func (r *Releases) all(ctx context.Context) ([]string, error) {
	found, err := r.Folder.List(ctx, releasesFolder)
	var list []string
	for name, f := range found {
		if f.Folder && r.finished(name) {
			list = append(list, path.Join(releasesFolder, name))
		}
	}
	slices.SortFunc(list, inTime)
	return list, err
}

// sweep removes what runs that were cut off left.
func (r *Releases) sweep(ctx context.Context) error {
	found, err := r.Folder.List(ctx, releasesFolder)
	if err != nil {
		return err
	}
	for name, f := range found {
		if !f.Folder || !releaseName.MatchString(name) || !strings.HasSuffix(name, unfinished) {
			continue
		}
		if err := r.root.RemoveAll(path.Join(releasesFolder, name)); err != nil {
			return r.explain(err)
		}
	}
	return nil
}

// inTime orders releases: one of the same second as another comes after it, the
// tenth after the second.
func inTime(a, b string) int {
	a, na, _ := strings.Cut(a, "-")
	b, nb, _ := strings.Cut(b, "-")
	if a != b {
		return strings.Compare(a, b)
	}
	if len(na) != len(nb) {
		return len(na) - len(nb)
	}
	return strings.Compare(na, nb)
}
