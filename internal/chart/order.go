package chart

import (
	"cmp"
	"slices"
)

// Order returns the positions of values, the greatest first, those that are not
// known last.
func Order(values []*float64) []int {
	order := positions(len(values))
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := values[a], values[b]
		switch {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return 1
		case y == nil:
			return -1
		}
		return cmp.Compare(*y, *x)
	})
	return order
}

// positions are 0, 1, 2 … below n.
func positions(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
