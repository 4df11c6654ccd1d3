// Package build names the steps in order, once, and remembers between builds.
//
// What comes in: a site's root as a file system, an output folder, the time.
// What goes out: the written site with a report, or every problem of every file
// and nothing written. It owns the walk through the steps, one file each,
// and what may be spared when little changed; it decides nothing that another room could
// decide, and knows nothing of networks or terminals.
//
// # What is remembered
//
// A Builder that builds again spares what it can, by digests alone: it does not
// trust what it hears of changes, it looks; at what was told first, where somebody
// waits, and then at every file. One whose size, time and
// number on the disk are as they were is not read, unless it was written so
// lately that its clock may not have ticked since. What is read again is parsed
// again when its bytes changed. The facts are assembled again when the front
// matter or data of any file changed, and the plan with them; the links of a text
// are followed again when the text changed or anything lies elsewhere; a page is
// rendered again when its view changed, or a template it uses. Where only words changed,
// all else stands as it stood; where only data did, articles and what follows from them alone
// are those of the site before. Time is an input like any other: facts and plan are good until
// the moment they name.
//
// What is remembered of a page are digests, not the page: a build keeps the
// output folder as the last one left it, and writes the difference. With Config.Program the next
// process is told of all this in room memory's file, also of where texts lead and what facts
// contradict, and looks itself as often.
package build

import (
	"errors"
	"io/fs"
	"strings"
	"sync/atomic"
	"time"

	"blandongan/internal/build/found"
	"blandongan/internal/build/ledger"
	"blandongan/internal/build/past"
	"blandongan/internal/build/progress"
	"blandongan/internal/build/reading"
	"blandongan/internal/build/review"
	"blandongan/internal/build/texts"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/output/scratch"
	"blandongan/internal/plan"
	"blandongan/internal/plan/shelf"
	"blandongan/internal/related"
	"blandongan/internal/render"
	"blandongan/internal/search"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// Config says what is built where.
type Config struct {
	// Root is the site's folder: data/, content/ and, if it has its own, templates/.
	// It must refuse paths and links that leave it, as OpenDir's does.
	Root fs.FS
	// Out is the output folder, as the file system names it. Without one everything
	// is made and checked, and nothing is written but into Past.
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
	// Hold says that the output folder is held until Close, though there will be one build alone.
	Hold bool
	// Explain says that a Report is to list every file that is made, and why.
	Explain bool
	// Desk says that the editors' desk is to look at the texts: see Report.Findings.
	Desk bool
	// Past, without an output folder, is one whose memory is taken up, and in which the desk's findings are noted.
	Past string
	// Program tells the program from all others that build sites, and from itself before it was
	// changed. With it, what a build knows is written down in the output folder, and the first
	// build of a Builder takes up what the same program wrote there. Without it, "", neither is done.
	Program string
	// Fresh says that what an earlier process remembered is not to be used.
	Fresh bool
	// Stop, once it is closed, ends a build before its time, unless the output folder is being
	// changed already: then that is brought to its end. See ErrStopped.
	Stop <-chan struct{}
}

// Builder builds one site, again and again. It is not safe for concurrent use.
type Builder struct {
	config    Config
	markdown  *markdown.Parser
	built     bool
	reader    *reading.Reader
	themes    memo.Cell[parsedTheme]
	read      readTemplates // by the last build
	facts     memo.Cell[assembled]
	lastSite  *site.Site // for the next to take from
	reviews   review.Keeper
	related   memo.Cell[*related.Articles]
	maps      memo.Cell[drawn]
	shelf     *shelf.Shelf
	plans     memo.Cell[*planned]
	bare      memo.Cell[*planned] // whatever its assets are called
	checked   memo.Digest         // the addresses of a plan without a problem
	renderers memo.Cell[*prepared]
	epoch     memo.Epoch
	stood     *stand // by the last build, until a file is another in more than words
	texts     *texts.Texts
	found     found.Index            // what can be found
	folder    *output.Folder         // held while building again
	pages     *ledger.Ledger         // of what lies there
	ids       map[string][]string    // ids inside pages that links lead to
	stamps    map[string]files.Stamp // of the files that can be copied
	last      last
	recalled  *recalled // until the first build ends
	unnoted   *walk     // the last that was written, if the next process is not told of it yet
	current   *walk     // the last of all
	newer     []string  // files that changed since what was written
	// unreviewed is that of which it is not told what the desk found.
	unreviewed *walk
	counter    progress.Counter // how far a build is
	audience   Audience
	told       []string         // see Tell
	failing    []string         // pages that could not be made the last time
	clock      func() time.Time // that of the files
}

// New returns a builder that remembers nothing yet.
func New(c Config) *Builder {
	md := markdown.New(markdown.Options{Schemes: site.Schemes(), Reserved: views.Reserved})
	return &Builder{
		config: c, markdown: md, pages: &ledger.Ledger{}, ids: map[string][]string{}, clock: time.Now,
		shelf: shelf.New(c.Again),
		reader: &reading.Reader{Root: c.Root, Out: c.Out, Markdown: md, Desk: c.Desk, Again: c.Again,
			KeepNotes: c.Program != "" && c.Out != "", Pad: new(scratch.Pad),
			Renamed: map[string]string{}},
	}
}

// Tell tells the next build which files of the site were changed, by somebody who may not have
// heard of all: it looks at no others, but for those that came or went. It says so in its Report,
// and whoever tells has another build look at all soon after.
func (b *Builder) Tell(changed []string) { b.told = changed }

// Close lets go of the output folder, and of what was kept on the disk meanwhile.
func (b *Builder) Close() error {
	if b.unreviewed != nil {
		b.unreviewed.noteReviews(memo.Digest{})
	}
	return errors.Join(b.closeFolder(), b.reader.Pad.Close())
}

func (b *Builder) closeFolder() error {
	if b.folder == nil {
		return nil
	}
	if b.unnoted != nil {
		b.unnoted.remember(true)
	}
	folder := b.folder
	b.folder, b.unnoted = nil, nil
	return folder.Discard()
}

// Touch rewrites a file of our own in the output folder and returns the folder it
// lies in: whoever watches that folder must see it, if the file system reports
// changes at all. It works between builds of a Builder that builds
// again.
func (b *Builder) Touch() (dir string, err error) {
	if b.folder == nil {
		return "", errors.ErrUnsupported
	}
	return b.folder.Touch()
}

// Build runs the steps. Problems are sorted and carry their source lines; when
// one of them is an error, or err is not nil, the output folder is what it was.
// now decides which articles are due, which visits are past, which programs were
// checked too long ago, and in which month security.txt expires.
func (b *Builder) Build(now time.Time) (Report, diag.List, error) {
	w := b.walk(now)
	b.current = w
	w.recall()
	err := w.run()
	var why past.Unused
	switch {
	case err == errForgotten:
		why = past.Damaged
	case w.makeRoom(err):
		why = past.NoRoom
	}
	if why != "" {
		b.recalled, b.reader.Sources = nil, nil
		w = b.walk(now)
		w.report.Unused, b.current = why, w
		err = w.run()
	}
	if b.recalled = nil; w.isStopped() {
		b.unnoted = nil // not all was read
	}
	if err != ErrGivenUp {
		w.checkDesk()
	}
	if err == nil && w.config.Desk {
		err = w.over()
	}
	if file := w.changing.Load(); file != nil && !w.report.Trusting && errors.Is(err, ErrGivenUp) {
		w.addProblems(diag.List{diag.At(diag.Place{File: *file}, "file-changing")})
		err = nil
	}
	if w.report.Language == "" {
		w.report.Language = w.language()
	}
	b.built = true
	b.reader.Release()
	return w.report, w.sortedProblems(), err
}

// sortedProblems are those found, as they are printed.
func (w *walk) sortedProblems() diag.List {
	return w.problems.Sorted().Capped(diag.MostTold).Excerpt(w.text)
}

// text returns the file that a problem is in: of the site, or a built-in
// template.
func (b *Builder) text(file string) string {
	if _, err := fs.Stat(b.config.Root, file); err == nil {
		return string(site.Guard(file, []byte(files.Contents(b.config.Root, file))))
	}
	if name, ok := strings.CutPrefix(file, render.Folder+"/"); ok {
		return files.Contents(b.config.Templates, name)
	}
	return ""
}

// walk is one build.
type walk struct {
	*Builder
	now      time.Time
	look     *reading.Look
	report   Report
	problems diag.List
	stand
	stands  bool // as it stood
	linked  []plan.Target
	index   []search.File
	later   int           // of problems, those that were found after looking
	words   *scratch.Roll // what is noted of found
	opened  bool          // the output folder, by this build
	resumed bool          // as an earlier process left it
	// restamped says that something was found to be the same by its bytes, not by its stamp.
	restamped bool
	changing  atomic.Pointer[string] // a file of the site that somebody changed since we looked: see over
}

// stand is what pages are made from besides the words of articles and pages.
type stand struct {
	templates render.Files
	theme     parsedTheme
	site      assembled
	drawing   drawn // the map
	plan      *planned
	renderer  *prepared
	reported  map[string]bool // files that have a problem already for what is in them
	standing  diag.List       // the problems of all this
}

// walk begins a build.
func (b *Builder) walk(now time.Time) *walk {
	w := &walk{Builder: b, now: now, look: b.reader.Look(b.clock(), b.told)} // by the clock of the files
	b.told = nil
	return w
}

func (w *walk) addProblems(l diag.List) { w.problems = append(w.problems, l...) }

// addStanding adds problems of what stands while only words change.
func (w *walk) addStanding(l diag.List) {
	w.standing = append(w.standing, l...)
	w.addProblems(l)
}

// run names the steps: files, entries, facts, a plan, links, what can be found, pages, public/.
func (w *walk) run() error {
	if err := w.steps(w.findFiles, w.parse, w.inspectFiles, w.takeStand, w.readTemplates, w.takeLook); err != nil {
		return err
	}
	if done, err := w.replay(); done || err != nil {
		return err
	}
	if !w.reader.ReadEntries(w.each) {
		return errForgotten
	}
	if err := w.steps(w.assembleFacts, w.parseTemplates, w.planSite, w.prepareTemplates, w.keepStand, w.followLinks,
		w.checkAttachments, w.pardonDrafts); err != nil {
		return err
	}
	if w.problems.HasErrors() {
		w.tryPages()
		return w.over()
	}
	if err := w.takeUp(); err != nil {
		return w.foreignProblems(err)
	}
	w.indexSite()
	return w.write()
}

// findFiles finds the files.
func (w *walk) findFiles() { w.look.Find(progress.Each) }

// parse turns the written files into entries, those that changed anew.
func (w *walk) parse() {
	w.look.Parse(func(n int, do func(int)) { w.eachOf(progress.Reading, n, do) })
	w.report.Read, w.report.Edited = w.look.Read, w.look.Edited
	w.newer = append(w.newer, w.look.Edited...)
	if !w.look.Alike {
		w.stood = nil
	}
}

// takeStand takes over what pages are made from where nothing changed but words.
func (w *walk) takeStand() {
	if w.stood != nil && w.epoch.Holds(w.now) {
		w.stand, w.stands = *w.stood, true
		w.tellFacts()
		w.tellPlan()
	}
}

// keepStand keeps it for the next build.
func (w *walk) keepStand() {
	if !w.stands && w.config.Again {
		stood := w.stand
		w.stood = &stood
	}
}

// inspectFiles looks into the files that pages may show or link to.
func (w *walk) inspectFiles() {
	w.look.Inspect(func(n int, do func(int)) { w.eachOf(progress.Inspecting, n, do) })
}

// takeLook takes over what was found so far.
func (w *walk) takeLook() {
	w.report.Trusting = len(w.look.Told) > 0
	w.addProblems(w.look.Problems)
	w.later = len(w.problems)
}

// steps does one after the other, until the build is over.
func (w *walk) steps(list ...func()) error {
	for _, do := range list {
		if do(); w.over() != nil {
			return w.over()
		}
	}
	return nil
}

// pardonDrafts lets the site go out although something in it is not finished: what is wrong in a
// file that holds nothing but drafts, which are not published, is told and stops nobody.
func (w *walk) pardonDrafts() {
	if w.config.Drafts || len(w.problems) == 0 {
		return
	}
	for i := range w.problems {
		p := &w.problems[i]
		s := w.reader.At(p.Place.File)
		p.Draft = s != nil && s.Drafts
	}
}

// language guesses the editors' language from the site's own file when it could
// not be read: that problem, too, should be said in it.
func (w *walk) language() string {
	for line := range strings.Lines(files.Contents(w.config.Root, SiteFile)) {
		if tag, ok := strings.CutPrefix(line, "language:"); ok {
			tag, _, _ = strings.Cut(tag, "#")
			return strings.Trim(strings.TrimSpace(tag), `"'`)
		}
	}
	return ""
}

// OpenDir opens a site's folder as Config.Root wants it.
func OpenDir(name string) (*files.Dir, error) { return files.OpenDir(name) }

// IsBaseURL says whether Config.BaseURL may be set to an address: the rule is
// that of the site's own base_url.
func IsBaseURL(address string) bool { return new(value.BaseURL).ReadLiteral(address) == nil }

// Inputs are the folders of a site that a build reads, with all below them.
func Inputs() []string { return reading.Inputs() }

// Ignored says whether a build passes over a file or folder of the site, by its
// slash path from the root: what editors and systems leave behind.
func Ignored(name string) bool { return files.Dropping(name) }

// SiteFile is the file by which the folder of a site is known.
const SiteFile = site.ConfigFile

// VerbatimFolder is the folder of a site whose files are copied as they are.
const VerbatimFolder = files.VerbatimFolder
