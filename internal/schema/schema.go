// Package schema tells other programs what editors may write: those in which they type, and those
// in which they fill in forms.
//
// It owns JSON Schemas of every kind of file and of front matter, settings by which VS Code finds
// them, and configurations of two programs for editing by form, Pages CMS and Decap CMS. All are made
// from the declarations of package site, the words of package meaning and the facts of a site: its
// languages and the ids that exist. What comes in: a site. What goes out: files, as texts. It writes
// nothing, and what a schema cannot say (a sum, a weekday, a link) stays the checker's.
package schema

import (
	"path"
	"slices"

	"blandongan/internal/author"
	"blandongan/internal/lang"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// Folder is where schemas lie when nothing else is said: beside the settings that name them.
const Folder = ".vscode/schemas"

// File is one that a site's folder is to have.
type File struct {
	Path string
	Text []byte
}

// Maker makes the files of one site.
type Maker struct {
	site            *site.Site
	language, other lang.Language
	say             *lang.Writer
	languages       []string // of texts, the site's own first; none while they are not known
	markdown        *markdown.Parser
	ways            map[way]seen
}

// New returns what makes the files of a site.
func New(s *site.Site) *Maker {
	m := &Maker{
		site: s, language: lang.Of(string(s.Config.Language)), other: lang.English, ways: map[way]seen{},
		markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}),
	}
	if m.language == lang.English {
		m.other = lang.Indonesian
	}
	m.say = lang.Schemas.For(m.language)
	if s.Config.KnowsLanguages() {
		m.languages = []string{string(s.Config.Language)}
		for _, l := range s.Config.Languages {
			if !slices.Contains(m.languages, string(l)) {
				m.languages = append(m.languages, string(l))
			}
		}
	}
	return m
}

// Schemas returns a schema for each kind, and one for each whose texts are translated, in a folder.
func (m *Maker) Schemas(folder string) (files []File) {
	for _, k := range site.Kinds() {
		files = append(files, File{path.Join(folder, fileOf(&k)), signed("", indented(m.schemaOf(&k, false)))})
		if k.Translated != nil {
			name := path.Join(folder, k.Name+"-translation.json")
			files = append(files, File{name, signed("", indented(m.schemaOf(&k, true)))})
		}
	}
	return files
}

func fileOf(k *site.Kind) string { return k.Name + ".json" }

// signature stands before the digest by which a file is known to be as this program wrote it.
const signature = "blandongan schema "

// head is how a configuration begins.
func (m *Maker) head() string {
	return "# " + signature + author.Unsigned + "\n# " + m.say.Word("made") + "\n"
}

func signed(head string, text []byte) []byte {
	return author.Sign(append([]byte(head), text...), signature)
}

// Renewed returns what becomes of a file that was made before, or is new; nil where somebody else wrote it or
// changed it, and it is to stay.
func (f File) Renewed(was []byte) []byte {
	text, asMade := f.Text, was
	if f.Path == DecapFile && was != nil {
		text, asMade = withBackend(f.Text, was), withBackend(was, f.Text)
	}
	if was != nil && !author.IsUntouched(asMade, signature) {
		return nil
	}
	return text
}

// For returns the name of the schema of a written file, "" where there is none.
func For(file string) string {
	kind, translated := site.KindOf(file)
	switch {
	case site.RoleOf(file) != site.Written:
		return ""
	case translated:
		return kind + "-translation.json"
	}
	return kind + ".json"
}
