package render

import "text/template/parse"

// walk calls each for every node of a template, also inside of branches. What it
// returns stands in the node's place.
func walk(l *parse.ListNode, each func(parse.Node) parse.Node) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		l.Nodes[i] = each(n)
		switch n := n.(type) {
		case *parse.IfNode:
			walkBranch(&n.BranchNode, each)
		case *parse.WithNode:
			walkBranch(&n.BranchNode, each)
		case *parse.RangeNode:
			walkBranch(&n.BranchNode, each)
		}
	}
}

func walkBranch(b *parse.BranchNode, each func(parse.Node) parse.Node) {
	walk(b.List, each)
	walk(b.ElseList, each)
}

// pipeOf returns what a node evaluates, nil when it evaluates nothing.
func pipeOf(n parse.Node) *parse.PipeNode {
	switch n := n.(type) {
	case *parse.ActionNode:
		return n.Pipe
	case *parse.IfNode:
		return n.Pipe
	case *parse.WithNode:
		return n.Pipe
	case *parse.RangeNode:
		return n.Pipe
	case *parse.TemplateNode:
		return n.Pipe
	}
	return nil
}
