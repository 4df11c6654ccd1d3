package views

import (
	"testing"
	"time"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// A weekday is said in the language of the page, however the editor wrote it.
func TestWeekday(t *testing.T) {
	for tag, want := range map[value.Language]string{"id": "Selasa", "en": "Tuesday"} {
		s := of(site.Config{Language: tag})
		for _, typed := range []string{"Selasa", "tuesday"} {
			x := &site.Visit{WeekdayAsReported: value.Weekday{Name: typed, Day: time.Tuesday}}
			if got := s.weekday(x); got != want {
				t.Errorf("%s, typed %s: %q", tag, typed, got)
			}
		}
	}
	if got := of(site.Config{Language: "id"}).weekday(&site.Visit{}); got != "" {
		t.Errorf("of no day: %q", got)
	}
}
