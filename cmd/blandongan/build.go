package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/lang"

	"github.com/urfave/cli/v3"
)

func buildCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "build",
		Usage:        say.Word("command-build"),
		UsageText:    say.Word("usage-build"),
		OnUsageError: command.Silent,
		Flags:        append(command.BuildFlags(say), command.StringFlag(say, "missing")),
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return command.Fail("build-argument", c.Args().First())
			}
			var err error
			if c.IsSet("missing") {
				*code, err = runMissing(ctx, c)
				return err
			}
			ctx, release := command.Interruptible(ctx)
			defer release()
			*code, err = runBuild(ctx, c, say)
			return command.Interrupted(ctx, err)
		},
	}
}

func runBuild(ctx context.Context, c *cli.Command, known *lang.Writer) (int, error) {
	start := time.Now()
	p, err := command.Open(ctx, c, command.Once)
	if err != nil {
		return command.Failed, err
	}
	defer p.Close()
	now, err := command.Clock(start)
	if err != nil {
		return command.Failed, err
	}
	out := &command.Output{To: c.Root().Writer}
	var report build.Report
	var problems diag.List
	meter := command.NewMeter(known, c.Root().ErrWriter, out)
	meter.Build(p.Builder, func() { report, problems, err = p.Builder.Build(now) })
	if errors.Is(err, build.ErrStopped) {
		return command.Failed, command.Fail("stopped-build", p.Out)
	}
	if _, busy := build.Busy(err); busy {
		err = command.InUse(err, p.Out)
	}
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), report.Language)))
	problems = append(problems, command.ServicesOf(p.Root, report.Host)...)
	if e := problems.Print(c.Root().ErrWriter, say.Language); e != nil {
		return command.Failed, e
	}
	if err != nil {
		return command.Failed, err
	}
	code := command.Fine
	if problems.HasErrors() {
		code = command.Problems
	}
	if c.Bool("explain") {
		command.ExplainMemory(out, say, report)
	}
	command.Explain(out, say, report)
	command.PrintReport(out, say, report, problems, time.Since(start))
	if c.Bool("drafts") && code == command.Fine {
		fmt.Fprintln(out, say.Word("drafts-built"))
	}
	if out.Err == nil && ctx.Err() != nil {
		out.Err = command.Fail("stopped-built", p.Out)
	}
	if out.Err != nil {
		return command.Failed, out.Err
	}
	return code, nil
}

// runMissing lists the texts that lack a language, and builds nothing.
func runMissing(ctx context.Context, c *cli.Command) (int, error) {
	p, err := command.Open(ctx, c, command.Unused)
	if err != nil {
		return command.Failed, err
	}
	defer p.Close()
	now, err := command.Clock(time.Now())
	if err != nil {
		return command.Failed, err
	}
	tag := c.String("missing")
	report, found, problems := p.Builder.Translations(now, tag)
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), report.Language)))
	if found == nil {
		return command.Problems, problems.Print(c.Root().ErrWriter, say.Language)
	}
	if found.Absent {
		why := command.Fail("missing-language", tag, build.SiteFile, found.Wanted)
		if found.Wanted == "" {
			why = command.Fail("missing-no-language", tag, found.Languages)
		}
		return command.Failed, command.InLanguage(why, say.Language)
	}
	out := &command.Output{To: c.Root().Writer}
	printMissing(out, say, found)
	if out.Err != nil {
		return command.Failed, out.Err
	}
	return command.Fine, nil
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
