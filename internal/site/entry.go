package site

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/records"
)

// Schemes are the link schemes of our own in Markdown: [Setu](kecamatan:setu).
var Schemes = []string{"kecamatan", "program", "visit", "news", "page"}

// Folders are where editors write; everything else in the site's root is not ours to read.
var Folders = []string{"data", "content"}

// Role is what a file is for, told by where it lies.
type Role uint8

const (
	// Stray files are at a place that nothing uses.
	Stray Role = iota
	// Written files are records: YAML, or Markdown with front matter.
	Written
	// Attached files lie beside articles and pages that link to them.
	Attached
	// Verbatim files are copied to the site's root as they are.
	Verbatim
	// Drawn is the map's file.
	Drawn
)

// MapFile is where the city's map lies, if it has one.
const MapFile = "data/boundaries.geojson"

// RoleOf tells what the file at a slash-separated path is for.
func RoleOf(file string) Role {
	switch base := path.Base(file); {
	case strings.HasPrefix(file, files.Verbatim) && isConfig(base):
		return Stray
	case strings.HasPrefix(file, files.Verbatim):
		return Verbatim
	case strings.HasPrefix(base, "_index.") && strings.HasPrefix(file, "content/"):
		return Stray // Hugo's pages of lists, which make themselves here
	case path.Ext(base) == ".md" && slices.Contains(markdowns, ending(strings.TrimSuffix(base, ".md"))):
		return Stray // no language is called so
	}
	if kindOf(file) != nil {
		return Written
	}
	if file == MapFile {
		return Drawn
	}
	if (strings.HasPrefix(file, "content/news/") || strings.HasPrefix(file, "content/pages/")) && !slices.Contains(markdowns, ending(file)) && !slices.Contains(texts, ending(file)) {
		return Attached
	}
	return Stray
}

func ending(file string) string { return strings.ToLower(path.Ext(file)) }

// kind is one kind of content: where its files lie and what they declare.
type kind struct {
	name string
	// place is a file's path, or a folder's with a trailing slash.
	place   string
	ending  string
	entries bool // one file holds many, keyed by id
	shape   *records.Shape
	empty   func() any
}

func kindFor[T any](name, place, ending string, entries bool) kind {
	return kind{name, place, ending, entries, records.ShapeOf[T](words), func() any { return new(T) }}
}

var kinds = []kind{
	kindFor[Config]("site", "data/site.yaml", ".yaml", false),
	kindFor[City]("city", "data/city.yaml", ".yaml", false),
	kindFor[Indicator]("indicator", "data/indicators.yaml", ".yaml", true),
	kindFor[Source]("source", "data/sources.yaml", ".yaml", true),
	kindFor[Kecamatan]("kecamatan", "data/kecamatan/", ".yaml", false),
	kindFor[Program]("program", "data/programs/", ".yaml", false),
	kindFor[Visit]("visit", "data/visits/", ".yaml", false),
	kindFor[Adoption]("adoption", "data/adoptions/", ".yaml", false),
	kindFor[Article]("news", "content/news/", ".md", false),
	kindFor[Page]("page", "content/pages/", ".md", false),
	kindFor[Publish]("publish", PublishFile, ".yaml", false),
}

func kindOf(file string) *kind {
	for i, k := range kinds {
		folder := strings.HasSuffix(k.place, "/")
		below, inside := strings.CutPrefix(file, k.place)
		if !folder && file == k.place ||
			folder && inside && path.Ext(file) == k.ending && (k.ending == ".md" || !strings.Contains(below, "/")) {
			return &kinds[i]
		}
	}
	return nil
}

func kindNamed(name string) *kind {
	return &kinds[slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })]
}

// FileOf returns the path at which the file of a thing of a kind lies, unless it is
// in a folder further below; "" when there is no such kind or id.
func FileOf(kind, id string) string {
	for i := range kinds {
		if k := &kinds[i]; k.name == kind && strings.HasSuffix(k.place, "/") && Slugify(id) == id {
			return k.place + id + k.ending
		}
	}
	return ""
}

// Entry is one thing of one kind, as far as it could be decoded.
type Entry struct {
	Kind, ID string
	// Name is the file's, which ID differs from when it cannot be an address: ID is
	// then what it should be, and nobody who uses either of them is at fault too.
	Name string
	// Language is that of a translation, "" for the original.
	Language string
	Place    diag.Place
	// Value points to the kind's struct. It is never changed once decoded. It is
	// nil for what could not be read, be it one or many, and, Sound, for a file
	// of many that holds none.
	Value any
	// Sound says whether the file's form could be read; an entry that is not
	// sound still exists, so that what refers to it stays silent.
	Sound bool
	Found records.Found
	// Head is the digest of the keys and values, and of the other entries in the
	// same file.
	Head memo.Digest
	// Related is the digest of what an article has in common with others: what it
	// names and its topics. It is zero for all other kinds.
	Related memo.Digest
	// Text is what follows the front matter, nil in YAML files; Tail its digest.
	Text *markdown.Doc
	Tail memo.Digest
}

// Unread returns what stands for a file that is there but cannot be read, or for
// a folder, whose name ends in a slash: of each kind that may lie in there an
// entry that closes the kind.
func Unread(name string) ([]*Entry, diag.List) {
	if !strings.HasSuffix(name, "/") {
		return Decode(records.Unread(name))
	}
	var entries []*Entry
	for i := range kinds {
		if k := &kinds[i]; strings.HasPrefix(k.place, name) || strings.HasPrefix(name, k.place) && k.ending == ".md" {
			entries = append(entries, k.closed())
		}
	}
	return entries, nil
}

// closed is an entry for all those of a kind that nobody could read: nothing can
// be said about what does not exist. It has no value.
func (k *kind) closed() *Entry { return &Entry{Kind: k.name} }

// Decode turns a record into the entries it holds, most often one. All faults
// that show within the file are found here.
func Decode(r *records.Record) ([]*Entry, diag.List) {
	k := kindOf(r.File)
	if k == nil {
		return nil, nil
	}
	if !k.entries {
		e, problems := k.decode(r)
		return []*Entry{e}, append(k.checkName(r), problems...)
	}
	if r.Lost() {
		return []*Entry{k.closed()}, nil
	}
	records, problems := r.Entries()
	if len(records) == 0 {
		return []*Entry{{Kind: k.name, Place: r.Place, Sound: true, Head: r.Head}}, problems
	}
	var entries []*Entry
	for _, one := range records {
		e, ps := k.decode(one)
		entries = append(entries, e)
		problems = append(problems, ps...)
		if p := new(Slug).ReadLiteral(one.ID); p != nil {
			p.Place = one.Place
			problems = append(problems, p.Typing(one.ID))
		}
	}
	return entries, problems
}

func (k *kind) decode(r *records.Record) (*Entry, diag.List) {
	e := &Entry{Kind: k.name, ID: k.nameOf(r), Place: r.Place, Value: k.empty(), Sound: r.Sound, Head: r.Head, Text: r.Body, Tail: r.Tail}
	if k.ending == ".md" {
		if id, lang, ok := strings.Cut(e.ID, "."); ok {
			e.ID, e.Language = id, lang
		}
	}
	if strings.HasSuffix(k.place, "/") {
		if slug := Slugify(e.ID); slug != e.ID {
			e.Name, e.ID = e.ID, slug
		}
	}
	var problems diag.List
	e.Found, problems = r.Decode(k.shape, e.Value)
	e.identify(r)
	if c, ok := e.Value.(checked); ok && r.Sound {
		f := faults{}
		c.check(&f)
		problems = append(problems, f.problems...)
	}
	if p, ok := e.Value.(*Publish); ok {
		problems = p.hush(problems)
	}
	return e, problems
}

// nameOf is a record's name with its language: its file's, or that of the folder
// which holds an article with its pictures, kunjungan/index.en.md.
func (k *kind) nameOf(r *records.Record) string {
	if rest, index := strings.CutPrefix(r.ID+".", "index."); index && k.ending == ".md" && !strings.HasPrefix(r.File, k.place+path.Base(r.File)) {
		return strings.TrimSuffix(path.Base(path.Dir(r.File))+"."+rest, ".")
	}
	return r.ID
}

// identify gives the value what the file's place says, not its text.
func (e *Entry) identify(r *records.Record) {
	switch v := e.Value.(type) {
	case *Indicator:
		v.ID = e.ID
	case *Source:
		v.ID = e.ID
	case *Kecamatan:
		v.ID = e.ID
	case *Program:
		v.ID = e.ID
	case *Visit:
		v.ID = e.ID
	case *Adoption:
		v.ID = e.ID
	case *Article:
		v.ID, v.File = e.ID, r.File
		v.Tags = plainNames(v.Tags)
		e.Related = v.related()
	case *Page:
		v.ID, v.File = e.ID, r.File
	}
}

// checkName wants a base name that file systems take. Whether it can be an address
// is told by checkNames, which knows what names are free.
func (k *kind) checkName(r *records.Record) diag.List {
	if !strings.HasSuffix(k.place, "/") {
		return nil
	}
	whole := diag.Place{File: r.File}
	id := k.nameOf(r)
	if k.ending == ".md" {
		id, _, _ = strings.Cut(id, ".")
	}
	switch {
	case isDevice(id):
		return diag.List{diag.At(whole, "file-name-taken", id)}
	case len([]rune(id)) > maxSlug:
		return diag.List{diag.At(whole, "file-name-long", len([]rune(id)), maxSlug)}
	}
	return nil
}
