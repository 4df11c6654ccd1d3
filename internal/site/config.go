package site

import (
	"cmp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Text is what visitors read, in one language or in several.
type Text = records.Text

// TextOf is a text by its languages, that of "" in the site's own.
func TextOf(said map[string]string) Text { return records.TextOf(said) }

// Config is data/site.yaml: the showcase itself.
type Config struct {
	records.Places
	Title       Text             `key:"title,required"`
	BaseURL     value.BaseURL    `key:"base_url,required"`
	Language    value.Language   `key:"language,required"`
	Languages   []value.Language `key:"languages"`
	TimeZone    value.Zone       `key:"time_zone"`
	Publisher   Publisher        `key:"publisher,required"`
	Contact     SiteContact      `key:"contact,required"`
	Licence     Licence          `key:"licence,required"`
	Navigation  []Signpost       `key:"navigation"`
	Description Text             `key:"description,required"`
	// Question is what the front page asks its readers, in place of the title.
	Question Text `key:"question"`
	// Notice is a line that every page shows: whose site this is, or is not.
	Notice Text `key:"notice"`
}

// KnowsLanguages is false when the languages are already a problem of site.yaml.
func (c *Config) KnowsLanguages() bool {
	return c.Language != "" && !c.Misread("languages") && !slices.Contains(c.Languages, "")
}

// CheckLanguages finds what is wrong with the languages of a text: those that the site does
// not have, and with own its own where that is not among them.
func (c *Config) CheckLanguages(languages []records.Ref, own bool) diag.List {
	if !c.KnowsLanguages() {
		return nil
	}
	var problems diag.List
	for _, l := range languages {
		tag := value.Language(l.ID)
		if slices.Contains(c.Languages, tag) {
			continue
		}
		unknown := diag.At(l.Place, "language-unknown", l.ID)
		if meant := value.LanguageMeant(l.ID); slices.Contains(c.Languages, meant) {
			problems = append(problems, unknown.WithHint("write-it", meant))
			continue
		}
		more := value.ListLanguages(append(slices.Clone(c.Languages), tag))
		problems = append(problems, unknown.WithHint("languages", more))
	}
	isOwn := func(l records.Ref) bool { return l.ID == string(c.Language) }
	if own && len(languages) > 0 && !slices.ContainsFunc(languages, isOwn) {
		problems = append(problems, diag.At(languages[0].Place, "language-missing", string(c.Language)))
	}
	return problems
}

// Publisher answers for the showcase.
type Publisher struct {
	records.Places
	Name Text      `key:"name,required"`
	URL  value.URL `key:"url"`
	// Desks are the names under which the publisher itself signs articles: machines
	// are told that these are no persons.
	Desks []string `key:"desks"`
}

// SiteContact is whom visitors write to.
type SiteContact struct {
	records.Places
	Email   value.Email `key:"email,required"`
	Phone   string      `key:"phone" like:"021-5550100"`
	Address string      `key:"address"`
	URL     value.URL   `key:"url"`
	Note    Text        `key:"note"`
}

// Licence is under which the showcase's own words and data may be reused.
type Licence struct {
	records.Places
	Name string    `key:"name,required"`
	URL  value.URL `key:"url"`
}

// Signpost is one entry of the main navigation. Link is written as in Markdown:
// /kecamatan/, page:tentang, or a web address.
type Signpost struct {
	records.Places
	Label Text   `key:"label,required"`
	Link  string `key:"link,required" like:"/kecamatan/"`
}

// City is data/city.yaml.
type City struct {
	records.Places
	Code        value.CityCode `key:"code,required"`
	BPSCode     value.BPSCode  `key:"bps_code"`
	Name        string         `key:"name,required"`
	ShortName   string         `key:"short_name"`
	Motto       Text           `key:"motto"`
	Province    Province       `key:"province,required"`
	Established *Founding      `key:"established"`
	Head        *Head          `key:"head"`
	Office      *Office        `key:"office"`
	Neighbours  *Neighbours    `key:"neighbours"`
	Figures     []Figure       `key:"figures"`
}

// Neighbours are the regions around the city, by the side on which they lie; one may lie
// on two.
type Neighbours struct {
	records.Places
	North  []string `key:"north" holds:"words"`
	East   []string `key:"east" holds:"words"`
	South  []string `key:"south" holds:"words"`
	West   []string `key:"west" holds:"words"`
	Source []string `key:"source,required" ref:"source"`
}

// Province is what the city is part of.
type Province struct {
	records.Places
	Code value.ProvinceCode `key:"code,required"`
	Name string             `key:"name,required"`
}

// Founding tells how the city came to be.
type Founding struct {
	records.Places
	Date       value.Day `key:"date" when:"past"`
	LegalBasis string    `key:"legal_basis"`
	SplitFrom  string    `key:"split_from"`
	Source     []string  `key:"source" ref:"source"`
	Note       Text      `key:"note"`
}

// Head is who leads a city or a kecamatan (the camat), as of a day.
type Head struct {
	records.Places
	Name   string    `key:"name,required"`
	Role   Text      `key:"role"`
	Since  value.Day `key:"since" when:"past"`
	AsOf   value.Day `key:"as_of" when:"past"`
	Source []string  `key:"source,required" ref:"source"`
	Note   Text      `key:"note"`
}

// Office is where the public is served.
type Office struct {
	records.Places
	Address    string           `key:"address"`
	Locality   Text             `key:"locality"`
	Kelurahan  string           `key:"kelurahan"`
	PostalCode value.PostalCode `key:"postal_code"`
	Lat        *float64         `key:"lat" like:"-6.3"`
	Lon        *float64         `key:"lon" like:"106.7"`
	Phone      string           `key:"phone" like:"021-5550100"`
	Email      value.Email      `key:"email"`
	Hours      Text             `key:"hours"`
	Since      value.Day        `key:"since"`
	Source     []string         `key:"source" ref:"source"`
	Note       Text             `key:"note"`
}

func (c *City) check(f *faults) {
	f.figures(c.Figures)
	f.office(c.Office)
}

func (f *faults) office(o *Office) {
	if o != nil {
		f.point(&o.Places, o.Lat, o.Lon)
	}
}

// point wants degrees of the earth, and neither without the other.
func (f *faults) point(x *records.Places, lat, lon *float64) {
	if lat != nil && (*lat < -90 || *lat > 90) {
		f.say(x.At("lat"), "bad-coordinate", *lat, diag.Word("latitude"))
	}
	if lon != nil && (*lon < -180 || *lon > 180) {
		f.say(x.At("lon"), "bad-coordinate", *lon, diag.Word("longitude"))
	}
	if (lat == nil) != (lon == nil) && !x.Misread("lat") && !x.Misread("lon") {
		have, lack := "lat", "lon"
		if lat == nil {
			have, lack = lack, have
		}
		f.say(x.At(have), "missing-key", lack)
	}
}

// Words is data/words.yaml: texts that stand in place of the pages' own words.
type Words struct{ records.Texts }

// ownWords declares a text for each of the pages' words.
var ownWords = records.ShapeOfTexts(lang.Pages.Keys(), records.Words{Keys: keysByText()})

// keysByText are the keys of the pages' words by what readers see: whoever wants to
// replace a word knows that, and not the key. Words of addresses are seen elsewhere.
func keysByText() map[string][]string {
	keys := map[string][]string{}
	for _, key := range lang.Pages.Keys() {
		if lang.InAddresses(key) {
			continue
		}
		word := lang.Pages.Both(key)
		for _, text := range []string{word.Indonesian, word.English} {
			text = strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(text))
			keys[text] = append(keys[text], key)
		}
	}
	return keys
}

// WordsIn are the site's own words for its pages in a language, by key.
func (f *Facts) WordsIn(tag string) map[string]string {
	main := cmp.Or(f.Main, f.Config.Language).String()
	words := f.WordsOf(tag)
	for key, text := range f.Words {
		if said := text.In(main, main); words[key] == "" && said != "" && lang.LeansOn(tag, main) {
			words[key] = said
		}
	}
	return words
}

// WordsOf are those of them that are in that language by name.
func (f *Facts) WordsOf(tag string) map[string]string {
	words := map[string]string{}
	for key, text := range f.Words {
		if text.Has(tag) {
			words[key] = text.In(tag, tag)
		}
	}
	return words
}

// check wants a text to be filled with what the one in its place is filled with, and a
// word of addresses to be such.
func (w *Words) check(f *faults) {
	for _, key := range lang.Pages.Keys() {
		text, ok := w.ByKey[key]
		if !ok {
			continue
		}
		for _, one := range text.All() {
			if !lang.Pages.Fits(key, one) {
				f.sayHint(diag.At(w.At(key), "word-holes", key).WithHint("original-text", lang.Pages.Both(key)))
				break
			}
			if p := new(value.Slug).ReadLiteral(one); p != nil && lang.InAddresses(key) {
				p.Place = w.At(key)
				f.sayHint(*p)
				break
			}
		}
	}
}
