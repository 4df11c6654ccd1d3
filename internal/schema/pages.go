package schema

import (
	"strings"

	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// PagesFile is where Pages CMS looks for its configuration.
const PagesFile = ".pages.yml"

// Pages returns the configuration of Pages CMS, and the keys that its forms leave out: it would lose what
// is written there in another way than the form has it.
func (m *Maker) Pages() (text []byte, left []string) {
	o, left := m.pages()
	return signed(m.head(), yaml(o)), left
}

func (m *Maker) pages() (o object, left []string) {
	folder := func(name, label, input string) object {
		return object{{"name", name}, {"label", label}, {"input", input}, {"output", ""},
			{"categories", []string{"image"}}}
	}
	news := strings.TrimSuffix(site.PathOfKind(site.KindNews), "/")
	o = object{
		{"media", []object{
			folder("news", m.say.Word("pictures-news"), news),
			folder("files", m.say.Word("pictures-files"), otherPictures),
		}},
		// Else what the forms do not show is gone after the first save.
		{"settings", object{{"content", object{{"merge", true}}}}},
	}
	var content []object
	for _, k := range kindsOf(formFolders) {
		many, _ := meaning.Name(k.Name)
		entry := object{
			{"name", k.Name}, {"label", many.In(m.language)},
			{"description", meaning.Kind(k.Name).Plain().In(m.language)},
			{"type", "collection"}, {"path", strings.TrimSuffix(k.Path, "/")},
			{"filename", "{" + m.titleOf(&k) + "}" + k.Ending},
		}
		if k.Text {
			entry = append(entry, object{{"format", "yaml-frontmatter"}, {"subfolders", false}}...)
		} else {
			entry = append(entry, object{{"format", "yaml"}, {"subfolders", false}}...)
		}
		title := m.titleOf(&k)
		entry = append(entry, object{{"view", object{{"fields", []string{title}}, {"primary", title}}}}...)
		fields, out := m.pagesFields(&k)
		content, left = append(content, entry.append("fields", fields)), append(left, out...)
	}
	for _, k := range kindsOf(formFiles) {
		_, one := meaning.Name(k.Name)
		fields, out := m.pagesFields(&k)
		content = append(content, object{
			{"name", k.Name}, {"label", one.In(m.language)}, {"type", "file"}, {"path", k.Path}, {"format", "yaml"},
			{"fields", fields},
		})
		left = append(left, out...)
	}
	return o.append("content", content), left
}

// pagesFields are the fields of a kind, and in one line the keys that are left out.
func (m *Maker) pagesFields(k *site.Kind) (list []object, out []string) {
	var left []string
	fields := k.Shape.Fields()
	for i := range fields {
		f := &fields[i]
		w := way{kind: k.Name}.to(f.Key)
		switch {
		case f.Named:
		case !f.Required && m.lossy(f, w):
			left = append(left, f.Key)
		default:
			list = append(list, m.pagesField(k.Shape, f, w, true))
		}
	}
	if k.Text {
		list = append(list, object{{"name", "body"}, {"label", m.say.Word("body")}, {"type", "code"},
			{"options", object{{"format", "markdown"}}}})
	}
	if len(left) > 0 {
		out = []string{k.Path + ": " + strings.Join(left, ", ")}
	}
	return list, out
}

// lossy says whether files hold something for a key that Pages CMS drops when it saves: a word
// where it has a list, and a text where it has one for each language.
func (m *Maker) lossy(f *records.Field, w way) bool {
	note := m.ways[w]
	if f.List && note.alone || f.Type == records.TextField && note.plain && m.inLanguages(w) {
		return true
	}
	if f.Inner == nil {
		return false
	}
	fields := f.Inner.Fields()
	for i := range fields {
		if m.lossy(&fields[i], w.to(fields[i].Key)) {
			return true
		}
	}
	return false
}

func (m *Maker) pagesField(s *records.Shape, f *records.Field, w way, needed bool) object {
	must := needed && f.Required
	o := object{{"name", f.Key}, {"label", m.label(s, f)}, {"description", m.hint(s, f)}}.with("required", must)
	switch choices := m.choices(s, f); {
	case len(choices) > 0:
		options := object{}.with("multiple", f.List).append("values", choices)
		return append(o, object{{"type", "select"}, {"options", options}}...)
	case f.Type == records.StructField:
		o = append(o, object{{"type", "object"}}.with("list", f.List)...)
		var inner []object
		fields := f.Inner.Fields()
		for i := range fields {
			if !fields[i].Named {
				inner = append(inner, m.pagesField(f.Inner, &fields[i], w.to(fields[i].Key), true))
			}
		}
		return o.append("fields", inner)
	case f.Type == records.TextField && m.inLanguages(w):
		o = append(o, object{{"type", "object"}}.with("list", f.List)...)
		var inner []object
		for i, l := range m.languages {
			one := object{{"name", l}, {"label", languageName(l)}, {"type", textType(f)}}
			inner = append(inner, one.with("required", i == 0))
		}
		return o.append("fields", inner)
	}
	return append(o.with("list", f.List), m.pagesWord(f)...)
}

func textType(f *records.Field) string {
	if long[f.Key] {
		return "text"
	}
	return "string"
}

// pagesWord is the type of one word or text. Its pictures begin with a slash, and ours do not.
func (m *Maker) pagesWord(f *records.Field) object {
	switch {
	case f.Type == records.IntField:
		return object{{"type", "number"}, {"options", object{{"min", 0}}}}
	case f.Type == records.FloatField:
		return object{{"type", "number"}}
	case f.Type == records.BoolField:
		return object{{"type", "boolean"}}
	case dated(f):
		return object{{"type", "date"}, {"options", object{{"format", "yyyy-MM-dd"}}}}
	}
	o := object{{"type", textType(f)}}
	if f.Pattern != "" {
		regex := f.Pattern
		if !f.Required {
			regex += "|" + blank
		}
		o = o.append("pattern", object{{"regex", regex}, {"message", m.say.Word("write-like", f.Example)}})
	}
	return o
}
