package reckoning

import (
	"math"
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
