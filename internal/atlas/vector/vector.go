// Package vector calculates with pairs of coordinates, to the same digits on every machine.
//
// It owns the few formulas whose last digit would depend on the processor, takes numbers,
// returns numbers, and knows nothing of maps.
//
// A machine that multiplies and adds in one step rounds once where others round twice, and
// then a coordinate may be another. A conversion keeps the two steps apart (Go's
// specification, floating-point operators), and functions whose last digit is not the same
// everywhere are rounded: a file has one drawing, whatever machine draws it.
package vector

import "math"

// Dot is ax·bx + ay·by.
func Dot(ax, ay, bx, by float64) float64 { return float64(ax*bx) + float64(ay*by) }

// Length is that of the vector dx, dy.
func Length(dx, dy float64) float64 { return math.Sqrt(Dot(dx, dy, dx, dy)) }

// Partway is a part of the way from a to b, which are coordinates on one axis.
func Partway(a, b, part float64) float64 { return a + float64((b-a)*part) }

// Sin is the sine of an angle in radians, to nine digits.
func Sin(a float64) float64 { return math.Round(math.Sin(a)*1e9) / 1e9 }

// Cos is the cosine of an angle in radians, to nine digits.
func Cos(a float64) float64 { return math.Round(math.Cos(a)*1e9) / 1e9 }
