package views

import (
	"strings"
	"testing"

	"blandongan/internal/site"
)

// How far a program came is told of the regions that came furthest, and none is said to
// use what nobody is on record as using.
func TestAdopted(t *testing.T) {
	s := of(site.Config{Language: "id"})
	at := func(region, stage string, before ...string) *site.Adoption {
		x := &site.Adoption{Program: "p", To: site.Region{Name: region}, Stage: stage}
		for _, stage := range before {
			x.History = append(x.History, site.Stage{Stage: stage})
		}
		return x
	}
	for want, list := range map[string][]*site.Adoption{
		"": nil,
		"2 daerah berkunjung, belum ada yang tercatat memakainya": {
			at("A", "visit"), at("B", "visit"), at("A", "visit"), at("C", "interest")},
		"2 daerah memakainya":               {at("A", "in use"), at("B", "modified"), at("C", "trial")},
		"1 daerah sudah berhenti":           {at("A", "stopped", "visit", "in use")},
		"1 daerah memakainya; 1 berhenti":   {at("A", "stopped", "visit", "in use"), at("B", "in use")},
		"1 daerah mengujinya; 1 berhenti":   {at("A", "trial"), at("B", "stopped", "visit")},
		"1 daerah berminat, belum ada yang": {at("A", "interest")},
	} {
		if got := s.adopted(list); got != want && (want == "" || !strings.HasPrefix(got, want)) {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
