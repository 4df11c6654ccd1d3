package records

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
	"blandongan/internal/records/plain"
)

// slice decodes a list; a single value stands for a list of one.
func (d *decoder) slice(f *field, n *yaml.Node, v reflect.Value) {
	if f.inner != nil && f.inner.named >= 0 {
		d.namedEntries(f, n, v)
		return
	}
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		if p := d.noList(f, n, v.Type().Elem()); p != nil {
			d.say(*p)
			return
		}
		items = []*yaml.Node{n}
	}
	if f.areWords() && d.runTogether(f, items) {
		return
	}
	if f.inner == nil {
		items = d.once(items)
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	kept := 0 // a struct that is none is left out: it has no place
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
		case d.unfilled(f.key, item):
			d.standIn(f, item, list.Index(kept))
			if list.Index(kept).IsZero() {
				continue
			}
		default:
			d.value(f, item, list.Index(kept))
		}
		if f.inner == nil || item.Kind == yaml.MappingNode {
			kept++
		}
	}
	v.Set(list.Slice(0, kept))
}

// areWords says whether no entry of a list holds a comma: ids, known values, topics.
func (f *field) areWords() bool { return f.isWords() && (f.ref != "" || f.oneOf != nil || f.words) }

// runTogether reports words of a list that stand as one.
func (d *decoder) runTogether(f *field, items []*yaml.Node) bool {
	first := slices.IndexFunc(items, isSeveral)
	if first < 0 {
		return false
	}
	var words []string
	for _, item := range items {
		words = append(words, several(item)...)
	}
	for i, w := range words {
		if sure := d.words().choice(w, f.oneOf); sure != "" {
			words[i] = sure
		}
	}
	_, list, _ := strings.Cut(f.listLine(words), ": ")
	d.say(d.wrong(f, items[first], "list").WithHint("write-it", diag.Whole(list)))
	return true
}

func isSeveral(item *yaml.Node) bool {
	return item.Kind == yaml.ScalarNode && item.Tag != fault.Hashed && strings.ContainsAny(item.Value, ",;/|\n#") &&
		len(several(item)) > 1
}

// several returns the words that an entry holds: those that commas, semicolons, lines or
// the signs of hashtags part.
func several(item *yaml.Node) []string {
	text := item.Value
	if strings.Contains(text, "&") {
		text = plain.Strip(text) // the end of &amp; parts nothing
	}
	words := apart(text)
	plain := func(tag string) bool { return len(tag) < 2 || tag[0] != '#' }
	if tags := strings.Fields(text); len(words) == 1 && !slices.ContainsFunc(tags, plain) {
		words = nil
		for _, t := range tags {
			words = append(words, t[1:])
		}
	}
	return words
}

// namedEntries decodes keys with values into a list of structs that know their
// key, in the order written.
func (d *decoder) namedEntries(f *field, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		d.notStruct(f, n)
		return
	}
	list := reflect.MakeSlice(v.Type(), 0, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if value.Kind != yaml.MappingNode {
			d.say(diag.At(d.place(key), "wrong-type", key.Value, diag.Word("map"), shapeOf(value)).
				WithHint("write-like", f.example("")))
			continue
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Field(f.inner.named).Set(reflect.ValueOf(Named{strings.TrimSpace(key.Value), d.place(key)}))
		d.keys = append(d.keys, key.Value)
		d.structure(f.inner, value, d.place(key), entry)
		d.keys = d.keys[:len(d.keys)-1]
		list = reflect.Append(list, entry)
	}
	v.Set(list)
}

// once says what a list says again, and leaves it out.
func (d *decoder) once(items []*yaml.Node) []*yaml.Node {
	first, again := distinct(items)
	for _, item := range again {
		d.say(diag.At(d.place(item), "duplicate-entry", strings.TrimSpace(item.Value)).WithHint("markup-drop"))
	}
	return first
}

// distinct parts what a list says first from what it says again: whoever counts
// or shows what it names would do so twice.
func distinct(items []*yaml.Node) (first, again []*yaml.Node) {
	seen := map[string]bool{}
	for _, item := range items {
		word := strings.TrimSpace(item.Value)
		if item.Kind == yaml.ScalarNode && seen[word] && !empty(item) {
			again = append(again, item)
			continue
		}
		seen[word] = true
		first = append(first, item)
	}
	return first, again
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
	case n.Kind == yaml.MappingNode && f.inner != nil && f.inner.completed(n) != "":
		p = p.WithHint("write-it", diag.Whole(f.key+": ["+f.inner.completed(n)+"]"))
	case n.Kind == yaml.MappingNode && entry != textType:
		p = p.WithHint("write-like", f.example(firstWord(n)))
	case f.inner != nil:
		p = p.WithHint("write-like", f.example(d.word(n)))
	case len(d.folded[n]) > 0 && entry.Kind() == reflect.String: // a line was an entry
		p = p.WithHint("write-it", diag.Whole("["+strings.Join(entries(d.folded[n]), ", ")+"]"))
	default:
		return nil
	}
	return &p
}

// entries returns words without the hyphens, commas and blanks around them, each as a
// list in brackets may hold it.
func entries(words []string) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = fault.InBraces(strings.Trim(w, "-, \u00a0"))
	}
	return list
}

// completed writes a map of keys that a declaration knows in braces, with those that it
// requires; "" where that is more than a line, or a key is another.
func (s *Shape) completed(n *yaml.Node) string {
	text := inFlow(n)
	for i := 0; i < len(n.Content); i += 2 {
		if s.field(n.Content[i].Value) == nil {
			return ""
		}
	}
	for i := range s.fields {
		if f := &s.fields[i]; f.required && text != "" && valueOf(n, f.key) == nil {
			text = strings.TrimSuffix(text, "}") + ", " + f.key + ": " + f.unsaid() + "}"
		}
	}
	return text
}

// inFlow writes a value in brackets, "" where that is more than a line.
func inFlow(n *yaml.Node) string {
	var parts []string
	for i, child := range n.Content {
		text := inFlow(child)
		switch {
		case text == "":
			return ""
		case n.Kind == yaml.MappingNode && i%2 == 1:
			parts[len(parts)-1] += ": " + text
		default:
			parts = append(parts, text)
		}
	}
	text := strings.Join(parts, ", ")
	switch {
	case n.Kind == yaml.MappingNode:
		text = "{" + text + "}"
	case n.Kind == yaml.SequenceNode:
		text = "[" + text + "]"
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		text = string(diag.Quoted(n.Value))
	default:
		text = fault.InBraces(n.Value)
	}
	if len(text) > longestRetyped {
		return ""
	}
	return text
}

// keysOnly returns the keys of a map without values: braces in the place of
// brackets.
func keysOnly(n *yaml.Node) []string {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		if !empty(n.Content[i+1]) {
			return nil
		}
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}
