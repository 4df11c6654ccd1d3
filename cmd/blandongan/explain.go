package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v3"

	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/explain"
	"blandongan/internal/lang"
)

func explainCommand(say *lang.Writer) *cli.Command {
	return &cli.Command{
		Name:         "explain",
		Usage:        say.Word("command-explain"),
		UsageText:    say.Word("usage-explain"),
		OnUsageError: command.Silent,
		Action: func(_ context.Context, c *cli.Command) error {
			out := &command.Output{To: c.Root().Writer}
			switch c.Args().Len() {
			case 0:
				listCodes(out, say)
			case 1:
				if err := explainCode(out, say, c.Args().First()); err != nil {
					return err
				}
			default:
				return command.Fail("explain-extra", c.Args().Get(1))
			}
			return out.Err
		},
	}
}

// listCodes lists all codes with their severity, the rules of the desk behind the others.
func listCodes(w io.Writer, say *lang.Writer) {
	for _, rules := range []bool{false, true} {
		for _, code := range diag.Codes() {
			if diag.IsRule(code) == rules {
				severity := diag.Word(diag.Problem{Code: code}.SeverityName()).In(say.Language)
				fmt.Fprintf(w, "%-24s %-11s %s\n", code, severity, firstSentence(code, say.Language))
			}
		}
	}
}

// firstSentence is how the page of a code begins.
func firstSentence(code diag.Code, l lang.Language) string {
	page, _ := explain.Of(code)
	text := strings.Join(strings.Fields(page.Text(l)), " ")
	if i := strings.Index(text, ". "); i >= 0 {
		text = text[:i+1]
	}
	return text
}

// explainCode prints the page of a code, with its examples.
func explainCode(w io.Writer, say *lang.Writer, word string) error {
	code := diag.Code(strings.Trim(word, "[]"))
	page, found := explain.Of(code)
	known := make([]string, 0, len(diag.Codes()))
	for _, c := range diag.Codes() {
		known = append(known, string(c))
		found = found || c == code
	}
	if !found {
		help := command.Fail("explain-list")
		if near := diag.Nearest(string(code), known); near != "" {
			help = command.Fail("explain-near", near)
		}
		return command.Fail("explain-none", string(code), help)
	}
	severity := diag.Word(diag.Problem{Code: code}.SeverityName()).In(say.Language)
	fmt.Fprintf(w, "%s: %s [%s]\n\n", severity, diag.Form(code, say.Language), code)
	text := page.Text(say.Language)
	if text == "" {
		text = say.Word("explain-unwritten")
	}
	fmt.Fprintln(w, text)
	printExample(w, say.Word("explain-bad"), page.Bad, page.Good)
	printExample(w, say.Word("explain-good"), page.Good, page.Bad)
	if diag.IsRule(code) {
		fmt.Fprintf(w, "\n%s\n", say.Word("explain-silence", code))
	}
	return nil
}

// printExample prints files, each line set in. A mark stands before those that the others
// do not have.
func printExample(w io.Writer, title string, files, others []explain.File) {
	known := map[string]bool{}
	for _, f := range others {
		for line := range strings.Lines(f.Text) {
			known[line] = true
		}
	}
	if len(files) > 0 {
		fmt.Fprintf(w, "\n%s:\n", title)
	}
	for _, f := range files {
		fmt.Fprintf(w, "\n  %s\n\n", f.Name())
		for line := range strings.Lines(f.Text) {
			mark := "  > "
			if known[line] || strings.TrimSpace(line) == "" {
				mark = "    "
			}
			fmt.Fprintln(w, strings.TrimRight(mark+line, " \n"))
		}
	}
}
