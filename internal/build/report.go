package build

import (
	"cmp"
	"slices"
	"time"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/build/past"
	"blandongan/internal/build/reading"
	"blandongan/internal/desk"
	"blandongan/internal/diag"
	"blandongan/internal/host"
	"blandongan/internal/output"
	"blandongan/internal/plan"
	"blandongan/internal/search"
	"blandongan/internal/site"
	"blandongan/internal/site/translations"
)

// Report says what a build did.
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
	// Zone is that in which the site writes its times.
	Zone *time.Location
	// Read counts the files that had to be read anew.
	Read int
	// Edited are the written files that this build read anew or missed, by path: what an author
	// changed since the last build of this Builder. A first build leaves it empty.
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
	// Findings are what the editors' desk found when Config.Desk asks. They keep
	// nothing from being written, and have no source lines yet: see Quote.
	Findings desk.Findings
	// Reviewed counts the texts that the desk looked at anew.
	Reviewed int
	// Trusting says that it looked only at what it was told of: see Builder.Tell.
	Trusting bool
	// Recalled says that the build took up what an earlier process wrote down.
	Recalled bool
	// Unused says why what an earlier process wrote down was not taken up, if there was anything.
	Unused past.Unused
	// Due is when the site changes by time alone: an article falls due, a day ends.
	Due time.Time

	// plan, linked, index and text are what Paths, Identities, LostSections and Moved ask.
	plan   *planned
	linked []plan.Target
	index  []search.File
	text   func(file string) string
	// late tells plan, linked and index where the build had no need of them.
	late func() planning
	// desk, sources and site are what Links and Loud ask.
	desk    *desk.Desk
	sources []reading.Source
	site    *site.Site
}

// Quote adds the source lines to problems of the site, sorted.
func (r Report) Quote(l diag.List) diag.List {
	if r.text == nil {
		return l
	}
	return l.Excerpt(r.text)
}

// planning is a plan, with what only texts lead to and what the index is made of.
type planning struct {
	plan   *planned
	linked []plan.Target
	index  []search.File
	site   *site.Site
}

func (r Report) planning() planning {
	if r.late != nil {
		return r.late()
	}
	return planning{r.plan, r.linked, r.index, r.site}
}

// FileOf returns the file of the site that a page is made from, by its path below the output
// folder; "" when none alone is.
func (r Report) FileOf(page string) string {
	p := r.planning()
	if p.plan == nil {
		return ""
	}
	t, _ := p.plan.Target(page)
	return t.From.File
}

// Withheld counts what is written and not published.
type Withheld = site.Withheld

// Translated says how much of a site is told in a language.
type Translated = translations.Report

// Share counts texts, and those that are translated.
type Share = translations.Share

// Translations reads the site as Build does, as far as the facts, and says which of its texts
// lack a language. With a problem that is an error there is nothing to say.
func (b *Builder) Translations(now time.Time, tag string) (Report, *Translated, diag.List) {
	w := b.walk(now)
	w.findFiles()
	w.parse()
	w.takeLook()
	w.assembleFacts()
	w.addProblems(w.site.problems())
	if w.problems.HasErrors() {
		w.report.Language = cmp.Or(w.report.Language, w.language())
		return w.report, nil, w.sortedProblems()
	}
	var entries []*site.Entry
	var survey *geojson.Survey
	for i := range w.reader.Sources {
		entries = append(entries, w.reader.Sources[i].Entries...)
		survey = cmp.Or(survey, w.reader.Sources[i].Survey)
	}
	return w.report, translations.In(w.site.Site, entries, survey, tag), nil
}

// MadeIn reads what the records of an output folder say of it. The error is [fs.ErrNotExist] when there are none.
func MadeIn(dir string) (output.Listing, error) { return output.List(dir) }

// MemorySize is how large what builds remember in an output folder is, in bytes.
func MemorySize(dir string) (size int64) {
	size, _ = output.MemorySize(dir)
	return size
}

// Explained is a file that was made, and why.
type Explained struct {
	Path string
	Why  Reason
}

// Reason says why a file was made.
type Reason string

// The reasons.
const (
	IsNew    Reason = "new"
	View     Reason = "view"     // what it shows changed
	Template Reason = "template" // a template it uses changed, or an asset
	Changed  Reason = "changed"  // other bytes lay there; a single build knows no more
)

// explained lists the files that a single build wrote. Why, it knows of those that an earlier
// process had made: made are all that it made itself.
func explained(r output.Result, made []Explained) []Explained {
	reasons := make(map[string]Reason, len(made))
	for _, x := range made {
		reasons[x.Path] = x.Why
	}
	var list []Explained
	for _, p := range r.WrittenPaths {
		why := Changed
		if _, isNew := slices.BinarySearch(r.NewPaths, p); isNew {
			why = IsNew
		} else if known := reasons[p]; known != "" && known != IsNew {
			why = known
		}
		list = append(list, Explained{p, why})
	}
	return list
}
