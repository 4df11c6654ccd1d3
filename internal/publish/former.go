package publish

import "context"

// Former tells what a target holds of the time before it kept releases, or ceased to: how
// many files of ours lie beside the releases, where nobody sees them, or whether
// releases lie in a plain folder, where everybody does.
func (p *Publisher) Former(ctx context.Context) (plain int, kept bool) {
	switch s := p.store.(type) {
	case *releases:
		rec, _, err := readRecord(ctx, s.folder, manifestPath)
		if err != nil {
			return 0, false
		}
		for name := range rec.entries {
			if info, err := s.root.Lstat(name); err == nil && info.Mode().IsRegular() {
				plain++
			}
		}
	case *folder:
		list, err := (&releases{folder: s}).all(ctx)
		kept = err == nil && len(list) > 0
	}
	return plain, kept
}
