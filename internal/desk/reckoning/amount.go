package reckoning

import (
	"math"
	"strconv"
	"strings"

	"blandongan/internal/desk/reading"
)

// repeated holds numbers against what stands in brackets behind them, which says the same otherwise:
// Rp3.200.000.000 (tiga miliar dua ratus juta rupiah); Rp2,5 miliar (Rp2.500.000.000).
func (t *text) repeated(numbers []reading.Number) {
	for k, n := range numbers {
		if n.Percent || !strings.HasPrefix(t.Text[n.To:], " (") || n.Last >= len(t.Tokens) {
			continue
		}
		var again reading.Number
		value, words := t.Spelled(n.Last)
		switch end := n.Last + words; {
		case words > 0 && n.Digits &&
			(n.Money && t.Low(end) == "rupiah" && t.closes(end+1) || !n.Money && t.closes(end)):
			if n.Money {
				end++
			}
			again = reading.Number{From: t.Tokens[n.Last].From, To: t.Tokens[end-1].To, Value: value}
		case k+1 < len(numbers) && n.Money && numbers[k+1].Money && numbers[k+1].First == n.Last &&
			t.closes(numbers[k+1].Last):
			again = numbers[k+1]
		default:
			continue
		}
		if math.Abs(n.Value-again.Value) > n.Half*hidden(n)+again.Half*hidden(again) {
			t.SayAt("amount-differs", n.From, again.To, t.Text[n.From:n.To], t.Text[again.From:again.To])
		}
	}
}

// hidden is whether rounding may hide a part of a number.
func hidden(n reading.Number) float64 {
	if n.Scale == "" {
		return 0
	}
	return 1
}

// closes says whether a bracket closes before a word, or at the end.
func (t *text) closes(i int) bool { return strings.HasPrefix(t.Gap(i), ")") }

// finest is in how many parts of one numbers differ: adding up leaves less behind.
const finest = 1e6

// amount writes a number as another is written, and as exactly as it is: it may stand in its place.
func (t *text) amount(v float64, like reading.Number) string {
	v = math.Round(v*finest) / finest
	if !like.Money {
		return t.exactly(v, like)
	}
	if like.Scale != "" {
		for _, scale := range []float64{1e12, 1e9, 1e6} {
			if v >= scale && math.Mod(v, scale/100) == 0 {
				return t.inRupiah(t.Money(v), like)
			}
		}
	}
	return t.inRupiah("Rp"+t.exactly(v, like), like)
}

// inRupiah leaves out "Rp" before a sum where "rupiah" stands behind it.
func (t *text) inRupiah(said string, like reading.Number) string {
	if t.Joined(like.Last) && t.Low(like.Last) == "rupiah" {
		return strings.TrimPrefix(said, "Rp")
	}
	return said
}

// exactly writes a number with all its decimals, and with as many as another has.
func (t *text) exactly(v float64, like reading.Number) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	if n, err := strconv.Atoi(whole); err == nil {
		whole = t.Language().Count(n)
	}
	for half := like.Half * math.Pow10(len(part)); half > 0 && half < 0.1 && like.Scale == ""; half *= 10 {
		part += "0"
	}
	switch {
	case part == "":
		return whole
	case t.English:
		return whole + "." + part
	}
	return whole + "," + part
}

// percentage writes one with a decimal, and one below 1 with two digits: it may be small and is not nothing.
func (t *text) percentage(v float64) string {
	parts := 10.0
	for v*parts < 10 && parts < finest {
		parts *= 10
	}
	return t.exactly(math.Round(v*parts)/parts, reading.Number{})
}
