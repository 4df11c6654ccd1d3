package value

import "strconv"

// Number writes a number as it stands in data: never 1e+06.
func Number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
