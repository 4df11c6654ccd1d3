package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// A connection that is cut in the middle of a file leaves nothing half at its
// address, and the next try goes over a new one.
func TestSFTPCut(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	dir := t.TempDir()
	s := openSFTP(t, configOf(t, server, dir, p))
	mustPut(t, s, "page", "old")
	body := strings.Repeat("0123456789abcdef", 1<<16)
	for _, after := range []int64{0, 1, 100, 5_000, 100_000, 1_000_000} {
		made := p.Count()
		p.CutAfter(after)
		err := put(t, s, "page", body)
		if err == nil || store.IsFinal(err) {
			t.Fatalf("cut after %d: %v", after, err)
		}
		publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"page": "old"})
		if err := put(t, s, "other/page", "new"); err != nil {
			t.Fatalf("after the cut: %v", err)
		}
		if n := p.Count() - made; n < 1 || n > 4 {
			t.Errorf("%d connections were made", n)
		}
		if err := s.Remove(t.Context(), "other/page"); err != nil {
			t.Error(err)
		}
	}
	p.Cut() // between two calls
	for range 3 {
		if err := put(t, s, "page", body); err == nil {
			break
		}
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"page": body})
}

// Cut wherever it may be, the file at the address is the old one or the new one.
func TestSFTPCutAnywhere(t *testing.T) {
	lab.Slow(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	dir := t.TempDir()
	config := configOf(t, server, dir, p)
	config.Connections = 1
	s := openSFTP(t, config)
	mustPut(t, s, "page", "old")
	old, cuts := "old", 0
	for after := int64(0); after < 2_000; after += 37 {
		fresh := fmt.Sprint("new", after)
		p.CutAfter(after)
		err := put(t, s, "page", fresh)
		p.CutAfter(-1)
		got := publishtest.ReadFile(t, dir+"/page")
		if err == nil {
			old = fresh
		} else if cuts++; store.IsFinal(err) {
			t.Fatal(err)
		} else if got == fresh { // the answer was lost
			old = fresh
		}
		if got != old {
			t.Fatalf("cut after %d bytes: %q; want %q, %v", after, got, old, err)
		}
	}
	if cuts < 10 {
		t.Errorf("only %d cuts", cuts)
	}
}

// A network that swallows all is noticed, and the call fails so that it is tried
// again.
func TestSFTPSilence(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	dir := t.TempDir()
	config := configOf(t, server, dir, p)
	config.alive = 20 * time.Millisecond
	s := openSFTP(t, config)
	mustPut(t, s, "page", "old")
	p.Silence(true)
	if err := put(t, s, "page", strings.Repeat("x", 1<<22)); err == nil || store.IsFinal(err) {
		t.Errorf("%v", err)
	}
	p.Silence(false)
	mustPut(t, s, "page", "new")
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"page": "new"})
}

// A line without work is kept: the host answers when it is asked.
func TestSFTPIdle(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	config := configOf(t, server, t.TempDir(), p)
	config.alive = 100 * time.Millisecond
	s := openSFTP(t, config)
	line := s.connections.live[0]
	heard := line.raw.bytes.Load()
	publishtest.Until(t, "answers", func() bool { return line.raw.bytes.Load() > heard+100 || line.dead.Load() })
	mustPut(t, s, "page", "new")
	if p.Count() != 1 {
		t.Errorf("%d connections", p.Count())
	}
}

// Whoever ends the run does not wait for a network that swallows all.
func TestSFTPContextInSilence(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	dir := t.TempDir()
	s := openSFTP(t, configOf(t, server, dir, p))
	p.Silence(true)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := s.Put(ctx, "page", strings.NewReader("new"), 3, store.Meta{})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > publishtest.Enough {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	p.Silence(false)
	mustPut(t, s, "page", "newer")
}

// A server that goes and comes back is found again.
func TestSFTPRestart(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	dir := t.TempDir()
	s := openSFTP(t, configOf(t, server, dir))
	mustPut(t, s, "a/page", "old")
	server.Kill()
	for range 3 {
		if err := put(t, s, "a/page", "new"); err == nil || store.IsFinal(err) {
			t.Errorf("the server is away: %v", err)
		}
	}
	if err := os.RemoveAll(dir + "/a"); err != nil {
		t.Fatal(err)
	}
	if !server.Start() {
		t.Fatal(server.Said())
	}
	mustPut(t, s, "a/page", "new") // and the folder, which was known to be there
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{"a/page": "new"})
}

// A host that allows fewer connections than we would like is used with those.
func TestSFTPFewConnections(t *testing.T) {
	lab.Slow(t)
	for _, line := range []string{"MaxStartups 1", "MaxSessions 1", "PerSourceMaxStartups 1"} {
		t.Run(line, func(t *testing.T) {
			server := lab.StartSSHD(t, lab.SSHDOptions{Lines: []string{line}})
			dir := t.TempDir()
			config := configOf(t, server, dir)
			config.Connections = 16
			s := openSFTP(t, config)
			putMany(t, s, 200)
			if n := len(publishtest.ReadFiles(t, dir)); n != 200 {
				t.Errorf("%d files", n)
			}
		})
	}
}

// A host that lets nobody else in: all goes over the one connection.
func TestSFTPOneConnection(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	dir := t.TempDir()
	s := openSFTP(t, configOf(t, server, dir))
	server.Stop() // whoever is in stays in
	putMany(t, s, 100)
	if n := len(publishtest.ReadFiles(t, dir)); n != 100 {
		t.Errorf("%d files", n)
	}
}

// A lock is renewed in time however long the files take that are being sent.
func TestSFTPLockPassesFiles(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	dir := t.TempDir()
	line := publishtest.StartProxy(t, server.Address())
	config := configOf(t, server, dir, line)
	config.Connections = 1
	s := openSFTP(t, config)
	const mine = store.LockFolder + "/mine"
	mustPut(t, s, mine, "lock")
	publishtest.Until(t, "a connection for the lock", func() bool { return made(s) == 2 })
	let := line.Hold()
	defer let()
	sent := make(chan error, perConnection)
	for i := range perConnection {
		go func() { sent <- put(t, s, fmt.Sprintf("foto/%d.jpg", i), strings.Repeat("x", 1<<20)) }()
	}
	for range 3 {
		mustPut(t, s, mine, "lock")
		found, err := s.Look(t.Context(), []string{mine})
		_, listed := s.List(t.Context(), store.LockFolder)
		if err := errors.Join(err, listed, s.Remove(t.Context(), mine)); err != nil || !found[mine].File {
			t.Fatalf("%+v, %v", found, err)
		}
	}
	if len(sent) > 0 || line.Count() != 2 {
		t.Fatalf("%d files were sent, over %d connections", len(sent), line.Count())
	}
	let()
	for range perConnection {
		if err := <-sent; err != nil {
			t.Error(err)
		}
	}
}

// made is how many connections a store has.
func made(s *Store) int {
	lines := s.connections
	lines.mu.Lock()
	defer lines.mu.Unlock()
	return len(lines.live)
}

// putMany puts files from as many goroutines as a run would.
func putMany(t *testing.T, s *Store, n int) {
	t.Helper()
	err := store.Each(t.Context(), s.Traits().Workers, n, func(ctx context.Context, i int) error {
		text := fmt.Sprint("page ", i)
		_, err := s.Put(ctx, fmt.Sprintf("deep/%d/down/%d/index.html", i%10, i), strings.NewReader(text),
			int64(len(text)), store.Meta{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A host far away costs as many waits as there are questions: they are counted. To put
// a file are six: open, write, flush, close, look, rename.
func TestSFTPQuestions(t *testing.T) {
	lab.Slow(t)
	server, all := publishtest.CountingSSHD(t)
	p := publishtest.StartProxy(t, server.Address())
	s := openSFTP(t, configOf(t, server, t.TempDir(), p))
	asked := all()
	count := func() int {
		before := asked
		asked = all()
		return asked - before
	}
	const n = 1000
	start := time.Now()
	putMany(t, s, n)
	first, took := count(), time.Since(start)
	putMany(t, s, n)
	second := count()
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("deep/%d/down/%d/index.html", i%10, i))
	}
	if found, err := s.Look(t.Context(), names); err != nil || len(found) != n {
		t.Fatal(len(found), err)
	}
	looked := count()
	t.Logf("%d files in as many folders: %d questions in %v, again %d, looked at %d; %d connections", n, first,
		took.Round(time.Millisecond), second, looked, p.Count())
	if first > 9*n+200 || second > 6*n || looked > n {
		t.Error("more questions than need be")
	}
	if p.Count() > 4 {
		t.Errorf("%d connections", p.Count())
	}
}

// Many who make the same folders at once do not disturb each other, nor do those
// who remove them.
func TestSFTPTogether(t *testing.T) {
	lab.Slow(t)
	s, dir := remote(t, lab.SSHDOptions{})
	var others atomic.Int64
	err := store.Each(t.Context(), 16, 300, func(ctx context.Context, i int) error {
		name := fmt.Sprintf("a/%d/b/%d", i%3, i)
		if _, err := s.Put(ctx, name, strings.NewReader("x"), 1, store.Meta{}); err != nil {
			if errors.Is(err, fs.ErrNotExist) && !store.IsFinal(err) {
				others.Add(1) // somebody was faster twice: the run tries again
				return nil
			}
			return err
		}
		return s.Remove(ctx, name)
	})
	if err != nil {
		t.Error(err)
	}
	if n := others.Load(); n > 150 {
		t.Errorf("%d of 300 were not put", n)
	}
	publishtest.Same(t, publishtest.ReadFiles(t, dir), publishtest.Files{})
}
