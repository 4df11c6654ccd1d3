// Package build names the stages in order, once, and remembers between builds.
//
// What comes in: a site's root as a file system, an output folder, the time.
// What goes out: the written site with a report, or every problem of every file
// and nothing written. It owns the walk through the stages and what may be
// spared when little changed; it decides nothing that a stage could decide, and
// knows nothing of networks or terminals.
package build

import (
	"errors"
	"io/fs"
	"path"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/source"
)

// Config says what is built where.
type Config struct {
	// Root is the site's folder: data/, content/ and, if it has its own, templates/.
	// It must refuse paths and links that leave it, as os.Root does.
	Root fs.FS
	// Out is the output folder, as the file system names it. Without one everything
	// is made and checked, and nothing is written.
	Out string
	// Templates are the built-in ones.
	Templates fs.FS
	// BaseURL replaces the site's own when not empty.
	BaseURL string
	// Drafts publishes drafts and articles of the future too.
	Drafts bool
}

// Builder builds one site, again and again. It remembers what it read; nothing
// else outlives a build. It is not safe for concurrent use.
type Builder struct {
	config   Config
	markdown *markdown.Parser
	files    memo.Table[digest, decoded]
	images   memo.Table[stamp, size]
}

// New returns a builder that remembers nothing yet.
func New(c Config) *Builder {
	return &Builder{config: c, markdown: markdown.New(markdown.Options{Schemes: site.Schemes, Reserved: plan.Reserved})}
}

// Report tells what a build did.
type Report struct {
	// Language is the site's, "" when it could not be read.
	Language string
	// Pages are HTML pages, Files all files of the site.
	Pages, Files int
	// Written and Removed count files of the output folder.
	Written, Removed int
	Withheld         site.Withheld
	// Read counts the files that had to be read anew.
	Read int
	// Edited are the written files that this build read anew or missed, by path:
	// what an author changed since the last build of this Builder. A first build
	// leaves it empty.
	Edited []string
	// Changed are the paths of the files written, Gone those of the files removed,
	// each with the path at which the same thing lies now, "" when nowhere.
	Changed []string
	Gone    map[string]string
	// Due is when the site changes by time alone (an article falls due, a visit is
	// over); zero when no such moment is known.
	Due time.Time
}

// Build runs the stages. Problems are sorted and carry their source lines; when
// one of them is an error, or err is not nil, the output folder is what it was.
// now decides which articles are due; it does not otherwise show but in
// security.txt, and there by month.
func (b *Builder) Build(now time.Time) (Report, diag.List, error) {
	w := walk{Builder: b, now: now}
	err := w.run()
	if w.report.Language == "" {
		w.report.Language = w.language()
	}
	return w.report, w.problems.Sorted().Excerpt(b.line), err
}

// Close lets go of the output folder.
func (b *Builder) Close() error { return nil }

// Touch rewrites a file of our own in the output folder and returns the folder it
// lies in: whoever watches that folder must be told of it, if the file system
// tells of changes at all.
func (b *Builder) Touch() (dir string, err error) { return "", errors.ErrUnsupported }

// walk is one build.
type walk struct {
	*Builder
	now      time.Time
	report   Report
	problems diag.List
	theme    *render.Theme
	plan     *plan.Plan
	pages    *render.Renderer
}

func (w *walk) say(l diag.List) { w.problems = append(w.problems, l...) }

// run is the whole story: files, records, facts, targets, bytes, public/.
func (w *walk) run() error {
	files, problems := source.List(w.config.Root, site.Folders...)
	w.say(problems)
	entries, problems := w.read(files)
	w.say(problems)
	facts, problems := site.New(entries, site.Options{Now: w.now, Drafts: w.config.Drafts, BaseURL: w.config.BaseURL})
	w.say(problems)
	w.report.Language, w.report.Withheld = string(facts.Config.Language), facts.Withheld
	w.theme, problems = render.Load(w.config.Templates, w.ownTemplates())
	w.say(problems)
	w.plan, problems = plan.Make(facts, plan.Inputs{Files: w.linkable(files), Assets: paths(w.theme.Assets()), Now: w.now})
	w.say(problems)
	w.pages, problems = w.theme.Renderer(w.plan)
	w.say(problems)
	if w.problems.HasErrors() {
		w.tryPages()
		return nil
	}
	return w.write()
}

// ownTemplates is the site's own folder of templates, nil when it has none.
func (w *walk) ownTemplates() fs.FS {
	if info, err := fs.Stat(w.config.Root, render.Folder); err != nil || !info.IsDir() {
		return nil
	}
	own, err := fs.Sub(w.config.Root, render.Folder)
	if err != nil {
		return nil
	}
	return own
}

func paths(assets []render.Asset) []string {
	list := make([]string, len(assets))
	for i, a := range assets {
		list[i] = a.Path
	}
	return list
}

// write renders every target into the output folder's stage and, when all went
// well, publishes it.
func (w *walk) write() (err error) {
	if w.config.Out == "" {
		return w.stage(nowhere{})
	}
	folder, err := output.Open(w.config.Out, output.Options{})
	if err != nil {
		return w.foreign(err)
	}
	defer func() { err = errors.Join(err, folder.Discard()) }()
	if err := w.stage(folder); err != nil || w.problems.HasErrors() {
		return err
	}
	result, err := folder.Commit()
	if err != nil {
		return w.foreign(err)
	}
	w.report.Written, w.report.Removed = result.Written, result.Removed
	return nil
}

// foreign turns files in our way into problems: people put them there.
func (w *walk) foreign(err error) error {
	var foreign *output.ForeignError
	if !errors.As(err, &foreign) {
		return err
	}
	for _, p := range foreign.Paths {
		w.say(diag.List{diag.At(diag.Place{File: path.Join(foreign.Dir, p)}, "foreign-file").WithHint("move-away")})
	}
	return nil
}

// line returns a source line for a problem: of the site, or of a built-in
// template.
func (b *Builder) line(file string, n int) string {
	if _, err := fs.Stat(b.config.Root, file); err == nil {
		return source.Line(b.config.Root, file, n)
	}
	if name, ok := cutFolder(file, render.Folder); ok {
		return source.Line(b.config.Templates, name, n)
	}
	return ""
}
