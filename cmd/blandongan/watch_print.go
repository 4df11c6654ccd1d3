package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/dev"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
)

// terminal shows an author what happens, a line for each thing, with the time
// of day. Problems go where a build's go, to standard error.
type terminal struct {
	out, err io.Writer
	colour   bool
	clock    func() time.Time
	open     func(url string) error // once, with the first address
	greeted  bool
	drafts   bool // are shown too
	findings int  // that were told of
}

func newTerminal(out, err io.Writer) *terminal {
	return &terminal{out: out, err: err, colour: command.Colourful(out) && command.Colourful(err), clock: time.Now}
}

// Colours, as terminals number them.
const (
	red    = "31"
	green  = "32"
	yellow = "33"
	faint  = "2"
)

func (t *terminal) paint(colour, text string) string {
	if !t.colour || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

func (t *terminal) line(colour, text string) {
	fmt.Fprintf(t.out, "%s %s\n", t.paint(faint, t.clock().Format("15:04:05")), t.paint(colour, text))
}

func (t *terminal) show(event any) {
	switch e := event.(type) {
	case *dev.Built:
		t.built(e)
	case *dev.Serving:
		t.serving(e)
	case *dev.Polling:
		say := lang.Command.For(e.Language)
		why := say.Word("watch-mute")
		if e.Reason == dev.NoWatches {
			why = say.Word("watch-limit")
		}
		t.line(yellow, why+"; "+say.Word("watch-polls"))
	}
}

func (t *terminal) serving(e *dev.Serving) {
	say := lang.Command.For(e.Language)
	if e.Taken != "" {
		t.line(yellow, say.Word("watch-taken", e.Taken))
	}
	if e.Network {
		t.line(yellow, say.Word("watch-network"))
	}
	t.line(green, say.Word("watch-serving", e.URL))
	if !t.greeted {
		t.line(faint, say.Word("watch-stop"))
	}
	t.greeted = true
	if t.open != nil {
		if err := t.open(e.URL); err != nil {
			t.line(yellow, say.Word("watch-no-browser", err))
		}
		t.open = nil
	}
}

func (t *terminal) built(b *dev.Built) {
	t.problems(b)
	say := lang.Command.For(b.Language)
	errs, _ := b.Problems.Count()
	switch {
	case b.Err != nil:
		t.line(red, say.Word("watch-machine", dev.Plain(b.Err, b.Language)))
	case errs > 0:
		t.line(red, say.Word("watch-failed", cause(say, b), say.Counted("errors", errs)))
	case b.Cause == dev.Started:
		var report strings.Builder
		command.PrintReport(&report, say, b.Report, b.Problems, b.Took)
		for l := range strings.Lines(report.String()) {
			t.line("", strings.TrimSuffix(l, "\n"))
		}
		if t.drafts {
			t.line(yellow, say.Word("drafts-built"))
		}
		if desk := t.desk(say, b); desk != "" {
			t.line("", desk)
		}
	default:
		t.rebuilt(say, b)
	}
}

// rebuilt is the line of a rebuild: what changed, what came of it, how fast.
func (t *terminal) rebuilt(say *lang.Writer, b *dev.Built) {
	command.Explain(t.out, say, b.Report)
	effect := say.Word("watch-nothing")
	if n := b.Report.Written + b.Report.Removed; n > 0 {
		effect = say.Counted("watch-written", n)
	}
	text, colour := say.Word("watch-made", cause(say, b), effect, b.Took.Milliseconds()), ""
	if _, warnings := b.Problems.Count(); warnings > 0 {
		text += "; " + say.Counted("warnings", warnings)
	}
	if desk := t.desk(say, b); desk != "" {
		text += "; " + desk
	}
	if b.Report.Written+b.Report.Removed == 0 {
		text += withheld(say, b.Report)
	}
	if b.Mended {
		colour, text = green, text+"; "+say.Word("watch-mended")
	}
	t.line(colour, text)
}

// desk says how much the editors' desk found, when that is another number than it was.
func (t *terminal) desk(say *lang.Writer, b *dev.Built) string {
	n := b.Report.Findings.Len()
	if n == t.findings {
		return ""
	}
	t.findings = n
	return say.Counted("desk-found", n)
}

// withheld says what is not shown though it was written: perhaps just what was saved.
func withheld(say *lang.Writer, r build.Report) string {
	var lines strings.Builder
	command.PrintWithheld(&lines, say, r)
	if lines.Len() == 0 {
		return ""
	}
	return "; " + strings.ReplaceAll(strings.TrimSpace(lines.String()), "\n", "; ")
}

// problems prints them as build does.
func (t *terminal) problems(b *dev.Built) {
	for _, p := range b.Problems {
		var text strings.Builder
		_ = diag.List{p}.Print(&text, b.Language)
		first, rest, _ := strings.Cut(text.String(), "\n")
		colour := yellow
		if p.Severity() == diag.Error {
			colour = red
		}
		fmt.Fprintf(t.err, "%s\n%s", t.paint(colour, first), rest)
	}
}

// mostNamed is how many saved files a line names.
const mostNamed = 2

// cause says why a build was made: most often, what was saved.
func cause(say *lang.Writer, b *dev.Built) string {
	edited := make([]string, len(b.Report.Edited))
	for i, name := range b.Report.Edited {
		edited[i] = diag.Name(name)
	}
	switch n := len(edited); {
	case n == 0 && b.Cause == dev.Due:
		return say.Word("watch-hour")
	case n == 0:
		return say.Word("watch-some")
	case n <= mostNamed:
		return strings.Join(edited, ", ")
	default:
		return say.Word("watch-files", edited[0], n-1)
	}
}
