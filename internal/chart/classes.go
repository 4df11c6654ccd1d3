package chart

import (
	"slices"
	"strconv"
)

// mostShades is how many shades are told apart.
const mostShades = 4

// Class is a range of values, both ends in it. Values are whole numbers, so that
// classes follow each other without a gap.
type Class struct{ Low, High int64 }

// Classes divides values into four ranges of equal width; or into one for each
// value, when they are no more than four.
func Classes(values []int64) []Class {
	values = slices.Compact(slices.Sorted(slices.Values(values)))
	var list []Class
	if len(values) <= mostShades {
		for _, v := range values {
			list = append(list, Class{v, v})
		}
		return list
	}
	least, most := values[0], values[len(values)-1]
	low, width := least, most-least
	for n := int64(1); n < mostShades; n++ {
		next := least + width/mostShades*n + (width%mostShades*n+mostShades-1)/mostShades
		list = append(list, Class{low, next - 1})
		low = next
	}
	return append(list, Class{low, most})
}

// ClassOf returns the class of a value, counted from 1.
func ClassOf(value int64, list []Class) int {
	return 1 + slices.IndexFunc(list, func(c Class) bool { return value <= c.High })
}

// Shade names the shade of a class among so many: the darkest is that of the
// greatest values, however many there are; 0 is that of nothing known.
func Shade(n, of int) string {
	if n > 0 {
		n += mostShades - of
	}
	return "shade-" + strconv.Itoa(n)
}
