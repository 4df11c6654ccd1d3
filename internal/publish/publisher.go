package publish

import (
	"context"
	"sync"
	"time"

	"blandongan/internal/publish/store"
)

// Config says what is published where.
type Config struct {
	// Grace is how long what earlier pages load stays on the destination after it left the
	// site.
	Grace time.Duration
	// Names says of a page's path whose page it is, in the builder's words, so that
	// the next run can tell what moved.
	Names map[string]string
	// Meta returns the headers of a path, for stores that keep them.
	Meta func(path string) store.Meta
	// Forget says that a manifest on the destination that cannot be read is as none: at the
	// addresses of the site lies then what is not ours.
	Forget bool
	// OnProgress, if not nil, hears how a run goes on, from one goroutine at a time.
	OnProgress func(Progress)
	// Pause is how long to wait before something that failed is tried again the first
	// time; a second when 0.
	Pause time.Duration
	// Now and Sleep are time; [time.Now] and a sleep that ends with the context when
	// nil.
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) error
}

// Progress is something that happened in a run.
type Progress struct {
	// Path is the file that was put or removed, Done how many were of Total.
	Path        string
	Action      Action
	Done, Total int
	// Bytes are those sent so far.
	Bytes int64
	// Failed, if not nil, is why something did not work; it is tried again after
	// Pause.
	Failed error
	Pause  time.Duration
}

// Publisher publishes a tree to a store.
type Publisher struct {
	store     Store
	tree      *Tree
	config    Config
	reporting sync.Mutex // held while reporting
}

func (p *Publisher) report(g Progress) {
	p.reporting.Lock()
	defer p.reporting.Unlock()
	p.config.OnProgress(g)
}

// New returns a publisher; it changes nothing yet.
func New(s Store, t *Tree, c Config) *Publisher {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Sleep == nil {
		c.Sleep = store.Sleep
	}
	if c.OnProgress == nil {
		c.OnProgress = func(Progress) {}
	}
	return &Publisher{store: s, tree: t, config: c}
}

// try does something until it succeeds, as long as trying again is of use.
func (p *Publisher) try(ctx context.Context, what string, f func() error) error {
	onPause := func(err error, pause time.Duration) { p.report(Progress{Path: what, Failed: err, Pause: pause}) }
	return store.Retry{Pause: p.config.Pause, Sleep: p.config.Sleep}.Do(ctx, store.Attempts, onPause, f)
}
