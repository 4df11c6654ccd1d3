package publish

import (
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

// arena is a destination of a kind, with what can be done to it.
type arena struct {
	t       *testing.T
	job     job
	cuts    []cut
	get     func(name string) (status int, body string, err error)
	read    func() publishtest.Files // what lies there
	put     func(name, text string)  // as somebody else would
	shown   func() string            // the release that is shown, where there are releases
	fetches atomic.Int64
	visits  atomic.Int64

	sites   map[string]publishtest.Files // that the releases hold
	mu      sync.Mutex                   // guards all below
	history []release                    // in the order in which they were shown
	seen    []fetched                    // since the last check
}

// cut is a way of cutting a publisher off: begin is called at a chosen moment,
// end when the publisher has ended.
type cut struct {
	name       string
	begin, end func(child *exec.Cmd)
	// early says that begin sets a trap before the publisher starts.
	early bool
}

// kill kills the publisher.
var kill = cut{name: "killed", begin: func(c *exec.Cmd) { _ = c.Process.Kill() }}

// inFolder is an arena whose destination is a folder of this machine, read by a web
// server.
func inFolder(t *testing.T, kind, docroot string) *arena {
	a := &arena{t: t, job: job{Kind: kind, Dir: path.Dir(docroot)}, sites: map[string]publishtest.Files{}}
	if kind == "folder" {
		a.job.Dir = docroot
	}
	server := httptest.NewServer(serveFiles(docroot))
	t.Cleanup(server.Close)
	a.get = func(name string) (int, string, error) {
		answer, err := http.Get(server.URL + "/" + strings.TrimSuffix(name, "index.html"))
		if err != nil {
			return 0, "", err
		}
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		return answer.StatusCode, string(text), err
	}
	a.read = func() publishtest.Files { return publishtest.ReadFiles(t, docroot) }
	a.put = func(name, text string) { publishtest.Files{name: text}.Add(t, docroot) }
	return a
}

// serveFiles serves files, and of folders their index.html, as web servers do: it
// opens a file and sends what it opened.
func serveFiles(docroot string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		f, err := os.Open(filepath.Join(docroot, filepath.FromSlash(path.Clean(name))))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil || !info.Mode().IsRegular() {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, info.ModTime(), f)
	})
}

func folderArena(t *testing.T) *arena {
	disk, small := smallDisk(t)
	docroot := filepath.Join(disk, "web")
	publishtest.Files{}.Add(t, docroot)
	a := inFolder(t, "folder", docroot)
	a.cuts = append([]cut{kill}, full(t, disk, small)...)
	return a
}

func releasesArena(t *testing.T) *arena {
	disk, small := smallDisk(t)
	publishtest.Files{}.Add(t, filepath.Join(disk, "web"))
	a := inFolder(t, "releases", filepath.Join(disk, "web", "current"))
	a.cuts = append([]cut{kill}, full(t, disk, small)...)
	a.shown = func() string {
		to, err := os.Readlink(filepath.Join(a.job.Dir, "current"))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Error(err)
		}
		return to
	}
	return a
}

// smallDisk is a file system of a few megabytes, where this machine lets us make
// one; else a folder like any other.
func smallDisk(t *testing.T) (dir string, small bool) {
	t.Helper()
	if os.Getuid() != 0 && os.Getenv("CI") != "true" {
		t.Log("no disk that can be full: only root can make one")
		return t.TempDir(), false
	}
	return lab.Disk(t, "24m"), true
}

// full is the cut by a disk that is suddenly full, where there is a small one.
func full(t *testing.T, disk string, small bool) []cut {
	if !small {
		return nil
	}
	filler := filepath.Join(disk, "filler")
	return []cut{{
		name: "disk full", early: true,
		begin: func(*exec.Cmd) {
			f, err := os.Create(filler)
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			for size, chunk := int64(0), make([]byte, 64<<10); ; {
				n, err := f.Write(chunk)
				if size += int64(n); err != nil {
					// Some room is left, for some of the files.
					if err := f.Truncate(size - size%4096 - rand.Int64N(4)*4096); err != nil {
						t.Error(err)
					}
					return
				}
			}
		},
		end: func(*exec.Cmd) {
			if err := os.Remove(filler); err != nil {
				t.Error(err)
			}
		},
	}}
}
