package main

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/author"
	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/guide"
	"blandongan/internal/lang"
)

func guideCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "guide",
		Usage:        say.Word("command-guide"),
		UsageText:    say.Word("usage-guide"),
		OnUsageError: command.Silent,
		Flags:        []cli.Flag{command.BoolFlag(say, "replace")},
		Action: func(_ context.Context, c *cli.Command) (err error) {
			if c.Args().Present() {
				return command.Fail("guide-argument", c.Args().First())
			}
			*code, err = runGuide(c)
			return err
		},
	}
}

// runGuide writes the pages of the guide into the site's content. One that somebody changed
// stays as it is, unless it was asked to be replaced.
func runGuide(c *cli.Command) (int, error) {
	p, err := command.Open(c, command.Unused)
	if err != nil {
		return command.Failed, err
	}
	defer p.Close()
	now, err := command.Clock(time.Now())
	if err != nil {
		return command.Failed, err
	}
	known := p.Builder.Examine(now)
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), known.Language)))
	if known.Site.City.Name == "" { // then there is no city to speak of
		return command.Problems, known.Problems.Print(c.Root().ErrWriter, say.Language)
	}
	out := &command.Output{To: c.Root().Writer}
	for _, page := range guide.Pages(known.Site) {
		did, err := author.Put(p.Root, page.Path, func(was []byte) []byte {
			if was != nil && !c.Bool("replace") && !guide.IsUntouched(was) {
				return nil
			}
			return page.Text
		})
		if err != nil {
			return command.Failed, command.InLanguage(err, say.Language)
		}
		if did != author.Same {
			fmt.Fprintln(out, say.Word("guide-"+string(did), diag.Name(page.Path)))
		}
	}
	fmt.Fprintln(out, say.Word("guide-done", "/"+guide.Writing+"/"))
	return command.Fine, out.Err
}
