package dev

import (
	"bytes"
	"io/fs"
	"path"
	"time"

	"blandongan/internal/build"
)

// A save that changes ten thousand pages is seen at once: what tabs show is made first, and
// served from memory while the others are made. It ends with the build: either the
// same bytes lie in the output folder then, or what lay there before is shown again.

// early is a file that a build made which still goes on.
type early struct {
	data  []byte
	stamp string
}

// landed is a file that was served before it lay in the output folder. Its stamp stays what it
// was, or each tab that shows it would load it twice.
type landed struct{ lies, stamp string }

// ahead returns the state once a build has made some files. All is well, as far as it knows.
func (s state) ahead(files map[string][]byte) state {
	s.overlay, s.early = nil, make(map[string]early, len(files))
	for name, data := range files {
		s.early[name] = early{data, digest(data)}
	}
	return s
}

// landed returns the state once the build is at its end, whose files lie in a folder if all
// went well.
func (s state) landed(out string, well bool) state {
	root, done, err := openFolder(out)
	if err != nil {
		s.early = nil
		return s
	}
	defer done()
	known := map[string]landed{}
	for name, l := range s.known {
		if stamp(root, name) == l.lies {
			known[name] = l
		}
	}
	for name, e := range s.early {
		if well && !isPage(name) {
			known[name] = landed{stamp(root, name), e.stamp}
		}
	}
	s.early, s.known = nil, known
	return s
}

// over returns the output folder as it is to be served.
func (s state) over(root fs.FS) fs.FS { return folder{root, s.early, s.known} }

// folder is the output folder with the early files over it.
type folder struct {
	fs.FS
	early map[string]early
	known map[string]landed
}

func (f folder) Open(name string) (fs.File, error) {
	if e, is := f.early[name]; is {
		return earlyFile{bytes.NewReader(e.data), e.info(name)}, nil
	}
	return f.FS.Open(name)
}

func (f folder) Stat(name string) (fs.FileInfo, error) {
	if e, is := f.early[name]; is {
		return e.info(name), nil
	}
	info, err := fs.Stat(f.FS, name)
	if l, is := f.known[name]; is && err == nil && stampOf(info) == l.lies {
		return stamped{info, l.stamp}, nil
	}
	return info, err
}

func (f folder) ReadFile(name string) ([]byte, error) {
	if e, is := f.early[name]; is {
		return bytes.Clone(e.data), nil
	}
	return fs.ReadFile(f.FS, name)
}

// stamped is a file whose stamp is told, not found.
type stamped struct {
	fs.FileInfo
	stamp string
}

func (e early) info(name string) stamped {
	return stamped{earlyInfo{path.Base(name), int64(len(e.data))}, e.stamp}
}

// earlyInfo has no time: a browser is not to ask for what is newer, as it may be given back what
// is older.
type earlyInfo struct {
	name string
	size int64
}

func (i earlyInfo) Name() string     { return i.name }
func (i earlyInfo) Size() int64      { return i.size }
func (earlyInfo) Mode() fs.FileMode  { return 0o444 }
func (earlyInfo) ModTime() time.Time { return time.Time{} }
func (earlyInfo) IsDir() bool        { return false }
func (earlyInfo) Sys() any           { return nil }

type earlyFile struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f earlyFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (earlyFile) Close() error                 { return nil }

// audience is for whom a Builder builds: the tabs, and whoever saves again before a build is
// at its end. Where much is left to make, it waits until the tabs have their pages: two processors
// cannot make ten thousand others and answer at once.
func (r *runner) audience(first func() []string, await func(state int, most time.Duration)) build.Audience {
	return build.Audience{
		First: first,
		Early: func(files map[string][]byte, left int) {
			r.latest.update(func(s state) state { return s.ahead(files) })
			if left > much {
				await(r.latest.now().number, mostAwaited)
			}
		},
		Enough: r.enough.Load,
	}
}

// What much is, and how long a build waits for tabs at most: one that is hidden may load later.
const (
	much        = 500
	mostAwaited = 50 * time.Millisecond
)

// mostPatience is for how long builds may be given up for newer saves until one goes on to its
// end. Who types without a pause, with a program that saves by itself, sees each word of
// it all the while.
const mostPatience = 30 * time.Second

// interrupt has the running build given up, if it is, when it is time for the next one.
func (r *runner) interrupt(now time.Time) {
	if at, waits := r.debounce.due(); waits && !now.Before(at) && r.mayInterrupt(now) {
		r.enough.Store(true)
	}
}

func (r *runner) mayInterrupt(now time.Time) bool {
	return !r.enough.Load() && (r.givenUp.IsZero() || now.Sub(r.givenUp) < mostPatience)
}

// abandon takes the end of a build that was given up. Nobody hears of it but the next one.
func (r *runner) abandon(b *Built) {
	r.building = false
	if r.givenUp.IsZero() {
		r.givenUp = time.Now()
	}
	r.edited = union(r.edited, b.Report.Edited)
}

// lookedAt names the files that tabs show.
func (s *server) lookedAt() []string {
	st := s.latest.now()
	pages, names := s.tabs.Pages()
	for _, page := range pages {
		names = append(names, st.pageAt(page))
	}
	return append(names, notFound)
}
