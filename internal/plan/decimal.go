package plan

import (
	"math/big"
	"strconv"
	"strings"
)

// A figure is a decimal as somebody wrote it, and 6.25 lies beside the float that
// holds it. So whatever a page rounds or computes, it does with the decimal.

// plainNumber writes a number for machines, as it was written: 84178, 14.8, never 1e+06.
func plainNumber(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// exact is the decimal that was written.
func exact(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(plainNumber(x))
	if !ok {
		panic("plan: " + plainNumber(x) + " is no figure")
	}
	return r
}

// rounded writes a number with so many decimals; a half goes away from zero, as
// readers learnt it: 6,25 is 6,3.
func rounded(x *big.Rat, decimals int) string {
	s := x.FloatString(decimals)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-") // what is too small to be seen is 0, not −0
	}
	return s
}

// between is by how much two numbers differ, never less than zero.
func between(a, b float64) *big.Rat {
	d := new(big.Rat).Sub(exact(a), exact(b))
	return d.Abs(d)
}

// perCent is how many hundredths of the whole a part is. The whole is not zero.
func perCent(part, whole *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(part, whole)
	return r.Mul(r, big.NewRat(100, 1))
}
