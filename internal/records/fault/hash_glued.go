package fault

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// A "#" needs no blank before it where YAML expects no text: behind a closing
// quotation mark, a bracket, a comma or the sign of a block of lines. Of
// title: "Keran"#3 dibuka a title "Keran" is left.

// mayGlue says whether a "#" stands where it may begin a comment without a blank.
func mayGlue(text []byte) bool {
	for from := 1; from < len(text); {
		i := bytes.IndexByte(text[from:], '#')
		if i < 0 {
			return false
		}
		if bytes.IndexByte([]byte("\"'[]{},|>+-"), text[from+i-1]) >= 0 {
			return true
		}
		from += i + 1
	}
	return false
}

// glued is a "#" that stands at once behind a token, or behind none that is known.
type glued struct {
	note   token
	before *token
	lines  []string
}

func gluedIn(lines []string) (found []glued) {
	tokens, notes := scanNotes(lines)
	for _, n := range notes {
		line := lines[n.line]
		if n.at == 0 || isBlank(line[n.at-1]) || !sticks([]byte(line[n.at+1:]+" ")) {
			continue
		}
		g := glued{note: n, lines: lines}
		if i := slices.IndexFunc(tokens, func(t token) bool { return t.endLine == n.line && t.end == n.at }); i >= 0 {
			g.before = &tokens[i]
		}
		found = append(found, g)
	}
	return found
}

// readGlued tells what such a "#" takes from a text that can be read without.
func readGlued(file string, first int, text []byte, doc *yaml.Node) (problems diag.List) {
	if !mayGlue(text) {
		return nil
	}
	var was []string
	scalars(doc, func(n *yaml.Node) { was = append(was, n.Value) })
	cost := 0
	for _, g := range gluedIn(strings.Split(string(text), "\n")) {
		if cost += len(text); cost > maxReread {
			break
		}
		if g.takes(was) {
			problems = append(problems, g.problem(file, first))
		}
	}
	return problems
}

// takes asks the library whether the "#" begins a comment: without it, it reads
// something else.
func (g *glued) takes(was []string) bool {
	anew := slices.Clone(g.lines)
	line := anew[g.note.line]
	anew[g.note.line] = line[:g.note.at] + string(disguise) + line[g.note.at+1:]
	doc, err := compose([]byte(strings.Join(anew, "\n")))
	if err != nil {
		return true
	}
	var is []string
	scalars(doc, func(n *yaml.Node) { is = append(is, shown(n.Value)) })
	return !slices.Equal(was, is)
}

func (g *glued) problem(file string, first int) diag.Problem {
	line := g.lines[g.note.line]
	place := diag.Place{File: file, Line: first + g.note.line, Col: column(line, g.note.at)}
	gone := strings.TrimSpace(line[g.note.at:])
	switch entry, _ := g.quoted(); {
	case entry != "":
		p := diag.At(place, "yaml-syntax", diag.Word("yaml-after-quote"))
		return p.WithHint("quote-text", diag.Quoted(entry)).Typing(entry)
	case g.before != nil && strings.IndexByte("[{,", g.before.kind) >= 0:
		return cutAt(place, upTo(gone, ",]}"))
	}
	return diag.At(place, "hash-note", diag.Whole(gone)).WithHint("note-form", diag.Whole(spaced(gone)))
}

// quoted returns the text that a quoted one and what stands behind it make, and the
// line with quotes around both; "" where it is none, or more than a line.
func (g *glued) quoted() (entry, anew string) {
	t := g.before
	if t == nil || t.kind != '"' || t.line != t.endLine {
		return "", ""
	}
	line := g.lines[t.line]
	entry = line[t.at:]
	if t.flow > 0 {
		entry = line[t.at:t.end] + upTo(line[t.end:], ",]}")
	}
	rest := line[t.at+len(entry):]
	entry = strings.TrimSpace(entry)
	return entry, line[:t.at] + string(diag.Quoted(entry)) + rest
}

// flowGlued finds such a "#" that took a bracket's end away with it, so that the text
// cannot be read.
func flowGlued(file string, first int, text []byte) *diag.Problem {
	if !mayGlue(text) {
		return nil
	}
	lines := strings.Split(string(text), "\n")
	for _, g := range gluedIn(lines) {
		if g.note.flow == 0 || g.before == nil {
			continue
		}
		p := g.problem(file, first)
		if entry, anew := g.quoted(); entry != "" && cures(lines, g.note.line+1, anew) {
			return &p
		}
		if anew, list, plain := hashesQuoted(lines[g.note.line]); anew != "" && cures(lines, g.note.line+1, anew) {
			p = diag.At(p.Place, "hash-cuts-text", p.Args[0]).WithHint("hash-list", diag.Whole(plain), diag.Whole(list))
			return &p
		}
	}
	return nil
}

// hashesQuoted puts each word of a line's list that begins with "#" in quotes. It
// returns the line, the list of it, and that list with the words but without the "#".
func hashesQuoted(line string) (anew, list, plain string) {
	from := strings.IndexByte(line, '[')
	to := strings.LastIndexByte(line, ']')
	if from < 0 || to < from || strings.ContainsAny(line[from+1:to], "[]{}\"'") {
		return "", "", ""
	}
	var quoted, bare []string
	for _, w := range strings.Split(line[from+1:to], ",") {
		w = strings.TrimSpace(w)
		bare = append(bare, strings.TrimLeft(w, "#"))
		if strings.Contains(w, "#") {
			w = string(diag.Quoted(w))
		}
		quoted = append(quoted, w)
	}
	list, plain = "["+strings.Join(quoted, ", ")+"]", "["+strings.Join(bare, ", ")+"]"
	return line[:from] + list + line[to+1:], list, plain
}
