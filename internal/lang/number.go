package lang

import (
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/number"
)

// A figure is a decimal as somebody wrote it, and 6.25 lies beside the float that
// holds it. So whatever a page rounds or computes, it does with the decimal.

// Plain writes a number for machines, as it was written: 84178, 14.8, never 1e+06.
func Plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// Exact is the decimal that was written.
func Exact(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(Plain(x))
	if !ok {
		panic("lang: " + Plain(x) + " is no figure")
	}
	return r
}

// Rounded writes a number for machines with so many decimals; a half goes away from
// zero, as readers learnt it: 6.25 is 6.3.
func Rounded(x *big.Rat, decimals int) string {
	s := x.FloatString(decimals)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-") // what is too small to be seen is 0, not −0
	}
	return s
}

// Number writes x with the language's separators: 1.354.350 and 164,86.
func (w *Writer) Number(x float64, decimals int) string { return w.Computed(Exact(x), decimals) }

// Computed is Number for what was computed.
func (w *Writer) Computed(x *big.Rat, decimals int) string {
	shown, _ := strconv.ParseFloat(Rounded(x, decimals), 64) // has no more digits than are printed
	return w.printer.Sprint(number.Decimal(shown, number.Scale(decimals)))
}

// Count is Number for what needs no rounding; most numbers of a page do not.
func (w *Writer) Count(n int) string { return w.printer.Sprint(number.Decimal(n)) }

// Rupiah writes an amount as Indonesians do, without a space: Rp300.000.
func (w *Writer) Rupiah(n int) string { return "Rp" + w.Count(n) }

// LastDigits counts a value in steps of the last digit that it is printed with, so
// that ranges can be cut in whole numbers. It rounds as printing does.
func LastDigits(value float64, decimals int) int64 {
	const most = 1 << 61 // the difference of two is a whole number still
	digits := strings.Replace(Rounded(Exact(value), decimals), ".", "", 1)
	n, _ := strconv.ParseInt(digits, 10, 64) // of one too long, the end of int64
	return min(max(n, -most), most)
}
