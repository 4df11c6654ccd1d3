package check

import (
	"math"
	"math/big"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records/quantity"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// This file finds values that do not go with the unit of their indicator.

// checkUnit finds a value into which the unit of its indicator was multiplied, or that
// was written in a lesser unit, and a share of more than all there is.
func (c *checker) checkUnit(n *numeral, i *site.Indicator) {
	unit, amount := c.site.Say(i.Unit), *n.value
	word, scale := value.Number(amount), quantity.Scale(unit)
	p := diag.At(n.at, "figure-unit", i.ID, word, unit)
	switch {
	case value.Implausible(word, unit):
		meant := inThousands(word, scale)
		if decimals := c.missingDecimals(i.ID, meant); decimals > 0 {
			c.say(p.WithHint("write-decimals", meant, decimals, i.ID))
		} else {
			c.say(p.WithHint("write-number", meant))
		}
	case n.unlikely(unit):
		if amount < math.Pow10(scale) {
			scale = 3 // not the whole unit was multiplied into it: millions were taken for billions
		}
		c.say(c.perhaps(p, i.ID, inThousands(word, scale), word))
	case value.IsShare(unit) && i.Max == nil && amount > 100:
		c.say(diag.At(n.at, "share-over", i.ID, word).WithHint("give-max"))
		return
	default:
		return
	}
	c.doubted[n.at] = true
}

// inThousands writes a number in units of a power of ten.
func inThousands(word string, power int) string {
	x, _ := new(big.Rat).SetString(word)
	return quantity.Plain(x, -power)
}

// unlikely says whether a figure is more than a city or a kecamatan has of its unit's
// thousands and millions. Less sure than beyond, it believes a note, and fractions: who
// counts to the last rupiah does not mistake the unit.
func (n *numeral) unlikely(unit string) bool {
	scale, f := quantity.Scale(unit), n.figure
	if scale == 0 || f == nil || !f.Countable() || isExplained(f) {
		return false
	}
	if *n.value < 1000 || *n.value != math.Trunc(*n.value) {
		return false
	}
	return *n.value*math.Pow10(scale) >= n.most(strings.ToLower(unit), scale)
}

// most is what a place can hardly have of a unit: of money more than the output of the
// greatest cities, of people more than live in them.
func (n *numeral) most(unit string, scale int) float64 {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(unit, w) {
				return true
			}
		}
		return false
	}
	round := math.Mod(*n.value, 1000) == 0
	switch money := has("rupiah", "rp"); {
	case money && has("kapita", "capita", "per orang", "per jiwa"), money && n.part && round && scale <= 6:
		return 1e12
	case money && n.part:
		return 1e13
	case money && scale < 12 && round:
		return 1e14
	case money && scale == 12:
		return 1e15
	case !money && has("jiwa") && n.part:
		return 2e6
	case !money && has("jiwa"):
		return 5e7
	case !money && has("orang", "people") && n.part:
		return 3e7
	}
	return math.Inf(1)
}

// perhaps adds the hint at another number that may be meant, and at the decimals that
// its indicator lacks for it.
func (c *checker) perhaps(p diag.Problem, indicator, meant, word string) diag.Problem {
	if decimals := c.missingDecimals(indicator, meant); decimals > 0 {
		return p.WithHint("perhaps-decimals", meant, word, decimals, indicator)
	}
	return p.WithHint("perhaps-number", meant, word)
}

// missingDecimals is how many decimals an indicator without any must get before a
// number can be written; 0 when it can be as it is.
func (c *checker) missingDecimals(indicator, number string) int {
	if c.site.Indicators[indicator].Decimals > 0 {
		return 0
	}
	_, fraction, _ := strings.Cut(number, ".")
	return min(len(fraction), site.MaxDecimals)
}
