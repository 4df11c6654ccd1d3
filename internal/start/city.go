package start

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"
	"unicode"

	"blandongan/internal/author"
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
	BaseURL  string
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
	Name                 string
	Kecamatan, Kelurahan int
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
	f.made.Beside, f.made.Name = f.files, f.Name
	return &f.made, f.err
}

// founding is a city's folder that is being made.
type founding struct {
	City
	area                 *codes.City
	ProvinceCode         string
	Main, Other          string
	About, Source        string
	Zone, Email, Today   string
	Example, ExampleName string
	files                []author.File
	made                 Founded
	err                  error
}

var cityCode = regexp.MustCompile(`^(\d\d)\.?(\d\d)$`)

// prepare reads the list and works out what follows from the rest.
func (f *founding) prepare() error {
	m := cityCode.FindStringSubmatch(strings.TrimSpace(f.Code))
	if m == nil {
		return fail("init-code", f.Code)
	}
	f.Code, f.ProvinceCode = m[1]+"."+m[2], m[1]
	if f.Zone = zoneOf(m[1]); f.Zone == "" {
		return fail("init-province", f.Code, m[1])
	}
	f.Main, f.Other, f.About, f.Source = "id", "en", "tentang", "kode-wilayah"
	switch f.Language {
	case "", "id":
	case "en":
		f.Main, f.Other, f.About, f.Source = "en", "id", "about", "area-codes"
	default:
		return fail("init-language", f.Language)
	}
	f.Province = plainTitle(f.Province)
	if err := f.read(); err != nil {
		return err
	}
	if f.Name = plainTitle(f.Name); f.Name == "" {
		return fail("init-lacks", "--name")
	}
	slug := value.Slugify(f.Name)
	f.BaseURL = cmp.Or(f.BaseURL, "https://"+slug+".example/")
	if new(value.BaseURL).ReadLiteral(f.BaseURL) != nil {
		return fail("base-url", f.BaseURL)
	}
	f.Email = "redaksi@" + slug + ".example"
	zone, err := time.LoadLocation(f.Zone)
	if err != nil {
		return err
	}
	f.Today = f.Now.In(zone).Format(time.DateOnly)
	f.Province = cmp.Or(f.Province, provinceOf(f.ProvinceCode))
	return nil
}

// read takes from the list what it has.
func (f *founding) read() error {
	f.area = &codes.City{}
	if f.List == nil {
		return nil
	}
	area, err := codes.Read(f.List, f.Code)
	switch {
	case errors.Is(err, codes.ErrRounded):
		return fail("init-rounded", f.ListName)
	case err != nil || len(area.Parts) == 0:
		return fail("init-no-rows", f.ListName, f.Code)
	}
	f.area = area
	f.Name, f.Province = cmp.Or(f.Name, area.Name), cmp.Or(f.Province, area.Province)
	return nil
}

// colours puts the two colours into a sheet of the site's own.
func (f *founding) colours() error {
	if f.Colour == "" && f.Accent == "" {
		return nil
	}
	main, ok := colours.Parse(cmp.Or(f.Colour, usualColour))
	accent, also := colours.Parse(cmp.Or(f.Accent, usualAccent))
	if !ok {
		return fail("init-colour", f.Colour)
	}
	if !also {
		return fail("init-colour", f.Accent)
	}
	sheet, err := colours.Tokens(f.Tokens, main, accent)
	if p, is := errors.AsType[*colours.Poor](err); is {
		word := "init-poor-colour"
		if p.Accent {
			word = "init-poor-accent"
		}
		return fail(word, p.Given, strconv.FormatFloat(p.Reaches, 'f', 1, 64), p.Nearest)
	}
	f.files = append(f.files, author.File{Path: "templates/assets/tokens.css", Text: []byte(sheet)})
	return err
}

// kecamatan writes a file for each.
func (f *founding) kecamatan() {
	taken := map[string]bool{}
	for _, k := range f.area.Parts {
		id := value.Slugify(k.Name)
		for n := 2; taken[id] || value.IsTaken(id); n++ {
			id = value.Slugify(k.Name) + "-" + strconv.Itoa(n)
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

// provinceOf is the name of the province with a code, as the Ministry of Home Affairs lists
// them, "" for a code that none has.
func provinceOf(code string) string {
	text, _ := skeleton.ReadFile("skeleton/provinces.txt") // it is embedded
	for line := range strings.Lines(string(text)) {
		if of, name, _ := strings.Cut(strings.TrimSpace(line), " "); of == code {
			return name
		}
	}
	return ""
}

// zoneOf is the zone of a province with a code, by Keputusan Presiden 41/1987 and the
// provinces made since; "" for a code that none has.
func zoneOf(code string) string {
	if provinceOf(code) == "" {
		return ""
	}
	switch {
	case code < "50", code == "61", code == "62":
		return "Asia/Jakarta"
	case code < "80":
		return "Asia/Makassar"
	}
	return "Asia/Jayapura"
}
