package reading

import (
	"blandongan/internal/desk/prose"
)

// YearIn returns the last year that a sentence names, 0 without one.
func (t *Passage) YearIn(s Sentence) (year int) {
	for i := s.First; i < s.Last; i++ {
		if t.IsYear(i) {
			year = t.Whole(i)
		}
	}
	return year
}

// YearTold is the year that a sentence tells its figures of: the only one that it names, which is
// not that of something else. 0 without one.
func (t *Passage) YearTold(s Sentence) (year int) {
	for i := s.First; i < s.Last; i++ {
		if !t.IsYear(i) {
			continue
		}
		if year != 0 && year != t.Whole(i) || t.isOfEvent(i) {
			return 0
		}
		year = t.Whole(i)
	}
	return year
}

// isOfEvent says whether a year is that in which something began, or of a law.
func (t *Passage) isOfEvent(i int) bool {
	at := i - 1
	for ; at > i-4; at-- {
		low := t.Low(at)
		if Months[low] == 0 && !yearPrepositions[low] && !IsDigits(low) {
			break
		}
		if t.Low(at-1) == "nomor" {
			return true
		}
	}
	return events[t.Low(at)]
}

var yearPrepositions = prose.SetOf(`pada di tahun tanggal bulan in of on the year`)

var events = prose.SetOf(`sejak semenjak hingga sampai menjelang sebelum setelah sesudah dari ke antara berdiri
dibentuk terbentuk didirikan lahir dimekarkan mekar diresmikan disahkan ditetapkan diundangkan nomor no dibanding dibandingkan
ketimbang daripada since until before after from to than founded established formed`)

var times = prose.SetOf(`januari februari maret april juni juli agustus september oktober november desember
semester triwulan kemarin lalu`)

// TellsTime says whether a sentence tells its time.
func (t *Passage) TellsTime(s Sentence) bool {
	if t.YearIn(s) != 0 || t.Has(s, times) || t.IsThen(s) {
		return true
	}
	for i := s.First; i < s.Last; i++ {
		if t.Follows(i, "tahun", "ini") || t.Follows(i, "tahun", "yang") {
			return true
		}
	}
	return false
}

// IsThen says whether a sentence tells of a time that was named before: saat itu.
func (t *Passage) IsThen(s Sentence) bool {
	for i := s.First; i+1 < s.Last; i++ {
		switch t.Low(i) {
		case "saat", "waktu", "kala", "ketika", "masa", "tahun", "zaman":
			if t.Low(i+1) == "itu" {
				return true
			}
		}
	}
	return false
}
