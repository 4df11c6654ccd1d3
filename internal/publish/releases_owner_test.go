//go:build linux

package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

// A file of another user, which the system lets nobody else link, is copied as it
// is. One of ours that came to be another's still counts as unchanged.
func TestReleasesOfSeveralUsers(t *testing.T) {
	lab.Root(t)
	u := newStranger(t)
	publishtest.Version(1).Write(t, u.public)
	u.publish()
	current := filepath.Join(u.target, "current")
	theirs, mine := filepath.Join(current, "google123.html"), filepath.Join(current, "berita/lama/index.html")
	publishtest.Files{"google123.html": "root's"}.Add(t, current)
	long := time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC)
	if err := errors.Join(os.Chmod(theirs, 0o604), os.Chtimes(theirs, long, long), os.Chown(mine, 0, 0)); err != nil {
		t.Fatal(err)
	}
	publishtest.Version(2).Write(t, u.public)
	u.publish()
	info, err := os.Stat(theirs)
	if err != nil || info.Mode() != 0o604 || !info.ModTime().Equal(long) {
		t.Errorf("mode %v, time %v, %v", info.Mode(), info.ModTime(), err)
	}
	if info.Sys().(*syscall.Stat_t).Uid != u.id {
		lab.Lack(t, "this system lets everybody link everything (fs.protected_hardlinks)")
	}
	if did := u.publish(); strings.Contains(did, "lama") {
		t.Errorf("what did not change was sent again: %s", did)
	}
	got, want := publishtest.ReadFiles(t, current), publishtest.Version(2)
	want["google123.html"] = "root's"
	delete(got, "aset/style.11111111.css")
	publishtest.Same(t, got, want)
}

// stranger is somebody else, who publishes.
type stranger struct {
	t                   *testing.T
	id                  uint32
	bin, public, target string
}

func newStranger(t *testing.T) *stranger {
	t.Helper()
	dir, err := os.MkdirTemp("", "user") // t.TempDir lets nobody else in
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	u := &stranger{t, 65534, filepath.Join(dir, "publisher"), filepath.Join(dir, "public"), filepath.Join(dir, "web")}
	text, err := os.ReadFile(os.Args[0])
	if err := errors.Join(err, os.Chmod(dir, 0o755), os.Mkdir(u.target, 0o755),
		os.Chown(u.target, int(u.id), int(u.id)),
		os.WriteFile(u.bin, text, 0o755)); err != nil {
		t.Fatal(err)
	}
	return u
}

// publish publishes releases, and returns what was done.
func (u *stranger) publish() string {
	u.t.Helper()
	cmd := exec.Command(u.bin)
	j, err := json.Marshal(job{Kind: "releases", Dir: u.target, Public: u.public})
	if err != nil {
		u.t.Fatal(err)
	}
	cmd.Env, cmd.Dir = append(os.Environ(), fmt.Sprintf("%s=%s", jobVariable, j)), filepath.Dir(u.bin)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: u.id, Gid: u.id}}
	out, err := cmd.CombinedOutput()
	if err != nil {
		u.t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}
