package outline

import "strings"

// mostNested is how many brackets are read inside each other: records refuses fewer.
const mostNested = 50

// flow reads what stands in brackets.
type flow struct {
	*reader
	indent int // of the key that it belongs to
}

// value reads a value in brackets, and returns where it ends.
func (f *flow) value(n *Node, at, depth int) int {
	n.Flow, n.From = true, at
	isMap := f.text[at] == '{'
	at++
	for {
		var ended bool
		if at, ended = f.entry(n, isMap, at, depth); ended {
			break
		}
	}
	n.To = at
	return at
}

// entry reads one entry and what parts it from the next; ended says that the bracket was
// closed, or should have been.
func (f *flow) entry(in *Node, isMap bool, at, depth int) (next int, ended bool) {
	n := &Node{Kind: Item, Parent: in, SpanFrom: at, indent: in.indent}
	if isMap {
		n.Kind = Entry
	}
	at, ended = f.blanks(at)
	n.KeyFrom, n.KeyTo, n.From, n.To = at, at, at, at
	if !ended && isMap {
		at = f.key(n, at)
		if n.Colon {
			at, ended = f.blanks(at)
			n.From, n.To = at, at
		}
	}
	if !ended && (n.Kind == Item || n.Colon) {
		at = f.scalarOrMore(n, at, depth)
	}
	for !ended {
		if at, ended = f.blanks(at); ended || strings.IndexByte(",]}", f.text[at]) >= 0 {
			break
		}
		at++ // what is out of place
	}
	n.SpanTo = at
	f.keep(in, n)
	if ended {
		return at, true
	}
	return at + 1, f.text[at] != ','
}

// keep adds an entry unless nothing stands there and nobody is typing.
func (f *flow) keep(in, n *Node) {
	isHere := f.mark >= n.SpanFrom && f.mark <= n.SpanTo
	empty := n.KeyFrom == n.KeyTo && n.From == n.To && !n.Flow
	if empty && isHere {
		n.KeyFrom, n.KeyTo, n.From, n.To = f.mark, f.mark, f.mark, f.mark
	}
	if !empty || isHere {
		in.Children = append(in.Children, n)
	}
}

// key reads the key of an entry, with its colon if it has one.
func (f *flow) key(n *Node, at int) int {
	end := at
	if at < f.end && (f.text[at] == '"' || f.text[at] == '\'') {
		end = f.quoteEnd(at, f.indent)
	} else {
		for end < f.end && strings.IndexByte(",]}{[\r\n", f.text[end]) < 0 && !f.isColon(end) {
			end++
		}
		end = at + len(strings.TrimRight(f.text[at:end], " \t"))
	}
	n.Key, n.KeyFrom, n.KeyTo = unquoted(f.text[at:end]), at, end
	n.From, n.To = end, end
	after := end
	for after < f.end && f.text[after] == ' ' {
		after++
	}
	if after < f.end && f.isColon(after) {
		n.Colon = true
		return after + 1
	}
	return end
}

func (f *flow) isColon(at int) bool {
	return f.text[at] == ':' && (at+1 >= f.end || strings.IndexByte(" \t\r\n,]}", f.text[at+1]) >= 0)
}

// scalarOrMore reads the value of an entry.
func (f *flow) scalarOrMore(n *Node, at, depth int) int {
	if at >= f.end {
		return at
	}
	switch c := f.text[at]; {
	case (c == '{' || c == '[') && depth < mostNested:
		return f.value(n, at, depth+1)
	case c == '"' || c == '\'':
		end := f.quoteEnd(at, f.indent)
		n.From, n.To, n.Value = at, end, unquoted(f.text[at:end])
		return end
	}
	end := at
	for end < f.end && strings.IndexByte(",]}\r\n", f.text[end]) < 0 {
		end++
	}
	n.To = at + len(strings.TrimRight(f.text[at:end], " \t"))
	n.Value = f.text[at:n.To]
	return end
}

// blanks passes over blanks, line ends and comments. ended says that a line begins which is
// no part of this.
func (f *flow) blanks(at int) (next int, ended bool) {
	for at < f.end {
		switch c := f.text[at]; {
		case c == '\n' && f.dedents(at+1, f.indent):
			return at, true
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			at++
		case c == '#' && strings.IndexByte(" \t\r\n", f.text[at-1]) >= 0:
			at, _ = f.lineEnd(at)
		default:
			return at, false
		}
	}
	return at, true
}
