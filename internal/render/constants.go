package render

import (
	"html/template"
	"slices"
	"strconv"
	"text/template/parse"
)

// bind replaces calls of word and asset with nothing but constants by their
// results, once for all pages: a call through reflection costs more than the rest
// of a short action. A call that fails stays, so that running it says why.
func (r *edition) bind(functions template.FuncMap) {
	b := binder{
		word:  functions["word"].(func(string, ...any) (string, error)),
		asset: functions["asset"].(func(string) (string, error)),
	}
	for _, t := range r.set.Templates() {
		if t.Tree != nil {
			walk(t.Tree.Root, b.node)
		}
	}
}

// escapers are those of html/template that do to a text between tags, in a
// quoted attribute or in a title what template.HTMLEscapeString does. Their names
// are the library's own; were they to change, folding would find nothing to do.
var escapers = []string{"_html_template_htmlescaper", "_html_template_attrescaper", "_html_template_rcdataescaper"}

// fold escapes the texts that bind put in, once for all pages, where
// html/template has decided that they need nothing but escaping for HTML.
func (r *edition) fold() {
	for _, t := range r.set.Templates() {
		if t.Tree != nil {
			walk(t.Tree.Root, foldNode)
		}
	}
}

// foldNode puts the text of an action in its place, if it is one.
func foldNode(n parse.Node) parse.Node {
	if action, ok := n.(*parse.ActionNode); ok {
		if s, ok := escaped(action.Pipe); ok {
			return &parse.TextNode{NodeType: parse.NodeText, Pos: action.Pos, Text: []byte(s)}
		}
	}
	return n
}

// escaped evaluates "text" | escaper.
func escaped(p *parse.PipeNode) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 2 || len(p.Cmds[0].Args) != 1 || len(p.Cmds[1].Args) != 1 {
		return "", false
	}
	text, isText := p.Cmds[0].Args[0].(*parse.StringNode)
	escaper, isName := p.Cmds[1].Args[0].(*parse.IdentifierNode)
	if !isText || !isName || !slices.Contains(escapers, escaper.Ident) {
		return "", false
	}
	return template.HTMLEscapeString(text.Text), true
}

type binder struct {
	word  func(string, ...any) (string, error)
	asset func(string) (string, error)
}

func (b *binder) node(n parse.Node) parse.Node {
	if action, ok := n.(*parse.ActionNode); ok {
		if s, ok := b.constant(action.Pipe); ok {
			args := []parse.Node{quoted(action.Pos, s)}
			action.Pipe.Cmds = []*parse.CommandNode{{NodeType: parse.NodeCommand, Pos: action.Pos, Args: args}}
			return n
		}
	}
	b.pipe(pipeOf(n))
	return n
}

// pipe replaces constant arguments: {{template "x" (word "y")}}.
func (b *binder) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, cmd := range p.Cmds {
		for i, arg := range cmd.Args {
			inner, ok := arg.(*parse.PipeNode)
			if !ok {
				continue
			}
			if s, ok := b.constant(inner); ok {
				cmd.Args[i] = quoted(inner.Pos, s)
				continue
			}
			b.pipe(inner)
		}
	}
}

func quoted(pos parse.Pos, s string) *parse.StringNode {
	return &parse.StringNode{NodeType: parse.NodeString, Pos: pos, Quoted: strconv.Quote(s), Text: s}
}

// constant evaluates word "x" or asset "x".
func (b *binder) constant(p *parse.PipeNode) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	name, isName := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	key, isString := p.Cmds[0].Args[1].(*parse.StringNode)
	if !isName || !isString {
		return "", false
	}
	var s string
	var err error
	switch name.Ident {
	case "word":
		s, err = b.word(key.Text)
	case "asset":
		s, err = b.asset(key.Text)
	default:
		return "", false
	}
	return s, err == nil
}
