package reading

import (
	"slices"
	"sync/atomic"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/output/scratch"
	"blandongan/internal/site"
)

// Parsed is what a file holds, with its problems: a file that is not read
// again still repeats its warnings.
type Parsed struct {
	Entries []*site.Entry
	// Chunk are the entries as an earlier process wrote them down, "" when they were parsed in
	// this one.
	Chunk string
	// text is that of the entries, where they tell only that there is one; note is what is noted of them.
	text, note scratch.Text
	// Drafts says that there are entries, and none of them is published.
	Drafts bool
	// Survey is what the map's file holds, nil when it was not read in this process; Surveyed
	// says that it could be read.
	Survey   *geojson.Survey
	Surveyed bool
	Problems diag.List
	// said is what was read of it, with KeepText for good, else until the build that did so ends: see Said, Whole.
	said *said
	// Review is what the editors' desk found in there, for whoever asked it.
	Review any
	// Head is the digest of all entries but their texts, and of where they stand.
	Head memo.Digest
}

// Source is a file as a build found it.
type Source struct {
	Path string
	Role site.Role
	// Stamp says that the file has not changed since, if it had settled then.
	Stamp   files.Stamp
	Settled bool
	Bytes   memo.Digest
	Parsed
}

// Parse turns the written files into entries, those that changed anew. each may give up.
func (l *Look) Parse(each func(n int, do func(int))) {
	if l.few != nil {
		l.parseFew()
		return
	}
	before := l.matches()
	now := make([]Source, len(l.Files))
	fresh := make([]bool, len(l.Files))
	var read atomic.Int64
	each(len(l.Files), func(i int) {
		var old *Source
		if before[i] >= 0 {
			old = &l.Sources[before[i]]
		}
		now[i], fresh[i] = l.parseFile(l.Files[i], old, &read)
	})
	if len(now) != len(l.Sources) {
		l.places = nil
	}
	for i := range now {
		if j := before[i]; j >= 0 && (l.Sources[j].Stamp != now[i].Stamp || l.Sources[j].Settled != now[i].Settled) {
			l.Restamped = true
		}
	}
	l.Read = int(read.Load())
	l.Release()
	if l.isAgain {
		l.Edited = l.edited(now, fresh, before)
	}
	l.Sources, l.isAgain, l.last.troubled, l.last.attached = now, true, nil, nil
	for i := range now {
		if before[i] != i {
			l.places = nil
		}
		if now[i].Role == site.Attached {
			l.last.attached = append(l.last.attached, i)
		}
		if fresh[i] {
			l.Fresh = append(l.Fresh, i)
		}
		if now[i].said != nil {
			l.holding = append(l.holding, i)
		}
		if now[i].Problems != nil {
			l.last.troubled = append(l.last.troubled, i)
		}
	}
	l.addTroubles()
}

// parseFew is Parse for a look that looked at few files.
func (l *Look) parseFew() {
	var read atomic.Int64
	l.Alike = true
	for _, i := range l.few {
		old := l.Sources[i]
		s, isFresh := l.parseFile(l.Files[i], &old, &read)
		if l.Sources[i] = s; s.said != nil {
			l.holding = append(l.holding, i)
		}
		l.Restamped = l.Restamped || old.Stamp != s.Stamp || old.Settled != s.Settled
		l.Alike = l.Alike && s.isAlike(&old)
		if isFresh {
			l.Fresh, l.Edited = append(l.Fresh, i), append(l.Edited, s.Path)
		}
		at, was := slices.BinarySearch(l.last.troubled, i)
		switch is := s.Problems != nil; {
		case is && !was:
			l.last.troubled = slices.Insert(l.last.troubled, at, i)
		case was && !is:
			l.last.troubled = slices.Delete(l.last.troubled, at, at+1)
		}
	}
	l.Read = int(read.Load())
	l.addTroubles()
}

// isAlike says whether the same facts follow from a file as it was before.
func (s *Source) isAlike(old *Source) bool {
	return s.Head == old.Head && s.Drafts == old.Drafts && (s.Entries == nil) == (old.Entries == nil)
}

func (l *Look) addTroubles() {
	for _, i := range l.last.troubled {
		l.add(l.Sources[i].Problems)
	}
}

// matches returns for each file its position among those of the last build, -1
// for a new one. Most often the lists differ by nothing or by one.
func (l *Look) matches() []int {
	at := make([]int, len(l.Files))
	var byPath map[string]int
	shift := 0
	for i, f := range l.Files {
		if j := i + shift; j >= 0 && j < len(l.Sources) && l.Sources[j].Path == f.Path {
			at[i] = j
			continue
		}
		if byPath == nil {
			byPath = make(map[string]int, len(l.Sources))
			for j := range l.Sources {
				byPath[l.Sources[j].Path] = j
			}
		}
		j, known := byPath[f.Path]
		if !known {
			at[i] = -1
			shift--
			continue
		}
		at[i], shift = j, j-i
	}
	return at
}

// edited names the files that changed, came or went.
func (l *Look) edited(now []Source, fresh []bool, before []int) []string {
	var names []string
	met := 0
	for i := range now {
		if fresh[i] {
			names = append(names, now[i].Path)
		}
		if before[i] >= 0 {
			met++
		}
	}
	if met < len(l.Sources) {
		still := make(map[int]bool, met)
		for _, j := range before {
			still[j] = true
		}
		fresh := l.byBytes(now, before)
		for j := range l.Sources {
			if !still[j] {
				names = append(names, l.Sources[j].Path)
				l.Renamed[l.Sources[j].Path] = fresh[l.Sources[j].Bytes]
			}
		}
	}
	return names
}

// byBytes finds the files that were not there before by what is in them: one that
// holds what a missing file held is that file by another name.
func (l *Look) byBytes(now []Source, before []int) map[memo.Digest]string {
	paths := map[memo.Digest]string{}
	for i := range now {
		if before[i] < 0 && now[i].Bytes != (memo.Digest{}) {
			paths[now[i].Bytes] = now[i].Path
		}
	}
	return paths
}

// parseFile returns a file as it is now, and whether it is another than it was.
func (l *Look) parseFile(f files.File, old *Source, read *atomic.Int64) (s Source, fresh bool) {
	if old != nil && old.Settled && old.Stamp == f.Stamp && !f.Broken {
		return *old, false
	}
	s = Source{Path: f.Path, Role: site.RoleOf(f.Name), Stamp: f.Stamp, Settled: f.Stamp.Settled(l.Now)}
	switch {
	case f.Broken:
		s.Settled = false
		s.Entries, s.Problems = site.Unread(f.Path)
		s.digestHead()
	case s.Role == site.Written, s.Role == site.Drawn:
		read.Add(1)
		return s.read(l, f, old)
	}
	return s, old == nil || old.Stamp != f.Stamp
}

// read parses a file unless its bytes are what they were.
func (s Source) read(l *Look, f files.File, old *Source) (Source, bool) {
	text, problems := files.Read(l.Root, f)
	if problems != nil {
		s.Settled = false // what could not be read may be read the next time
		entries, faults := site.Unread(f.Path)
		s.Entries, s.Problems = entries, append(problems, faults...)
		s.digestHead()
		return s, true
	}
	s.Bytes = memo.Of(text)
	if old != nil && old.Bytes == s.Bytes && old.Role == s.Role {
		s.Parsed = old.Parsed
		return s, false
	}
	if s.Role == site.Drawn {
		s.Survey, s.Problems = geojson.Read(f.Path, text)
		s.Surveyed = s.Survey != nil
		return s, true
	}
	record, found := site.Parse(f.Path, text, l.Markdown)
	entries, faults := site.Decode(record)
	s.Entries, s.Problems = entries, Quoted(append(found, faults...), site.Guard(f.Path, text))
	s.digestHead()
	if l.KeepText {
		s.said = &said{text, entries}
	} else {
		l.unload(&s, text)
	}
	return s, true
}

func (s *Source) digestHead() {
	var h memo.Hash
	h.Text(s.Path)
	for _, e := range s.Entries {
		h.Text(e.Kind)
		h.Text(e.ID)
		h.Text(e.Name)
		h.Text(e.Language)
		h.Bool(e.WellFormed)
		h.Digest(e.Head)
	}
	s.Head = h.Sum()
	isPublic := func(e *site.Entry) bool { return !e.Draft }
	s.Drafts = len(s.Entries) > 0 && !slices.ContainsFunc(s.Entries, isPublic)
}

// Tail is the digest of the text of a file, of which it holds one at most.
func (s *Source) Tail() (tail memo.Digest) {
	for _, e := range s.Entries {
		if e.Text != nil {
			tail = e.Tail
		}
	}
	return tail
}

// Quoted are problems of a text with their lines, so that it need not be read again for them. Of
// very many most are never shown.
func Quoted(l diag.List, text []byte) diag.List {
	if len(l) == 0 || len(l) > diag.MostTold {
		return l
	}
	return l.Sorted().Excerpt(func(string) string { return string(text) })
}

// IsFact says whether a file holds what pages may show. Where the site is published, and what
// the editors' desk is told, is no such thing: a change of it changes nothing.
func (s *Source) IsFact() bool { return s.Entries != nil && !site.IsUnseen(s.Path) }
