package views

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// What is known of a year that is not over is drawn no later than today.
func TestEvidenceEndsToday(t *testing.T) {
	x := &site.Program{Started: value.Day("2020"), Awards: []site.Award{{Year: 2026}}}
	row := factsOn("2026-02-01", &site.Facts{}).evidenceView([]*site.Program{x}).Rows[0]
	if len(row.Dots) != 2 || len(row.To) > len(row.Until) || row.To > row.Until {
		t.Errorf("a dot at %s, today at %s", row.To, row.Until)
	}
}
