package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// rawHTML finds HTML in running text. Comments and the like are goldmark's work;
// tags are ours, because goldmark's expression may read on to the end of the block
// for every "<".
type rawHTML struct{ parser.InlineParser }

func (p rawHTML) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	c := pc.(*context)
	c.count(seg.Start, 1) // a tag or not, goldmark keeps what stands before it
	if len(line) < 2 || line[1] == '!' || line[1] == '?' {
		n := counted(p).Parse(parent, block, pc)
		if n != nil && endMark(line) == "-->" && c.endOf(seg.Start, "-->") < 0 {
			return nil // one comment runs into the next
		}
		return n
	}
	node := ast.NewRawHTML()
	t := tag{}
	for line != nil {
		n := t.read(line)
		c.charge(seg.Start, n)
		if t.state == tagEnd {
			block.Advance(n)
			node.Segments.Append(seg.WithStop(seg.Start + n))
			if mark := endMark(line); mark == "</script" || mark == "</style" {
				c.hide(node, block, mark)
			}
			return node
		}
		if t.state == tagFailed {
			return nil
		}
		node.Segments.Append(seg)
		block.AdvanceLine()
		line, seg = block.PeekLine()
	}
	return nil
}

// hide adds to n what follows it up to the mark, if that is in the same block.
func (c *context) hide(n *ast.RawHTML, block text.Reader, mark string) {
	at, saved := block.Position()
	tag := n.Segments.Len()
	if c.lastMark(mark) < saved.Start {
		return
	}
	for line, seg := block.PeekLine(); line != nil; line, seg = block.PeekLine() {
		c.charge(seg.Start, stepsPerVisit+len(line))
		i := indexMark(line, mark)
		shut := 0
		if i >= 0 {
			shut = bytes.IndexByte(line[i:], '>') + 1
		}
		if shut > 0 {
			block.Advance(i + shut)
			n.Segments.Append(seg.WithStop(seg.Start + i + shut))
			return
		}
		n.Segments.Append(seg)
		block.AdvanceLine()
	}
	n.Segments.SetSliced(0, tag)
	block.SetPosition(at, saved)
}

// tag reads an opening or closing tag as CommonMark defines it, line by line.
type tag struct{ state tagState }

type tagState int

const (
	tagStart tagState = iota
	tagOpen           // after "<"
	tagSlash          // after "</"
	tagName
	tagCloseName
	tagCloseSpace
	tagSpace    // where an attribute may begin
	tagAttr     // in an attribute's name
	tagAttrDone // in the space after it
	tagEqual    // after "="
	tagBare
	tagSingle
	tagDouble
	tagQuoted // after a closing quote
	tagEmpty  // after the "/" of "/>"
	tagEnd
	tagFailed
)

// read goes on with line and returns how much of it was read.
func (t *tag) read(line []byte) int {
	for i, b := range line {
		t.state = t.state.next(b)
		if t.state >= tagEnd {
			return i + 1
		}
	}
	return len(line)
}

func (s tagState) next(b byte) tagState {
	switch s {
	case tagSingle:
		return pick(b == '\'', tagQuoted, s)
	case tagDouble:
		return pick(b == '"', tagQuoted, s)
	case tagStart:
		return pick(b == '<', tagOpen, tagFailed)
	case tagOpen:
		if b == '/' {
			return tagSlash
		}
		return pick(isLetter(b), tagName, tagFailed)
	case tagSlash:
		return pick(isLetter(b), tagCloseName, tagFailed)
	case tagEmpty:
		return pick(b == '>', tagEnd, tagFailed)
	case tagCloseName, tagCloseSpace:
		return s.nextClosing(b)
	case tagEqual, tagBare:
		return s.nextValue(b)
	}
	return s.nextOpening(b)
}

func (s tagState) nextOpening(b byte) tagState {
	switch {
	case b == '>':
		return tagEnd
	case b == '/':
		return tagEmpty
	case isBlank(b):
		return pick(s == tagAttr || s == tagAttrDone, tagAttrDone, tagSpace)
	case b == '=':
		return pick(s == tagAttr || s == tagAttrDone, tagEqual, tagFailed)
	case s == tagName:
		return pick(isLetter(b) || isDigit(b) || b == '-', s, tagFailed)
	case s == tagQuoted:
		return tagFailed
	case isLetter(b) || b == '_' || b == ':':
		return tagAttr
	case isDigit(b) || b == '.' || b == '-':
		return pick(s == tagAttr, s, tagFailed)
	}
	return tagFailed
}

func (s tagState) nextClosing(b byte) tagState {
	switch {
	case b == '>':
		return tagEnd
	case isBlank(b):
		return tagCloseSpace
	case s == tagCloseName && (isLetter(b) || isDigit(b) || b == '-'):
		return s
	}
	return tagFailed
}

func (s tagState) nextValue(b byte) tagState {
	switch {
	case isBlank(b):
		return pick(s == tagBare, tagSpace, s)
	case b == '"' && s == tagEqual:
		return tagDouble
	case b == '\'' && s == tagEqual:
		return tagSingle
	case b == '>' && s == tagBare:
		return tagEnd
	case b < ' ' || b == '"' || b == '\'' || b == '=' || b == '<' || b == '>' || b == '`':
		return tagFailed
	}
	return tagBare
}

func pick(yes bool, a, b tagState) tagState {
	if yes {
		return a
	}
	return b
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isBlank(b byte) bool  { return b == ' ' || b == '\t' || b == '\n' }
