package main

import (
	"cmp"
	"context"
	"errors"
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
		Action: func(ctx context.Context, c *cli.Command) (err error) {
			if c.Args().Present() {
				return command.Fail("guide-argument", c.Args().First())
			}
			*code, err = runGuide(ctx, c)
			return err
		},
	}
}

// runGuide writes the pages of the guide into the site's content. One that somebody changed
// stays as it is, unless it was asked to be replaced; one that is not ours stays in any case.
func runGuide(ctx context.Context, c *cli.Command) (int, error) {
	p, err := command.Open(ctx, c, command.Unused)
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
	foreign := false
	for _, page := range guide.Pages(known.Site) {
		did, err := putGuide(p.Root, page, c.Bool("replace"))
		if err != nil {
			return command.Failed, command.InLanguage(err, say.Language)
		}
		foreign = foreign || did.word == "foreign"
		if did.word != string(author.Same) {
			fmt.Fprintln(out, say.Word("guide-"+did.word, did.names(page.Path)...))
		}
	}
	if !foreign {
		fmt.Fprintln(out, say.Word("guide-done", "/"+guide.Writing+"/"))
	} else if c.Bool("replace") {
		return command.Problems, out.Err
	}
	return command.Fine, out.Err
}

// guided is what was done with a page of the guide: a word of author's, "foreign" for a file that
// we did not write and leave alone, or "replaced" with the place of what somebody had made of it.
type guided struct{ word, beside string }

// names are the files that the sentence of what was done speaks of.
func (g guided) names(page string) []any {
	if g.beside == "" {
		return []any{diag.Name(page)}
	}
	return []any{diag.Name(page), diag.Name(g.beside)}
}

// putGuide writes a page, unless what lies there is not ours, or somebody's work that nobody
// asked to replace. That is kept beside before.
func putGuide(root string, page guide.Page, replace bool) (did guided, err error) {
	var kept error
	done, err := author.Put(root, page.Path, func(was []byte) []byte {
		switch {
		case was == nil || guide.IsUntouched(was):
			return page.Text
		case !guide.IsOurs(was):
			did.word = "foreign"
			return nil
		case !replace:
			return nil
		}
		did.word = "replaced"
		if did.beside, kept = author.Keep(root, page.Path, was); kept != nil {
			return nil
		}
		return page.Text
	})
	did.word = cmp.Or(did.word, string(done))
	return did, errors.Join(kept, err)
}
