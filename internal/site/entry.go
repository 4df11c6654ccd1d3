package site

import (
	"path"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/publish/destination"
	"blandongan/internal/records"
	"blandongan/internal/records/within"
	"blandongan/internal/site/value"
)

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
	// nil for what could not be read, be it one or many, and, WellFormed, for a file
	// of many that holds none.
	Value any
	// WellFormed says whether the file's form could be read; an entry that is not
	// well-formed still exists, so that what refers to it stays silent.
	WellFormed bool
	// Draft says that it is not to be published: it says so itself, or it is not filled in.
	Draft bool
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
		if k := &kinds[i]; strings.HasPrefix(k.path, name) || strings.HasPrefix(name, k.path) && k.isText() {
			entries = append(entries, k.closed())
		}
	}
	return entries, nil
}

// closed is an entry for all those of a kind that nobody could read: nothing can
// be said about what does not exist. It has no value.
func (k *kind) closed() *Entry { return &Entry{Kind: k.name} }

// Guard returns the text of a file as anybody may see it: that of the file which says
// where the site is published without what may be a secret, any other as it is.
func Guard(file string, text []byte) []byte {
	if file != destination.Path {
		return text
	}
	return destination.Mask(text)
}

// Parse reads the text of a file that holds a record.
func Parse(file string, text []byte, md *markdown.Parser) (*records.Record, diag.List) {
	text = Guard(file, text)
	record, problems := records.Parse(file, text, md)
	if k := kindOf(file); k != nil && record.WellFormed {
		problems = append(problems, within.Find(file, text, k.shape, k.entries)...)
	}
	return record, problems
}

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
		return []*Entry{{Kind: k.name, Place: r.Place, WellFormed: true, Head: r.Head}}, problems
	}
	var entries []*Entry
	for _, one := range records {
		e, ps := k.decode(one)
		entries = append(entries, e)
		problems = append(problems, ps...)
		if p := new(value.Slug).ReadLiteral(one.ID); p != nil {
			p.Place = one.Place
			problems = append(problems, p.Typing(one.ID))
		}
	}
	return entries, problems
}

func (k *kind) decode(r *records.Record) (*Entry, diag.List) {
	e := &Entry{Kind: k.name, ID: k.nameOf(r), Place: r.Place, Value: k.empty(), WellFormed: r.WellFormed, Head: r.Head,
		Text: r.Body, Tail: r.Tail}
	if k.isText() {
		if id, lang, ok := strings.Cut(e.ID, "."); ok {
			e.ID, e.Language = id, lang
		}
	}
	if k.isFolder() {
		if slug := value.Slugify(e.ID); slug != e.ID {
			e.Name, e.ID = e.ID, slug
		}
	}
	var problems diag.List
	shape := k.shape
	if e.Language != "" {
		shape = k.translated
	}
	e.Found, problems = r.Decode(shape, e.Value)
	if k.isFolder() || k.entries {
		problems = e.drafted(problems)
	}
	e.identify(r)
	if c, ok := e.Value.(checked); ok && r.WellFormed {
		f := faults{}
		c.check(&f)
		problems = append(problems, f.problems...)
	}
	if c, ok := e.Value.(checkedElsewhere); ok {
		problems = c.Check(problems, r.WellFormed)
	}
	return e, problems
}

// drafted warns of what is not filled in yet: a thing of many is a draft until then, and
// the others are published.
func (e *Entry) drafted(problems diag.List) diag.List {
	for i := range problems {
		if p := &problems[i]; p.Code == "unfilled" {
			p.Code = "draft-unfilled"
		}
	}
	e.Draft = len(e.Found.Details().Unfilled) > 0
	if a, ok := e.Value.(*Article); ok {
		e.Draft = e.Draft || a.Draft
	}
	return problems
}

// nameOf is a record's name with its language: its file's, or that of the folder
// which holds an article with its pictures, kunjungan/index.en.md.
func (k *kind) nameOf(r *records.Record) string {
	if rest, index := strings.CutPrefix(r.ID+".", "index."); index && k.isText() &&
		!strings.HasPrefix(r.File, k.path+path.Base(r.File)) {
		return strings.TrimSuffix(path.Base(path.Dir(r.File))+"."+rest, ".")
	}
	return r.ID
}

// identify gives the value what the file's place says, not its text.
func (e *Entry) identify(r *records.Record) {
	if v, ok := e.Value.(identified); ok {
		v.identify(e.ID, r.File)
	}
	if a, ok := e.Value.(*Article); ok {
		e.Related = a.related()
	}
}

// Misnamed says whether a file's name cannot be an address for the letters in it.
func (e *Entry) Misnamed() bool {
	return e.Name != "" && !value.IsSlug(e.Name) && len([]rune(e.Name)) <= value.MaxSlug
}

// checkName wants a base name that file systems take. Whether it can be an address
// is told by package check, which knows what names are free.
func (k *kind) checkName(r *records.Record) diag.List {
	if !k.isFolder() {
		return nil
	}
	whole := diag.Place{File: r.File}
	id := k.nameOf(r)
	if k.isText() {
		id, _, _ = strings.Cut(id, ".")
	}
	switch {
	case value.IsTaken(id):
		return diag.List{diag.At(whole, "file-name-taken", id)}
	case len([]rune(id)) > value.MaxSlug:
		return diag.List{diag.At(whole, "file-name-long", len([]rune(id)), value.MaxSlug)}
	}
	return nil
}

// checked is a kind that has rules of its own beyond its declaration.
type checked interface{ check(*faults) }

// checkedElsewhere is a kind that another room declares, with its rules. It returns what it
// finds beside what was found already, which it may say in other words.
type checkedElsewhere interface {
	Check(found diag.List, readable bool) diag.List
}

// faults gathers what the checks of one entry find.
type faults struct{ problems diag.List }

func (f *faults) say(at diag.Place, code diag.Code, args ...any) {
	f.problems = append(f.problems, diag.At(at, code, args...))
}

func (f *faults) sayHint(p diag.Problem) { f.problems = append(f.problems, p) }

// year wants four digits, of a time that a city office writes about.
func (f *faults) year(x *records.Places, key string, year int) {
	if !x.Has(key) || x.Misread(key) || year >= value.FirstYear && year <= value.LastYear {
		return
	}
	p := diag.At(x.At(key), "out-of-range", key, year, value.FirstYear, value.LastYear)
	if whole := value.WholeYear(year); whole > 0 {
		p = p.WithHint("write-number", strconv.Itoa(whole))
	}
	f.sayHint(p)
}
