package opendata

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// PageView is the page of open data.
type PageView struct {
	AsOf     string        // the last day on which it was looked at; empty where that is not known
	Licence  ground.Link   // under which it may be used again
	Sources  ground.Link   // what it rests on
	Book     ground.Link   // the workbook
	Tables   []DataTable   // the tables
	Map      ground.Link   // the map as GeoJSON; without a text when there is none
	MapCodes string        // what is in that map
	Ways     []Way         // how programs open it
	Machines []ground.Link // catalogues and what else programs read
	Profiles []ground.Link // the data of each kecamatan, at an address by its code
}

// DataTable is a table of open data.
type DataTable struct {
	Name   string      // what its files are called, without their endings
	Title  string      // what readers call it
	About  string      // what is in it
	Rows   string      // how many rows it has
	CSV    ground.Link // the table as CSV
	JSON   ground.Link // the table as JSON
	Count  string      // how many fields it has
	Fields []DataField // the fields
}

// DataField is a field of a table.
type DataField struct {
	Name  string // its name
	Type  string // the word for its type
	About string // what it holds
	To    string // the table that it names rows of; empty for none
}

// Way is how a program opens the data.
type Way struct {
	Name string // the program
	Text string // what to do
	Code string // what to write; empty where nothing is written
}

// Page is the page of open data.
func Page(in PackageInputs, _ views.Body) *views.Page {
	w, c := on(in.Ground), &in.Ground.Facts.Config
	v := &PageView{
		AsOf: w.Day(value.Day(in.asOf())), Licence: ground.Link{Text: c.Licence.Name, URL: string(c.Licence.URL)},
		Sources: ground.Link{Text: w.Count(len(w.Facts.Sources)), URL: w.Link(address.Source + "/")},
		Book:    w.file(BookFile(w.Facts)), Ways: w.ways(in),
		Machines: []ground.Link{
			{Text: w.Word("data-package"), URL: w.Link(address.DataPackage)},
			{Text: w.Word("data-catalogue"), URL: w.Link(address.DataCatalogue)},
			{Text: w.Word("data-calendar"), URL: w.Link(address.Calendar)},
			{Text: w.Word("feed-atom"), URL: w.Link(address.Atom)},
			{Text: w.Word("feed-json"), URL: w.Link(address.JSONFeed)},
		},
	}
	if in.Map {
		v.Map, v.MapCodes = w.file(address.DataMap), w.words.Word("about-peta")
	}
	for i := range Tables {
		v.Tables = append(v.Tables, w.shown(&Tables[i], in.News))
	}
	for k := range each(w.Facts.Kecamatan) {
		link := ground.Link{Text: string(k.Code) + " " + k.Name, URL: w.Link(address.DataOf(k.Code))}
		v.Profiles = append(v.Profiles, link)
	}
	return &views.Page{
		Title: w.title(), Description: w.Word("data-intro", w.Base.City), Content: v, Data: []any{w.markup(in)},
		Crumbs: []ground.Link{{Text: w.Word("home"), URL: w.Link(address.Home)}},
	}
}

// file is a link to a file by its name.
func (w *writer) file(at string) ground.Link {
	return ground.Link{Text: strings.TrimPrefix(at, address.DataFolder), URL: w.Link(at)}
}

// shown is a table as the page tells of it.
func (w *writer) shown(t *Table, articles Extent) DataTable {
	rows := 0
	if t.News {
		rows = articles.Count // they are no facts
	}
	for range t.rows(w) {
		rows++
	}
	d := DataTable{
		Name: t.Name, Title: w.words.Word("table-" + t.Name), About: w.words.Word("about-" + t.Name),
		Rows: w.Count(rows), Count: w.Count(len(t.Fields)),
		CSV: w.file(address.DataTable(t.Name, "csv")), JSON: w.file(address.DataTable(t.Name, "json")),
	}
	for _, f := range t.Fields {
		kind := w.words.Word("type-" + string(f.Type))
		d.Fields = append(d.Fields, DataField{f.Name, kind, about(w.words, t.Name, f.Name), f.To})
	}
	return d
}

// ways tell for each program how to open the figures, or the map, so that codes stay codes.
func (w *writer) ways(in PackageInputs) []Way {
	book := strings.TrimPrefix(BookFile(w.Facts), address.DataFolder)
	csv := w.Absolute(address.DataTable("figures", "csv"))
	var texts, days []string
	for _, f := range Named("figures").Fields {
		switch f.Type {
		case Code, Known:
			texts = append(texts, f.Name)
		case Date:
			days = append(days, f.Name)
		}
	}
	named := w.Lang().List(texts)
	ways := []Way{
		{"Excel", w.words.Word("way-excel", book, named), ""},
		{"LibreOffice", w.words.Word("way-libreoffice", book, named), ""},
		{"pandas", w.words.Word("way-pandas"), "import pandas as pd\n\n" +
			"figures = pd.read_csv(\n    \"" + csv + "\",\n" +
			"    dtype={" + spell(texts, `"_": str`) + "},\n" +
			"    parse_dates=[" + spell(days, `"_"`) + "],\n)"},
		{"DuckDB", w.words.Word("way-duckdb"), "SELECT * FROM read_csv(\n  '" + csv + "',\n" +
			"  types = {" + spell(texts, `'_': 'VARCHAR'`) + "}\n);"},
		{"R", w.words.Word("way-r"), "figures <- read.csv(\n  \"" + csv + "\",\n" +
			"  colClasses = c(" + spell(texts, `_ = "character"`) + ",\n    " + spell(days, `_ = "Date"`) + "),\n" +
			"  na.strings = \"\", fileEncoding = \"UTF-8-BOM\"\n)"},
	}
	if in.Map {
		ways = append(ways, w.waysOfMap(w.Absolute(address.DataMap))...)
	}
	return ways
}

// spell writes names in a form in which _ stands for each.
func spell(names []string, form string) string {
	var list []string
	for _, n := range names {
		list = append(list, strings.Replace(form, "_", n, 1))
	}
	return strings.Join(list, ", ")
}

// waysOfMap are those of programs that draw maps.
func (w *writer) waysOfMap(at string) []Way {
	return []Way{
		{"QGIS", w.words.Word("way-qgis"), at},
		{"d3", w.words.Word("way-d3"), "const map = await d3.json(\"" + at + "\");\n" +
			"for (const { geometry: g } of map.features) {\n" +
			"  const polygons = g.type === \"Polygon\" ? [g.coordinates] : g.coordinates;\n" +
			"  for (const rings of polygons) for (const ring of rings) ring.reverse();\n}\n" +
			"const path = d3.geoPath(d3.geoMercator().fitSize([600, 600], map));"},
	}
}
