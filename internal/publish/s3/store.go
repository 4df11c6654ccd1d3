// Package s3 is the store in a bucket of S3-compatible storage.
//
// In come the paths and bytes that a publisher puts; out comes what lies there. It
// owns what each request asks for, and what storage means by its answers. It shows no
// key to anybody but that storage, and what storage says only without keys in it.
package s3

import (
	"cmp"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/minio/minio-go/v7/pkg/s3utils"

	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/store"
)

// Config says where storage is that speaks the S3 protocol, and who we are there.
type Config struct {
	// S3 is the place: the bucket exists already, the prefix is a folder in it or empty.
	destination.S3
	// Region may be empty where there is but one.
	Region string
	// Connections is how many there are at once: one when zero.
	Connections int
	// AccessKey and SecretKey, and the SessionToken of passing ones, are told to
	// nobody but the storage, the secret not even to that.
	AccessKey, SecretKey, SessionToken string
	// KeysFrom is where the caller got the keys from, KeysMissing what of that holds
	// nothing, and KeysElse where it would take them from as well; for messages.
	KeysFrom, KeysMissing, KeysElse string
	// Tell, if not nil, is told when the first request to a destination failed and is
	// tried again after a pause.
	Tell func(name string, failed error, pause time.Duration) `json:"-"`

	pause time.Duration // before that; a second when zero
}

// What we ask of storage when nobody says otherwise, and what we bear.
const (
	// Where no region is known, this one is signed for: it is the first, what
	// storage without regions takes for its own, and an alias in R2.
	firstRegion = "us-east-1"
	// onePut is the largest body of a single PUT in the protocol. More would need an
	// upload in parts, which leaves parts behind when it is cut off.
	onePut = 5 << 30
	// longestKey is the protocol's, in bytes.
	longestKey = 1024
	// silence is how long a connection may carry nothing.
	silence = 2 * time.Minute
)

// Store is a store in one bucket, below one prefix.
type Store struct {
	store.Plain
	config    Config
	client    *minio.Core
	transport *http.Transport
	host      string
	region    string
	prefix    string // of keys: "" or "site/"
}

// Open opens storage and asks for the first name below the prefix, so that a
// wrong key, bucket or clock is told before anything else.
func Open(ctx context.Context, config Config) (*Store, error) {
	s, err := newStore(config, silence)
	if err != nil {
		return nil, err
	}
	if err := s.first(ctx, config); err != nil {
		_ = s.Close()
		if !store.IsFinal(err) && ctx.Err() == nil { // nobody tries this again
			err = store.Because(store.WithoutAddress(err), "unreachable", s.host)
		}
		return nil, err
	}
	return s, nil
}

// first asks for the first name. Storage that is busy is asked again, as later; where
// nobody takes the call, the address is more likely wrong.
func (s *Store) first(ctx context.Context, config Config) error {
	var dialled error
	tell := func(err error, pause time.Duration) {
		if config.Tell != nil {
			config.Tell(s.Traits().Name, err, pause)
		}
	}
	err := store.Retry{Pause: config.pause}.Do(ctx, store.Attempts, tell, func() error {
		err := s.list(ctx, s.prefix, true, 1, func(minio.ObjectInfo) bool { return false })
		if dial, ok := errors.AsType[*net.OpError](err); ok && dial.Op == "dial" {
			dialled = err
			return nil
		}
		return err
	})
	return cmp.Or(dialled, err)
}

// newStore checks what was configured, and asks nobody.
func newStore(config Config, silence time.Duration) (*Store, error) {
	u, ok := config.EndpointURL()
	if !ok { // what is wrong is not repeated: people paste addresses with passwords in them
		return nil, store.NewFault("s3-endpoint")
	}
	if err := s3utils.CheckValidBucketName(config.Bucket); err != nil {
		return nil, store.Because(err, "s3-bucket-name", config.Bucket)
	}
	prefix, err := keyPrefix(config.Prefix)
	if err != nil {
		return nil, err
	}
	if config.AccessKey == "" || config.SecretKey == "" {
		return nil, store.NewFault("s3-no-keys", config.KeysMissing, config.KeysElse)
	}
	config.Connections = max(config.Connections, 1)
	s := &Store{config: config, host: u.Host, prefix: prefix, transport: transport(config.Connections, silence)}
	if s.region = config.Region; s.region == "" {
		s.region = s3utils.GetRegionFromURL(*u)
	}
	if s.region == "" {
		s.region = firstRegion // else the library asks, which needs one more permission
	}
	s.client, err = minio.NewCore(u.Host, &minio.Options{
		Creds:        credentials.NewStaticV4(config.AccessKey, config.SecretKey, config.SessionToken),
		Secure:       u.Scheme == "https",
		Region:       s.region,
		Transport:    recorder{s.transport},
		BucketLookup: minio.BucketLookupAuto,
		MaxRetries:   1, // pauses and their telling are ours
	})
	if err != nil {
		return nil, store.NewFault("s3-endpoint")
	}
	return s, nil
}

// keyPrefix is what all keys below a prefix begin with: "" or "site/".
func keyPrefix(text string) (string, error) {
	prefix := strings.Trim(text, "/")
	if prefix == "" {
		return "", nil
	}
	if store.CheckName(prefix) != nil || !store.IsPortable(prefix) {
		return "", store.NewFault("s3-prefix", text)
	}
	return prefix + "/", nil
}

// Traits tells the address in the bucket.
func (s *Store) Traits() store.Traits {
	return store.Traits{Name: s.config.Name(s.host), Headers: true, Flat: true, Workers: s.config.Connections}
}

// Flush has nothing to do: what storage answered for is kept.
func (s *Store) Flush(context.Context) error { return nil }

// Close lets go of the connections.
func (s *Store) Close() error {
	s.transport.CloseIdleConnections()
	return nil
}

// key is the name of a file in the bucket, byte for byte.
func (s *Store) key(name string) (string, error) {
	if err := store.CheckName(name); err != nil {
		return "", err
	}
	key := s.prefix + name
	nothing := strings.TrimSpace(key) == "" // to the library, no name at all
	if !store.IsPortable(name) || len(key) > longestKey || nothing {
		return "", store.NewFault("odd-name", name)
	}
	return key, nil
}

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
