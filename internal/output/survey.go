package output

import (
	"errors"
	"io/fs"
	"path"
	"sync"
)

// kind is what lies at an address.
type kind uint8

const (
	absent kind = iota
	plain       // a regular file
	folder
	other // a symbolic link, a device, a pipe: never ours
)

// survey looks at addresses without following symbolic links, and remembers
// folders, because sites put thousands of files in a few of them.
type survey struct {
	f       *Folder
	mu      sync.Mutex
	folders map[string]kind
}

func newSurvey(f *Folder) *survey {
	return &survey{f: f, folders: map[string]kind{".": folder}}
}

// at says what lies at p, and the size of a plain file in bytes. Below
// anything that is not a folder nothing lies: what a link leads to is not at
// our address.
func (s *survey) at(p string) (kind, int64, error) {
	above, err := s.folder(path.Dir(p))
	if err != nil || above != folder {
		return absent, 0, err
	}
	info, err := s.f.disk.Lstat(p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent, 0, nil
	case err != nil:
		return absent, 0, s.f.fail("look at", p, err)
	case info.IsDir():
		return folder, 0, nil
	case info.Mode().IsRegular():
		return plain, info.Size(), nil
	}
	return other, 0, nil
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
	return k, err
}

func (s *survey) learn(p string, k kind) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[p] = k
}
