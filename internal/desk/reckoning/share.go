package reckoning

import (
	"math"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// wholes are words of a sentence whose percentages are parts of one whole.
var wholes = prose.SetOf(`komposisi komposisinya proporsi memilih menjawab menyatakan responden terdiri terbagi
sisanya selebihnya composed chose answered respondents`)

// overlapping are words of one whose percentages may be of the same people twice, or of many wholes.
var overlapping = prose.SetOf(`boleh lebih masing masing-masing tiap setiap naik turun meningkat menurun tumbuh
dibanding dibandingkan dari pernah juga may each more than from also kuartal triwulan semester`)

// sharers are of whom no more than all can be.
var sharers = prose.SetOf(`warga penduduk responden peserta siswa pelajar mahasiswa keluarga rumah kelurahan pegawai
pasien anak balita lansia guru sekolah residents people respondents pupils households`)

// shares finds percentages that are more than all, or not what the numbers before them make.
func (t *text) shares(s reading.Sentence, numbers []reading.Number) {
	for k := 0; k+2 < len(numbers); k++ {
		t.shareOf(numbers[k], numbers[k+1], numbers[k+2])
	}
	for _, n := range numbers {
		if n.Percent && n.Value > 100 && t.isShare(s, n) {
			t.SayAt("percent-over", n.From, n.To, t.withPercent(n))
		}
	}
	var parts []reading.Number
	sum := 0.0
	for _, n := range numbers {
		if !n.Percent {
			continue
		}
		parts, sum = append(parts, n), sum+n.Value
	}
	if len(parts) < 3 || sum <= 101 || sum > 180 || s.Cut || !t.Has(s, wholes) || t.Has(s, overlapping) {
		return
	}
	for i := 1; i < len(parts); i++ {
		if !t.isBeside(parts[i-1], parts[i]) {
			return
		}
	}
	last := parts[len(parts)-1]
	t.SayAt("percent-over", parts[0].From, last.To, t.Decimal(sum)+"%")
}

// withPercent is a percentage as it is written, with the word for it.
func (t *text) withPercent(n reading.Number) string {
	switch low := t.Low(n.Last); {
	case strings.HasSuffix(t.Text[n.From:n.To], "%"):
	case low == "per":
		return t.Text[n.From:t.Tokens[n.Last+1].To]
	default:
		return t.Text[n.From:t.Tokens[n.Last].To]
	}
	return t.Text[n.From:n.To]
}

// isShare says whether a percentage is of people or things, and not of a growth.
func (t *text) isShare(s reading.Sentence, n reading.Number) bool {
	next := n.Last // behind "persen"
	if w := t.Low(next); w == "persen" || w == "percent" {
		next++
	} else if w == "per" {
		next += 2
	}
	if t.Low(next) == "of" || t.Low(next) == "the" {
		return false
	}
	for i := max(s.First, n.First-4); i < n.First; i++ {
		if low := t.Low(i); moving[low] || low == "target" || low == "mencapai" || low == "capaian" {
			return false
		}
	}
	return sharers[t.Low(next)] && next < s.Last && (t.Joined(next) || t.Gap(next) == "% ")
}

// isBeside says whether two parts stand in one list: with a comma or "dan" between them, and no clause.
func (t *text) isBeside(a, b reading.Number) bool {
	between := t.Text[a.To:b.From]
	return b.First-a.Last <= 7 && !strings.ContainsAny(between, ".;:(") &&
		strings.Count(between, ",") <= 1 && (strings.Contains(between, ",") || isAndWord[t.Low(b.First-1)])
}

// farShare is how many words may stand between a whole and the percentage of its part.
const farShare = 5

// shareOf holds a percentage against a part and its whole: 30 dari 40 RT, atau 75 persen.
func (t *text) shareOf(part, all, n reading.Number) {
	of, or := t.Low(all.First-1), t.Low(n.First-1)
	for _, x := range []reading.Number{part, all} {
		if x.Percent || x.Money || x.Scale != "" || x.Value < 1 || t.IsYear(x.First) || t.IsRounded(x) {
			return
		}
	}
	between := t.Text[all.To:n.From]
	if !n.Percent || of != "dari" && of != "of" && of != "out" || all.First-part.Last > 2 || !t.Joined(all.First) ||
		n.First-all.Last > farShare || strings.ContainsAny(between, ".;:") || part.Value > all.Value ||
		!(or == "atau" || or == "or" || strings.HasSuffix(between, "(")) || t.IsRounded(n) {
		return
	}
	is := part.Value / all.Value * 100
	if math.Abs(is-n.Value) <= 2*n.Half+1e-9 {
		return
	}
	written := t.Text[n.From:n.To]
	right := t.percentage(is) + written[len(strings.TrimRight(written, " %")):]
	p := t.SayAt("share-differs", n.From, n.To, t.Text[part.From:part.To], t.Text[all.From:all.To],
		t.percentage(is), t.Decimal(n.Value))
	reading.Mend(p, right)
}
