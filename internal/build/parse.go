package build

import (
	"sync/atomic"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// parsed is what a file holds, with its problems: a file that is not read
// again still repeats its warnings.
type parsed struct {
	entries []*site.Entry
	// survey is what the map's file holds, nil when it could not be read.
	survey   *geojson.Survey
	problems diag.List
	// text is what the desk reads, if there is one; desk is what it found in there.
	text []byte
	desk reviewed
	// head is the digest of all entries but their texts, and of where they stand.
	head memo.Digest
}

// source is a file as a build found it.
type source struct {
	path string
	role site.Role
	// stamp says that the file has not changed since, if it had settled then.
	stamp   files.Stamp
	settled bool
	bytes   memo.Digest
	parsed
}

// parse turns the written files into entries, those that changed anew.
func (w *walk) parse() {
	before := w.matches()
	now := make([]source, len(w.files))
	fresh := make([]bool, len(w.files))
	var read atomic.Int64
	w.eachOf(Reading, len(w.files), func(i int) {
		var old *source
		if before[i] >= 0 {
			old = &w.sources[before[i]]
		}
		now[i], fresh[i] = w.parseFile(w.files[i], old, &read)
	})
	w.report.Read = int(read.Load())
	if w.built {
		w.report.Edited = w.edited(now, fresh, before)
	}
	w.fresh = fresh
	w.sources = now
	for i := range now {
		w.addProblems(now[i].problems)
	}
}

// matches returns for each file its position among those of the last build, -1
// for a new one. Most often the lists differ by nothing or by one.
func (w *walk) matches() []int {
	at := make([]int, len(w.files))
	var byPath map[string]int
	shift := 0
	for i, f := range w.files {
		if j := i + shift; j >= 0 && j < len(w.sources) && w.sources[j].path == f.Path {
			at[i] = j
			continue
		}
		if byPath == nil {
			byPath = make(map[string]int, len(w.sources))
			for j := range w.sources {
				byPath[w.sources[j].path] = j
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
func (w *walk) edited(now []source, fresh []bool, before []int) []string {
	var names []string
	met := 0
	for i := range now {
		if fresh[i] {
			names = append(names, now[i].path)
		}
		if before[i] >= 0 {
			met++
		}
	}
	if met < len(w.sources) {
		still := make(map[int]bool, met)
		for _, j := range before {
			still[j] = true
		}
		fresh := w.byBytes(now, before)
		for j := range w.sources {
			if !still[j] {
				names = append(names, w.sources[j].path)
				w.renamed[w.sources[j].path] = fresh[w.sources[j].bytes]
			}
		}
	}
	return names
}

// byBytes finds the files that were not there before by what is in them: one that
// holds what a missing file held is that file by another name.
func (w *walk) byBytes(now []source, before []int) map[memo.Digest]string {
	paths := map[memo.Digest]string{}
	for i := range now {
		if before[i] < 0 && now[i].bytes != (memo.Digest{}) {
			paths[now[i].bytes] = now[i].path
		}
	}
	return paths
}

// parseFile returns a file as it is now, and whether it is another than it was.
func (w *walk) parseFile(f files.File, old *source, read *atomic.Int64) (s source, fresh bool) {
	if old != nil && old.settled && old.stamp == f.Stamp && !f.Broken {
		return *old, false
	}
	s = source{path: f.Path, role: site.RoleOf(f.Name), stamp: f.Stamp, settled: f.Stamp.Settled(w.lookedAt)}
	switch {
	case f.Broken:
		s.settled = false
		s.entries, s.problems = site.Unread(f.Path)
		s.digestHead()
	case s.role == site.Written, s.role == site.Drawn:
		read.Add(1)
		return s.read(w, f, old)
	}
	return s, old == nil || old.stamp != f.Stamp
}

// read parses a file unless its bytes are what they were.
func (s source) read(w *walk, f files.File, old *source) (source, bool) {
	text, problems := files.Read(w.config.Root, f)
	if problems != nil {
		s.settled = false // what could not be read may be read the next time
		entries, faults := site.Unread(f.Path)
		s.entries, s.problems = entries, append(problems, faults...)
		s.digestHead()
		return s, true
	}
	s.bytes = memo.Of(text)
	if old != nil && old.bytes == s.bytes && old.role == s.role {
		s.parsed = old.parsed
		return s, false
	}
	if s.role == site.Drawn {
		s.survey, s.problems = geojson.Read(f.Path, text)
		return s, true
	}
	record, found := site.Parse(f.Path, text, w.markdown)
	entries, faults := site.Decode(record)
	s.entries, s.problems = entries, quoted(append(found, faults...), site.Guard(f.Path, text))
	s.digestHead()
	if w.config.Desk && !site.IsUnseen(f.Path) {
		s.text = text
	}
	return s, true
}

func (s *source) digestHead() {
	var h memo.Hash
	h.Text(s.path)
	for _, e := range s.entries {
		h.Text(e.Kind)
		h.Text(e.ID)
		h.Text(e.Name)
		h.Text(e.Language)
		h.Bool(e.WellFormed)
		h.Digest(e.Head)
	}
	s.head = h.Sum()
}
