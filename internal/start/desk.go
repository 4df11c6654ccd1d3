// Package start makes what an editor begins with: a file of each kind, and a city's folder.
//
// What comes in: a site's folder as a file system, a kind and a title; or what is known of a
// city, with a list of codes. What goes out: files as texts, each with what is still to be
// filled in, to be written by package author. A new file is made from the declaration of its
// kind: required keys with what is known or three dots, the others as comments, each with its
// meaning in the language of the site. It writes nothing itself, and overwrites nothing.
package start

import (
	"io/fs"
	"path"
	"strings"
	"time"

	"blandongan/internal/author"
	"blandongan/internal/lang"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// fail returns an error with a sentence of the command.
func fail(word string, args ...any) lang.Translated { return lang.Command.Error(word, args...) }

// Desk is a site at which somebody writes.
type Desk struct {
	root     fs.FS
	config   site.Config
	language lang.Language
	zone     *time.Location
	ids      map[string]map[string]string // kind → id → file, in no order
}

// Open looks at a site's folder: its language, its zone and what there is. What cannot be
// read is left out: the build tells of it.
func Open(root fs.FS) *Desk {
	d := &Desk{root: root, zone: time.UTC, ids: map[string]map[string]string{}}
	if e := d.read(site.ConfigFile); len(e) == 1 {
		if c, ok := e[0].Value.(*site.Config); ok {
			d.config = *c
		}
	}
	d.language = lang.Of(string(d.config.Language))
	if d.config.TimeZone.Location != nil {
		d.zone = d.config.TimeZone.Location
	}
	for _, k := range site.Kinds() {
		d.ids[k.Name] = d.find(k)
	}
	return d
}

// Language is that of the site.
func (d *Desk) Language() lang.Language { return d.language }

// read returns the entries of a file, none where it cannot be read.
func (d *Desk) read(file string) []*site.Entry {
	text, err := fs.ReadFile(d.root, file)
	if err != nil {
		return nil
	}
	return entriesOf(file, text)
}

func entriesOf(file string, text []byte) []*site.Entry {
	record, _ := site.Parse(file, text, markdown.New(markdown.Options{Schemes: site.Schemes()}))
	entries, _ := site.Decode(record)
	return entries
}

// isSound says whether a file has no errors of its own.
func isSound(file string, text []byte) bool {
	record, problems := site.Parse(file, text, markdown.New(markdown.Options{Schemes: site.Schemes()}))
	_, faults := site.Decode(record)
	return !problems.HasErrors() && !faults.HasErrors()
}

// find lists the things of a kind, with the files that they stand in.
func (d *Desk) find(k site.Kind) map[string]string {
	ids := map[string]string{}
	if k.Keyed {
		for _, e := range d.read(k.Path) {
			if e.ID != "" {
				ids[e.ID] = k.Path
			}
		}
	}
	if !k.IsFolder {
		return ids
	}
	// What cannot be looked at is left out.
	_ = fs.WalkDir(d.root, path.Clean(k.Path), func(file string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() {
			return nil
		}
		if base, is := strings.CutSuffix(path.Base(file), k.Ending); is {
			id, _, _ := strings.Cut(base, ".") // a translation has its language behind
			if id == "index" && path.Dir(file)+"/" != k.Path {
				id = path.Base(path.Dir(file))
			}
			if id = strings.ToLower(id); ids[id] == "" || !strings.Contains(base, ".") {
				ids[id] = file
			}
		}
		return nil
	})
	return ids
}

// Made is a file that is ready to be written, or one with something more in it.
type Made struct {
	File string
	Text []byte
	// Was is what the file holds now, nil for a new one.
	Was []byte
	// ID is that of the new thing, Open the keys that are still to be filled in.
	ID   string
	Open []string
	// Like is the file of another one of the same name, "" without one.
	Like string
}

// Write writes it below a folder.
func (m *Made) Write(root string) error {
	if m.Was != nil {
		return author.Replace(root, m.File, m.Was, m.Text)
	}
	return author.Create(root, []author.File{{Path: m.File, Text: m.Text}})
}
