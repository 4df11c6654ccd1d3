package site

import (
	"cmp"

	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Kecamatan is data/kecamatan/ID.yaml: a district of the city, led by a camat.
type Kecamatan struct {
	records.Places
	ID      string
	Code    value.KecamatanCode `key:"code,required"`
	BPSCode value.BPSCode       `key:"bps_code" like:"\"1234056\""`
	Name    string              `key:"name,required"`
	// Aliases are other names of the kecamatan and, where an entry begins with "/",
	// its old addresses: see Names and Site.Aliases.
	Aliases     []string `key:"aliases" holds:"words"`
	Summary     Text     `key:"summary,required"`
	Established *Origin  `key:"established"`
	Head        *Head    `key:"head"`
	Office      *Office  `key:"office"`
	Borders     []string `key:"borders" ref:"kecamatan"`
	// Kelurahan are those that are listed; none says that they are not known.
	Kelurahan []Kelurahan `key:"kelurahan"`
	// KelurahanSource is where the codes and places of the kelurahan are from.
	KelurahanSource []string `key:"kelurahan_source" ref:"source"`

	Sights     []Sight     `key:"places"`
	Services   []Service   `key:"services"`
	Highlights []Highlight `key:"highlights"`
	Photos     []Photo     `key:"photos"`
	Figures    []Figure    `key:"figures"`
}

func (k *Kecamatan) identify(id, _ string) { k.ID = id }

func (k *Kecamatan) thing(*Facts) Thing {
	return Thing{
		Ref: Ref{KindKecamatan, k.ID}, Places: &k.Places, Name: k.ID, Title: k.Name,
		Texts: []Text{k.Summary}, Aliases: k.Aliases, OtherNames: true,
	}
}

// compareKecamatan sorts by code.
func compareKecamatan(_ *Facts, x, y *Kecamatan) int {
	return cmp.Or(cmp.Compare(x.Code, y.Code), cmp.Compare(x.ID, y.ID))
}

// Origin tells how a kecamatan came to be.
type Origin struct {
	records.Places
	Year       int      `key:"year" like:"2017"`
	LegalBasis string   `key:"legal_basis"`
	SplitFrom  string   `key:"split_from"`
	Source     []string `key:"source" ref:"source"`
	Note       Text     `key:"note"`
}

// Kelurahan is a ward of a kecamatan.
type Kelurahan struct {
	records.Places
	Code       value.KelurahanCode `key:"code,required"`
	BPSCode    value.BPSCode       `key:"bps_code" like:"\"1234056001\""`
	Name       string              `key:"name,required"`
	Aliases    []string            `key:"aliases" holds:"words"` // names only: a kelurahan has no page
	PostalCode value.PostalCode    `key:"postal_code"`
	Lat        *float64            `key:"lat" like:"-6.3"` // of a point in its middle
	Lon        *float64            `key:"lon" like:"106.7"`
}

// Sight is a place worth knowing in a kecamatan.
type Sight struct {
	records.Places
	Name        string   `key:"name,required"`
	Kind        Text     `key:"kind"`
	Kelurahan   string   `key:"kelurahan"`
	Description Text     `key:"description"`
	Source      []string `key:"source,required" ref:"source"`
}

// Service is what the public gets at the office, and when.
type Service struct {
	records.Places
	Name        Text      `key:"name,required"`
	Description Text      `key:"description"`
	Hours       Text      `key:"hours"`
	AsOf        value.Day `key:"as_of" when:"past"`
	Source      []string  `key:"source,required" ref:"source"`
}

// Highlight is one remarkable fact.
type Highlight struct {
	records.Places
	Text   Text      `key:"text,required"`
	AsOf   value.Day `key:"as_of" when:"past"`
	Source []string  `key:"source,required" ref:"source"`
}

// Photo is a picture below content/files.
type Photo struct {
	records.Places
	File   string `key:"file,required" like:"foto.jpg"`
	Alt    Text   `key:"alt,required"`
	Credit Text   `key:"credit,required"`
}

func (k *Kecamatan) check(f *faults) {
	f.figures(k.Figures)
	f.office(k.Office)
	for i := range k.Kelurahan {
		f.point(&k.Kelurahan[i].Places, k.Kelurahan[i].Lat, k.Kelurahan[i].Lon)
	}
	if o := k.Established; o != nil {
		f.year(&o.Places, "year", o.Year)
	}
}
