package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"

	"github.com/urfave/cli/v3"
)

func buildCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "build",
		Usage:        say.Word("command-build"),
		UsageText:    say.Word("usage-build"),
		OnUsageError: silent,
		Flags:        append(buildFlags(say), stringFlag(say, "missing")),
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return fail("build-argument", c.Args().First())
			}
			run := runBuild
			if c.IsSet("missing") {
				run = runMissing
			}
			var err error
			*code, err = run(c)
			return err
		},
	}
}

// buildFlags are those of every command that builds.
func buildFlags(say *lang.Writer) []cli.Flag {
	return []cli.Flag{
		stringFlag(say, "out"),
		stringFlag(say, "base-url"),
		boolFlag(say, "drafts"),
		boolFlag(say, "explain"),
	}
}

func runBuild(c *cli.Command) (int, error) {
	start := time.Now()
	tuneMemory()
	p, err := openFolders(c, once)
	if err != nil {
		return exitFailed, err
	}
	defer p.close()
	now, err := clock(start)
	if err != nil {
		return exitFailed, err
	}
	report, problems, err := p.builder.Build(now)
	if _, busy := build.Busy(err); busy {
		err = inUse(err)
	}
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), report.Language)))
	problems = append(problems, servicesOf(p.root, report.Host)...)
	if e := problems.Print(c.Root().ErrWriter, say.Language); e != nil {
		return exitFailed, e
	}
	if err != nil {
		return exitFailed, err
	}
	code := exitFine
	if problems.HasErrors() {
		code = exitProblems
	}
	out := &checkedWriter{w: c.Root().Writer}
	explain(out, say, report)
	printReport(out, say, report, problems, time.Since(start))
	if out.err != nil {
		return exitFailed, out.err
	}
	return code, nil
}

// runMissing lists the texts that lack a language, and builds nothing.
func runMissing(c *cli.Command) (int, error) {
	p, err := openFolders(c, unused)
	if err != nil {
		return exitFailed, err
	}
	defer p.close()
	now, err := clock(time.Now())
	if err != nil {
		return exitFailed, err
	}
	tag := c.String("missing")
	report, found, problems := p.builder.Translations(now, tag)
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), report.Language)))
	if found == nil {
		return exitProblems, problems.Print(c.Root().ErrWriter, say.Language)
	}
	if found.Absent {
		why := fail("missing-language", tag, build.SiteFile, found.Wanted)
		if found.Wanted == "" {
			why = fail("missing-no-language", tag, found.Languages)
		}
		return exitFailed, &inLanguage{why, say.Language}
	}
	out := &checkedWriter{w: c.Root().Writer}
	printMissing(out, say, found)
	if out.err != nil {
		return exitFailed, out.err
	}
	return exitFine, nil
}

// printMissing prints a line for each text that lacks a language, and the shares.
func printMissing(w io.Writer, say *lang.Writer, r *build.Translated) {
	for _, t := range r.Lacking {
		what := t.Keys
		if t.File != "" {
			what = say.Word("missing-file", t.File)
		}
		fmt.Fprintln(w, diag.Name(fmt.Sprintf("%s: %s: %s", t.Place, what, t.Begins)))
	}
	if len(r.Lacking) > 0 {
		fmt.Fprintln(w)
	}
	share := func(word string, s build.Share, before ...any) {
		numbers := []any{say.Count(s.Finished), say.Count(s.Texts), say.Count(s.PerCent())}
		fmt.Fprintln(w, say.Word(word, append(before, numbers...)...))
	}
	for _, s := range r.Shares {
		share("missing-path", s, s.Path)
	}
	share("missing-all", r.All())
}

// clock returns the time of the build: now, or what SOURCE_DATE_EPOCH says in
// seconds since 1970, by which the same site can be built again
// (reproducible-builds.org).
func clock(now time.Time) (time.Time, error) {
	word, set := os.LookupEnv("SOURCE_DATE_EPOCH")
	if !set {
		return now, nil
	}
	seconds, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return now, fail("epoch", word)
	}
	return time.Unix(seconds, 0), nil
}

// memoryAim is what a build tries to stay below, in bytes: enough for a hundred
// thousand articles, and well within the 2 GB of a small rented server.
const memoryAim = 1200 << 20

// tuneMemory lets the heap grow to two and a half times what lives before
// collecting, where Go would let it double, and less when it nears memoryAim. A
// build is one short run: collecting is a fifth of its time with Go's own
// setting, and its memory is small beside what there is. GOGC and GOMEMLIMIT in
// the environment win.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(150)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
}

// checkedWriter is a writer that remembers what went wrong.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// explain prints a line for each file that was made, if that was asked for.
func explain(w io.Writer, say *lang.Writer, r build.Report) {
	for _, x := range r.Explained {
		fmt.Fprintf(w, "  %s: %s\n", diag.Name(x.Path), say.Word("why-"+string(x.Why)))
	}
}

func printReport(w io.Writer, say *lang.Writer, r build.Report, problems diag.List, took time.Duration) {
	errs, warnings := problems.Count()
	if errs > 0 {
		fmt.Fprintln(w, say.Word("failed", say.Counted("errors", errs), say.Counted("warnings", warnings)))
		return
	}
	fmt.Fprintln(w, say.Word("built", r.Pages, r.Files, r.Written, r.Removed, say.Seconds(took)))
	if warnings > 0 {
		fmt.Fprintln(w, say.Counted("warnings", warnings))
	}
	printWithheld(w, say, r)
}

// printWithheld warns of articles that are not published, and why.
func printWithheld(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Drafts > 0 {
		fmt.Fprintln(w, say.Counted("drafts", r.Withheld.Drafts))
	}
	printFuture(w, say, r)
}

// printFuture says when the next article is due.
func printFuture(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Future > 0 {
		articles := say.Counted("articles", r.Withheld.Future)
		fmt.Fprintln(w, say.Word("future", articles, lang.Moment(r.Withheld.Next)))
	}
}
