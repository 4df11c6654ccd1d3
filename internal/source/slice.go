package source

import (
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// slice decodes a list; a single value stands for a list of one.
func (d *decoder) slice(f *field, n *yaml.Node, v reflect.Value) {
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		if p := d.noList(f, n, v.Type().Elem()); p != nil {
			d.say(*p)
			return
		}
		items = []*yaml.Node{n}
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	kept := 0 // a struct that is none is left out: it has no place
	seen := map[string]bool{}
	told := false
	for _, item := range items {
		switch {
		case empty(item):
			d.say(diag.At(d.place(item), "empty-value", f.key))
		case f.inner != nil && item.Kind == yaml.ScalarNode:
			if !told { // all of them are words, most likely
				d.say(d.wrong(f, item, "maps").WithHint("write-like", f.example(d.word(item))))
			}
			told = true
		case item.Kind == yaml.ScalarNode && seen[item.Value]:
			d.say(diag.At(d.place(item), "duplicate-entry", item.Value))
			fallthrough
		default:
			seen[item.Value] = true
			d.value(f, item, list.Index(kept))
		}
		if f.inner == nil || item.Kind == yaml.MappingNode {
			kept++
		}
	}
	v.Set(list.Slice(0, kept))
}

func (d *decoder) wrong(f *field, n *yaml.Node, want diag.Word) diag.Problem {
	return diag.At(d.place(n), "wrong-type", f.key, want, shapeOf(n))
}

// noList says what is wrong with a single value in the place of a list, nil if
// it may be there.
func (d *decoder) noList(f *field, n *yaml.Node, entry reflect.Type) *diag.Problem {
	p := d.wrong(f, n, "list")
	switch {
	case n.Kind == yaml.MappingNode && f.inner == nil && len(keysOnly(n)) > 0:
		p = p.WithHint("write-it", "["+strings.Join(keysOnly(n), ", ")+"]")
	case n.Kind == yaml.MappingNode && entry != textType:
		p = p.WithHint("list-item")
	case f.inner != nil:
		p = p.WithHint("write-like", f.example(d.word(n)))
	case n.Kind == yaml.ScalarNode && (f.ref != "" || f.oneOf != nil) && strings.Contains(n.Value, ","):
		p = p.WithHint("write-it", "["+n.Value+"]")
	default:
		return nil
	}
	return &p
}

// keysOnly returns the keys of a map without values: braces in the place of
// brackets.
func keysOnly(n *yaml.Node) []string {
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		if !empty(n.Content[i+1]) {
			return nil
		}
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}
