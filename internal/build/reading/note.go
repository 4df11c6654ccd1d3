package reading

import (
	"io"
	"sync"
	"sync/atomic"
	"unsafe"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/output/scratch"
	"blandongan/internal/site"
)

// Noted is a source without its entries, as plain values. These are Length bytes of what NoteEntries
// writes; 0 says that there are none.
type Noted struct {
	Path                      string
	Role                      site.Role
	Stamp                     files.Stamp
	Settled, Drafts, Surveyed bool
	Bytes, Head               memo.Digest
	Problems                  diag.List
	Length                    int
}

// NotedFile is what was found in a file that pages show.
type NotedFile struct {
	Stamp files.Stamp
	Found files.Inspection
}

// codec writes and reads entries. To make one takes as long as to read an article.
var codec = sync.OnceValue(func() *memory.Codec {
	return memory.NewCodec([]any{[]site.Entry{}, markdown.Doc{}}, append(site.Values(), diag.Args()...))
})

// writers are pooled: what a writer of notes gathers is taken away at once.
var writers = sync.Pool{New: func() any { return &memory.Writer{Codec: codec()} }}

// keep puts a value where it takes no memory.
func (r *Reader) keep(p any) (scratch.Text, error) {
	w := writers.Get().(*memory.Writer)
	defer writers.Put(w)
	w.Put(p)
	b, err := w.Bytes()
	return r.Pad.Keep(b), err
}

// Note returns the sources, and what was found in files. Their entries follow with NoteEntries. The
// error is that entries hold what cannot be written.
func (r *Reader) Note(each func(n int, do func(int))) ([]Noted, map[string]NotedFile, error) {
	list, errs := make([]Noted, len(r.Sources)), make([]error, len(r.Sources))
	each(len(list), func(i int) {
		s := &r.Sources[i]
		if s.Chunk == "" && s.Entries != nil && !s.note.IsKept() {
			errs[i] = r.note(s)
		}
		list[i] = Noted{s.Path, s.Role, s.Stamp, s.Settled, s.Drafts, s.Surveyed, s.Bytes, s.Head, s.Problems,
			max(len(s.Chunk), s.note.Len())}
	})
	found := make(map[string]NotedFile, len(r.inspected))
	for name, x := range r.inspected {
		found[name] = NotedFile{x.stamp, x.Inspection}
	}
	for _, err := range errs {
		if err != nil {
			return nil, nil, err
		}
	}
	return list, found, nil
}

// NoteEntries writes the entries that belong to what Note returned. Of a text only where it leads is
// noted: see Whole.
func (r *Reader) NoteEntries(to io.Writer) error {
	var note []byte
	for i := range r.Sources {
		s := &r.Sources[i]
		var err error
		if s.Chunk != "" {
			_, err = io.WriteString(to, s.Chunk)
		} else if s.note.IsKept() {
			if note, err = r.Pad.TextIn(s.note, note); err == nil {
				_, err = to.Write(note)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// note keeps what is to be noted of the entries of a source.
func (r *Reader) note(s *Source) error {
	list := make([]site.Entry, len(s.Entries))
	for i, e := range s.Entries {
		list[i] = *e
		list[i].Found = e.Found.WithoutProse()
		if e.Text != nil {
			list[i].Text = &markdown.Doc{Links: e.Text.Links, Names: e.Text.Names}
		}
	}
	note, err := r.keep(&list)
	if err == nil {
		s.note = note
	}
	return err
}

// said is what was read of a file.
type said struct {
	text    []byte
	entries []*site.Entry
}

// mostDocs are so many texts that stay in memory until pages are made of them, where few changed. Nothing else is kept
// of them: whoever asks again reads the file again.
const mostDocs = 4096

// unload takes what only a page of a source and the editors' desk ask for out of memory, at once or when the build
// ends. No file holds two texts.
func (l *Look) unload(s *Source, text []byte) {
	if l.KeepNotes && l.note(s) != nil {
		return // Note will say it
	}
	isDocKept := l.isAgain && l.docs.Add(1) <= mostDocs
	if l.Desk || isDocKept {
		s.said = &said{text, s.Entries}
		s.Entries = make([]*site.Entry, len(s.Entries))
	}
	for i, e := range s.Entries {
		if s.said != nil {
			whole := s.said.entries[i]
			own := *whole
			e, s.Entries[i] = &own, &own
		}
		e.Found = e.Found.WithoutProse()
		if e.Text == nil {
			continue
		}
		if !isDocKept {
			s.text, _ = l.keep(e.Text) // it holds no interfaces
			if s.said != nil {
				s.said.entries[i].Text = unloaded
			}
		}
		e.Text = unloaded
	}
}

// Release forgets what was read of files in the last look, but for what is kept of them.
func (r *Reader) Release() {
	if r.KeepText {
		return
	}
	for _, i := range r.holding {
		if i < len(r.Sources) {
			r.Sources[i].said = nil
		}
	}
	r.holding = nil
	r.docs.Store(0)
}

// unloaded stands for a text that is not in memory.
var unloaded = new(markdown.Doc)

// Forget forgets what was read of files: for whoever recalls what is noted then, they are new.
func (r *Reader) Forget(names []string) {
	known := map[string]bool{}
	for _, name := range names {
		known[name] = true
	}
	for i := range r.Sources {
		if s := &r.Sources[i]; known[s.Path] {
			*s = Source{Path: s.Path, Role: s.Role}
		}
	}
}

// Recall takes up what another Reader noted, before the first look. It says whether all of it
// belongs together.
func (r *Reader) Recall(noted []Noted, entries string, found map[string]NotedFile) bool {
	sources := make([]Source, len(noted))
	for i := range noted {
		n := &noted[i]
		if n.Length < 0 || n.Length > len(entries) {
			return false
		}
		sources[i] = Source{Path: n.Path, Role: n.Role, Stamp: n.Stamp, Settled: n.Settled, Bytes: n.Bytes,
			Parsed: Parsed{Problems: n.Problems, Head: n.Head, Drafts: n.Drafts, Surveyed: n.Surveyed,
				Chunk: entries[:n.Length]}}
		entries = entries[n.Length:]
	}
	r.Sources, r.inspected = sources, make(map[string]inspected, len(found))
	for name, x := range found {
		r.inspected[name] = inspected{x.Stamp, x.Found}
	}
	return true
}

// ReadEntries reads the entries of files that did not change since another Reader read them. It
// returns false when they cannot be read after all.
func (r *Reader) ReadEntries(each func(n int, do func(int))) bool {
	var damaged atomic.Bool
	each(len(r.Sources), func(i int) {
		s := &r.Sources[i]
		if s.Chunk == "" || s.Entries != nil {
			return
		}
		var list []site.Entry
		if codec().Get(s.Chunk, &list) != nil {
			damaged.Store(true)
		}
		s.Entries = make([]*site.Entry, len(list))
		for j := range list {
			s.Entries[j] = &list[j]
		}
	})
	return !damaged.Load()
}

// Leads returns the text of a file as far as it tells where it leads, nil when there is none. It is
// false when somebody changed the file since, of which nothing is in memory.
func (r *Reader) Leads(s *Source) (*markdown.Doc, bool) {
	doc := textOf(s.Entries)
	if doc == unloaded {
		return r.Whole(s)
	}
	return doc, true
}

// Whole returns the text of a file, nil when there is none. It is false when another Reader
// noted the file and somebody changed it since.
func (r *Reader) Whole(s *Source) (*markdown.Doc, bool) {
	if s.said != nil {
		if doc := textOf(s.said.entries); doc != unloaded {
			return doc, true
		}
	}
	if s.text.IsKept() {
		doc := new(markdown.Doc)
		text, err := r.Pad.Text(s.text)
		if err == nil && codec().Get(unsafe.String(&text[0], len(text)), doc) == nil {
			return doc, true
		}
	}
	if doc := textOf(s.Entries); s.Chunk == "" && doc != unloaded {
		return doc, true
	}
	_, entries, isSame := r.readAgain(s, r.Markdown)
	return textOf(entries), isSame
}

// textOf is the text among the entries of a file, nil when there is none.
func textOf(entries []*site.Entry) *markdown.Doc {
	for _, e := range entries {
		if e.Text != nil {
			return e.Text
		}
	}
	return nil
}

// Said returns what a file says, for the desk, and its entries with their prose but without the text; these are read
// again where they are not in memory. It is false when somebody changed the file meanwhile.
func (r *Reader) Said(s *Source) (text []byte, entries []*site.Entry, isSame bool) {
	if s.said != nil {
		return s.said.text, s.said.entries, true
	}
	return r.readAgain(s, nil)
}

// readAgain reads a file that did not change since; md may be nil for entries without texts.
func (r *Reader) readAgain(s *Source, md *markdown.Parser) (text []byte, entries []*site.Entry, isSame bool) {
	text, problems := files.Read(r.Root, files.At(s.Path))
	if problems != nil || memo.Of(text) != s.Bytes {
		return nil, nil, false
	}
	record, _ := site.Parse(s.Path, text, md)
	entries, _ = site.Decode(record)
	return text, entries, true
}

// ReadSurvey reads the map's file where another Reader did.
func (r *Reader) ReadSurvey(s *Source) {
	if s.Survey != nil {
		return
	}
	if text, problems := files.Read(r.Root, files.At(s.Path)); problems == nil {
		s.Survey, _ = geojson.Read(s.Path, text)
	}
	if s.Survey == nil {
		s.Survey = &geojson.Survey{}
	}
}
