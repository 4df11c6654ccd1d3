package records

import (
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/records/fault"
)

// Record is one file, or one entry of a file that holds many: keys and values
// that know their places, and the Markdown after them if there is any.
type Record struct {
	File string
	// ID is the file's base name, or the entry's key.
	ID string
	// Place is where the record begins.
	Place diag.Place
	// Body is the Markdown of an article, nil for YAML files.
	Body *markdown.Doc
	// Head is the digest of the YAML, Tail that of the Markdown: a change of the
	// words alone leaves Head as it was.
	Head, Tail memo.Digest
	// WellFormed says whether the form could be read. A record that is not well-formed
	// still exists: what refers to it is not at fault.
	WellFormed bool

	root    *yaml.Node
	spoiled map[*yaml.Node]bool     // values of root that may not be used
	folded  map[*yaml.Node][]string // texts over several lines
}

// Lost says whether nothing in the file could be read, not even which entries
// it holds.
func (r *Record) Lost() bool { return !r.WellFormed && r.root == nil }

// Unread is the record of a file that exists and could not be read: it is not
// well-formed, and holds nothing.
func Unread(file string) *Record {
	return &Record{File: file, ID: idOf(file), Place: diag.Place{File: file, Line: 1, Col: 1}}
}

// Parse reads the text of a file as YAML, or as front matter and Markdown when
// its name ends in .md. The record is never nil. Without a parser the Markdown is not read.
func Parse(file string, text []byte, md *markdown.Parser) (*Record, diag.List) {
	r := Unread(file)
	if !strings.HasSuffix(file, ".md") {
		r.Head = memo.Of(text)
		return r, r.parse(1, text)
	}
	header, body, first, p := splitFront(file, text)
	if p != nil {
		r.Head = memo.Of(text)
		return r, diag.List{*p}
	}
	r.Head, r.Tail = memo.Of(header), memo.Of(body)
	problems := r.parse(2, header)
	if !r.WellFormed {
		if p := fault.RanOver(file, header); p != nil {
			problems = diag.List{*p}
		}
	}
	if md == nil {
		return r, problems
	}
	doc, faults := md.Parse(body)
	r.Body = doc
	for i := range doc.Links {
		doc.Links[i].Line += first - 1 // the doc is new and still ours alone
	}
	for i := range doc.Names {
		doc.Names[i].Line += first - 1
	}
	for _, f := range faults {
		problems = append(problems, fault.OfMarkdown(file, first-1, f))
	}
	return r, problems
}

func (r *Record) parse(first int, text []byte) diag.List {
	t := parseYAML(r.File, first, text)
	r.root, r.spoiled, r.folded, r.WellFormed = t.Root, t.spoiled, t.folded, !t.problems.HasErrors()
	if t.Root != nil && t.Root.Kind != yaml.MappingNode {
		r.root, r.WellFormed = nil, false
		t.problems = append(t.problems,
			diag.At(r.place(t.Root), "wrong-type", path.Base(r.File), diag.Word("map"), shapeOf(t.Root)))
	}
	return append(t.Meant, t.problems...)
}

// idOf returns a file's base name without its ending.
func idOf(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// Entries returns the records of a file whose keys are ids. Where one of them
// is faulty, the others are not; of an id written twice the first counts.
func (r *Record) Entries() ([]*Record, diag.List) {
	var entries []*Record
	var problems diag.List
	if r.root == nil {
		return nil, nil
	}
	seen := map[string]bool{}
	for i := 0; i < len(r.root.Content); i += 2 {
		key, value := r.root.Content[i], r.root.Content[i+1]
		if key.Kind != yaml.ScalarNode || seen[key.Value] {
			continue // reported
		}
		seen[key.Value] = true
		e := &Record{File: r.File, ID: key.Value, Place: r.place(key), Head: r.Head, WellFormed: !r.spoiled[value]}
		switch {
		case !e.WellFormed:
		case value.Kind == yaml.MappingNode:
			e.root, e.folded = value, r.folded
		default:
			e.WellFormed = false
			problems = append(problems,
				diag.At(r.place(value), "wrong-type", key.Value, diag.Word("map"), shapeOf(value)))
		}
		entries = append(entries, e)
	}
	return entries, problems
}

// Plain returns what the record holds as it was typed: maps of keys (map[string]any), lists ([]any)
// and words (string), nil where nothing is.
func (r *Record) Plain() any {
	if r.root == nil {
		return nil
	}
	return plainOf(r.root)
}

func plainOf(n *yaml.Node) any {
	switch {
	case empty(n):
		return nil
	case n.Kind == yaml.ScalarNode:
		return n.Value
	case n.Kind == yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, child := range n.Content {
			list[i] = plainOf(child)
		}
		return list
	}
	keys := map[string]any{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		keys[n.Content[i].Value] = plainOf(n.Content[i+1])
	}
	return keys
}

func (r *Record) place(n *yaml.Node) diag.Place {
	return diag.Place{File: r.File, Line: n.Line, Col: n.Column}
}
