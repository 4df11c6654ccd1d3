package command

import (
	"strings"
	"testing"
	"time"

	"blandongan/internal/build/progress"
	"blandongan/internal/lang"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// Where nobody sits at a terminal there is a line after five seconds, and then every ten; of what is over before, none.
func TestLines(t *testing.T) {
	for l, want := range map[lang.Language]string{
		lang.Indonesian: "membuat halaman 612 dari 12.252, kira-kira 2 menit lagi\n" +
			"membuat halaman 1.837 dari 12.252, kira-kira 90 detik lagi\n" +
			"membuat halaman 3.063 dari 12.252, kira-kira 80 detik lagi\n",
		lang.English: "making page 612 of 12,252, about 2 minutes left\n" +
			"making page 1,837 of 12,252, about 90 seconds left\n" +
			"making page 3,063 of 12,252, about 80 seconds left\n",
	} {
		var out strings.Builder
		say := lang.Command.For(l)
		m := NewMeter(say, &out, &out)
		m.begin(noon)
		const whole, every = 500, 4
		for i := range whole {
			done := 12252 * i / whole
			m.show(noon.Add(time.Duration(i)*drawEvery), Step{"making",
				say.Word("progress-making", say.Count(done), say.Count(12252)), float64(done) / 12252})
			if i == 130 {
				break
			}
		}
		m.Aside(func() { out.WriteString("!") })
		if got := strings.TrimSuffix(out.String(), "!"); got != want {
			t.Errorf("%s", got)
		}
	}
}

func TestNothing(t *testing.T) {
	t.Setenv("BLANDONGAN_PROGRESS", "none")
	var out strings.Builder
	did := false
	NewMeter(lang.Command.For(lang.English), &out, &out).While(nil, func() { did = true })
	if !did || out.String() != "" {
		t.Errorf("%v, %q", did, out.String())
	}
}

// What is over in a moment shows nothing.
func TestOverSoon(t *testing.T) {
	var out strings.Builder
	m := NewMeter(lang.Command.For(lang.English), &out, &out)
	m.Counted("progress-verifying", func(tell func(done, of int)) {
		tell(1, 2)
		tell(2, 2)
		tell(1, 2) // who was overtaken
	})
	if out.String() != "" {
		t.Errorf("%q", out.String())
	}
}

// Each step of a build has its words.
func TestStepsHaveWords(t *testing.T) {
	for _, s := range []progress.Step{progress.Reading, progress.Inspecting, progress.Planning, progress.Making,
		progress.Copying,
		progress.Writing, progress.Looking} {
		for _, l := range []lang.Language{lang.Indonesian, lang.English} {
			if lang.Command.For(l).Word("progress-"+string(s)) == "" {
				t.Errorf("%s has no words", s)
			}
		}
	}
}

func TestDuration(t *testing.T) {
	m := NewMeter(lang.Command.For(lang.English), nil, nil)
	for seconds, want := range map[int]string{1: "1 second", 4: "4 seconds", 21: "25 seconds", 90: "90 seconds",
		91: "2 minutes", 149: "2 minutes", 3600: "60 minutes"} {
		if got := m.duration(seconds); got != want {
			t.Errorf("%d: %s, not %s", seconds, got, want)
		}
	}
}
