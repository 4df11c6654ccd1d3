package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/desk/mend"
	"blandongan/internal/diag"
	"blandongan/internal/diag/report"
	"blandongan/internal/explain"
	"blandongan/internal/lang"
)

func checkCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        say.Word("command-check"),
		UsageText:    say.Word("usage-check"),
		OnUsageError: command.Silent,
		Flags: []cli.Flag{
			command.StringFlag(say, "format"),
			command.BoolFlag(say, "strict"),
			command.BoolFlag(say, "fix"),
			&cli.BoolFlag{Name: "yes", Usage: say.Word("option-fix-yes")},
			command.BoolFlag(say, "external"),
			command.StringFlag(say, "base-url"),
			&cli.BoolFlag{Name: "drafts", Usage: say.Word("option-check-drafts")},
			command.BoolFlag(say, "fresh"),
		},
		Action: func(ctx context.Context, c *cli.Command) (err error) {
			ctx, release := command.Interruptible(ctx)
			defer release()
			*code, err = runCheck(ctx, c, say)
			return command.Interrupted(ctx, err)
		},
	}
}

// checking is one run of the command.
type checking struct {
	ctx     context.Context
	c       *cli.Command
	folders *command.Folders
	wanted  []string // the files that are told of; none means all
	format  string
	untried int // links to other sites that were to be opened
	say     *lang.Writer
	out     *command.Output
	meter   *command.Meter
}

func runCheck(ctx context.Context, c *cli.Command, known *lang.Writer) (int, error) {
	out := &command.Output{To: c.Root().Writer}
	x := &checking{ctx: ctx, c: c, format: cmp.Or(c.String("format"), "text"), out: out}
	x.meter = command.NewMeter(known, c.Root().ErrWriter, c.Root().ErrWriter) // the other is for what is found
	if !slices.Contains(report.Formats, x.format) {
		return command.Failed, command.Fail("check-format", x.format, strings.Join(report.Formats, ", "))
	}
	if c.Bool("fix") && x.format != "text" {
		return command.Failed, command.Fail("check-fix-text")
	}
	folders, err := command.Open(ctx, c, command.Checked)
	if err != nil {
		return command.Failed, err
	}
	defer folders.Close()
	x.folders = folders
	for _, file := range c.Args().Slice() {
		name, err := folders.Within(file)
		if err != nil {
			return command.Failed, err
		}
		x.wanted = append(x.wanted, name)
	}
	found, err := x.look()
	if err == nil && c.Bool("fix") {
		var fixed bool
		if fixed, err = x.fix(found); err == nil && fixed {
			found, err = x.look()
		}
	}
	if err == nil {
		err = x.tell(found)
	}
	if err == nil {
		err = x.out.Err
	}
	if err != nil {
		return command.Failed, command.InLanguage(err, x.language())
	}
	if errs, warnings := found.Count(); errs > 0 || warnings > 0 && c.Bool("strict") {
		return command.Problems, nil
	}
	return command.Fine, nil
}

func (x *checking) language() lang.Language {
	if x.say == nil {
		return lang.Of(x.c.String("lang"))
	}
	return x.say.Language
}

// look walks through the site as a build does, and returns all that is wrong in the files
// that were asked for.
func (x *checking) look() (diag.List, error) {
	now, err := command.Clock(time.Now())
	if err != nil {
		return nil, err
	}
	var r build.Report
	var problems diag.List
	x.meter.Build(x.folders.Builder, func() { r, problems, err = x.folders.Builder.Build(now) })
	x.say = lang.Command.For(lang.Of(cmp.Or(x.c.String("lang"), r.Language)))
	if errors.Is(err, build.ErrStopped) {
		return nil, command.Fail("stopped-check")
	}
	if err != nil {
		return nil, err
	}
	findings := r.Findings.All()
	if x.c.Bool("external") {
		findings = append(findings, x.external(r)...).Sorted()
	}
	if x.ctx.Err() != nil {
		return nil, command.Fail("stopped-check")
	}
	moved := r.Moved(command.Published(x.folders, r.BaseURL), false) // what was made a draft is meant to be gone
	found := slices.Concat(problems, r.Quote(findings), moved)
	return slices.DeleteFunc(found, x.isElsewhere).Sorted(), nil
}

// isElsewhere says whether a problem is in none of the files that were asked for.
func (x *checking) isElsewhere(p diag.Problem) bool {
	return len(x.wanted) > 0 && !slices.ContainsFunc(x.wanted, func(name string) bool {
		isFolder := name == "" || strings.HasSuffix(name, "/")
		return p.Place.File == name || isFolder && strings.HasPrefix(p.Place.File, name)
	})
}

// tell writes what was found, and for people how much it is.
func (x *checking) tell(found diag.List) error {
	r := report.Report{
		Problems: found.Capped(diag.MostTold), Language: x.say.Language, Version: version(), Help: x.help,
	}
	if root := filepath.ToSlash(x.folders.Root); root != "." {
		r.Root = root
	}
	if err := r.Write(x.out, x.format); err != nil {
		return err
	}
	to := io.Writer(x.out)
	if x.format == "json" || x.format == "sarif" {
		to = x.c.Root().ErrWriter // the other is one document
	}
	clean := "check-clean"
	if x.untried > 0 {
		fmt.Fprintln(to, x.say.Counted("check-offline", x.untried))
		clean = "check-clean-else"
	}
	if len(found) == 0 {
		fmt.Fprintln(to, x.say.Word(clean))
		return nil
	}
	errs, warnings := found.Count()
	say := x.say
	fmt.Fprintln(to, say.Word("check-found", say.Counted("errors", errs), say.Counted("warnings", warnings),
		say.Counted("notes", found.Notes())))
	fixable := 0
	for _, p := range found {
		if mend.IsCertain(p) {
			fixable++
		}
	}
	if fixable > 0 {
		fmt.Fprintln(to, say.Counted("check-fixable", fixable))
	}
	return nil
}

// help is what a code means.
func (x *checking) help(code diag.Code) string {
	page, _ := explain.Of(code)
	return page.Text(x.say.Language)
}
