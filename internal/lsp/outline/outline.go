// Package outline reads YAML as people are typing it.
//
// In comes the text of a data file, or of front matter, whole or half typed. Out comes what
// its lines and brackets tell: keys, values and entries of lists, each with the offsets at
// which it stands. There is always an outline, and nothing is judged: whether it is YAML,
// and ours, records says. What cannot be told is left out.
package outline

import "strings"

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Entry Kind = iota // of a map: it has a key
	Item              // of a list
)

// Node is a key with its value, or an entry of a list. The root is an Item that no list has.
type Node struct {
	Kind   Kind
	Parent *Node
	// Children are what its value holds, in the order of the text.
	Children []*Node
	// Key is that of an entry, without quotes, which stands at KeyFrom … KeyTo with them.
	Key            string
	KeyFrom, KeyTo int
	// Colon says that the key has one behind it: else it is being typed.
	Colon bool
	// Value is a scalar's words in one line without quotes, which stand at From … To with them and
	// with what follows in other lines. Both are where a value can be written when there is none
	// yet. A map or list lies there whole.
	Value    string
	From, To int
	// Flow says that the value stands in brackets.
	Flow bool
	// SpanFrom … SpanTo is all that belongs to it, of what stands in brackets with the blanks around.
	SpanFrom, SpanTo int

	indent int
	block  bool // a text over the lines below
	open   bool // a plain value, which may go on below
}

// Root is what holds everything.
func (n *Node) Root() *Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// Find returns the child with a key, nil when there is none.
func (n *Node) Find(key string) *Node {
	for _, c := range n.Children {
		if c.Kind == Entry && c.Key == key {
			return c
		}
	}
	return nil
}

// HasKeys says whether the value holds keys.
func (n *Node) HasKeys() bool { return len(n.Children) > 0 && n.Children[0].Kind == Entry }

// Walk goes through all nodes below n, each before what it holds.
func (n *Node) Walk(visit func(*Node)) {
	for _, c := range n.Children {
		visit(c)
		c.Walk(visit)
	}
}

// Read outlines what stands between two offsets of a text. In an empty line or entry that
// holds mark it sees a key without letters: there somebody begins to type. There is no mark
// below 0.
func Read(text string, from, to, mark int) *Node {
	root := &Node{Kind: Item, From: from, To: to, SpanFrom: from, SpanTo: to, indent: -1}
	r := reader{text: text, end: to, mark: mark, stack: []*Node{root}}
	for at := from; at < to; {
		at = r.line(at)
	}
	if to == from || text[to-1] == '\n' {
		r.line(to) // where somebody may go on
	}
	root.close()
	root.From, root.To = from, to
	return root
}

// reader goes through the lines.
type reader struct {
	text  string
	end   int
	mark  int
	stack []*Node // what the line may belong to, from the root on
}

func (r *reader) top() *Node { return r.stack[len(r.stack)-1] }

// lineEnd returns where the line ends that an offset is in, and where the next one begins.
func (r *reader) lineEnd(at int) (end, next int) {
	i := strings.IndexAny(r.text[at:r.end], "\r\n")
	if i < 0 {
		return r.end, r.end
	}
	end = at + i
	next = end + 1
	if r.text[end] == '\r' && next < r.end && r.text[next] == '\n' {
		next++
	}
	return end, next
}

// line reads a line, and what goes on below it, and returns where the next begins.
func (r *reader) line(at int) int {
	end, next := r.lineEnd(at)
	begin := at
	for at < end && (r.text[at] == ' ' || r.text[at] == '\t') {
		at++
	}
	indent := at - begin
	if t := r.top(); t.block && (at == end || indent > t.indent) {
		t.To = end
		return next
	}
	if at == end {
		if r.mark >= begin && r.mark <= end {
			r.place(&Node{Key: "", KeyFrom: r.mark, KeyTo: r.mark}, r.mark-begin)
		}
		return next
	}
	if r.text[at] == '#' {
		return next
	}
	if t := r.top(); t.open && indent > t.indent && !isItem(r.text[at:end]) && keyLength(r.text[at:end]) < 0 {
		t.To = at + len(strings.TrimRight(withoutComment(r.text[at:end]), " \t"))
		return next
	}
	return r.content(begin, at, end, next)
}

// content reads what stands in a line from an offset on: hyphens, a key, a value.
func (r *reader) content(begin, at, end, next int) int {
	for isItem(r.text[at:end]) {
		item := &Node{Kind: Item, KeyFrom: at, KeyTo: at + 1}
		r.place(item, at-begin)
		at++
		for at < end && (r.text[at] == ' ' || r.text[at] == '\t') {
			at++
		}
		item.From, item.To = at, at
		if at == end {
			if r.mark >= item.KeyTo && r.mark <= end {
				item.From, item.To = r.mark, r.mark
			}
			return next
		}
	}
	if r.text[at] == '#' {
		return next
	}
	n := keyLength(r.text[at:end])
	if n < 0 {
		return r.loose(begin, at, end, next)
	}
	e := &Node{Key: unquoted(r.text[at : at+n]), KeyFrom: at, KeyTo: at + n, Colon: true}
	r.place(e, at-begin)
	at += n
	at += strings.IndexByte(r.text[at:end], ':') + 1
	for at < end && (r.text[at] == ' ' || r.text[at] == '\t') {
		at++
	}
	e.From, e.To = at, at
	return r.value(e, at, end, next)
}

// loose reads what has no key: an entry of a list, or a key that is being typed.
func (r *reader) loose(begin, at, end, next int) int {
	if t := r.top(); t.Kind == Item && t.Parent != nil && t.From == at {
		return r.value(t, at, end, next)
	}
	word := strings.TrimRight(withoutComment(r.text[at:end]), " \t")
	r.place(&Node{Key: unquoted(word), KeyFrom: at, KeyTo: at + len(word)}, at-begin)
	return next
}

// value reads the value of a node, and returns where the next line begins.
func (r *reader) value(n *Node, at, end, next int) int {
	if at == end || r.text[at] == '#' {
		return next
	}
	switch c := r.text[at]; c {
	case '|', '>':
		n.block, n.To = true, end
	case '{', '[':
		f := flow{reader: r, indent: n.indent}
		f.value(n, at, 0)
		if n.To > end {
			_, next = r.lineEnd(n.To)
		}
	case '"', '\'':
		n.To = r.quoteEnd(at, n.indent)
		n.Value = unquoted(r.text[at:n.To])
		if n.To > end {
			_, next = r.lineEnd(n.To)
		}
	default:
		word := strings.TrimRight(withoutComment(r.text[at:end]), " \t")
		n.Value, n.To, n.open = word, at+len(word), true
	}
	return next
}

// place puts a node below the one that its column says.
func (r *reader) place(n *Node, indent int) {
	n.indent = indent
	n.SpanFrom = n.KeyFrom
	keep := func(t *Node) bool {
		return t.indent < indent || t.indent == indent && n.Kind == Item && t.Kind == Entry
	}
	i := len(r.stack) - 1
	for i > 0 && !keep(r.stack[i]) {
		i--
	}
	n.Parent = r.stack[i]
	n.Parent.Children = append(n.Parent.Children, n)
	n.Parent.block, n.Parent.open = false, false
	r.stack = append(r.stack[:i+1], n)
}

// close makes values that lie over several lines as long as what they hold.
func (n *Node) close() {
	for i, c := range n.Children {
		c.close()
		if i == 0 && !n.Flow {
			n.From = c.SpanFrom
		}
		n.To = max(n.To, c.To, c.KeyTo)
	}
	n.SpanTo = max(n.SpanTo, n.To, n.KeyTo)
}

// isItem says whether a text begins with the hyphen of a list.
func isItem(s string) bool {
	return strings.HasPrefix(s, "- ") || s == "-" || strings.HasPrefix(s, "-\t")
}

// keyLength returns how long the key is that a line begins with, quotes and all, -1 when
// it begins with none.
func keyLength(s string) int {
	if s == "" {
		return -1
	}
	if s[0] == '"' || s[0] == '\'' {
		n := strings.IndexByte(s[1:], s[0])
		if n < 0 || !beginsValue(strings.TrimLeft(s[n+2:], " ")) {
			return -1
		}
		return n + 2
	}
	if strings.IndexByte("{[#|>&*!%@`,]}", s[0]) >= 0 {
		return -1
	}
	for i := range len(s) {
		switch {
		case s[i] == ':' && beginsValue(s[i:]):
			return len(strings.TrimRight(s[:i], " \t"))
		case s[i] == '#' && i > 0 && s[i-1] == ' ':
			return -1
		}
	}
	return -1
}

// beginsValue says whether a text begins with the colon behind a key.
func beginsValue(s string) bool {
	return s == ":" || strings.HasPrefix(s, ": ") || strings.HasPrefix(s, ":\t")
}

// withoutComment cuts a comment off a plain text.
func withoutComment(s string) string {
	if i := strings.Index(s, " #"); i >= 0 {
		return s[:i]
	}
	return s
}

// quoteEnd returns where a quoted text ends that begins at an offset. One that is not closed
// before the next key ends with its line.
func (r *reader) quoteEnd(at, indent int) int {
	quote := r.text[at]
	lineEnd, _ := r.lineEnd(at)
	for i := at + 1; i < r.end; i++ {
		switch c := r.text[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == quote && quote == '\'' && i+1 < r.end && r.text[i+1] == quote:
			i++
		case c == quote:
			return i + 1
		case c == '\n' && r.dedents(i+1, indent):
			return lineEnd
		}
	}
	return lineEnd
}

// dedents says whether at an offset a line begins with a key or an entry that stands no
// further in than a column: what is open above was never closed.
func (r *reader) dedents(at, indent int) bool {
	end, _ := r.lineEnd(at)
	line := r.text[at:end]
	words := strings.TrimLeft(line, " \t")
	if words == "" || len(line)-len(words) > indent {
		return false
	}
	return isItem(words) || keyLength(words) >= 0
}

// unquoted is a scalar without its quotes.
func unquoted(s string) string {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return s
	}
	switch s[0] {
	case '\'':
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	case '"':
		return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s[1 : len(s)-1])
	}
	return s
}
