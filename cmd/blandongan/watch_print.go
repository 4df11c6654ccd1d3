package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
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
	drafts   bool         // are shown too
	explain  bool         // why files are made
	findings int          // that were told of
	deskTold bool         // where they are to be seen was told
	told     map[said]int // the problems that were told of and are there still
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
		if t.explain {
			command.ExplainMemory(t.out, say, b.Report)
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
	text := say.Counted("desk-found", n)
	if !t.deskTold && n > 0 {
		t.deskTold = true
		text += say.Word("desk-where")
	}
	return text
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

// said is what a problem says of which file; its line moves while somebody types.
type said struct{ file, text string }

// problems prints them as build does, those of the saved files first. What was told before of
// other files is only counted: it would bury what somebody just did.
func (t *terminal) problems(b *dev.Built) {
	before, now, edited := maps.Clone(t.told), map[said]int{}, map[string]bool{}
	for _, name := range b.Report.Edited {
		edited[name] = true
	}
	var saved, fresh, again diag.List
	for _, p := range b.Problems {
		key := said{p.Place.File, p.Text(b.Language)}
		now[key]++
		known := before[key] > 0
		if known {
			before[key]--
		}
		switch {
		case edited[p.Place.File]:
			saved = append(saved, p)
		case known:
			again = append(again, p)
		default:
			fresh = append(fresh, p)
		}
	}
	if b.Err != nil || b.Problems.HasErrors() { // the build went no further: the others are there still
		for key, n := range before {
			now[key] += n
		}
	}
	t.told = now
	for _, p := range slices.Concat(saved, fresh) {
		t.problem(p, b.Language)
	}
	t.again(again, lang.Command.For(b.Language))
}

func (t *terminal) problem(p diag.Problem, l lang.Language) {
	var text strings.Builder
	_ = diag.List{p}.Print(&text, l)
	first, rest, _ := strings.Cut(text.String(), "\n")
	colour := yellow
	if p.Severity() == diag.Error {
		colour = red
	}
	fmt.Fprintf(t.err, "%s\n%s", t.paint(colour, first), rest)
}

// again says how much is as it was told before, and in which files, those with errors first.
func (t *terminal) again(problems diag.List, say *lang.Writer) {
	if len(problems) == 0 {
		return
	}
	var counts, files []string
	seen := map[string]bool{}
	errors, warnings := problems.Count()
	if errors > 0 {
		counts = append(counts, say.Counted("errors", errors))
	}
	if warnings > 0 {
		counts = append(counts, say.Counted("warnings", warnings))
	}
	if notes := problems.Notes(); notes > 0 {
		counts = append(counts, say.Counted("notes", notes))
	}
	for _, isError := range []bool{true, false} {
		for _, p := range problems {
			name := diag.Name(p.Place.File)
			if (p.Severity() == diag.Error) == isError && !seen[name] {
				seen[name] = true
				files = append(files, name)
			}
		}
	}
	fmt.Fprintln(t.err, t.paint(faint, say.Word("watch-again", strings.Join(counts, ", "), named(say, files))))
}

// mostNamed is how many files a line names.
const mostNamed = 2

// named names the first of some files.
func named(say *lang.Writer, files []string) string {
	if len(files) > mostNamed {
		return say.Word("watch-files", files[0], len(files)-1)
	}
	return strings.Join(files, ", ")
}

// cause says why a build was made: most often, what was saved.
func cause(say *lang.Writer, b *dev.Built) string {
	edited := make([]string, len(b.Report.Edited))
	for i, name := range b.Report.Edited {
		edited[i] = diag.Name(name)
	}
	switch {
	case len(edited) > 0:
		return named(say, edited)
	case b.Cause == dev.Due:
		return say.Word("watch-hour")
	}
	return say.Word("watch-some")
}
