package s3

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

func TestS3CutInMidFile(t *testing.T) {
	t.Parallel()
	server := startS3(t)
	direct := openPrefix(t, server, "")
	proxy := publishtest.StartProxy(t, server.Address)
	config := s3Of(server, "")
	config.Endpoint = "http://" + proxy.Address()
	s := openedS3(t, config)
	first := bytes.Repeat([]byte("old "), 1<<18)
	next := bytes.Repeat([]byte("new! "), 1<<18)
	found, err := direct.Put(t.Context(), "x", bytes.NewReader(first), int64(len(first)), store.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int64{0, 10, 1000, 100_000, int64(len(next)) / 2, int64(len(next))} {
		proxy.Cut()
		proxy.CutAfter(after)
		if _, err := s.Put(t.Context(), "x", bytes.NewReader(next), int64(len(next)), store.Meta{}); err == nil ||
			store.IsFinal(err) {
			t.Errorf("cut after %d bytes: %v", after, err)
		}
		if getS3(t, direct, "x") != string(first) || lookS3(t, direct, "x")["x"].Stamp != found.Stamp {
			t.Fatalf("cut after %d bytes, what was there is there no more", after)
		}
	}
	if _, err := s.Put(t.Context(), "x", bytes.NewReader(next), int64(len(next)), store.Meta{}); err != nil {
		t.Fatal(err)
	}
	if getS3(t, direct, "x") != string(next) {
		t.Error("what was put is not there")
	}
	if listed, err := direct.List(t.Context(), "."); err != nil || len(listed) != 1 {
		t.Errorf("the cuts left %v (%v)", listed, err)
	}
}

func TestS3ServerStopped(t *testing.T) {
	t.Parallel()
	server := startS3(t)
	s := openPrefix(t, server, "")
	putS3(t, s, "x", "one")
	server.Stop()
	_, put := s.Put(t.Context(), "x", strings.NewReader("two"), 3, store.Meta{})
	_, looked := s.Look(t.Context(), []string{"x"})
	_, listed := s.List(t.Context(), ".")
	_, opened := s.Open(t.Context(), "x")
	_, again := Open(t.Context(), s3Of(server, ""))
	for _, err := range []error{put, looked, listed, opened, s.Remove(t.Context(), "x")} {
		if err == nil || store.IsFinal(err) || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("while the server is stopped: %v", err)
		}
	}
	publishtest.IsFault(t, again, "unreachable", server.Address) // nobody would try that again
	server.Start()
	if got := getS3(t, s, "x"); got != "one" {
		t.Errorf("x holds %q", got)
	}
	putS3(t, s, "x", "two")
}

// Storage that is busy when a run begins is waited for, like later.
func TestS3FirstRequestAgain(t *testing.T) {
	t.Parallel()
	for _, status := range []int{http.StatusServiceUnavailable, http.StatusTooManyRequests,
		http.StatusInternalServerError} {
		server := startS3(t)
		busy := 3
		front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if busy--; busy >= 0 {
				w.WriteHeader(status)
				io.WriteString(w, xmlError("SlowDown", "Please reduce your request rate."))
				return
			}
			httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: server.Address}).ServeHTTP(w, r)
		}))
		defer front.Close()
		config := s3Of(server, "")
		config.Endpoint, config.pause = front.URL, time.Millisecond
		told := 0
		config.OnRetry = func(_ string, failed error, _ time.Duration) {
			told++
			if failed == nil || !strings.Contains(failed.Error(), "SlowDown") {
				t.Errorf("told %v", failed)
			}
		}
		s, err := Open(t.Context(), config)
		if told != 3 {
			t.Errorf("%d: told %d times, %v", status, told, err)
		}
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
		busy = store.Attempts
		_, err = Open(t.Context(), config)
		publishtest.IsFault(t, err, "unreachable", "SlowDown")
	}
}
