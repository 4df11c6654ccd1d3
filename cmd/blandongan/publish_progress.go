package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"blandongan/internal/publish"
)

// progress shows how a run goes on: a bar where there is a terminal, now and then
// a line elsewhere.
type progress struct {
	out   io.Writer
	say   publishWords
	bar   bool
	drawn bool
	last  time.Time
	now   func() time.Time
}

// How often something is shown.
const (
	barEvery  = time.Second / 10
	lineEvery = 10 * time.Second
)

func newProgress(out *careful, say publishWords) *progress {
	return &progress{out: out, say: say, bar: colourful(out.w), now: time.Now, last: time.Now()}
}

func (p *progress) tell(g publish.Progress) {
	if g.Failed != nil {
		p.end()
		fmt.Fprintf(p.out, p.say.again, g.Path, publish.Plain(g.Failed, string(p.say.lang)), g.Pause.Seconds())
		return
	}
	every := lineEvery
	if p.bar {
		every = barEvery
	}
	if p.now().Sub(p.last) < every && !(p.bar && g.Done == g.Total) {
		return
	}
	p.last = p.now()
	if p.bar {
		p.draw(g)
		return
	}
	fmt.Fprintf(p.out, p.say.progress, g.Done, g.Total, p.say.size(g.Bytes))
}

// width is that of the bar, in characters.
const width = 30

func (p *progress) draw(g publish.Progress) {
	full := width * g.Done / max(g.Total, 1)
	fmt.Fprintf(p.out, "\r\x1b[K[%s%s] ", strings.Repeat("#", full), strings.Repeat(".", width-full))
	fmt.Fprint(p.out, strings.TrimSuffix(fmt.Sprintf(p.say.progress, g.Done, g.Total, p.say.size(g.Bytes)), "\n"))
	p.drawn = true
}

// end leaves the line of the bar.
func (p *progress) end() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}
