package reckoning

import (
	"math"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// moving are words that say that something became more or less.
var moving = prose.SetOf(`naik kenaikan kenaikannya meningkat peningkatan peningkatannya bertambah tumbuh
pertumbuhan melonjak turun penurunan penurunannya menurun berkurang menyusut susut anjlok merosot rise rises rose
risen increase increased grew grown growth climbed fell fall fallen drop dropped decrease decreased decline declined
shrank up down`)

// changes holds by how much something rose or fell against what it was and what it became: "naik
// dari 400 menjadi 500 orang, atau 25 persen".
func (t *text) changes(s reading.Sentence, numbers []reading.Number) {
	for k := 0; k+1 < len(numbers); k++ {
		was, is := numbers[k], numbers[k+1]
		if was.Percent && is.Percent && k+2 < len(numbers) {
			t.points(was, is, numbers[k+2])
		}
		if !t.isFromTo(was, is) || !t.moves(s, was, is) {
			continue
		}
		if was.Scale == "" && is.Scale != "" && was.Value < 1000 { // dari 8 menjadi 6 miliar
			scale := reading.Scales[is.Scale]
			was.Value, was.Half = was.Value*scale, was.Half*scale
		}
		if k > 0 && t.isTold(numbers[k-1], was) {
			t.change(was, is, numbers[k-1])
		}
		if k+2 < len(numbers) && t.isConcluded(is, numbers[k+2]) {
			t.change(was, is, numbers[k+2])
		}
	}
}

// points holds so many points against two percentages: dari 40 persen menjadi 60 persen, atau naik 20 poin.
func (t *text) points(was, is, by reading.Number) {
	to, unit := t.Low(is.First-1), by.Last
	if t.Low(unit) == "persen" {
		unit++
	}
	if t.Low(was.First-1) != "dari" || to != "menjadi" && to != "ke" || is.First-was.Last > 3 ||
		t.Low(unit) != "poin" || by.First-is.Last > farBehind || t.IsRounded(by) || t.IsRounded(was) ||
		t.IsRounded(is) || strings.ContainsAny(t.Text[is.To:by.From], ".;:") {
		return
	}
	right := math.Abs(is.Value - was.Value)
	if math.Abs(right-by.Value) <= by.Half+was.Half+is.Half {
		return
	}
	said := t.Decimal(math.Round(right*100) / 100)
	p := t.SayAt("change-differs", by.From, by.To, t.Text[was.From:was.To], t.Text[is.From:is.To], said+" poin",
		t.Text[by.From:by.To]+" poin")
	reading.Mend(p, said)
}

// isFromTo says whether two numbers are what something was and became: dari 400 menjadi 500.
func (t *text) isFromTo(was, is reading.Number) bool {
	from, to := t.Low(was.First-1), t.Low(is.First-1)
	if from != "dari" && from != "from" || to != "menjadi" && to != "ke" && to != "to" || is.First-was.Last > 5 {
		return false
	}
	return was.Value > 0 && !was.Percent && !is.Percent && !t.IsYear(was.First) && !t.IsYear(is.First) &&
		!strings.ContainsAny(t.Text[was.To:is.From], ",;(") && !t.IsRounded(was) && !t.IsRounded(is)
}

// farMoving is how many words before what something was it may be said that it changed.
const farMoving = 8

func (t *text) moves(s reading.Sentence, was, is reading.Number) bool {
	for i := max(s.First, was.First-farMoving); i < min(s.Last, is.Last+farMoving); i++ {
		if moving[t.Tokens[i].Low] {
			return true
		}
	}
	return false
}

// isTold says whether a number before what something was tells by how much it changed: naik 20 persen
// dari 400; naik Rp500, dari Rp14.000.
func (t *text) isTold(by, was reading.Number) bool {
	behind := by.Last
	if by.Percent && strings.HasPrefix(t.Low(behind), "per") {
		behind++
	}
	if t.Low(by.Last) == "per" {
		behind++
	}
	if was.First-1 != behind || !t.isMoved(by) {
		return false
	}
	return by.Percent || by.Money && was.Money
}

// isMoved says whether a word before a number says that something changed by so much.
func (t *text) isMoved(by reading.Number) bool {
	before := t.Low(by.First - 1)
	if before == "sebesar" || before == "sebanyak" || before == "by" {
		before = t.Low(by.First - 2)
	}
	return moving[before]
}

// farBehind is how many words behind what something became it may be told by how much it changed.
const farBehind = 7

// isConcluded says whether a number behind what something became tells by how much it changed: atau
// 25 persen.
func (t *text) isConcluded(is, by reading.Number) bool {
	if by.First-is.Last > farBehind || t.Low(by.Last) == "poin" || t.Low(by.Last+1) == "poin" {
		return false
	}
	if by.Percent {
		if next := t.Low(by.Last + 1); t.Low(by.Last) == "persen" && (next == "dari" || next == "poin") {
			return false
		}
	}
	said, changed := strings.Contains(t.Text[is.To:by.From], "("), false
	for i := is.Last; i < by.First; i++ {
		low := t.Low(i)
		said = said || low == "atau" || low == "or"
		changed = changed || moving[low]
	}
	if by.Percent {
		return said || changed
	}
	return by.Money == is.Money && t.Low(by.Last) == t.Low(is.Last) && t.isMoved(by)
}

// change holds a change against the two numbers that it is between. It may be rounded, and so may they.
func (t *text) change(was, is, by reading.Number) {
	off := 2 * by.Half // some cut what others round
	written := t.Text[by.From:by.To]
	if t.IsRounded(by) {
		off += by.Value / 10
	}
	if !by.Percent {
		if right := math.Abs(is.Value - was.Value); math.Abs(right-by.Value) > off+scaled(was)+scaled(is) {
			t.changed(was, is, by, written, t.amount(right, by))
		}
		return
	}
	percent := func(was, is float64) float64 { return math.Abs(is/was-1) * 100 }
	right, low, high := percent(was.Value, is.Value), math.Inf(1), 0.0
	for _, a := range []float64{was.Value - scaled(was), was.Value + scaled(was)} {
		for _, b := range []float64{is.Value - scaled(is), is.Value + scaled(is)} {
			low, high = math.Min(low, percent(a, b)), math.Max(high, percent(a, b))
		}
	}
	if by.Value < low-off || by.Value > high+off {
		t.changed(was, is, by, written, t.percentage(right))
	}
}

// mostOff is by which part of what rounding may hide a number of millions is off, as a rule: whoever
// writes "Rp4 juta" means no Rp4,5 juta.
const mostOff = 0.3

// scaled is by how much a number may be off that was rounded to millions; one without is what it says.
func scaled(n reading.Number) float64 {
	if n.Scale == "" {
		return 0
	}
	return n.Half * mostOff
}

// changed reports a change with what it is.
func (t *text) changed(was, is, by reading.Number, written, right string) {
	said := right
	if by.Percent {
		right += written[len(strings.TrimRight(written, " %")):]
		if said = right; !strings.HasSuffix(written, "%") {
			unit := map[bool]string{false: " persen", true: " per cent"}[t.English]
			said, written = right+unit, written+unit
		}
	}
	p := t.SayAt("change-differs", by.From, by.To, t.Text[was.From:was.To], t.Text[is.From:is.To], said, written)
	reading.Mend(p, right)
}
