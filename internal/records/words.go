package records

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
)

// Words are what editors may take for keys and values: words of their language, and
// of other programs. All are in small letters, with "_" between their parts in keys
// and a blank in values. A word may mean several things; the first counts that can
// stand where it stands.
type Words struct {
	Keys, Values map[string][]string
	// Shown are keys of other programs that say whether a thing is published, and
	// the key of ours that says the opposite.
	Shown map[string]string
	// Public and Withheld are its values, beside yes and no.
	Public, Withheld []string
	// Needless are keys of other programs that say nothing here.
	Needless []string
	// True and False are words for what is written true and false here.
	True, False []string
}

// meant returns the key that an unknown one most likely stands for, "" when
// nobody can tell.
func (s *Shape) meant(word string, nearest func(string, []string) string) string {
	if f := s.known(word); f != nil {
		return f.key
	}
	return nearest(word, s.keys)
}

// known returns the field of which a word is another name.
func (s *Shape) known(word string) *field {
	for _, key := range s.words.Keys[strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(word))] {
		if f := s.field(key); f != nil {
			return f
		}
	}
	return nil
}

// choice returns the value that a word most likely stands for, "" when nobody can tell.
func (w *Words) choice(word string, among []string) string {
	parts := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(" _-\t\n", r) })
	word = strings.ToLower(strings.Join(parts, " "))
	for _, v := range among {
		if strings.ToLower(v) == word {
			return v
		}
	}
	for _, v := range w.Values[word] {
		if slices.Contains(among, v) {
			return v
		}
	}
	return ""
}

// truth reads yes and no in the words of people.
func (w *Words) truth(word string) (is, ok bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	return slices.Contains(w.True, word), slices.Contains(w.True, word) || slices.Contains(w.False, word)
}

// mostListed is how many keys a hint lists. Nobody would find the right one of more.
const mostListed = 100

// unknownKey reports a key of a map, with what to type instead as far as that can be
// told, and returns the key it most likely means, if any.
func (d *decoder) unknownKey(s *Shape, n, key, value *yaml.Node) *field {
	p := diag.At(d.place(key), "unknown-key", key.Value)
	if line, known := s.shownLine(key.Value, value); known {
		d.say(lineOrNone(p, line))
		return nil
	}
	if f := s.known(key.Value); f != nil {
		d.say(d.instead(p, s, f, s.writtenBefore(f, n, key), value).Typing(key.Value))
		return f
	}
	if slices.Contains(s.words.Needless, strings.ToLower(key.Value)) {
		d.say(p.WithHint("key-needless"))
		return nil
	}
	if near := diag.Nearest(key.Value, s.keys); near != "" {
		d.say(p.WithHint("did-you-mean", near).Typing(key.Value))
		return s.field(near)
	}
	if placed, ok := d.elsewhere(p, s, n, key, value); ok {
		d.say(placed)
	} else if len(s.keys) > mostListed {
		d.say(p.WithHint("key-by-text").Typing(key.Value))
	} else {
		d.say(p.WithHint("known-keys", listed{s.keys}).Typing(key.Value))
	}
	return nil
}

func lineOrNone(p diag.Problem, line string) diag.Problem {
	if line == "" {
		return p.WithHint("key-needless")
	}
	return p.WithHint("write-it", diag.Whole(line))
}

// shownLine is what to type for a key that says whether a thing is published: nothing,
// where it is.
func (s *Shape) shownLine(key string, value *yaml.Node) (line string, known bool) {
	opposite := s.words.Shown[strings.ToLower(key)]
	if opposite == "" || s.field(opposite) == nil || value.Kind != yaml.ScalarNode {
		return "", false
	}
	word := strings.ToLower(strings.TrimSpace(value.Value))
	shown, ok := s.words.truth(word)
	switch {
	case ok && !shown, slices.Contains(s.words.Withheld, word):
		return opposite + ": true", true
	}
	return "", ok || slices.Contains(s.words.Public, word)
}

// instead tells what to type for a key by another name.
func (d *decoder) instead(p diag.Problem, s *Shape, f *field, there, value *yaml.Node) diag.Problem {
	switch {
	case s.secret:
		return p.WithHint("did-you-mean", f.key)
	case there == nil:
	case sameWord(there, value):
		return p.WithHint("key-needless")
	case f.isWords() && wordsOf(there) != nil && wordsOf(value) != nil:
		joined := f.listLine(append(wordsOf(there), wordsOf(value)...))
		if joined == f.listLine(wordsOf(there)) {
			return p.WithHint("key-needless")
		}
		return p.WithHint("key-joined", f.key, there.Line, diag.Whole(joined))
	default:
		return p.WithHint("key-taken", f.key, there.Line)
	}
	if f.isPattern(value) {
		return p.WithHint("key-needless")
	}
	if line := s.line(f, value); line != "" {
		return p.WithHint("write-it", diag.Whole(line))
	}
	if f.inner != nil && value.Kind == yaml.ScalarNode && !empty(value) {
		return p.WithHint("write-like", f.example(firstWord(value)))
	}
	return p.WithHint("did-you-mean", f.key)
}

func sameWord(a, b *yaml.Node) bool {
	scalars := a.Kind == yaml.ScalarNode && b.Kind == yaml.ScalarNode
	return scalars && strings.TrimSpace(a.Value) == strings.TrimSpace(b.Value)
}

// writtenBefore returns the value of a key where it is written already: by its name, or
// above by another.
func (s *Shape) writtenBefore(f *field, n, key *yaml.Node) *yaml.Node {
	if there := valueOf(n, f.key); there != nil {
		return there
	}
	for i := 0; i < len(n.Content) && n.Content[i] != key; i += 2 {
		if s.known(n.Content[i].Value) == f && !f.isPattern(n.Content[i+1]) {
			return n.Content[i+1]
		}
	}
	return nil
}

// isPattern tells the rule by which another program makes addresses from an address.
func (f *field) isPattern(value *yaml.Node) bool {
	if !f.isPath() || value.Kind != yaml.ScalarNode {
		return false
	}
	return strings.Contains("/"+value.Value, "/:") || strings.ContainsAny(value.Value, "{}")
}

func valueOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// line writes a key of ours with a value that stands behind another, "" where the value
// is more than a line, or none for the key.
func (s *Shape) line(f *field, value *yaml.Node) string {
	if f.isWords() {
		words := wordsOf(value)
		if f.oneOf != nil {
			for i, w := range words {
				words[i] = s.words.choice(w, f.oneOf)
			}
		}
		if len(words) == 0 || slices.Contains(words, "") {
			return ""
		}
		return f.listLine(words)
	}
	if value.Kind == yaml.SequenceNode && f.takesText() {
		if words := wordsOf(value); len(words) > 0 {
			return f.key + ": " + fault.InBraces(strings.Join(words, ", "))
		}
	}
	word := value.Kind == yaml.ScalarNode && !empty(value) && f.inner == nil
	if !word || strings.Contains(value.Value, "\n") || len(value.Value) > longestRetyped {
		return ""
	}
	return s.scalarLine(f, value)
}

func (s *Shape) scalarLine(f *field, value *yaml.Node) string {
	word := strings.TrimSpace(value.Value)
	t := f.typ
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch literal, ok := reflect.New(t).Interface().(Literal); {
	case f.oneOf != nil:
		if word = s.words.choice(word, f.oneOf); word == "" {
			return ""
		}
	case t.Kind() == reflect.Bool:
		is, ok := s.words.truth(word)
		if !ok {
			return ""
		}
		return f.key + ": " + boolean(is)
	case ok && literal.ReadLiteral(word) != nil:
		return ""
	case value.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 || value.Tag == fault.Hashed:
		word = string(diag.Quoted(word))
	}
	return f.key + ": " + word
}

func boolean(is bool) string {
	if is {
		return "true"
	}
	return "false"
}

// isWords says whether a field holds a list of words.
func (f *field) isWords() bool { return f.typ.Kind() == reflect.Slice && f.inner == nil }

// wordsOf returns the words of a list, or those that commas part.
func wordsOf(n *yaml.Node) []string {
	var words []string
	switch n.Kind {
	case yaml.SequenceNode:
		for _, item := range n.Content {
			word := firstWord(item)
			if word == "" {
				return nil
			}
			words = append(words, strings.TrimSpace(word))
		}
	case yaml.ScalarNode:
		words = apart(n.Value)
	}
	return words
}

// apart returns the words that commas, semicolons, strokes or lines part. Without
// blanks around it, a slash is part of a word.
func apart(text string) []string {
	var words []string
	text = strings.NewReplacer(" / ", ",", " | ", ",").Replace(text)
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		if w = strings.TrimSpace(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// listLine writes words as a list, each once; of addresses their paths.
func (f *field) listLine(words []string) string {
	var list []string
	for _, w := range words {
		if f.isPath() {
			w = pathOf(w)
		}
		if w = fault.InBraces(w); !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return f.key + ": [" + strings.Join(list, ", ") + "]"
}

// isPath says whether the values of a field are addresses within the site.
func (f *field) isPath() bool { return strings.HasPrefix(f.like, "/") }

func pathOf(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		_, address, _ = strings.Cut(rest, "/")
	}
	return "/" + strings.TrimLeft(address, "/")
}

// elsewhere finds the place of a key that is one of ours, but not here: within one of
// the keys here, or around.
func (d *decoder) elsewhere(p diag.Problem, s *Shape, n, key, value *yaml.Node) (diag.Problem, bool) {
	for _, outer := range slices.Backward(d.outer) {
		if outer.field(key.Value) != nil {
			return p.WithHint("key-outside", outer.keys[0]), true
		}
	}
	var within, inner *field
	for i := range s.fields {
		f := &s.fields[i]
		if f.inner == nil || f.inner.named >= 0 {
			continue
		}
		if g := f.inner.field(key.Value); g != nil {
			if within != nil {
				return p, false // more than one wants it
			}
			within, inner = f, g
		}
	}
	if within == nil || within.inner.secret {
		return p, false
	}
	line := within.inner.line(inner, value)
	there := valueOf(n, within.key)
	switch {
	case line == "" || there != nil && within.typ.Kind() == reflect.Slice:
		return p.WithHint("key-inside", within.key), true
	case there != nil:
		return p.WithHint("key-inside-line", within.key, there.Line, diag.Whole(line)), true
	}
	if value.Kind == yaml.ScalarNode && value.Style == 0 && inner.takesText() {
		line = inner.key + ": " + fault.InBraces(strings.TrimSpace(value.Value))
	}
	line = "{" + line + "}"
	if within.typ.Kind() == reflect.Slice {
		line = "[" + line + "]"
	}
	return p.WithHint("write-it", diag.Whole(within.key+": "+line)), true
}
