package publish

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

func openFolder(dir string) (Store, error) { return folder.Open(dir) }

// bench is a site and a destination for a test.
type bench struct {
	t        *testing.T
	public   string
	made     []string // all that lies in public, when nil
	target   string
	open     func(dir string) (Store, error)
	wrap     func(Store) Store
	compress func(string) bool
	config   Config
	consent  Consent
	clock    time.Time
}

func newBench(t *testing.T) *bench {
	b := &bench{t: t, public: t.TempDir(), target: t.TempDir(), open: openFolder,
		clock: time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC)}
	b.config = Config{Grace: 7 * 24 * time.Hour, Now: func() time.Time { return b.clock },
		Sleep: func(ctx context.Context, d time.Duration) error {
			if d == renewAfter {
				<-ctx.Done() // tests of the lock wind it themselves
			}
			return ctx.Err()
		}}
	return b
}

// publish plans and runs, and returns both.
func (b *bench) publish() (*Plan, Result, error) {
	b.t.Helper()
	return b.publishWith(b.t.Context())
}

func (b *bench) publishWith(ctx context.Context) (*Plan, Result, error) {
	b.t.Helper()
	s, err := b.open(b.target)
	if err != nil {
		return nil, Result{}, err
	}
	defer s.Close()
	if b.wrap != nil {
		s = b.wrap(s)
	}
	made := b.made
	if made == nil {
		made = publishtest.AllIn(b.public)
	}
	tree, err := ReadTree(ctx, b.public, made, b.compress, nil)
	if err != nil {
		return nil, Result{}, err
	}
	defer tree.Close()
	p := New(s, tree, b.config)
	plan, err := p.Plan(ctx)
	if err != nil || plan.Empty() {
		return plan, Result{}, err
	}
	r, err := p.Run(ctx, plan, b.consent)
	return plan, r, err
}

// must publishes and wants changes, as "reason path", in order.
func (b *bench) must(want ...string) *Plan {
	b.t.Helper()
	plan, _, err := b.publish()
	if err != nil {
		b.t.Fatal(err)
	}
	if got := actsOf(plan); !slices.Equal(got, want) {
		b.t.Fatalf("changes:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	return plan
}

func actsOf(p *Plan) []string {
	var list []string
	for _, a := range p.Changes {
		list = append(list, fmt.Sprintf("%s %s", a.Why, a.Path))
	}
	return list
}

func (b *bench) wants(want publishtest.Files) {
	b.t.Helper()
	publishtest.Same(b.t, publishtest.ReadFiles(b.t, b.target), want)
}

func TestPublishesInOrder(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.must(
		"new aset/style.11111111.css", "new berita/1/foto.jpg",
		"new berita/1/index.html", "new berita/index.html", "new berita/lama/index.html", "new index.html",
		"new berita/feed.json", "new sitemap.xml")
	b.wants(publishtest.Version(1))
	b.must()

	publishtest.Version(2).Write(t, b.public)
	p := b.must(
		"new aset/style.22222222.css", "new berita/2/foto.jpg",
		"new berita/2/index.html",
		"differs berita/index.html", "differs index.html",
		"differs berita/feed.json", "differs sitemap.xml",
		"not-in-site berita/1/index.html", "not-in-site berita/1/foto.jpg")
	if len(p.Waiting) != 1 || p.Unchanged != 1 {
		t.Errorf("%d waiting and %d unchanged, want 1 and 1", len(p.Waiting), p.Unchanged)
	}
	both := publishtest.Version(2)
	both["aset/style.11111111.css"] = "css 1"
	b.wants(both)
	b.must()
}

func TestOnlyOurs(t *testing.T) {
	b := newBench(t)
	theirs := publishtest.Files{"google1234.html": "theirs", "berita/1/catatan.txt": "theirs", "index.html": "theirs"}
	theirs.Add(t, b.target)
	publishtest.Version(1).Write(t, b.public)
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "consent-foreign")
	b.wants(theirs)

	b.consent.Foreign = true
	plan, _, err := b.publish()
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.Foreign(); !slices.Equal(got, []string{"index.html"}) {
		t.Errorf("foreign: %q", got)
	}
	b.consent.Foreign = false
	all := publishtest.Version(1)
	maps.Copy(all, publishtest.Files{"google1234.html": "theirs", "berita/1/catatan.txt": "theirs"})
	b.wants(all)

	// What somebody changed there is put right while it is of the site, and theirs after.
	publishtest.Files{"berita/index.html": "hacked", "berita/1/foto.jpg": "hacked"}.Add(t, b.target)
	b.must("touched berita/1/foto.jpg", "touched berita/index.html")
	b.wants(all)
	publishtest.Files{"berita/1/foto.jpg": "theirs now"}.Add(t, b.target)
	publishtest.Version(2).Write(t, b.public)
	plan, _, err = b.publish()
	if err != nil || !slices.Equal(plan.Left, []string{"berita/1/foto.jpg"}) {
		t.Errorf("left %q, %v", plan.Left, err)
	}
	all = publishtest.Version(2)
	maps.Copy(all, publishtest.Files{"google1234.html": "theirs", "berita/1/catatan.txt": "theirs",
		"berita/1/foto.jpg": "theirs now", "aset/style.11111111.css": "css 1"})
	b.wants(all)
	b.must()
}

func TestMissingIsSentAgain(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	if err := os.RemoveAll(filepath.Join(b.target, "berita")); err != nil {
		t.Fatal(err)
	}
	b.must("missing berita/1/foto.jpg", "missing berita/1/index.html", "missing berita/index.html",
		"missing berita/lama/index.html", "missing berita/feed.json")
	b.wants(publishtest.Version(1))
}

// The next run knows whose the pages of the last were.
func TestRemembersNames(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	names := map[string]string{"berita/1/index.html": "news:satu", "index.html": "home"}
	b.config.Names = names
	b.publish()
	publishtest.Version(2).Write(t, b.public)
	plan, _, err := b.publish()
	if err != nil || !maps.Equal(plan.Published, names) {
		t.Errorf("published %v, %v", plan.Published, err)
	}
	b.config.Names = nil // the folder is sent by somebody who does not know any more
	publishtest.Files{"index.html": "x"}.Add(t, b.public)
	b.must("differs index.html")
	if plan := b.must(); plan.Published["index.html"] != "home" {
		t.Errorf("published %v", plan.Published)
	}
}

// Nothing is written through a link on the destination.
func TestLinksOnTarget(t *testing.T) {
	for _, link := range []string{"berita", "index.html", "aset"} {
		b := newBench(t)
		outside := t.TempDir()
		lab.Link(t, outside, filepath.Join(b.target, link))
		publishtest.Version(1).Write(t, b.public)
		if _, _, err := b.publish(); !store.IsFinal(err) {
			t.Errorf("%s: %v, want a fault", link, err)
		}
		if len(publishtest.ReadFiles(t, outside)) > 0 {
			t.Errorf("%s: written through a link", link)
		}
	}
}
