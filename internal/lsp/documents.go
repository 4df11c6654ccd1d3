package lsp

import (
	"io/fs"
	"path/filepath"
	"sync"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lsp/text"
	"blandongan/internal/site"
)

// document is one that the client has open. What changes is replaced under the server's lock.
type document struct {
	uri     string
	file    string // its path in the site
	version int
	text    *text.Text
	stamp   int64

	mu     sync.Mutex // guards all below: looking takes longer than anybody may wait for an edit
	looked looked
}

// looked is what was found in a text by what was known.
type looked struct {
	known    *build.Known
	version  int
	text     *text.Text
	entries  []*site.Entry
	problems diag.List
}

func (s *server) didOpen(p struct {
	TextDocument struct {
		documentID
		Text string `json:"text"`
	} `json:"textDocument"`
}) (any, error) {
	x := s.session
	if x == nil {
		return nil, nil
	}
	file, inside := fileOf(x.path, p.TextDocument.URI)
	if !inside {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &document{uri: p.TextDocument.URI, file: file}
	s.put(d, p.TextDocument.Version, text.New(p.TextDocument.Text))
	return nil, nil
}

func (s *server) didChange(p struct {
	TextDocument   documentID `json:"textDocument"`
	ContentChanges []struct {
		Range *text.Range `json:"range"`
		Text  string      `json:"text"`
	} `json:"contentChanges"`
}) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.docs[p.TextDocument.URI]
	if d == nil {
		return nil, nil
	}
	t := d.text
	for _, c := range p.ContentChanges {
		if c.Range == nil {
			t = text.New(c.Text)
		} else {
			t = t.Edit(t.Offset(c.Range.Start, s.encoding), t.Offset(c.Range.End, s.encoding), c.Text)
		}
	}
	s.put(d, p.TextDocument.Version, t)
	return nil, nil
}

// put gives a document another text.
func (s *server) put(d *document, version int, t *text.Text) {
	s.stamps++
	d.version, d.text, d.stamp = version, t, s.stamps
	s.docs[d.uri] = d
	s.session.changed(d)
}

func (s *server) didClose(p struct {
	TextDocument documentID `json:"textDocument"`
}) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.docs[p.TextDocument.URI]; d != nil {
		delete(s.docs, d.uri)
		s.session.disk.forget(d.file)
		s.session.changed(d)
	}
	return nil, nil
}

func (s *server) didSave(p struct {
	TextDocument documentID `json:"textDocument"`
}) (any, error) {
	return s.forget(p.TextDocument.URI)
}

func (s *server) didChangeFiles(p struct {
	Changes []struct {
		URI string `json:"uri"`
	} `json:"changes"`
}) (any, error) {
	var uris []string
	for _, c := range p.Changes {
		uris = append(uris, c.URI)
	}
	return s.forget(uris...)
}

// forget makes the next walk look at files on the disk again.
func (s *server) forget(uris ...string) (any, error) {
	if s.session == nil {
		return nil, nil
	}
	mine := false
	for _, uri := range uris {
		if file, inside := fileOf(s.session.path, uri); inside && !build.Ignored(file) {
			s.session.disk.forget(file)
			mine = true
		}
	}
	if mine {
		s.session.changed(nil)
	}
	return nil, nil
}

// document returns one that is open and lies in the site, with its text; else false.
func (s *server) document(uri string) (*document, *text.Text, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.docs[uri]; d != nil && s.session != nil {
		return d, d.text, true
	}
	return nil, nil, false
}

// open returns the documents that are open.
func (s *server) open() []*document {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []*document
	for _, d := range s.docs {
		list = append(list, d)
	}
	return list
}

// buffers are the texts of the documents that are open, by path.
func (s *server) buffers() map[string]buffer {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := map[string]buffer{}
	for _, d := range s.docs {
		list[d.file] = buffer{d.text.String(), d.stamp}
	}
	return list
}

// look returns what is in a document as it is now, and what is wrong in it.
func (s *server) look(d *document) looked {
	s.mu.Lock()
	now, version, stamp := d.text, d.version, d.stamp
	s.mu.Unlock()
	known := s.session.known()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.looked.text == now && d.looked.version == version && d.looked.known == known {
		return d.looked
	}
	d.looked = looked{known: known, version: version, text: now}
	if known != nil {
		view := folder{s.session.disk, map[string]buffer{d.file: {now.String(), stamp}}}
		d.looked.entries, d.looked.problems = known.Look(view, d.file)
	}
	return d.looked
}

// uri returns that of a file of the site: as the client has it, if it is open.
func (s *server) uri(file string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range s.docs {
		if d.file == file {
			return d.uri
		}
	}
	return uriOf(filepath.Join(s.session.path, filepath.FromSlash(file)))
}

// textOf returns the text of a file of the site: that of its document, if it is open, with
// its version.
func (s *server) textOf(file string) (*text.Text, *int) {
	for _, d := range s.open() {
		if d.file == file {
			s.mu.Lock()
			defer s.mu.Unlock()
			version := d.version
			return d.text, &version
		}
	}
	data, err := fs.ReadFile(s.session.disk.FS, file)
	if err != nil {
		return text.New(""), nil
	}
	return text.New(string(data)), nil
}
