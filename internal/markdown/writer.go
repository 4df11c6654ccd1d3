package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// writer prints one tree. It replaces goldmark's renderer, which knows no holes,
// cannot stop at a limit, and is slower.
type writer struct {
	p      *Parser
	tree   *grammar.Tree
	src    []byte
	buf    []byte
	most   int // bytes that may be printed or held
	held   int // bytes of addresses of links and names of tables
	at     int // in src, near what is being printed
	place  place
	doc    *Doc
	faults []Fault
	ids    map[string]int // anchors given out, with the last number tried

	under   string         // the words of the heading that was printed last
	tables  map[string]int // how many tables that may scroll stood under these words
	inLink  bool
	inCell  bool // of a table
	started int  // where in buf the text began that a tag may part
	number  int  // of the last item of the last ordered list beside what is printed

	reported int            // up to here in src markup of other programs is reported
	judged   int            // pieces of text so far that might be slips
	open     map[string]int // reported elements that wait for their closing tags

	scratch []byte
	spans   []markup.Span // see linesOf
}

func newWriter(p *Parser, tree *grammar.Tree, buf []byte) *writer {
	return &writer{
		p: p, tree: tree, src: tree.Source, buf: buf, doc: &Doc{},
		most:  maxGrowth*len(tree.Source) + maxGrowthFloor,
		place: place{src: tree.Source},
	}
}

func (w *writer) finish() *Doc {
	w.earlySlips()
	w.doc.HTML = string(w.buf)
	return w.doc
}

// fault reports what begins at an offset. The fault may be filled in until the next one.
func (w *writer) fault(kind FaultKind, at int, text []byte) *Fault {
	return w.report(kind, at, markup.Clip(text))
}

// lost reports what does not show, with all its words.
func (w *writer) lost(kind FaultKind, at int, text []byte) *Fault {
	text = text[:min(len(text), maxLostText*utf8.UTFMax)]
	text = bytes.ToValidUTF8(text, nil) // it may be cut in a character
	return w.report(kind, at, markup.Shorten([]byte(markup.OneLine(text)), maxLostText))
}

func (w *writer) report(kind FaultKind, at int, text string) *Fault {
	line, col := w.place.at(at)
	w.faults = append(w.faults, Fault{Kind: kind, Line: line, Col: col, Text: text})
	return &w.faults[len(w.faults)-1]
}

// visit notes where we are, and stops if too much has been printed.
func (w *writer) visit(n ast.Node) {
	if at := n.Pos(); at >= 0 {
		w.at = at
	}
	if len(w.buf)+w.held > w.most {
		panic(grammar.Stop{Limit: grammar.TooBig, At: w.at})
	}
}

func (w *writer) print(s string) { w.buf = append(w.buf, s...) }
