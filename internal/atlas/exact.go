package atlas

import "math"

// A machine that multiplies and adds in one step rounds once where others round
// twice, and then a coordinate may be another. A conversion keeps the two steps
// apart (Go's specification, floating-point operators), and functions whose last
// digit is not the same everywhere are rounded: a file has one drawing, whatever
// machine draws it.

// dot is ax·bx + ay·by.
func dot(ax, ay, bx, by float64) float64 { return float64(ax*bx) + float64(ay*by) }

func distance(dx, dy float64) float64 { return math.Sqrt(dot(dx, dy, dx, dy)) }

// partway is a part of the way from a to b.
func partway(a, b, part float64) float64 { return a + float64((b-a)*part) }

func sin(a float64) float64 { return math.Round(math.Sin(a)*1e9) / 1e9 }
func cos(a float64) float64 { return math.Round(math.Cos(a)*1e9) / 1e9 }
