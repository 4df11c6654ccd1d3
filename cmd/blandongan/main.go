// Command blandongan turns a city's facts and news into a public showcase.
//
//	blandongan build        data/ + content/ + templates/ → public/
//	blandongan watch        the same after every save, shown in the browser
//	blandongan publish      public/ → where visitors read it
//
// Exit codes: 0 fine, 1 problems in what people wrote (they are printed, and
// nothing is published), 2 anything else.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	_ "time/tzdata" // sites name their zone; not every machine has the database

	"github.com/urfave/cli/v3"
)

// Exit codes.
const (
	exitFine     = 0
	exitProblems = 1
	exitFailed   = 2
)

func main() { os.Exit(run(os.Args, os.Stdout, os.Stderr)) }

// run is main without the process: it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	code := exitFine
	app := &cli.Command{
		Name:           "blandongan",
		Usage:          "turns a city's facts and news into a public showcase",
		Version:        version(),
		Writer:         stdout,
		ErrWriter:      stderr,
		Commands:       []*cli.Command{buildCommand(&code), watchCommand(), publishCommand(&code)},
		OnUsageError:   silent,
		Action:         withoutCommand,
		ExitErrHandler: func(context.Context, *cli.Command, error) {}, // run says it, once
		Flags: []cli.Flag{
			stringFlag("root", "the site's `DIR` (default: the nearest folder upward with data/site.yaml)"),
			stringFlag("lang", "language of messages, id or en (default: the site's)"),
		},
	}
	if err := app.Run(context.Background(), args); err != nil {
		fmt.Fprintf(stderr, "blandongan: %s\n", printable(sentence(err, languageAsked(args))))
		return exitFailed
	}
	return code
}

func boolFlag(name, usage string) cli.Flag { return &cli.BoolFlag{Name: name, Usage: usage} }

func stringFlag(name, usage string) cli.Flag { return &cli.StringFlag{Name: name, Usage: usage} }

// withoutCommand answers a call that names no command we have.
func withoutCommand(_ context.Context, c *cli.Command) error {
	if c.Args().Present() {
		return fail("unknown-command", c.Args().First())
	}
	return cli.ShowRootCommandHelp(c)
}

// silent leaves a wrong flag to run, which says it in one line; the library
// would print the whole manual around it.
func silent(_ context.Context, _ *cli.Command, err error, _ bool) error { return err }

// version is the module's, and the commit where it was built from one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v += " " + s.Value[:min(len(s.Value), 12)]
		}
	}
	return v
}

func knownLanguage(tag string) error {
	if tag != "" && tag != "id" && tag != "en" {
		return fail("unknown-language", tag)
	}
	return nil
}
