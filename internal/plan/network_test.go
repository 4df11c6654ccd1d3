package plan

import (
	"strings"
	"testing"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

var stages = []string{"interest", "visit", "MoU", "agreement", "trial", "in use", "modified", "stopped"}

// What is drawn is said in words too, at whatever stage it is.
func TestDrawingSaysEveryStage(t *testing.T) {
	p := &planner{lang: lang.Pages.In("id")}
	for _, stage := range stages {
		text := p.drawingText([]*site.Adoption{{Program: "p", Stage: stage}}, 1)
		if want := p.lang.Word("stage-"+stage) + " 1"; !strings.Contains(text, want) {
			t.Errorf("%s: %q is not in %q", stage, want, text)
		}
	}
}

// A line is crossed where the adoption has ended, and nowhere else.
func TestTies(t *testing.T) {
	p := &planner{lang: lang.Pages.In("id")}
	for _, stage := range stages {
		x := p.tie(&site.Adoption{Program: "p", Stage: stage})
		if x.Kind == "" || x.Text == "" || x.Ended != (x.Kind == "ended") || x.Ended != (stage == "stopped") {
			t.Errorf("%s: %+v", stage, x)
		}
	}
}
