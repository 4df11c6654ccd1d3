package s3

import (
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/destination"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// startS3 starts a server of a test's own.
func startS3(t *testing.T, flags ...string) *lab.S3 {
	t.Helper()
	return lab.StartS3(t, t.TempDir(), flags...)
}

// s3Of is how to reach the server, below a prefix.
func s3Of(s *lab.S3, prefix string) Config {
	return Config{S3: destination.S3{Endpoint: "http://" + s.Address, Bucket: "situs", Prefix: prefix},
		AccessKey: lab.S3Key,
		SecretKey: lab.S3Secret, Connections: 8,
		KeysFrom: "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"}
}

// openPrefix opens a store below a prefix.
func openPrefix(t *testing.T, s *lab.S3, prefix string) *Store {
	t.Helper()
	return openedS3(t, s3Of(s, prefix))
}

func openedS3(t *testing.T, config Config) *Store {
	t.Helper()
	opened, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = opened.Close() })
	return opened
}

// otherClient is a client of somebody else's making.
func otherClient(t *testing.T, s *lab.S3) *minio.Client {
	t.Helper()
	c, err := minio.New(s.Address, &minio.Options{Creds: credentials.NewStaticV4(lab.S3Key, lab.S3Secret, "")})
	if err != nil {
		t.Fatal(err)
	}
	return c
}
