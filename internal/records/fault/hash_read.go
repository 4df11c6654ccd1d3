package fault

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// reread is a text read with some of its hashes in disguise.
type reread struct {
	text     []byte
	doc      *yaml.Node
	err      error
	hidden   []hash
	problems diag.List
	cost     int
}

// readHashes reads text again as it was meant, if a "#" has cut it: doc and err
// are what the library made of it. The problems do not spoil what is read, for
// the cut texts are whole in it.
func readHashes(file string, first int, text []byte, doc *yaml.Node, err error) (*yaml.Node, diag.List, error) {
	found := hashesIn(text)
	if len(found) == 0 || bytes.Contains(text, []byte(string(disguise))[:2]) {
		return doc, nil, err
	}
	r := reread{text: text, doc: doc, err: err}
	notes := r.hide(found)
	lost, typed := r.part(doc)
	s := speaker{ruler: diag.NewRuler(file, text), shift: first - 1, text: text}
	for _, l := range lost {
		r.problems = append(r.problems, cutAt(s.at(l.first), l.whole))
	}
	for _, l := range typed {
		r.problems = append(r.problems, s.note(l))
	}
	if r.err == nil {
		r.problems = append(r.problems, s.leftOver(notes)...)
	}
	r.keep(lost)
	return r.doc, r.problems, r.err
}

// hide disguises as many hashes as the text can be read with, and returns the
// others.
func (r *reread) hide(found []hash) (notes []hash) {
	var trailing, alone []hash
	for _, h := range found {
		if h.edge {
			if r.doc == nil || !r.try(h) { // else it stands in quotes
				notes = append(notes, h)
			}
		} else if h.alone {
			alone = append(alone, h)
		} else {
			trailing = append(trailing, h)
		}
	}
	before := r.err
	rest := r.hideSome(trailing)
	if before != nil && r.err == nil { // what could not be read before another was hidden, may now
		rest = r.hideSome(rest)
	}
	return append(append(rest, r.hideSome(alone)...), notes...)
}

// hideSome tries all, then those of a line, then each in turn.
func (r *reread) hideSome(list []hash) (rest []hash) {
	if r.try(list...) {
		return nil
	}
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].end == list[0].end {
			n++
		}
		if n == 1 || !r.try(list[:n]...) {
			rest = append(rest, r.hideEach(list[:n])...)
		}
		list = list[n:]
	}
	return rest
}

func (r *reread) hideEach(list []hash) (rest []hash) {
	for _, h := range list {
		ok := r.try(h)
		for _, n := range []int{0, len(r.text)} {
			if h.colons != n && !ok && bytes.IndexByte(r.text[h.at:h.end], ':') >= 0 {
				h.colons = n
				ok = r.try(h)
			}
		}
		if !ok {
			rest = append(rest, h)
		}
	}
	return rest
}

// try reads the text with more hashes in disguise, and keeps what comes out if
// that went well: it could be read, and no line of a list became words of a text.
func (r *reread) try(more ...hash) bool {
	if len(more) == 0 {
		return true
	}
	if r.cost += len(r.text); r.cost > maxReread {
		return false
	}
	hidden := append(r.hidden[:len(r.hidden):len(r.hidden)], more...)
	doc, err := compose(masked(r.text, hidden))
	if err != nil || r.err == nil && nodes(doc) < nodes(r.doc) {
		return false
	}
	r.hidden, r.doc, r.err = hidden, doc, nil
	return true
}

// masked returns text with hashes in disguise, each in its own.
func masked(text []byte, hidden []hash) []byte {
	at := map[int]rune{}
	for i, h := range hidden {
		at[h.at] = disguise + rune(i)
		for j, n := h.at, h.colons; j < h.end && n > 0; j++ {
			if text[j] == ':' {
				at[j] = disguiseColon
				n--
			}
		}
	}
	out := make([]byte, 0, len(text)+4*len(at))
	for i, c := range text {
		if r, ok := at[i]; ok {
			out = utf8.AppendRune(out, r)
		} else {
			out = append(out, c)
		}
	}
	return out
}

func nodes(n *yaml.Node) int {
	if n == nil {
		return 0
	}
	sum := 1
	for _, child := range n.Content {
		sum += nodes(child)
	}
	return sum
}

// landed is a text without quotes that has hashes in it.
type landed struct {
	first hash
	node  *yaml.Node
	whole string
	was   string // what YAML took the text for that was left
}

// part returns the texts in which hashes have come to stand: those that lost words,
// and apart from them numbers, dates and the like, where a note may be meant.
func (r *reread) part(before *yaml.Node) (lost, typed []landed) {
	was := map[[2]int]*yaml.Node{}
	scalars(before, func(n *yaml.Node) { was[[2]int{n.Line, n.Column}] = n })
	scalars(r.doc, func(n *yaml.Node) {
		i := strings.IndexFunc(n.Value, disguised)
		if i < 0 || n.Style&^yaml.TaggedStyle != 0 {
			return
		}
		c, _ := utf8.DecodeRuneInString(n.Value[i:])
		if i == 0 && r.hidden[c-disguise].isKept(r.text) {
			return
		}
		l := landed{first: r.hidden[c-disguise], node: n, whole: r.signed(n) + shown(n.Value)}
		old := was[[2]int{n.Line, n.Column}]
		if old != nil && old.Style == 0 && old.Value != "" && old.Tag != "!!str" && old.Tag != "!!null" {
			l.was = old.Tag
			typed = append(typed, l)
		} else {
			lost = append(lost, l)
		}
	})
	return lost, typed
}

// signed returns what YAML took from the beginning of a text as its own.
func (r *reread) signed(n *yaml.Node) string {
	l := Lines{text: r.text}
	switch {
	case n.Anchor != "":
		return "&" + n.Anchor + " "
	case n.Style&yaml.TaggedStyle != 0:
		return n.Tag + " "
	case strings.HasPrefix(l.from(n), "! "):
		return "! "
	}
	return ""
}

func scalars(n *yaml.Node, do func(*yaml.Node)) {
	if n == nil {
		return
	}
	if n.Kind == yaml.ScalarNode {
		do(n)
	}
	for _, child := range n.Content {
		scalars(child, do)
	}
}

func disguised(c rune) bool { return c >= disguise && c < disguise+maxHashes }

// shown takes the disguises off.
func shown(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == disguiseColon:
			return ':'
		case disguised(c):
			return '#'
		}
		return c
	}, s)
}

// keep reads the text a last time with only those hashes in disguise that have
// cut a text, and takes the disguises off.
func (r *reread) keep(lost []landed) {
	if len(r.hidden) == 0 {
		return
	}
	var cut []hash
	for _, l := range lost {
		for _, c := range l.node.Value {
			if disguised(c) {
				cut = append(cut, r.hidden[c-disguise])
			}
		}
	}
	if len(cut) < len(r.hidden) {
		r.doc, r.err = compose(masked(r.text, cut))
	}
	scalars(r.doc, func(n *yaml.Node) {
		if s := shown(n.Value); s != n.Value {
			n.Value = s
			if n.Style&yaml.TaggedStyle == 0 {
				n.Tag = Hashed
			}
		}
	})
}
