package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/start"
)

func newCommand(say *lang.Writer) *cli.Command {
	return &cli.Command{
		Name:         "new",
		Usage:        say.Word("command-new"),
		UsageText:    say.Word("usage-new"),
		OnUsageError: command.Silent,
		Flags: []cli.Flag{
			command.StringFlag(say, "from"),
			command.StringFlag(say, "code"),
			&cli.BoolFlag{Name: "open", Usage: say.Word("option-open-new")},
		},
		Action: func(_ context.Context, c *cli.Command) error { return runNew(c) },
	}
}

// runNew makes a file of a kind and prints its path; what is to be filled in is told beside.
func runNew(c *cli.Command) error {
	dir, err := command.FindRoot(c.String("root"))
	if err != nil {
		return err
	}
	root, err := build.OpenDir(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	now, err := command.Clock(time.Now())
	if err != nil {
		return err
	}
	desk := start.Open(root)
	language := lang.Of(cmp.Or(c.String("lang"), string(desk.Language())))
	say := lang.Command.For(language)
	args := c.Args().Slice()
	if len(args) < 2 {
		why := command.Fail("new-arguments", strings.Join(start.Words(language), ", "))
		return command.InLanguage(why, language)
	}
	made, err := desk.New(start.Wanted{Kind: args[0], Title: strings.Join(args[1:], " "), Code: c.String("code"),
		From: c.String("from"), Now: now})
	if err == nil {
		err = made.Write(dir)
	}
	if err != nil {
		return command.InLanguage(err, language)
	}
	file := filepath.Join(dir, filepath.FromSlash(made.File))
	out := &command.Output{To: c.Root().Writer}
	if fmt.Fprintln(out, diag.Name(file)); made.Was != nil {
		fmt.Fprintln(c.Root().ErrWriter, say.Word("new-appended", made.ID))
	}
	if made.Like != "" {
		fmt.Fprintln(c.Root().ErrWriter, say.Word("new-like", diag.Name(made.Like)))
	}
	if len(made.Open) > 0 {
		fmt.Fprintln(c.Root().ErrWriter, say.Word("new-open", strings.Join(made.Open, ", ")))
	}
	if c.Bool("open") && out.Err == nil {
		if err := edit(file); err != nil {
			return command.InLanguage(err, language)
		}
	}
	return out.Err
}

// edit opens a file in the editor of whoever is at the machine.
func edit(file string) error {
	said := cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"))
	words := strings.Fields(said)
	if len(words) == 0 {
		if opener(file).Run() != nil {
			return command.Fail("new-no-editor", file)
		}
		return nil
	}
	if info, err := os.Stat(said); err == nil && !info.IsDir() { // C:\Program Files\…
		words = []string{said}
	}
	cmd := exec.Command(words[0], append(words[1:], file)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return command.Fail("new-open-failed", file, err)
	}
	return nil
}
