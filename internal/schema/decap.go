package schema

import (
	"regexp"
	"slices"

	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// DecapFile is where the configuration of Decap CMS lies: beside the site, not in it. Whoever wants its page
// on the site puts it there, with the script of Decap, which is five megabytes of somebody else's.
const DecapFile = "admin/config.yml"

// Decap returns the configuration of Decap CMS. Whoever uses it says in the part backend where the
// repository is: that part is theirs, and renewed carries it over.
func (m *Maker) Decap() []byte {
	o := object{
		{"backend", object{{"name", "github"}, {"repo", "OWNER/REPOSITORY"}, {"branch", "main"}}},
		{"local_backend", true},
		{"site_url", string(m.site.Config.BaseURL)},
		{"media_folder", otherPictures},
		{"public_folder", "/"},
		{"slug", object{{"encoding", "ascii"}, {"clean_accents", true}}},
		{"editor", object{{"preview", false}}},
	}
	var collections []object
	for _, k := range kindsOf(formFolders) {
		collections = append(collections, m.decapFolder(&k))
	}
	var files []object
	for _, k := range kindsOf(formFiles) {
		_, one := meaning.Name(k.Name)
		files = append(files, object{
			{"name", k.Name}, {"label", one.In(m.language)}, {"file", k.Path}, {"fields", m.decapFields(&k)},
		})
	}
	collections = append(collections, object{{"name", "files"}, {"label", m.say.Word("files")}, {"files", files}})
	return signed(m.head()+m.say.Word("decap-note"), yaml(o.append("collections", collections)))
}

// backend is the part of a configuration that tells where the repository is, with its key.
var backend = regexp.MustCompile(`(?m)^backend:.*\n(?:(?:[ \t#].*)?\r?\n)*`)

// withBackend returns a configuration with the backend of another, as it stands there.
func withBackend(text, other []byte) []byte {
	to, from := backend.FindIndex(text), backend.Find(other)
	if to == nil || from == nil {
		return text
	}
	return slices.Concat(text[:to[0]], from, text[to[1]:])
}

func (m *Maker) decapFolder(k *site.Kind) object {
	many, one := meaning.Name(k.Name)
	o := object{
		{"name", k.Name}, {"label", many.In(m.language)}, {"label_singular", one.In(m.language)},
		{"description", meaning.Kind(k.Name).Plain().In(m.language)},
		{"folder", k.Path[:len(k.Path)-1]}, {"create", true},
	}
	if k.Text { // pictures lie beside the text
		o = append(o, object{{"extension", "md"}, {"format", "yaml-frontmatter"}, {"media_folder", ""},
			{"public_folder", ""}}...)
	} else {
		o = append(o, object{{"extension", "yaml"}, {"format", "yaml"}}...)
	}
	title := m.titleOf(k)
	o = append(o, object{{"identifier_field", title}, {"summary", "{{" + title + "}}"}, {"slug", "{{slug}}"}}...)
	return o.append("fields", m.decapFields(k))
}

func (m *Maker) decapFields(k *site.Kind) []object {
	list := m.decapKeys(k.Shape, way{kind: k.Name}, true)
	if k.Text {
		list = append(list, object{{"name", "body"}, {"label", m.say.Word("body")}, {"widget", "markdown"}})
	}
	return list
}

// decapKeys are the fields of keys. Decap wants what is needed within a part also where the part is left out,
// so that only what is needed all the way up is; the rest, a build tells. A default within a list would put
// an entry into the list of every new thing.
func (m *Maker) decapKeys(s *records.Shape, w way, needed bool) (list []object) {
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		if f.Named {
			continue
		}
		must := needed && f.Required
		o := object{{"name", f.Key}, {"label", m.label(s, f)}, {"hint", m.hint(s, f)}, {"required", must}}
		o = append(o, m.decapWidget(s, f, w.to(f.Key), must)...)
		if (dated(f) || moment(f)) && !w.listed {
			o = o.append("default", "") // else it is today's
		}
		list = append(list, o)
	}
	return list
}

func (m *Maker) decapWidget(s *records.Shape, f *records.Field, w way, must bool) object {
	switch choices := m.choices(s, f); {
	case f.Ref != "" && isFormFolder(f.Ref):
		k := kindsOf([]string{f.Ref})[0]
		title := m.titleOf(&k)
		return object{
			{"widget", "relation"}, {"collection", f.Ref}, {"value_field", "{{slug}}"},
			{"search_fields", []string{title}}, {"display_fields", []string{title}},
		}.with("multiple", f.List)
	case len(choices) > 0:
		return object{{"widget", "select"}}.with("multiple", f.List).append("options", choices)
	case f.List && f.Type == records.StructField:
		return object{{"widget", "list"}, {"collapsed", true}, {"fields", m.decapKeys(f.Inner, w.inList(), true)}}
	case f.List && f.Type == records.TextField:
		one := object{{"name", "text"}, {"label", m.label(s, f)}, {"required", true}}
		if m.inLanguages(w) {
			return object{{"widget", "list"}, {"fields", m.decapLanguages(f, true)}}
		}
		return object{{"widget", "list"}, {"field", append(one, member{"widget", "text"})}}
	case f.List:
		return object{{"widget", "list"}}
	case f.Type == records.StructField:
		return object{{"widget", "object"}, {"collapsed", !must}, {"fields", m.decapKeys(f.Inner, w, must)}}
	case f.Type == records.TextField && m.inLanguages(w):
		return object{{"widget", "object"}, {"fields", m.decapLanguages(f, must)}}
	case picture(s, f):
		o := object{{"widget", "image"}, {"choose_url", false}}
		if s.Name() == photo { // all lie in one folder
			o = append(o, object{{"media_folder", "/" + otherPictures}, {"public_folder", ""}}...)
		}
		return o
	}
	return m.decapWord(f)
}

// decapWord is the widget of one word or text.
func (m *Maker) decapWord(f *records.Field) object {
	switch {
	case f.Type == records.IntField:
		return object{{"widget", "number"}, {"value_type", "int"}, {"min", 0}}
	case f.Type == records.FloatField:
		return object{{"widget", "number"}, {"value_type", "float"}, {"step", 0.0001}}
	case f.Type == records.BoolField:
		return object{{"widget", "boolean"}}
	case dated(f) || moment(f):
		return object{{"widget", "datetime"}, {"format", "YYYY-MM-DD"}, {"date_format", "YYYY-MM-DD"},
			{"time_format", false}}
	case long[f.Key]:
		return object{{"widget", "text"}}
	}
	o := object{{"widget", "string"}}
	if f.Pattern != "" {
		o = o.append("pattern", []string{f.Pattern, m.say.Word("write-like", f.Example)})
	}
	return o
}

// decapLanguages are one text for each language of the site.
func (m *Maker) decapLanguages(f *records.Field, must bool) (list []object) {
	widget := "string"
	if long[f.Key] {
		widget = "text"
	}
	for i, l := range m.languages {
		must := must && i == 0
		list = append(list, object{{"name", l}, {"label", languageName(l)}, {"required", must}, {"widget", widget}})
	}
	return list
}
