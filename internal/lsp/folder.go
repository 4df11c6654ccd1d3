package lsp

import (
	"io/fs"
	"maps"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// disk is the site's folder, of which is remembered what lies where: a change in the editor
// makes nobody look at ten thousand files again.
type disk struct {
	fs.FS
	mu     sync.Mutex
	listed map[string][]fs.DirEntry // by folder
}

// ReadDir lists a folder as it was found last.
func (d *disk) ReadDir(name string) ([]fs.DirEntry, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if list, known := d.listed[name]; known {
		return list, nil
	}
	list, err := fs.ReadDir(d.FS, name)
	if err == nil {
		d.listed[name] = list
	}
	return list, err
}

// Lstat looks at a file as it was found last.
func (d *disk) Lstat(name string) (fs.FileInfo, error) {
	d.mu.Lock()
	list, known := d.listed[path.Dir(name)]
	d.mu.Unlock()
	if i, there := find(list, path.Base(name)); known && there {
		return list[i].Info()
	}
	return fs.Lstat(d.FS, name)
}

func (d *disk) Stat(name string) (fs.FileInfo, error) { return fs.Stat(d.FS, name) }

// ReadLink returns what a symbolic link says.
func (d *disk) ReadLink(name string) (string, error) { return fs.ReadLink(d.FS, name) }

// forget makes the disk look anew at a file, or at everything for "".
func (d *disk) forget(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if name == "" {
		clear(d.listed)
		return
	}
	dir, base := path.Dir(name), path.Base(name)
	list, known := d.listed[dir]
	info, err := fs.Lstat(d.FS, name)
	i, there := find(list, base)
	switch {
	case !known:
	case err != nil || info.IsDir() || !there:
		delete(d.listed, dir)
	default:
		list = slices.Clone(list) // whoever was given it reads it still
		list[i] = fs.FileInfoToDirEntry(info)
		d.listed[dir] = list
	}
	if !there || err != nil { // the folders above may have come or gone with it
		for dir != "." {
			dir = path.Dir(dir)
			delete(d.listed, dir)
		}
		maps.DeleteFunc(d.listed, func(folder string, _ []fs.DirEntry) bool {
			return folder == name || strings.HasPrefix(folder, name+"/")
		})
	}
}

func find(list []fs.DirEntry, name string) (int, bool) {
	return slices.BinarySearchFunc(list, name, func(e fs.DirEntry, name string) int {
		return strings.Compare(e.Name(), name)
	})
}

// buffer is the text of an open document. Each has another stamp than all before it.
type buffer struct {
	text  string
	stamp int64
}

// folder is the site's folder with open documents in place of what lies on the disk. It
// never changes, as far as the disk does not.
type folder struct {
	*disk
	open map[string]buffer // by path
}

// Open opens a file.
func (f folder) Open(name string) (fs.File, error) {
	if b, open := f.open[name]; open {
		return &openBuffer{strings.NewReader(b.text), f.info(name)}, nil
	}
	return f.disk.Open(name)
}

// Stat looks at a file, or at what a link leads to.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	if _, open := f.open[name]; open {
		return f.info(name), nil
	}
	return f.disk.Stat(name)
}

// Lstat looks at a file, or at a link itself.
func (f folder) Lstat(name string) (fs.FileInfo, error) {
	if _, open := f.open[name]; open {
		return f.info(name), nil
	}
	return f.disk.Lstat(name)
}

func (f folder) info(name string) bufferInfo { return bufferInfo{path.Base(name), f.open[name]} }

// ReadDir lists a folder.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := f.disk.ReadDir(name)
	for file := range f.open {
		if path.Dir(file) != name {
			continue
		}
		list = slices.Clone(list) // that of the disk is read by others
		e := fs.FileInfoToDirEntry(f.info(file))
		if i, there := find(list, path.Base(file)); there {
			list[i] = e
		} else {
			list = slices.Insert(list, i, e)
		}
		err = nil
	}
	return list, err
}

// bufferInfo is what a disk would say of a buffer.
type bufferInfo struct {
	name string
	of   buffer
}

func (b bufferInfo) Name() string       { return b.name }
func (b bufferInfo) Size() int64        { return int64(len(b.of.text)) }
func (b bufferInfo) Mode() fs.FileMode  { return 0o644 }
func (b bufferInfo) ModTime() time.Time { return time.Unix(0, b.of.stamp) }
func (b bufferInfo) IsDir() bool        { return false }
func (b bufferInfo) Sys() any           { return nil }

type openBuffer struct {
	*strings.Reader
	info bufferInfo
}

func (b *openBuffer) Stat() (fs.FileInfo, error) { return b.info, nil }
func (b *openBuffer) Close() error               { return nil }

// fileOf returns a document's path in the site, false when it lies elsewhere.
func fileOf(root, uri string) (string, bool) {
	name, ok := pathOf(uri)
	if !ok {
		return "", false
	}
	asIs := func(name string) string { return name }
	ways := []func(string) string{asIs, realPath} // the other asks the machine for each folder above
	for _, way := range ways {
		for _, rootsWay := range ways {
			if rel, err := filepath.Rel(rootsWay(root), way(name)); err == nil && filepath.IsLocal(rel) {
				return filepath.ToSlash(rel), true
			}
		}
	}
	return "", false
}

// realPath is a path without links, which may name what does not exist yet.
func realPath(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	if dir := filepath.Dir(name); dir != name {
		return filepath.Join(realPath(dir), filepath.Base(name))
	}
	return name
}

// pathOf returns the path that a URI names, as the machine has it.
func pathOf(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return "", false
	}
	p := u.Path
	switch host := u.Host; {
	case len(p) > 2 && p[0] == '/' && p[2] == ':': // file:///C:/Users, file:///c%3A/Users
		p = p[1:]
	case len(host) == 2 && host[1] == ':': // file://C:/Users, as it is often written
		p = host + p
	case host != "" && host != "localhost": // of another machine
		p = "//" + host + p
	}
	return filepath.FromSlash(p), true
}

// uriOf returns the URI of a path of the machine.
func uriOf(name string) string {
	p := filepath.ToSlash(name)
	if host, rest, is := strings.Cut(strings.TrimPrefix(p, "//"), "/"); is && strings.HasPrefix(p, "//") {
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + rest}).String()
	}
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// shelf is the folder that a builder is given once: what is on it changes from walk to walk.
type shelf struct{ now folder }

func (s *shelf) Open(name string) (fs.File, error)          { return s.now.Open(name) }
func (s *shelf) Stat(name string) (fs.FileInfo, error)      { return s.now.Stat(name) }
func (s *shelf) Lstat(name string) (fs.FileInfo, error)     { return s.now.Lstat(name) }
func (s *shelf) ReadLink(name string) (string, error)       { return s.now.ReadLink(name) }
func (s *shelf) ReadDir(name string) ([]fs.DirEntry, error) { return s.now.ReadDir(name) }
