package poster

import (
	"cmp"
	"math/bits"
	"slices"
)

// word is some bits, the first of them the lowest.
type word struct {
	bits uint64
	long uint // how many
}

// and is a word with another behind it.
func (w word) and(next word) word { return word{w.bits | next.bits<<w.long, w.long + next.long} }

// newCode returns Huffman's code for symbols that occur so often: a word for each, an empty
// one for those that do not.
func newCode(often []int) []word {
	tree, leaves := newTree(often)
	code := make([]word, len(often))
	for i := len(tree) - 1; i >= 0; i-- {
		x := &tree[i]
		if x.above > 0 {
			x.depth = tree[x.above].depth + 1
		}
		if x.depth > longestWords { // what is rare need not be told apart so well
			for s, n := range often {
				often[s] = (n + 1) / 2
			}
			return newCode(often)
		}
		if i < leaves {
			code[x.symbol].long = max(x.depth, 1)
		}
	}
	next := uint64(0)
	for long := uint(1); long <= longestWords; long++ {
		for s := range code {
			if code[s].long == long {
				code[s].bits = bits.Reverse64(next) >> (64 - long)
				next++
			}
		}
		next <<= 1
	}
	return code
}

// node is a symbol, or two nodes under one.
type node struct {
	symbol, often int
	above         int // the position of the one it is under, 0 for none
	depth         uint
}

// newTree puts the two rarest nodes under one until there is one. The leaves stand first, each
// other node after those under it.
func newTree(often []int) (tree []node, leaves int) {
	for s, n := range often {
		if n > 0 {
			tree = append(tree, node{symbol: s, often: n})
		}
	}
	slices.SortStableFunc(tree, func(a, b node) int { return cmp.Compare(a.often, b.often) })
	leaves = len(tree)
	leaf, other := 0, leaves // the next of each kind: both rise
	rarest := func() *node {
		if leaf < leaves && (other == len(tree) || tree[leaf].often <= tree[other].often) {
			leaf++
			return &tree[leaf-1]
		}
		other++
		return &tree[other-1]
	}
	for len(tree) < 2*leaves-1 {
		a, b := rarest(), rarest()
		a.above, b.above = len(tree), len(tree)
		tree = append(tree, node{often: a.often + b.often})
	}
	return tree, leaves
}
