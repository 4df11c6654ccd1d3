package records

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// tree is what one YAML document holds.
type tree struct {
	// root is nil when the document is empty or has a problem that leaves nothing
	// to trust.
	root *yaml.Node
	// spoiled are the root's values that may not be used, though others may.
	spoiled map[*yaml.Node]bool
	// folded are texts without quotes over several lines, by line.
	folded   map[*yaml.Node][]string
	problems diag.List
	// mended are problems that stop a build and spoil nothing: what was meant is
	// plain, and is what root holds.
	mended diag.List
}

// parseYAML reads one YAML document into a checked tree. Its first line is line
// `first` of the file; every node's Line is shifted to match.
func parseYAML(file string, first int, text []byte) (t tree) {
	text = withoutBreaks(text)
	if p := tooNested(file, first, text); p != nil {
		t.problems = diag.List{*p}
		return t
	}
	doc, err := compose(text)
	text, doc, t.mended, err = readBlanks(file, first, text, doc, err)
	if err == nil {
		t.mended = append(t.mended, readGlued(file, first, text, doc)...)
	}
	doc, cut, err := readHashes(file, first, text, doc, err)
	t.mended = append(t.mended, cut...)
	if err != nil {
		if p := flowGlued(file, first, text); p != nil {
			t.problems = diag.List{*p}
			return t
		}
		if p := flowHash(file, first, text); p != nil {
			t.problems = diag.List{*p}
			return t
		}
		t.problems = diag.List{explain(file, first, text, err)}
		return t
	}
	if doc == nil || len(doc.Content) == 0 {
		return t
	}
	c := checker{file: file, text: text, shift: first - 1, bang: hasBang(text)}
	t.root = doc.Content[0]
	if t.root.Kind == yaml.ScalarNode {
		if line, col := c.line(t.root.Line), noSpace(c.line(t.root.Line)); col > 0 {
			place := diag.Place{File: file, Line: t.root.Line + first - 1, Col: col}
			t.problems = diag.List{diag.At(place, "yaml-syntax", diag.Word("yaml-space")).WithHint("write-it", diag.Whole(strings.TrimSpace(spacedAt(line, col))))}
			t.root = nil
			return t
		}
	}
	if !c.check(t.root, 1) && (t.root.Kind != yaml.MappingNode || len(c.spoiled) == 0) {
		t.root = nil
	}
	t.spoiled, t.folded, t.problems = c.spoiled, c.folded, c.problems
	return t
}

var errDocuments = errors.New("more than one document")

// compose runs the library. Its parser panics on some inputs that no editor
// writes by hand; that is a fault of the text, not of the machine.
func compose(text []byte) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	doc = new(yaml.Node)
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	// The library takes the first document and leaves the rest unread, also where
	// only a wrong indentation ends it: without this, an editor's lines would vanish.
	switch err := dec.Decode(new(yaml.Node)); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, err
	default:
		return doc, errDocuments
	}
	return doc, nil
}

// tooNested finds brackets nested beyond any use before the library sees them:
// its scanner costs a square of the depth, seconds at ten thousand. Quotes and
// comments are not understood here, so the bound is far above maxDepth and only
// a file of nothing but brackets meets it.
func tooNested(file string, first int, text []byte) *diag.Problem {
	depth := 0
	for i, c := range text {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		}
		if depth > 20*maxDepth {
			place := diag.NewRuler(file, text).Place(i)
			place.Line += first - 1
			p := diag.At(place, "yaml-deep", maxDepth)
			return &p
		}
	}
	return nil
}

// checker walks a tree once: it shifts lines, and finds what is syntax the
// library accepts and we do not.
type checker struct {
	file     string
	text     []byte
	lines    []string // of text, once somebody asks
	shift    int
	problems diag.List
	spoiled  map[*yaml.Node]bool // of the root
	folded   map[*yaml.Node][]string
	bang     bool // there may be a "!" that vanishes
}

func (c *checker) place(n *yaml.Node) diag.Place {
	return diag.Place{File: c.file, Line: n.Line, Col: n.Column}
}

func (c *checker) say(n *yaml.Node, code diag.Code, args ...any) {
	c.problems = append(c.problems, diag.At(c.place(n), code, args...))
}

func (c *checker) sayReference(n *yaml.Node, mark string) {
	c.problems = append(c.problems, diag.At(c.place(n), "yaml-anchor", mark).WithHint("write-out"))
}

// check says whether n may be used; children of a node that may not are left
// alone, so that one fault is one problem.
func (c *checker) check(n *yaml.Node, depth int) bool {
	if n.Kind == yaml.ScalarNode && (c.swallowed(n) || c.unclosed(n) || c.sign(n)) {
		return false
	}
	c.mend(n)
	n.Line += c.shift
	switch {
	case n.Kind == yaml.AliasNode:
		c.sayReference(n, "*"+n.Value)
		return false
	case n.Anchor != "":
		if text := "&" + n.Anchor + " " + n.Value; n.Kind == yaml.ScalarNode && !bytes.Contains(c.text, []byte("*"+n.Anchor)) {
			c.problems = append(c.problems, diag.At(c.place(n), "yaml-anchor", "&"+n.Anchor).WithHint("quote-text", diag.Quoted(text)))
		} else {
			c.sayReference(n, "&"+n.Anchor)
		}
		return false
	case n.Style&yaml.TaggedStyle != 0:
		p := diag.At(c.place(n), "yaml-tag", n.Tag)
		if n.Kind == yaml.ScalarNode && !strings.HasPrefix(n.Tag, "!!") {
			p = p.WithHint("quote-text", diag.Quoted(strings.TrimSpace(n.Tag+" "+n.Value)))
		}
		c.problems = append(c.problems, p)
		return false
	case depth > maxDepth:
		c.say(n, "yaml-deep", maxDepth)
		return false
	case n.Kind == yaml.MappingNode && len(n.Content)/2 > maxKeys:
		c.say(n, "yaml-many-keys", maxKeys)
		return false
	}
	bad := map[*yaml.Node]bool{}
	if n.Kind == yaml.MappingNode {
		c.checkKeys(n, bad)
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 {
			next := 0
			if i+1 < len(n.Content) {
				next = n.Content[i+1].Line - c.shift // keys are shifted already
			}
			c.folds(child, next)
		}
		item := n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0
		if item && c.lostHyphen(child) || !c.check(child, depth+1) {
			bad[child] = true
		}
	}
	if depth == 1 {
		c.spoiled = bad
	}
	return len(bad) == 0
}

// checkKeys wants plain, distinct keys. The values of others are bad.
func (c *checker) checkKeys(n *yaml.Node, bad map[*yaml.Node]bool) {
	lines := make(map[string]int, len(n.Content)/2)
	again := -1
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			key.Line += c.shift
			if key.Kind == yaml.ScalarNode {
				c.sayReference(key, "<<")
			} else if text := c.typed(n); n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(text, "{{") {
				c.problems = append(c.problems, diag.At(c.place(n), "yaml-syntax", diag.Word("yaml-template")).WithHint("quote-text", diag.Quoted(text)))
			} else {
				c.say(key, "wrong-type", "?", diag.Word("text"), shapeOf(key))
			}
			bad[n.Content[i+1]] = true
			continue
		}
		key.Line += c.shift
		if line, seen := lines[key.Value]; seen {
			if again != i-2 { // after the first, the keys of an entry that lost its hyphen
				c.say(key, "duplicate-key", key.Value, line)
			}
			again = i
			bad[n.Content[i+1]] = true
			continue
		}
		lines[key.Value] = key.Line
	}
}

// shapeOf names what a node is, for "must be a list, not text".
func shapeOf(n *yaml.Node) diag.Word {
	switch {
	case n.Kind == yaml.MappingNode:
		return "map"
	case n.Kind == yaml.SequenceNode:
		return "list"
	case empty(n):
		return "nothing"
	}
	return "text"
}

// empty says whether a value was left out: nothing after the colon, ~, null, or
// only blanks.
func empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}
