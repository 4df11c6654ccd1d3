package output

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"

	"blandongan/internal/files"
)

// survey looks at addresses without following symbolic links, and remembers
// folders, because sites put thousands of files in a few of them.
type survey struct {
	f       *Folder
	mu      sync.Mutex
	folders map[string]kind
	asked   map[string]int // for how many in each folder
}

// manyAsked is for how many folders in one we look before we read that.
const manyAsked = 32

func newSurvey(f *Folder) *survey {
	return &survey{f: f, folders: map[string]kind{".": folder}, asked: map[string]int{}}
}

// at says what lies at p, and its stamp. Below anything that is not a folder nothing
// lies: what a link leads to is not at our address. Each folder above is looked at by
// its own name once, so that one look is enough for a file.
func (s *survey) at(p string) (kind, files.Stamp, error) {
	above, err := s.folder(folderOf(p))
	if err != nil || above != folder {
		return absent, files.Stamp{}, err
	}
	k, stamp, err := s.f.disk.Look(p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent, files.Stamp{}, nil
	case err != nil:
		return absent, files.Stamp{}, s.f.fail("look at", p, err)
	}
	return k, stamp, nil
}

// folder is at for an address that is asked about again and again.
func (s *survey) folder(p string) (kind, error) {
	s.mu.Lock()
	k, known := s.folders[p]
	s.mu.Unlock()
	if known {
		return k, nil
	}
	k, _, err := s.at(p)
	if err == nil {
		s.learn(p, k)
	}
	if k == folder {
		s.learnBeside(p)
	}
	return k, err
}

// learnBeside learns what other folders lie beside one, once that is worth it.
func (s *survey) learnBeside(p string) {
	above := folderOf(p)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asked[above]++; s.asked[above] != manyAsked {
		return
	}
	for _, name := range s.f.disk.Folders(above) {
		beside := name
		if above != "." {
			beside = above + "/" + name
		}
		if _, known := s.folders[beside]; !known {
			s.folders[beside] = folder
		}
	}
}

func (s *survey) learn(p string, k kind) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[p] = k
}

// foldsCapitals says whether the disk takes names for one that differ in capitals alone, as those of Windows and macOS
// do.
func (f *Folder) foldsCapitals() bool {
	ours, err := f.disk.Lstat(recordsFolder)
	if err != nil {
		return false
	}
	folded, err := f.disk.Lstat(strings.ToUpper(recordsFolder))
	return err == nil && os.SameFile(ours, folded)
}

// ownFolded are our files by their names without capitals, where the disk folds them; else nil.
func (f *Folder) ownFolded() map[string]string {
	if !f.foldsCapitals() {
		return nil
	}
	folded := make(map[string]string, len(f.own))
	for file := range f.own {
		folded[strings.ToLower(file)] = file
	}
	return folded
}

// ownAt is the file of ours that lies at p, "" when there is none. Its name may have other capitals.
func (f *Folder) ownAt(p string) string {
	if f.own[p] {
		return p
	}
	if folded := f.folded(); folded != nil {
		return folded[strings.ToLower(p)]
	}
	return ""
}

// isRenamed says that what lies at p is ours, of other capitals: it is none of p's.
func (f *Folder) isRenamed(p string) bool {
	own := f.ownAt(p)
	return own != "" && own != p
}
