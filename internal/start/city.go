package start

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"
	"unicode"

	"blandongan/internal/author"
	"blandongan/internal/desk/web"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"blandongan/internal/start/codes"
	"blandongan/internal/start/colours"
)

// City is what is known of a city whose showcase begins.
type City struct {
	Name, Code string
	// Province is its name, "" for that of the list, or the one that has the code.
	Province string
	// Language is that of the site, id or en: the other is its second.
	Language string
	// List is a list of area codes, nil without one; ListName what its file is called.
	List     []byte
	ListName string
	// BaseURL and Email are where the site will be and where its readers write, "" for examples.
	BaseURL, Email string
	// Colour and Accent are two colours as styles write them, "" for the program's own.
	Colour, Accent string
	// Tokens are the program's own, from which those two make others.
	Tokens string
	Now    time.Time
}

// The two that are chosen where one of them is not.
const usualColour, usualAccent = "#7b2a93", "#f3bf4f"

// Lacks are the flags without which there is no city: a list may tell the name.
func (c *City) Lacks() (flags []string) {
	if c.Code == "" {
		flags = append(flags, "--code")
	}
	if c.Name == "" && c.List == nil {
		flags = append(flags, "--name")
	}
	return flags
}

// Founded are the files with which a city's folder begins. Those in Beside are left out where
// something of their name is there already.
type Founded struct {
	Files, Beside        []author.File
	Name, Code           string
	Kecamatan, Kelurahan int
	// Left are the rows of the list of which something was not taken as it stands there.
	Left []codes.Left
	// Examples are the keys of the site's file that were given no real address.
	Examples []string
}

// Found makes a city's folder from what is known.
func (c City) Found() (*Founded, error) {
	f := founding{City: c}
	if err := f.prepare(); err != nil {
		return nil, err
	}
	if err := f.colours(); err != nil {
		return nil, err
	}
	f.file(site.ConfigFile, "site.yaml", f)
	f.file(site.PathOfKind(site.KindCity), "city.yaml", f)
	f.file(site.PathOfKind(site.KindIndicator), "indicators.yaml", f)
	f.file(site.PathOfKind(site.KindSource), "sources.yaml", f)
	f.kecamatan()
	pages := site.PathOfKind(site.KindPage)
	f.file(pages+f.About+".md", "about."+f.Main+".md", f)
	f.file(pages+f.About+"."+f.Other+".md", "about."+f.Other+".md", f)
	f.made.Files, f.files = f.files, nil
	f.file("README.md", "guide."+f.Main+".md", f)
	f.file(".gitignore", "gitignore", f)
	f.file(".github/workflows/check.yml", "github.yml", f)
	f.file(".gitlab-ci.yml", "gitlab.yml", f)
	f.made.Beside, f.made.Name, f.made.Code = f.files, f.Name, f.Code
	return &f.made, f.err
}

// founding is a city's folder that is being made.
type founding struct {
	City
	area                 *codes.City
	ProvinceCode         string
	Main, Other          string
	About, Source        string
	Zone, Today          string
	Example, ExampleName string
	files                []author.File
	made                 Founded
	err                  error
}

var cityCode = regexp.MustCompile(`^(\d\d)\.?(\d\d)$`)

// Wrong says what is wrong with the answer to one question, named as its flag; the others need
// not be there yet.
func (c City) Wrong(flag string) error {
	f := founding{City: c}
	switch flag {
	case "code":
		return f.code()
	case "from-csv":
		if f.code() != nil {
			return nil // it is told where the code is asked for
		}
		return f.read()
	case "name":
		if f.code() != nil || f.read() != nil {
			return nil // likewise
		}
		return f.named()
	case "language":
		return f.languages()
	case "base-url", "email":
		return f.addresses()
	case "colour", "accent":
		_, of, err := f.sheet()
		if of == flag {
			return err
		}
	}
	return nil
}

// prepare reads the list and works out what follows from the rest.
func (f *founding) prepare() error {
	for _, step := range []func() error{f.code, f.languages, f.read, f.named, f.addresses} {
		if err := step(); err != nil {
			return err
		}
	}
	zone, err := time.LoadLocation(f.Zone)
	if err != nil {
		return err
	}
	f.Today = f.Now.In(zone).Format(time.DateOnly)
	f.Province = cmp.Or(f.Province, provinceOf(f.ProvinceCode))
	return nil
}

// code reads the city's code. A province that is not listed may be named.
func (f *founding) code() error {
	m := cityCode.FindStringSubmatch(strings.TrimSpace(f.Code))
	if m == nil {
		return fail("init-code", f.Code)
	}
	f.Code, f.ProvinceCode, f.Zone = m[1]+"."+m[2], m[1], zoneOf(m[1])
	if f.Province = codes.Clean(f.Province); f.Province == "" && provinceOf(m[1]) == "" {
		return fail("init-province", f.Code, m[1], strings.Join(provinceCodes(), ", "))
	}
	if f.Province != "" {
		return isName(f.Province)
	}
	return nil
}

// isName wants a name to have letters, and an end, and to be no file's.
func isName(name string) error {
	if n := len([]rune(name)); n > maxTitle {
		return fail("new-long", n, maxTitle)
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return fail("init-odd-name", name)
	}
	if strings.ContainsAny(name, `/\`) || listName.MatchString(name) {
		return fail("init-path-name", name)
	}
	return nil
}

// listName is what a list is called, which is easily typed where a name is asked for.
var listName = regexp.MustCompile(`(?i)\.(csv|tsv|txt|xlsx?|ods)$`)

func (f *founding) languages() error {
	f.Main, f.Other, f.About, f.Source = "id", "en", "tentang", "kode-wilayah"
	switch f.Language {
	case "", "id":
	case "en":
		f.Main, f.Other, f.About, f.Source = "en", "id", "about", "area-codes"
	default:
		return fail("init-language", f.Language)
	}
	return nil
}

// read takes from the list what it has.
func (f *founding) read() error {
	f.area = &codes.City{}
	if f.List == nil || f.ProvinceCode == "" {
		return nil
	}
	area, err := codes.Read(f.List, f.Code)
	switch {
	case errors.Is(err, codes.ErrRounded):
		return fail("init-rounded", f.ListName)
	case errors.Is(err, codes.ErrEmpty):
		return fail("init-empty", f.ListName)
	case errors.Is(err, codes.ErrWorkbook):
		return fail("init-workbook", f.ListName)
	case errors.Is(err, codes.ErrCommas):
		return fail("init-commas", f.ListName)
	case err == nil && len(area.Parts) == 0 && len(area.Left) > 0 && area.Left[0].Why == codes.Unclosed:
		return fail("init-unclosed", f.ListName, area.Left[0].Line)
	case err != nil || len(area.Parts) == 0:
		return fail("init-no-rows", f.ListName, f.Code)
	}
	f.area = area
	f.Province = cmp.Or(f.Province, area.Province)
	f.made.Left = area.Left
	return nil
}

func (f *founding) named() error {
	if f.Name = codes.Place(cmp.Or(codes.Clean(f.Name), codes.Clean(f.area.Name))); f.Name == "" {
		return fail("init-no-name")
	}
	return isName(f.Name)
}

// addresses are where the site will be and where its readers write: until that is known, examples
// made from its name.
func (f *founding) addresses() error {
	slug := value.Slugify(f.Name)
	f.made.Examples = nil
	f.BaseURL = cmp.Or(f.BaseURL, "https://"+slug+".example/")
	if new(value.BaseURL).ReadLiteral(f.BaseURL) != nil {
		return fail("base-url", f.BaseURL)
	}
	f.Email = cmp.Or(f.Email, "redaksi@"+slug+".example")
	if new(value.Email).ReadLiteral(f.Email) != nil {
		return fail("init-email", f.Email)
	}
	if web.IsExample(f.BaseURL) {
		f.made.Examples = append(f.made.Examples, "base_url")
	}
	if web.IsExample(f.Email) {
		f.made.Examples = append(f.made.Examples, "contact")
	}
	return nil
}

// colours puts the two colours into a sheet of the site's own.
func (f *founding) colours() error {
	if f.Colour == "" && f.Accent == "" {
		return nil
	}
	sheet, _, err := f.sheet()
	f.files = append(f.files, author.File{Path: "templates/assets/tokens.css", Text: []byte(sheet)})
	return err
}

// sheet is made from the two colours. Of an error it tells which of them is at fault.
func (f *founding) sheet() (sheet, flag string, err error) {
	main, ok := colours.Parse(cmp.Or(f.Colour, usualColour))
	accent, also := colours.Parse(cmp.Or(f.Accent, usualAccent))
	if !ok {
		return "", "colour", fail("init-colour", f.Colour)
	}
	if !also {
		return "", "accent", fail("init-colour", f.Accent)
	}
	sheet, err = colours.Tokens(f.Tokens, main, accent)
	if p, is := errors.AsType[*colours.Poor](err); is {
		flag, word := "colour", "init-poor-colour"
		if p.Accent {
			flag, word = "accent", "init-poor-accent"
		}
		return "", flag, fail(word, p.Given, strconv.FormatFloat(p.Reaches, 'f', 1, 64), p.Nearest)
	}
	return sheet, "colour", err
}

// sameName is why a place has its code behind its name.
const sameName codes.Why = "same-name"

// distinct puts its code behind the name of a place when another of its kind has the same: which
// of them is meant nobody could tell. The first one keeps its name.
func (f *founding) distinct(places []codes.Area, kindOf func(codes.Area) string) {
	taken := map[string]bool{}
	for i := range places {
		p := &places[i]
		key := kindOf(*p) + " " + strings.ToLower(p.Name)
		if taken[key] {
			named := p.Name + " (" + p.Code + ")"
			f.made.Left = append(f.made.Left,
				codes.Left{Line: p.Line, Why: sameName, Code: p.Code, Name: p.Name, Other: named})
			p.Name = named
		}
		taken[key] = true
	}
}

// kecamatan writes a file for each.
func (f *founding) kecamatan() {
	taken := map[string]bool{}
	f.distinct(f.area.Parts, func(codes.Area) string { return "" })
	for _, k := range f.area.Parts { // a desa may bear a kelurahan's name: their codes begin otherwise
		f.distinct(k.Parts, func(p codes.Area) string { return path.Ext(p.Code)[:len(".1")] })
	}
	slices.SortStableFunc(f.made.Left, func(a, b codes.Left) int { return a.Line - b.Line })
	for _, k := range f.area.Parts {
		slug := short(value.Slugify(k.Name))
		if isUnfit(slug) {
			slug = site.KindKecamatan + "-" + slug
		}
		id := slug
		for n := 2; taken[id]; n++ {
			id = slug + "-" + strconv.Itoa(n)
		}
		taken[id] = true
		if f.Example == "" {
			f.Example, f.ExampleName = id, k.Name
		}
		f.made.Kecamatan++
		f.made.Kelurahan += len(k.Parts)
		indonesian, english := summaries(f.Name, k.Parts)
		f.file(site.PathOfKind(site.KindKecamatan)+id+".yaml", "kecamatan.yaml", struct {
			codes.Area
			ID, EN, Source string
		}{k, indonesian, english, f.Source})
	}
}

// summaries say of a kecamatan what its codes tell, in both languages.
func summaries(city string, parts []codes.Area) (indonesian, english string) {
	kelurahan, desa := 0, 0
	for _, p := range parts {
		if strings.HasPrefix(path.Ext(p.Code), ".1") {
			kelurahan++
		} else {
			desa++
		}
	}
	var counts []string
	for _, x := range []struct {
		n    int
		word string
	}{{kelurahan, "kelurahan"}, {desa, "desa"}} {
		if x.n > 0 {
			counts = append(counts, strconv.Itoa(x.n)+" "+x.word)
		}
	}
	if counts == nil {
		return "Kecamatan di " + city + ".", "A kecamatan in " + city + "."
	}
	return "Kecamatan dengan " + strings.Join(counts, " dan ") + " di " + city + ".",
		"A kecamatan of " + strings.Join(counts, " and ") + " in " + city + "."
}

//go:embed skeleton
var skeleton embed.FS

// file fills a text of the skeleton.
func (f *founding) file(to, name string, data any) {
	text, err := skeleton.ReadFile("skeleton/" + name)
	if err != nil {
		f.err = errors.Join(f.err, err)
		return
	}
	t, err := template.New(name).Delims("<%", "%>").Funcs(template.FuncMap{
		"scalar": scalar, "quoted": quoted, "inline": inline, "markdown": markdownText,
	}).Parse(string(text))
	var b bytes.Buffer
	if err == nil {
		err = t.Execute(&b, data)
	}
	f.err = errors.Join(f.err, err)
	f.files = append(f.files, author.File{Path: to, Text: b.Bytes()})
}

// Examples are the keys of the site's file that were given no real address, in one line.
func (f founding) Examples() string { return strings.Join(f.made.Examples, ", ") }

// T is a text in the site's language.
func (f founding) T(indonesian, english string) string {
	if f.Main == "id" {
		return indonesian
	}
	return english
}

// inline writes a text so that YAML reads it as one within braces.
func inline(text string) string {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -.", r) }
	if text == "" || scalar(text) != text || strings.ContainsFunc(text, func(r rune) bool { return !plain(r) }) {
		return quoted(text)
	}
	return text
}

// markdownText writes a text so that Markdown shows it as it is.
func markdownText(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\*_[]<`", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// provinces are the names of provinces by their codes, as the Ministry of Home Affairs lists them.
func provinces() map[string]string {
	names := map[string]string{}
	text, _ := skeleton.ReadFile("skeleton/provinces.txt") // it is embedded
	for line := range strings.Lines(string(text)) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		names[code] = name
	}
	return names
}

// provinceOf is the name of the province with a code, "" for a code that none has.
func provinceOf(code string) string { return provinces()[code] }

func provinceCodes() []string { return slices.Sorted(maps.Keys(provinces())) }

// zoneOf is the zone of a province with a code, by Keputusan Presiden 41/1987 and the
// provinces made since. For a code that none has it is that of its neighbours.
func zoneOf(code string) string {
	switch {
	case code < "50", code == "61", code == "62":
		return "Asia/Jakarta"
	case code < "80":
		return "Asia/Makassar"
	}
	return "Asia/Jayapura"
}
