package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/command"
	"blandongan/internal/lang"
	"blandongan/internal/lsp"
)

func lspCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "lsp",
		Usage:        say.Word("command-lsp"),
		UsageText:    say.Word("usage-lsp"),
		OnUsageError: command.Silent,
		Flags: []cli.Flag{ // what editors' programs add to every server's call
			&cli.BoolFlag{Name: "stdio", Hidden: true},
		},
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return command.Fail("lsp-argument", c.Args().First())
			}
			err := runLSP(ctx, c)
			if errors.Is(err, lsp.ErrGone) { // for which the protocol wants 1
				*code = 1
				return nil
			}
			return err
		},
	}
}

// quiet is for how long nobody types before the whole site is looked at.
const quiet = 300 * time.Millisecond

func runLSP(ctx context.Context, c *cli.Command) error {
	if _, err := command.Clock(time.Now()); err != nil {
		return err
	}
	ctx, release := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer release()
	return lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Config{
		Open:      func(shown string) (string, fs.FS, error) { return command.OpenShown(c.String("root"), shown) },
		Templates: command.Templates(), Language: lang.Language(c.String("lang")), Version: version(),
		Now: func() time.Time { now, _ := command.Clock(time.Now()); return now }, Quiet: quiet,
		Log: c.Root().ErrWriter,
	})
}
