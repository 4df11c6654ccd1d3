package reckoning

import (
	"math"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// countedNouns are those of which parts add up.
var countedNouns = prose.SetOf(`orang peserta jiwa warga siswa pasien tamu pegawai anggota petugas perempuan
penduduk murid pelajar mahasiswa guru kader relawan unit buah kendaraan rumah keluarga kasus sampel pohon bibit
laporan permohonan pedagang kios lapak kursi tiket sekolah bangunan pengunjung penumpang pendaftar responden
penari pelari atlet karyawan pekerja people persons participants residents pupils students guests members units
households samples trees visitors reports`)

// apartNouns are those of what the parts of something are that is counted otherwise.
var apartNouns = prose.SetOf(`kecamatan kelurahan desa rw rt kelompok tim gelombang hari kota kabupaten provinsi
kali sesi kelas bulan tahun jam meter km lantai ruang tahap persen juta miliar titik district districts groups
days`)

// single are words for one of something, which have no number of their own.
var single = prose.SetOf(`seorang sebuah seekor sebatang selembar seunit`)

// sums holds a total against its parts: 120 orang, terdiri atas 70 laki-laki dan 40 perempuan.
func (t *text) sums() {
	for i := 0; i+2 < len(t.Tokens); i++ {
		at := t.partsBegin(i)
		if at == 0 {
			continue
		}
		if total, ok := t.totalBefore(i); ok {
			t.sum(total, at)
		}
	}
}

// partsBegin returns the word with which the parts begin behind a word that says so; 0 where it
// does not.
func (t *text) partsBegin(i int) int {
	low := t.Tokens[i].Low
	if t.Tokens[i].Mark&(openingMark|reading.Numeral) == 0 && (low[0] < '0' || low[0] > '9') {
		return 0
	}
	next := t.Low(i + 1)
	switch {
	case openings[low][next]: // dibagi kepada tiga koperasi: …
		for at := i + 2; strings.HasSuffix(low, "bagi") && at < min(i+2+mostLabel, t.Of(i).Last); at++ {
			if t.Gap(at) == ": " {
				return at
			}
		}
		return i + 2
	case openers[low]:
		return i + 1
	case t.Gap(i) == ": " && i > 0 && (reading.IsDigits(low) || reading.InWords[low] > 0):
		return i
	}
	return 0
}

// openings are words that the parts of something follow, with what must stand behind each.
var openings = map[string]map[string]bool{
	"terdiri": prose.SetOf("atas dari"), "consisting": prose.SetOf("of"), "made": prose.SetOf("up of"),
	"dibagi": dealt, "terbagi": dealt,
}

// dealt are words behind "dibagi" before what each is given.
var dealt = prose.SetOf(`untuk kepada bagi atas menjadi`)

// totalBefore returns the number of people or things before a word.
func (t *text) totalBefore(i int) (reading.Number, bool) {
	s := t.Of(i)
	for j := i - 1; j >= max(s.First, i-5); j-- {
		n, ok := t.NumberAt(j)
		if !ok || n.Last > i || n.Last == i && !n.Money {
			continue
		}
		if n.First > s.First && reading.InWords[t.Low(n.First-1)] == 0 {
			if b := t.Low(n.First - 1); isPartly(b) || b == "dari" || b == "of" {
				return n, false
			}
		}
		unit := t.Low(n.Last)
		counted := !n.Percent && (countedNouns[unit] || n.Money || t.isUnitOf(unit, i))
		return n, counted && t.Tokens[n.First].Sentence == t.Tokens[i].Sentence
	}
	return reading.Number{}, false
}

// isUnitOf says whether the first of the parts behind a word counts the same: "500 kupon, terdiri atas
// 300 kupon sembako".
func (t *text) isUnitOf(unit string, i int) bool {
	for at := i; at < min(i+4, t.Of(i).Last); at++ {
		if n, ok := t.NumberAt(at); ok {
			return t.Low(n.Last) == unit && unit != "" && !apartNouns[unit]
		}
	}
	return false
}

// sum adds up the parts to the end of the sentence; it is silent where a number is anything else.
func (t *text) sum(total reading.Number, at int) {
	s := t.Of(at - 1)
	if s.Cut {
		return
	}
	sum, parts, last := 0.0, 0, at
	for i := at; i < s.Last; i++ {
		low := t.Tokens[i].Low
		if unsummed[low] {
			return
		}
		n, ok := t.NumberAt(i)
		if !ok && single[low] && !total.Money {
			n, ok = reading.Number{First: i, Last: i + 1, Value: 1}, true
		}
		if !ok {
			continue
		}
		if !t.isPartOf(total, n, s) || !t.isNext(last, i, parts, total.Money) {
			return
		}
		sum, parts, last = sum+n.Value, parts+1, n.Last
		i = n.Last - 1
	}
	if parts > 1 {
		t.adds(total, sum, offInText)
	}
}

// isPartOf says whether a number counts what a total counts.
func (t *text) isPartOf(total, n reading.Number, s reading.Sentence) bool {
	unit := t.Low(n.Last)
	if n.Percent || n.Money != total.Money || n.Value >= total.Value || reading.Months[unit] != 0 || t.IsYear(n.First) {
		return false
	}
	return n.Money || n.Last < s.Last && t.Joined(n.Last) && !apartNouns[unit]
}

// mostLabel is how many words may stand before a sum of money to say whose it is.
const mostLabel = 6

// isNext says whether a number is the next of the parts, the last of which ends at a word: nothing
// but a comma or "dan" parts them. Sums of money may have whose they are before them.
func (t *text) isNext(last, i, parts int, money bool) bool {
	if !money {
		gap := t.Gap(i)
		return parts == 0 && i == last || gap == ", " || gap == " " && (parts == 0 || isAndWord[t.Low(i-1)])
	}
	if i-last > mostLabel {
		return false
	}
	marks := 0
	for k := last; k <= i; k++ {
		switch gap := t.Gap(k); {
		case k == last && parts == 0:
		case gap == ", " || gap == "; ":
			marks++
		case gap != " " && gap != ": ":
			return false
		}
		if k < i && isAndWord[t.Low(k)] && t.Gap(k) == " " {
			marks++
		}
	}
	return parts == 0 && marks == 0 || parts > 0 && marks == 1
}

// By how many halves of its last digit a total may be off its parts, in a sentence and in a table, which
// has more of them.
const (
	offInText  = 2
	offInTable = 4.5
)

// adds reports a total that is not what its parts add up to, but for what rounding leaves.
func (t *text) adds(total reading.Number, sum, halves float64) {
	off := math.Abs(sum - total.Value)
	if off < 1/finest || off < total.Half*halves && (total.Scale != "" || total.Half < 0.5) {
		return
	}
	right := t.amount(sum, total)
	reading.Mend(t.SayAt("sum-differs", total.From, total.To, right, t.Text[total.From:total.To]), right)
}

// unsummed are what parts say that overlap, or are not all.
var unsummed = prose.SetOf(`masing masing-masing tiap setiap sisanya selebihnya antara termasuk lainnya lain
each the rest including sekitar lebih kurang hampir yang`)

// rests holds a total against two parts of which the second is the rest: "Dari 54 kelurahan, 40 sudah
// mendapat bantuan dan 14 belum."
func (t *text) rests(s reading.Sentence, numbers []reading.Number) {
	if len(numbers) != 3 {
		return
	}
	total, a, b := numbers[0], numbers[1], numbers[2]
	from := t.Low(total.First - 1)
	if total.First-s.First > 2 || from != "dari" && !(from == "the" && t.Low(s.First) == "of") && from != "of" ||
		!strings.Contains(t.Gap(a.First), ",") || !isAndWord[t.Low(b.First-1)] && !left[t.Low(b.First-1)] {
		return
	}
	for _, n := range numbers {
		if n.Percent || n.Money || n.Scale != "" || t.IsRounded(n) || n.Value > total.Value || t.IsYear(n.First) {
			return
		}
	}
	if t.isRest(b, s) || t.isOpposed(a, b, s) {
		t.adds(total, a.Value+b.Value, offInText)
	}
}

// given holds a total against what each of some places was given of it: "Dari total 250 paket, 100 dibagikan
// di Hulu, 80 di Hilir, dan 60 di Muara." A list that leaves out much may not be of all places.
func (t *text) given(s reading.Sentence, numbers []reading.Number) {
	total, parts, sum := numbers[0], numbers[1:], 0.0
	if total.First != s.First+2 || !t.Follows(s.First, "dari", "total") || len(parts) < 3 || t.Has(s, unsummed) {
		return
	}
	for i, n := range parts {
		end := s.Last
		if i+1 < len(parts) {
			end = parts[i+1].First
		}
		if n.Percent || n.Money || n.Scale != "" || t.IsRounded(n) || t.IsYear(n.First) ||
			!t.isNext(n.First, n.First, i, false) || !t.isGiven(n.Last, end, i == 0) {
			return
		}
		sum += n.Value
	}
	if last := parts[len(parts)-1]; isAndWord[t.Low(last.First-1)] && sum >= total.Value*(1-leftOut) {
		t.adds(total, sum, offInText)
	}
}

// leftOut is which part of a total a list of places may leave out by a slip.
const leftOut = 0.1

// isGiven says whether words behind a number tell which place was given so much, and nothing else; the
// first tell that it was given.
func (t *text) isGiven(from, to int, first bool) bool {
	verb := !first
	for i := from; i < to; i++ {
		switch low := t.Low(i); {
		case shared[low]:
			verb = true
		case low == "di" || low == "ke" || low == "untuk":
			return verb && t.IsLarge(i+1) && to-i <= mostLabel
		case i > from+1:
			return false
		}
	}
	return false
}

// shared are verbs of what is given to several places, each its part.
var shared = prose.SetOf(`dibagikan disalurkan diserahkan dikirim dikirimkan ditanam dipasang ditempatkan disebar`)

// left are words for what is left.
var left = prose.SetOf(`sisanya selebihnya lainnya belum tidak rest remaining others`)

// mostRest is how many words may stand behind what is left: "16 kelurahan belum", "90 did not".
const mostRest = 3

// isRest says whether a number that a sentence ends with counts what is left.
func (t *text) isRest(n reading.Number, s reading.Sentence) bool {
	if left[t.Low(n.First-1)] || strings.HasSuffix(t.Gap(n.First), ", ") && left[t.Low(n.First-2)] {
		return true
	}
	if s.Last-n.Last > mostRest || s.Last == n.Last {
		return false
	}
	end, before := t.Low(s.Last-1), t.Low(s.Last-2)
	return left[end] || end == "not" && (before == "did" || before == "have" || before == "were")
}

// opposites are words of which nobody and nothing is both.
var opposites = map[string]string{
	"tumbuh": "mati", "lulus": "gagal", "hadir": "absen", "setuju": "menolak", "perempuan": "laki-laki",
	"wanita": "pria", "laki-laki": "perempuan", "pria": "wanita", "selamat": "meninggal", "sembuh": "meninggal",
	"passed": "failed", "women": "men", "men": "women", "boys": "girls", "girls": "boys",
}

// isOpposed says whether two parts are of what excludes each other, and end the sentence: "220 tumbuh dan
// 90 mati".
func (t *text) isOpposed(a, b reading.Number, s reading.Sentence) bool {
	if s.Last-b.Last > mostRest || b.First-a.Last > mostRest {
		return false
	}
	for i := a.Last; i < b.First; i++ {
		if other := opposites[t.Low(i)]; other != "" && t.Low(s.Last-1) == other {
			return true
		}
	}
	return false
}
