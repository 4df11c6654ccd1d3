package site

import (
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"blandongan/internal/desk/settings"
	"blandongan/internal/publish/destination"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// The kinds of content, as records and references name them. Tags of structs (ref:"program")
// spell them again: a test holds that they name a kind.
const (
	KindSite      = "site"
	KindCity      = "city"
	KindIndicator = "indicator"
	KindSource    = "source"
	KindKecamatan = "kecamatan"
	KindProgram   = "program"
	KindVisit     = "visit"
	KindAdoption  = "adoption"
	KindNews      = "news"
	KindPage      = "page"
	KindPublish   = "publish"
	KindWords     = "words"
	KindDesk      = "desk"
	KindRegion    = "region"
)

// ConfigFile says what the site is called, and where it lies. A folder that holds it is a site's.
const ConfigFile = "data/site.yaml"

// kinds has a row for each kind of content. What all kinds have in common is done in loops
// over it; what one has of its own stands in the file of its type.
var kinds = []kind{
	single[Config](KindSite, ConfigFile).needed(),
	single[City](KindCity, "data/city.yaml").needed(),
	keyed(KindIndicator, "data/indicators.yaml", func(f *Facts, x *Indicator) { f.Indicators[x.ID] = *x }),
	keyed(KindSource, "data/sources.yaml", func(f *Facts, x *Source) { f.Sources[x.ID] = *x }),
	many(KindKecamatan, "data/kecamatan/", func(f *Facts) *[]Kecamatan { return &f.Kecamatan }, compareKecamatan).
		about(func(a *Article) []string { return a.Kecamatan }),
	many(KindProgram, "data/programs/", func(f *Facts) *[]Program { return &f.Programs }, comparePrograms).
		about(func(a *Article) []string { return a.Programs }),
	many(KindVisit, "data/visits/", func(f *Facts) *[]Visit { return &f.Visits }, compareVisits).
		about(func(a *Article) []string { return a.Visits }),
	many(KindAdoption, "data/adoptions/", func(f *Facts) *[]Adoption { return &f.Adoptions }, compareAdoptions),
	kindOfType[Article](KindNews, "content/news/").beside(), // what becomes of an article, its day decides
	many(KindPage, "content/pages/", func(f *Facts) *[]Page { return &f.Pages }, comparePages),
	single[destination.File](KindPublish, destination.Path).unseen(),
	single[Words](KindWords, "data/words.yaml").shaped(ownWords),
	single[settings.Desk](KindDesk, settings.DeskFile).unseen(),
	keyed[settings.Region](KindRegion, settings.RegionsFile, nil).unseen(),
}

// kind is one kind of content: where its files lie, what they declare, where its things
// stand among the facts.
type kind struct {
	name string
	// path is a file's path, or a folder's with a trailing slash.
	path    string
	ending  string
	entries bool // one file holds many, keyed by id
	must    bool // a site needs its file
	noFact  bool // its files are not among what the facts are made from
	hidden  bool // no page shows what its files say
	shape   *records.Shape
	// translated is what a text in another language than the site's declares: all else is
	// that of the original. nil for data, which hold all languages of a text in one file.
	translated *records.Shape
	empty      func() any

	// add puts a thing among the facts, arrange sorts them and notes where each is; both
	// are nil where the assembler has more to say about it.
	add     func(f *Facts, value any)
	arrange func(*Facts)
	// find returns the thing with an id, things all in their order; both are nil where
	// the things have no pages, and for articles, which are no facts.
	find   func(f *Facts, id string) paged
	things func(*Facts) iter.Seq[paged]
	// named are those that an article says it is about, nil where it cannot.
	named func(*Article) []string
}

// identified is a type whose things are known by an id, which their file's name tells.
type identified interface{ identify(id, file string) }

// paged is a type whose things have pages of their own.
type paged interface{ thing(*Facts) Thing }

func kindOfType[T any](name, where string) kind {
	k := kind{name: name, path: where, ending: ".yaml", shape: records.ShapeOf[T](words)}
	k.empty = func() any { return new(T) }
	if strings.HasPrefix(where, ContentFolder+"/") {
		k.ending = ".md"
		k.translated = k.shape.Needing("title", "summary")
	}
	return k
}

// single is a kind of which there is one thing, in one file.
func single[T any](name, file string) kind { return kindOfType[T](name, file) }

// keyed is a kind whose things stand in one file, by id.
func keyed[T any](name, file string, add func(*Facts, *T)) kind {
	k := kindOfType[T](name, file)
	k.entries = true
	if add == nil {
		return k
	}
	k.add = func(f *Facts, value any) { add(f, value.(*T)) }
	return k
}

// many is a kind of which each thing has a file in one folder.
func many[T any](name, folder string, in func(*Facts) *[]T, compare func(f *Facts, x, y *T) int) kind {
	k := kindOfType[T](name, folder)
	k.add = func(f *Facts, value any) { *in(f) = append(*in(f), *value.(*T)) }
	if _, ok := any(new(T)).(paged); !ok {
		k.arrange = func(f *Facts) { sortBy(f, *in(f), compare) }
		return k
	}
	k.arrange = func(f *Facts) {
		sortBy(f, *in(f), compare)
		f.positions[name] = positionsOf(*in(f), func(x *T) string { return any(x).(paged).thing(f).ID })
	}
	k.find = func(f *Facts, id string) paged {
		if x := find(*in(f), f.positions[name], id); x != nil {
			return any(x).(paged)
		}
		return nil
	}
	k.things = func(f *Facts) iter.Seq[paged] {
		return func(yield func(paged) bool) {
			for i := range *in(f) {
				if !yield(any(&(*in(f))[i]).(paged)) {
					return
				}
			}
		}
	}
	return k
}

func sortBy[T any](f *Facts, list []T, compare func(f *Facts, x, y *T) int) {
	slices.SortFunc(list, func(x, y T) int { return compare(f, &x, &y) })
}

func (k kind) needed() kind { k.must = true; return k }

func (k kind) beside() kind { k.noFact = true; return k }

// unseen is for what is read by none that makes a page.
func (k kind) unseen() kind { k.noFact, k.hidden = true, true; return k }

func (k kind) shaped(s *records.Shape) kind { k.shape = s; return k }

func (k kind) about(named func(*Article) []string) kind { k.named = named; return k }

func (k *kind) isFolder() bool { return strings.HasSuffix(k.path, "/") }

func (k *kind) isText() bool { return k.ending == ".md" }

// kindOf returns the kind of which a file holds one or many, nil when it holds none.
func kindOf(file string) *kind {
	for i := range kinds {
		k := &kinds[i]
		below, inside := strings.CutPrefix(file, k.path)
		if !k.isFolder() && file == k.path ||
			k.isFolder() && inside && path.Ext(file) == k.ending && (k.isText() || !strings.Contains(below, "/")) {
			return k
		}
	}
	return nil
}

func kindNamed(name string) *kind {
	for i := range kinds { // by pointer: it is asked of every article
		if k := &kinds[i]; k.name == name {
			return k
		}
	}
	panic("site: no kind is called " + name)
}

// IsUnseen says whether a file is of a kind that no page shows: a change of it changes nothing
// that readers get.
func IsUnseen(file string) bool {
	k := kindOf(file)
	return k != nil && k.hidden
}

// Schemes returns the link schemes of our own in Markdown, [Setu](kecamatan:setu): the kinds
// whose things have pages.
func Schemes() (names []string) {
	for i := range kinds {
		if _, ok := kinds[i].empty().(paged); ok {
			names = append(names, kinds[i].name)
		}
	}
	return names
}

// TextFolders goes through the folders of kinds that are written in Markdown, by kind:
// "news" → "content/news/". Other files in them lie beside a text.
func TextFolders() iter.Seq2[string, string] {
	return func(yield func(kind, folder string) bool) {
		for i := range kinds {
			if k := &kinds[i]; k.isText() && !yield(k.name, k.path) {
				return
			}
		}
	}
}

// Kind is a kind of content as editors write it.
type Kind struct {
	Name string
	// Path is its file, or its folder with a slash at the end; Ending is how files in it end.
	Path, Ending string
	// IsFolder says that each thing has a file, Keyed that one file holds all by their ids.
	IsFolder, Keyed bool
	// Text says that files are Markdown below front matter, Needed that a site must have one.
	Text, Needed bool
	Shape        *records.Shape
	// Translated is what a text in another language than the site's declares, nil for data.
	Translated *records.Shape
}

// Kinds returns all kinds of content, in the order of the site's table.
func Kinds() []Kind {
	list := make([]Kind, len(kinds))
	for i := range kinds {
		list[i] = kinds[i].told()
	}
	return list
}

// KindOf returns the kind of which a file holds one or many, and whether it is a text in another
// language than the site's; "" when it holds none.
func KindOf(file string) (kind string, translated bool) {
	k := kindOf(file)
	if k == nil {
		return "", false
	}
	name := strings.TrimSuffix(path.Base(file), k.ending)
	return k.name, k.isText() && strings.Contains(name, ".")
}

// KindAt returns the kind of which a file holds one or many; false when it holds none.
func KindAt(file string) (Kind, bool) {
	if k := kindOf(file); k != nil {
		return k.told(), true
	}
	return Kind{}, false
}

func (k *kind) told() Kind {
	return Kind{Name: k.name, Path: k.path, Ending: k.ending, IsFolder: k.isFolder(), Keyed: k.entries,
		Text: k.isText(), Needed: k.must, Shape: k.shape, Translated: k.translated}
}

// PathOfKind returns the file of a kind, or its folder with a slash at the end.
func PathOfKind(name string) string { return kindNamed(name).path }

// IsKeyed says whether one file holds all things of a kind, by their ids.
func IsKeyed(name string) bool { return kindNamed(name).entries }

// ExampleOf returns how a file of a kind is written, for hints.
func ExampleOf(name string) fmt.Stringer { return kindNamed(name).shape.Example() }

// FileOf returns the path at which the file of a thing of a kind lies, unless it is
// in a folder further below; "" when there is no such kind or id.
func FileOf(kind, id string) string {
	for i := range kinds {
		if k := &kinds[i]; k.name == kind && k.isFolder() && value.Slugify(id) == id {
			return k.path + id + k.ending
		}
	}
	return ""
}

// Values returns an empty one of each type that Entry.Value points to.
func Values() []any {
	var list []any
	for i := range kinds {
		list = append(list, kinds[i].empty())
	}
	return list
}
