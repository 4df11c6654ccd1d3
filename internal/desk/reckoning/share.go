package reckoning

import (
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

// shares finds percentages that are more than all.
func (t *text) shares(s reading.Sentence, numbers []reading.Number) {
	for _, n := range numbers {
		if n.Percent && n.Value > 100 && t.isShare(s, n) {
			t.SayAt("percent-over", n.From, n.To, t.Text[n.From:n.To])
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
	return sharers[t.Low(next)] && next < s.Last && t.Joined(next)
}

// isBeside says whether two parts stand in one list: with a comma or "dan" between them, and no clause.
func (t *text) isBeside(a, b reading.Number) bool {
	between := t.Text[a.To:b.From]
	return b.First-a.Last <= 7 && !strings.ContainsAny(between, ".;:(") &&
		strings.Count(between, ",") <= 1 && (strings.Contains(between, ",") || isAndWord[t.Low(b.First-1)])
}
