package quantity

import (
	"strings"
	"testing"
)

// What people write for people is read as all that it may mean.
func TestRead(t *testing.T) {
	for word, want := range map[string]string{
		"16,889": "16.889|16889", "16.889": "16.889|16889", "1,354": "1.354|1354", "3.000": "3000", "3,000": "3000",
		"0,500": "0.5", "0,5": "0.5", ",5": "0.5", ".25": "0.25",
		"16 889": "16889", "16\u00a0889": "16889", "1\u202f354\u202f350": "1354350", "1'354'350": "1354350",
		"1’354’350": "1354350", "1_000": "1000", "16 889,5": "16889.5", "16 88": "", "1 2 3": "",
		"1.234.567": "1234567", "1,234,567": "1234567", "1,234,567.89": "1234567.89", "1.234.567,89": "1234567.89",
		"1.234,5": "1234.5", "1,234.5": "1234.5", "1.234,567": "1234.567", "12.34,5": "", "1.2.3": "", "1.234.56": "",
		"16,889 jiwa": "16.889|16889", "13,54 km²": "13.54", "13,54 km2": "13.54", "12 %": "12", "12%": "12",
		"12,5 persen": "12.5", "± 300": "300", "sekitar 1.500 orang": "1.5|1500", "1.000+": "1000",
		"Rp435.000": "435000", "Rp 435.000,00": "435000", "Rp435.000,-": "435000", "Rp1.354": "1354",
		"IDR 435,500": "435.5|435500",
		"1,4 juta":    "1400000", "435 miliar": "435000000000", "Rp1,3 triliun": "1300000000000", "2 rb": "2000",
		"1.4 million": "1400000",
		"-3,5":        "-3.5", "−3,5": "-3.5", "–3": "-3", "Rp-5": "-5", "ke-5": "5",
		"2020-01": "", "5-10": "", "1/2": "", "1e6": "", "enam": "", "": "", "7 dari 10": "", "10 rb 5": "",
		strings.Repeat("x", 90) + "1": "",
	} {
		n := Read(word)
		if got := strings.Join(n.Values(0), "|"); got != want {
			t.Errorf("%q is %q, not %q", word, got, want)
		}
	}
	for word, want := range map[string]string{"435 miliar": "435", "Rp1,3 triliun": "1300", "435.000.000.000": "435"} {
		if got := Read(word).Values(9); len(got) != 1 || got[0] != want {
			t.Errorf("%q in miliar is %q, not %q", word, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"1.234,5", "Rp435.000,-", "−3", "1 234", "., ,", "1..2", " 1 ", "9,,,9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, v := range Read(s).Values(0) {
			if !decimal(v) && len(v) < 15 {
				t.Errorf("%q is %q", s, v)
			}
		}
	})
}

// decimal says whether a number is one as data has it.
func decimal(v string) bool {
	whole, fraction, is := strings.Cut(strings.TrimPrefix(v, "-"), ".")
	return whole != "" && (!is || fraction != "") && strings.Trim(whole+fraction, "0123456789") == ""
}
