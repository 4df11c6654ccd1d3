package s3

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"sync"

	"github.com/minio/minio-go/v7"

	"blandongan/internal/publish/store"
)

// Put sends a file as one plain PUT. Storage shows an object when its last byte
// has come and its sums are right, and until then what was there before.
//
// The body's SHA-256 is part of what is signed, also over TLS, and its MD5 goes
// along. That costs reading the file once more, and is the one form that all
// take: sums that trail the body, and bodies in signed pieces (aws-chunked), came
// later, and R2 and older Ceph refuse them or store the framing.
func (s *Store) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	key, err := s.key(name)
	if err != nil {
		return store.Found{}, err
	}
	if size > onePut {
		return store.Found{}, store.NewFault("s3-too-large", name)
	}
	md5Sum, sha256Sum, err := sums(ctx, name, body, size)
	if err != nil {
		return store.Found{}, err
	}
	lent := &loan{r: body}
	defer lent.end()
	ctx, c := s.call(ctx, "s3:PutObject", key)
	info, err := s.client.PutObject(ctx, s.config.Bucket, key, lent, size, md5Sum, sha256Sum, minio.PutObjectOptions{
		ContentType: m.Type, CacheControl: m.CacheControl,
		DisableContentSha256: true, // no signed pieces: we have the sum of the whole
	})
	if err != nil || info.ETag == "" {
		return store.Found{}, c.explain(err)
	}
	// The answer does not say when it wrote; its own clock is as near as makes no
	// difference, and spares a question per file.
	return store.Found{File: true, Size: size, Stamp: info.ETag, Time: c.date}, nil
}

// sums reads a body and returns its MD5 in Base64 and its SHA-256 in
// hexadecimal. A body of another size is a fault.
func sums(ctx context.Context, name string, body io.ReadSeeker, size int64) (string, string, error) {
	if _, err := body.Seek(0, io.SeekStart); err != nil {
		return "", "", err
	}
	m, h := md5.New(), sha256.New()
	n, err := io.Copy(io.MultiWriter(m, h), store.Interruptible(ctx, body))
	if err != nil {
		return "", "", err
	}
	if n != size {
		return "", "", store.NewFault("changed-meanwhile", name)
	}
	_, err = body.Seek(0, io.SeekStart)
	return base64.StdEncoding.EncodeToString(m.Sum(nil)), hex.EncodeToString(h.Sum(nil)), err
}

// loan is a body that is taken back: a request that has failed may still be
// reading it while the next attempt begins.
type loan struct {
	mu    sync.Mutex
	r     io.ReadSeeker
	ended bool
}

func (l *loan) Read(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return 0, io.ErrClosedPipe
	}
	return l.r.Read(p)
}

func (l *loan) Seek(offset int64, whence int) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return 0, io.ErrClosedPipe
	}
	return l.r.Seek(offset, whence)
}

func (l *loan) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended = true
}
