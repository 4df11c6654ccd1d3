package build

import (
	"cmp"
	"io"
	"sync"
	"time"

	"blandongan/internal/atlas"
	"blandongan/internal/build/found"
	"blandongan/internal/build/ledger"
	"blandongan/internal/build/progress"
	"blandongan/internal/build/reading"
	"blandongan/internal/build/texts"
	"blandongan/internal/diag"
	"blandongan/internal/host"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/site/value"
)

// The sections of what is written down for the next process.
const (
	inOutline  = iota // outline
	inSources         // []reading.Noted
	inLooked          // map[string]reading.NotedFile
	inPages           // []ledger.File, by path
	inEntries         // what reading returns besides
	inTexts           // texts.Noted
	inSearches        // []found.Language
	inMap             // notedMap
	inIDs             // map[string][]string
	sections
)

// outline is what a build that finds nothing changed needs to know.
type outline struct {
	// Config is the digest of what of Config the site is made from; Seen that of all that a build
	// looks at, as the last one found it.
	Config, Seen memo.Digest
	Epoch        memo.Epoch
	// Checked, Plan, Renderer and Linked are those of Builder and last.
	Checked, Plan, Renderer, Linked memo.Digest
	// Facts is the digest of what the facts were assembled from, Doubts the problems between them.
	Facts  memo.Digest
	Doubts diag.List
	// Later are the problems of what comes after looking.
	Later  diag.List
	Report notedReport
}

// notedReport is what of a Report is known without a plan.
type notedReport struct {
	Language, BaseURL, Prefix string
	Zone                      value.Zone
	Host                      host.Site
	Pages, Files              int
	Withheld                  Withheld
	Due                       time.Time
}

type notedMap struct {
	Digest  memo.Digest
	Map     *atlas.Map
	Faults  diag.List
	Doubted map[string]bool
}

// codec writes and reads all of these but entries.
var codec = sync.OnceValue(func() *memory.Codec {
	return memory.NewCodec([]any{
		outline{}, []reading.Noted{}, map[string]reading.NotedFile{}, []ledger.File{}, texts.Noted{},
		[]found.Language{}, notedMap{}, map[string][]string{},
	}, diag.Args())
})

// digestConfig is the digest of all of a Config that decides how a site looks.
func (b *Builder) digestConfig() memo.Digest {
	var h memo.Hash
	h.Text(b.config.BaseURL)
	h.Bool(b.config.Drafts)
	return h.Sum()
}

// remembers says whether anything is written down for the next process.
func (b *Builder) remembers() bool { return b.config.Program != "" && b.config.Out != "" }

// memoryFolder is the one in which the memory is, "" without any.
func (b *Builder) memoryFolder() string {
	if b.config.Program == "" {
		return ""
	}
	return cmp.Or(b.config.Out, b.config.Past)
}

// digestSeen is the digest of all that a build looks at before it assembles facts. isWhole is
// false when some of it cannot be told: then a build goes on whatever it is.
func (w *walk) digestSeen() (seen memo.Digest, isWhole bool) {
	var h memo.Hash
	h.Digest(w.templates.Digest())
	isWhole = true
	for i := range w.reader.Sources {
		s, f := &w.reader.Sources[i], &w.look.Files[i]
		h.Text(s.Path)
		h.Text(f.Name)
		h.Text(f.Target)
		h.Int(int(s.Role))
		h.Digest(s.Bytes)
		if s.Bytes == (memo.Digest{}) { // it is not read: what is in it shows in its stamp alone
			h.Plain(s.Stamp)
			isWhole = isWhole && s.Settled
		}
		isWhole = isWhole && !f.Broken
	}
	return h.Sum(), isWhole
}

// remember writes down what the next process can use; late says that the folder was filled a while ago.
// That it cannot be written is no fault of the site's: then the next build does everything.
func (w *walk) remember(late bool) {
	if w.unnoted = nil; !w.remembers() || w.folder == nil {
		return
	}
	w.pages.Stamp(w.folder, w.clock(), late, progress.Each)
	var seen memo.Digest
	if w.current != w { // later ones were not written: for the next process all is new that they saw
		w.reader.Forget(w.newer)
	} else if s, isWhole := w.digestSeen(); isWhole {
		seen = s
	}
	o := outline{
		Config: w.digestConfig(), Seen: seen, Epoch: w.epoch,
		Checked: w.checked, Plan: w.last.plan, Renderer: w.last.renderer, Linked: w.last.linked,
		Later: w.problems[w.later:], Report: w.notedReport(),
	}
	if w.plan == nil { // it was all as before
		o.Facts, o.Doubts = w.recalled.Facts, w.recalled.Doubts
	} else {
		o.Facts, o.Doubts = w.site.digest, w.site.problems()
	}
	sources, looked, err := w.reader.Note(progress.Each)
	if err != nil {
		return
	}
	_ = w.folder.Remember(func(to io.Writer) error { return w.writeNotes(to, &o, sources, looked) })
}

// writeNotes writes the sections, in their order.
func (w *walk) writeNotes(
	to io.Writer, o *outline, sources []reading.Noted, looked map[string]reading.NotedFile,
) error {
	f, c, pages := memory.NewFile(to, w.config.Program), codec(), w.pages.Note()
	f.Put(c, o)
	f.Put(c, &sources)
	f.Put(c, &looked)
	f.Put(c, &pages)
	if err := w.reader.NoteEntries(f); err != nil {
		return err
	}
	f.End()
	if w.plan == nil { // it was all as before
		for _, section := range []int{inTexts, inSearches, inMap, inIDs} {
			_, _ = io.WriteString(f, w.recalled.sections[section]) // Close says what went wrong
			f.End()
		}
		return f.Close()
	}
	noted := w.texts.Note()
	f.Put(c, &noted)
	if w.words != nil {
		if _, err := io.Copy(f, w.words.Open()); err != nil {
			return err
		}
		f.End()
	} else {
		searches := w.found.Note(w.current == w)
		f.Put(c, &searches)
	}
	f.Put(c, &notedMap{w.drawing.digest, w.drawing.Map, w.drawing.problems, w.drawing.doubted})
	f.Put(c, &w.ids)
	return f.Close()
}

func (w *walk) notedReport() notedReport {
	r := &w.report
	return notedReport{Language: r.Language, BaseURL: r.BaseURL, Prefix: r.Prefix, Host: r.Host, Pages: r.Pages,
		Files: r.Files, Withheld: r.Withheld, Due: r.Due, Zone: value.Zone{Location: r.Zone}}
}
