package publish

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/s3"
	"blandongan/internal/publish/sftp"
	"blandongan/internal/publish/store"
)

var (
	cuts     = flag.Int("cuts", 12, "how often TestNeverBroken cuts a publisher off, for each kind of target")
	cutsSeed = flag.Uint64("cuts-seed", 1, "what TestNeverBroken begins its chances with")
)

// job is what a publisher in a process of its own is to do.
type job struct {
	Kind, Dir, Public string
	Back              bool // to the earlier release
	SFTP              sftp.Config
	S3                s3.Config
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
		return folder.OpenReleases(j.Dir, 3, time.Now)
	case "sftp":
		return sftp.Open(ctx, j.SFTP)
	case "s3":
		return s3.Open(ctx, j.S3)
	}
	return openFolder(j.Dir)
}

func (j *job) publish(ctx context.Context) error {
	s, err := j.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	tree, err := ReadTree(ctx, j.Public, publishtest.AllIn(j.Public), nil, nil)
	if err != nil {
		return err
	}
	defer tree.Close()
	p := New(s, tree, Config{Grace: 24 * time.Hour, Pause: 10 * time.Millisecond, OnProgress: func(g Progress) {
		fmt.Println(g.Done, g.Path, g.Failed)
	}})
	if j.Back {
		now, err := p.Releases(ctx)
		if err != nil {
			return err
		}
		fmt.Println(now.Shown, now.Earlier)
		return p.Rollback(ctx, now.Earlier)
	}
	plan, err := p.Plan(ctx)
	if err != nil {
		return err
	}
	_, err = p.Run(ctx, plan, Consent{Removals: true})
	return err
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
// ends with exactly the site, and what is not ours is as it was. With releases every
// file is that of the release which is shown, and sometimes one goes back.
func TestNeverBroken(t *testing.T) {
	lab.Slow(t)
	for _, kind := range []struct {
		name string
		make func(*testing.T) *arena
	}{{"folder", folderArena}, {"releases", releasesArena}, {"sftp", sftpArena}, {"s3", s3Arena}} {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			kind.make(t).neverBroken()
		})
	}
}

func (a *arena) neverBroken() {
	p := a.play()
	defer p.visitors(2)()
	runs := 0
	for ; p.cut < *cuts; runs++ {
		if runs > 20**cuts {
			a.t.Fatalf("%d runs, and only these were cut off: %v", runs, p.happened)
		}
		p.edit()
		if len(a.history) > 1 && p.w.r.IntN(3) == 0 {
			p.back()
		}
		if a.t.Failed() {
			a.t.Fatalf("run %d, after cut %d", runs, p.cut)
		}
	}
	a.t.Logf("%d runs, of which cut off: %v; %d visits, %d fetches", runs, p.happened, a.visits.Load(),
		a.fetches.Load())
}

// play is what goes on in an arena.
type play struct {
	*arena
	w            *world
	now, foreign publishtest.Files
	pages        atomic.Pointer[[2]publishtest.Files] // the sites between which a run leads
	happened     map[string]int                       // how often the publisher was cut off, in which way
	cut          int
}

func (a *arena) play() *play {
	p := &play{arena: a, w: newWorld(*cutsSeed), happened: map[string]int{}}
	a.job.Public = a.t.TempDir()
	p.now = p.w.site()
	p.now.Write(a.t, a.job.Public)
	if err := a.run(nil, 0); err != nil {
		a.t.Fatal(err)
	}
	a.learn(p.now)
	p.foreign = publishtest.Files{"google123.html": "theirs", "berita/1/catatan.txt": "theirs"}
	for name, text := range p.foreign {
		a.put(name, text)
	}
	p.pages.Store(&[2]publishtest.Files{p.now, p.now})
	return p
}

// edit edits the site and publishes it: first a publisher that is cut off, if it
// does not end before, then one that is not.
func (p *play) edit() {
	p.w.edit()
	next := p.w.site()
	next.Write(p.t, p.job.Public)
	p.pages.Store(&[2]publishtest.Files{p.now, next})
	p.cutOff(p.w.r.IntN(30))
	p.learn(next)
	if err := p.run(nil, 0); err != nil {
		p.t.Fatalf("the run after cut %d: %v", p.cut, err)
	}
	p.learn(next)
	p.now = next
	p.exactly(p.now, p.foreign)
	p.check()
}

// cutOff runs a publisher that is cut off when it has said so many lines, in a way
// that has its turn until it succeeds.
func (p *play) cutOff(after int) {
	c := &p.cuts[p.cut%len(p.cuts)]
	if p.run(c, after) != nil {
		p.happened[c.name]++
		p.cut++
	}
}

// back goes back to the earlier release; every other publisher is cut off.
func (p *play) back() {
	earlier, err := os.ReadFile(filepath.Join(p.job.Dir, "current", store.OwnFolder, "earlier"))
	if err != nil {
		p.t.Fatal(err)
	}
	then := p.sites[path.Join("releases", string(earlier))]
	p.pages.Store(&[2]publishtest.Files{p.now, then})
	p.job.Back = true
	if p.w.r.IntN(2) == 0 {
		p.cutOff(p.w.r.IntN(2))
	} else if err := p.run(nil, 0); err != nil {
		p.t.Fatalf("going back: %v", err)
	}
	p.job.Back = false
	p.now = p.sites[p.shown()]
	p.learn(p.now)
	p.exactly(p.now, p.foreign)
	p.check()
}

// exactly checks that the destination holds the site, what is not ours, and of earlier
// sites only what pages loaded.
func (a *arena) exactly(site, foreign publishtest.Files) {
	a.t.Helper()
	got := a.read()
	for name := range got {
		_, mine := site[name]
		_, theirs := foreign[name]
		if !mine && !theirs && !isPage(name) && groupOf(store.File{Path: name}) == loaded {
			delete(got, name) // in its grace
		}
	}
	want := maps.Clone(site)
	maps.Copy(want, foreign)
	publishtest.Same(a.t, got, want)
}
