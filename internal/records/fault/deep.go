package fault

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// Whoever deletes the "#" of a key that was a comment leaves the blank behind it. The key then
// stands deeper than those beside it, below one that has its value already, and YAML
// cannot read it. Such a text is read again without these blanks.

// deepKey is a line whose key stands too deep.
type deepKey struct {
	line     int // from 0
	to, from int // how many blanks it should begin with, and does
	key      string
	doubtful bool // words in the line above may go on here
}

// readDeep returns a text that cannot be read as it was meant, what the library makes of it, and
// the keys that it has moved.
func readDeep(text []byte, err error) ([]byte, *yaml.Node, []deepKey, error) {
	lines := strings.Split(string(text), "\n")
	keys := deepKeys(lines)
	if keys == nil || len(text) > maxReread {
		return text, nil, nil, err
	}
	for _, k := range keys {
		lines[k.line] = lines[k.line][k.from-k.to:]
	}
	meant := []byte(strings.Join(lines, "\n"))
	doc, fault := compose(meant)
	if fault != nil {
		return text, nil, nil, err
	}
	return meant, doc, keys, nil
}

var keyAtStart = regexp.MustCompile(`^( *)((?:- +)*)([a-zA-Z_][a-zA-Z0-9_-]*:)(?: +(.*))?$`)

// level is the depth of some keys: as typed, and as meant.
type level struct {
	depth, to int
	filled    bool // the last of them has a value: nothing can stand deeper
}

// deepKeys finds the keys that stand below one with a value and a little deeper; nil where
// it cannot be told what was meant.
func deepKeys(lines []string) (keys []deepKey) {
	open := []level{{depth: -1}}
	if slices.ContainsFunc(lines, func(l string) bool { return l != "" && l[0] != ' ' && keyAtStart.MatchString(l) }) {
		open = append(open, level{filled: true})
	}
	right := map[int]bool{} // the depths of keys that stand where they should
	words, block := -1, -1  // the line of a text that may go on below it; how deep a block's key is
	for i, l := range lines {
		t := strings.TrimLeft(l, " ")
		depth, m := len(l)-len(t), keyAtStart.FindStringSubmatch(strings.TrimRight(l, " \r"))
		if t == "" || t[0] == '#' || block >= 0 && depth > block {
			continue
		}
		block = -1
		if m == nil && (strings.HasPrefix(t, "- ") || depth > open[len(open)-1].depth) {
			continue // a word of a list, or more of the text above
		}
		if m == nil || quote(l) > 0 || unclosed(l) > 0 || unopened(l) > 0 {
			return nil
		}
		inner, top, marked := depth+len(m[2]), len(open)-1, strings.IndexByte("[{\"'", (m[4] + " ")[0]) >= 0
		for open[top].depth > depth {
			top--
		}
		shut := top < len(open)-1 && open[top].depth < depth
		open = open[:top+1]
		above, now := open[top], level{depth: inner, to: inner, filled: m[4] != "" && m[4][0] != '#'}
		switch {
		case m[2] != "":
		case shut || above.filled && above.depth < depth && right[depth]:
			return nil // it may belong to what stands deeper above
		case above.filled && (depth > above.to+3 || depth > above.to+1 && words == i-1):
			return nil // it may belong to the text above
		case above.depth == depth:
			now.to, open = above.to, open[:top]
		case above.filled:
			now.to = above.to
		}
		if right[inner] = now.to == inner; !right[inner] {
			keys = append(keys, deepKey{i, now.to, inner, m[3], i > 0 && words == i-1 && !marked})
		}
		switch {
		case strings.ContainsAny(m[4], " ") && !marked:
			words = i
		case now.filled && (m[4][0] == '|' || m[4][0] == '>'):
			block = depth
		}
		open = append(open, now)
	}
	return keys
}

// asTyped puts places back to where a text was typed, and tells of its keys that stood
// too deep.
func (r *Reading) asTyped(file string, first int, keys []deepKey) {
	by, others := map[int]int{}, r.Meant
	for _, k := range keys {
		by[first+k.line] = k.from - k.to
		p := diag.At(diag.Place{File: file, Line: first + k.line, Col: k.to + 1}, "yaml-syntax", diag.Word("yaml-deep"))
		p = p.WithHint("delete-blanks").About(strings.Repeat(" ", k.from-k.to) + k.key)
		if k.from == k.to+1 && !k.doubtful { // of more, some may have been meant
			p = p.SafelyMendedBy(k.key)
		}
		r.Meant = append(r.Meant, p)
	}
	for i := range others {
		r.Meant[i].Place.Col += by[others[i].Place.Line]
	}
	shift(r.Root, first-1, by)
}
