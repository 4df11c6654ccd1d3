package records

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/fault"
)

// Found is what a record names: other things by id, and what few records have.
type Found struct {
	Refs    []Ref
	details *Details // nil where there are none: of most articles, once their words are read
}

// Details are what was found besides.
type Details struct {
	// Past are dates that should have come already.
	Past []Ref
	// Texts are what visitors read.
	Texts []Written
	// Prose is every piece of text that is written in words, in the order of the file.
	Prose []Said
	// Numbers are problems with numbers, to be told by whoever knows their units.
	Numbers diag.List
	// Ambiguous are numbers like 1.354: Kind is the key, ID the word.
	Ambiguous []Ref
	// Unfilled are the keys of values in whose place dots stand, in the order of the file, with
	// those that lead there, origin.name: see problem "unfilled". Lacking says that one of these
	// is required and no words, for which the dots can stand.
	Unfilled []string
	Lacking  bool
}

// Details returns what was found besides.
func (f *Found) Details() Details {
	if f.details == nil {
		return Details{}
	}
	return *f.details
}

// WithoutProse is what was found but for Prose, which takes more memory than the rest.
func (f Found) WithoutProse() Found {
	d := f.Details()
	d.Prose = nil
	return Found{f.Refs, d.kept()}
}

// kept are the details, nil if there are none.
func (d Details) kept() *Details {
	if len(d.Past)+len(d.Texts)+len(d.Prose)+len(d.Numbers)+len(d.Ambiguous)+len(d.Unfilled) == 0 {
		return nil
	}
	return &d
}

// Written is a text, and where it is written.
type Written struct {
	Text Text
	// Keys lead to it: office.hours.
	Keys  string
	Place diag.Place
	// Languages are those that it names: ID is the language.
	Languages []Ref
}

// Said is a piece of text as readers see it, and where its value begins.
type Said struct {
	// Keys lead to it, Language is that under which it is written, "" where that is not said.
	Keys, Language, Text string
	Place                diag.Place
}

// Ref is an id of something of a kind, and where it is written.
type Ref struct {
	Kind, ID string
	Place    diag.Place
}

// Decode fills v, a pointer to a struct of the given shape, with what the
// record holds, and returns everything it names. All faults are found; what is
// faulty is left at its zero value.
func (r *Record) Decode(s *Shape, v any) (Found, diag.List) {
	if t, ok := v.(interface{ texts() *Texts }); ok {
		return t.texts().decode(r, s)
	}
	d := decoder{file: r.File, folded: r.folded}
	value := reflect.ValueOf(v).Elem()
	if r.root == nil || !r.WellFormed {
		if r.WellFormed {
			d.missing(s, r.Place, nil)
		}
		d.setPlaces(s, value, r.Place, nil)
		return Found{d.refs, d.besides.kept()}, d.problems
	}
	d.structure(s, r.root, r.Place, value)
	return Found{d.refs, d.besides.kept()}, d.problems
}

type decoder struct {
	file     string
	folded   map[*yaml.Node][]string
	problems diag.List
	refs     []Ref
	besides  Details
	outer    []*Shape // those around what is read
	keys     []string // those that lead to it
}

func (d *decoder) place(n *yaml.Node) diag.Place {
	return diag.Place{File: d.file, Line: n.Line, Col: n.Column}
}

func (d *decoder) say(p diag.Problem) { d.problems = append(d.problems, p) }

// structure decodes a map into a struct. start is where faults of the whole are
// reported.
func (d *decoder) structure(s *Shape, n *yaml.Node, start diag.Place, v reflect.Value) {
	d.outer = append(d.outer, s)
	defer func() { d.outer = d.outer[:len(d.outer)-1] }()
	var room [24]placed
	written := room[:0]
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := s.field(key.Value)
		if f == nil {
			if meant := d.unknownKey(s, n, key, value); meant != nil { // one fault, one problem: not missing too
				written = append(written, placed{meant.key, spotOf(key, misread)})
			}
			continue
		}
		if empty(value) {
			d.emptyValue(f, value)
			written = append(written, placed{key: f.key}) // written, if empty: not missing too
			continue
		}
		if d.unfilled(f.key, value) {
			d.standIn(f, value, v.Field(f.index))
			written = append(written, placed{f.key, spotOf(value, misread)})
			continue
		}
		written = append(written, placed{f.key, spotOf(value, wholeValue)})
		if other := s.field(lastPiece(value)); other != nil { // a key without its colon, not a text with a comma
			d.say(diag.At(d.place(value), "empty-value", other.key))
			written = append(written, placed{other.key, spotOf(value, misread)})
			continue
		}
		before, numbers := len(d.problems), len(d.besides.Numbers)
		d.keys = append(d.keys, f.key)
		d.value(f, value, v.Field(f.index))
		d.keys = d.keys[:len(d.keys)-1]
		if d.problems[before:].HasErrors() || len(d.besides.Numbers) > numbers {
			written = append(written, placed{f.key, spotOf(value, misread)})
			if x := v.Field(f.index); x.Kind() == reflect.Pointer && isNumber(x.Type().Elem().Kind()) {
				x.SetZero() // what could not be read is no number, and not 0
			}
		}
		written = appendEntries(written, f, value)
	}
	d.missing(s, start, written)
	d.setPlaces(s, v, start, written)
}

func spotOf(n *yaml.Node, w what) spot { return spotAt(n.Line, n.Column, w) }

// appendEntries notes where the words of a list stand, but for ids: those are
// in Found.
func appendEntries(written []placed, f *field, n *yaml.Node) []placed {
	if n.Kind == yaml.SequenceNode && f.ref == "" && f.inner == nil {
		entries, _ := distinct(n.Content)
		for _, entry := range entries {
			if f.words && entry.Kind == yaml.ScalarNode && AreDots(entry.Value) {
				continue // it is left out
			}
			written = append(written, placed{f.key, spotOf(entry, oneEntry)})
		}
	}
	return written
}

func (s *Shape) field(key string) *field {
	for i := range s.fields {
		if s.fields[i].key == key {
			return &s.fields[i]
		}
	}
	return nil
}

// emptyValue reports a key without a value where one is required, or where the key says
// nothing without; elsewhere an empty value is one not written.
func (d *decoder) emptyValue(f *field, n *yaml.Node) {
	if f.required || f.filled {
		d.say(diag.At(d.place(n), "empty-value", f.key).WithHint("write-like", f.example("")))
	}
}

// unfilled reports a value of which only the dots are there that an example shows for
// words.
func (d *decoder) unfilled(key string, n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || !AreDots(n.Value) {
		return false
	}
	d.say(diag.At(d.place(n), "unfilled", key, strings.TrimSpace(n.Value)).WithHint("fill-in"))
	path := slices.Compact(append(slices.Clone(d.keys), key)) // an entry of a list lies within its key already
	d.besides.Unfilled = append(d.besides.Unfilled, strings.Join(path, "."))
	return true
}

// AreDots says whether a value is only the dots that an example shows for words.
func AreDots(value string) bool {
	word := strings.TrimSpace(value)
	return len(word) >= len("...") && strings.Trim(word, ".…") == ""
}

// standIn lets the dots stand where words should, as far as any words may: what is not
// written yet can be looked at so.
func (d *decoder) standIn(f *field, n *yaml.Node, v reflect.Value) {
	switch free := f.oneOf == nil && f.ref == "" && f.like == "" && f.inner == nil && !f.words; {
	case v.Type() == textType:
		v.Addr().Interface().(*Text).plain = strings.TrimSpace(n.Value)
	case free && v.Kind() == reflect.String && !v.Addr().Type().Implements(literalType):
		v.SetString(strings.TrimSpace(n.Value))
	default:
		d.besides.Lacking = d.besides.Lacking || f.required
	}
}

func (d *decoder) missing(s *Shape, at diag.Place, written []placed) {
	for i := range s.fields {
		f := &s.fields[i]
		if f.required && !slices.ContainsFunc(written, func(w placed) bool { return w.key == f.key }) {
			d.say(diag.At(at, "missing-key", f.key).WithHint("write-like", f.example("")))
		}
	}
}

func (d *decoder) setPlaces(s *Shape, v reflect.Value, start diag.Place, written []placed) {
	if s.places < 0 {
		return
	}
	*v.Field(s.places).Addr().Interface().(*Places) = placesIn(d.file, start, written)
}

// value decodes one value into a field of any accepted type.
func (d *decoder) value(f *field, n *yaml.Node, v reflect.Value) {
	n = f.beforeHash(n, v.Kind() == reflect.String || v.Kind() == reflect.Slice || v.Type() == textType)
	switch {
	case f.inner != nil && v.Kind() != reflect.Slice && n.Kind != yaml.MappingNode:
		d.notStruct(f, n)
	case f.inner != nil && v.Kind() != reflect.Slice && f.inner.isText(n):
		d.say(diag.At(d.place(n), "wrong-type", f.key, diag.Word("map"), diag.Word("text")).
			WithHint("write-like", f.example(strings.Join(keysOnly(n), ", "))))
	case v.Kind() == reflect.Pointer && !v.Type().Implements(literalType):
		v.Set(reflect.New(v.Type().Elem()))
		d.value(f, n, v.Elem())
	case v.Type() == textType:
		d.text(f, n, v.Addr().Interface().(*Text))
	case v.CanAddr() && v.Addr().Type().Implements(literalType):
		d.literal(f, n, v.Addr().Interface().(Literal))
	case v.Kind() == reflect.Slice:
		d.slice(f, n, v)
	case v.Kind() == reflect.Struct:
		d.structure(f.inner, n, d.place(n), v)
	default:
		d.scalar(f, n, v)
	}
}

func (d *decoder) wrongType(f *field, n *yaml.Node, want diag.Word) {
	p := diag.At(d.place(n), "wrong-type", f.key, want, shapeOf(n))
	text := asTyped(n)
	switch {
	case f.oneOf != nil && d.words().choice(firstWord(n), f.oneOf) != "":
		p = p.WithHint("write-it", f.key+": "+d.words().choice(firstWord(n), f.oneOf))
	case f.oneOf != nil:
		p = p.WithHint("write-like", f.example(""))
	case f.ref != "":
		p = p.WithHint("write-it", diag.Whole(f.key+": "+firstWord(n)))
	case want == "text" && !f.required && f.takesText() && personsIn(n) != nil: // a title may well be in brackets
		p = p.WithHint("write-it", diag.Whole(f.key+": "+fault.InBraces(strings.Join(personsIn(n), ", "))))
	case want != "text" && want != "texts":
		p = p.WithHint("write-like", f.example(""))
	case text != "":
		p = p.WithHint("quote-text", diag.Quoted(text))
	default:
		p = p.WithHint("write-like", f.example(firstWord(n)))
	}
	d.say(p)
}

// personsIn returns what a list of persons or a map of one names, where a text should be;
// nil for other things.
func personsIn(n *yaml.Node) (list []string) {
	switch n.Kind {
	case yaml.MappingNode:
		if keys := keysOnly(n); len(keys) > 0 {
			return keys
		}
		for _, key := range []string{"name", "nama"} {
			if v := valueOf(n, key); v != nil && v.Kind == yaml.ScalarNode && !empty(v) {
				return []string{strings.TrimSpace(v.Value)}
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			of := personsIn(item)
			if of == nil {
				return nil
			}
			list = append(list, of...)
		}
	case yaml.ScalarNode:
		if !empty(n) {
			return []string{strings.TrimSpace(n.Value)}
		}
	}
	return list
}

// notStruct reports what stands where keys with values should. Nothing is set:
// a struct that was not there has no place either.
func (d *decoder) notStruct(f *field, n *yaml.Node) {
	given := firstWord(n)
	d.say(diag.At(d.place(n), "wrong-type", f.key, diag.Word("map"), shapeOf(n)).
		WithHint("write-like", f.example(given)))
}

// isText says whether braces hold words and no keys, none of them ours.
func (s *Shape) isText(n *yaml.Node) bool {
	words := keysOnly(n)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return s.meant(w, diag.Nearest) != "" })
}

func (d *decoder) text(f *field, n *yaml.Node, t *Text) {
	switch n.Kind {
	case yaml.ScalarNode:
		if !d.cut(n) {
			t.plain = d.word(n)
			d.markup(n, t.plain)
			d.said(n, "", t.plain)
			d.wrote(n, *t, nil)
		}
	case yaml.MappingNode:
		if len(keysOnly(n)) > 0 {
			d.bracedText(f, n)
			return
		}
		if len(n.Content) == 2 && !languageLike.MatchString(n.Content[0].Value) {
			d.wrongType(f, n, "texts") // a text with a colon
			return
		}
		var languages []Ref
		for i := 0; i < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			languages = append(languages, Ref{ID: key.Value, Place: d.place(key)})
			if value.Kind != yaml.ScalarNode || empty(value) {
				d.say(diag.At(d.place(value), "wrong-type", key.Value, diag.Word("text"), shapeOf(value)))
				continue
			}
			if d.unfilled(key.Value, value) {
				t.in = append(t.in, Translation{key.Value, strings.TrimSpace(value.Value)})
			} else if !d.cut(value) {
				word := d.word(value)
				d.markup(value, word)
				d.said(value, key.Value, word)
				t.in = append(t.in, Translation{key.Value, word})
			}
		}
		d.wrote(n, *t, languages)
	default:
		d.wrongType(f, n, "texts")
	}
}

// wrote notes a text.
func (d *decoder) wrote(n *yaml.Node, t Text, languages []Ref) {
	d.besides.Texts = append(d.besides.Texts, Written{t, strings.Join(d.keys, "."), d.place(n), languages})
}

// said notes what is written in words, in whatever field.
func (d *decoder) said(n *yaml.Node, language, text string) {
	d.besides.Prose = append(d.besides.Prose, Said{strings.Join(d.keys, "."), language, text, d.place(n)})
}

var languageLike = regexp.MustCompile(`^[A-Za-z]{2,3}(-|$)`)

var languageGlued = regexp.MustCompile(`^([a-z]{2}):(\S.*)$`)

// bracedText is about words in braces where a text should be: they are text, or
// languages without the blank behind their colon.
func (d *decoder) bracedText(f *field, n *yaml.Node) {
	p := diag.At(d.place(n), "wrong-type", f.key, diag.Word("texts"), shapeOf(n))
	keys := keysOnly(n)
	for i, key := range keys {
		m := languageGlued.FindStringSubmatch(key)
		if m == nil {
			d.say(p.WithHint("quote-text", diag.Quoted(asTyped(n))))
			return
		}
		keys[i] = m[1] + ": " + fault.InBraces(m[2])
	}
	d.say(p.WithHint("write-it", diag.Whole(f.key+": {"+strings.Join(keys, ", ")+"}")))
}

// word returns a scalar as text: its literal, whatever YAML takes it for, so
// that 36.10 and 0812 stay what was written.
func (d *decoder) word(n *yaml.Node) string {
	word := strings.TrimSpace(n.Value)
	if strings.ContainsFunc(word, unprintable) {
		d.say(diag.At(d.place(n), "yaml-syntax", diag.Word("yaml-control")))
		return ""
	}
	return word
}

// unprintable are control characters, and those that are none.
func unprintable(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

func (d *decoder) literal(f *field, n *yaml.Node, l Literal) {
	if n.Kind != yaml.ScalarNode {
		d.say(d.wrong(f, n, "text").WithHint("write-like", f.example("")))
		return
	}
	word := d.word(n)
	if p := l.ReadLiteral(word); p != nil {
		p.Place = d.place(n)
		d.say(p.Typing(n.Value))
		return
	}
	if f.past {
		d.besides.Past = append(d.besides.Past, Ref{Kind: f.key, ID: word, Place: d.place(n)})
	}
	d.refer(f, n)
}

func (d *decoder) refer(f *field, n *yaml.Node) {
	if f.ref != "" {
		d.refs = append(d.refs, Ref{Kind: f.ref, ID: strings.TrimSpace(n.Value), Place: d.place(n)})
	}
}

func (d *decoder) scalar(f *field, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.ScalarNode {
		d.wrongType(f, n, wordFor(v.Kind()))
		return
	}
	word := d.word(n)
	switch v.Kind() {
	case reflect.String:
		if f.oneOf != nil && !contains(f.oneOf, word) {
			d.notAllowed(f, n, word)
			return
		}
		if !d.cut(n) {
			v.SetString(word)
			d.refer(f, n)
			if f.ref == "" && f.oneOf == nil && f.like == "" {
				d.markup(n, word)
				d.said(n, "", word)
			}
		}
	case reflect.Bool:
		if word != "true" && word != "false" {
			d.noTruth(f, n)
			return
		}
		v.SetBool(word == "true")
	case reflect.Int:
		d.integer(n, word, v)
	case reflect.Float64:
		d.float(f, n, word, v)
	}
}

func wordFor(k reflect.Kind) diag.Word {
	switch k {
	case reflect.Bool:
		return "yes-no"
	case reflect.Int:
		return "whole-number"
	case reflect.Float64:
		return "number"
	}
	return "text"
}

func (d *decoder) notAllowed(f *field, n *yaml.Node, word string) {
	p := diag.At(d.place(n), "value-not-allowed", f.key, word)
	near := diag.Nearest(word, f.oneOf)
	switch sure := d.words().choice(word, f.oneOf); {
	case sure != "" && f.isWords():
		p = p.WithHint("write-it", sure)
	case sure != "":
		p = p.WithHint("write-it", f.key+": "+sure)
	case near != "":
		p = p.WithHint("did-you-mean", near)
	default:
		p = p.WithHint("allowed", listed{f.oneOf})
	}
	d.say(p.Typing(word))
}

func (d *decoder) words() *Words { return &d.outer[len(d.outer)-1].words }

// noTruth reports what is neither true nor false, though it may be meant so.
func (d *decoder) noTruth(f *field, n *yaml.Node) {
	is, ok := d.words().truth(n.Value)
	if !ok {
		d.wrongType(f, n, "yes-no")
		return
	}
	d.say(d.wrong(f, n, "yes-no").WithHint("write-it", f.key+": "+boolean(is)))
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// listed prints words for a hint: a, b, c.
type listed struct{ words []string }

func (l listed) String() string { return strings.Join(l.words, ", ") }
