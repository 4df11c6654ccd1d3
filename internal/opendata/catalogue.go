package opendata

import (
	"maps"
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/formats"
)

// object is a node of JSON-LD. Maps are written with sorted keys, so the bytes are stable.
type object = map[string]any

// catalogueContext says what the words of data.json mean: those of DCAT-US 3, a profile of
// DCAT 3 whose form in JSON is published. In it types bear their prefix, a dataset has no
// licence, which its distributions have, and a media type is an address.
const (
	catalogueContext = "https://raw.githubusercontent.com/DOI-DO/dcat-us/main/context/dcat-us-3.0.jsonld"
	mediaTypes       = "https://www.iana.org/assignments/media-types/"
	languages        = "http://id.loc.gov/vocabulary/iso639-1/"
)

// Catalogue is data.json.
func Catalogue(in PackageInputs) any {
	w := on(in.Ground)
	var sets []object
	for _, d := range w.datasets(in) {
		sets = append(sets, w.dataset(d, in.asOf()))
	}
	c := object{
		"@context": catalogueContext, "@id": w.Absolute(address.DataCatalogue), "@type": "dcat:Catalog",
		"title": w.title(), "description": w.words.Word("book-what-text"), "publisher": w.organisation(),
		"homepage": w.Absolute(address.DataFolder), "language": []string{languages + w.Base.Language},
		"dataset": sets,
	}
	w.dated(c, in.asOf())
	if url := string(w.Facts.Config.Licence.URL); url != "" {
		c["license"] = url
	}
	return formats.JSON{Value: c}
}

// dataset is what can be downloaded in one form or several.
type dataset struct {
	name, title, description string
	files                    []download
}

// download is a file by its address from the site's root.
type download struct{ at, form, mediaType string }

// datasets are the tables, the map and the workbook.
func (w *writer) datasets(in PackageInputs) []dataset {
	book := download{BookFile(w.Facts), "xlsx", bookType}
	list := []dataset{{"workbook", w.title(), w.words.Word("book-what-text"), []download{book}}}
	for i := range Tables {
		name := Tables[i].Name
		list = append(list, dataset{name, w.words.Word("table-" + name), w.words.Word("about-" + name), []download{
			{address.DataTable(name, "csv"), "csv", "text/csv"},
			{address.DataTable(name, "json"), "json", "application/json"},
		}})
	}
	if in.Map {
		list = append(list, dataset{"peta", w.words.Word("table-peta"), w.words.Word("about-peta"),
			[]download{{address.DataMap, "geojson", "application/geo+json"}}})
	}
	var profiles []download
	for k := range each(w.Facts.Kecamatan) {
		profiles = append(profiles, download{address.DataOf(k.Code), "json", "application/json"})
	}
	if len(profiles) > 0 {
		list = append(list, dataset{"profil", w.words.Word("table-profil"), w.words.Word("about-profil"), profiles})
	}
	return list
}

func (w *writer) dataset(d dataset, asOf string) object {
	var files []object
	for _, f := range d.files {
		x := object{
			"@type": "dcat:Distribution", "title": d.title + " (" + f.form + ")", "downloadURL": w.Absolute(f.at),
			"mediaType": mediaTypes + f.mediaType,
		}
		if url := string(w.Facts.Config.Licence.URL); url != "" {
			x["license"] = url
		}
		files = append(files, x)
	}
	c := &w.Facts.Config.Contact
	set := object{
		"@id": w.Absolute(address.DataFolder) + "#" + d.name, "@type": "dcat:Dataset",
		"title": w.Base.City + ": " + d.title, "description": d.description,
		"identifier": []string{packageName(w) + "/" + d.name}, "publisher": w.organisation(),
		"contactPoint": []object{
			{"@type": "vcard:Kind", "fn": w.Base.Publisher.Name, "hasEmail": "mailto:" + string(c.Email)},
		},
		"landingPage": w.Absolute(address.DataFolder), "language": []string{languages + w.Base.Language},
		"distribution": files,
	}
	w.dated(set, asOf)
	return set
}

// organisation is whoever publishes the site.
func (w *writer) organisation() object {
	name := w.Base.Publisher.Name
	return object{"@type": "org:Organization", "name": name, "prefLabel": name}
}

// dated says when something was changed last, as far as that is known.
func (w *writer) dated(x object, asOf string) {
	if asOf != "" {
		x["modified"] = asOf
	}
}

// markup is what the page says to search engines: schema.org's Dataset.
func (w *writer) markup(in PackageInputs) object {
	c := &w.Facts.Config
	by := object{"@type": "Organization", "name": w.Base.Publisher.Name}
	x := object{
		"@context": "https://schema.org", "@type": "Dataset", "name": w.title(),
		"description": w.Word("data-intro", w.Base.City) + " " + w.words.Word("book-what-text"),
		"url":         w.Absolute(address.DataFolder), "identifier": packageName(w),
		"inLanguage": w.Base.Language, "isAccessibleForFree": true, "creator": by, "publisher": by,
		"spatialCoverage": object{"@type": "Place", "name": w.Base.City},
		"isBasedOn":       w.Absolute(address.Source + "/"), "variableMeasured": w.measured(),
	}
	if asOf := in.asOf(); asOf != "" {
		x["dateModified"] = asOf
	}
	if l := c.Licence; l.URL != "" {
		x["license"] = string(l.URL)
	}
	var files []object
	for _, d := range w.datasets(in) {
		if d.name == "profil" {
			continue
		}
		for _, f := range d.files {
			files = append(files, object{"@type": "DataDownload", "name": d.title, "contentUrl": w.Absolute(f.at),
				"encodingFormat": f.mediaType})
		}
	}
	x["distribution"] = files
	return x
}

// measured are the indicators of the figures.
func (w *writer) measured() []string {
	names := []string{}
	for _, id := range slices.Sorted(maps.Keys(w.Facts.Indicators)) {
		i := w.Facts.Indicators[id]
		names = append(names, w.Say(i.Name))
	}
	return names
}
