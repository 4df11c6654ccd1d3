package site

import (
	"iter"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Thing is something that is published and has a page of its own: a kecamatan, a
// program, a visit, an article, a page of prose.
type Thing struct {
	Ref
	*records.Places
	// Name is the last part of its address: its slug, else its id.
	Name string
	// Title is in the site's language.
	Title string
	// File is where its text stands in Markdown, "" when it has none.
	File string
	// Language is that of its text in Markdown, "" for the site's own; Texts are, without such a
	// text, its title and summary, which data has in several languages.
	Language value.Language
	Texts    []Text
	// Aliases are as written: with OtherNames, names that are no addresses among them.
	Aliases    []string
	OtherNames bool
}

// Things goes through all that have a page of their own, kind by kind.
func (s *Site) Things() iter.Seq[Thing] {
	return func(yield func(Thing) bool) {
		for i := range kinds {
			for x := range s.thingsOf(&kinds[i]) {
				if !yield(x.thing(s.Facts)) {
					return
				}
			}
		}
	}
}

// Named goes through the things that articles may name: what they are about.
func (s *Site) Named() iter.Seq[Thing] {
	return func(yield func(Thing) bool) {
		for i := range kinds {
			k := &kinds[i]
			if k.named == nil {
				continue
			}
			for x := range k.things(s.Facts) {
				if !yield(x.thing(s.Facts)) {
					return
				}
			}
		}
	}
}

// thingsOf goes through the published things of a kind.
func (s *Site) thingsOf(k *kind) iter.Seq[paged] {
	switch {
	case k.name == KindNews:
		return func(yield func(paged) bool) {
			for i := range s.News {
				if !yield(s.News[i].Article) {
					return
				}
			}
		}
	case k.things != nil:
		return k.things(s.Facts)
	}
	return func(func(paged) bool) {}
}

// Find returns the published thing of a kind with an id; false when there is none, or none
// with a page.
func (s *Site) Find(kind, id string) (Thing, bool) {
	if kind != KindNews {
		return s.Facts.Find(kind, id)
	}
	if n := s.findArticle(id); n != nil {
		return n.thing(s.Facts), true
	}
	return Thing{}, false
}

// ThingIn returns the thing that an entry is, published or not; false when its kind has no pages.
func (s *Site) ThingIn(e *Entry) (Thing, bool) {
	if x, ok := e.Value.(paged); ok {
		return x.thing(s.Facts), true
	}
	return Thing{}, false
}

// Told returns what an entry is called and what it is in a sentence, in the site's language;
// "" what it does not say.
func (s *Site) Told(e *Entry) (name, summary string) {
	switch v := e.Value.(type) {
	case *Indicator:
		return s.Say(v.Name), s.Say(v.Definition)
	case *Source:
		return s.Say(v.Title), v.Publisher
	case *Article:
		return v.Title, v.Summary
	case *Page:
		return v.Title, v.Summary
	case paged:
		t := v.thing(s.Facts)
		if n := len(t.Texts); n > 0 { // the last is the summary
			summary = s.Say(t.Texts[n-1])
		}
		return t.Title, summary
	}
	return "", ""
}

// Entry returns what is written under an id of a kind, published or not; nil when there is none.
func (s *Site) Entry(kind, id string) *Entry { return s.index.exists[Ref{kind, id}] }

// Alias is an old address of a thing, at which readers still look for it.
type Alias struct {
	// Path is the address from the site's root, without percent signs and its first
	// slash: "berita/lama/" or "profil.pdf". That of a page ends in a slash.
	Path string
	// Of is whose it was, Title what that is called.
	Of    Ref
	Title string
	// Word is what was written, at Place.
	Word  string
	Place diag.Place
	// Decomposed says that it was written with letters and accents apart, as some
	// systems write names: readers ask for it in that form.
	Decomposed bool
}

// AssetFolder is where the templates' own files lie in the site, under names that hold their
// digest.
const AssetFolder = "aset"

// reservedFirst are first parts of addresses that the site, its hosts and its
// tools keep for themselves.
var reservedFirst = []string{
	AssetFolder, ".well-known", ".blandongan", ".git", "_headers", "_redirects", "_routes.json", "_worker.js",
}

// IsAddress tells an old address from another name, where both may be written.
func IsAddress(alias string) bool {
	if value.HasUnseen(alias) {
		alias = value.PlainName(alias)
	}
	return strings.HasPrefix(alias, "/") || strings.Contains(alias, "://")
}

// Names are the other names of a kecamatan: its aliases that are no old addresses.
func (k *Kecamatan) Names() []string {
	return slices.DeleteFunc(slices.Clone(k.Aliases), IsAddress)
}

// fileEnd is how the name of a file ends that is no page's folder. A year is none.
var fileEnd = regexp.MustCompile(`\.[A-Za-z][A-Za-z0-9]{0,4}$`)

// AliasPath returns the path that an old address names, or the fault in it.
func AliasPath(word string) (string, diag.Code) {
	rooted, ok := strings.CutPrefix(word, "/")
	decoded, err := url.PathUnescape(rooted)
	decoded = norm.NFC.String(decoded)
	parts := strings.Split(decoded, "/")
	switch {
	case !ok || err != nil || value.HasUnseen(word) || IsPattern(word),
		strings.ContainsAny(decoded, `?#\`) || strings.ContainsFunc(decoded, unicode.IsControl):
		return "", "alias-form"
	case slices.Contains(parts, "..") || slices.Contains(parts, "."):
		return "", "alias-leaves"
	case strings.Contains("/"+decoded, "//"):
		return "", "alias-form"
	case slices.ContainsFunc(parts, func(part string) bool { return value.Unfit(part) == "name-device" }):
		return "", "alias-unfit"
	case slices.ContainsFunc(reservedFirst, func(r string) bool { return strings.EqualFold(r, parts[0]) }):
		return "", "alias-reserved"
	}
	switch dir, last := path.Split(decoded); {
	case last == "index.html" || last == "index.htm":
		return dir, ""
	case last != "" && !fileEnd.MatchString(last):
		return decoded + "/", ""
	}
	return decoded, ""
}

// OldAddresses returns those of all that is published and has a page, in no order
// that means anything. Those that are at fault are left out: they have been
// reported.
func (s *Site) OldAddresses() []Alias {
	var list []Alias
	for x := range s.aliased() {
		t := x.thing(s.Facts)
		for i, word := range t.Aliases {
			if t.OtherNames && !IsAddress(word) {
				continue
			}
			if path, fault := AliasPath(word); fault == "" {
				list = append(list, Alias{path, t.Ref, t.Title, word, t.AtEntry("aliases", i), isDecomposed(word)})
			}
		}
	}
	return list
}

// aliased goes through the published things, without articles that have no other address, as most.
func (s *Site) aliased() iter.Seq[paged] {
	return func(yield func(paged) bool) {
		for i := range kinds {
			for x := range s.thingsOf(&kinds[i]) {
				if a, is := x.(*Article); (!is || len(a.Aliases) > 0) && !yield(x) {
					return
				}
			}
		}
	}
}

func isDecomposed(word string) bool {
	plain, err := url.PathUnescape(word)
	return err == nil && !norm.NFC.IsNormalString(plain)
}

// FirstAddress returns the first alias that this program may have given as the address
// of a page in a section, "" when there is none.
func FirstAddress(section string, aliases []string) string {
	for _, word := range aliases {
		path, fault := AliasPath(word)
		name, below := strings.CutPrefix(strings.TrimSuffix(path, "/"), section+"/")
		if fault == "" && below && value.IsSlug(name) {
			return section + "/" + name + "/"
		}
	}
	return ""
}

// IsPattern says whether an address stands for many in the language of another
// program: "/lama/*", "/berita/:slug/", "/{year}/", "/%postname%/". One with such a
// sign of its own is written in percent notation.
func IsPattern(word string) bool {
	if strings.IndexByte(word, '*') >= 0 {
		return true
	}
	for part := range strings.SplitSeq(word, "/") {
		n := len(part)
		if n < 2 {
			continue
		}
		switch part[:1] + part[n-1:] {
		case "{}", "<>", "[]", "%%":
			return true
		}
		if part[0] == ':' && unicode.IsLetter(rune(part[1])) ||
			strings.HasPrefix(part, "(.") || strings.HasPrefix(part, "([") {
			return true
		}
	}
	return false
}
