package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"blandongan/internal/build"
	"blandongan/internal/build/progress"
	"blandongan/internal/lang"
	"blandongan/internal/machine"
)

// Meter shows how far something is that takes long: on a terminal in a line that is written over and
// goes before anything else is printed, elsewhere in a line now and then. Of what is over soon it
// shows nothing.
type Meter struct {
	say    *lang.Writer
	lines  io.Writer // where lines go; nil when nothing is to be shown
	screen *os.File  // a terminal on which a line can be written over, else nil

	mu     sync.Mutex // guards all below
	began  time.Time
	pace   pace
	seen   string    // the line that is to be seen
	listed time.Time // the last line
}

// When something is shown, and how often.
const (
	drawAfter = time.Second
	drawEvery = time.Second / 5
	listAfter = 5 * time.Second
	listEvery = 10 * time.Second
)

// usualColumns is the width of a terminal that does not tell its own.
const usualColumns = 80

// NewMeter returns a meter for the terminal that stderr is. Where it is none, or one of somebody who
// wants no more than lines, they go to lines.
func NewMeter(say *lang.Writer, stderr, lines io.Writer) *Meter {
	m := &Meter{say: say, lines: lines}
	wanted := os.Getenv("BLANDONGAN_PROGRESS")
	if wanted == "none" {
		m.lines = nil
	} else if f, is := stderr.(*os.File); is && wanted != "lines" && isRewritable(f) {
		m.screen = f
	}
	return m
}

// isRewritable says whether a line of a file can be written over. Who wants no colours gets no moving
// lines either: a screen reader would read them again and again.
func isRewritable(f *os.File) bool {
	_, terminal := machine.Columns(f)
	return terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// Step is what is being done, in words, and the share of it that is done.
type Step struct {
	Name  string // another one has another pace
	Text  string
	Share float64
}

// While shows how far something is, as it is asked, until it is done.
func (m *Meter) While(ask func() Step, do func()) {
	if m.lines == nil {
		do()
		return
	}
	m.begin(time.Now())
	over, shown := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(shown)
		ticker := time.NewTicker(drawEvery)
		defer ticker.Stop()
		for {
			select {
			case <-over:
				return
			case now := <-ticker.C:
				m.show(now, ask())
			}
		}
	}()
	defer func() {
		close(over)
		<-shown
		m.Aside(func() {})
	}()
	do()
}

// Counted is While for what says itself how much of how many it did, from any goroutine. word is
// the key of its sentence.
func (m *Meter) Counted(word string, do func(tell func(done, of int))) {
	var did, all atomic.Int64
	tell := func(done, of int) {
		all.Store(int64(of))
		for old := did.Load(); old < int64(done) && !did.CompareAndSwap(old, int64(done)); {
			old = did.Load()
		}
	}
	m.While(func() Step {
		done, of := int(did.Load()), max(1, int(all.Load()))
		return Step{word, m.say.Word(word, m.say.Count(done), m.say.Count(of)), float64(done) / float64(of)}
	}, func() { do(tell) })
}

// Build is While for a build.
func (m *Meter) Build(b *build.Builder, do func()) {
	m.While(func() Step {
		p := b.Progress()
		word := "progress-" + string(p.Step)
		if p.Of == 0 && p.Share == 0 && (p.Step == progress.Planning || p.Step == progress.Writing) {
			return Step{Name: word, Text: m.say.Word(word)}
		}
		return Step{word, m.say.Word(word, m.say.Count(p.Done), m.say.Count(p.Of)), p.Share}
	}, do)
}

// Aside prints something else while something is shown.
func (m *Meter) Aside(print func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wipe()
	print()
}

func (m *Meter) begin(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.began, m.pace = now, pace{}
}

// show shows a step, if it is time to.
func (m *Meter) show(now time.Time, s Step) {
	m.mu.Lock()
	defer m.mu.Unlock()
	text := s.Text
	if left, known := m.pace.left(now, s.Name, s.Share); known {
		text = m.say.Word("progress-left", text, m.duration(left))
	}
	switch took := now.Sub(m.began); {
	case m.screen != nil && took >= drawAfter:
		m.draw(text)
	case m.screen == nil && took >= listAfter && now.Sub(m.listed) >= listEvery:
		m.listed = now
		fmt.Fprintln(m.lines, text)
	}
}

// duration is a time in round numbers.
func (m *Meter) duration(seconds int) string {
	switch {
	case seconds > 90:
		return m.say.Counted("progress-minutes", (seconds+30)/60)
	case seconds > 20:
		seconds = (seconds + 4) / 5 * 5
	}
	return m.say.Counted("progress-seconds", seconds)
}

// draw writes the line over, cut to the terminal. What was longer is covered by blanks: the older
// windows of Windows know no sign by which they would clear a line.
func (m *Meter) draw(text string) {
	most := m.most()
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:max(0, most-1)]) + "…"
	}
	if text == m.seen {
		return
	}
	longer := max(0, min(utf8.RuneCountInString(m.seen), most)-utf8.RuneCountInString(text))
	fmt.Fprint(m.screen, "\r", text, strings.Repeat(" ", longer), strings.Repeat("\b", longer))
	m.seen = text
}

// most is how many letters a line may have: behind the last column some terminals begin a new one.
func (m *Meter) most() int {
	columns, _ := machine.Columns(m.screen)
	if columns == 0 {
		columns = usualColumns
	}
	return columns - 1
}

// keyed is what a terminal itself adds to the line when somebody presses Ctrl+C.
const keyed = len("^C")

// wipe takes the line away.
func (m *Meter) wipe() {
	if m.seen != "" {
		n := min(utf8.RuneCountInString(m.seen)+keyed, m.most())
		fmt.Fprint(m.screen, "\r", strings.Repeat(" ", n), "\r")
		m.seen = ""
	}
}
