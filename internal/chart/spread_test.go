package chart

import "testing"

func numbers(values ...float64) []*float64 {
	list := make([]*float64, len(values))
	for i := range values {
		if values[i] >= 0 {
			list[i] = &values[i]
		}
	}
	return list
}

// The least value stands at the left end, the greatest at the right; the own dot is none of
// the others, and what is not known has none.
func TestSpread(t *testing.T) {
	city := 15.0
	s := DrawSpread(numbers(10, -1, 20, 30), 2, &city)
	if s.Dots != "M10 10h0M310 10h0" || s.OwnX != "160" || s.OwnY != "10" || s.Mark != "M85 1v18" || s.Height != "20" {
		t.Errorf("%+v", s)
	}
	if s := DrawSpread(numbers(10, -1, 20), 1, nil); s.OwnX != "" || s.Mark != "" || s.Dots != "M10 10h0M310 10h0" {
		t.Errorf("without an own value: %+v", s)
	}
}

// A mark beyond all values is on the spread as well.
func TestSpreadHoldsItsMark(t *testing.T) {
	city := 50.0
	if s := DrawSpread(numbers(10, 30), 0, &city); s.Mark != "M310 1v18" || s.OwnX != "10" || s.Dots != "M160 10h0" {
		t.Errorf("%+v", s)
	}
}

// Equal values stand on one another, so that all can be counted; the own is the lowest.
func TestSpreadPiles(t *testing.T) {
	s := DrawSpread(numbers(6, 6, 6, 11), 1, nil)
	if s.Dots != "M10 20h0M10 10h0M310 30h0" || s.OwnX != "10" || s.OwnY != "30" || s.Height != "40" {
		t.Errorf("%+v", s)
	}
	if s := DrawSpread(numbers(7, 7), 0, nil); s.OwnX != "160" || s.Dots != "M160 10h0" {
		t.Errorf("all the same: %+v", s)
	}
}
