package opendata

import (
	"cmp"
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
)

// PackageInputs are what the catalogues show, and the page to machines.
type PackageInputs struct {
	Ground ground.Ground
	// News is the extent of the articles.
	News Extent
	// Map says that the city has one.
	Map bool
}

// asOf is the last day on which the data was looked at, as far as that is known.
func (in PackageInputs) asOf() string { return max(AsOf(in.Ground.Facts), in.News.Changed) }

// The types below are the form of datapackage.json (Data Package 2, datapackage.org). Of what
// the standard allows its published profiles refuse some: fieldsMatch must be a list there, a
// field may be no list, a licence's name has no blanks. So fields match as they do where
// nothing is said, lists are texts, and a licence is named only by what Open Definition calls
// it; else it has a title and a path.
type dataPackage struct {
	Schema       string            `json:"$schema"`
	Name         string            `json:"name"`
	Title        string            `json:"title"`
	Description  string            `json:"description"`
	Homepage     string            `json:"homepage"`
	AsOf         string            `json:"as_of,omitempty"`
	Licences     []packageLicence  `json:"licenses,omitempty"`
	Contributors []contributor     `json:"contributors"`
	Sources      []packageSource   `json:"sources,omitempty"`
	Resources    []packageResource `json:"resources"`
}

type packageLicence struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Roles []string `json:"roles"`
}

type packageSource struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type packageResource struct {
	Name        string         `json:"name"`
	Type        string         `json:"type,omitempty"`
	Path        string         `json:"path"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Format      string         `json:"format"`
	MediaType   string         `json:"mediatype"`
	Encoding    string         `json:"encoding,omitempty"`
	Dialect     *dialect       `json:"dialect,omitempty"`
	Schema      *packageSchema `json:"schema,omitempty"`
}

type dialect struct {
	Schema         string `json:"$schema"`
	LineTerminator string `json:"lineTerminator"`
}

type packageSchema struct {
	Schema      string         `json:"$schema"`
	Fields      []packageField `json:"fields"`
	PrimaryKey  []string       `json:"primaryKey"`
	ForeignKeys []foreignKey   `json:"foreignKeys,omitempty"`
}

type packageField struct {
	Name        string            `json:"name"`
	Type        string            `json:"type"`
	Format      string            `json:"format,omitempty"`
	Description string            `json:"description"`
	Said        map[string]string `json:"descriptions"`
	Constraints *constraints      `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}

// profiles is where the published profiles of Data Package 2 lie.
const profiles = "https://datapackage.org/profiles/2.0/"

// Package is datapackage.json.
func Package(in PackageInputs) any {
	w := on(in.Ground)
	c := &w.Facts.Config
	p := dataPackage{
		Schema: profiles + "datapackage.json", Name: packageName(w), Title: w.title(),
		Description: w.words.Word("book-what-text"), Homepage: w.Absolute(address.DataFolder), AsOf: in.asOf(),
		Contributors: []contributor{{w.Base.Publisher.Name, w.Base.Publisher.URL, []string{"publisher"}}},
	}
	for x := range byID(w.Facts.Sources) {
		p.Sources = append(p.Sources, packageSource{w.Say(x.Title), string(x.URL)})
	}
	if l := c.Licence; openNames[l.Name] != "" || l.URL != "" {
		p.Licences = []packageLicence{{openNames[l.Name], string(l.URL), l.Name}}
	}
	for i := range Tables {
		t := &Tables[i]
		r := packageResource{
			Name: t.Name, Type: "table", Path: t.Name + ".csv", Title: w.words.Word("table-" + t.Name),
			Description: w.words.Word("about-" + t.Name), Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
			Dialect: &dialect{profiles + "tabledialect.json", "\r\n"}, Schema: w.schema(t),
		}
		p.Resources = append(p.Resources, r)
	}
	for i := range Tables {
		t := &Tables[i]
		p.Resources = append(p.Resources, packageResource{Name: t.Name + "-json", Path: t.Name + ".json",
			Title: w.words.Word("table-"+t.Name) + " (JSON)", Format: "json", MediaType: "application/json",
			Encoding: "utf-8"})
	}
	return formats.JSON{Value: w.others(p, in)}
}

// others adds the workbook, the map and what is known of each kecamatan.
func (w *writer) others(p dataPackage, in PackageInputs) dataPackage {
	book := BookFile(w.Facts)[len(address.DataFolder):]
	p.Resources = append(p.Resources, packageResource{Name: "workbook", Path: book, Title: w.title(),
		Format: "xlsx", MediaType: bookType})
	if in.Map {
		p.Resources = append(p.Resources, packageResource{Name: "peta", Path: address.DataMap[len(address.DataFolder):],
			Title: w.words.Word("table-peta"), Description: w.words.Word("about-peta"), Format: "geojson",
			MediaType: "application/geo+json", Encoding: "utf-8"})
	}
	for k := range each(w.Facts.Kecamatan) {
		p.Resources = append(p.Resources, packageResource{Name: "kecamatan-" + string(k.Code),
			Path: address.DataOf(k.Code)[len(address.DataFolder):], Title: w.Word("kecamatan-title", k.Name),
			Format: "json", MediaType: "application/json", Encoding: "utf-8"})
	}
	return p
}

const bookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// packageName is that of the file, of small letters: the city's code keeps it apart from others.
func packageName(w *writer) string { return "blandongan-" + string(w.Facts.City.Code) }

// openNames are what Open Definition calls the licences that editors write.
var openNames = map[string]string{
	"CC BY 4.0": "CC-BY-4.0", "CC BY-SA 4.0": "CC-BY-SA-4.0", "CC0": "CC0-1.0", "CC0 1.0": "CC0-1.0",
	"ODbL 1.0": "ODbL-1.0", "ODC-BY 1.0": "ODC-BY-1.0", "PDDL 1.0": "PDDL-1.0",
}

// fieldTypes are what the types are called in a Table Schema, with their format.
var fieldTypes = map[Type][2]string{
	Integer: {"integer"}, Number: {"number"}, Boolean: {"boolean"}, Date: {"date"}, URL: {"string", "uri"},
	Email: {"string", "email"},
}

func (w *writer) schema(t *Table) *packageSchema {
	s := &packageSchema{Schema: profiles + "tableschema.json", PrimaryKey: []string{t.key()}}
	id, en := lang.OpenData.In("id"), lang.OpenData.In("en")
	for _, f := range t.Fields {
		kind := fieldTypes[f.Type]
		x := packageField{
			Name: f.Name, Type: cmp.Or(kind[0], "string"), Format: kind[1], Description: about(w.words, t.Name, f.Name),
			Said: map[string]string{"id": about(id, t.Name, f.Name), "en": about(en, t.Name, f.Name)},
		}
		if f.Needed || f.OneOf != nil {
			x.Constraints = &constraints{f.Needed, f.Key, slices.Clone(f.OneOf)}
		}
		s.Fields = append(s.Fields, x)
		if f.To != "" {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{f.Name},
				reference{selfOr(t.Name, f.To), []string{Named(f.To).key()}}})
		}
	}
	return s
}

// selfOr is how a table is named in a reference: a table names itself by "".
func selfOr(here, to string) string {
	if here == to {
		return ""
	}
	return to
}
