package main

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/command"
	"blandongan/internal/dev"
	"blandongan/internal/lang"
)

func watchCommand(say *lang.Writer) *cli.Command {
	return &cli.Command{
		Name:         "watch",
		Usage:        say.Word("command-watch"),
		UsageText:    say.Word("usage-watch"),
		OnUsageError: command.Silent,
		Flags: append(command.BuildFlags(say),
			command.StringFlag(say, "addr"),
			command.BoolFlag(say, "network"),
			command.BoolFlag(say, "open"),
		),
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return command.Fail("watch-argument", c.Args().First())
			}
			return runWatch(ctx, c)
		},
	}
}

// runWatch watches until it is asked to end, which is how it ends well. Whoever
// asks a second time is obeyed by the system.
func runWatch(ctx context.Context, c *cli.Command) error {
	command.TuneMemory()
	if _, err := command.Clock(time.Now()); err != nil {
		return err
	}
	p, err := command.Open(ctx, c, command.Watched)
	if err != nil {
		return err
	}
	defer p.Close()
	ctx, release := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer release()
	context.AfterFunc(ctx, release)
	t := newTerminal(c.Root().Writer, c.Root().ErrWriter)
	t.drafts = c.Bool("drafts")
	if c.Bool("open") {
		t.open = openBrowser
	}
	err = dev.Run(ctx, dev.Config{
		Root: p.Root, Out: p.Out, Builder: p.Builder,
		Addr: c.String("addr"), Network: c.Bool("network"), Language: lang.Language(c.String("lang")),
		Now:   func() time.Time { now, _ := command.Clock(time.Now()); return now },
		Print: t.show,
	})
	if err != nil {
		return lang.Both{Indonesian: dev.Plain(err, lang.Indonesian), English: dev.Plain(err, lang.English)}
	}
	return nil
}

// openBrowser shows an address in the browser of whoever is at the machine.
func openBrowser(url string) error {
	cmd := opener(url)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// opener is what opens an address or a file with the program that is meant for it.
func opener(what string) *exec.Cmd {
	name, args := "xdg-open", []string{what}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", what}
	}
	return exec.Command(name, args...)
}
