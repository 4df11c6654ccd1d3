package reference

import (
	"math"
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/reckoning"
	"blandongan/internal/desk/register"
	"blandongan/internal/site/value"
)

// isClaimed says whether a claim of the article is about a number: it is told there what the data
// know of it.
func (t *text) isClaimed(n reading.Number) bool {
	a := t.doc.Article
	if a == nil {
		return false
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Value != nil {
			if _, scale := register.UnitOf(t.facts.Indicator(c.Indicator)); math.Abs(*c.Value*scale-n.Value) <= n.Half {
				return true
			}
		}
		if slices.ContainsFunc(c.Text.All(), func(s string) bool {
			return strings.Contains(s, strings.TrimSpace(t.Text[n.From:n.To]))
		}) {
			return true
		}
	}
	return false
}

// Within which a number is one on record, rounded.
const (
	roundly    = 0.1
	leastMoney = 0.01 // of what is on record; less is a part of it
)

// against holds a number against all figures of a place.
func (t *text) against(g *register.Group, list []register.Known, n reading.Number, s reading.Sentence) {
	year := t.YearIn(s)
	best, told := register.Nearest(list, n.Value), register.Known{}
	if of := register.OfYear(list, t.YearTold(s)); len(of) > 0 {
		told = register.Nearest(of, n.Value)
	}
	off := math.Abs(n.Value-best.Amount) / math.Max(math.Abs(best.Amount), 1)
	from, to := t.withAbout(n), t.withUnit(g, n)
	written := t.Text[from:to]
	switch {
	case told.Indicator != "" && g.IsExact() && n.Digits && !t.IsRounded(n) &&
		math.Abs(n.Value-told.Amount) > n.Rounding():
		t.SayAt("figure-differs", from, to, written, t.said(g, told), string(told.Period), told.Source)
	case g.Counts() && n.Value == best.Amount, !g.Counts() && off <= roundly:
		if !t.isOld(g, list, n, s, from, to) {
			reckoning.Unsourced(&t.Passage, t.doc.Article, n, s, from, to)
		}
	case !isBeyond(t.Bound(n), list, n.Value):
	case year != 0 && !register.IsNearYear(list, year, g.Unit):
	case told.Indicator != "" && t.isTarget(told, s) && n.Digits && !t.IsRounded(n) &&
		math.Abs(n.Value/told.Amount-1) > roundly:
		t.SayAt("figure-differs", from, to, written, t.said(g, told), string(told.Period), told.Source)
	case g.Unit == "rupiah" && (!register.IsFarMoney(list, n.Value) || n.Value < best.Amount*leastMoney):
	case g.Counts() && (year != 0 || t.Has(s, register.Past)):
	case !n.Digits && !g.Counts():
	default:
		if told.Indicator != "" {
			best = told
		}
		t.SayAt("figure-differs", from, to, written, t.said(g, best), string(best.Period), best.Source)
	}
}

// isBeyond says whether a number cannot even be a bound of any figure on record.
func isBeyond(bound int, list []register.Known, v float64) bool {
	return !slices.ContainsFunc(list, func(k register.Known) bool {
		return bound > 0 && v <= k.Amount*(1+roundly) || bound < 0 && v >= k.Amount*(1-roundly)
	})
}

// revised are words of a sentence that tells of a target that was changed, or of what came of it.
var revised = prose.SetOf(`perubahan direvisi revisi dinaikkan diturunkan naik turun meningkat menurun realisasi
realisasinya terealisasi penerimaan tercapai capaian menjadi`)

// isTarget says whether a sentence tells the target of a year, which is one sum.
func (t *text) isTarget(k register.Known, s reading.Sentence) bool {
	return strings.HasPrefix(k.Indicator, "target-") && t.Has(s, aims) && !t.Has(s, revised) && k.Amount > 0
}

var aims = prose.SetOf("target targetnya menargetkan ditargetkan")

// isOld reports a number that is exactly an older figure, where the sentence does not tell its time.
func (t *text) isOld(
	g *register.Group, list []register.Known, n reading.Number, s reading.Sentence, from, to int,
) bool {
	if t.TellsTime(s) || !n.Digits || n.Half > n.Value/200 {
		return false
	}
	var is *register.Known
	for i := range list {
		if math.Abs(list[i].Amount-n.Value) > n.Half {
			continue
		}
		if is == nil || register.CompareEnds(list[i], *is) > 0 {
			is = &list[i]
		}
	}
	if is == nil {
		return false
	}
	newest := *is
	for _, k := range list {
		if k.Indicator == is.Indicator && register.CompareEnds(k, newest) > 0 {
			newest = k
		}
	}
	_, old := is.Period.Bounds()
	_, now := newest.Period.Bounds()
	if math.Abs(newest.Amount-n.Value) <= n.Half || value.YearOf(now)-value.YearOf(old) < 1 {
		return false
	}
	t.SayAt("figure-old", from, to, t.Text[from:to], string(is.Period), t.said(g, newest), string(newest.Period))
	return true
}

// withAbout is where a number begins with the words before it that round it.
func (t *text) withAbout(n reading.Number) int {
	i := n.First
	for t.Joined(i) && reading.Rounds(t.Low(i-1)) && !strings.HasSuffix(t.Low(i-1), "kisaran") {
		i--
	}
	return t.Tokens[i].From
}

// withUnit is where a number ends with its unit.
func (t *text) withUnit(g *register.Group, n reading.Number) int {
	if t.Joined(n.Last) && (g.Unit == "jiwa" || g.Counts()) {
		return t.Tokens[n.Last].To
	}
	return n.To
}

// said writes a figure as prose does.
func (t *text) said(g *register.Group, k register.Known) string {
	switch g.Unit {
	case "rupiah":
		return t.Money(k.Amount)
	case "persen":
		return t.Decimal(k.Amount) + "%"
	}
	if k.Amount == math.Trunc(k.Amount) {
		return t.Language().Count(int(k.Amount)) + " " + g.Unit
	}
	return t.Decimal(k.Amount) + " " + g.Unit
}
