package records

import (
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
)

// asTyped returns a list or a map of a few words as it stands in the file, "" where
// it is more than that. Brackets that begin a text, and a colon within one, make such
// out of what an editor meant as text.
func asTyped(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	pair := n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Column == n.Content[0].Column
	if n.Style&yaml.FlowStyle == 0 && !pair {
		return ""
	}
	var words []string
	for i, child := range n.Content {
		word := asTyped(child)
		switch {
		case word == "" && child.Tag != "!!null":
			return ""
		case n.Kind == yaml.SequenceNode || i%2 == 0:
			words = append(words, word)
		case child.Tag != "!!null" && !pair:
			return "" // keys with values are no text
		case child.Tag != "!!null":
			words[len(words)-1] += ": " + word
		}
	}
	text := strings.Join(words, ", ")
	switch {
	case n.Kind == yaml.SequenceNode:
		return "[" + text + "]"
	case pair:
		return text
	}
	return "{" + text + "}"
}

// firstWord returns the first value in a list or map that is a text.
func firstWord(n *yaml.Node) string {
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if word := firstWord(child); word != "" {
			return word
		}
	}
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	return ""
}

// cut reports a text that a comma has cut.
func (d *decoder) cut(n *yaml.Node) bool {
	if n.Tag != fault.Split {
		return false
	}
	d.say(diag.At(d.place(n), "yaml-syntax", diag.Word("yaml-split")).WithHint("quote-text", diag.Quoted(n.Value)))
	return true
}

// lastPiece returns what stands behind the last comma of a value that was cut.
func lastPiece(n *yaml.Node) string {
	if n.Tag != fault.Split {
		return ""
	}
	return strings.TrimSpace(n.Value[strings.LastIndexByte(n.Value, ',')+1:])
}

// beforeHash returns a value as YAML cut it, where no more can be meant: a word of
// a list, an id, a date. That it was cut has been said.
func (f *field) beforeHash(n *yaml.Node, free bool) *yaml.Node {
	if n.Tag != fault.Hashed || free && f.ref == "" && f.oneOf == nil {
		return n
	}
	cut := *n
	if cut.Value = strings.TrimSpace(n.Value[:strings.IndexByte(n.Value, '#')]); cut.Value == "" {
		cut.Value = strings.TrimLeft(n.Value, "#")
	}
	return &cut
}
