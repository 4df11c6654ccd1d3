package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
)

// In YAML a blank and "#" begin a comment, and what follows is gone without a
// word: of "title: Keran #3 dibuka" a title "Keran" is left. Numbers and hashtags
// are daily bread of news, so a "#" with a letter at once behind it is taken for
// text, and one with a blank for a note of the editor's.
//
// What the editor meant is found by asking the library: the text is read again
// with each such "#" in disguise, as a character that means nothing to YAML.
// Where it then stands in a text without quotes, it was cut; where it stands in a
// quoted one, nothing was; where the text cannot be read like that, a note was
// meant, or something else is wrong too.

// hash is a "#" that may have cut a text.
type hash struct {
	at, end int  // of its byte, and of its line's end
	alone   bool // on its line
	colons  int  // how many colons behind it are in disguise too
}

const (
	disguise      = rune(0xF0000) // and those after it, one for each hash
	disguiseColon = rune(0x10FFFD)
	// maxHashes and maxReread bound what a hostile file costs.
	maxHashes = 1000
	maxReread = 4 << 20 // bytes read again, in all
)

// hashesIn finds every "#" that may have cut a text. Honest files have none, and
// cost one pass of a fast search.
func hashesIn(text []byte) []hash {
	var found []hash
	for from := 0; len(found) < maxHashes; {
		i := bytes.IndexByte(text[from:], '#')
		if i < 0 {
			break
		}
		at := from + i
		from = at + 1
		if at == 0 || !isBlank(text[at-1]) || from == len(text) || !sticks(text[from:]) {
			continue
		}
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		h := hash{at: at, end: end}
		h.alone = len(bytes.TrimLeft(text[bytes.LastIndexByte(text[:at], '\n')+1:at], " \t")) == 0
		if h.colonBefore(text) {
			h.colons = 1
		}
		if !h.alone || isProse(string(text[at+1:end])) {
			found = append(found, h)
		}
	}
	return found
}

// colonBefore says whether a colon seems to be part of the text behind a hash: it
// stands before what would end an entry in brackets.
func (h hash) colonBefore(text []byte) bool {
	line := text[h.at:h.end]
	colon, end := bytes.Index(line, []byte(": ")), bytes.IndexAny(line, ",]}")
	return colon >= 0 && (end < 0 || colon < end)
}

// sticks says whether text stands at once behind a "#": no blank, no rule of
// "####" or "#----", no disguise that somebody brought along.
func sticks(rest []byte) bool {
	r, _ := utf8.DecodeRune(rest)
	return !unicode.IsSpace(r) && !strings.ContainsRune("#-=*~_!", r) && r < disguise
}

// isProse says whether words may stand behind a "#" on a line of its own.
func isProse(note string) bool {
	r, _ := utf8.DecodeRuneInString(note)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isKept says whether a line looks like YAML that was put out of use, "#alt: Keran",
// where the value of a key would begin.
func (h hash) isKept(text []byte) bool {
	return h.alone && keptKey.Match(text[h.at+1:h.end])
}

var keptKey = regexp.MustCompile(`^[\w-]+:( |$)`)

// hashed marks a text that a "#" had cut, and that is whole again.
const hashed = "!hash"

// beforeHash returns a value as YAML cut it, where no more can be meant: a word of
// a list, an id, a date. That it was cut has been said.
func (f *field) beforeHash(n *yaml.Node, free bool) *yaml.Node {
	if n.Tag != hashed || free && f.ref == "" && f.oneOf == nil {
		return n
	}
	cut := *n
	if cut.Value = strings.TrimSpace(n.Value[:strings.IndexByte(n.Value, '#')]); cut.Value == "" {
		cut.Value = strings.TrimLeft(n.Value, "#")
	}
	return &cut
}

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
func readHashes(file string, first int, text []byte, doc *yaml.Node, err error) (*yaml.Node, error, diag.List) {
	found := hashesIn(text)
	if len(found) == 0 || bytes.Contains(text, []byte(string(disguise))[:2]) {
		return doc, err, nil
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
	return r.doc, r.err, r.problems
}

// hide disguises as many hashes as the text can be read with, and returns the
// others.
func (r *reread) hide(found []hash) (notes []hash) {
	var trailing, alone []hash
	for _, h := range found {
		if h.alone {
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
	return append(rest, r.hideSome(alone)...)
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
			typed = append(typed, l)
		} else {
			lost = append(lost, l)
		}
	})
	return lost, typed
}

// signed returns what YAML took from the beginning of a text as its own.
func (r *reread) signed(n *yaml.Node) string {
	c := checker{text: r.text}
	switch {
	case n.Anchor != "":
		return "&" + n.Anchor + " "
	case n.Style&yaml.TaggedStyle != 0:
		return n.Tag + " "
	case strings.HasPrefix(c.from(n), "! "):
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
				n.Tag = hashed
			}
		}
	})
}

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
	return diag.At(s.at(l.first), "hash-note", diag.Whole(gone)).WithHint("quote-or-note", diag.Quoted(l.whole), diag.Whole(spaced(gone)))
}

// leftOver is about hashes that cannot be part of a text without quotes: behind a
// text in quotes, a bracket or the key of a list, and on a line that stands too far
// left for the block of lines above. Others on a line of their own are notes.
func (s *speaker) leftOver(notes []hash) (problems diag.List) {
	for _, h := range notes {
		gone := diag.Whole(strings.TrimSpace(string(s.text[h.at:h.end])))
		switch {
		case !h.alone:
			problems = append(problems, diag.At(s.at(h), "hash-note", gone).WithHint("note-form", diag.Whole(spaced(string(gone)))))
		case s.leavesBlock(h):
			problems = append(problems, diag.At(s.at(h), "hash-cuts-text", gone).WithHint("indent-like"))
		}
	}
	return problems
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
