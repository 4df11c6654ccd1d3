package sftp

import (
	"context"
	"errors"
	"io"
	"path"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// Open reads plain files only: a link is not followed.
func (s *Store) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	full, err := s.full(name)
	if err != nil {
		return nil, err
	}
	l, err := s.connections.take(ctx, apart(name))
	if err != nil {
		return nil, err
	}
	r := &remoteFile{connections: s.connections, connection: l, watch: l.watch(ctx)}
	r.err = func() error {
		if err := s.folder(l.client, path.Dir(name), false); err != nil {
			return err
		}
		at, info, err := s.lstat(l.client, name, full)
		if err == nil && !info.Mode().IsRegular() {
			return store.NewFault("in-the-way", full)
		}
		if err == nil {
			r.File, err = l.client.Open(at)
		}
		return s.explainReading(l.client, err, full)
	}()
	if err := r.err; err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// remoteFile is a file being read. Its connection lives as long.
type remoteFile struct {
	*sftp.File
	connections *connections
	connection  *connection
	watch       func()
	err         error // the last
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
	r.connections.give(r.connection, errors.Join(r.err, err))
	return err
}
