package reckoning

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site"
)

// sourced are words of a sentence that says where its figures are from; spoken those of one that says
// by whom.
var sourced = prose.SetOf(`menurut berdasarkan data catatan bps sensus mencatat tercatat dikutip laporan sumber
dilansir merujuk according census survei statistik registrasi sumbernya dokumen`)

var spoken = prose.SetOf(`kata ujar ucap tutur jelas sebut menyebut disebut mengatakan mengungkapkan menyampaikan
menjelaskan menerangkan menuturkan ungkap papar tambah katanya ujarnya jelasnya sebutnya tuturnya ungkapnya paparnya
ucapnya terangnya said says reported estimate klaim diklaim mengklaim menilai`)

// Unsourced reports a figure of which nothing tells the time, the source or the speaker. What an
// article rests on is told by its list of sources.
func Unsourced(t *reading.Passage, a *site.Article, n reading.Number, s reading.Sentence, from, to int) {
	if a == nil || len(a.Sources) > 0 || a.Original != nil || t.TellsTime(s) || t.Has(s, sourced) || n.Value < 1000 ||
		!n.Digits || from == n.From && t.Has(s, spoken) { // whoever says "about" gives no figure
		return
	}
	t.SayAt("claim-unsourced", from, to, t.Text[from:to])
}

// vague are what a source is called by whoever names none: "menurut data, …".
var vague = prose.SetOf("data survei penelitian penelitiannya statistik riset research data studies statistics")

// superlatives are said of the first of many.
var superlatives = prose.SetOf(`terbaik terbesar tertinggi termaju terbersih teraman terluas tercepat best largest
cleanest safest`)

// everywhere are of how many places something is said to be the first.
var everywhere = prose.SetOf("indonesia asia dunia nasional se-indonesia world")

// Boasts reports what an article without sources says of a country's best, or from "data" that it
// does not name.
func Boasts(t *reading.Passage, a *site.Article) {
	if a == nil || len(a.Sources) > 0 || a.Original != nil {
		return
	}
	for i := range t.Tokens {
		low := t.Low(i)
		s := t.Of(i)
		switch {
		case (low == "menurut" || low == "berdasarkan") && strings.HasPrefix(t.Gap(i+2), ","):
			if at := i + 1; vague[t.Low(at)] && t.Joined(at) && hasDigits(t, s) {
				t.Say("claim-unsourced", i, at+1, t.Span(i, at+1))
			}
		case superlatives[low] && !t.Has(s, spoken) && !t.Has(s, sourced) && !t.Has(s, given):
			for at := i + 1; at < min(i+4, s.Last); at++ {
				if everywhere[t.Low(at)] {
					t.Say("claim-unsourced", i, at+1, t.Span(i, at+1))
				}
			}
		}
	}
}

// given are words of a sentence that tells who said that something is the best.
var given = prose.SetOf(`penghargaan meraih diraih predikat peringkat versi oleh juara award awarded prize bukan ingin
menuju target cita-cita salah satu`)

func hasDigits(t *reading.Passage, s reading.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if low := t.Low(i); low[0] >= '0' && low[0] <= '9' {
			return true
		}
	}
	return false
}
