package main

import (
	"context"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/build"
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
			return runWatch(ctx, c, say)
		},
	}
}

// runWatch watches until it is asked to end, which is how it ends well. Whoever
// asks a second time is obeyed by the system.
func runWatch(ctx context.Context, c *cli.Command, say *lang.Writer) error {
	if _, err := command.Clock(time.Now()); err != nil {
		return err
	}
	ctx, release := command.Interruptible(ctx)
	defer release()
	p, err := command.Open(ctx, c, command.Watched)
	if err != nil {
		return err
	}
	defer p.Close()
	t := newTerminal(c.Root().Writer, c.Root().ErrWriter)
	t.drafts, t.explain = c.Bool("drafts"), c.Bool("explain")
	if c.Bool("open") {
		t.open = openBrowser
	}
	first := showFirst(command.NewMeter(say, c.Root().ErrWriter, c.Root().Writer), p.Builder)
	defer first.end()
	err = dev.Run(ctx, dev.Config{
		Root: p.Root, Out: p.Out, Builder: p.Builder,
		Addr: c.String("addr"), Network: c.Bool("network"), Language: lang.Language(c.String("lang")),
		Now:   func() time.Time { now, _ := command.Clock(time.Now()); return now },
		Print: func(event any) { first.print(event, t.show) },
		Rest:  command.Rest,
	})
	if err != nil {
		return lang.Both{Indonesian: dev.Plain(err, lang.Indonesian), English: dev.Plain(err, lang.English)}
	}
	return nil
}

// firstBuild shows how far the first build is, for which an author waits; those after it are over in a moment.
type firstBuild struct {
	meter *command.Meter
	over  chan struct{} // closed when it has ended
	gone  chan struct{} // and when nothing of it is shown any more
	end   func()
}

func showFirst(m *command.Meter, b *build.Builder) *firstBuild {
	f := &firstBuild{meter: m, over: make(chan struct{}), gone: make(chan struct{})}
	f.end = sync.OnceFunc(func() {
		close(f.over)
		<-f.gone
	})
	go func() {
		defer close(f.gone)
		m.Build(b, func() { <-f.over })
	}()
	return f
}

// print prints an event; that of a build ends what is shown of it.
func (f *firstBuild) print(event any, print func(any)) {
	if _, is := event.(*dev.Built); is {
		f.end()
	}
	f.meter.Aside(func() { print(event) })
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
