package build

import (
	"cmp"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
	"time"

	"blandongan/internal/build/reading"
	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/plan"
	"blandongan/internal/site"
	"blandongan/internal/site/check"
)

// Known is what a site was found to be. It never changes: several goroutines may ask it.
type Known struct {
	// Site holds the facts.
	Site *site.Site
	// Language is the site's, "" when it could not be read.
	Language string
	// Problems are all that were found, as Build returns them, and what the desk found, if it was
	// asked.
	Problems diag.List
	// Until is when it holds no longer by time alone.
	Until time.Time

	markdown *markdown.Parser
	desk     *desk.Desk // nil unless it was asked
	prose    prose.Reader
	sources  []reading.Source // by path
	plan     *planned
	texts    map[string][]plan.Text // by file
}

// Examine walks as Build does, as far as links: it makes no page, and writes nothing.
func (b *Builder) Examine(now time.Time) *Known {
	b.reader.KeepText = true
	w := b.walk(now)
	w.findFiles()
	w.parse()
	w.inspectFiles()
	w.takeLook()
	w.readTemplates()
	w.assembleFacts()
	w.parseTemplates()
	w.planSite()
	w.followLinks()
	w.checkAttachments()
	w.pardonDrafts()
	w.checkDesk()
	b.built = true
	problems := append(w.sortedProblems(), w.report.Findings.All().Capped(diag.MostTold).Excerpt(w.text)...)
	k := &Known{
		Site: w.site.Site, Language: cmp.Or(w.report.Language, w.language()), Problems: problems.Sorted(),
		Until: w.plan.Until, markdown: b.markdown, desk: w.report.desk, prose: w.proseReader(),
		sources: w.reader.Sources, plan: w.plan, texts: map[string][]plan.Text{},
	}
	for _, x := range w.plan.Texts {
		k.texts[x.File] = append(k.texts[x.File], x)
	}
	return k
}

// Look reads one file as it is now and finds what is wrong in it and in where it leads, by
// what else was known of the site: that costs no more than the file. entries are what it
// holds; there are none in a file that is no record.
func (k *Known) Look(root fs.FS, file string) (entries []*site.Entry, problems diag.List) {
	f := files.At(file)
	if site.RoleOf(f.Name) != site.Written {
		return nil, nil
	}
	text, problems := files.Read(root, f)
	if problems != nil {
		return nil, problems.Sorted()
	}
	record, problems := site.Parse(file, text, k.markdown)
	entries, faults := site.Decode(record)
	problems = append(problems, faults...)
	for _, e := range entries {
		problems = append(problems, check.Entry(k.Site, e)...)
		for _, x := range k.texts[file] {
			problems = append(problems, k.plan.Resolve(x, e.Text, e.Tail).Problems...)
		}
	}
	problems = problems.Sorted().Capped(diag.MostTold)
	if k.desk != nil && !site.IsUnseen(file) {
		found := k.desk.Check(k.prose.Read(file, text, entries)).Capped(diag.MostTold)
		problems = append(problems, found...).Sorted()
	}
	return entries, problems.Excerpt(func(string) string { return string(site.Guard(file, text)) })
}

// IsSilent says whether the comments in a file's text silence what the desk finds there; entries
// are what the file holds.
func (k *Known) IsSilent(file string, text []byte, entries []*site.Entry, p diag.Problem) bool {
	return k.desk != nil && len(entries) > 0 &&
		k.desk.IsSilent(p, k.prose.Read(file, text, entries).Silenced)
}

// Entries goes through all that is written, file by file.
func (k *Known) Entries() iter.Seq[*site.Entry] {
	return func(yield func(*site.Entry) bool) {
		for i := range k.sources {
			for _, e := range k.sources[i].Entries {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Beside returns the names of the files in a folder that pages can link to or show.
func (k *Known) Beside(folder string) []string {
	var names []string
	for i := range k.sources {
		if s := &k.sources[i]; path.Dir(s.Path) == folder && site.IsCopied(s.Role) {
			names = append(names, path.Base(s.Path))
		}
	}
	return names
}

// Addresses are those of the pages of what a file holds, from the site's root, that in the
// site's own language first: "/program/x/".
func (k *Known) Addresses(file string) []string {
	var list []string
	for i := range k.plan.Targets {
		t := &k.plan.Targets[i]
		if t.Template != "" && t.Frame != plan.NoFrame && t.From.File == file {
			list = append(list, "/"+strings.TrimSuffix(t.Path, "index.html"))
		}
	}
	return slices.Compact(list)
}
