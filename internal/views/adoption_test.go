package views

import (
	"strings"
	"testing"

	"blandongan/internal/site"
)

var stages = []string{"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"}

// What is drawn is said in words too, at whatever stage it is.
func TestDrawingSaysEveryStage(t *testing.T) {
	s := of(site.Config{Language: "id"})
	for _, stage := range stages {
		text := s.drawingText([]*site.Adoption{{Program: "p", Stage: stage}}, 1)
		if want := s.Word("stage-"+stage) + " 1"; !strings.Contains(text, want) {
			t.Errorf("%s: %q is not in %q", stage, want, text)
		}
	}
}

// A line is crossed where the adoption has ended, and nowhere else.
func TestTies(t *testing.T) {
	s := of(site.Config{Language: "id"})
	for _, stage := range stages {
		x := s.tie(&site.Adoption{Program: "p", Stage: stage})
		if x.Kind == "" || x.Text == "" || x.Ended != (x.Kind == "ended") || x.Ended != (stage == "stopped") {
			t.Errorf("%s: %+v", stage, x)
		}
	}
}
