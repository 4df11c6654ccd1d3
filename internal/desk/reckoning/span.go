package reckoning

import (
	"math"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// lasting are words before how long something takes.
var lasting = prose.SetOf(`selama berlangsung dalam atau menjabat lasted for or took`)

// resting are words of a sentence in which something else takes time too.
var resting = prose.SetOf(`istirahat jeda terlambat molor tertunda lembur perjalanan sebelum setelah sesudah kemudian
break delay late before after later setiap tiap every each kecuali`)

// period is a time from one point to another, as a sentence tells it.
type period struct {
	first, last int // words
	least, most float64
	is          float64 // what to tell of it; 0 for both of them
}

// spans holds how long something takes against when it begins and ends.
func (t *text) spans(s reading.Sentence, numbers []reading.Number) {
	for _, n := range numbers {
		unit := t.Low(n.Last)
		find := units[unit]
		if find == nil || !t.isLength(n) || s.Cut || t.Has(s, resting) {
			continue
		}
		p, ok := find(t, s)
		if !ok || n.Value >= p.least && n.Value <= p.most || !t.isLasting(n, p) {
			continue
		}
		is := t.Decimal(p.is)
		if p.is == 0 {
			is = t.Decimal(p.least) + "–" + t.Decimal(p.most)
		}
		t.lasts(n, t.Text[t.Tokens[p.first].From:t.Tokens[p.last-1].To], is)
	}
}

// lasts reports a length of time.
func (t *text) lasts(n reading.Number, span, is string) {
	end := n.To
	if units[t.Low(n.Last)] != nil {
		end = t.Tokens[n.Last].To
	}
	t.SayAt("span-differs", n.From, end, t.Text[n.From:end], span, is+t.Text[n.To:end])
}

// isLength says whether a number of a unit is how long something takes: neither "dua hari lagi" nor
// "lima hari kerja", nor a half of one.
func (t *text) isLength(n reading.Number) bool {
	switch t.Low(n.Last + 1) {
	case "kerja", "lalu", "lagi", "sekali", "ago", "setengah":
		return false
	}
	return t.Joined(n.Last) && !n.Money && !n.Percent && n.Scale == "" && n.Value >= 1 && !t.IsRounded(n)
}

// units find the one period that a sentence tells in a unit.
var units = map[string]func(*text, reading.Sentence) (period, bool){
	"tahun": (*text).years, "years": (*text).years, "bulan": (*text).months, "months": (*text).months,
	"hari": (*text).days, "days": (*text).days,
	"jam":   func(t *text, s reading.Sentence) (period, bool) { return t.clock(s, 60) },
	"hours": func(t *text, s reading.Sentence) (period, bool) { return t.clock(s, 60) },
	"menit": func(t *text, s reading.Sentence) (period, bool) { return t.clock(s, 1) },
	"minutes": func(t *text, s reading.Sentence) (period, bool) {
		return t.clock(s, 1)
	},
}

// isLasting says whether a length is that of a period: one stands right beside the other, or a word
// before the length says so.
func (t *text) isLasting(n reading.Number, p period) bool {
	before := t.Low(n.First - 1)
	switch behind := n.Last + 1; {
	case behind <= p.first && p.first-behind <= 2:
		return t.isOnlyOpening(behind, p.first) && (lasting[before] || p.first > behind || t.Gap(p.first) != " ")
	case behind <= p.first:
		return before == "berlangsung" || before == "selama"
	}
	return n.First >= p.last && lasting[before]
}

// isOnlyOpening says whether words only lead to a period: "enam bulan, yaitu dari Januari".
func (t *text) isOnlyOpening(from, to int) bool {
	for i := from; i < to; i++ {
		if !openers[t.Low(i)] && !leading[t.Low(i)] {
			return false
		}
	}
	return true
}

var leading = prose.SetOf(`dari mulai sejak pada tanggal pukul from between since`)

// ending are words before the end of a period.
var ending = prose.SetOf(`hingga sampai to until s.d sd`)

func isEnding(t *text, i int) bool { return ending[t.Low(i)] || reading.IsDash(t.Gap(i)) }

// years finds the one period between two years: dari 2016 hingga 2021.
func (t *text) years(s reading.Sentence) (p period, ok bool) {
	var at []int
	for i := s.First; i < s.Last; i++ {
		if t.IsYear(i) {
			at = append(at, i)
		}
	}
	if len(at) != 2 {
		return p, false
	}
	a, b := at[0], at[1]
	joined := b == a+1 && reading.IsDash(t.Gap(b)) || b == a+2 && ending[t.Low(a+1)] ||
		b == a+3 && ending[t.Low(a+1)] && t.Low(a+2) == "tahun"
	if !joined || reading.Months[t.Low(a-1)] != 0 {
		return p, false
	}
	n := float64(t.Whole(b) - t.Whole(a))
	return period{a, b + 1, n, n + 1, 0}, n > 0
}

// months finds the one period between two months: dari Januari hingga Juni 2024.
func (t *text) months(s reading.Sentence) (p period, ok bool) {
	var at []int
	for i := s.First; i < s.Last; i++ {
		if reading.Months[t.Low(i)] != 0 && t.Tokens[i].Large && len(t.Tokens[i].Low) > 2 {
			at = append(at, i)
		}
	}
	if len(at) != 2 || t.Whole(at[0]-1) > 0 || t.Whole(at[1]-1) > 0 && !t.IsYear(at[1]-1) {
		return p, false
	}
	a, b, end := at[0], at[1], at[1]+1
	from, to := 0, 0
	if t.IsYear(end) {
		to, end = t.Whole(end), end+1
	}
	from = to
	next := a + 1
	if t.IsYear(next) {
		from, next = t.Whole(next), next+1
	}
	joined := next == b && reading.IsDash(t.Gap(b)) || next == b-1 && ending[t.Low(next)]
	if !joined || to == 0 && from != 0 {
		return p, false
	}
	n := float64((to-from)*12 + int(reading.Months[t.Low(b)]) - int(reading.Months[t.Low(a)]))
	return period{a, end, n, n + 1, 0}, n > 0
}

// days finds the one period between two dates: 6–9 November; dari 6 hingga 9 November 2017.
func (t *text) days(s reading.Sentence) (p period, ok bool) {
	var found []reading.Date
	for i := s.First; i < s.Last; i++ {
		d, is := t.DateAt(i)
		if !is {
			continue
		}
		end := t.RangeEnd(i)
		if end == 0 {
			found = append(found, d)
			i = d.Last - 1
			continue
		}
		if t.Low(end-1) == "dan" || t.Low(end-1) == "atau" || t.Low(end-1) == "and" || len(found) > 0 {
			return p, false
		}
		last, is := t.DateAt(end)
		if !is {
			return p, false
		}
		n := last.Time.Sub(d.Time).Hours() / 24
		p, ok = period{i, last.Last, n, n + 1, 0}, n > 0
		i = last.Last - 1
	}
	if len(found) == 2 && !ok && isEnding(t, found[0].Last) && found[1].First-found[0].Last <= 2 &&
		found[0].Year == found[1].Year {
		n := math.Round(found[1].Time.Sub(found[0].Time).Hours() / 24)
		return period{found[0].First, found[1].Last, n, n + 1, 0}, n > 0
	}
	return p, ok && len(found) == 0
}

// clock finds the one period between two times of a day, in units of so many minutes.
func (t *text) clock(s reading.Sentence, unit float64) (p period, ok bool) {
	var at []int
	var minutes []int
	for i := s.First; i < s.Last; i++ {
		if m, is := timeOfDay(t.Low(i)); is && (len(at) > 0 || t.Low(i-1) == "pukul" || t.Low(i-1) == "at") {
			at, minutes = append(at, i), append(minutes, m)
		}
	}
	if len(at) != 2 {
		return p, false
	}
	long := minutes[1] - minutes[0]
	if long <= 0 {
		long += 24 * 60
	}
	n, off := float64(long)/unit, 29/unit
	if unit == 1 {
		off = 1
	}
	return period{at[0], at[1] + 1, n - off, n + off, n}, true
}

// timeOfDay reads 09.00 as minutes.
func timeOfDay(low string) (minutes int, ok bool) {
	if len(low) != 5 || low[2] != '.' && low[2] != ':' {
		return 0, false
	}
	at, err := time.Parse("15.04", strings.Replace(low, ":", ".", 1))
	return at.Hour()*60 + at.Minute(), err == nil
}

// ages holds an age against the year of birth: "kelahiran 1980 yang pada 2020 berusia 40 tahun".
func (t *text) ages(s reading.Sentence, numbers []reading.Number) {
	birth := 0
	for i := s.First; i < s.Last && birth == 0; i++ {
		if low := t.Tokens[i].Low; (low == "kelahiran" || low == "born") && t.IsYear(t.skip(i+1)) {
			birth = t.skip(i + 1)
		}
	}
	if birth == 0 {
		return
	}
	for _, n := range numbers {
		low := t.Low(n.First - 1)
		if low != "berusia" && low != "berumur" && low != "usia" && low != "aged" || t.Low(n.Last) != "tahun" &&
			low != "aged" || t.IsRounded(n) || n.First < birth {
			continue
		}
		year, sure := 0, true
		for i := birth + 1; i < n.First-1; i++ {
			if t.IsYear(i) && year == 0 {
				year = t.Whole(i)
			} else if !aging[t.Low(i)] && reading.Months[t.Low(i)] == 0 && !reading.IsDigits(t.Low(i)) {
				sure = false
			}
		}
		if next := n.Last + 1; year == 0 && t.Low(next) == "pada" && t.IsYear(t.skip(next+1)) {
			year = t.Whole(t.skip(next + 1))
		}
		age := year - t.Whole(birth)
		if year == 0 || !sure || int(n.Value) == age || int(n.Value) == age-1 {
			continue
		}
		t.lasts(n, t.Tokens[birth].Text+"–"+strconv.Itoa(year), strconv.Itoa(age))
	}
}

// skip passes "tahun" before a year.
func (t *text) skip(i int) int {
	if low := t.Low(i); low == "tahun" || low == "in" {
		return i + 1
	}
	return i
}

// aging are words between a birth and an age of the same person.
var aging = prose.SetOf(`itu ini yang kini sekarang telah sudah genap pada tahun baru masih tepat berusia berumur
who was is now in`)
