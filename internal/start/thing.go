package start

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"blandongan/internal/address"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
	"blandongan/internal/site/value"
	"blandongan/internal/start/codes"
)

// Wanted is what somebody asks for.
type Wanted struct {
	// Kind is one of site's, or its name in a language of ours: berita, article.
	Kind, Title string
	// Code is that of a kecamatan, "" when it is not known.
	Code string
	// From is the id of a thing of the kind that the new one is to be a copy of.
	From string
	Now  time.Time
}

// outline says what is known of a new thing of a kind.
type outline struct {
	title string // where its title stands, as the keys that lead there
	today string // what is of this day
	// wanted are keys that are not required, and yet are not to be left out: without
	// a page would be published that says nothing.
	wanted []string
}

// outlines are those of each kind of which there are many.
var outlines = map[string]outline{
	site.KindNews:      {title: "title", today: "date"},
	site.KindPage:      {title: "title", wanted: []string{"summary"}},
	site.KindKecamatan: {title: "name"},
	site.KindProgram:   {title: "name"},
	site.KindVisit:     {title: "title"},
	site.KindAdoption:  {title: "to.name"},
	site.KindIndicator: {title: "name"},
	site.KindSource:    {title: "title"},
}

// Words lists what the kinds of which new things can be made are called in a language.
func Words(l lang.Language) (list []string) {
	for _, k := range site.Kinds() {
		if _, known := outlines[k.Name]; known {
			_, one := meaning.Name(k.Name)
			list = append(list, strings.ToLower(one.In(l)))
		}
	}
	return list
}

// kindOf finds the kind that a word names: by its id or its names, one or many.
func kindOf(word string) (site.Kind, error) {
	word = strings.ToLower(word)
	for _, k := range site.Kinds() {
		many, one := meaning.Name(k.Name)
		names := []string{k.Name, many.ID, many.EN, one.ID, one.EN}
		is := func(name string) bool { return strings.ToLower(name) == word }
		if _, known := outlines[k.Name]; known && slices.ContainsFunc(names, is) {
			return k, nil
		}
	}
	return site.Kind{}, lang.Both{
		Indonesian: fail("new-kind", word, strings.Join(Words(lang.Indonesian), ", ")).In(lang.Indonesian),
		English:    fail("new-kind", word, strings.Join(Words(lang.English), ", ")).In(lang.English),
	}
}

// maxTitle is how long a title may be, in letters: what is longer was meant for the text.
const maxTitle = 200

// New makes a thing: its file, or its entry in the file of all.
func (d *Desk) New(w Wanted) (*Made, error) {
	k, err := kindOf(w.Kind)
	if err != nil {
		return nil, err
	}
	if w.Title = codes.Clean(w.Title); w.Title == "" {
		return nil, fail("new-no-title")
	}
	if n := len([]rune(w.Title)); n > maxTitle {
		return nil, fail("new-long", n, maxTitle)
	}
	if w.Code != "" {
		if k.Name != site.KindKecamatan {
			return nil, fail("new-code-kind")
		}
		if p := new(value.KecamatanCode).ReadLiteral(w.Code); p != nil {
			return nil, fail("new-code", w.Code)
		}
		if city := d.cityCode(); city != "" && !strings.HasPrefix(w.Code, city+".") {
			return nil, fail("new-code-elsewhere", w.Code, city)
		}
	}
	if k.Name == site.KindKecamatan {
		w.Title = codes.Kecamatan(w.Title)
	}
	m := &Made{File: k.Path}
	if m.Like, err = d.like(k, w); err != nil {
		return nil, err
	}
	m.ID = d.free(k, w.Title)
	if !k.Keyed {
		m.File += m.ID + k.Ending
	}
	text, err := d.text(k, w, m)
	if err != nil {
		return nil, err
	}
	m.Text = text
	return m, look(k, w, m)
}

// cityCode is the code of the city whose site it is, "" when that is not known.
func (d *Desk) cityCode() string {
	for _, e := range d.read(site.PathOfKind(site.KindCity)) {
		if city, is := e.Value.(*site.City); is {
			return string(city.Code)
		}
	}
	return ""
}

// like finds a thing of the kind that has the same name, by its file. A kecamatan of the same code
// is the same one.
func (d *Desk) like(k site.Kind, w Wanted) (file string, err error) {
	if k.Name != site.KindKecamatan {
		return d.ids[k.Name][short(value.Slugify(w.Title))], nil
	}
	for _, id := range d.idsOf(k.Name) {
		for _, e := range d.read(d.ids[k.Name][id]) {
			of, is := e.Value.(*site.Kecamatan)
			if !is {
				continue
			}
			if w.Code != "" && string(of.Code) == w.Code {
				return "", fail("new-code-taken", w.Code, d.ids[k.Name][id])
			}
			if value.Slugify(of.Name) == value.Slugify(w.Title) {
				file = d.ids[k.Name][id]
			}
		}
	}
	return file, nil
}

// text is what the file of a new thing holds.
func (d *Desk) text(k site.Kind, w Wanted, m *Made) ([]byte, error) {
	switch {
	case w.From != "":
		return d.copy(k, w, m)
	case k.Keyed:
		return d.appended(m, d.entry(k, w, m.ID)), nil
	case k.Text:
		return []byte("---\n" + d.sheet(k, w, "") + "---\n\n"), nil
	}
	return []byte(d.sheet(k, w, "")), nil
}

// longest is how long an id becomes: an address that people read out.
const longest = 60

// short is an id without the words that make it too long.
func short(id string) string {
	for len(id) > longest {
		cut := strings.LastIndexByte(id, '-')
		if cut <= 0 {
			cut = longest
		}
		id = strings.Trim(id[:cut], "-")
	}
	return id
}

// isUnfit says whether an id tells nothing, or is taken for something else.
func isUnfit(id string) bool { return id == value.Nameless || id == "index" || value.IsTaken(id) }

// free returns an id for a title that no thing of the kind has.
func (d *Desk) free(k site.Kind, title string) string {
	id := short(value.Slugify(title))
	if isUnfit(id) {
		id = k.Name + "-" + id
	}
	taken := func(id string) bool {
		if k.Name == site.KindPage && slices.Contains(address.Names(), id) {
			return true
		}
		return d.ids[k.Name][id] != ""
	}
	free := id
	for n := 2; taken(free); n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

// sheet writes what a new thing declares.
func (d *Desk) sheet(k site.Kind, w Wanted, indent string) string {
	o := outlines[k.Name]
	s := sheet{desk: d, given: map[string]string{o.title: scalar(w.Title)}, wanted: o.wanted, told: map[string]bool{}}
	if o.today != "" {
		s.given[o.today] = d.today(w.Now)
	}
	if w.Code != "" {
		s.given["code"] = quoted(w.Code)
	}
	s.required(k.Shape, indent)
	s.optional(k.Shape, indent)
	return s.String()
}

// today is the day in the site's zone.
func (d *Desk) today(now time.Time) string { return now.In(d.zone).Format(time.DateOnly) }

// entry is a new thing within the file of all.
func (d *Desk) entry(k site.Kind, w Wanted, id string) string {
	return id + ":\n" + d.sheet(k, w, "  ")
}

// look reads the new text as a build will: it wants the thing to be there, and notes what
// is to be filled in.
func look(k site.Kind, w Wanted, m *Made) error {
	entries := entriesOf(m.File, m.Text)
	at := slices.IndexFunc(entries, func(e *site.Entry) bool { return e.ID == m.ID && e.WellFormed })
	if at < 0 {
		if w.From != "" {
			return fail("new-no-copy", w.From)
		}
		return unfit(k, w, m)
	}
	for _, key := range entries[at].Found.Details().Unfilled {
		if !slices.Contains(m.Open, key) {
			m.Open = append(m.Open, key)
		}
	}
	return nil
}

// scalar writes a text so that YAML reads it as one.
func scalar(text string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -,.()/", r)
	}
	first := []rune(text)[0]
	rest := strings.IndexFunc(text, func(r rune) bool { return !plain(r) })
	switch strings.ToLower(text) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n":
		return quoted(text)
	}
	if unicode.IsLetter(first) && rest < 0 && strings.Trim(text, ".") != "" {
		return text
	}
	return quoted(text)
}
