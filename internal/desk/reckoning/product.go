package reckoning

import (
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// every are words before what each of many has.
var every = prose.SetOf(`tiap setiap each every`)

// products holds what all have together against what each has: "Tiap kelurahan mendapat dua petugas,
// jadi 54 kelurahan mendapat 108 petugas." Only a sentence of three numbers is sure to tell of them.
func (t *text) products(s reading.Sentence, numbers []reading.Number) {
	if len(numbers) != 3 || s.Cut {
		return
	}
	each, times := -1, reading.Number{}
	for i := s.First; i+1 < s.Last && each < 0; i++ {
		if every[t.Tokens[i].Low] && t.Joined(i+1) {
			each = i + 1
		}
	}
	var counted []reading.Number
	for _, n := range numbers {
		switch {
		case n.Percent || n.Money || n.Scale != "" || t.IsRounded(n) || t.IsYear(n.First) || !t.Joined(n.Last):
			return
		case each >= 0 && t.Low(n.Last) == t.Low(each):
			times = n
		default:
			counted = append(counted, n)
		}
	}
	if len(counted) != 2 || times.Value < 2 || !t.isSame(counted[0], counted[1], s) {
		return
	}
	one, all := counted[0], counted[1]
	if one.Value > all.Value {
		one, all = all, one
	}
	if right := one.Value * times.Value; right != all.Value && one.Value > 0 {
		amount := t.amount(right, all)
		reading.Mend(t.SayAt("sum-differs", all.From, all.To, amount, t.Text[all.From:all.To]), amount)
	}
}

// isSame says whether two numbers count the same: the noun stands behind both, or the other one is the
// next word behind a mark: "108 petugas, dua di tiap kelurahan".
func (t *text) isSame(a, b reading.Number, s reading.Sentence) bool {
	if t.Low(a.Last) == t.Low(b.Last) {
		return true
	}
	next := t.Low(b.Last)
	return (next == "di" || next == "untuk" || next == "in" || next == "for") && every[t.Low(b.Last+1)] &&
		b.Last+1 < s.Last && t.Gap(b.First) == ", "
}
