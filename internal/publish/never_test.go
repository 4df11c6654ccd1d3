package publish

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
)

var (
	cuts     = flag.Int("cuts", 12, "how often TestNeverBroken cuts a publisher off, for each kind of target")
	cutsSeed = flag.Uint64("cuts-seed", 1, "what TestNeverBroken begins its chances with")
)

// job is what a publisher in a process of its own is to do.
type job struct {
	Kind, Dir, Public string
	SFTP              SFTP
	S3                S3
}

const jobVariable = "BLANDONGAN_TEST_JOB"

func TestMain(m *testing.M) {
	if text := os.Getenv(jobVariable); text != "" {
		os.Exit(publishJob(text))
	}
	os.Exit(m.Run())
}

// publishJob is the publisher's process. It prints a line for all that it does,
// and what memory it took at most, where the system says so.
func publishJob(text string) int {
	var j job
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if err := j.publish(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	status, _ := os.ReadFile("/proc/self/status")
	fmt.Printf("%s\n", regexp.MustCompile(`VmHWM:.*`).Find(status))
	return 0
}

func (j *job) open(ctx context.Context) (Store, error) {
	switch j.Kind {
	case "releases":
		return OpenReleases(j.Dir, 3, time.Now)
	case "sftp":
		return OpenSFTP(ctx, j.SFTP)
	case "s3":
		return OpenS3(ctx, j.S3)
	}
	return OpenFolder(j.Dir)
}

func (j *job) publish(ctx context.Context) error {
	s, err := j.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	tree, err := ReadTree(ctx, j.Public, nil)
	if err != nil {
		return err
	}
	defer tree.Close()
	p := New(s, tree, Config{Grace: 24 * time.Hour, Who: "a test", Pause: 10 * time.Millisecond, Tell: func(g Progress) {
		fmt.Println(g.Done, g.Path, g.Failed)
	}})
	plan, err := p.Plan(ctx)
	if err != nil {
		return err
	}
	_, err = p.Run(ctx, plan, Consent{Removals: true})
	return err
}

// visitor fetches random pages with all they load until the context ends.
func (a *arena) visitor(ctx context.Context, seed uint64, pages *atomic.Pointer[[2]files]) {
	r := rand.New(rand.NewPCG(seed, 1))
	for ctx.Err() == nil {
		both := pages.Load()
		old, new := both[0], both[1]
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(old)), func(n string) bool { return !isPage(n) })
		name := names[r.IntN(len(names))]
		_, stays := new[name]
		a.visit(name, stays, pages, both)
	}
}

// visit fetches a page and what it loads.
func (a *arena) visit(name string, stays bool, pages *atomic.Pointer[[2]files], both *[2]files) {
	release := a.release()
	status, text, err := a.get(name)
	if err != nil {
		return // the server is down, as far as this visitor can tell
	}
	a.fetches.Add(1)
	if status == http.StatusNotFound && (!stays || pages.Load() != both) {
		return
	}
	words, ok := sound(text)
	if status != http.StatusOK || !ok {
		a.t.Errorf("%s: status %d, %d bytes, whole: %v", name, status, len(text), ok)
		return
	}
	bodies := map[string]string{name: text}
	for _, loads := range words[2:] {
		status, asset, err := a.get(loads)
		if err != nil {
			return
		}
		a.fetches.Add(1)
		_, ok := sound(asset)
		if status == http.StatusOK && ok && (!strings.HasPrefix(loads, "aset/") || strings.Contains(loads, digestOfText(asset)[:8])) {
			bodies[loads] = asset
			continue
		}
		if again, _, err := a.get(name); status == http.StatusNotFound && (err != nil || again == http.StatusNotFound) && !strings.HasPrefix(loads, "aset/") {
			return // the page was withdrawn with its picture
		}
		a.t.Errorf("%s loads %s: status %d, whole: %v", name, loads, status, ok)
	}
	a.visits.Add(1)
	if release != "" && release == a.release() {
		a.ofOne(release, bodies)
	}
}

func (a *arena) release() string {
	if a.shown == nil {
		return ""
	}
	return a.shown()
}

// ofOne checks that all that was fetched is of one release.
func (a *arena) ofOne(release string, bodies map[string]string) {
	for name, text := range bodies {
		if lies, err := os.ReadFile(filepath.Join(a.job.Dir, release, name)); err == nil && string(lies) != text {
			a.t.Errorf("%s is not that of %s", name, release)
		}
	}
}

// run starts the publisher in a process of its own and cuts it off when it has
// printed so many lines; with none to cut it runs to its end.
func (a *arena) run(c *cut, after int) error {
	text, err := json.Marshal(a.job)
	if err != nil {
		a.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobVariable+"="+string(text))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		a.t.Fatal(err)
	}
	if c != nil && c.early {
		c.begin(cmd)
	}
	if err := cmd.Start(); err != nil {
		a.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	begun := c == nil || c.early
	if !begun && after == 0 {
		c.begin(cmd)
		begun = true
	}
	for n := 1; lines.Scan(); n++ {
		if !begun && n >= after {
			c.begin(cmd)
			begun = true
		}
	}
	err = cmd.Wait()
	if begun && c != nil && c.end != nil {
		c.end(cmd)
	}
	if err != nil {
		return fmt.Errorf("%w: %s", err, stderr.String())
	}
	return nil
}

// A publisher is cut off again and again, in every way, at random moments, while
// visitors read: no asset is ever missing and no file half; the run after each cut
// ends with exactly the site, and what is not ours is as it was.
func TestNeverBroken(t *testing.T) {
	if lab.Raced { // .ci/run does all of them without the detector
		*cuts = min(*cuts, 3)
	}
	for _, kind := range []struct {
		name string
		make func(*testing.T) *arena
	}{{"folder", folderArena}, {"releases", releasesArena}, {"sftp", sftpArena}, {"s3", s3Arena}} {
		t.Run(kind.name, func(t *testing.T) { kind.make(t).neverBroken() })
	}
}

func (a *arena) neverBroken() {
	t := a.t
	w := newWorld(*cutsSeed)
	a.job.Public = t.TempDir()
	now := w.site()
	now.write(t, a.job.Public)
	if err := a.run(nil, 0); err != nil {
		t.Fatal(err)
	}
	foreign := files{"google123.html": "theirs", "berita/1/catatan.txt": "theirs"}
	for name, text := range foreign {
		a.put(name, text)
	}
	var pages atomic.Pointer[[2]files]
	pages.Store(&[2]files{now, now})
	ctx, stop := context.WithCancel(t.Context())
	var visitors sync.WaitGroup
	for i := range 2 {
		visitors.Go(func() { a.visitor(ctx, uint64(i), &pages) })
	}
	defer func() { stop(); visitors.Wait() }()
	happened := map[string]int{}
	runs, cut := 0, 0
	for ; cut < *cuts; runs++ {
		if runs > 20**cuts {
			t.Fatalf("%d runs, and only these were cut off: %v", runs, happened)
		}
		w.edit()
		next := w.site()
		next.write(t, a.job.Public)
		pages.Store(&[2]files{now, next})
		c := &a.cuts[cut%len(a.cuts)] // until it cuts a run off: some end before
		if err := a.run(c, w.r.IntN(30)); err != nil {
			happened[c.name]++
			cut++
		}
		if err := a.run(nil, 0); err != nil {
			t.Fatalf("the run after cut %d (%s): %v", cut, c.name, err)
		}
		a.exactly(next, foreign)
		if t.Failed() {
			t.Fatalf("cut %d: %s", cut, c.name)
		}
		now = next
	}
	t.Logf("%d runs, of which cut off: %v; %d visits, %d fetches", runs, happened, a.visits.Load(), a.fetches.Load())
}

// exactly checks that the target holds the site, what is not ours, and of earlier
// sites only what pages loaded.
func (a *arena) exactly(site, foreign files) {
	a.t.Helper()
	got := a.read()
	for name := range got {
		_, mine := site[name]
		_, theirs := foreign[name]
		if !mine && !theirs && !isPage(name) && groupOf(file{path: name}) == loaded {
			delete(got, name) // in its grace
		}
	}
	want := maps.Clone(site)
	maps.Copy(want, foreign)
	same(a.t, got, want)
}
