// Package review keeps what the editors' desk found in each file, for build, from one build to the
// next.
//
// It owns what is found again and what is not: a text is looked at again when it changed, when the
// desk is told something else of all texts, or when it would answer otherwise to what was asked of figures for this
// one; texts beside each other, when the front matter of any changed. In
// come the files as they were read, with the facts; out comes all that is found. What it remembers
// it gives away as bytes, and takes up again in another process; it belongs to build.
package review

import (
	"slices"
	"sync/atomic"
	"time"

	"blandongan/internal/build/reading"
	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Keeper keeps what was found. The zero value knows nothing. It is not safe for concurrent use.
type Keeper struct {
	desks  memo.Cell[*desk.Desk]
	across memo.Cell[diag.List]
	noted  map[string]*review // of another process, until they are taken up
	last   outline            // what was found last
	isNew  bool               // since it was noted
}

// review is what was found in a file.
type review struct {
	bytes memo.Digest // of the file
	against
	told
	front  *prose.Front // nil where another process found it and nobody asked yet
	chunks [2]chunk     // told and front as they are noted, empty until they are
}

// against is what a file was held against: By is the digest of what all texts are, Answers that of what was
// answered to what was Asked for it alone.
type against struct {
	By, Answers memo.Digest
	Asked       []string
}

// told is what is told of each file again and again.
type told struct {
	Article bool
	Found   diag.List
	Quiet   []prose.Silence
	Links   []web.Link
}

// Inputs are what is looked at.
type Inputs struct {
	*reading.Reader
	Site *site.Site
	// Config is the digest of all besides files that facts are made from.
	Config memo.Digest
	// Now is the time by the clocks of the site.
	Now time.Time
	// Each calls do(0) … do(n-1), perhaps some of them at once, or gives up.
	Each func(n int, do func(int))
}

// Result is what was found.
type Result struct {
	Desk     *desk.Desk
	Findings desk.Findings
	// Reviewed counts the texts that the desk looked at anew; Changing are those that somebody
	// changed meanwhile.
	Reviewed int
	Changing []string
}

// Look has the desk look at the texts. What it found in a text that did not change is
// remembered while that is held against the same. Words and sentences are not: they take ten times
// what a text takes, and are found again in a moment.
func (k *Keeper) Look(in Inputs) Result {
	known := knownIn(&in)
	d := k.desks.Get(known.all, func() *desk.Desk {
		return desk.New(in.Site, desk.SettingsOf(entriesOf(in.Sources)), in.Now)
	})
	known.hold(&in, d)
	reader := prose.Reader{Markdown: in.Markdown, Language: string(in.Site.Main)}
	var looked atomic.Int64
	changing := make([]bool, len(in.Sources))
	in.Each(len(in.Sources), func(i int) {
		s := &in.Sources[i]
		by := known.by(s)
		if old := k.take(s); !isText(s) || old != nil && old.By == by && old.Answers == d.Answers(old.Asked) {
			return
		}
		text, entries, isSame := in.Said(s)
		if !isSame {
			changing[i] = true
			return
		}
		looked.Add(1)
		doc := reader.Read(s.Path, text, entries)
		found, asked := d.Review(doc)
		s.Review = &review{bytes: s.Bytes, against: against{by, d.Answers(asked), asked}, front: doc.Front(),
			told: told{doc.Article != nil, reading.Quoted(found, text), doc.Silenced, web.LinksOf(doc)}}
	})
	r := Result{Desk: d, Reviewed: int(looked.Load())}
	for i, is := range changing {
		if is {
			r.Changing = append(r.Changing, in.Sources[i].Path)
		}
	}
	k.noted = nil
	if !k.gather(&in, &r) {
		for i := range in.Sources {
			in.Sources[i].Review = nil
		}
		return k.Look(in)
	}
	return r
}

// gather puts together what was found. It returns false when what another process noted cannot be
// read after all.
func (k *Keeper) gather(in *Inputs, r *Result) bool {
	var h memo.Hash
	h.Text(string(in.Site.Main))
	h.Plain(r.Desk.Quiet())
	var articles []*review
	var found []diag.List
	for i := range in.Sources {
		x := of(&in.Sources[i])
		if x == nil {
			continue
		}
		found = append(found, x.Found)
		if !x.Article {
			continue
		}
		articles = append(articles, x)
		h.Digest(in.Sources[i].Head)
		for _, c := range x.Quiet {
			h.Plain(c)
		}
	}
	isRead := true
	beside := h.Sum()
	across := k.across.Get(beside, func() diag.List {
		fronts := make([]*prose.Front, 0, len(articles))
		for _, x := range articles {
			if isRead = isRead && x.read(); isRead {
				fronts = append(fronts, x.front)
			}
		}
		return r.Desk.Across(fronts)
	})
	if !isRead {
		k.across.Forget()
		return false
	}
	k.isNew = k.isNew || r.Reviewed > 0 || beside != k.last.Beside
	k.last = outline{k.last.Key, beside, across, r.Desk.Quiet(), !in.Site.HasClosed()}
	r.Findings = r.Desk.Findings(append(found, across), k.last.Whole)
	return true
}

// of returns what was found in a file, nil when nobody looked.
func of(s *reading.Source) *review {
	r, _ := s.Review.(*review)
	return r
}

// isText says whether the desk looks at what a file says.
func isText(s *reading.Source) bool {
	return s.Role == site.Written && s.Bytes != (memo.Digest{}) && !site.IsUnseen(s.Path)
}

// known are digests of what the desk is told besides the texts.
type known struct {
	settings memo.Digest // of how it is to read, and in which language
	all      memo.Digest // of that, the day, the site's own file, and all that data say
	// texts is that of what a text is held against, ages that of what one is that ages, own that of what
	// the site's own file is: see hold.
	texts, ages, own memo.Digest
}

// knownIn is what is known in a site.
func knownIn(in *Inputs) (k known) {
	var settings, all memo.Hash
	settings.Text(string(in.Site.Main))
	isKnown := func(e *site.Entry) bool { return desk.Knows(e.Kind) }
	for i := range in.Sources {
		s := &in.Sources[i]
		switch {
		case desk.IsSettings(s.Path):
			settings.Digest(s.Head)
		case s.Path == site.ConfigFile, s.IsFact() && slices.ContainsFunc(s.Entries, isKnown):
			all.Digest(s.Head)
		}
	}
	k.settings = settings.Sum()
	all.Digest(k.settings)
	all.Digest(in.Config)
	all.Bool(desk.IsBlind(in.Site))
	all.Text(in.Now.Format(time.DateOnly))
	k.all = all.Sum()
	return k
}

// hold adds what a desk holds texts against: not a title that somebody types, nor the navigation, nor figures.
// With each letter and each number all texts would be looked at again.
func (k *known) hold(in *Inputs, d *desk.Desk) {
	var h memo.Hash
	h.Digest(k.settings)
	h.Digest(d.Facts())
	k.texts = h.Sum()
	h.Text(in.Now.Format(time.DateOnly))
	k.ages = h.Sum()
	h.Digest(in.Config) // what stands in the place of its keys in this build: an address
	k.own = h.Sum()
}

// by is the digest of what a file is held against.
func (k *known) by(s *reading.Source) memo.Digest {
	if s.Path == site.ConfigFile {
		return k.own
	}
	if slices.ContainsFunc(s.Entries, func(e *site.Entry) bool { return desk.Ages(e.Kind) }) {
		return k.ages
	}
	return k.texts
}

// entriesOf are the entries of all files.
func entriesOf(sources []reading.Source) (list []*site.Entry) {
	for i := range sources {
		list = append(list, sources[i].Entries...)
	}
	return list
}

// Links returns the links to other sites in a file.
func Links(s *reading.Source) []web.Link {
	if x := of(s); x != nil {
		return x.told.Links
	}
	return nil
}

// Quiet returns the comments of a file that silence the desk.
func Quiet(s *reading.Source) []prose.Silence {
	if x := of(s); x != nil {
		return x.told.Quiet
	}
	return nil
}
