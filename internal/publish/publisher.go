package publish

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// Config says what is published where.
type Config struct {
	// Grace is how long what earlier pages load stays on the target after it left
	// the site.
	Grace time.Duration
	// Names says of a page's path whose page it is, in the builder's words, so that
	// the next run can tell what moved.
	Names map[string]string
	// Meta returns the headers of a path, for stores that keep them.
	Meta func(path string) Meta
	// Forget says that a manifest on the target that cannot be read is as none: at the
	// addresses of the site lies then what is not ours.
	Forget bool
	// Tell, if not nil, is told how a run goes on, from one goroutine at a time.
	Tell func(Progress)
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
	Do          Deed
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
	store  Store
	tree   *Tree
	config Config
	gate   sync.Mutex // held while telling
}

func (p *Publisher) tell(g Progress) {
	p.gate.Lock()
	defer p.gate.Unlock()
	p.config.Tell(g)
}

// New returns a publisher; it changes nothing yet.
func New(s Store, t *Tree, c Config) *Publisher {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Pause == 0 {
		c.Pause = firstPause
	}
	if c.Sleep == nil {
		c.Sleep = sleep
	}
	if c.Tell == nil {
		c.Tell = func(Progress) {}
	}
	return &Publisher{store: s, tree: t, config: c}
}

// sleep waits, or ends with the context.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Something that fails is tried again after pauses that double: half a minute in
// all, in which a host comes back from a restart.
const (
	attempts   = 6
	firstPause = time.Second
)

// try does something until it succeeds, as long as trying again is of use.
func (p *Publisher) try(ctx context.Context, what string, f func() error) error {
	return p.again(ctx, attempts, func(err error, pause time.Duration) {
		p.tell(Progress{Path: what, Failed: err, Pause: pause})
	}, f)
}

// again does something at most so often, and tells of each pause.
func (p *Publisher) again(ctx context.Context, times int, tell func(error, time.Duration), f func() error) error {
	for i := 1; ; i++ {
		err := f()
		if err == nil || final(err) || ctx.Err() != nil || i == times {
			return err
		}
		pause := p.config.Pause << (i - 1)
		pause += time.Duration(rand.Int64N(int64(pause)/4 + 1)) // two that fail together come back apart
		tell(err, pause)
		if e := p.config.Sleep(ctx, pause); e != nil {
			return err
		}
	}
}
