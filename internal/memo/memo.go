// Package memo remembers the results of pure functions.
//
// It owns one idea: a result stays good as long as the digest of all it was
// made from is the same. It knows nothing of what it remembers. What comes in
// are a key, a digest and a function; what goes out is the function's result,
// from memory where nothing changed, and the reason when it was made anew. A
// key nobody asked for is forgotten at the next Sweep. Failures are not
// remembered: the function says so.
package memo

import "sync"

// Reason says why a result was made.
type Reason string

// The reasons. The zero Reason means that the result was remembered.
const (
	Remembered Reason = ""
	New        Reason = "new"
	Changed    Reason = "changed"
)

// Table remembers results of type V by key. It is safe for concurrent use; the
// function runs outside of its lock.
type Table[D comparable, V any] struct {
	mu    sync.Mutex
	items map[string]*item[D, V]
	round int
}

type item[D comparable, V any] struct {
	digest D
	value  V
	round  int
}

// Get returns what make returned for this key and digest, at some time or now.
// make answers false when its result is not to be remembered. Two calls for one
// key at the same time may both make it.
func (t *Table[D, V]) Get(key string, digest D, make func() (V, bool)) (V, Reason) {
	t.mu.Lock()
	old, known := t.items[key]
	if known && old.digest == digest {
		old.round = t.round
		t.mu.Unlock()
		return old.value, Remembered
	}
	t.mu.Unlock()
	reason := New
	if known {
		reason = Changed
	}
	value, keep := make()
	t.mu.Lock()
	defer t.mu.Unlock()
	if !keep {
		delete(t.items, key)
		return value, reason
	}
	if t.items == nil {
		t.items = map[string]*item[D, V]{}
	}
	t.items[key] = &item[D, V]{digest, value, t.round}
	return value, reason
}

// Sweep forgets every key that was not asked for since the last Sweep.
func (t *Table[D, V]) Sweep() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for key, it := range t.items {
		if it.round != t.round {
			delete(t.items, key)
		}
	}
	t.round++
}
