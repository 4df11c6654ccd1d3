// Package publishing is the command publish: from what was built to where visitors read it.
//
// It owns the questions that it asks, what it prints, and the keys that it takes from the
// environment. What comes in: a call. What goes out: a published site, or a sentence why it
// is none. How a site is planned and sent is said in package publish.
package publishing

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/store"

	"github.com/urfave/cli/v3"
)

// Command is the command; code is where its exit code goes.
func Command(say *lang.Writer, code *int) *cli.Command {
	flags := slices.DeleteFunc(command.BuildFlags(say), func(f cli.Flag) bool { return f.Names()[0] == "explain" })
	flags = append(flags, &cli.BoolFlag{Name: "explain", Usage: say.Word("option-explain-plan")})
	return &cli.Command{
		Name:         "publish",
		Usage:        say.Word("command-publish"),
		UsageText:    say.Word("usage-publish"),
		OnUsageError: command.Silent,
		Flags: append(flags,
			command.BoolFlag(say, "dry-run"),
			command.BoolFlag(say, "yes"),
			command.BoolFlag(say, "no-build"),
			command.BoolFlag(say, "overwrite"),
			command.BoolFlag(say, "remove-many"),
			command.BoolFlag(say, "verify"),
			command.BoolFlag(say, "no-verify"),
			command.BoolFlag(say, "rollback"),
			command.StringFlag(say, "write-config"),
			command.BoolFlag(say, "trust"),
		),
		Action: func(ctx context.Context, c *cli.Command) error {
			ctx, release := command.Interruptible(ctx)
			defer release()
			var err error
			*code, err = runPublish(ctx, c, say)
			return command.Interrupted(ctx, err)
		},
	}
}

// publication is one run of the command.
type publication struct {
	c           *cli.Command
	out         *command.Output
	in          *bufio.Reader
	lang        lang.Language
	say         *lang.Writer
	folders     *command.Folders
	report      build.Report
	listed      []string          // what the records of the output folder named before all
	published   *destination.File // nil when there is none
	destination destination.Destination
	store       publish.Store
	// warnFormer says what is left in a folder from when it did, or did not, keep
	// releases; nil where the destination is none.
	warnFormer func(context.Context)
	program    *publish.Publisher
	meter      *command.Meter
}

func runPublish(ctx context.Context, c *cli.Command, known *lang.Writer) (int, error) {
	if c.Args().Len() > 1 {
		return command.Failed, command.Fail("publish-arguments", c.Args().Get(1))
	}
	opened := command.Held // no other build changes what is being sent
	switch {
	case c.Bool("no-build") && !(c.Bool("rollback") || c.Bool("trust") || c.IsSet("write-config")):
		opened = command.Compared
	case !builds(c):
		opened = command.Unused
	}
	folders, err := command.Open(ctx, c, opened)
	if err != nil {
		return command.Failed, err
	}
	defer folders.Close()
	defer folders.Builder.Close()
	io := c.Root()
	p := &publication{c: c, folders: folders, out: &command.Output{To: io.Writer}, in: bufio.NewReader(io.Reader)}
	p.meter = command.NewMeter(known, io.ErrWriter, p.out)
	if opened == command.Compared {
		p.listed = listed(folders.Out)
	}
	code, err := p.run(ctx)
	if err == nil {
		err = p.out.Err
	}
	if err != nil && ctx.Err() != nil && !isTranslated(err) {
		err = command.Fail("stopped-unchanged")
	}
	if err != nil {
		return command.Failed, command.InLanguage(p.inBothLanguages(err), p.lang)
	}
	return code, nil
}

// isTranslated says whether an error has words in each language already.
func isTranslated(err error) bool {
	_, is := errors.AsType[lang.Translated](err)
	return is
}

// inBothLanguages gives an error of the publishing room the words of both languages.
func (p *publication) inBothLanguages(err error) error {
	if isTranslated(err) {
		return err
	}
	if _, busy := build.Busy(err); busy {
		return command.InUse(err, p.folders.Out)
	}
	if _, _, half := build.Half(err); half {
		return err // the command has its words
	}
	return translated(err)
}

// run is the whole story.
func (p *publication) run(ctx context.Context) (int, error) {
	if err := p.checkDestination(); err != nil {
		return command.Failed, err
	}
	if ok, err := p.build(); err != nil || !ok {
		return command.Problems, err
	}
	p.read()
	if p.c.IsSet("write-config") {
		return command.Fine, p.writeConfig(p.c.String("write-config"))
	}
	if err := p.choose(); err != nil {
		return command.Failed, err
	}
	if p.c.Bool("trust") {
		return command.Fine, p.trust(ctx)
	}
	if err := p.open(ctx); err != nil {
		return command.Failed, err
	}
	defer p.store.Close()
	if p.c.Bool("rollback") {
		return command.Fine, p.rollback(ctx)
	}
	return p.send(ctx)
}

// build makes the site, or looks at what would be made, and says whether it is
// fit to be published.
func (p *publication) build() (bool, error) {
	start := time.Now()
	now, err := command.Clock(start)
	if err != nil {
		return false, err
	}
	var report build.Report
	var problems diag.List
	p.meter.Build(p.folders.Builder, func() { report, problems, err = p.folders.Builder.Build(now) })
	if errors.Is(err, build.ErrStopped) {
		return false, err
	}
	p.report, p.lang = report, lang.Of(report.Language)
	if l := p.c.String("lang"); l != "" {
		p.lang = lang.Language(l)
	}
	p.say = lang.Command.For(p.lang)
	if p.c.Bool("rollback") || p.c.Bool("trust") { // what is wrong with the site must not be in the way
		problems = slices.DeleteFunc(problems,
			func(one diag.Problem) bool { return one.Place.File != destination.Path })
	}
	if sendsNothing := p.c.IsSet("write-config") || p.c.Bool("rollback") || p.c.Bool("trust"); !sendsNothing {
		problems = append(problems, p.examples()...)
	}
	if builds(p.c) {
		problems = append(problems, command.ServicesOf(p.folders.Root, report.Host)...)
	}
	if e := problems.Print(p.c.Root().ErrWriter, p.lang); e != nil {
		return false, e
	}
	if err != nil {
		return false, err
	}
	if p.c.Bool("explain") {
		command.ExplainMemory(p.out, p.say, report)
	}
	if builds(p.c) || problems.HasErrors() {
		command.PrintReport(p.out, p.say, report, problems, time.Since(start))
	} else if p.c.Bool("no-build") {
		command.PrintFuture(p.out, p.say, report)
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
	p.published, known = destination.Read(p.folders.Content, p.report.BaseURL)
	return known
}

// choose finds the destination that was named.
func (p *publication) choose() error {
	if p.published == nil {
		return command.Fail("no-publish-file", destination.Path, "targets:\n  utama: {folder: /var/www/etalase}")
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
		return command.Fail("name-target", known)
	}
	return command.Fail("no-such-target", p.c.Args().First(), destination.Path, known)
}

// print writes a sentence to the terminal.
func (p *publication) print(word string, args ...any) { fmt.Fprintln(p.out, p.say.Word(word, args...)) }

// warn writes a sentence to standard error, which is what a schedule mails.
func (p *publication) warn(word string, args ...any) {
	fmt.Fprintln(p.c.Root().ErrWriter, p.say.Word(word, args...))
}

// translated is an error of publishing with its words in each language.
func translated(err error) lang.Translated {
	return lang.Both{Indonesian: failed(err, lang.Indonesian), English: failed(err, lang.English)}
}

// failed is the sentence of an error of publishing. Its cause is what a machine
// says, of which the common faults are translated.
func failed(err error, l lang.Language) string {
	said := store.Sentence(err, l)
	f, ok := errors.AsType[*store.Fault](err)
	if !ok && said == err.Error() {
		return command.Sentence(err, l)
	}
	if ok && f.Err != nil {
		if why, known := diag.Machine(f.Err, l); known {
			return strings.TrimSuffix(said, f.Err.Error()) + why
		}
	}
	return said
}
