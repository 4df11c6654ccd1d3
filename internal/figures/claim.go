package figures

import (
	"math"
	"math/big"
	"strconv"

	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
	"blandongan/internal/site/value"
)

// ClaimRow is what somebody said. With a number, what is on record stands beside it;
// without, Value and Figures are empty.
type ClaimRow struct {
	Text       string            // what was said
	SaidBy     string            // by whom
	Value      string            // the number that was said; empty when there is none
	Unit       string            // what is counted
	Period     string            // the time it was said of
	Note       string            // what else there is to say
	Place      string            // where it was said of
	Figures    []FigureRow       // those on record: one of the same time, else those before and after
	Difference string            // how the number differs from the one on record; empty when they do not compare
	Times      string            // why they do not compare; else empty
	Sources    []ground.Citation // the sources of what was said
}

// CityClaim is a number that somebody said of the whole city.
type CityClaim struct {
	ClaimRow
	Article ground.Link // where it is told
	Title   string      // what was said, and what is on record; empty where they do not compare
	Same    []FigureRow // the city's figures of other indicators that are the same number of the same time
	// Bars set the number beside those on record and those that are the same; nothing where they do not compare.
	Bars *chart.BarChart
}

// CityClaims are the numbers that were said of the city in some articles, those first that
// compare with what is on record.
func (w Writer) CityClaims(news []*site.News, c *ground.Citer) []CityClaim {
	var compared, rest []CityClaim
	for _, n := range news {
		rows := w.ClaimRows(n, c)
		for i := range n.Claims {
			x := &n.Claims[i]
			ind := w.Facts.Indicators[x.Indicator]
			if !w.ofCity(x) {
				continue
			}
			to := ground.Link{Text: w.In(n.Title, string(n.Language)), URL: w.ToArticle(n)}
			v := CityClaim{ClaimRow: rows[i], Article: to}
			if v.Difference != "" && ind.Format != "year" {
				v.beside(w, x, c)
			}
			if v.Bars == nil {
				rest = append(rest, v)
				continue
			}
			compared = append(compared, v)
		}
	}
	return append(compared, rest...)
}

// ofCity says whether somebody said a number of the whole city.
func (w Writer) ofCity(x *site.Claim) bool {
	_, known := w.Facts.Indicators[x.Indicator]
	return known && x.Value != nil && x.Kecamatan == ""
}

// ClaimsCity says whether an article has a number that CityClaims shows.
func (w Writer) ClaimsCity(n *site.News) bool {
	for i := range n.Claims {
		if w.ofCity(&n.Claims[i]) {
			return true
		}
	}
	return false
}

// beside draws a number beside what is on record of its time.
func (v *CityClaim) beside(w Writer, x *site.Claim, c *ground.Citer) {
	known := &v.Figures[0]
	v.Title = w.Word("claim-title", v.Value+" "+v.Unit, known.Value+" "+known.Unit)
	bars := []chart.Row{{Name: w.Word("claimed-value"), Text: v.Value, Value: x.Value, Own: true}}
	put := func(row FigureRow) {
		number, _ := strconv.ParseFloat(row.Number, 64) // as row wrote it
		bars = append(bars, chart.Row{Name: row.Indicator, Text: row.Value, Value: &number})
	}
	put(*known)
	for n := range w.Facts.City.Figures {
		f := &w.Facts.City.Figures[n]
		if f.Indicator != x.Indicator && f.Period == x.Period && f.Countable() && *f.Value == *x.Value &&
			w.Unit(w.Facts.Indicators[f.Indicator]) == v.Unit {
			v.Same = append(v.Same, w.row(f, c))
			put(v.Same[len(v.Same)-1])
		}
	}
	drawn := chart.DrawBars(bars)
	v.Bars = &drawn
}

// ClaimRows are the claims of an article.
func (w Writer) ClaimRows(n *site.News, c *ground.Citer) []ClaimRow {
	var rows []ClaimRow
	for i := range n.Claims {
		x := &n.Claims[i]
		row := ClaimRow{
			Text: w.Say(x.Text), SaidBy: w.Say(x.SaidBy), Note: w.Say(x.Note),
			Sources: c.Cite(x.Source), Period: w.Period(x.Period),
		}
		if x.Value != nil {
			row.Place = w.Base.City // a number is of somewhere; a statement may be of anything
		}
		if k := w.Facts.FindKecamatan(x.Kecamatan); k != nil {
			row.Place = k.Name
		}
		if ind, ok := w.Facts.Indicators[x.Indicator]; ok && x.Value != nil {
			row.Unit = w.Unit(ind)
			row.Value = w.Value(*x.Value, ind)
			row.compare(w, x, ind, n, c)
		}
		rows = append(rows, row)
	}
	return rows
}

// compare sets the number beside what is on record. How they differ is told only of
// one and the same time.
func (row *ClaimRow) compare(w Writer, x *site.Claim, ind site.Indicator, n *site.News, c *ground.Citer) {
	figures, same := compare.Against(w.Facts, x, n)
	for _, f := range figures {
		row.Figures = append(row.Figures, w.row(f, c))
	}
	switch {
	case len(figures) == 0:
	case same:
		row.Difference = w.difference(*x.Value, *figures[0].Value, ind)
	case x.Period == "":
		row.Times = w.Word("times-unsaid")
	default:
		row.Times = w.Word("times-differ", row.Period)
	}
}

// difference says how a number that was said differs from the one on record, and
// passes no judgement. It always tells by how much. Where the record, rounded as
// the speaker rounded, gives the claim, it adds that: 1,4 juta against 1.354.350 is
// higher by 3,4 persen, and the same when rounded.
func (w Writer) difference(said, known float64, ind site.Indicator) string {
	by := between(said, known)
	amount := w.Lang().Computed(by, ind.Decimals)
	if amount == w.Lang().Number(0, ind.Decimals) {
		return w.Word("claim-same")
	}
	higher := said > known
	if ind.Format == "year" {
		key, years := either(higher, "claim-later", "claim-earlier"), w.Lang().Computed(by, 0)
		return w.Word(key+either(years == "1", "-one", ""), years)
	}
	if unit := w.Say(ind.Unit); value.IsPercent(lang.Unmarked(unit)) {
		return w.Word(either(higher, "claim-higher", "claim-lower"), w.Word("points", amount))
	} else if unit != "" {
		amount += " " + unit
	}
	if known == 0 {
		return w.Word(either(higher, "claim-higher", "claim-lower"), amount)
	}
	text := w.Word(either(higher, "claim-higher-share", "claim-lower-share"),
		w.share(perCent(by, lang.Exact(math.Abs(known)))), amount)
	if rounds(known, said, ind.Decimals) {
		return w.Word("claim-rounded", text)
	}
	return text
}

// share writes a share in per cent with one decimal, never as nothing.
func (w Writer) share(percent *big.Rat) string {
	if least := big.NewRat(1, 10); percent.Cmp(least) < 0 {
		return w.Word("less-than-per-cent", w.Lang().Computed(least, 1))
	}
	return w.Word("per-cent", w.Lang().Computed(percent, 1))
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

// between is by how much two numbers differ, never less than zero.
func between(a, b float64) *big.Rat {
	d := new(big.Rat).Sub(lang.Exact(a), lang.Exact(b))
	return d.Abs(d)
}

// perCent is how many hundredths of the whole a part is. The whole is not zero.
func perCent(part, whole *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(part, whole)
	return r.Mul(r, big.NewRat(100, 1))
}
