package schema

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
	"blandongan/internal/site/value"
)

// What is edited by form: kinds of which each thing has a file, and the files of which there is one.
// Forms have no place for keys that editors choose themselves, as sources, indicators and the pages' words
// have; who may publish where, and how the desk works, is not for a press office.
var (
	formFolders = []string{
		site.KindNews, site.KindKecamatan, site.KindProgram, site.KindVisit, site.KindAdoption, site.KindPage,
	}
	formFiles = []string{site.KindCity, site.KindSite}
)

// kindsOf returns kinds by their names, in that order.
func kindsOf(names []string) (kinds []site.Kind) {
	all := site.Kinds()
	for _, name := range names {
		kinds = append(kinds, all[slices.IndexFunc(all, func(k site.Kind) bool { return k.Name == name })])
	}
	return kinds
}

// Look takes note of how a file is written. What the reader takes in several forms, a form's program has
// in one: a list of one without its brackets and a text in one language would be lost where others are asked for.
func (m *Maker) Look(file string, text []byte) {
	name, translated := site.KindOf(file)
	if name == "" || translated {
		return
	}
	record, _ := site.Parse(file, text, m.markdown)
	k := kindsOf([]string{name})[0]
	if held, is := record.Plain().(map[string]any); is && !k.Keyed {
		m.look(k.Shape, held, way{kind: name})
	}
}

// way is how one comes to a value: through the keys of a kind.
type way struct {
	kind, top, keys string
	listed          bool // within an entry of a list: of no matter for what was seen
}

func (w way) to(key string) way {
	if w.top == "" {
		w.top = key
	}
	w.keys = path.Join(w.keys, key)
	return w
}

func (w way) inList() way { w.listed = true; return w }

// seen is what was seen of a key in the files of a kind.
type seen struct{ plain, each, alone bool }

func (m *Maker) look(s *records.Shape, held map[string]any, w way) {
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		one := held[f.Key]
		if one == nil || f.Named {
			continue
		}
		to := w.to(f.Key)
		note := m.ways[to]
		list, isList := one.([]any)
		if note.alone = note.alone || f.List && !isList; !f.List || !isList {
			list = []any{one}
		}
		for _, x := range list {
			inner, isMap := x.(map[string]any)
			note.each = note.each || isMap
			note.plain = note.plain || !isMap && x != nil
			if isMap && f.Inner != nil {
				m.look(f.Inner, inner, to)
			}
		}
		m.ways[to] = note
	}
}

// inLanguages says whether the form asks for a text in each language: where files have it so, and where
// none has it and the site has several.
func (m *Maker) inLanguages(w way) bool {
	w.listed = false
	note := m.ways[w]
	return len(m.languages) > 1 && (note.each || !note.plain)
}

// long are keys whose texts take more than a line.
var long = map[string]bool{
	"summary": true, "description": true, "definition": true, "note": true, "editor_note": true, "text": true,
	"step": true, "output": true, "problem": true, "saw": true, "statement": true, "method": true,
	"how_to_ask": true, "offer": true, "minimum_scale": true, "missing": true, "notice": true, "question": true,
	"alt": true, "core": true, "adaptable": true, "prerequisites": true, "not_for": true, "lessons": true,
	"unknowns": true, "expectations": true, "adapted": true,
}

// photo is the declaration of pictures that lie in the folder of all.
const photo = "site.Photo"

// picture says whether a key names a picture's file.
func picture(s *records.Shape, f *records.Field) bool {
	return f.Key == "file" && f.Like != "" && strings.HasPrefix(s.Name(), "site.")
}

// dated says whether a value is one whole date, as calendars in forms pick it.
func dated(f *records.Field) bool {
	_, is := f.Of.(*value.Date)
	return is
}

// moment says whether a value is a date that may have a time.
func moment(f *records.Field) bool {
	_, is := f.Of.(*value.Moment)
	return is
}

// choices are the words that may stand for a key, each with what a form calls it: a closed list, or the
// ids of things that forms do not edit.
func (m *Maker) choices(s *records.Shape, f *records.Field) (list []object) {
	for _, word := range f.OneOf {
		said := meaning.Value(s, f.Key, word).Plain().In(m.language)
		list = append(list, object{{"label", said}, {"value", word}})
	}
	if f.Ref != "" {
		for _, id := range m.site.IDs(f.Ref) {
			list = append(list, object{{"label", m.nameOf(f.Ref, id)}, {"value", id}})
		}
	}
	return list
}

// titled is the key by which a kind's things are told apart in lists: its first, or its name.
func titled(k *site.Kind) string {
	for _, f := range k.Shape.Fields() {
		if f.Key == "title" || f.Key == "name" {
			return f.Key
		}
	}
	return k.Shape.Fields()[0].Key
}

// titleOf is titled, with the site's language where the form has one text for each.
func (m *Maker) titleOf(k *site.Kind) string {
	key := titled(k)
	fields := k.Shape.Fields()
	at := slices.IndexFunc(fields, func(f records.Field) bool { return f.Key == key })
	if fields[at].Type == records.TextField && m.inLanguages(way{kind: k.Name}.to(key)) {
		return key + "." + m.languages[0]
	}
	return key
}

// languageName is what a language is called in itself.
func languageName(tag string) string {
	if lang.HasWords(tag) {
		return lang.Pages.In(tag).Word("language-name")
	}
	return tag
}

// otherPictures is where pictures lie that belong to no article, without the slash at its end.
var otherPictures = strings.TrimSuffix(files.VerbatimFolder, "/")

func isFormFolder(kind string) bool { return slices.Contains(formFolders, kind) }

func (m *Maker) hint(s *records.Shape, f *records.Field) string {
	return meaning.Of(s, f.Key).Plain().In(m.language)
}

func (m *Maker) label(s *records.Shape, f *records.Field) string {
	return meaning.Label(s, f.Key).In(m.language)
}
