package start

import (
	"slices"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// dots stand where only the editor knows what to write: a thing that holds them is a draft.
const dots = "…"

// wide is how many letters a line of a comment has.
const wide = 96

// mostIDs is how many ids a comment lists: nobody reads more.
const mostIDs = 12

// sheet is a file that is written for an editor, key by key.
type sheet struct {
	strings.Builder
	desk *Desk
	// given are values that are known, by the keys that lead to them: "to.name".
	given map[string]string
	// wanted are keys that a kind does not require, and an editor should not leave out.
	wanted []string
	// told are the kinds of which the ids are listed: once in a file is enough.
	told map[string]bool
}

// required writes the keys that must be there, each below its meaning.
func (s *sheet) required(shape *records.Shape, indent string) {
	for _, f := range shape.Fields() {
		if f.Required || s.isGiven(f.Key) || slices.Contains(s.wanted, f.Key) {
			s.comment(indent+"# ", meaning.Of(shape, f.Key).In(s.desk.language))
			s.choices(indent+"# ", shape, f)
			s.value(f, indent, indent, f.Key)
		}
	}
}

func (s *sheet) isGiven(key string) bool { _, is := s.given[key]; return is }

// value writes a key with its value: first is what stands before it, path leads to it.
func (s *sheet) value(f records.Field, first, indent, path string) {
	s.WriteString(first + f.Key + ":")
	given, known := s.given[path]
	switch {
	case known:
		s.WriteString(" " + given + "\n")
	case f.Type == records.StructField:
		s.WriteString("\n")
		s.inside(f, indent+"  ", path)
	case f.List:
		s.WriteString(" [" + dots + "]\n")
	default:
		s.WriteString(" " + dots + "\n")
	}
}

// inside writes the keys of a struct: those that must be there, each below its meaning, and the
// others as comments.
func (s *sheet) inside(f records.Field, indent, path string) {
	first := indent
	if f.List {
		first, indent = indent+"- ", indent+"  "
	}
	for _, inner := range requiredFirst(f.Inner) {
		if !inner.Required {
			s.WriteString(indent + "#" + inner.Key + ": " + inner.Example + "\n")
			s.meant(indent+"#     ", f.Inner, inner, false)
			continue
		}
		s.meant(strings.ReplaceAll(first, "-", " ")+"# ", f.Inner, inner, false)
		s.value(inner, first, indent, path+"."+inner.Key)
		first = indent
	}
}

// requiredFirst are the keys of a struct, in an order in which the first cannot be left out.
func requiredFirst(shape *records.Shape) []records.Field {
	fields := shape.Fields()
	slices.SortStableFunc(fields, func(a, b records.Field) int {
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		}
		return 1
	})
	return fields
}

// meant writes what a key means, and what may stand under it.
func (s *sheet) meant(before string, shape *records.Shape, f records.Field, needed bool) {
	text := meaning.Of(shape, f.Key).In(s.desk.language)
	if needed {
		text = s.say("start-needed", text)
	}
	s.comment(before, text)
	s.choices(before, shape, f)
}

// choices lists the words that may stand under a key with what they say, or where the ids are.
func (s *sheet) choices(before string, shape *records.Shape, f records.Field) {
	if f.OneOf != nil {
		words := slices.Clone(f.OneOf)
		for i, word := range words {
			if said := meaning.Value(shape, f.Key, word).In(s.desk.language); said != "" {
				words[i] = word + " (" + said + ")"
			}
		}
		s.comment(before, s.say("start-choices", strings.Join(words, ", ")))
	}
	k, is := kindNamed(f.Ref)
	if !is {
		return
	}
	_, one := meaning.Name(k.Name)
	s.comment(before, s.say("start-ids", k.Path, strings.ToLower(one.In(s.desk.language))))
	ids := s.desk.idsOf(f.Ref)
	if len(ids) == 0 || s.told[f.Ref] {
		return
	}
	s.told[f.Ref] = true
	more := ""
	if len(ids) > mostIDs {
		ids, more = ids[:mostIDs], ", "+dots
	}
	s.comment(before, s.say("start-there-are", strings.Join(ids, ", ")+more))
}

// kindNamed is a kind of which new things can be made.
func kindNamed(name string) (site.Kind, bool) {
	kinds := site.Kinds()
	i := slices.IndexFunc(kinds, func(k site.Kind) bool { return k.Name == name })
	if _, known := outlines[name]; !known || i < 0 {
		return site.Kind{}, false
	}
	return kinds[i], true
}

func (s *sheet) say(word string, args ...any) string {
	return lang.Command.For(s.desk.language).Word(word, args...)
}

// optional writes the other keys as comments, each with an example above its meaning. What has
// keys of its own is written so that these stand in lines of theirs. No blank is behind the "#" of a key:
// who deletes the sign alone has it where it belongs, and programs that open comments do the same.
func (s *sheet) optional(shape *records.Shape, indent string) {
	headed := false
	for _, f := range shape.Fields() {
		if f.Required || s.isGiven(f.Key) || slices.Contains(s.wanted, f.Key) {
			continue
		}
		if !headed {
			s.WriteString("\n")
			s.comment(indent+"# ", s.say("start-optional"))
			headed = true
		}
		if f.Type != records.StructField {
			s.WriteString(indent + "#" + f.Key + ": " + f.Example + "\n")
			s.meant(indent+"#     ", shape, f, false)
			continue
		}
		s.WriteString(indent + "#" + f.Key + ":\n")
		s.meant(indent+"#     ", shape, f, false)
		first, other := indent+"#  ", indent+"#  "
		if f.List {
			first, other = first+"- ", other+"  "
		}
		for _, inner := range requiredFirst(f.Inner) {
			s.WriteString(first + inner.Key + ": " + inner.Example + "\n")
			s.meant(other+"    ", f.Inner, inner, inner.Required)
			first = other
		}
	}
}

// comment writes a text in lines that begin alike, none of them as a key does.
func (s *sheet) comment(before, text string) {
	line := before
	var words []string
	for i, word := range strings.Fields(text) {
		if i > 0 && strings.HasSuffix(word, ":") {
			words[len(words)-1] += " " + word
		} else {
			words = append(words, word)
		}
	}
	for i, word := range words {
		if i > 0 && len(line)+len(word) > wide {
			s.WriteString(strings.TrimRight(line, " ") + "\n")
			line = before
		}
		line += word + " "
	}
	s.WriteString(strings.TrimRight(line, " ") + "\n")
}

// idsOf lists the ids of a kind, in order.
func (d *Desk) idsOf(kind string) (ids []string) {
	for id := range d.ids[kind] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
