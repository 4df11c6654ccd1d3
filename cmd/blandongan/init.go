package main

import (
	"bufio"
	"cmp"
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
			&cli.StringFlag{Name: "base-url", Usage: say.Word("option-base-url-new")},
			command.StringFlag(say, "email"),
			command.StringFlag(say, "colour"), command.StringFlag(say, "accent"),
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
		Language: c.String("language"), BaseURL: c.String("base-url"), Email: c.String("email"),
		Colour: c.String("colour"), Accent: c.String("accent"), Now: now}
	tokens, err := fs.ReadFile(templates.FS, "assets/tokens.css")
	if err != nil {
		return err
	}
	city.Tokens = string(tokens)
	list := c.String("from-csv")
	if command.IsTerminal(c.Root().Reader) && command.IsTerminal(c.Root().Writer) && len(city.Lacks()) > 0 {
		err = ask(c.Root().Reader, c.Root().Writer, say, &city, &list)
	} else {
		err = readList(&city, list)
	}
	if err != nil {
		return err
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
	var left []string
	for _, f := range made.Beside {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(f.Path))); err == nil {
			left = append(left, f.Path)
			continue
		}
		made.Files = append(made.Files, f)
	}
	if err := author.Create(dir, made.Files); err != nil {
		return err
	}
	for _, file := range left {
		fmt.Fprintln(out, say.Word("init-left", file))
	}
	told := made.Left[:min(len(made.Left), mostRows)]
	for _, x := range told {
		why := say.Word("init-row-"+string(x.Why), x.Line, x.Code, x.Name, x.Other)
		fmt.Fprintln(c.Root().ErrWriter, command.Printable(why))
	}
	if more := len(made.Left) - len(told); more > 0 {
		fmt.Fprintln(c.Root().ErrWriter, say.Word("init-rows-more", more))
	}
	fmt.Fprintln(out, say.Word("init-made", made.Name, made.Kecamatan, made.Kelurahan, len(made.Files), diag.Name(dir)))
	if made.Kecamatan == 0 {
		fmt.Fprintln(out, say.Word("init-no-kecamatan", typed(dir), made.Code))
	}
	if len(made.Examples) > 0 {
		file := diag.Name(filepath.Join(dir, build.SiteFile))
		fmt.Fprintln(out, say.Word("init-examples", file, strings.Join(made.Examples, ", ")))
	}
	fmt.Fprintln(out, say.Word("init-next", typed(dir)))
	return out.Err
}

// typed is a folder's name as one types it in a command: in quotation marks, which all shells know,
// where it has signs that mean something to one of them.
func typed(dir string) string {
	if strings.ContainsAny(dir, " \t'&;()<>|*?$`!#^%,=") {
		return `"` + diag.Name(dir) + `"`
	}
	return diag.Name(dir)
}

// mostRows is of how many rows of a list it is told why they are left out.
const mostRows = 20

// mostMiB is how large a list may be: that of the whole country has some four.
const mostMiB = 64

// readList reads the list of codes, where there is one.
func readList(city *start.City, list string) (err error) {
	if city.List = nil; list == "" {
		return nil
	}
	city.ListName = filepath.Base(list)
	info, err := os.Stat(list) // before it is opened: a pipe would keep us waiting
	switch {
	case err == nil && !info.Mode().IsRegular():
		return command.Fail("init-odd-list", list)
	case err == nil && info.Size() > mostMiB<<20:
		return command.Fail("init-big-list", list, mostMiB)
	}
	city.List, err = os.ReadFile(list)
	return err
}

// ask asks for what no flag told, and again for what it cannot take, with the reason. What a
// flag told wrongly ends it before the first question. An end of what is read is an empty answer
// to all that is left: whether that will do is seen later.
func ask(in io.Reader, out io.Writer, say *lang.Writer, city *start.City, list *string) error {
	questions := []struct {
		flag string
		to   *string
	}{
		{"code", &city.Code}, {"from-csv", list}, {"name", &city.Name}, {"language", &city.Language},
		{"colour", &city.Colour}, {"accent", &city.Accent},
	}
	wrong := func(flag string) error {
		if flag == "from-csv" {
			if err := readList(city, *list); err != nil {
				return err
			}
		}
		if err := city.Wrong(flag); flag != "code" || err != nil {
			return err
		}
		return city.Wrong("from-csv") // which a flag may have named
	}
	for _, q := range questions {
		if *q.to != "" {
			if err := wrong(q.flag); err != nil {
				return err
			}
		}
	}
	if err := cmp.Or(city.Wrong("base-url"), city.Wrong("email")); err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	for _, q := range questions {
		if *q.to != "" || q.flag == "name" && wrong(q.flag) == nil || q.flag == "accent" && city.Colour == "" {
			continue
		}
		for {
			fmt.Fprint(out, say.Word("init-ask-"+q.flag))
			if !lines.Scan() {
				break
			}
			*q.to = strings.TrimSpace(lines.Text())
			err := wrong(q.flag)
			if err == nil {
				break
			}
			fmt.Fprintln(out, command.Printable(command.Sentence(err, say.Language)))
			*q.to = ""
		}
	}
	return nil
}
