package render

import (
	"html/template"
	"text/template/parse"
)

// bind replaces calls of word and asset with nothing but constants by their
// results, once for all pages: a call through reflection and its escaping cost
// more than the rest of a short action. A call that fails stays, so that running
// it says why.
func (r *Renderer) bind(functions template.FuncMap) {
	b := binder{
		word:  functions["word"].(func(string, ...any) (string, error)),
		asset: functions["asset"].(func(string) (string, error)),
	}
	for _, t := range r.set.Templates() {
		if t.Tree != nil {
			b.list(t.Tree.Root)
		}
	}
}

type binder struct {
	word  func(string, ...any) (string, error)
	asset func(string) (string, error)
}

func (b *binder) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if s, ok := b.constant(n.Pipe); ok {
				l.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(s))}
				continue
			}
			b.pipe(n.Pipe)
		case *parse.IfNode:
			b.branch(&n.BranchNode)
		case *parse.WithNode:
			b.branch(&n.BranchNode)
		case *parse.RangeNode:
			b.branch(&n.BranchNode)
		case *parse.TemplateNode:
			b.pipe(n.Pipe)
		}
	}
}

func (b *binder) branch(n *parse.BranchNode) {
	b.pipe(n.Pipe)
	b.list(n.List)
	b.list(n.ElseList)
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
				cmd.Args[i] = &parse.StringNode{NodeType: parse.NodeString, Pos: inner.Pos, Quoted: s, Text: s}
				continue
			}
			b.pipe(inner)
		}
	}
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
