// Package memo remembers the results of pure functions.
//
// It owns one idea: a result stays good as long as the digest of all it was
// made from is the same. It knows nothing of what it remembers. What comes in
// are a digest and a function; what goes out is the function's result, from
// memory where nothing changed. It never changes a result.
package memo

// Cell remembers one result. It is not safe for concurrent use.
type Cell[V any] struct {
	full   bool
	digest Digest
	value  V
}

// Get returns what make returned for this digest, last time or now.
func (c *Cell[V]) Get(digest Digest, make func() V) V {
	if !c.full || c.digest != digest {
		*c = Cell[V]{true, digest, make()}
	}
	return c.value
}

// Forget empties the cell: a failure is not to be remembered.
func (c *Cell[V]) Forget() { *c = Cell[V]{} }
