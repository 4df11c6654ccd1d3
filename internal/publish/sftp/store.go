// Package sftp is the store in a folder of a host that is reached by SFTP.
//
// In come the paths and bytes that a publisher puts; out comes what lies there. It
// owns the connections to the host, who the host is, and how we log in. It trusts no
// host that it was not told of, and shows no password to anybody but that host.
package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"
	"sync/atomic"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// Store is a store on a host reached by SFTP.
type Store struct {
	store.Plain
	name        string
	base        string // the prefix, absolute
	gaps        bool
	workers     int
	connections *connections

	mu      sync.Mutex
	folders map[string]*madeFolder // what is known of folders, by path
	refuses atomic.Bool            // the host's plain rename does not replace
}

// perConnection is how many calls share a connection: each waits for the host several
// times, and the others use the connection meanwhile. No more than mostCalls go on
// at once, however many connections there are.
const (
	perConnection = 8
	mostCalls     = 64
)

// Open connects to the host. The folder must be there: one that is misspelt is
// not made.
func Open(ctx context.Context, config Config) (*Store, error) {
	config.Connections = max(config.Connections, 1)
	s := &Store{gaps: config.Gaps, workers: min(config.Connections*perConnection, mostCalls),
		connections: newConnections(config), folders: map[string]*madeFolder{}}
	err := s.with(ctx, "", func(c *sftp.Client) error { return s.find(c, config) })
	if err == nil {
		return s, nil
	}
	if !store.IsFinal(err) && ctx.Err() == nil { // nobody tries this again
		err = store.Because(err, "unreachable", config.HostPort())
	}
	return nil, errors.Join(err, s.Close())
}

// find finds the prefix.
func (s *Store) find(c *sftp.Client, config Config) error {
	s.base = path.Clean(config.Path)
	if !path.IsAbs(config.Path) {
		home, err := c.RealPath(".")
		if err != nil {
			return fmt.Errorf("the folder of the login: %w", err)
		}
		s.base = path.Join(home, config.Path)
	}
	s.name = config.Name(s.base)
	info, err := c.Stat(s.base) // it may be a link
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.IsDir():
		return store.NewFault("folder-missing", s.name)
	case err != nil:
		return s.explainReading(c, err, s.base)
	}
	return nil
}

// Traits tells the address of the folder.
func (s *Store) Traits() store.Traits { return store.Traits{Name: s.name, Workers: s.workers} }

// Flush has nothing to do: each file was flushed before it came to its address, by
// hosts that can.
func (s *Store) Flush(context.Context) error { return nil }

// Close ends all connections.
func (s *Store) Close() error { return s.connections.close() }

// full is a path as the host knows it. It does not leave the prefix.
func (s *Store) full(name string) (string, error) {
	if name == "." {
		return s.base, nil
	}
	return path.Join(s.base, name), store.CheckName(name)
}

// looks is how many questions are on their way at once.
const looks = 128

// Look asks for many at once. It does not mind a link among the folders of a path:
// whatever lies behind it, nothing will be put or removed there.
func (s *Store) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	var mu sync.Mutex
	found := make(map[string]store.Found, len(paths))
	err := store.Each(ctx, looks, len(paths), func(ctx context.Context, i int) error {
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
				return s.explainReading(c, err, full)
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
func foundThere(info fs.FileInfo) store.Found {
	return store.FoundOf(info, info.ModTime().Unix())
}

// List tells what lies in a folder of it.
func (s *Store) List(ctx context.Context, folder string) (map[string]store.Found, error) {
	full, err := s.full(folder)
	if err != nil {
		return nil, err
	}
	found := map[string]store.Found{}
	err = s.with(ctx, folder, func(c *sftp.Client) error {
		if err := s.folder(c, folder, false); err != nil {
			return err
		}
		list, err := c.ReadDirContext(ctx, full)
		for _, info := range list {
			found[info.Name()] = foundThere(info)
		}
		return s.explainReading(c, err, full)
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
func (s *Store) Remove(ctx context.Context, name string) error {
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
			return store.NewFault("in-the-way", full)
		}
		if err == nil {
			err = c.Remove(full)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s.explain(c, err, full, 0)
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
func (s *Store) removeEmpty(c *sftp.Client, name string) {
	for ; name != "."; name = path.Dir(name) {
		if err := c.RemoveDirectory(path.Join(s.base, name)); err != nil {
			return
		}
		s.forget(name)
	}
}
