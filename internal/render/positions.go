package render

import (
	"bytes"
	"html/template"
	"slices"
	"strings"
	"sync"
	"text/template/parse"
)

// To ask html/template how a value is escaped costs more than the rest of an action: it calls its escapers, up to
// three for an address, through reflection. So where the library has put escapers behind a value of a view, the value
// goes out without them, behind a signal that tells the meter where it stands. There most escapers change
// letters, each by itself: the library is asked once what it makes of each, and of values of which that does not
// tell all, in a template of their own. A test holds that this comes to the same; another that views are texts and
// numbers: nothing in them has a type that html/template would escape otherwise.

// position is where a value stands.
type position struct {
	escapers []string // their names are the library's own; were they to change, there would be nothing to spare
	// escape is a template that shows what it is given between two texts.
	escape        *template.Template
	before, after string
	// isDoubtful says that letters do not tell all of a value.
	isDoubtful func(value []byte) bool
	// letters are what becomes of each, "" where it stays.
	letters [256]string
}

// inText is the position between tags.
const inText = 0

// positions are those where values are escaped letter by letter.
var positions = sync.OnceValue(func() []position {
	never := func([]byte) bool { return false }
	list := []position{
		newPosition(never, "", "", "_html_template_htmlescaper"),
		newPosition(never, `<p title="`, `">`, "_html_template_attrescaper"),
		newPosition(never, "<title>", "</title>", "_html_template_rcdataescaper"),
		newPosition(isDoubtfulAddress, `<a href="`, `">`,
			"_html_template_urlfilter", "_html_template_urlnormalizer", "_html_template_attrescaper"),
	}
	for i := range list {
		p := &list[i]
		for c := range p.letters {
			letter := string([]byte{'/', byte(c)})
			if escaped := p.ask(letter); escaped != letter {
				p.letters[c] = escaped[1:]
			}
		}
		p.letters['%'] = "" // of an encoded letter; any other is doubtful
	}
	return list
})

func newPosition(isDoubtful func([]byte) bool, before, after string, escapers ...string) position {
	t := template.Must(template.New("").Parse(before + "{{.}}" + after))
	return position{escapers: escapers, escape: t, before: before, after: after, isDoubtful: isDoubtful}
}

// ask asks the library how a value is escaped.
func (p *position) ask(value string) string {
	var b strings.Builder
	if err := p.escape.Execute(&b, value); err != nil {
		panic("render: " + err.Error()) // it shows a text and nothing else
	}
	return b.String()[len(p.before) : b.Len()-len(p.after)]
}

// write writes a value as it is escaped.
func (p *position) write(b *bytes.Buffer, value []byte) {
	if p.isDoubtful(value) {
		b.WriteString(p.ask(string(value)))
		return
	}
	from := 0
	for i, c := range value {
		if to := p.letters[c]; to != "" {
			b.Write(value[from:i])
			b.WriteString(to)
			from = i + 1
		}
	}
	b.Write(value[from:])
}

// isDoubtfulAddress says that an address may have a scheme that is not harmless, or something in it that is
// no letter encoded.
func isDoubtfulAddress(value []byte) bool {
	isHarmless := func(prefix string) bool { return bytes.HasPrefix(value, []byte(prefix)) }
	if !slices.ContainsFunc([]string{"/", "https://", "mailto:"}, isHarmless) {
		return true
	}
	for i, c := range value {
		if c == '%' && (i+2 >= len(value) || !isHex(value[i+1]) || !isHex(value[i+2])) {
			return true
		}
	}
	return false
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// signal says that what is written next is a value at a position. Like a mark, it begins with a byte that
// no text has.
func signal(position int) []byte { return []byte{0, byte(position)} }

// signalled returns what a signal says, nil where it is none.
func signalled(p []byte) *position {
	if len(p) != 2 || p[0] != 0 {
		return nil
	}
	return &positions()[p[1]]
}

// spare takes the escapers from behind the values of views, and puts signals before them.
func (r *edition) spare() {
	for _, t := range r.set.Templates() {
		if t.Tree != nil {
			spareList(t.Tree.Root, false)
		}
	}
}

// spareList goes through a list. isView says that the dot is a part of a view for sure, and not what a function
// made, and a template was called with.
func spareList(l *parse.ListNode, isView bool) {
	if l == nil {
		return
	}
	anew := make([]parse.Node, 0, len(l.Nodes))
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			switch at := positionOf(n.Pipe.Cmds[1:]); {
			case len(n.Pipe.Decl) > 0 || at < 0:
			case isOfView(n.Pipe.Cmds[0], isView):
				anew = append(anew, &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: signal(at)})
				n.Pipe.Cmds = n.Pipe.Cmds[:1]
			case at == inText && isMade(n.Pipe.Cmds[0]):
				n.Pipe.Cmds = n.Pipe.Cmds[:1]
			}
		case *parse.IfNode:
			spareList(n.List, isView)
			spareList(n.ElseList, isView)
		case *parse.WithNode:
			spareList(n.List, len(n.Pipe.Cmds) == 1 && isOfView(n.Pipe.Cmds[0], isView))
			spareList(n.ElseList, isView)
		case *parse.RangeNode:
			spareList(n.List, len(n.Pipe.Cmds) == 1 && isOfView(n.Pipe.Cmds[0], isView))
			spareList(n.ElseList, isView)
		}
		anew = append(anew, n)
	}
	l.Nodes = anew
}

// isOfView says whether a command does nothing but name a part of a view.
func isOfView(c *parse.CommandNode, isView bool) bool {
	if len(c.Args) != 1 {
		return false
	}
	switch x := c.Args[0].(type) {
	case *parse.FieldNode:
		return true
	case *parse.DotNode:
		return isView
	case *parse.VariableNode:
		return len(x.Ident) > 1 // what a function made has no fields
	}
	return false
}

// isMade says whether a command makes HTML, which escapers between tags return as it is.
func isMade(c *parse.CommandNode) bool {
	name, is := c.Args[0].(*parse.IdentifierNode)
	return is && slices.Contains([]string{"body", "part", "parts", "slot"}, name.Ident)
}

// positionOf returns where a value stands that some escapers follow, -1 where that is not known.
func positionOf(escapers []*parse.CommandNode) int {
	var names []string
	for _, c := range escapers {
		name, is := c.Args[0].(*parse.IdentifierNode)
		if !is || len(c.Args) > 1 {
			return -1
		}
		names = append(names, name.Ident)
	}
	return slices.IndexFunc(positions(), func(p position) bool { return slices.Equal(p.escapers, names) })
}
