package fault

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// speaker says what a "#" has done.
type speaker struct {
	ruler *diag.Ruler
	shift int
	text  []byte
}

func (s *speaker) at(h hash) diag.Place {
	place := s.ruler.Place(h.at)
	place.Line += s.shift
	return place
}

// cutAt is about a text that lost its end.
func cutAt(at diag.Place, whole string) diag.Problem {
	gone := whole[strings.IndexByte(whole, '#'):]
	p := diag.At(at, "hash-cuts-text", diag.Whole(gone))
	if words := tagsOnly(whole); len(words) > 1 {
		return p.WithHint("hash-list", diag.Whole("["+strings.Join(words, ", ")+"]"), diag.Quoted(whole))
	}
	return p.WithHint("quote-or-note", diag.Quoted(whole), diag.Whole(spaced(gone)))
}

// note is about a word that is whole without what follows, which may be a note.
func (s *speaker) note(l landed) diag.Problem {
	gone := l.whole[strings.IndexByte(l.whole, '#'):]
	p := diag.At(s.at(l.first), "hash-note", diag.Whole(gone))
	if l.was == "!!bool" || l.was == "!!timestamp" { // quotes would make a text of what is none
		return p.WithHint("note-space", diag.Whole(spaced(gone)))
	}
	return p.WithHint("quote-or-note", diag.Quoted(l.whole), diag.Whole(spaced(gone)))
}

// leftOver is about hashes that cannot be part of a text without quotes: behind a
// text in quotes, a bracket or the key of a list, and on a line that stands too far
// left for the block of lines above. Others on a line of their own are notes.
func (s *speaker) leftOver(notes []hash) (problems diag.List) {
	for _, h := range notes {
		gone := diag.Whole(strings.TrimSpace(string(s.text[h.at:h.end])))
		switch {
		case h.edge:
			p := diag.At(s.at(h), "hash-note", gone)
			if whole := s.joined(h); whole != "" {
				problems = append(problems,
					p.WithHint("quote-or-note", diag.Quoted(whole), diag.Whole(spaced(string(gone)))))
			} else {
				problems = append(problems, p.WithHint("note-form", diag.Whole(spaced(string(gone)))))
			}
		case !h.alone:
			problems = append(problems, diag.At(s.at(h), "hash-note", gone).
				WithHint("note-form", diag.Whole(spaced(string(gone)))))
		case s.leavesBlock(h):
			problems = append(problems, diag.At(s.at(h), "hash-cuts-text", gone).WithHint("indent-like"))
		}
	}
	return problems
}

// joined returns the text without quotes above a line at the very left with that
// line behind it, as it would be if the line began further in; "" without one.
func (s *speaker) joined(h hash) string {
	above := bytes.TrimRight(s.text[:h.at], "\n")
	above = above[bytes.LastIndexByte(above, '\n')+1:]
	deep := len(above) - len(bytes.TrimLeft(above, " ")) + len("- ")
	text := slices.Concat(s.text[:h.at], bytes.Repeat([]byte(" "), deep), s.text[h.at:])
	h.at, h.end = h.at+deep, h.end+deep
	doc, _ := compose(masked(text, []hash{h}))
	whole := ""
	scalars(doc, func(n *yaml.Node) {
		if n.Style == 0 && strings.IndexFunc(n.Value, disguised) > 0 {
			whole = shown(n.Value)
		}
	})
	if is, _ := compose([]byte(upTo(whole, "#"))); is == nil || is.Content[0].Tag != "!!str" { // a date and the like
		return ""
	}
	return whole
}

var blockHead = regexp.MustCompile(`(?:^|[:-] +)[|>][-+0-9]* *(?:#.*)?$`)

// leavesBlock says whether a line stands deeper than the key of a block of lines
// above it, and yet not as deep as those.
func (s *speaker) leavesBlock(h hash) bool {
	lines := strings.Split(string(s.text[:h.at]), "\n")
	depth := len(lines[len(lines)-1])
	for i := len(lines) - 2; i >= 0; i-- {
		text := strings.TrimLeft(lines[i], " ")
		if at := len(lines[i]) - len(text); text != "" && at < depth {
			for strings.HasPrefix(text, "- ") && strings.ContainsRune(text, ':') {
				text = strings.TrimLeft(text[1:], " ")
			}
			return len(lines[i])-len(text) < depth && blockHead.MatchString(lines[i])
		}
	}
	return false
}

// spaced is a note as it is written when it is one.
func spaced(note string) string { return "# " + strings.TrimLeft(note, "# ") }

// tagsOnly returns the words of a text of nothing but hashtags.
func tagsOnly(text string) []string {
	words := strings.Fields(text)
	for i, w := range words {
		if words[i] = strings.Trim(w, "#,"); words[i] == "" || w[0] != '#' {
			return nil
		}
	}
	return words
}

// flowHash finds a "#" that cut a text inside brackets, and with it the bracket's
// end: without that, the library tells of a comma far away.
func flowHash(file string, first int, text []byte) *diag.Problem {
	if !bytes.Contains(text, []byte(" #")) {
		return nil
	}
	lines := strings.Split(string(text), "\n")
	tokens, notes := scanNotes(lines)
	for _, n := range notes {
		line := lines[n.line]
		if n.flow == 0 || !sticks([]byte(line[n.at+1:]+" ")) && !strings.ContainsAny(line[n.at:], "]}") {
			continue
		}
		from := n.at
		for _, t := range tokens {
			if t.line == n.line && t.end <= n.at && t.kind == 'a' {
				from = t.at
			} else if t.line == n.line && t.at < n.at {
				from = n.at
			}
		}
		entry := upTo(line[from:], ",]}")
		place := diag.Place{File: file, Line: first + n.line, Col: column(line, n.at)}
		p := cutAt(place, strings.TrimSpace(entry))
		return &p
	}
	return nil
}
