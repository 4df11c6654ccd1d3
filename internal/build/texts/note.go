package texts

import (
	"blandongan/internal/build/reading"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
)

// Noted is what is remembered of texts for another process, as plain values.
type Noted struct {
	// Key is the digest of all that their plan was made from; Digests are those of the texts, by position in
	// Plan.Texts.
	Key     memo.Digest
	Digests []memo.Digest
	Leading []Leading
}

// Leading is what most texts have nothing of.
type Leading struct {
	At       int
	Anchors  []plan.Anchor
	Files    []string
	Problems diag.List
}

// Note returns what is to be remembered: nothing, where the build ended before its time.
func (t *Texts) Note() (n Noted) {
	if t == nil || !t.whole {
		return n
	}
	n.Key, n.Digests = t.key, make([]memo.Digest, len(t.Resolved))
	for i, r := range t.Resolved {
		n.Digests[i] = r.Body.Digest
		if len(r.Anchors)+len(r.Files)+len(r.Problems) > 0 {
			n.Leading = append(n.Leading, Leading{i, r.Anchors, r.Files, r.Problems})
		}
	}
	return n
}

// recall takes over what is noted of texts that did not change since.
func (t *Texts) recall(n *Noted, fresh map[string]*reading.Source) {
	if n.Key != t.key || len(n.Digests) != len(t.said) {
		return
	}
	list := make([]plan.Resolved, len(t.said))
	for i := range list {
		list[i].Body.Digest = n.Digests[i]
	}
	for _, x := range n.Leading {
		if x.At < 0 || x.At >= len(list) {
			return
		}
		r := &list[x.At]
		r.Anchors, r.Files, r.Problems = x.Anchors, x.Files, x.Problems
	}
	for i := range t.said {
		if t.Resolved[i] == nil && fresh[t.said[i].File] == nil {
			t.Resolved[i] = &list[i]
		}
	}
}
