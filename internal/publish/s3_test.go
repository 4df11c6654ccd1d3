package publish

import (
	"context"
	"io"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/s3"
	"blandongan/internal/publish/store"
)

// s3Of is how to reach the server, below a prefix.
func s3Of(s *lab.S3, prefix string) s3.Config {
	return s3.Config{
		S3: destination.S3{Endpoint: "http://" + s.Address, Bucket: "situs", Prefix: prefix}, AccessKey: lab.S3Key,
		SecretKey: lab.S3Secret, Connections: 8,
	}
}

// onS3 is a bench whose destination is below a prefix of a real server, which keeps the
// files in a folder where they can be seen.
func onS3(t *testing.T) (*bench, *lab.S3) {
	server := lab.StartS3(t, t.TempDir())
	b := newBench(t)
	b.target = filepath.Join(server.Dir, "situs", "kota")
	b.open = func(string) (Store, error) { return s3.Open(t.Context(), s3Of(server, "kota")) }
	return b, server
}

func (b *bench) wantFiles(want publishtest.Files) {
	b.t.Helper()
	got := publishtest.ReadFiles(b.t, b.target)
	for name, text := range want {
		if got[name] != text {
			b.t.Errorf("%s holds %q, not %q", name, got[name], text)
		}
	}
	if len(got) != len(want) {
		b.t.Errorf("%d files lie there, not %d: %v", len(got), len(want), got)
	}
}

func TestS3Publishes(t *testing.T) {
	b, _ := onS3(t)
	site := publishtest.Files{"index.html": "satu", "berita/a b+c/index.html": "dua", "gaya.1.css": "tiga",
		"feed.xml": "empat", "lama/x.html": "lima"}
	site.Write(t, b.public)
	if _, r, err := b.publish(); err != nil || r.Sent != len(site) {
		t.Fatalf("%+v: %v", r, err)
	}
	b.wantFiles(site)
	b.must() // nothing more to do
	publishtest.Files{"bukan-kami.txt": "enam"}.Add(t, b.target)
	site["index.html"] = "tujuh"
	delete(site, "lama/x.html")
	site["lama"] = "delapan" // a file where a folder was
	site.Write(t, b.public)
	if _, r, err := b.publish(); err != nil || r.Sent != 1 || r.Replaced != 1 || r.Removed != 1 {
		t.Fatalf("%+v: %v", r, err)
	}
	site["bukan-kami.txt"] = "enam"
	b.wantFiles(site)
	if plan, _, err := b.publish(); err != nil || !plan.Empty() {
		t.Errorf("and again: %v", err)
	}
	b.config.Meta = func(string) store.Meta { return store.Meta{Type: "text/html", CacheControl: "no-cache"} }
	if _, r, err := b.publish(); err != nil || r.Replaced != len(site)-1 {
		t.Errorf("with other headers: %+v: %v", r, err)
	}
}

// A server that is killed in the middle of a run is waited for.
func TestS3PublishesOverARestart(t *testing.T) {
	b, server := onS3(t)
	site := publishtest.Files{}
	for _, name := range publishtest.OddNames() {
		site[name] = "isi " + name
	}
	site.Write(t, b.public)
	var puts atomic.Int64
	var again sync.Once
	restarted := false
	b.wrap = func(s Store) Store { return stopping{s, server, &puts} }
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		if d == renewAfter {
			<-ctx.Done()
		} else {
			again.Do(func() { server.Start(); restarted = true }) // the others wait for it
		}
		return ctx.Err()
	}
	if _, r, err := b.publish(); err != nil || !restarted {
		t.Fatalf("%+v (the server was started again: %t): %v", r, restarted, err)
	}
	b.wantFiles(site)
}

// stopping kills its server before the tenth file.
type stopping struct {
	Store
	server *lab.S3
	puts   *atomic.Int64
}

func (s stopping) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	if s.puts.Add(1) == 10 {
		s.server.Stop()
	}
	return s.Store.Put(ctx, name, body, size, m)
}
