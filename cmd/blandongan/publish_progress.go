package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/store"
)

// progress shows how a run goes on: a bar where there is a terminal, now and then
// a line elsewhere.
type progress struct {
	out   io.Writer
	say   *lang.Writer
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

func newProgress(out *careful, say *lang.Writer) *progress {
	return &progress{out: out, say: say, bar: colourful(out.w), now: time.Now, last: time.Now()}
}

func (p *progress) show(g publish.Progress) {
	if g.Failed != nil {
		p.end()
		why := store.Sentence(g.Failed, p.say.Language)
		fmt.Fprintln(p.out, p.say.Word("try-again", g.Path, why, g.Pause.Seconds()))
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
	fmt.Fprintln(p.out, p.say.Word("progress", g.Done, g.Total, p.say.Bytes(g.Bytes)))
}

// width is that of the bar, in characters.
const width = 30

func (p *progress) draw(g publish.Progress) {
	full := width * g.Done / max(g.Total, 1)
	fmt.Fprintf(p.out, "\r\x1b[K[%s%s] ", strings.Repeat("#", full), strings.Repeat(".", width-full))
	fmt.Fprint(p.out, p.say.Word("progress", g.Done, g.Total, p.say.Bytes(g.Bytes)))
	p.drawn = true
}

// end leaves the line of the bar.
func (p *progress) end() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}
