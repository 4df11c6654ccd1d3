package records

import (
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
)

// tree is what one YAML document holds.
type tree struct {
	fault.Reading
	// spoiled are the values of Root that may not be used, though others may.
	spoiled map[*yaml.Node]bool
	// folded are texts without quotes over several lines, by line.
	folded   map[*yaml.Node][]string
	problems diag.List
}

// parseYAML reads one YAML document into a checked tree. Its first line is line
// `first` of the file.
func parseYAML(file string, first int, text []byte) (t tree) {
	if p := tooNested(file, first, text); p != nil {
		t.problems = diag.List{*p}
		return t
	}
	t.Reading = fault.Read(file, first, text)
	if t.Fault == nil && t.Root != nil {
		t.Fault = t.Lines.LacksSpace(t.Root)
	}
	if t.Fault != nil {
		t.Root, t.problems = nil, diag.List{*t.Fault}
	}
	if t.Root == nil {
		return t
	}
	c := checker{file: file, lines: t.Lines}
	if !c.check(t.Root, 1) && (t.Root.Kind != yaml.MappingNode || len(c.spoiled) == 0) {
		t.Root = nil
	}
	t.spoiled, t.folded, t.problems = c.spoiled, c.folded, c.problems
	return t
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

// checker walks a tree once and finds what is syntax the library accepts and we do
// not.
type checker struct {
	file     string
	lines    *fault.Lines
	problems diag.List
	spoiled  map[*yaml.Node]bool // of the root
	folded   map[*yaml.Node][]string
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
	if p := c.lines.Misread(n); p != nil {
		c.problems = append(c.problems, *p)
		return false
	}
	c.lines.Join(n)
	if allowed := c.allowed(n, depth); !allowed || n.Kind == yaml.ScalarNode {
		return allowed
	}
	bad := map[*yaml.Node]bool{}
	if n.Kind == yaml.MappingNode {
		c.checkKeys(n, bad)
	}
	c.checkValues(n, depth, bad)
	if depth == 1 {
		c.spoiled = bad
	}
	return len(bad) == 0
}

// allowed says whether n itself is of our YAML, whatever is in it.
func (c *checker) allowed(n *yaml.Node, depth int) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		c.sayReference(n, "*"+n.Value)
	case n.Anchor != "":
		c.sayAnchor(n)
	case n.Style&yaml.TaggedStyle != 0:
		c.sayTag(n)
	case depth > maxDepth:
		c.say(n, "yaml-deep", maxDepth)
	case n.Kind == yaml.MappingNode && len(n.Content)/2 > maxKeys:
		c.say(n, "yaml-many-keys", maxKeys)
	default:
		return true
	}
	return false
}

// sayAnchor takes an anchor that nothing refers to for a text that begins with "&".
func (c *checker) sayAnchor(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || c.lines.Contain("*"+n.Anchor) {
		c.sayReference(n, "&"+n.Anchor)
		return
	}
	c.problems = append(c.problems, diag.At(c.place(n), "yaml-anchor", "&"+n.Anchor).
		WithHint("quote-text", diag.Quoted("&"+n.Anchor+" "+n.Value)))
}

func (c *checker) sayTag(n *yaml.Node) {
	p := diag.At(c.place(n), "yaml-tag", n.Tag)
	if n.Kind == yaml.ScalarNode && !strings.HasPrefix(n.Tag, "!!") {
		p = p.WithHint("quote-text", diag.Quoted(strings.TrimSpace(n.Tag+" "+n.Value)))
	}
	c.problems = append(c.problems, p)
}

// checkValues looks at the items of a list, or the values of a map, and notes the bad ones.
func (c *checker) checkValues(n *yaml.Node, depth int, bad map[*yaml.Node]bool) {
	isMap, inBrackets := n.Kind == yaml.MappingNode, n.Style&yaml.FlowStyle != 0
	for i, child := range n.Content {
		if isMap && i%2 == 0 {
			continue
		}
		if isMap && !inBrackets {
			next := 0
			if i+1 < len(n.Content) {
				next = n.Content[i+1].Line
			}
			c.fold(child, next)
		}
		item := n.Kind == yaml.SequenceNode && !inBrackets
		if item && c.lacksHyphen(child) || !c.check(child, depth+1) {
			bad[child] = true
		}
	}
}

// fold notes the lines of a text that goes on below its first one.
func (c *checker) fold(n *yaml.Node, next int) {
	lines := c.lines.Folded(n, next)
	if lines == nil {
		return
	}
	if c.folded == nil {
		c.folded = map[*yaml.Node][]string{}
	}
	c.folded[n] = lines
}

func (c *checker) lacksHyphen(n *yaml.Node) bool {
	p := c.lines.LacksHyphen(n)
	if p != nil {
		c.problems = append(c.problems, *p)
	}
	return p != nil
}

// checkKeys wants plain, distinct keys. The values of others are bad.
func (c *checker) checkKeys(n *yaml.Node, bad map[*yaml.Node]bool) {
	lines := make(map[string]int, len(n.Content)/2)
	again := -1
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			if key.Kind == yaml.ScalarNode {
				c.sayReference(key, "<<")
			} else if text := c.lines.Typed(n); n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(text, "{{") {
				c.problems = append(c.problems, diag.At(c.place(n), "yaml-syntax", diag.Word("yaml-template")).
					WithHint("quote-text", diag.Quoted(text)))
			} else {
				c.say(key, "wrong-type", "?", diag.Word("text"), shapeOf(key))
			}
			bad[n.Content[i+1]] = true
			continue
		}
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
