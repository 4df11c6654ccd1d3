package folder

import (
	"context"

	"blandongan/internal/publish/store"
)

// FormerFiles counts what lies beside the releases, where nobody sees it, of the time
// before this folder kept any.
func (r *Releases) FormerFiles(ctx context.Context) (count int) {
	rec, _, err := store.ReadRecord(ctx, r.Folder, store.ManifestFile)
	if err != nil {
		return 0
	}
	for name := range rec.Entries {
		if info, err := r.root.Lstat(name); err == nil && info.Mode().IsRegular() {
			count++
		}
	}
	return count
}

// HasFormerReleases says whether releases lie here, where everybody sees them, of the
// time when this folder kept some.
func (f *Folder) HasFormerReleases(ctx context.Context) bool {
	list, err := (&Releases{Folder: f}).all(ctx)
	return err == nil && len(list) > 0
}
