package s3

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/store"
)

// A network that is gone says nothing.
func TestS3Silence(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() // nobody accepts, but the system connects
	s, err := newStore(Config{S3: destination.S3{Endpoint: "http://" + l.Addr().String(), Bucket: "situs"},
		AccessKey: lab.S3Key,
		SecretKey: lab.S3Secret}, 50*time.Millisecond)
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
	s, err := newStore(Config{S3: destination.S3{Endpoint: server.URL, Bucket: "situs"}, AccessKey: lab.S3Key,
		SecretKey: lab.S3Secret},
		silence)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const size = 8 << 20
	body := &endless{size: size}
	for range 5 {
		if _, err := s.Put(t.Context(), "x", body, size, store.Meta{}); outcome(err) != passes {
			t.Fatalf("%v", err)
		}
	}
}

// What all storage takes: one body of a known length, its sum signed, no framing
// and no trailer, over TLS too. And asked once: trying again is not ours.
func TestS3PutsPlainly(t *testing.T) {
	var asked []*http.Request
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		asked = append(asked, r)
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	for _, start := range []func(http.Handler) *httptest.Server{httptest.NewServer, httptest.NewTLSServer} {
		server := start(handler)
		s, err := newStore(Config{S3: destination.S3{Endpoint: server.URL, Bucket: "situs", Prefix: "kota"},
			AccessKey: lab.S3Key,
			SecretKey: lab.S3Secret}, silence)
		if err != nil {
			t.Fatal(err)
		}
		s.transport.TLSClientConfig = server.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
		asked = nil
		if _, err := s.Put(t.Context(), "a+b.txt", strings.NewReader("halo"), 4,
			store.Meta{Type: "text/plain"}); outcome(err) != passes || len(asked) != 1 {
			t.Fatalf("asked %d times: %v", len(asked), err)
		}
		r := asked[0]
		if r.Method != http.MethodPut || r.RequestURI != "/situs/kota/a%2Bb.txt" || r.ContentLength != 4 ||
			r.TransferEncoding != nil || r.ProtoMajor != 1 {
			t.Errorf("%s %s, %d bytes %v", r.Method, r.RequestURI, r.ContentLength, r.TransferEncoding)
		}
		for name, want := range map[string]string{
			"X-Amz-Content-Sha256": fmt.Sprintf("%x", sha256.Sum256([]byte("halo"))),
			"Content-Md5":          "V/hCKGFxCUhV5R/DpUHB4g==", // echo -n halo | openssl md5 -binary | base64
			"Content-Type":         "text/plain", "Content-Encoding": "", "X-Amz-Trailer": "",
			"X-Amz-Sdk-Checksum-Algorithm": "", "If-Match": "", "If-None-Match": "",
		} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %q, not %q", name, got, want)
			}
		}
		_ = s.Close()
		server.Close()
	}
}
