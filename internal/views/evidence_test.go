package views

import (
	"testing"

	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// on a day, with facts.
func factsOn(day string, f *site.Facts) scope {
	f.Config.Language = "id"
	return on(ground.Ground{Base: ground.NewBase(f), Facts: f, Today: day})
}

// A standing tells the age of its evidence: only what was seen within two years runs.
func TestStanding(t *testing.T) {
	s := factsOn("2026-11-29", &site.Facts{})
	for _, c := range []struct {
		status string
		at     value.Day
		want   string
	}{
		{"running", "2025-10-06", "terlihat berjalan, 6 Oktober 2025"},
		{"running", "2024-11-29", "terlihat berjalan, 29 November 2024"},
		{"running", "2024-11-28", "terakhir terlihat berjalan 28 November 2024"},
		{"running", "2017", "terakhir terlihat berjalan 2017"},
		{"running", "2024", "terlihat berjalan, 2024"}, // some day of that year
		{"running", "", "berjalan, belum diverifikasi"},
		{"launched", "2019-12-11", "diluncurkan, per 11 Desember 2019"},
		{"stopped", "2017-02", "berhenti, per Februari 2017"},
	} {
		x := &site.Program{Status: c.status}
		if c.at != "" {
			x.Verified = &site.Verified{At: c.at}
		}
		if got := s.standing(x); got != c.want {
			t.Errorf("%s of %s: %q, not %q", c.status, c.at, got, c.want)
		}
	}
}
