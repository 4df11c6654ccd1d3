package reading

import (
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/site"
)

// Noted is a source without its entries, as plain values. These are Length bytes of what Note
// returns besides; 0 says that there are none.
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

// Note returns the sources, their entries as bytes, and what was found in files. Of a text only
// where it leads is noted: see Text. The error is that entries hold what cannot be written.
func (r *Reader) Note(each func(n int, do func(int))) ([]Noted, []byte, map[string]NotedFile, error) {
	list, chunks, errs := make([]Noted, len(r.Sources)), make([][]byte, len(r.Sources)), make([]error, len(r.Sources))
	each(len(list), func(i int) {
		s := &r.Sources[i]
		if chunks[i] = []byte(s.Chunk); s.Chunk == "" && s.Entries != nil {
			chunks[i], errs[i] = written(s.Entries)
		}
		list[i] = Noted{s.Path, s.Role, s.Stamp, s.Settled, s.Drafts, s.Surveyed, s.Bytes, s.Head, s.Problems,
			len(chunks[i])}
	})
	found := make(map[string]NotedFile, len(r.inspected))
	for name, x := range r.inspected {
		found[name] = NotedFile{x.stamp, x.Inspection}
	}
	for _, err := range errs {
		if err != nil {
			return nil, nil, nil, err
		}
	}
	return list, slices.Concat(chunks...), found, nil
}

func written(entries []*site.Entry) ([]byte, error) {
	list := make([]site.Entry, len(entries))
	for i, e := range entries {
		list[i] = bare(e)
	}
	w := memory.Writer{Codec: codec()}
	w.Put(&list)
	return w.Bytes()
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
		if codec().Read(s.Chunk).Get(&list) != nil {
			damaged.Store(true)
		}
		s.Entries = make([]*site.Entry, len(list))
		for j := range list {
			s.Entries[j] = &list[j]
		}
	})
	return !damaged.Load()
}

// bare is an entry without what only a page of it and the editors' desk ask for.
func bare(e *site.Entry) site.Entry {
	b := *e
	b.Found.Prose = nil
	if e.Text != nil {
		b.Text = &markdown.Doc{Links: e.Text.Links, Names: e.Text.Names}
	}
	return b
}

// unload puts the text of a file where it takes no memory. No file holds two.
func (r *Reader) unload(s *Source) {
	for i, e := range s.Entries {
		if e.Text != nil {
			w := memory.Writer{Codec: codec()}
			w.Put(e.Text)
			text, _ := w.Bytes() // it holds no interfaces
			s.text = r.texts.Keep(text)
		}
		b := bare(e)
		s.Entries[i] = &b
	}
}

// Whole returns the text of a file, nil when there is none. It is false when another Reader
// noted the file and somebody changed it meanwhile.
func (r *Reader) Whole(s *Source) (*markdown.Doc, bool) {
	if s.text.IsKept() {
		doc := new(markdown.Doc)
		text, err := r.texts.Text(s.text)
		if err == nil && codec().Read(unsafe.String(&text[0], len(text))).Get(doc) == nil {
			return doc, true
		}
	}
	entries := s.Entries
	if s.Chunk != "" || s.text.IsKept() {
		text, problems := files.Read(r.Root, files.At(s.Path))
		if problems != nil || memo.Of(text) != s.Bytes {
			return nil, false
		}
		record, _ := site.Parse(s.Path, text, r.Markdown)
		entries, _ = site.Decode(record)
	}
	for _, e := range entries {
		if e.Text != nil {
			return e.Text, true
		}
	}
	return nil, true
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
