package start

import (
	"slices"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/records"
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
}

// required writes the keys that must be there, each below its meaning.
func (s *sheet) required(shape *records.Shape, indent string) {
	for _, f := range shape.Fields() {
		if f.Required || s.isGiven(f.Key) || slices.Contains(s.wanted, f.Key) {
			s.comment(indent+"# ", meaning.Of(shape, f.Key).In(s.desk.language))
			s.choices(indent+"# ", f)
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
		first := indent + "  "
		if f.List {
			first = indent + "  - "
		}
		for _, inner := range f.Inner.Fields() {
			if inner.Required {
				s.value(inner, first, strings.ReplaceAll(first, "-", " "), path+"."+inner.Key)
				first = strings.ReplaceAll(first, "-", " ")
			}
		}
	case f.List:
		s.WriteString(" [" + dots + "]\n")
	default:
		s.WriteString(" " + dots + "\n")
	}
}

// choices lists the words that may stand under a key, or the ids.
func (s *sheet) choices(before string, f records.Field) {
	if f.OneOf != nil {
		s.comment(before, s.say("start-choices", strings.Join(f.OneOf, ", ")))
	}
	ids := s.desk.idsOf(f.Ref)
	if len(ids) == 0 {
		return
	}
	more := ""
	if len(ids) > mostIDs {
		ids, more = ids[:mostIDs], ", "+dots
	}
	s.comment(before, s.say("start-there-are", strings.Join(ids, ", ")+more))
}

func (s *sheet) say(word string, args ...any) string {
	return lang.Command.For(s.desk.language).Word(word, args...)
}

// optional writes the other keys as comments, each with an example above its meaning.
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
		s.WriteString(indent + "# " + f.Key + ": " + f.Example + "\n")
		s.comment(indent+"#     ", meaning.Of(shape, f.Key).In(s.desk.language))
		if f.OneOf != nil {
			s.comment(indent+"#     ", s.say("start-choices", strings.Join(f.OneOf, ", ")))
		}
	}
}

// comment writes a text in lines that begin alike.
func (s *sheet) comment(before, text string) {
	line := before
	for i, word := range strings.Fields(text) {
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
