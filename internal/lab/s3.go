package lab

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// S3 is a real S3 server on loopback, over a folder: versitygw.
type S3 struct {
	Address string   // host:port
	Dir     string   // one folder per bucket; there is one, "situs"
	Flags   []string // of the program, from its next start on
	t       testing.TB
	program string
	mu      sync.Mutex // over start and stop
	running *exec.Cmd
}

// The server's keys: they are found in no message by chance.
const (
	S3Key    = "KUNCIAKSESUJICOBA"
	S3Secret = "rahasia/uji+coba=jangan-bocor"
)

// StartS3 starts one over a folder; it ends with the test.
func StartS3(t testing.TB, dir string, flags ...string) *S3 {
	t.Helper()
	s := &S3{t: t, program: versitygw(t), Address: FreeAddress(t), Dir: dir, Flags: flags}
	if err := os.Mkdir(filepath.Join(s.Dir, "situs"), 0o755); err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

// versitygw finds the program where .ci/run installs it: at the top of the repository, above the test's folder.
func versitygw(t testing.TB) string {
	t.Helper()
	if path, err := exec.LookPath("versitygw"); err == nil {
		return path
	}
	for top := "."; ; top = filepath.Join("..", top) {
		if _, err := os.Stat(filepath.Join(top, "go.mod")); err != nil {
			continue
		}
		path, err := filepath.Abs(filepath.Join(top, ".ci/bin/versitygw"))
		if err == nil {
			_, err = os.Stat(path)
		}
		if err != nil {
			Lack(t, "there is no versitygw to send to; "+
				"GOBIN=$PWD/.ci/bin go install github.com/versity/versitygw/cmd/versitygw@v1.8.0")
		}
		return path
	}
}

// FreeAddress is one on loopback where nobody listens.
func FreeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// Start starts the server and waits until it answers.
func (s *S3) Start() {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	args := append([]string{"--port", s.Address, "--quiet", "--keep-alive"}, s.Flags...)
	s.running = exec.Command(s.program, append(args, "posix", s.Dir)...)
	s.running.Env = append(os.Environ(), "ROOT_ACCESS_KEY="+S3Key, "ROOT_SECRET_KEY="+S3Secret)
	if err := s.running.Start(); err != nil {
		s.t.Fatal(err)
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(30 * time.Second); ; <-tick.C {
		c, err := net.Dial("tcp", s.Address)
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

// Stop kills the server, as a power cut would.
func (s *S3) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kill()
}

func (s *S3) kill() {
	if s.running == nil {
		return
	}
	_ = s.running.Process.Kill()
	_ = s.running.Wait()
	s.running = nil
}
