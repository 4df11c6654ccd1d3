package command

import (
	"fmt"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/lang"
)

// On a terminal one line is written over: after a second, cut to the terminal, without anything left of what was
// longer; it is gone before anything else is printed, with what the terminal adds for Ctrl+C.
func TestScreen(t *testing.T) {
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "")
	c := lab.NewTerminal(t, 24)
	m := NewMeter(lang.Command.For(lang.Indonesian), c.File(), nil)
	m.lines = c.File()
	m.begin(noon)
	m.show(noon.Add(900*time.Millisecond), Step{Text: "terlalu dini"})
	m.show(noon.Add(1000*time.Millisecond), Step{Text: "membuat halaman"})
	m.show(noon.Add(1200*time.Millisecond), Step{Text: "membuat halaman"})
	m.show(noon.Add(1400*time.Millisecond), Step{Text: "menulis"})
	m.show(noon.Add(1600*time.Millisecond), Step{Text: "membuat halaman 3.120 dari 12.252"})
	m.Aside(func() { fmt.Fprintln(c.File(), "selesai") })
	m.Aside(func() {})
	c.Resize(10)
	m.show(noon.Add(1800*time.Millisecond), Step{Text: "membuat halaman"})
	c.Resize(0)
	m.show(noon.Add(2000*time.Millisecond), Step{Text: "membuat halaman 3.120 dari 12.252"})
	c.Resize(80)
	m.Aside(func() {})
	c.HangUp()
	const want = "\rmembuat halaman" +
		"\rmenulis        \b\b\b\b\b\b\b\b" +
		"\rmembuat halaman 3.120 …" +
		"\r                       \rselesai\r\n" +
		"\rmembuat …" +
		"\rmembuat halaman 3.120 dari 12.252" +
		"\r                                   \r"
	if got := c.SeeAll(time.Minute); got != want {
		t.Errorf("%q\nnot\n%q", got, want)
	}
}

// Who wants no colours, no signs, or lines, has lines.
func TestNoScreen(t *testing.T) {
	c := lab.NewTerminal(t, 80)
	for name, value := range map[string]string{"NO_COLOR": "1", "TERM": "dumb", "BLANDONGAN_PROGRESS": "lines"} {
		t.Run(name, func(t *testing.T) {
			for _, other := range []string{"NO_COLOR", "BLANDONGAN_PROGRESS"} {
				t.Setenv(other, "")
			}
			t.Setenv("TERM", "xterm")
			if NewMeter(nil, c.File(), c.File()).screen == nil {
				t.Fatal("a terminal is none")
			}
			t.Setenv(name, value)
			if m := NewMeter(nil, c.File(), c.File()); m.screen != nil || m.lines == nil {
				t.Errorf("%v", m)
			}
		})
	}
}
