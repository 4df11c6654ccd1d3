package publish

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

func lockFiles(t *testing.T, b *bench) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(b.target, store.LockFolder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// holder puts a lock on the destination as another publisher would.
func (b *bench) holder(o owner, silent time.Duration) {
	b.t.Helper()
	data, err := json.Marshal(o)
	if err != nil {
		b.t.Fatal(err)
	}
	publishtest.Files{store.LockFolder + "/OTHER": string(data)}.Add(b.t, b.target)
	then := time.Now().Add(-silent)
	if err := os.Chtimes(filepath.Join(b.target, store.LockFolder, "OTHER"), then, then); err != nil {
		b.t.Fatal(err)
	}
}

// isBusy says that another publishes, wherever.
func isBusy(err error) bool {
	var f *store.Fault
	return errors.As(err, &f) && strings.HasPrefix(f.Code, "busy")
}

func TestLock(t *testing.T) {
	ended := 1 << 22 // beyond the greatest number of a process
	for name, c := range map[string]struct {
		holder owner
		silent time.Duration
		busy   bool
	}{
		"alive here":          {owner{Machine: hereBy(""), Process: os.Getpid()}, time.Second, true},
		"ended here":          {owner{Machine: hereBy(""), Process: ended}, time.Second, machine() == ""},
		"elsewhere":           {owner{Machine: "another", Process: ended}, staleAfter - time.Second*10, true},
		"elsewhere, silent":   {owner{Machine: "another", Process: 1}, staleAfter + time.Second, false},
		"who knows":           {owner{Process: ended}, time.Second, true},
		"alive but suspended": {owner{Machine: hereBy(""), Process: os.Getpid()}, staleAfter + time.Second, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			publishtest.Version(1).Write(t, b.public)
			b.holder(c.holder, c.silent)
			_, _, err := b.publish()
			if !c.busy {
				if err != nil {
					t.Fatal(err)
				}
				b.wants(publishtest.Version(1))
				if left := lockFiles(t, b); len(left) > 0 {
					t.Errorf("locks left: %q", left)
				}
				return
			}
			if !isBusy(err) {
				t.Errorf("%v", err)
			}
			b.wants(publishtest.Files{})
			if left := lockFiles(t, b); len(left) != 1 {
				t.Errorf("locks: %q, want the other's", left)
			}
		})
	}
}

// A lock that cannot be read is somebody's.
func TestLockUnreadable(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	publishtest.Files{store.LockFolder + "/OTHER": "{"}.Add(t, b.target)
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "busy")
}

// Of many that come at once, those that go on do so one after the other.
func TestLockAlone(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	var mu sync.Mutex
	inside, most, went := 0, 0, 0
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			s, err := openFolder(b.target)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			p := New(s, nil, b.config)
			_, l, err := p.lock(t.Context())
			if err != nil {
				if !isBusy(err) {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			inside++
			most, went = max(most, inside), went+1
			mu.Unlock()
			for range 100 { // long enough for the others to look
				if err := l.held(t.Context()); err != nil {
					t.Error(err)
				}
			}
			mu.Lock()
			inside--
			mu.Unlock()
			if err := l.release(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most > 1 {
		t.Errorf("%d publishers at once", most)
	}
	t.Logf("%d of 16 went on", went)
}

// A process that was killed is dead, also while nobody has buried it.
func TestAlive(t *testing.T) {
	if machine() == "" {
		lab.Lack(t, "this system does not tell who is alive: Linux does")
	}
	cmd := exec.Command("cat") // until its input ends
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if !alive(cmd.Process.Pid) {
		t.Error("a process that runs is taken for dead")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	publishtest.Until(t, "the killed process is dead", func() bool { return !alive(cmd.Process.Pid) })
	_ = cmd.Wait()
	if alive(cmd.Process.Pid) {
		t.Error("a buried process is taken for alive")
	}
}

// What lies on a destination names nobody: visitors may be able to read it.
func TestRecordsNameNobody(t *testing.T) {
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	locks := map[string]bool{}
	b.config.OnProgress = func(Progress) {
		for _, file := range lockFiles(t, b) {
			data, _ := os.ReadFile(file)
			locks[string(data)] = true
			for _, word := range append(strings.Fields(machine()), host, `"`+me.Username, me.Username+"@") {
				if strings.Contains(string(data), word) {
					t.Errorf("the lock holds %q: %s", word, data)
				}
			}
		}
	}
	b.publish()
	publishtest.Files{"berita/9/index.html": "x"}.Add(t, b.public)
	b.publish()
	if len(locks) != 2 {
		t.Errorf("%d locks of two runs: they can be told to be of one machine", len(locks))
	}
}
