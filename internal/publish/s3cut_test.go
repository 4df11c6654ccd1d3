package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestS3CutInMidFile(t *testing.T) {
	t.Parallel()
	server := startS3(t)
	direct := openPrefix(t, server, "")
	proxy := startProxy(t, server.Address)
	config := s3Of(server, "")
	config.Endpoint = "http://" + proxy.address()
	s := openedS3(t, config)
	first := bytes.Repeat([]byte("old "), 1<<18)
	next := bytes.Repeat([]byte("new! "), 1<<18)
	found, err := direct.Put(t.Context(), "x", bytes.NewReader(first), int64(len(first)), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int64{0, 10, 1000, 100_000, int64(len(next)) / 2, int64(len(next))} {
		proxy.cut()
		proxy.cutAfter(after)
		if _, err := s.Put(t.Context(), "x", bytes.NewReader(next), int64(len(next)), Meta{}); err == nil || final(err) {
			t.Errorf("cut after %d bytes: %v", after, err)
		}
		if getS3(t, direct, "x") != string(first) || lookS3(t, direct, "x")["x"].Stamp != found.Stamp {
			t.Fatalf("cut after %d bytes, what was there is there no more", after)
		}
	}
	if _, err := s.Put(t.Context(), "x", bytes.NewReader(next), int64(len(next)), Meta{}); err != nil {
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
	_, put := s.Put(t.Context(), "x", strings.NewReader("two"), 3, Meta{})
	_, looked := s.Look(t.Context(), []string{"x"})
	_, listed := s.List(t.Context(), ".")
	_, opened := s.Open(t.Context(), "x")
	_, again := OpenS3(t.Context(), s3Of(server, ""))
	for _, err := range []error{put, looked, listed, opened, s.Remove(t.Context(), "x")} {
		if err == nil || final(err) || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("while the server is stopped: %v", err)
		}
	}
	isFault(t, again, "unreachable", server.Address) // nobody would try that again
	server.Start()
	if got := getS3(t, s, "x"); got != "one" {
		t.Errorf("x holds %q", got)
	}
	putS3(t, s, "x", "two")
}
