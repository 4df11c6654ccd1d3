package lsp

import (
	"path"
	"strings"

	"blandongan/internal/lsp/outline"
	"blandongan/internal/lsp/text"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// cursor is a point in a document, and what is written or could be written there.
type cursor struct {
	file   string
	kind   site.Kind
	text   *text.Text
	offset int

	// In data and front matter: the key or value there, and the outline that it is of.
	root, node *outline.Node
	onKey      bool
	slot       slot // of the node's key, or of its value

	// In Markdown: the link there.
	link *link
}

// slot is what a declaration says of a place: which keys may stand there, or which value.
type slot struct {
	keys      *records.Shape // of a map
	ids       bool           // its keys are names, and each holds what inner says
	inner     *records.Shape
	languages bool // its keys are languages
	field     *records.Field
	of        *records.Shape // that declares field
}

// region returns where the YAML of a file ends, and where its Markdown begins: behind the end, where
// it has none. Front matter that is not closed goes on to the end.
func region(file, s string) (yaml, body int) {
	if !strings.HasSuffix(file, ".md") {
		return len(s), len(s) + 1
	}
	return records.FrontEnd(s)
}

// outlineOf outlines the YAML of a file; mark is as in outline.Read.
func outlineOf(file, s string, mark int) *outline.Node {
	end, _ := region(file, s)
	begin := 0
	if strings.HasSuffix(file, ".md") {
		if i := strings.IndexByte(s[:end], '\n'); i >= 0 {
			begin = i + 1
		} else {
			begin = end
		}
	}
	return outline.Read(s, begin, end, mark)
}

// languageOf returns the language that a text's file name tells, "" for the site's own.
func languageOf(kind site.Kind, file string) string {
	if !kind.Text {
		return ""
	}
	_, language, _ := strings.Cut(strings.TrimSuffix(path.Base(file), kind.Ending), ".")
	return language
}

// at finds what is at a point; false in a file that is no record.
func newCursor(file string, t *text.Text, offset int) (*cursor, bool) {
	kind, is := site.KindAt(file)
	if !is {
		return nil, false
	}
	c := &cursor{file: file, kind: kind, text: t, offset: offset}
	if _, body := region(file, t.String()); kind.Text && offset >= body {
		c.link = linkAt(t, offset)
		return c, true
	}
	c.root = outlineOf(file, t.String(), offset)
	c.node, c.onKey = locate(c.root, t, offset)
	if c.node != nil {
		c.slot = c.slotOf(c.node, c.onKey)
	}
	return c, true
}

// locate finds the innermost key or value at an offset.
func locate(root *outline.Node, t *text.Text, offset int) (found *outline.Node, onKey bool) {
	root.Walk(func(n *outline.Node) {
		switch {
		case n.Kind == outline.Entry && n.KeyFrom <= offset && offset <= n.KeyTo:
			found, onKey = n, true
		case n.From <= offset && offset <= n.To && (n.Kind == outline.Item || n.Colon),
			n.Kind == outline.Item && n.Parent.Flow && n.SpanFrom <= offset && offset <= n.SpanTo:
			found, onKey = n, false
		case n.Colon && len(n.Children) == 0 && n.KeyTo < offset && t.LineAt(n.KeyTo) == t.LineAt(offset) &&
			(n.Parent == nil || !n.Parent.Flow || offset <= n.SpanTo):
			found, onKey = n, false
		}
	})
	return found, onKey
}

// slotOf returns what is declared of a node's key, or of its value.
func (c *cursor) slotOf(n *outline.Node, key bool) slot {
	if n.Parent == nil {
		return c.top()
	}
	outer := c.slotOf(n.Parent, false)
	if n.Kind == outline.Item {
		if outer.field == nil || !outer.field.List || outer.ids {
			return slot{}
		}
		return outer
	}
	if key {
		return outer
	}
	switch {
	case outer.ids:
		return slot{keys: outer.inner, field: outer.field, of: outer.of}
	case outer.languages:
		return slot{field: outer.field, of: outer.of}
	case outer.keys != nil:
		return below(outer.keys, n.Key)
	}
	return slot{}
}

// top is what is declared of a whole file.
func (c *cursor) top() slot {
	switch {
	case c.kind.Keyed:
		return slot{ids: true, inner: c.kind.Shape}
	case languageOf(c.kind, c.file) != "" && c.kind.Translated != nil:
		return slot{keys: c.kind.Translated}
	}
	return slot{keys: c.kind.Shape}
}

// below is what may stand under a key of a declaration.
func below(shape *records.Shape, key string) slot {
	f := fieldOf(shape, key)
	s := slot{field: f, of: shape}
	switch {
	case f == nil:
		return slot{}
	case f.Named:
		s.ids, s.inner = true, f.Inner
	case f.Type == records.StructField:
		s.keys = f.Inner
	case f.Type == records.TextField:
		s.languages = true
	}
	return s
}

// fieldOf returns what is declared of a key, nil for one that is not.
func fieldOf(shape *records.Shape, key string) *records.Field {
	if shape == nil {
		return nil
	}
	for _, f := range shape.Fields() {
		if f.Key == key {
			return &f
		}
	}
	return nil
}

// reference returns the thing that is named at the cursor, and where: by a value, by a link,
// or by the id under which it is written.
func (c *cursor) reference() (ref site.Ref, from, to int, ok bool) {
	switch l := c.link; {
	case l != nil && l.scheme != "":
		return site.Ref{Kind: l.scheme, ID: l.target}, l.from, l.to, true
	case c.node == nil || l != nil:
		return ref, 0, 0, false
	case c.onKey && c.node.Parent.Parent == nil && c.kind.Keyed:
		return site.Ref{Kind: c.kind.Name, ID: c.node.Key}, c.node.KeyFrom, c.node.KeyTo, true
	case !c.onKey && c.slot.field != nil && c.slot.field.Ref != "" && c.node.Value != "" && !c.node.Flow:
		return site.Ref{Kind: c.slot.field.Ref, ID: c.node.Value}, c.node.From, c.node.To, true
	case !c.onKey && c.node.Value != "" && !c.node.Flow:
		for _, scheme := range site.Schemes() { // the navigation leads to things as links do
			if id, is := strings.CutPrefix(c.node.Value, scheme+":"); is {
				return site.Ref{Kind: scheme, ID: id}, c.node.From, c.node.To, true
			}
		}
	}
	return ref, 0, 0, false
}

// plate says whether the cursor is where a file says what its thing is called: on its first
// line, or on its name or title.
func (c *cursor) plate() bool {
	first := c.text.LineAt(c.offset) == 0
	if n := c.node; n != nil {
		for n.Parent.Parent != nil {
			n = n.Parent
		}
		first = first || n.Key == "name" || n.Key == "title"
	}
	return c.kind.IsFolder && first
}

// link is one in a text, as it is written in one line.
type link struct {
	image          bool
	scheme, target string // scheme is "" for a path
	from, to       int    // of what stands between the brackets
}

// linkAt finds the link at an offset: from its first bracket to its last.
func linkAt(t *text.Text, offset int) *link {
	line, at := t.Line(t.LineAt(offset))
	i := offset - at
	for _, open := range []int{ // of the link whose target it is in, or whose words
		strings.LastIndex(line[:min(i, len(line))], "]("),
		max(i-1, 0) + strings.Index(line[max(i-1, 0):], "]("),
	} {
		if open < 0 || !strings.HasPrefix(line[open:], "](") {
			continue
		}
		end := strings.IndexAny(line[open+2:], ") ")
		if end < 0 {
			end = len(line) - open - 2
		}
		end += open + 2
		begin := max(strings.LastIndexByte(line[:open], '['), 0)
		if i >= begin && i <= end {
			return newLink(line[open+2:end], begin > 0 && line[begin-1] == '!', at+open+2)
		}
	}
	return nil
}

func newLink(target string, image bool, at int) *link {
	l := &link{image: image, target: target, from: at, to: at + len(target)}
	if before, _, anchored := strings.Cut(target, "#"); anchored {
		l.target, l.to = before, at+len(before)
	}
	for _, scheme := range site.Schemes() {
		if id, is := strings.CutPrefix(l.target, scheme+":"); is {
			l.scheme, l.target = scheme, id
			l.from += len(scheme) + 1
		}
	}
	return l
}
