package publish

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// A network that is gone says nothing.
func TestS3Silence(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() // nobody accepts, but the system connects
	s, err := newStorage(S3{Endpoint: "http://" + l.Addr().String(), Bucket: "situs", AccessKey: testKey, SecretKey: testSecret}, 50*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, err := range callsOf(t.Context(), s) {
		if got := outcome(err); got != passes {
			t.Errorf("%s of a silent server: %s: %v", name, got, err)
		}
	}
}

// A server may answer before it has read: then the request still reads the body
// while the next one begins.
func TestS3BodyIsTakenBack(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer server.Close()
	s, err := newStorage(S3{Endpoint: server.URL, Bucket: "situs", AccessKey: testKey, SecretKey: testSecret}, silence)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const size = 8 << 20
	body := &endless{size: size}
	for range 5 {
		if _, err := s.Put(t.Context(), "x", body, size, Meta{}); outcome(err) != passes {
			t.Fatalf("%v", err)
		}
	}
}
