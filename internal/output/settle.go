package output

import (
	"errors"
	"io/fs"
	"path"
)

// settle brings the book-keeping to rest after a kill or a failed Commit: f.own
// holds what is ours, the manifest has no marks, the stage is gone.
func (f *Folder) settle() error {
	m, err := f.readManifest()
	if err != nil {
		return err
	}
	f.listed, f.own, f.order, f.said = m.exists, m.paths, m.order, m.made
	if len(m.marked) > 0 {
		f.order = nil
		if err := f.settleMarks(m); err != nil {
			return err
		}
	}
	return f.clearStage()
}

// settleMarks decides about each marked address by its staged file and writes
// the manifest without marks.
func (f *Folder) settleMarks(m manifest) error {
	var unreached []string
	for p, name := range m.marked {
		witness := path.Join(stagePath, name)
		switch _, err := f.disk.Lstat(witness); {
		case errors.Is(err, fs.ErrNotExist):
			f.own[p] = true
		case err != nil:
			return f.fail("look at", witness, err)
		default:
			unreached = append(unreached, p)
			// A full disk may be what stopped the build: the witness need
			// only exist, its bytes make room for the manifest.
			if err := f.empty(witness); err != nil {
				return err
			}
		}
	}
	if err := f.removeEmptyFolders(unreached, nil); err != nil {
		return err
	}
	if len(f.own) == 0 {
		f.listed = false
		return f.remove(manifestPath)
	}
	if err := f.stageManifest("settled", inventory{paths: f.ordered(), made: m.made}); err != nil {
		return err
	}
	return f.installManifest("settled")
}

// clearStage removes the stage with all it holds.
func (f *Folder) clearStage() error {
	if err := f.closeStage(); err != nil {
		return err
	}
	if err := f.disk.RemoveAll(stagePath); err != nil {
		return f.fail("remove", stagePath, err)
	}
	return nil
}
