package value

import (
	"strings"
	"testing"
	"time"

	"blandongan/internal/diag"
)

// Times as systems and people write them are understood.
func TestMomentForms(t *testing.T) {
	zone := time.FixedZone("", 7*3600)
	for word, want := range map[string]string{
		"2017-11-07":                    "2017-11-07T00:00:00+07:00",
		"2017-11-07 22:00":              "2017-11-07T22:00:00+07:00",
		"2017-11-07 22.00":              "2017-11-07T22:00:00+07:00",
		"2017-11-07 22.00 WIB":          "2017-11-07T22:00:00+07:00",
		"2017-11-07 22:00 wita":         "2017-11-07T21:00:00+07:00",
		"2017-11-07 10:00:00 +0700":     "2017-11-07T10:00:00+07:00",
		"2017-11-07T22:00:00+0700":      "2017-11-07T22:00:00+07:00",
		"2017-11-07T22:00:00+07":        "2017-11-07T22:00:00+07:00",
		"2017-11-07T14:31":              "2017-11-07T14:31:00+07:00",
		"2017-11-07t14:31:05z":          "2017-11-07T21:31:05+07:00",
		"2024-04-08T14:25:00.186Z":      "2024-04-08T21:25:00+07:00",
		"2024-04-08T14:25:00,5+00:00":   "2024-04-08T21:25:00+07:00",
		"2024-04-08  14:25:00   +07:00": "2024-04-08T14:25:00+07:00",
	} {
		var m Moment
		if p := m.ReadLiteral(word); p != nil {
			t.Errorf("%q: %s", word, p.Text(diag.English))
			continue
		}
		if got := m.In(zone).Format(time.RFC3339); got != want {
			t.Errorf("%q is %s, want %s", word, got, want)
		}
	}
}

// What is not understood gets the very text to write, its time kept, and that text is
// understood.
func TestDateHints(t *testing.T) {
	moment := func(w string) *diag.Problem { return new(Moment).ReadLiteral(w) }
	date := func(w string) *diag.Problem { return new(Date).ReadLiteral(w) }
	day := func(w string) *diag.Problem { return new(Day).ReadLiteral(w) }
	period := func(w string) *diag.Problem { return new(Period).ReadLiteral(w) }
	for _, row := range []struct {
		read       func(string) *diag.Problem
		word, want string
	}{
		{moment, "7/11/2026", "2026-11-07"},
		{moment, "07-11-2017", "2017-11-07"},
		{moment, "7.11.17", "2017-11-07"},
		{moment, "11/25/2017", "2017-11-25"},
		{moment, "2017/11/7", "2017-11-07"},
		{moment, "2017-11-7", "2017-11-07"},
		{moment, "20171107", "2017-11-07"},
		{moment, "7 November 2017", "2017-11-07"},
		{moment, "7 Nop. 2017", "2017-11-07"},
		{moment, "7 Agustus 2017 pukul 10.00 WIB", "2017-08-07 10:00+07:00"},
		{moment, "Selasa, 7 November 2017", "2017-11-07"},
		{moment, "Jum’at, 10 Nov 2017 08:15", "2017-11-10 08:15"},
		{moment, "Sat, 07 Nov 2026 10:00:00 +0000", "2026-11-07 10:00:00+00:00"},
		{moment, "Sab, 7 Nopember 2026 pk. 08.30 WITA", "2026-11-07 08:30+08:00"},
		{moment, "hari Selasa tanggal 7 November 2017", "2017-11-07"},
		{moment, "November 7, 2017 3:05 pm", "2017-11-07 15:05"},
		{moment, "November 7, 2017 12:05 am", "2017-11-07 00:05"},
		{moment, "7/11/2017 10:00:30", "2017-11-07 10:00:30"},
		{moment, "2017-11-07 24:00", "2017-11-08 00:00"},
		{moment, "2017-11-07 9:30", "2017-11-07 09:30"},
		{moment, "7 November 2017 24.00 WITA", "2017-11-08 00:00+08:00"},
		{moment, "2017–11–07", "2017-11-07"},
		{moment, "7 November 2017 | 22:00", "2017-11-07 22:00"},
		{moment, "Selasa, 7 November 2017 – 22.00 WIB", "2017-11-07 22:00+07:00"},
		{moment, "2017-11-07 10 WIB", "2017-11-07 10:00+07:00"},
		{moment, "2017-11-07 pukul 10", "2017-11-07 10:00"},
		{moment, "7 November 2017 jam 9 WIT", "2017-11-07 09:00+09:00"},
		{moment, "Tangsel, 7 November 2017", "2017-11-07"},
		{moment, "Kota Baru, Selasa (7/11/2017)", "2017-11-07"},
		{moment, "Serpong - 7 Nov 2017 10:00", "2017-11-07 10:00"},
		{moment, "2017-11-07Z", "2017-11-07"},
		{moment, "7 November 2017 WIB", "2017-11-07"},
		{date, "7 November 2017", "2017-11-07"},
		{date, "Serpong, 7 November 2017", "2017-11-07"},
		{date, "2017-11-07 10:00", "2017-11-07"},
		{date, "7-11-2017 24:00", "2017-11-07"},
		{day, "November 2017", "2017-11"},
		{day, "11/2017", "2017-11"},
		{day, "2017-1", "2017-01"},
		{day, "tahun 2017", "2017"},
		{day, "7 Mei 2017", "2017-05-07"},
		{day, "Desember, 2017", "2017-12"},
		{period, "2019-2021", "2019/2021"},
		{period, "2025/2024", "2024/2025"},
		{period, "2025-2024", "2024/2025"},
		{period, "2025/24", "2024/2025"},
		{period, "2025/2024-05", "2024-05/2025"},
		{period, "25/24", "2024/2025"},
		{period, "1999/00", "1999/2000"},
		{period, "2025/06", "2025-06"},
		{period, "2005/06", "2005/2006"},
		{period, "2024-12/2024-07", "2024-07/2024-12"},
		{period, "Maret 2020 - Januari 2020", "2020-01/2020-03"},
		{period, "2019 s.d. 2021", "2019/2021"},
		{period, "Januari 2020 - Maret 2020", "2020-01/2020-03"},
		{period, "semester II 2020", "2020-07/2020-12"},
		{period, "triwulan 3 tahun 2020", "2020-07/2020-09"},
		{period, "Juni 2023", "2023-06"},
	} {
		p := row.read(row.word)
		if p == nil {
			t.Errorf("%q is accepted", row.word)
			continue
		}
		if got, want := p.Advice(diag.English), "write: "+row.want; got != want {
			t.Errorf("%q: %q, want %q", row.word, got, want)
		}
		if p := row.read(row.want); p != nil {
			t.Errorf("%q is not accepted: %s", row.want, p.Text(diag.English))
		}
	}
	for _, word := range []string{"2017-11", "2017/11", "November 2017", "11-2017"} {
		want := "this is a month without a day; write its day too, like 2017-11-07"
		if got := moment(word).Advice(diag.English); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if got := date("2017-12").Advice(diag.English); !strings.HasSuffix(got, " 2017-12-07") {
		t.Errorf("a month is given a day: %q", got)
	}
	for word, code := range map[string]diag.Code{
		"2017-11-07 10:61": "no-such-time", "2017-11-07 25:00": "no-such-time", "2017-11-07 10:00 +99": "no-such-time",
		"2017-02-30": "no-such-day", "2017-02-30 10:00": "no-such-day",
		"besok": "bad-date", "31/2/2017": "bad-date", "10:00": "bad-date", "7 Fubruari 2017": "bad-date",
		"2017": "bad-date", "November 2017": "bad-date", "": "bad-date", "99999999999999999999": "bad-date",
	} {
		if p := moment(word); p == nil || p.Code != code {
			t.Errorf("%q: %v, want %s", word, p, code)
		}
	}
	for _, word := range []string{"Jum’at", "JUM`AT", "jumʼat", "Jumat"} {
		if p := new(Weekday).ReadLiteral(word); p != nil {
			t.Errorf("%q: %s", word, p.Text(diag.English))
		}
	}
}

func FuzzTypedDate(f *testing.F) {
	for _, word := range []string{"Selasa, 7 November 2017 pukul 10.00 WIB", "7/11/17", "24:00", "semester I 2020"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if s, ok := readTypedDate(word); ok {
			for _, text := range []string{s.dayText(), s.dateText(), s.momentText()} {
				if text != "" && new(Moment).ReadLiteral(text) != nil && new(Day).ReadLiteral(text) != nil {
					t.Errorf("%q becomes %q", word, text)
				}
			}
		}
		if meant := typedPeriod(word); meant != "" && new(Period).ReadLiteral(meant) != nil {
			t.Errorf("%q becomes %q", word, meant)
		}
	})
}
