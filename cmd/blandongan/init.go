package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/author"
	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/start"
	"blandongan/templates"
)

func initCommand(say *lang.Writer) *cli.Command {
	return &cli.Command{
		Name:         "init",
		Usage:        say.Word("command-init"),
		UsageText:    say.Word("usage-init"),
		OnUsageError: command.Silent,
		Flags: []cli.Flag{
			command.StringFlag(say, "name"), command.StringFlag(say, "code"), command.StringFlag(say, "province"),
			command.StringFlag(say, "language"), command.StringFlag(say, "from-csv"),
			command.StringFlag(say, "base-url"), command.StringFlag(say, "colour"), command.StringFlag(say, "accent"),
		},
		Action: func(_ context.Context, c *cli.Command) error { return runInit(c, say) },
	}
}

// runInit makes a city's folder of what the flags tell, and asks for the rest where somebody
// can answer.
func runInit(c *cli.Command, say *lang.Writer) error {
	dir := strings.TrimSpace(c.Args().First())
	if dir == "" || c.Args().Len() > 1 {
		return command.Fail("init-argument")
	}
	now, err := command.Clock(time.Now())
	if err != nil {
		return err
	}
	city := start.City{Name: c.String("name"), Code: c.String("code"), Province: c.String("province"),
		Language: c.String("language"), BaseURL: c.String("base-url"), Colour: c.String("colour"),
		Accent: c.String("accent"), Now: now}
	tokens, err := fs.ReadFile(templates.FS, "assets/tokens.css")
	if err != nil {
		return err
	}
	city.Tokens = string(tokens)
	list := c.String("from-csv")
	answers := command.IsTerminal(c.Root().Reader) && command.IsTerminal(c.Root().Writer)
	if answers && len(city.Lacks()) > 0 {
		ask(c.Root().Reader, c.Root().Writer, say, &city, &list)
	}
	if list != "" {
		if city.List, err = os.ReadFile(list); err != nil {
			return err
		}
		city.ListName = filepath.Base(list)
	}
	if missing := city.Lacks(); len(missing) > 0 {
		return command.Fail("init-lacks", strings.Join(missing, ", "))
	}
	made, err := city.Found()
	if err != nil {
		return err
	}
	return writeCity(c, say, dir, made)
}

// writeCity writes the files, all or none, and says what comes next.
func writeCity(c *cli.Command, say *lang.Writer, dir string, made *start.Founded) error {
	out := &command.Output{To: c.Root().Writer}
	for _, f := range made.Beside {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(f.Path))); err == nil {
			fmt.Fprintln(out, say.Word("init-left", f.Path))
			continue
		}
		made.Files = append(made.Files, f)
	}
	if err := author.Create(dir, made.Files); err != nil {
		return err
	}
	fmt.Fprintln(out, say.Word("init-made", made.Name, made.Kecamatan, made.Kelurahan, len(made.Files), diag.Name(dir)))
	fmt.Fprintln(out, say.Word("init-next", diag.Name(filepath.Join(dir, build.SiteFile)), diag.Name(dir)))
	return out.Err
}

// ask asks for what no flag told. An end of what is read is an empty answer to all that is left.
func ask(in io.Reader, out io.Writer, say *lang.Writer, city *start.City, list *string) {
	lines := bufio.NewScanner(in)
	answer := func(word string, to *string) {
		if *to == "" {
			fmt.Fprint(out, say.Word(word))
			if lines.Scan() {
				*to = strings.TrimSpace(lines.Text())
			}
		}
	}
	answer("init-ask-code", &city.Code)
	answer("init-ask-list", list)
	if *list == "" {
		answer("init-ask-name", &city.Name)
	}
	answer("init-ask-language", &city.Language)
	answer("init-ask-colour", &city.Colour)
	if city.Colour != "" {
		answer("init-ask-accent", &city.Accent)
	}
}
