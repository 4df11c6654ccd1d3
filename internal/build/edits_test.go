package build_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
)

var (
	steps = flag.Int("steps", 40, "edits of TestRandomEdits")
	seed  = flag.Uint64("seed", 1, "seed of TestRandomEdits")
)

// enoughSteps are so many that pages are made which somebody looks at, whatever the seed; in four times
// as many a build is given up for it.
const enoughSteps = 40

// TestRandomEdits lets a seeded editor work on a site while one builder follows:
// after each edit the output folder equals what a new builder makes in a new
// folder, byte for byte, or, when the edit broke something, what it was before.
// No file is made whose bytes did not change, but for those whose view did. Somebody looks
// at some pages, is given them early as they are in the end, and sometimes gives up a build.
func TestRandomEdits(t *testing.T) {
	lab.Slow(t)
	for name, files := range map[string]map[string]string{"second city": full(t), "generated": generated(t, 60),
		"real": real(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			randomEdits(t, files, "")
		})
	}
}

// TestTold is TestRandomEdits where each build is told which files were changed, as events tell it.
func TestTold(t *testing.T) {
	lab.Slow(t)
	for name, files := range map[string]map[string]string{"second city": full(t), "generated": generated(t, 60),
		"real": real(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			randomEdits(t, files, tells)
		})
	}
}

// What a random editor does besides.
const (
	restarts = "restarts"
	tells    = "tells"
)

func randomEdits(t *testing.T, files map[string]string, besides string) {
	dir := t.TempDir()
	write(t, dir, files)
	e := newEditor(t, dir, files)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	f := follower{t: t, out: filepath.Join(t.TempDir(), "public"), fresh: t.TempDir(), now: noon,
		made: map[string]build.Reason{}}
	config := build.Config{Root: root, Out: f.out, Templates: builtin, Again: true, Explain: true}
	var next func(how int) *build.Builder
	if besides != "" {
		config.Program = "test"
		next = func(how int) *build.Builder {
			config.Again = how == 0
			config.Desk = besides == restarts && config.Again && e.rand.IntN(2) == 0
			b := build.New(config)
			if how < 2 {
				b.Age(time.Hour)
			}
			return b
		}
	}
	how := 0
	if f.b = build.New(config); besides == tells {
		f.b.Age(time.Hour)
	}
	defer func() { f.b.Close() }()
	stood := 0
	f.looker = &looker{rand: rand.New(rand.NewPCG(*seed, 3))}
	f.b.Show(f.looker.audience())
	for step := range *steps {
		did, before := "restore", lab.Tree(t, dir)
		if besides == tells && e.rand.IntN(3) > 0 {
			e.count++
			did = e.addWords()
		} else if f.ill > e.rand.IntN(8) {
			e.restore()
		} else {
			did = e.edit()
		}
		if e.rand.IntN(20) == 0 {
			f.now = f.now.Add(time.Duration(e.rand.IntN(40)) * time.Hour)
			did += ", later"
		}
		if besides == restarts && (how > 0 || e.rand.IntN(3) == 0) { // who builds once does not go on
			how = e.rand.IntN(3)
			did += ", restarted"
			f.restart(next(how), how == 0)
		}
		if f.before != nil && e.rand.IntN(3) == 0 {
			did += ", not told"
			f.trust(did)
		}
		did = fmt.Sprintf("seed %d, step %d, %s", *seed, step, did)
		f.desk = config.Desk
		if besides == tells {
			f.b.Tell(differing(before, lab.Tree(t, dir)))
		}
		f.follow(did, root)
		if f.b.Stood() {
			stood++
		}
		if besides == tells && e.rand.IntN(8) == 0 { // another process finds all as it was left
			f.restart(next(1), false)
			f.follow(did+", and once more", root)
			f.restart(next(0), true)
		}
		if besides == restarts && e.rand.IntN(3) == 0 {
			f.check(did, root, e.rand.IntN(2) == 0)
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d steps, %d of them left problems; %d files made, %d of them the same; %d times early pages, %d given up",
		*steps, f.broken, f.total, f.same, f.looker.told, f.looker.left)
	seen := f.looker.told > 0 && (f.looker.left > 0 || *steps < 4*enoughSteps)
	if besides != tells && *steps >= enoughSteps && !seen {
		t.Error("nobody looked at pages while they were made")
	}
	if besides == restarts && *steps >= enoughSteps && f.remembered == 0 { // there is none while one builds again
		t.Errorf("of %d looks in other processes %d remembered", f.checked, f.remembered)
	}
	if besides == tells && stood < *steps/8 {
		t.Errorf("of %d builds only %d were told of nothing but words", *steps, stood)
	}
	if f.broken == *steps || f.broken == 0 {
		t.Errorf("%d of %d steps left problems: the editor does not do its work", f.broken, *steps)
	}
}

// TestRestarts is TestRandomEdits where now and then another process goes on: one that builds
// once, or again and again; one for which all files are old enough to trust their stamps, and one
// that has to read them.
func TestRestarts(t *testing.T) {
	lab.Slow(t)
	for name, files := range map[string]map[string]string{"second city": full(t), "generated": generated(t, 60),
		"real": real(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			randomEdits(t, files, restarts)
		})
	}
}

// follower is a builder that builds after each edit.
type follower struct {
	t                   *testing.T
	b                   *build.Builder
	looker              *looker
	out, fresh          string // folders: built again and again, and anew each time
	now                 time.Time
	made                map[string]build.Reason
	before              map[string][]byte
	broken, total, same int
	restarted           bool // and did not build since
	recalled            int  // builds whose reasons were looked at
	knows               bool // the file that it is told of
	ill                 int  // steps in a row that left problems
	desk                bool // the builder looks at the texts, too
	checked, remembered int
}

// check has another process look at what the builder built, and wants it to find what one finds
// that remembers nothing.
func (f *follower) check(what string, root fs.FS, aged bool) {
	f.t.Helper()
	config := build.Config{Root: root, Past: f.out, Templates: builtin, Program: "test", Desk: true}
	b := build.New(config)
	if aged {
		b.Age(time.Hour)
	}
	r, problems, err := b.Build(f.now)
	if err != nil {
		f.t.Fatalf("%s: %v", what, err)
	}
	f.checked++
	if r.Recalled {
		f.remembered++
	}
	f.sameFindings(what, root, problems, r)
}

// sameFindings wants a build to have found what one finds that remembers nothing.
func (f *follower) sameFindings(what string, root fs.FS, problems diag.List, r build.Report) {
	f.t.Helper()
	fresh, told, err := build.New(build.Config{Root: root, Templates: builtin, Desk: true}).Build(f.now)
	if err != nil {
		f.t.Fatalf("%s: %v", what, err)
	}
	all := func(problems diag.List, r build.Report) string {
		found, links := r.Findings.All(), map[string]int{}
		for _, l := range r.Links() {
			links[fmt.Sprint(l)]++
		}
		return said(problems) + said(r.Quote(found)) + fmt.Sprintln(links, r.Loud(found))
	}
	if a, b := all(problems, r), all(told, fresh); a != b {
		f.t.Fatalf("%s: found is\n%s\nnot\n%s", what, a, b)
	}
}

// restart ends the builder, and goes on with another.
func (f *follower) restart(b *build.Builder, isAgain bool) {
	if err := f.b.Close(); err != nil {
		f.t.Fatal(err)
	}
	f.b, f.restarted, f.knows = b, true, false
	if isAgain {
		f.b.Show(f.looker.audience())
	}
}

// trust builds as one who is told that the site's own file changed, and nothing of all others.
func (f *follower) trust(what string) {
	f.t.Helper()
	f.looker.begin(f.before)
	f.b.Tell([]string{build.SiteFile})
	report, problems, err := f.b.Build(f.now)
	if err == build.ErrGivenUp || problems.HasErrors() {
		return
	}
	if err != nil || report.Trusting != f.knows {
		f.t.Fatalf("%s: %v, trusting: %v", what, err, report.Trusting)
	}
	f.before, f.restarted = f.written(), false
}

// written are the files that lie in the output folder, but for those that a process holds.
func (f *follower) written() map[string][]byte {
	now := lab.Tree(f.t, f.out)
	delete(now, ".blandongan/lock") // held, and so not empty
	delete(now, ".blandongan/memory")
	delete(now, ".blandongan/findings")
	return now
}

func (f *follower) follow(what string, root fs.FS) {
	f.t.Helper()
	clear(f.made)
	if f.looker == nil {
		f.looker = &looker{rand: rand.New(rand.NewPCG(*seed, 3))} // it shows itself to no builder
	}
	f.looker.begin(f.before)
	report, problems, err := f.b.Build(f.now)
	for err == build.ErrGivenUp {
		if diff := difference(f.before, f.written()); diff != "" {
			f.t.Fatalf("%s: given up, yet written: %s", what, diff)
		}
		f.looker.begin(f.before)
		report, problems, err = f.b.Build(f.now)
	}
	if err != nil {
		f.t.Fatalf("%s: %v", what, err)
	}
	_, missing := fs.Stat(root, build.SiteFile)
	f.knows = missing == nil
	for _, x := range report.Explained {
		f.made[x.Path] = x.Why
	}
	fresh := filepath.Join(f.fresh, "public")
	defer os.RemoveAll(fresh) // thousands of them would fill the disk
	_, told, err := build.New(build.Config{Root: root, Out: fresh, Templates: builtin}).Build(f.now)
	if err != nil {
		f.t.Fatalf("%s: %v", what, err)
	}
	if a, b := said(problems), said(told); a != b {
		f.t.Fatalf("%s: the problems are\n%s\nnot\n%s", what, a, b)
	}
	if f.desk {
		f.sameFindings(what, root, problems, report)
	}
	now := f.written()
	if problems.HasErrors() {
		f.broken++
		f.ill++
		if diff := difference(f.before, now); diff != "" {
			f.t.Fatalf("%s: broken, yet written: %s\n%v", what, diff, problems)
		}
		return
	}
	want := lab.Tree(f.t, fresh)
	delete(want, ".blandongan/lock")
	if diff := difference(want, now); diff != "" {
		f.t.Fatalf("%s: %s", what, diff)
	}
	f.looker.account(f.t, what, now)
	if !f.restarted || report.Recalled {
		f.account(what, report, now)
		f.recalled++
	}
	f.restarted = false
	f.before, f.ill = now, 0
}

// account wants a reason for each file that changed, and few that did not.
func (f *follower) account(what string, report build.Report, now map[string][]byte) {
	for p, data := range now {
		if p != ".blandongan/manifest" && !bytes.Equal(data, f.before[p]) && f.made[p] == "" {
			f.t.Errorf("%s: %s changed without a reason", what, p)
		}
	}
	for p, why := range f.made {
		f.total++
		if old, was := f.before[p]; was && bytes.Equal(old, now[p]) {
			f.same++
			if why == build.IsNew {
				f.t.Errorf("%s: %s was made as new and lay there", what, p)
			}
		}
	}
	for p := range f.before {
		if _, still := now[p]; !still {
			if _, told := report.Gone[p]; !told {
				f.t.Errorf("%s: %s went without a word", what, p)
			}
		}
	}
}

// differing are the files that are not in both trees the same.
func differing(a, b map[string][]byte) (names []string) {
	for name, data := range a {
		if other, stays := b[name]; !stays || !bytes.Equal(data, other) {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, was := a[name]; !was {
			names = append(names, name)
		}
	}
	return names
}

func said(l diag.List) string {
	var b strings.Builder
	l.Print(&b, diag.English)
	return b.String()
}

// real returns the showcase that this repository holds.
func real(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, folder := range []string{"data", "content"} {
		for name, data := range lab.Tree(t, filepath.Join("../..", folder)) {
			files[folder+"/"+name] = string(data)
		}
	}
	return files
}

// generated returns a generated city as texts.
func generated(t *testing.T, n int) map[string]string {
	t.Helper()
	dir := t.TempDir()
	city(t, dir, n)
	files := map[string]string{}
	for name, data := range lab.Tree(t, dir) {
		files[name] = string(data)
	}
	for name, text := range files {
		if strings.HasPrefix(name, "data/kecamatan/") { // 01 and 02 are the second city's own
			files[name] = strings.NewReplacer("99.71.0", "99.71.5", "99.71.1", "99.71.6").Replace(text)
		}
	}
	maps.Copy(files, full(t))
	return files
}

// difference tells how the second tree differs from the first, "" when it does not.
func difference(want, got map[string][]byte) string {
	for name, data := range want {
		if other, ok := got[name]; !ok {
			return name + " is missing"
		} else if !bytes.Equal(data, other) {
			return fmt.Sprintf("%s is\n%.2000s\nnot\n%.2000s", name, other, data)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return name + " is too many"
		}
	}
	return ""
}
