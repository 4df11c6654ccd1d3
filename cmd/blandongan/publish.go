package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/folder"

	"github.com/urfave/cli/v3"
)

func publishCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "publish",
		Usage:        say.Word("command-publish"),
		UsageText:    say.Word("usage-publish"),
		OnUsageError: silent,
		Flags: append(slices.DeleteFunc(buildFlags(say), func(f cli.Flag) bool { return f.Names()[0] == "explain" }),
			boolFlag(say, "dry-run"),
			boolFlag(say, "yes"),
			boolFlag(say, "no-build"),
			boolFlag(say, "overwrite"),
			boolFlag(say, "remove-many"),
			boolFlag(say, "verify"),
			boolFlag(say, "no-verify"),
			boolFlag(say, "rollback"),
			stringFlag(say, "write-config"),
			boolFlag(say, "trust"),
		),
		Action: func(ctx context.Context, c *cli.Command) error {
			var err error
			*code, err = runPublish(ctx, c)
			return err
		},
	}
}

// publication is one run of the command.
type publication struct {
	c           *cli.Command
	out         *checkedWriter
	in          *bufio.Reader
	lang        lang.Language
	say         *lang.Writer
	folders     *folders
	report      build.Report
	published   *destination.File // nil when there is none
	destination destination.Destination
	store       publish.Store
	// warnFormer says what is left in a folder from when it did, or did not, keep
	// releases; nil where the destination is none.
	warnFormer func(context.Context)
	program    *publish.Publisher
}

func runPublish(ctx context.Context, c *cli.Command) (int, error) {
	if c.Args().Len() > 1 {
		return exitFailed, fail("publish-arguments", c.Args().Get(1))
	}
	tuneMemory()
	ctx, release := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer release()
	context.AfterFunc(ctx, release) // whoever asks a second time is obeyed by the system
	opened := held                  // no other build changes what is being sent
	switch {
	case c.Bool("no-build") && !(c.Bool("rollback") || c.Bool("trust") || c.IsSet("write-config")):
		opened = compared
	case !builds(c):
		opened = unused
	}
	folders, err := openFolders(c, opened)
	if err != nil {
		return exitFailed, err
	}
	defer folders.close()
	defer folders.builder.Close()
	io := c.Root()
	p := &publication{c: c, folders: folders, out: &checkedWriter{w: io.Writer}, in: bufio.NewReader(io.Reader)}
	code, err := p.run(ctx)
	if err == nil {
		err = p.out.err
	}
	if err != nil && ctx.Err() != nil && !isTranslated(err) {
		err = fail("stopped-unchanged")
	}
	if err != nil {
		return exitFailed, &inLanguage{inBothLanguages(err), p.lang}
	}
	return code, nil
}

// isTranslated says whether an error has words in each language already.
func isTranslated(err error) bool {
	_, is := errors.AsType[lang.Translated](err)
	return is
}

// inBothLanguages gives an error of the publishing room the words of both languages.
func inBothLanguages(err error) error {
	if isTranslated(err) {
		return err
	}
	if _, busy := build.Busy(err); busy {
		return inUse(err)
	}
	if _, _, half := build.Half(err); half {
		return err // the command has its words
	}
	return translated(err)
}

// run is the whole story.
func (p *publication) run(ctx context.Context) (int, error) {
	if err := p.checkDestination(); err != nil {
		return exitFailed, err
	}
	if ok, err := p.build(); err != nil || !ok {
		return exitProblems, err
	}
	p.read()
	if p.c.IsSet("write-config") {
		return exitFine, p.writeConfig(p.c.String("write-config"))
	}
	if err := p.choose(); err != nil {
		return exitFailed, err
	}
	if p.c.Bool("trust") {
		return exitFine, p.trust(ctx)
	}
	if err := p.open(ctx); err != nil {
		return exitFailed, err
	}
	defer p.store.Close()
	if p.c.Bool("rollback") {
		return exitFine, p.rollback(ctx)
	}
	return p.send(ctx)
}

// build makes the site, or looks at what would be made, and says whether it is
// fit to be published.
func (p *publication) build() (bool, error) {
	start := time.Now()
	now, err := clock(start)
	if err != nil {
		return false, err
	}
	report, problems, err := p.folders.builder.Build(now)
	p.report, p.lang = report, lang.Of(report.Language)
	if l := p.c.String("lang"); l != "" {
		p.lang = lang.Language(l)
	}
	p.say = lang.Command.For(p.lang)
	if p.c.Bool("rollback") || p.c.Bool("trust") { // what is wrong with the site must not be in the way
		problems = slices.DeleteFunc(problems,
			func(one diag.Problem) bool { return one.Place.File != destination.Path })
	}
	if builds(p.c) {
		problems = append(problems, servicesOf(p.folders.root, report.Host)...)
	}
	if e := problems.Print(p.c.Root().ErrWriter, p.lang); e != nil {
		return false, e
	}
	if err != nil {
		return false, err
	}
	if builds(p.c) || problems.HasErrors() {
		printReport(p.out, p.say, report, problems, time.Since(start))
	} else if p.c.Bool("no-build") {
		printFuture(p.out, p.say, report)
	}
	return !problems.HasErrors(), nil
}

// builds says whether this run writes the output folder.
func builds(c *cli.Command) bool {
	return !c.Bool("no-build") && !c.Bool("rollback") && !c.Bool("trust") && !c.IsSet("write-config")
}

// checkDestination finds out before anything is built that the destination is nowhere.
func (p *publication) checkDestination() error {
	if p.c.IsSet("write-config") && !p.c.Args().Present() {
		return nil
	}
	if !p.read() {
		return nil // the build says why
	}
	if err := p.choose(); err != nil || p.destination.Kind() != "folder" || p.c.IsSet("write-config") {
		return err
	}
	dir, err := p.folderOf(p.destination.Folder)
	if err != nil {
		return err
	}
	s, err := folder.Open(dir)
	if err != nil {
		return err
	}
	return s.Close()
}

// read reads where the site is published, and says whether that is known.
func (p *publication) read() (known bool) {
	p.published, known = destination.Read(p.folders.content, p.report.BaseURL)
	return known
}

// choose finds the destination that was named.
func (p *publication) choose() error {
	if p.published == nil {
		return fail("no-publish-file", destination.Path, "targets:\n  utama: {folder: /var/www/etalase}")
	}
	var names []string
	for _, d := range p.published.Destinations {
		if names = append(names, d.Name); d.Name == p.c.Args().First() {
			p.destination = d
			return nil
		}
	}
	known := strings.Join(names, ", ")
	if !p.c.Args().Present() {
		return fail("name-target", known)
	}
	return fail("no-such-target", p.c.Args().First(), destination.Path, known)
}

// print writes a sentence to the terminal.
func (p *publication) print(word string, args ...any) { fmt.Fprintln(p.out, p.say.Word(word, args...)) }

// warn writes a sentence to standard error, which is what a schedule mails.
func (p *publication) warn(word string, args ...any) {
	fmt.Fprintln(p.c.Root().ErrWriter, p.say.Word(word, args...))
}
