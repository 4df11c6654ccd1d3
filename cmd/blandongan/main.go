// Command blandongan turns a city's facts and news into a public showcase.
//
//	blandongan build        data/ + content/ + templates/ → public/
//	blandongan watch        the same after every save, shown in the browser
//	blandongan check        the same walk and the texts, looked through; nothing is written
//	blandongan explain      what a problem means
//	blandongan guide        the editors' guide, as pages of the site
//	blandongan init         the folder of a new city
//	blandongan new          a file of any kind, to be filled in
//	blandongan schema       what editors may write, for VS Code and for forms
//	blandongan lsp          what editors' programs show while somebody types
//	blandongan publish      public/ → where visitors read it
//
// Exit codes: 0 fine, 1 problems in what people wrote (they are printed, and
// nothing is published), 130, 143 or 129 ended by Ctrl+C, by the
// system or with its terminal, 2 anything else.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v3"

	"blandongan/internal/command"
	"blandongan/internal/command/publishing"
	"blandongan/internal/lang"
)

func main() { os.Exit(run(os.Args, os.Stdout, os.Stderr)) }

// run is main without the process: it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	code := command.Fine
	language := command.LanguageAsked(args)
	say := lang.Command.For(language)
	cli.HelpFlag = nil // the library's reads what follows a command's name as the name of another
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: say.Word("option-version"),
		HideDefault: true, Local: true}
	app := &cli.Command{
		Name:           "blandongan",
		Usage:          say.Word("command"),
		UsageText:      say.Word("usage"),
		Version:        version(),
		Writer:         stdout,
		ErrWriter:      stderr,
		OnUsageError:   command.Silent,
		Action:         withoutCommand,
		ExitErrHandler: func(context.Context, *cli.Command, error) {}, // run says it, once
		Flags:          []cli.Flag{command.StringFlag(say, "root"), command.StringFlag(say, "lang"), helpFlag(say)},
		Commands: []*cli.Command{
			buildCommand(say, &code), watchCommand(say), checkCommand(say, &code), publishing.Command(say, &code),
			initCommand(say), newCommand(say), explainCommand(say), guideCommand(say, &code),
			schemaCommand(say, &code), lspCommand(say, &code), helpCommand(say),
		},
		CustomRootCommandHelpTemplate: helpTemplate(say, cli.RootCommandHelpTemplate),
	}
	for _, c := range app.Commands {
		c.Before, c.Action = knownLanguage, orHelp(c.Action)
		c.Flags = append(c.Flags, helpFlag(say))
		c.HideHelpCommand = true // "h" and "help" behind a command are arguments like others
		c.CustomHelpTemplate = helpTemplate(say, cli.CommandHelpTemplate)
	}
	if err := app.Run(context.Background(), args); err != nil {
		fmt.Fprintf(stderr, "blandongan: %s\n", command.Printable(command.Sentence(err, language)))
		return command.ExitCode(err)
	}
	return code
}

// knownLanguage refuses a language that has no messages, whatever the command.
func knownLanguage(ctx context.Context, c *cli.Command) (context.Context, error) {
	return ctx, command.KnownLanguage(c.String("lang"))
}

// orHelp does what a command does, but where help is asked for: then it shows that, wherever among
// the words of the call it was asked.
func orHelp(do cli.ActionFunc) cli.ActionFunc {
	return func(ctx context.Context, c *cli.Command) error {
		if c.Bool("help") || c.Root().Bool("help") {
			return cli.ShowCommandHelp(ctx, c.Root(), c.Name)
		}
		return do(ctx, c)
	}
}

// helpFlag and helpCommand stand in for the library's, which know English alone, as the flag of the
// version does.
func helpFlag(say *lang.Writer) cli.Flag {
	usage := say.Word("option-help")
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: usage, HideDefault: true, Local: true}
}

func helpCommand(say *lang.Writer) *cli.Command {
	return &cli.Command{
		Name:     "help",
		Aliases:  []string{"h"},
		Usage:    say.Word("command-help"),
		HideHelp: true,
		Action: func(ctx context.Context, c *cli.Command) error {
			if name := c.Args().First(); name != "" && c.Root().Command(name) == nil {
				return command.Fail("unknown-command", name)
			} else if name != "" {
				return cli.ShowCommandHelp(ctx, c.Root(), name)
			}
			return cli.ShowRootCommandHelp(c.Root())
		},
	}
}

// helpTemplate is one of the library's with the headings in our language.
func helpTemplate(say *lang.Writer, template string) string {
	return strings.NewReplacer(
		"NAME:", say.Word("help-name")+":",
		"USAGE:", say.Word("help-usage")+":",
		"VERSION:", say.Word("help-version")+":",
		"COMMANDS:", say.Word("help-commands")+":",
		"GLOBAL OPTIONS:", say.Word("help-global-options")+":",
		"OPTIONS:", say.Word("help-options")+":",
	).Replace(template)
}

// withoutCommand answers a call that names no command we have.
func withoutCommand(_ context.Context, c *cli.Command) error {
	if c.Args().Present() {
		return command.Fail("unknown-command", c.Args().First())
	}
	return cli.ShowRootCommandHelp(c)
}

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
