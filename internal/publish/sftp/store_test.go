package sftp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// remote is a store on a server of its own.
func remote(t *testing.T, o lab.SSHDOptions) (*Store, string) {
	t.Helper()
	dir := t.TempDir()
	return openSFTP(t, configOf(t, lab.StartSSHD(t, o), dir)), dir
}

func openSFTP(t *testing.T, config Config) *Store {
	t.Helper()
	s, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t *testing.T, s *Store, name, text string) error {
	t.Helper()
	_, err := putFound(t, s, name, text)
	return err
}

func putFound(t *testing.T, s *Store, name, text string) (store.Found, error) {
	t.Helper()
	return s.Put(t.Context(), name, strings.NewReader(text), int64(len(text)), store.Meta{})
}

func mustPut(t *testing.T, s *Store, name, text string) {
	t.Helper()
	if err := put(t, s, name, text); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, s *Store, name string) (string, error) {
	t.Helper()
	r, err := s.Open(t.Context(), name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return string(data), err
}

// nothingStaged wants no half file to be left.
func nothingStaged(t *testing.T, dir string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dir, store.StageFolder, "*")); len(left) > 0 {
		t.Errorf("left in the stage: %q", left)
	}
}

// The whole contract, over OpenSSH's two ways of serving SFTP.
func TestSFTPStore(t *testing.T) {
	for _, subsystem := range []string{"internal-sftp", publishtest.SFTPServer} {
		t.Run(filepath.Base(subsystem), func(t *testing.T) {
			s, dir := remote(t, lab.SSHDOptions{Subsystem: subsystem})
			large := strings.Repeat("0123456789abcde\n", 100_000)
			for name, text := range (publishtest.Files{"a/b/c.html": "one", "empty": "", "large.bin": large}) {
				found, err := putFound(t, s, name, text)
				if err != nil {
					t.Fatal(err)
				}
				looked, err := s.Look(t.Context(), []string{name, "nothing", name + "/below", "no/thing"})
				if err != nil || len(looked) != 1 || looked[name] != found || !found.File ||
					found.Size != int64(len(text)) {
					t.Errorf("%s: put says %+v, look says %+v, %v", name, found, looked, err)
				}
			}
			mustPut(t, s, "a/b/c.html", "two, and longer")
			publishtest.Same(t, publishtest.ReadFiles(t, dir),
				publishtest.Files{"a/b/c.html": "two, and longer", "empty": "", "large.bin": large})
			if text, err := read(t, s, "large.bin"); err != nil || text != large {
				t.Errorf("read %d bytes, %v", len(text), err)
			}
			if _, err := read(t, s, "not/there"); !errors.Is(err, fs.ErrNotExist) || store.IsFinal(err) {
				t.Errorf("reading what is not there: %v", err)
			}
			list, err := s.List(t.Context(), "a")
			if err != nil || len(list) != 1 || !list["b"].Folder || list["b"].File {
				t.Errorf("list: %v, %v", list, err)
			}
			if list, err := s.List(t.Context(), "no/where"); err != nil || len(list) != 0 {
				t.Errorf("list of nothing: %v, %v", list, err)
			}
			nothingStaged(t, dir)
			checkRemove(t, s, dir)
		})
	}
}

func checkRemove(t *testing.T, s *Store, dir string) {
	t.Helper()
	mustPut(t, s, "a/x/y", "")
	for _, name := range []string{"a/b/c.html", "a/b/c.html", "no/such/file", "empty/below"} {
		if err := s.Remove(t.Context(), name); err != nil {
			t.Errorf("remove %s: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "a/b")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty folder stays: %v", err)
	}
	mustPut(t, s, "a/b/again", "") // though the store had seen the folder
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	publishtest.IsFault(t, s.Remove(t.Context(), "folder"), "in-the-way", "folder")
	publishtest.IsFault(t, put(t, s, "folder", ""), "in-the-way", "folder")
	publishtest.IsFault(t, put(t, s, "empty/below", ""), "in-the-way", "empty")
	if _, err := read(t, s, "folder"); err == nil {
		t.Error("a folder was read")
	}
	for _, name := range []string{"../out", "/etc/passwd", "a/../b", "", "a//b", "nul\x00", "\xff\xfe"} {
		publishtest.IsFault(t, put(t, s, name, ""), "unsafe-path")
		publishtest.IsFault(t, s.Remove(t.Context(), name), "unsafe-path")
	}
	publishtest.IsFault(t, put(t, s, strings.Repeat("x", 300), ""), "odd-name")
	nothingStaged(t, dir)
}

// Names go over as they are, byte by byte.
func TestSFTPOddNames(t *testing.T) {
	s, dir := remote(t, lab.SSHDOptions{})
	want := publishtest.Files{}
	for i, name := range []string{"two words", `quo"te'`, "line\nbreak", "caf\u00e9", "cafe\u0301", "-rf", "--", "*",
		"?", "[a]", `back\slash`, "~", "~root",
		"$HOME", "`id`", ";", "|", "&", "%2e%2e", "#", "...", "..x", " ", "x ", ".hidden", "😀", "日本", "a:b", "CON",
		strings.Repeat("n", 255)} {
		want[name] = fmt.Sprint(i)
		want["in/"+name+"/"+name] = fmt.Sprint(i)
		if i%2 == 0 { // both as file and as folder cannot be
			delete(want, name)
			want[name+"/x"] = fmt.Sprint(i)
		}
	}
	var names []string
	for name, text := range want {
		mustPut(t, s, name, text)
		names = append(names, name)
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), want)
	found, err := s.Look(t.Context(), names)
	if err != nil || len(found) != len(names) {
		t.Errorf("%d of %d seen, %v", len(found), len(names), err)
	}
	for name, text := range want {
		if got, err := read(t, s, name); got != text || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
		if err := s.Remove(t.Context(), name); err != nil {
			t.Error(err)
		}
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{})
}

// A web server runs as somebody else, and must read what we put.
func TestSFTPPermissions(t *testing.T) {
	s, dir := remote(t, lab.SSHDOptions{Subsystem: "internal-sftp -u 0077"})
	mustPut(t, s, "a/b/file", "x")
	theirs := filepath.Join(dir, "theirs")
	if err := os.Mkdir(theirs, 0o700); err != nil {
		t.Fatal(err)
	}
	mustPut(t, s, "theirs/file", "x")
	for name, want := range map[string]fs.FileMode{"a": 0o755, "a/b": 0o755, "a/b/file": 0o644, "theirs": 0o700,
		"theirs/file": 0o644} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

// The prefix may be a link; nothing is written, read or removed through another.
func TestSFTPLinks(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	dir, outside := t.TempDir(), t.TempDir()
	publishtest.Files{"file": "theirs"}.Add(t, outside)
	prefix := filepath.Join(dir, "prefix")
	for link, to := range map[string]string{prefix: "real", filepath.Join(dir, "real/out"): outside,
		filepath.Join(dir, "real/a/link"): "../../real",
		filepath.Join(dir, "real/page"):   filepath.Join(outside, "file")} {
		if err := errors.Join(os.MkdirAll(filepath.Join(dir, "real/a"), 0o755), os.Symlink(to, link)); err != nil {
			t.Fatal(err)
		}
	}
	s := openSFTP(t, configOf(t, server, prefix))
	for name, link := range map[string]string{"out/file": "/out ", "out/new/file": "/out ", "a/link/file": "/a/link "} {
		publishtest.IsFault(t, put(t, s, name, "ours"), "link-in-path", link)
		publishtest.IsFault(t, s.Remove(t.Context(), name), "link-in-path")
		_, err := read(t, s, name)
		publishtest.IsFault(t, err, "link-in-path")
	}
	_, err := s.List(t.Context(), "out")
	publishtest.IsFault(t, err, "link-in-path")
	found, err := s.Look(t.Context(), []string{"page", "out"})
	if err != nil || len(found) != 2 || found["page"].File || found["out"].Folder {
		t.Errorf("links look like %+v, %v", found, err)
	}
	_, err = read(t, s, "page")
	publishtest.IsFault(t, err, "in-the-way")
	mustPut(t, s, "page", "ours") // replaces the link itself
	publishtest.Same(t, publishtest.ReadFiles(t, outside), publishtest.Files{"file": "theirs"})
	if got, err := os.ReadFile(filepath.Join(dir, "real/page")); string(got) != "ours" {
		t.Errorf("page: %q, %v", got, err)
	}
}

// The folder is one that is there: a misspelt one is not made.
func TestSFTPFolder(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	dir := t.TempDir()
	if err := os.Mkdir(dir+"/site", 0o755); err != nil {
		t.Fatal(err)
	}
	s := openSFTP(t, configOf(t, server, dir+"/./site/"))
	if found, err := s.Look(t.Context(), []string{"x"}); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	if list, err := s.List(t.Context(), "."); err != nil || len(list) > 0 {
		t.Error(list, err)
	}
	mustPut(t, s, "x", "1")
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"site/x": "1"})
	if want := fmt.Sprintf("sftp://127.0.0.1:%d%s/site", server.Port, dir); s.Traits().Name != want {
		t.Errorf("%s; want %s", s.Traits().Name, want)
	}
	for _, missing := range []string{"/no/where", "/sitte", "/site/x"} {
		_, err := Open(t.Context(), configOf(t, server, dir+missing))
		publishtest.IsFault(t, err, "folder-missing", missing)
	}
}

// A relative path begins where a login begins, also behind a chroot.
func TestSFTPChroot(t *testing.T) {
	lab.Root(t)
	jail, err := os.MkdirTemp("/srv", "jail") // all above a jail must be root's
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(jail) })
	if err := errors.Join(os.Chmod(jail, 0o755), os.MkdirAll(jail+"/www/site", 0o755)); err != nil {
		t.Fatal(err)
	}
	server := lab.StartSSHD(t, lab.SSHDOptions{Lines: []string{"ForceCommand internal-sftp -d /www",
		"ChrootDirectory " + jail}})
	for path, want := range map[string]string{"site": "/www/site", "/www/site": "/www/site", "": "/www", ".": "/www",
		"../www/site": "/www/site"} {
		s := openSFTP(t, configOf(t, server, path))
		if !strings.HasSuffix(s.Traits().Name, want) {
			t.Errorf("%q is %s", path, s.Traits().Name)
		}
		mustPut(t, s, "x/y", path)
		if got, err := os.ReadFile(filepath.Join(jail, want, "x/y")); string(got) != path {
			t.Errorf("%q: %q, %v", path, got, err)
		}
	}
}

// A call that was told to end ends, and the connection is still good.
func TestSFTPContext(t *testing.T) {
	s, dir := remote(t, lab.SSHDOptions{})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := s.Put(ctx, "x", &ending{strings.NewReader(strings.Repeat("x", 1<<20)), cancel}, 1<<20, store.Meta{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := s.Look(ctx, []string{"x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{})
	nothingStaged(t, dir)
	mustPut(t, s, "x", "1")
	if n := len(s.connections.live); n != 1 {
		t.Errorf("%d connections", n)
	}
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Error(err)
	}
	if err := put(t, s, "x", "1"); err == nil {
		t.Error("put after the end")
	}
}

// ending is a body during whose reading the run is told to end.
type ending struct {
	io.ReadSeeker
	end func()
}

func (e *ending) Read(p []byte) (int, error) {
	n, err := e.ReadSeeker.Read(p[:min(len(p), 100_000)])
	e.end()
	return n, err
}

// A body that is shorter or longer than it should be is not put.
func TestSFTPWrongSize(t *testing.T) {
	s, dir := remote(t, lab.SSHDOptions{})
	for _, size := range []int64{0, 4, 6} {
		if _, err := s.Put(t.Context(), "x", strings.NewReader("12345"), size, store.Meta{}); err == nil {
			t.Errorf("%d bytes of 5 were put", size)
		}
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{})
	nothingStaged(t, dir)
}
