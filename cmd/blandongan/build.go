package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/templates"

	"github.com/urfave/cli/v3"
)

func buildCommand(code *int) *cli.Command {
	return &cli.Command{
		Name:         "build",
		Usage:        "data + content + templates → public/",
		OnUsageError: silent,
		Flags:        buildFlags(),
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return fail("build-argument", c.Args().First())
			}
			var err error
			*code, err = runBuild(c)
			return err
		},
	}
}

// buildFlags are those of every command that builds.
func buildFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "out", Usage: "output `DIR` (default: public/ in the site's folder)"},
		&cli.StringFlag{Name: "base-url", Usage: "`URL` of the published site (default: base_url of data/site.yaml)"},
		&cli.BoolFlag{Name: "drafts", Usage: "also publish drafts and articles of the future"},
		&cli.BoolFlag{Name: "explain", Usage: "say of every file that was made why"},
	}
}

func runBuild(c *cli.Command) (int, error) {
	start := time.Now()
	tuneMemory()
	p, err := openPlaces(c, once)
	if err != nil {
		return exitFailed, err
	}
	defer p.close()
	now, err := clock(start)
	if err != nil {
		return exitFailed, err
	}
	report, problems, err := p.builder.Build(now)
	if _, busy := build.Busy(err); busy {
		err = inUse(err)
	}
	say := lang.Command.For(lang.Of(cmp.Or(c.String("lang"), report.Language)))
	problems = append(problems, servicesOf(p.root, report.Host)...)
	if e := problems.Print(c.Root().ErrWriter, say.Language); e != nil {
		return exitFailed, e
	}
	if err != nil {
		return exitFailed, err
	}
	code := exitFine
	if problems.HasErrors() {
		code = exitProblems
	}
	out := &careful{w: c.Root().Writer}
	explain(out, say, report)
	printReport(out, say, report, problems, time.Since(start))
	if out.err != nil {
		return exitFailed, out.err
	}
	return code, nil
}

// places are the site's folder and the output folder, and what builds from one
// into the other.
type places struct {
	root    string
	content fs.FS // what lies in root
	out     string
	builder *build.Builder
	close   func() error
}

// use is what the output folder is opened for.
type use int

const (
	once     use = iota // one build
	held                // more builds, or other work with what was built
	unused              // a look at what would be built
	compared            // the same, beside what was built before
)

// openPlaces finds the folders that the flags name.
func openPlaces(c *cli.Command, u use) (*places, error) {
	if err := cmp.Or(knownLanguage(c.String("lang")), baseURL(c.String("base-url"))); err != nil {
		return nil, err
	}
	dir, err := findRoot(c.String("root"))
	if err != nil {
		return nil, err
	}
	out := c.String("out")
	if out == "" {
		out = filepath.Join(dir, "public")
	}
	if err := checkOut(dir, out); err != nil {
		return nil, err
	}
	root, err := build.OpenDir(dir)
	if err != nil {
		return nil, err
	}
	written, beside := out, ""
	switch u {
	case unused:
		written = ""
	case compared:
		written, beside = "", out
	}
	b := build.New(build.Config{Root: root, Out: written, Beside: beside, Templates: templates.FS,
		BaseURL: c.String("base-url"), Drafts: c.Bool("drafts"), Explain: c.Bool("explain"), Again: u == held})
	return &places{dir, root, out, b, root.Close}, nil
}

// clock returns the time of the build: now, or what SOURCE_DATE_EPOCH says in
// seconds since 1970, by which the same site can be built again
// (reproducible-builds.org).
func clock(now time.Time) (time.Time, error) {
	word, set := os.LookupEnv("SOURCE_DATE_EPOCH")
	if !set {
		return now, nil
	}
	seconds, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return now, fail("epoch", word)
	}
	return time.Unix(seconds, 0), nil
}

// memoryAim is what a build tries to stay below, in bytes: enough for a hundred
// thousand articles, and well within the 2 GB of a small rented server.
const memoryAim = 1200 << 20

// tuneMemory lets the heap grow to two and a half times what lives before
// collecting, where Go would let it double, and less when it nears memoryAim. A
// build is one short run: collecting is a fifth of its time with Go's own
// setting, and its memory is small beside what there is. GOGC and GOMEMLIMIT in
// the environment win.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(150)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
}

// siteKeys are those that the file must have.
const siteKeys = `title: …, base_url: https://contoh.id/, language: id, publisher: {name: …}, contact: {email: redaksi@contoh.id}, licence: {name: …}, description: …`

// findRoot returns the given folder, or the nearest upward from here that is a
// site's.
func findRoot(given string) (string, error) {
	if given != "" {
		switch info, err := os.Stat(given); {
		case errors.Is(err, fs.ErrNotExist):
			return "", fail("no-folder", given)
		case err != nil:
			return "", fail("folder-unreadable", given)
		case !info.IsDir():
			return "", fail("not-a-folder", given)
		}
		return given, nil
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, build.SiteFile)); err == nil {
			if rel, err := filepath.Rel(here, dir); err == nil && !strings.HasPrefix(rel, "..") {
				return rel, nil
			}
			return dir, nil
		}
		if written := misspelt(dir); written != "" {
			return "", fail("site-misspelt", filepath.Join(dir, written), build.SiteFile)
		}
		if dir == filepath.Dir(dir) {
			return "", fail("no-site", build.SiteFile, siteKeys)
		}
	}
}

// misspelt returns the path in a folder that differs from the site's file by
// capitals or by its ending, "" when there is none.
func misspelt(dir string) string {
	folder := like(dir, "data")
	if folder == "" {
		return ""
	}
	for _, name := range []string{"site.yaml", "site.yml", "site.yaml.txt"} {
		if file := like(filepath.Join(dir, folder), name); file != "" {
			return filepath.Join(folder, file)
		}
	}
	return ""
}

// like returns the entry of a folder that has a name, whatever its capitals.
func like(dir, name string) string {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.EqualFold(e.Name(), name) {
			return e.Name()
		}
	}
	return ""
}

// checkOut refuses an output folder in which what editors wrote could be lost
// or published, whatever links lead to it.
func checkOut(root, out string) error {
	r, err := realPath(root)
	if err != nil {
		return err
	}
	o, err := realPath(out)
	if err != nil {
		return err
	}
	if within(r, o) {
		return fail("out-holds-site", out)
	}
	for _, folder := range []string{"data", "content", "templates"} {
		f, err := realPath(filepath.Join(r, folder))
		if err != nil { // its own problem, told by the build
			continue
		}
		if within(o, f) {
			return fail("out-among-site", out)
		}
	}
	return nil
}

// realPath returns a path without links; what of it does not exist yet is taken
// as it is written. A link that leads nowhere is an error: who knows where it
// will lead.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if _, err := os.Lstat(abs); errors.Is(err, os.ErrNotExist) && abs != filepath.Dir(abs) {
		parent, err := realPath(filepath.Dir(abs))
		return filepath.Join(parent, filepath.Base(abs)), err
	}
	path, err = filepath.EvalSymlinks(abs)
	if errors.Is(err, os.ErrNotExist) {
		return "", fail("link-nowhere", abs)
	}
	return path, err
}

// within says whether path is dir or lies below it.
func within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// baseURL accepts what can stand before every address of a site.
func baseURL(s string) error {
	if s != "" && !build.IsBaseURL(s) {
		return fail("base-url", s)
	}
	return nil
}

// careful is a writer that remembers what went wrong.
type careful struct {
	w   io.Writer
	err error
}

func (c *careful) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// explain prints a line for each file that was made, if that was asked for.
func explain(w io.Writer, say *lang.Writer, r build.Report) {
	for _, x := range r.Explained {
		fmt.Fprintf(w, "  %s: %s\n", diag.Name(x.Path), say.Word("why-"+string(x.Why)))
	}
}

func printReport(w io.Writer, say *lang.Writer, r build.Report, problems diag.List, took time.Duration) {
	errs, warnings := problems.Count()
	if errs > 0 {
		fmt.Fprintln(w, say.Word("failed", say.Counted("errors", errs), say.Counted("warnings", warnings)))
		return
	}
	fmt.Fprintln(w, say.Word("built", r.Pages, r.Files, r.Written, r.Removed, say.Seconds(took)))
	if warnings > 0 {
		fmt.Fprintln(w, say.Counted("warnings", warnings))
	}
	printWithheld(w, say, r)
	if r.Withheld.Texts > 0 {
		fmt.Fprintln(w, say.Word("texts", r.Withheld.Texts, r.Withheld.Languages))
	}
}

// printWithheld tells of articles that are not published, and why.
func printWithheld(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Drafts > 0 {
		fmt.Fprintln(w, say.Counted("drafts", r.Withheld.Drafts))
	}
	printFuture(w, say, r)
}

// printFuture tells when the next article is due.
func printFuture(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Future > 0 {
		articles := say.Counted("articles", r.Withheld.Future)
		fmt.Fprintln(w, say.Word("future", articles, lang.Moment(r.Withheld.Next)))
	}
}
