package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"path"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pkg/sftp"
)

// SFTP is a folder on a host reached by SFTP, and how to get in.
type SFTP struct {
	User, Host string
	// Port is 22 when zero.
	Port int
	// Path is the folder: absolute, or relative to where a login of User begins.
	Path string
	// KeyFile is the private key; the agent, then the usual files in ~/.ssh when
	// empty. KnownHosts is the file of hosts' keys: ~/.ssh/known_hosts, and the
	// system's, when empty.
	KeyFile, KnownHosts string
	// Connections is how many are made at most for files: one when zero.
	Connections int
	// Gaps allows an address to be without its file for a moment, where the host
	// cannot replace a file in one step.
	Gaps bool
	// Password of User and Passphrase of KeyFile. They are shown to nobody.
	Password, Passphrase string
	// PasswordFrom and PassphraseFrom are the environment variables whose contents
	// those are, to be named to whoever forgot to set them.
	PasswordFrom, PassphraseFrom string

	alive time.Duration // how often a silent host is asked for a word; [askAfter] when zero
}

func (s SFTP) port() int { return cmp.Or(s.Port, 22) }

// host is the name as known_hosts has it: without capitals.
func (s SFTP) host() string { return strings.ToLower(s.Host) }

// Address is host:port.
func (s SFTP) Address() string { return net.JoinHostPort(s.host(), strconv.Itoa(s.port())) }

// overSFTP is a store on a host reached by SFTP.
type overSFTP struct {
	name    string
	base    string // the prefix, absolute
	gaps    bool
	workers int
	lines   *lines

	mu      sync.Mutex
	folders map[string]*madeFolder // what is known of folders, by path
	refuses atomic.Bool            // the host's plain rename does not replace
}

// perLine is how many calls share a connection: each waits for the host several
// times, and the others use the connection meanwhile. No more than mostCalls go on
// at once, however many connections there are.
const (
	perLine   = 8
	mostCalls = 64
)

// OpenSFTP connects to the host. The folder must be there: one that is misspelt is
// not made.
func OpenSFTP(ctx context.Context, config SFTP) (Store, error) {
	config.Connections = max(config.Connections, 1)
	s := &overSFTP{gaps: config.Gaps, workers: min(config.Connections*perLine, mostCalls), lines: newLines(config), folders: map[string]*madeFolder{}}
	err := s.with(ctx, "", func(c *sftp.Client) error { return s.find(c, config) })
	if err == nil {
		return s, nil
	}
	if !final(err) && ctx.Err() == nil { // nobody tries this again
		err = because(err, "unreachable", config.Address())
	}
	return nil, errors.Join(err, s.Close())
}

// find finds the prefix.
func (s *overSFTP) find(c *sftp.Client, config SFTP) error {
	s.base = path.Clean(config.Path)
	if !path.IsAbs(config.Path) {
		home, err := c.RealPath(".")
		if err != nil {
			return fmt.Errorf("the folder of the login: %w", err)
		}
		s.base = path.Join(home, config.Path)
	}
	host := config.host()
	if config.port() != 22 {
		host = config.Address()
	}
	s.name = "sftp://" + host + s.base
	info, err := c.Stat(s.base) // it may be a link
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.IsDir():
		return fault("folder-missing", s.name)
	case err != nil:
		return s.toldReading(c, err, s.base)
	}
	return nil
}

func (s *overSFTP) Traits() Traits { return Traits{Name: s.name, Workers: s.workers} }

// Flush has nothing to do: each file was flushed before it came to its address, by
// hosts that can.
func (s *overSFTP) Flush(context.Context) error { return nil }

func (s *overSFTP) Close() error { return s.lines.close() }

// full is a path as the host knows it. It does not leave the prefix.
func (s *overSFTP) full(name string) (string, error) {
	if name == "." {
		return s.base, nil
	}
	return path.Join(s.base, name), valid(name)
}

// looks is how many questions are on their way at once.
const looks = 128

// Look asks for many at once. It does not mind a link among the folders of a path:
// whatever lies behind it, nothing will be put or removed there.
func (s *overSFTP) Look(ctx context.Context, paths []string) (map[string]Found, error) {
	var mu sync.Mutex
	found := make(map[string]Found, len(paths))
	err := each(ctx, looks, len(paths), func(ctx context.Context, i int) error {
		full, err := s.full(paths[i])
		if err != nil {
			return err
		}
		return s.with(ctx, paths[i], func(c *sftp.Client) error {
			_, info, err := s.lstat(c, paths[i], full)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return s.toldReading(c, err, full)
			}
			mu.Lock()
			defer mu.Unlock()
			found[paths[i]] = foundThere(info)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// foundThere is what a host says of a file. Its clock shows whole seconds: a
// stranger's file of the same size, written in the very second in which we wrote
// ours, has the same stamp. Whoever touches it later does not.
func foundThere(info fs.FileInfo) Found {
	f := foundOf(info)
	f.Stamp = fmt.Sprintf("%d-%d", info.Size(), info.ModTime().Unix())
	return f
}

func (s *overSFTP) List(ctx context.Context, folder string) (map[string]Found, error) {
	full, err := s.full(folder)
	if err != nil {
		return nil, err
	}
	found := map[string]Found{}
	err = s.with(ctx, folder, func(c *sftp.Client) error {
		if err := s.folder(c, folder, false); err != nil {
			return err
		}
		list, err := c.ReadDirContext(ctx, full)
		for _, info := range list {
			found[info.Name()] = foundThere(info)
		}
		return s.toldReading(c, err, full)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return found, nil
}

// Remove looks first, for the library's way of removing a file would also remove
// an empty folder of that name.
func (s *overSFTP) Remove(ctx context.Context, name string) error {
	full, err := s.full(name)
	if err != nil {
		return err
	}
	err = s.with(ctx, name, func(c *sftp.Client) error {
		if err := s.folder(c, path.Dir(name), false); err != nil {
			return err
		}
		info, err := c.Lstat(full)
		if err == nil && info.IsDir() {
			return fault("in-the-way", full)
		}
		if err == nil {
			err = c.Remove(full)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s.told(c, err, full, 0)
		}
		s.removeEmpty(c, path.Dir(name))
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) { // not even its folder is there
		return nil
	}
	return err
}

// removeEmpty removes a folder and those above it, up to the first that holds
// something.
func (s *overSFTP) removeEmpty(c *sftp.Client, name string) {
	for ; name != "."; name = path.Dir(name) {
		if err := c.RemoveDirectory(path.Join(s.base, name)); err != nil {
			return
		}
		s.forget(name)
	}
}

// Open reads plain files only: a link is not followed.
func (s *overSFTP) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	full, err := s.full(name)
	if err != nil {
		return nil, err
	}
	l, err := s.lines.take(ctx, apart(name))
	if err != nil {
		return nil, err
	}
	r := &remoteFile{lines: s.lines, line: l, watch: l.watch(ctx)}
	r.err = func() error {
		if err := s.folder(l.client, path.Dir(name), false); err != nil {
			return err
		}
		at, info, err := s.lstat(l.client, name, full)
		if err == nil && !info.Mode().IsRegular() {
			return fault("in-the-way", full)
		}
		if err == nil {
			r.File, err = l.client.Open(at)
		}
		return s.toldReading(l.client, err, full)
	}()
	if err := r.err; err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// remoteFile is a file being read. Its connection lives as long.
type remoteFile struct {
	*sftp.File
	lines *lines
	line  *line
	watch func()
	err   error // the last
}

func (r *remoteFile) Read(p []byte) (n int, err error) {
	n, err = r.File.Read(p)
	if err != io.EOF {
		r.err = err
	}
	return n, err
}

// WriteTo asks for many pieces at once.
func (r *remoteFile) WriteTo(w io.Writer) (n int64, err error) {
	n, r.err = r.File.WriteTo(w)
	return n, r.err
}

func (r *remoteFile) Close() (err error) {
	if r.File != nil {
		err = r.File.Close()
	}
	r.watch()
	r.lines.give(r.line, errors.Join(r.err, err))
	return err
}
