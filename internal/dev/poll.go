package dev

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"blandongan/internal/build"
)

// glance is a look at all files of a site without reading any.
type glance struct {
	sum   uint64
	began time.Time
	took  time.Duration
}

// look digests path, size, time and identity of every file that a build reads.
func look(root string) glance {
	g := glance{began: time.Now()}
	h := fnv.New64a()
	for _, folder := range build.Inputs() {
		_ = filepath.WalkDir(filepath.Join(root, folder)+string(filepath.Separator)+".", func(p string, d fs.DirEntry, err error) error {
			p = filepath.Clean(p)
			rel, _ := filepath.Rel(root, p)
			if build.Ignored(filepath.ToSlash(rel)) {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if err != nil {
				return nil
			}
			noteFile(h, rel, p)
			return nil
		})
	}
	g.sum, g.took = h.Sum64(), time.Since(g.began)
	return g
}

// noteFile adds one file, or the file a link leads to.
func noteFile(h hash.Hash64, rel, p string) {
	info, err := os.Stat(p)
	if err != nil {
		return
	}
	h.Write([]byte(rel + "\x00"))
	var b []byte
	if !info.IsDir() { // a folder's time changes with our neighbours' droppings
		b = binary.LittleEndian.AppendUint64(b, uint64(info.Size()))
		b = binary.LittleEndian.AppendUint64(b, uint64(info.ModTime().UnixNano()))
		b = binary.LittleEndian.AppendUint64(b, identity(info))
	}
	h.Write(binary.LittleEndian.AppendUint32(b, uint32(info.Mode())))
}
