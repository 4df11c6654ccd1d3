package s3

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http/httptrace"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"blandongan/internal/publish/store"

	"github.com/minio/minio-go/v7"
)

func putS3(t *testing.T, s *Store, name, body string) store.Found {
	t.Helper()
	found, err := s.Put(t.Context(), name, strings.NewReader(body), int64(len(body)), store.Meta{Type: "text/plain"})
	if err != nil {
		t.Fatalf("put %q: %v", name, err)
	}
	return found
}

func getS3(t *testing.T, s *Store, name string) string {
	t.Helper()
	r, err := s.Open(t.Context(), name)
	if err != nil {
		t.Fatalf("open %q: %v", name, err)
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("read %q: %v", name, err)
	}
	return string(body)
}

func lookS3(t *testing.T, s *Store, names ...string) map[string]store.Found {
	t.Helper()
	found, err := s.Look(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestS3KeepsHeaders(t *testing.T) {
	server := startS3(t)
	s := openPrefix(t, server, "situs")
	if traits := s.Traits(); !traits.Headers || traits.Workers < 2 ||
		traits.Name != "s3://"+server.Address+"/situs/situs" {
		t.Errorf("traits: %+v", traits)
	}
	meta := store.Meta{Type: "text/html; charset=utf-8", CacheControl: "public, max-age=31536000, immutable"}
	for _, body := range []string{"<p>halo", ""} {
		found, err := s.Put(t.Context(), "x.html", strings.NewReader(body), int64(len(body)), meta)
		if err != nil {
			t.Fatal(err)
		}
		seen, err := otherClient(t, server).StatObject(t.Context(), "situs", "situs/x.html", minio.StatObjectOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if seen.ContentType != meta.Type || seen.Metadata.Get("Cache-Control") != meta.CacheControl ||
			seen.ContentEncoding != "" ||
			seen.Size != int64(len(body)) || seen.ETag != found.Stamp {
			t.Errorf("put %+v, seen %+v", found, seen)
		}
	}
}

func TestS3TellsWhenAFileWasReplaced(t *testing.T) {
	server := startS3(t)
	s := openPrefix(t, server, "")
	first := putS3(t, s, "x", "one")
	if second := putS3(t, s, "x", "two"); second.Stamp == first.Stamp {
		t.Errorf("two files have the stamp %q", first.Stamp)
	}
	third := lookS3(t, s, "x")["x"]
	body := "von fremder Hand"
	if _, err := otherClient(t, server).PutObject(t.Context(), "situs", "x", strings.NewReader(body), int64(len(body)),
		minio.PutObjectOptions{}); err != nil {
		t.Fatal(err)
	}
	if other := lookS3(t, s, "x")["x"]; other.Stamp == third.Stamp || other.Size != int64(len(body)) {
		t.Errorf("what another wrote looks like ours: %+v", other)
	}
	if _, err := s.Open(t.Context(), "y"); !errors.Is(err, fs.ErrNotExist) || store.IsFinal(err) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := s.Remove(t.Context(), "y"); err != nil {
		t.Errorf("removing what is not there: %v", err)
	}
}

// counting counts the requests made with a context.
func counting(ctx context.Context) (context.Context, *atomic.Int64) {
	n := new(atomic.Int64)
	wrote := func(httptrace.WroteRequestInfo) { n.Add(1) }
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteRequest: wrote}), n
}

func TestS3ListsOverPages(t *testing.T) {
	t.Parallel()
	server := startS3(t)
	s := openPrefix(t, server, "situs")
	const many = 2500
	names := make([]string, many)
	for i := range names {
		names[i] = fmt.Sprintf("berita/%d/index.html", i)
	}
	for _, name := range names { // quicker than by PUT
		file := filepath.Join(server.Dir, "situs", "situs", name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755),
			os.WriteFile(file, []byte("x"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, asked := counting(t.Context())
	found, err := s.Look(ctx, names)
	if err != nil || len(found) != many || asked.Load() != 3 {
		t.Errorf("found %d of %d with %d requests (%v)", len(found), many, asked.Load(), err)
	}
	if listed, err := s.List(t.Context(), "berita"); err != nil || len(listed) != many ||
		listed["17"] != (store.Found{Folder: true}) {
		t.Errorf("listed %d folders (%v)", len(listed), err)
	}
	ctx, asked = counting(t.Context())
	if found, err = s.Look(ctx, []string{names[7], "nowhere"}); err != nil || len(found) != 1 ||
		!found[names[7]].File || asked.Load() != 2 {
		t.Errorf("found %v with %d requests (%v)", found, asked.Load(), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Look(ctx, names); !errors.Is(err, context.Canceled) {
		t.Errorf("a listing that was called off: %v", err)
	}
}

func TestS3StaysBelowItsPrefix(t *testing.T) {
	server := startS3(t)
	root := openPrefix(t, server, "")
	for _, name := range []string{"site/a", "site2/b", "sit", "other"} {
		putS3(t, root, name, name)
	}
	s := openPrefix(t, server, "/site/")
	asked := []string{"a", "b", "2/b", "other"}
	for i := range fewPaths {
		asked = append(asked, fmt.Sprint("no-", i))
	}
	if found := lookS3(t, s, asked...); len(found) != 1 || !found["a"].File {
		t.Errorf("found below site/: %v", found)
	}
	if listed, err := s.List(t.Context(), "."); err != nil || len(listed) != 1 || !listed["a"].File {
		t.Errorf("listed below site/: %v (%v)", listed, err)
	}
	if listed, err := root.List(t.Context(), "."); err != nil || len(listed) != 4 || !listed["site"].Folder ||
		listed["site"].File || !listed["sit"].File {
		t.Errorf("listed in the bucket: %v (%v)", listed, err)
	}
	if err := s.Remove(t.Context(), "a"); err != nil {
		t.Error(err)
	}
	if listed, err := root.List(t.Context(), "."); err != nil || listed["site"] != (store.Found{}) || len(listed) != 3 {
		t.Errorf("left in the bucket: %v (%v)", listed, err)
	}
	if listed, err := s.List(t.Context(), "no/such"); err != nil || len(listed) != 0 {
		t.Errorf("a folder that is not there: %v (%v)", listed, err)
	}
}

// Storage over a file system cannot hold a file where it has a folder.
func TestS3TellsWhatIsInTheWay(t *testing.T) {
	s := openPrefix(t, startS3(t), "")
	putS3(t, s, "a/b", "x")
	putS3(t, s, "c", "x")
	for _, name := range []string{"a", "c/d"} {
		_, err := s.Put(t.Context(), name, strings.NewReader("x"), 1, store.Meta{})
		if f := (*store.Fault)(nil); !errors.As(err, &f) || f.Code != "in-the-way" {
			t.Errorf("put %s: %v", name, err)
		}
	}
	if found := lookS3(t, s, "a", "c", "c/d"); len(found) != 1 || !found["c"].File {
		t.Errorf("found: %v", found)
	}
}

// endless is a body of any size that costs no memory.
type endless struct{ at, size int64 }

func (e *endless) Read(p []byte) (int, error) {
	n := min(int64(len(p)), e.size-e.at)
	if n == 0 {
		return 0, io.EOF
	}
	for i := range p[:n] {
		p[i] = byte((e.at + int64(i)) >> 10)
	}
	e.at += n
	return int(n), nil
}

func (e *endless) Seek(offset int64, whence int) (int64, error) {
	if whence != io.SeekStart {
		return 0, errors.ErrUnsupported
	}
	e.at = offset
	return offset, nil
}

func TestS3LargeFileCostsNoMemory(t *testing.T) {
	s := openPrefix(t, startS3(t), "")
	const size = 100 << 20
	allocated := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.TotalAlloc
	}
	before := allocated()
	if _, err := s.Put(t.Context(), "large", &endless{size: size}, size, store.Meta{}); err != nil {
		t.Fatal(err)
	}
	r, err := s.Open(t.Context(), "large")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if n, err := io.Copy(io.Discard, r); n != size || err != nil {
		t.Errorf("%d bytes came back (%v)", n, err)
	}
	if used := allocated() - before; used > 4<<20 {
		t.Errorf("%d bytes were allocated for a file of %d", used, size)
	}
}

func TestS3BodyOfAnotherSize(t *testing.T) {
	s := openPrefix(t, startS3(t), "")
	for _, size := range []int64{2, 4} {
		_, err := s.Put(t.Context(), "x", strings.NewReader("xyz"), size, store.Meta{})
		if f := (*store.Fault)(nil); !errors.As(err, &f) || f.Code != "changed-meanwhile" {
			t.Errorf("3 bytes that should be %d: %v", size, err)
		}
	}
	if _, err := s.Put(t.Context(), "x", &endless{size: 3}, onePut+1, store.Meta{}); !store.IsFinal(err) {
		t.Errorf("more than goes at once: %v", err)
	}
	if found := lookS3(t, s, "x"); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}

// Whatever order they come in.
func TestS3SharedFolder(t *testing.T) {
	for _, c := range []struct {
		want string
		keys []string
	}{
		{"", []string{"a", "b"}}, {"", []string{"a/b", "ab/c"}}, {"a/", []string{"a/b", "a/bc/d"}},
		{"a/b/", []string{"a/b/c", "a/b/d"}},
		{"s/", []string{"s/x/y", "s/z", "s/x/w"}}, {"", []string{"x"}}, {"", []string{"s/x/y", "t"}},
	} {
		keys := slices.Clone(c.keys)
		rand.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		if got := sharedFolder(keys); got != c.want {
			t.Errorf("%q share %q, not %q", keys, got, c.want)
		}
	}
}
