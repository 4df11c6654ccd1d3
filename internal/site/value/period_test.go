package value

import "testing"

func TestDaysAndPeriods(t *testing.T) {
	for _, c := range []struct{ word, first, last string }{
		{"2017", "2017-01-01", "2017-12-31"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2017-11-07", "2017-11-07", "2017-11-07"},
		{"2011/2015", "2011-01-01", "2015-12-31"},
		{"2017-05-02/2017-05-03", "2017-05-02", "2017-05-03"},
	} {
		var p Period
		if fault := p.ReadLiteral(c.word); fault != nil {
			t.Errorf("%s: %v", c.word, fault)
		}
		if first, last := p.Bounds(); first != c.first || last != c.last {
			t.Errorf("%s: %s to %s", c.word, first, last)
		}
	}
	for _, word := range []string{
		"", "17", "2017-1", "2017-13", "2017-02-29", "2015/2011", "2015/", "/2015",
		"2017-11-07/x", "3017", "2017-11-07T00:00",
	} {
		if p := new(Period); p.ReadLiteral(word) == nil {
			t.Errorf("%q is taken for a period", word)
		}
	}
}
