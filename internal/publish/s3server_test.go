package publish

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"blandongan/internal/lab"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// s3Server is a real S3 server on loopback, over a folder: versitygw.
type s3Server struct {
	t       *testing.T
	program string
	address string // host:port
	dir     string // one folder per bucket; there is one, "situs"
	flags   []string
	mu      sync.Mutex // over start and stop
	running *exec.Cmd
}

// Keys that are found in no message by chance.
const (
	testKey    = "KUNCIAKSESUJICOBA"
	testSecret = "rahasia/uji+coba=jangan-bocor"
)

// startS3 starts a server of its own for a test.
func startS3(t *testing.T, flags ...string) *s3Server {
	t.Helper()
	s := &s3Server{t: t, program: versitygw(t), address: freeAddress(t), dir: t.TempDir(), flags: flags}
	if err := os.Mkdir(filepath.Join(s.dir, "situs"), 0o755); err != nil {
		t.Fatal(err)
	}
	s.start()
	t.Cleanup(s.stop)
	return s
}

// versitygw finds the program where .ci/run installs it.
func versitygw(t *testing.T) string {
	t.Helper()
	if path, err := exec.LookPath("versitygw"); err == nil {
		return path
	}
	path, err := filepath.Abs("../../.ci/bin/versitygw")
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		lab.Lack(t, "there is no versitygw to send to; GOBIN=$PWD/.ci/bin go install github.com/versity/versitygw/cmd/versitygw@v1.8.0")
	}
	return path
}

// freeAddress is one on loopback where nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start starts the server and waits until it answers.
func (s *s3Server) start() {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	args := append([]string{"--port", s.address, "--quiet", "--keep-alive"}, s.flags...)
	s.running = exec.Command(s.program, append(args, "posix", s.dir)...)
	s.running.Env = append(os.Environ(), "ROOT_ACCESS_KEY="+testKey, "ROOT_SECRET_KEY="+testSecret)
	if err := s.running.Start(); err != nil {
		s.t.Fatal(err)
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(30 * time.Second); ; <-tick.C {
		c, err := net.Dial("tcp", s.address)
		if err == nil {
			c.Close()
			return
		}
		if time.Now().After(end) {
			s.kill()
			s.t.Fatalf("the S3 server does not answer: %v", err)
		}
	}
}

// stop kills the server, as a power cut would.
func (s *s3Server) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kill()
}

func (s *s3Server) kill() {
	if s.running == nil {
		return
	}
	_ = s.running.Process.Kill()
	_ = s.running.Wait()
	s.running = nil
}

// config is how to reach the server, below a prefix.
func (s *s3Server) config(prefix string) S3 {
	return S3{Endpoint: "http://" + s.address, Bucket: "situs", Prefix: prefix, AccessKey: testKey, SecretKey: testSecret,
		KeysFrom: "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"}
}

// store opens a store below a prefix.
func (s *s3Server) store(prefix string) Store {
	s.t.Helper()
	return openedS3(s.t, s.config(prefix))
}

func openedS3(t *testing.T, config S3) Store {
	t.Helper()
	store, err := OpenS3(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

// other is a client of somebody else's making.
func (s *s3Server) other() *minio.Client {
	s.t.Helper()
	c, err := minio.New(s.address, &minio.Options{Creds: credentials.NewStaticV4(testKey, testSecret, "")})
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}
