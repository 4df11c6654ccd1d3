package files

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// mostHops is how many links a path may lead through, as systems have it.
const mostHops = 40

var errLeaves = errors.New("the link leaves the site, or goes round in a circle")

// follow returns the path at which a file lies, all links on the way followed.
func follow(fsys fs.FS, name string) (string, error) {
	at, rest := ".", strings.Split(name, "/")
	for hops := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			if at == "." {
				return "", errLeaves
			}
			at = path.Dir(at)
			continue
		}
		next := path.Join(at, part)
		info, err := fs.Lstat(fsys, next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		to, err := fs.ReadLink(fsys, next)
		if hops++; err == nil && (hops > mostHops || filepath.IsAbs(to)) {
			err = errLeaves
		}
		if err != nil {
			return "", err
		}
		rest = append(strings.Split(filepath.ToSlash(to), "/"), rest...)
	}
	return at, nil
}

// target returns where a link leads, as a path below the folders that are listed
// when it is in one of them: such a folder may be a link itself.
func (l *lister) target(name string) (string, error) {
	at, err := follow(l.fsys, name)
	if err != nil {
		return "", err
	}
	for _, top := range l.tops {
		if real, err := follow(l.fsys, top); err == nil && strings.HasPrefix(at, real+"/") {
			return top + strings.TrimPrefix(at, real), nil
		}
	}
	return at, nil
}

// KeptOut says whether a path has a part by which it stays out of the site: of a
// file that a link leads to, nobody has judged the folders.
func KeptOut(name string) bool {
	for at := name; at != "."; at = path.Dir(at) {
		if reasonOf(at) != fit {
			return true
		}
	}
	return false
}
