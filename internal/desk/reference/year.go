package reference

import (
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// yearTold is the year that a sentence tells its figures of: the only one that it names, which is
// not that of something else. 0 without one.
func (t *text) yearTold(s reading.Sentence) (year int) {
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
func (t *text) isOfEvent(i int) bool {
	at := i - 1
	for ; at > i-4; at-- {
		low := t.Low(at)
		if reading.Months[low] == 0 && !yearPrepositions[low] && !reading.IsDigits(low) {
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
