package lsp

import (
	"cmp"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/lsp/text"
	"blandongan/internal/site"
)

// definition returns where that is written which is named at a point.
func (s *server) definition(p at) ([]location, error) {
	list := []location{}
	d, t, open := s.document(p.TextDocument.URI)
	if !open {
		return list, nil
	}
	c, is := newCursor(d.file, t, t.Offset(p.Position, s.encoding))
	k := s.session.known()
	if !is || k == nil {
		return list, nil
	}
	if ref, _, _, named := c.reference(); named {
		if at, there := k.Site.PlaceOf(ref.Kind, ref.ID); there {
			list = append(list, s.locationOf(at, ref.ID))
		}
		return list, nil
	}
	if file := c.fileNamed(); file != "" {
		if _, err := s.session.disk.Stat(file); err == nil {
			list = append(list, location{URI: s.uri(file)})
		}
	}
	return list, nil
}

// fileNamed is the file of the site that a path names at the cursor, "" when there is none.
func (c *cursor) fileNamed() string {
	word := ""
	switch {
	case c.link != nil:
		word = c.link.target
	case c.node != nil && !c.onKey:
		word = c.node.Value
	}
	if word == "" || strings.Contains(word, ":") || path.IsAbs(word) || path.Ext(word) == "" {
		return ""
	}
	file := path.Join(path.Dir(c.file), word)
	if !filepath.IsLocal(filepath.FromSlash(file)) {
		return ""
	}
	return file
}

// locationOf is a place in the site, as long as the word that stands there.
func (s *server) locationOf(at diag.Place, word string) location {
	t, _ := s.textOf(at.File)
	from := t.At(at.Line, at.Col)
	to := from
	if i := wordAt(t, from, word); i >= 0 {
		from, to = i, i+len(word)
	}
	return location{s.uri(at.File), t.Range(from, to, s.encoding)}
}

// wordAt returns where a word stands at an offset, or behind a quotation mark there; -1 when
// another one does.
func wordAt(t *text.Text, from int, word string) int {
	for _, skip := range []int{0, 1} {
		if from+skip <= len(t.String()) && strings.HasPrefix(t.String()[from+skip:], word) {
			return from + skip
		}
	}
	return -1
}

// entries goes through all that is written: what is open as it is now, all else as the last
// walk found it.
func (s *server) entries() iter.Seq[*site.Entry] {
	open := map[string][]*site.Entry{}
	for _, d := range s.open() {
		open[d.file] = s.look(d).entries
	}
	return func(yield func(*site.Entry) bool) {
		k := s.session.known()
		if k == nil {
			return
		}
		for e := range k.Entries() {
			if _, is := open[e.Place.File]; !is && !yield(e) {
				return
			}
		}
		for _, list := range open {
			for _, e := range list {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// use is a place at which a thing is named.
type use struct {
	place diag.Place
	link  string // what a link says that leads to it; "" where data names its id
}

// uses are the places at which a thing is named, in the order of the files.
func (s *server) uses(ref site.Ref) (list []use) {
	k := s.session.known()
	if k == nil {
		return nil
	}
	file := "" // of its text, to which paths lead
	if target := k.Site.Entry(ref.Kind, ref.ID); target != nil && target.Text != nil {
		file = target.Place.File
	}
	for e := range s.entries() {
		for _, r := range e.Found.Refs {
			if r.Kind == ref.Kind && r.ID == ref.ID {
				list = append(list, use{place: r.Place})
			}
		}
		if c, is := e.Value.(*site.Config); is {
			for i := range c.Navigation {
				if c.Navigation[i].Link == ref.Kind+":"+ref.ID {
					list = append(list, use{c.Navigation[i].At("link"), c.Navigation[i].Link})
				}
			}
		}
		if e.Text == nil {
			continue
		}
		for _, l := range e.Text.Links {
			at := diag.Place{File: e.Place.File, Line: l.Line, Col: l.Col}
			switch {
			case l.Scheme == ref.Kind && l.To == ref.ID:
				list = append(list, use{at, ref.Kind + ":" + ref.ID})
			case l.Scheme == "" && file != "" && l.To != "" && path.Join(path.Dir(at.File), l.To) == file:
				list = append(list, use{at, l.To})
			}
		}
	}
	slices.SortFunc(list, func(a, b use) int {
		return cmp.Or(cmp.Compare(a.place.File, b.place.File), cmp.Compare(a.place.Line, b.place.Line),
			cmp.Compare(a.place.Col, b.place.Col))
	})
	return slices.Compact(list)
}

// target is the thing that somebody asks for at a point: the one that is named there, or that of
// the file where it says what it is called.
func (s *server) target(p at) (ref site.Ref, c *cursor, from, to int, ok bool) {
	d, t, open := s.document(p.TextDocument.URI)
	if !open || s.session.known() == nil {
		return ref, nil, 0, 0, false
	}
	c, is := newCursor(d.file, t, t.Offset(p.Position, s.encoding))
	if !is {
		return ref, nil, 0, 0, false
	}
	if ref, from, to, ok = c.reference(); ok {
		return ref, c, from, to, true
	}
	if entries := s.look(d).entries; c.plate() && len(entries) == 1 {
		line, at := t.Line(t.LineAt(c.offset))
		return site.Ref{Kind: entries[0].Kind, ID: entries[0].ID}, c, at, at + len(line), true
	}
	return ref, nil, 0, 0, false
}

// references returns where the thing is named that is named at a point.
func (s *server) references(p struct {
	at
	Context struct {
		IncludeDeclaration bool `json:"includeDeclaration"`
	} `json:"context"`
}) ([]location, error) {
	list := []location{}
	ref, _, _, _, ok := s.target(p.at)
	if !ok {
		return list, nil
	}
	if at, there := s.session.known().Site.PlaceOf(ref.Kind, ref.ID); there && p.Context.IncludeDeclaration {
		list = append(list, s.locationOf(at, ref.ID))
	}
	for _, u := range s.uses(ref) {
		l := s.locationOf(u.place, cmp.Or(u.link, ref.ID))
		if t, _ := s.textOf(u.place.File); u.link != "" && l.Range.Start == l.Range.End {
			l.Range = s.linkRange(t, u.place, l.Range)
		}
		list = append(list, l)
	}
	return list, nil
}

// linkRange is the range of a whole link, where it is written in one line.
func (s *server) linkRange(t *text.Text, at diag.Place, otherwise text.Range) text.Range {
	from := t.At(at.Line, at.Col)
	if l := linkAt(t, from); l != nil && l.to+1 <= len(t.String()) && l.from > from {
		return t.Range(from, l.to+1, s.encoding)
	}
	return otherwise
}
