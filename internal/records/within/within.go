// Package within finds keys that stand within a text: below a text of lines ("|" or ">") whoever
// begins a line a little too deep makes words of a key.
//
// In come the lines of YAML and what a kind declares; out come problems. YAML is right about such
// a text, and so nothing is read otherwise: it is told. A line is taken for a key only where that
// key may stand, or a language beside others, and is not written there.
package within

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// tooDeep is by how many blanks a key most likely stands too deep; what stands deeper is text.
const tooDeep = 3

var (
	keyLine  = regexp.MustCompile(`^( *)((?:- +)*)([a-zA-Z_][a-zA-Z0-9_-]*):(?: +(.*))?$`)
	block    = regexp.MustCompile(`^[|>][-+0-9]*(?: +#.*)?$`)
	language = regexp.MustCompile(`^[a-z]{2}$`)
)

// key is one that is written, with those inside it.
type key struct {
	name  string
	depth int
	above *key
	has   map[string]bool
}

// suspect is a line within a text that looks like a key beside that of the text.
type suspect struct {
	line, col int // from 1
	name      string
	text      *key
}

// Find returns the keys that stand within texts of a file. With entries its keys are ids, below
// which stands what the shape declares.
func Find(file string, text []byte, shape *records.Shape, entries bool) (problems diag.List) {
	front := strings.HasSuffix(file, ".md")
	if front { // in Markdown below it they stand in tables
		if end := bytes.Index(text, []byte("\n---")); end >= 0 {
			line, _, _ := bytes.Cut(text[end+1:], []byte("\n"))
			if len(bytes.TrimRight(line, " \r")) == len("---") {
				text = text[:end]
			}
		}
	}
	if bytes.IndexByte(text, '|') < 0 && bytes.IndexByte(text, '>') < 0 {
		return nil
	}
	for _, s := range suspects(string(text), front) {
		if !s.text.above.has[s.name] && mayStand(s, shape, entries) {
			p := diag.At(diag.Place{File: file, Line: s.line, Col: s.col}, "key-in-text", s.name, s.text.name)
			problems = append(problems, p.WithHint("key-or-text", s.name, s.text.name).About(s.name+":"))
		}
	}
	return problems
}

// suspects reads lines, not YAML: what it takes for the keys above a line decides nothing alone.
func suspects(lines string, front bool) (found []suspect) {
	at := &key{depth: -1, has: map[string]bool{}}
	var text *key // whose lines are being read
	n := 0
	for l := range strings.SplitSeq(lines, "\n") {
		l = strings.TrimRight(l, " \r")
		if n++; front && l == "---" {
			if n > 1 {
				break
			}
			continue
		}
		depth := len(l) - len(strings.TrimLeft(l, " "))
		m := keyLine.FindStringSubmatch(l)
		if l == "" || text == nil && m == nil {
			continue
		}
		if text != nil && depth > text.depth {
			if m != nil && m[2] == "" && depth <= text.depth+tooDeep {
				found = append(found, suspect{n, depth + 1, m[3], text})
			}
			continue
		}
		if text = nil; m == nil {
			continue
		}
		for at.depth >= depth+len(m[2]) || m[2] != "" && at.name == "-" && at.depth >= depth {
			at = at.above
		}
		if m[2] != "" { // an entry of a list has keys of its own
			at = &key{name: "-", depth: depth, above: at, has: map[string]bool{}}
		}
		at.has[m[3]] = true
		one := &key{name: m[3], depth: depth + len(m[2]), above: at, has: map[string]bool{}}
		if at = one; block.MatchString(m[4]) {
			text = one
		}
	}
	return found
}

// mayStand says whether a key is declared beside that of the text, or both are languages.
func mayStand(s suspect, shape *records.Shape, entries bool) bool {
	var way []string
	for k := s.text.above; k != nil; k = k.above {
		if k.name != "" && k.name != "-" {
			way = append(way, k.name)
		}
	}
	slices.Reverse(way)
	if entries && len(way) > 0 {
		way = way[1:]
	}
	named := false
	for i, name := range way {
		if named { // a name of an entry
			named = false
			continue
		}
		f := fieldOf(shape, name)
		if f == nil {
			return false
		}
		if f.Inner == nil {
			return f.Type == records.TextField && i == len(way)-1 && language.MatchString(s.name) &&
				language.MatchString(s.text.name)
		}
		shape, named = f.Inner, f.Named
	}
	return fieldOf(shape, s.name) != nil && fieldOf(shape, s.text.name) != nil
}

func fieldOf(shape *records.Shape, name string) *records.Field {
	list := shape.Fields()
	if i := slices.IndexFunc(list, func(f records.Field) bool { return f.Key == name }); i >= 0 {
		return &list[i]
	}
	return nil
}
