package value

import (
	"testing"
	"time"
)

func TestMoments(t *testing.T) {
	jakarta, err := time.LoadLocation("Asia/Jakarta")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"2017-11-07":                "2017-11-07T00:00:00+07:00",
		"2017-11-07 22:00":          "2017-11-07T22:00:00+07:00",
		"2017-11-07T22:00:05":       "2017-11-07T22:00:05+07:00",
		"2017-11-07T22:00:00Z":      "2017-11-08T05:00:00+07:00",
		"2017-11-07T22:00:00+08:00": "2017-11-07T21:00:00+07:00",
	} {
		var m Moment
		if fault := m.ReadLiteral(word); fault != nil {
			t.Errorf("%s: %v", word, fault)
		}
		if got := m.In(jakarta).Format(time.RFC3339); got != want {
			t.Errorf("%s is %s, not %s", word, got, want)
		}
	}
	for _, word := range []string{"", "7 November 2017", "2017-11-31", "2017-11-07 25:00", "07-11-2017"} {
		if m := new(Moment); m.ReadLiteral(word) == nil {
			t.Errorf("%q is taken for a date", word)
		}
	}
}
