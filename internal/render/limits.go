package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"text/template/parse"

	"blandongan/internal/diag"
)

// A template may go on without end: a loop over a billion, a piece that calls
// itself. The library never looks up from its work, but it writes, and a writer
// can refuse. So each round of a loop and each call of a template that can reach
// itself begins with a mark, a piece of text that the writer counts and lets fall. Both
// bounds are far above honest use: a page of the first city takes 5,000 steps.

// meter writes a run's output and ends it when it is too much.
type meter struct {
	to    *bytes.Buffer
	start int // of the run, in to
	steps int
	last  int // the mark that was passed last
	ended bool
}

func (m *meter) Write(p []byte) (int, error) {
	m.steps++
	n, marked := markOf(p)
	if marked {
		m.last = n
	}
	if m.steps > mostSteps || m.to.Len()-m.start+len(p) > mostBytes {
		m.ended = true
		return 0, endless{}
	}
	if marked {
		return len(p), nil
	}
	return m.to.Write(p)
}

// mostText is how long a text may be that a template puts together: one that is
// doubled in a loop is beyond any machine's memory after 40 rounds.
const mostText = 1 << 20

// bounded are the library's functions by which a text grows.
var bounded = template.FuncMap{
	"printf":  func(format string, args ...any) (string, error) { return bound(fmt.Sprintf(format, args...)) },
	"print":   func(args ...any) (string, error) { return bound(fmt.Sprint(args...)) },
	"println": func(args ...any) (string, error) { return bound(fmt.Sprintln(args...)) },
	"js":      func(args ...any) (string, error) { return bound(template.JSEscaper(args...)) },
}

func bound(text string) (string, error) {
	if len(text) > mostText {
		return "", endless{}
	}
	return text, nil
}

// endless is a run that was ended, with the loop or template that it was in.
type endless struct{ at diag.Place }

func (e endless) Error() string { return "the template goes on without end" }

// A mark begins with a byte that no text has: templates with it are refused, and
// html/template lets none through from values.
func mark(n int) []byte { return binary.BigEndian.AppendUint32([]byte{0}, uint32(n)) }

func markOf(p []byte) (n int, ok bool) {
	if len(p) != 5 || p[0] != 0 {
		return 0, false
	}
	return int(binary.BigEndian.Uint32(p[1:])), true
}

// marking puts marks into templates and knows what each stands for.
type marking struct {
	places []diag.Place
	tree   *parse.Tree
}

// mark puts the marks in. The library must have escaped the templates before.
func (r *edition) mark() {
	m := marking{places: []diag.Place{{File: Folder}}}
	again := recursive(r.set)
	for _, t := range r.set.Templates() {
		if t.Tree == nil {
			continue
		}
		m.tree = t.Tree
		walk(t.Tree.Root, m.node)
		if again[t.Name()] {
			m.put(t.Tree.Root, t.Tree.Root)
		}
	}
	r.marks = m.places
}

func (m *marking) node(n parse.Node) parse.Node {
	if loop, ok := n.(*parse.RangeNode); ok {
		m.put(loop.List, loop)
	}
	return n
}

// put puts a mark at the head of a list.
func (m *marking) put(l *parse.ListNode, at parse.Node) {
	where, _ := m.tree.ErrorContext(at)
	text := &parse.TextNode{NodeType: parse.NodeText, Pos: at.Position(), Text: mark(len(m.places))}
	l.Nodes = slices.Insert(l.Nodes, 0, parse.Node(text))
	m.places = append(m.places, placeOf("template: "+where+": "))
}

// recursive names the templates that can reach themselves: at least one of every
// circle of calls.
func recursive(set *template.Template) map[string]bool {
	calls := map[string][]string{}
	for _, t := range set.Templates() {
		if t.Tree != nil {
			walk(t.Tree.Root, func(n parse.Node) parse.Node {
				if call, ok := n.(*parse.TemplateNode); ok {
					calls[t.Name()] = append(calls[t.Name()], call.Name)
				}
				return n
			})
		}
	}
	found, done, above := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if above[name] {
			found[name] = true
		}
		if done[name] {
			return
		}
		done[name], above[name] = true, true
		for _, next := range calls[name] {
			visit(next)
		}
		delete(above, name)
	}
	for _, name := range slices.Sorted(maps.Keys(calls)) { // in order: a circle is told at the same place each time
		visit(name)
	}
	return found
}
