package lang

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Keys are the keys of all sentences, sorted.
func (t Theme) Keys() []string { return slices.Sorted(maps.Keys(t)) }

// InAddresses says whether the word of a key is part of addresses.
func InAddresses(key string) bool { return strings.HasPrefix(key, "address-") }

// Both is a sentence in each language, with its holes.
func (t Theme) Both(key string) Both { return Both{t[key].id, t[key].en} }

// Fits says whether a text can stand in place of a sentence: it has the same holes, in
// whatever order.
func (t Theme) Fits(key, text string) bool {
	s, known := t[key]
	return known && slices.Equal(holesOf(s.id), holesOf(text))
}

// With returns the theme with texts in place of some of its sentences, in every language.
// A text that does not fit is left out.
func (t Theme) With(texts map[string]string) Theme {
	with := maps.Clone(t)
	for key, text := range texts {
		if !t.Fits(key, text) {
			continue
		}
		if holesOf(text) != nil {
			text = holeForm.ReplaceAllStringFunc(text, doubled)
		}
		with[key] = sentence{text, text}
	}
	return with
}

// Foreign returns the theme with all sentences marked as of another language than the page
// that they stand on, but those of some keys: see Foreign. What fills their holes is not of
// that language.
func (t Theme) Foreign(tag string, own map[string]string) Theme {
	marked := maps.Clone(t)
	for key, s := range t {
		if _, is := own[key]; !is && !InAddresses(key) {
			marked[key] = sentence{aroundHoles(s.id, tag), aroundHoles(s.en, tag)}
		}
	}
	return marked
}

// aroundHoles marks the words of a sentence.
func aroundHoles(s, tag string) string {
	var b strings.Builder
	mark := func(words string) {
		if strings.ContainsFunc(words, unicode.IsLetter) {
			words = Foreign(words, tag)
		}
		b.WriteString(words)
	}
	last := 0
	for _, at := range holeForm.FindAllStringIndex(s, -1) {
		mark(s[last:at[0]])
		b.WriteString(s[at[0]:at[1]])
		last = at[1]
	}
	mark(s[last:])
	return b.String()
}

// holeForm is a place of a sentence that is filled, by number or in the order in which they
// stand; or a sign for per cent, which fmt wants twice.
var holeForm = regexp.MustCompile(`%(?:\[(\d)\])?[a-z]|%%?`)

// doubled writes a sign for per cent as fmt wants it. Holes stay.
func doubled(found string) string {
	if found == "%" {
		return "%%"
	}
	return found
}

// holesOf lists what a sentence is filled with, sorted: 1s, 2d.
func holesOf(s string) []string {
	var list []string
	next := 1
	for _, m := range holeForm.FindAllStringSubmatch(s, -1) {
		if strings.Trim(m[0], "%") == "" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		list = append(list, strconv.Itoa(next)+m[0][len(m[0])-1:])
		next++
	}
	slices.Sort(list)
	return slices.Compact(list)
}
