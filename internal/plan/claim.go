package plan

import (
	"math"
	"math/big"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// ClaimRow is what somebody said. With a number, what is on record stands beside it;
// without, Value and Figures are empty.
type ClaimRow struct {
	Text, SaidBy, Value, Unit, Period, Note string
	Place                                   string
	// Figures are those on record: one of the same time, else those before and after.
	Figures []FigureRow
	// Difference says how the number differs from the one on record, and Times why
	// it does not: what stands beside it is of another time.
	Difference, Times string
	Sources           []Citation
}

func (p *planner) claimRows(n *site.News, c *citer) []ClaimRow {
	var rows []ClaimRow
	for i := range n.Claims {
		x := &n.Claims[i]
		row := ClaimRow{Text: x.Text, SaidBy: x.SaidBy, Note: x.Note, Sources: c.cite(x.Source), Period: p.period(x.Period)}
		if x.Value != nil {
			row.Place = p.site.City.Name // a number is of somewhere; a statement may be of anything
		}
		if k := p.site.FindKecamatan(x.Kecamatan); k != nil {
			row.Place = k.Name
		}
		if ind, ok := p.site.Indicators[x.Indicator]; ok && x.Value != nil {
			row.Unit = p.unit(ind)
			row.Value = p.value(*x.Value, ind)
			row.compare(p, x, ind, n, c)
		}
		rows = append(rows, row)
	}
	return rows
}

// compare sets the number beside what is on record. How they differ is told only of
// one and the same time.
func (row *ClaimRow) compare(p *planner, x *site.Claim, ind site.Indicator, n *site.News, c *citer) {
	figures, same := p.site.Against(x, n)
	for _, f := range figures {
		row.Figures = append(row.Figures, p.figureRow(f, c))
	}
	switch {
	case len(figures) == 0:
	case same:
		row.Difference = p.difference(*x.Value, *figures[0].Value, ind)
	case x.Period == "":
		row.Times = p.lang.Word("times-unsaid")
	default:
		row.Times = p.lang.Word("times-differ", row.Period)
	}
}

// difference says how a number that was said differs from the one on record, and
// passes no judgement. It always tells by how much. Where the record, rounded as
// the speaker rounded, gives the claim, it adds that: 1,4 juta against 1.354.350 is
// higher by 3,4 persen, and the same when rounded.
func (p *planner) difference(said, known float64, ind site.Indicator) string {
	by := between(said, known)
	amount := p.lang.Computed(by, ind.Decimals)
	if amount == p.lang.Number(0, ind.Decimals) {
		return p.lang.Word("claim-same")
	}
	higher := said > known
	if ind.Format == "year" {
		return p.lang.Word(either(higher, "claim-later", "claim-earlier"), p.lang.Computed(by, 0))
	}
	if unit := p.site.Say(ind.Unit); site.IsPercent(unit) {
		return p.lang.Word(either(higher, "claim-higher", "claim-lower"), p.lang.Word("points", amount))
	} else if unit != "" {
		amount += " " + unit
	}
	if known == 0 {
		return p.lang.Word(either(higher, "claim-higher", "claim-lower"), amount)
	}
	text := p.lang.Word(either(higher, "claim-higher-share", "claim-lower-share"), p.share(perCent(by, lang.Exact(math.Abs(known)))), amount)
	if rounds(known, said, ind.Decimals) {
		return p.lang.Word("claim-rounded", text)
	}
	return text
}

// share writes a share in per cent with one decimal, never as nothing.
func (p *planner) share(percent *big.Rat) string {
	if least := big.NewRat(1, 10); percent.Cmp(least) < 0 {
		return p.lang.Word("less-than-per-cent", p.lang.Computed(least, 1))
	}
	return p.lang.Word("per-cent", p.lang.Computed(percent, 1))
}

// rounds says whether a claim is what is known, rounded to the last digit of the
// claim that is no zero. Who rounds away more than a twentieth says something else.
func rounds(known, said float64, decimals int) bool {
	if said == 0 || math.Abs(said-known) > math.Abs(known)/20 {
		return false
	}
	step := big.NewRat(1_000_000_000_000_000, 1)
	for range 15 + decimals {
		if n := new(big.Rat).Quo(lang.Exact(said), step); n.IsInt() {
			return lang.Rounded(new(big.Rat).Quo(lang.Exact(known), step), 0) == n.Num().String()
		}
		step.Mul(step, big.NewRat(1, 10))
	}
	return false
}

func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
