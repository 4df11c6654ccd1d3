package store

import (
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// IsOurs says whether a path is our own book-keeping.
func IsOurs(name string) bool { return name == OwnFolder || strings.HasPrefix(name, OwnFolder+"/") }

// IsRecord says whether a path, perhaps in a release, is one of our records.
func IsRecord(name string) bool {
	dir, _ := path.Split(name)
	return path.Base(dir) == OwnFolder
}

// CheckName is for stores: what no store may be asked for is a fault.
func CheckName(name string) error {
	if !fs.ValidPath(name) || name == "." || strings.ContainsRune(name, 0) {
		return NewFault("unsafe-path", name)
	}
	return nil
}

// IsPortable says whether a name goes over exactly to every kind of destination:
// SFTP takes bytes, but storage lists its keys in XML.
func IsPortable(name string) bool {
	return utf8.ValidString(name) && len(name) <= longestPath && !strings.ContainsFunc(name, unicode.IsControl) &&
		!strings.ContainsAny(name, "\ufffe\uffff")
}

// longestPath is how many bytes a name may have as a whole: what S3 takes as a key, less
// room for a prefix.
const longestPath = 900

// SharedPath is a path that one goroutine moves while others ask for it.
type SharedPath struct{ value atomic.Value }

// Get is where it is now; "" before it was set.
func (p *SharedPath) Get() string {
	at, _ := p.value.Load().(string)
	return at
}

// Set moves it.
func (p *SharedPath) Set(at string) { p.value.Store(at) }
