// Package s3 is the store in a bucket of S3-compatible storage.
//
// In come the paths and bytes that a publisher puts; out comes what lies there. It
// owns what each request asks for, and what storage means by its answers. It shows no
// key to anybody but that storage, and what storage says only without keys in it.
package s3

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
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
	// OnRetry, if not nil, hears when the first request to a destination failed and is
	// tried again after a pause.
	OnRetry func(name string, failed error, pause time.Duration) `json:"-"`

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
		if config.OnRetry != nil {
			config.OnRetry(s.Traits().Name, err, pause)
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
