// Package build names the stages in order, once, and remembers between builds.
//
// What comes in: a site's root as a file system, an output folder, the time.
// What goes out: the written site with a report, or every problem of every file
// and nothing written. It owns the walk through the stages and what may be
// spared when little changed; it decides nothing that a stage could decide, and
// knows nothing of networks or terminals.
//
// # What is remembered
//
// A Builder that builds again spares what it can, by digests alone: it never
// hears what changed, it looks. Every file is looked at; one whose size, time and
// number on the disk are as they were is not read, unless it was written so
// lately that its clock may not have ticked since. What is read again is parsed
// again when its bytes changed. The facts are assembled again when the front
// matter or data of any file changed, and the plan with them; the links of a text
// are followed again when the text changed or anything lies elsewhere; a page is
// rendered again when its view changed, or a template it uses. Time is an input
// like any other: facts and plan are good until the moment they name.
//
// What is remembered of a page are digests, not the page: a build keeps the
// output folder as the last one left it, and writes the difference.
package build

import (
	"errors"
	"io/fs"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/host"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Config says what is built where.
type Config struct {
	// Root is the site's folder: data/, content/ and, if it has its own, templates/.
	// It must refuse paths and links that leave it, as OpenDir's does.
	Root fs.FS
	// Out is the output folder, as the file system names it. Without one everything
	// is made and checked, and nothing is written.
	Out string
	// Beside, without an output folder, is one that is compared with what is made.
	Beside string
	// Templates are the built-in ones.
	Templates fs.FS
	// BaseURL replaces the site's own when not empty.
	BaseURL string
	// Drafts publishes drafts and articles of the future too.
	Drafts bool
	// Again says that there will be more builds: what they can use is remembered,
	// and the output folder is held until Close.
	Again bool
	// Explain says that a Report is to tell of every file that is made, and why.
	Explain bool
}

// OpenDir opens a site's folder as Config.Root wants it.
func OpenDir(name string) (*files.Dir, error) { return files.OpenDir(name) }

// Builder builds one site, again and again. It is not safe for concurrent use.
type Builder struct {
	config    Config
	markdown  *markdown.Parser
	built     bool
	folders   files.Folders
	renamed   map[string]string // old name → new, since the folder was last written
	seen      []seen            // the files, in the order of looking
	images    memo.Table[files.Stamp, files.Inspection]
	templates render.Files
	themes    memo.Table[memo.Digest, themed]
	facts     memo.Table[memo.Digest, assembled]
	related   memo.Table[memo.Digest, *plan.Related]
	maps      memo.Table[memo.Digest, drawn]
	plans     memo.Table[memo.Digest, *planned]
	sound     memo.Digest // the addresses of a plan without a problem
	looks     memo.Table[memo.Digest, *prepared]
	epoch     epoch
	texts     *texts
	folder    *output.Folder         // held while building again
	pages     map[string]page        // of what lies there
	places    map[string][]string    // ids inside pages that links lead to
	stamps    map[string]files.Stamp // of the files that can be copied
	last      last
}

// New returns a builder that remembers nothing yet.
func New(c Config) *Builder {
	return &Builder{config: c, renamed: map[string]string{}, pages: map[string]page{}, places: map[string][]string{}, markdown: markdown.New(markdown.Options{Schemes: site.Schemes(), Reserved: views.Reserved})}
}

// Close lets go of the output folder.
func (b *Builder) Close() error {
	if b.folder == nil {
		return nil
	}
	folder := b.folder
	b.folder = nil
	return folder.Discard()
}

// Touch rewrites a file of our own in the output folder and returns the folder it
// lies in: whoever watches that folder must be told of it, if the file system
// tells of changes at all. It works between builds of a Builder that builds
// again.
func (b *Builder) Touch() (dir string, err error) {
	if b.folder == nil {
		return "", errors.ErrUnsupported
	}
	return b.folder.Touch()
}

// Report tells what a build did.
type Report struct {
	// Language is the site's, "" when it could not be read.
	Language string
	// BaseURL is where visitors read the site.
	BaseURL string
	// Prefix is the path of the base URL, with slashes at both ends.
	Prefix string
	// Host is what a web server must know of the site.
	Host host.Site
	// Pages are HTML pages, Files all files of the site.
	Pages, Files int
	// Made counts the files that were made, Written and Removed those of the
	// output folder that changed.
	Made, Written, Removed int
	Withheld               Withheld
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
	// Other are the files of the site of which other bytes, or nothing, lie in
	// Config.Beside.
	Other []string
	// Blocked says that something lies in the way that no save of an author's moves:
	// it is worth trying again.
	Blocked bool
	// Explained are the files that were made, by path, when Config.Explain asks.
	Explained []Explained
	// Due is when the site changes by time alone: an article falls due, a day ends.
	Due time.Time

	// plan, linked and text are what Paths, Identities, Lost and Moved ask.
	plan   *planned
	linked []plan.Target
	text   func(file string) string
}

// Withheld counts what is written and not published.
type Withheld = site.Withheld

// Made is what the records of an output folder say of it.
type Made = output.Listing

// MadeIn reads them. The error is [fs.ErrNotExist] when there are none.
func MadeIn(dir string) (Made, error) { return output.List(dir) }

// Explained is a file that was made, and why.
type Explained struct {
	Path string
	Why  Reason
}

// Build runs the stages. Problems are sorted and carry their source lines; when
// one of them is an error, or err is not nil, the output folder is what it was.
// now decides which articles are due, which visits are past, which programs were
// checked too long ago, and in which month security.txt expires.
func (b *Builder) Build(now time.Time) (Report, diag.List, error) {
	w := walk{Builder: b, now: now}
	err := w.run()
	if w.report.Language == "" {
		w.report.Language = w.language()
	}
	b.built = true
	return w.report, w.problems.Sorted().Capped(mostProblems).Excerpt(b.text), err
}

// mostProblems is how many problems of one file are told one by one. Nobody
// reads more, and a hostile file can have one for every other letter.
const mostProblems = 100

// text returns the file that a problem is in: of the site, or a built-in
// template.
func (b *Builder) text(file string) string {
	if _, err := fs.Stat(b.config.Root, file); err == nil {
		return string(site.Guard(file, []byte(files.Contents(b.config.Root, file))))
	}
	if name, ok := cutFolder(file, render.Folder); ok {
		return files.Contents(b.config.Templates, name)
	}
	return ""
}

// walk is one build.
type walk struct {
	*Builder
	now      time.Time
	looked   time.Time
	report   Report
	problems diag.List
	files    []files.File
	design   []files.File    // those of the site's own templates
	fresh    []bool          // by file: not what the last build saw
	judged   map[string]bool // files that are told already for what is in them
	theme    themed
	site     assembled
	plan     *planned
	linked   []plan.Target
	renderer *prepared
}

func (w *walk) say(l diag.List) { w.problems = append(w.problems, l...) }

// run is the whole story: files, records, facts, targets, bytes, public/.
func (w *walk) run() error {
	w.look()
	w.decode()
	w.assemble()
	w.dress()
	w.outline()
	w.follow()
	w.tellUnlinked()
	w.prepare()
	if w.problems.HasErrors() {
		w.tryPages()
		return nil
	}
	return w.write()
}
