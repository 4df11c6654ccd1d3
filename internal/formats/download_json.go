package formats

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/site"
)

// The types below are the form of kecamatan/ID/ID.json. Texts are in the site's
// language, dates and periods as the editors wrote them (ISO 8601).
type kecamatanFile struct {
	ID            string          `json:"id"`
	Code          string          `json:"code"`
	BPSCode       string          `json:"bps_code,omitempty"`
	Name          string          `json:"name"`
	Aliases       []string        `json:"aliases,omitempty"`
	City          areaFile        `json:"city"`
	Page          string          `json:"page"`
	Language      string          `json:"language"`
	Publisher     string          `json:"publisher"`
	Licence       licenceFile     `json:"licence"`
	Summary       string          `json:"summary"`
	Head          *headFile       `json:"head,omitempty"`
	Origin        *originFile     `json:"established,omitempty"`
	Office        *officeFile     `json:"office,omitempty"`
	Borders       []areaFile      `json:"borders,omitempty"`
	Kelurahan     []areaFile      `json:"kelurahan"` // null when not known
	WardSources   []string        `json:"kelurahan_sources,omitempty"`
	IndicatorList []indicatorFile `json:"indicators"`
	Figures       []figureFile    `json:"figures"`
	SourceList    []sourceFile    `json:"sources"`
}

type areaFile struct {
	Code       string   `json:"code"`
	BPSCode    string   `json:"bps_code,omitempty"`
	Name       string   `json:"name"`
	Aliases    []string `json:"aliases,omitempty"`
	PostalCode string   `json:"postal_code,omitempty"`
	Lat        *float64 `json:"lat,omitempty"`
	Lon        *float64 `json:"lon,omitempty"`
}

type licenceFile struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type headFile struct {
	Name    string   `json:"name"`
	Role    string   `json:"role,omitempty"`
	Since   string   `json:"since,omitempty"`
	AsOf    string   `json:"as_of,omitempty"`
	Note    string   `json:"note,omitempty"`
	Sources []string `json:"sources,omitempty"`
}

type originFile struct {
	Year       int      `json:"year,omitempty"`
	LegalBasis string   `json:"legal_basis,omitempty"`
	SplitFrom  string   `json:"split_from,omitempty"`
	Note       string   `json:"note,omitempty"`
	Sources    []string `json:"sources,omitempty"`
}

type officeFile struct {
	Address    string   `json:"address,omitempty"`
	Locality   string   `json:"locality,omitempty"`
	Kelurahan  string   `json:"kelurahan,omitempty"`
	PostalCode string   `json:"postal_code,omitempty"`
	Lat        *float64 `json:"lat,omitempty"`
	Lon        *float64 `json:"lon,omitempty"`
	Phone      string   `json:"phone,omitempty"`
	Email      string   `json:"email,omitempty"`
	Hours      string   `json:"hours,omitempty"`
	Since      string   `json:"since,omitempty"`
	Note       string   `json:"note,omitempty"`
	Sources    []string `json:"sources,omitempty"`
}

type indicatorFile struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Unit       string `json:"unit"`
	Definition string `json:"definition"`
	Producer   string `json:"producer,omitempty"`
	// Computed says that nobody published its figures: they are one divided by another.
	Computed *ratioFile `json:"computed_from,omitempty"`
}

// ratioFile are the ids of two indicators, which are in the list too.
type ratioFile struct {
	Of  string `json:"of"`
	Per string `json:"per"`
}

type figureFile struct {
	Code      string   `json:"code"`
	Place     string   `json:"place"`
	Indicator string   `json:"indicator"`
	Period    string   `json:"period"`
	Value     *float64 `json:"value"`
	Missing   string   `json:"missing,omitempty"`
	Status    string   `json:"status,omitempty"`
	SaidBy    string   `json:"said_by,omitempty"`
	Note      string   `json:"note,omitempty"`
	Sources   []string `json:"sources"`
}

type sourceFile struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Kind      string `json:"kind,omitempty"`
	Date      string `json:"date,omitempty"`
	Trust     string `json:"trust,omitempty"`
	URL       string `json:"url,omitempty"`
	Licence   string `json:"licence,omitempty"`
	Accessed  string `json:"accessed,omitempty"`
	Note      string `json:"note,omitempty"`
}

// KecamatanData is the data of a profile.
func KecamatanData(in KecamatanInputs) any {
	w, position := writer{in.Ground}, in.Position
	s, k := w.Facts, &w.Facts.Kecamatan[position]
	f := kecamatanFile{
		ID: k.ID, Code: string(k.Code), BPSCode: string(k.BPSCode), Name: k.Name, Aliases: k.Names(),
		City:     areaFile{Code: string(s.City.Code), Name: s.City.Name},
		Page:     w.Absolute(address.Of(site.KindKecamatan, k.ID)),
		Language: string(s.Config.Language), Publisher: s.Say(s.Config.Publisher.Name), Summary: s.Say(k.Summary),
		Licence:       licenceFile{s.Config.Licence.Name, string(s.Config.Licence.URL)},
		IndicatorList: []indicatorFile{}, Figures: []figureFile{}, SourceList: []sourceFile{},
	}
	for _, id := range k.Borders {
		if b := s.FindKecamatan(id); b != nil {
			f.Borders = append(f.Borders, areaFile{Code: string(b.Code), Name: b.Name})
		}
	}
	for _, w := range k.Kelurahan {
		f.Kelurahan = append(f.Kelurahan,
			areaFile{string(w.Code), string(w.BPSCode), w.Name, w.Aliases, string(w.PostalCode), w.Lat, w.Lon})
	}
	f.WardSources = k.KelurahanSource
	w.addSources(&f, k.KelurahanSource)
	w.addOffice(&f, k)
	w.addFigures(&f, w.shown(position))
	return JSON{f}
}

func (w writer) addOffice(f *kecamatanFile, k *site.Kecamatan) {
	if h := k.Head; h != nil {
		f.Head = &headFile{h.Name, w.Say(h.Role), string(h.Since), string(h.AsOf), w.Say(h.Note), h.Source}
		w.addSources(f, h.Source)
	}
	if o := k.Established; o != nil {
		f.Origin = &originFile{o.Year, o.LegalBasis, o.SplitFrom, w.Say(o.Note), o.Source}
		w.addSources(f, o.Source)
	}
	if o := k.Office; o != nil {
		f.Office = &officeFile{
			o.Address, w.Say(o.Locality), o.Kelurahan, string(o.PostalCode), o.Lat, o.Lon, o.Phone, string(o.Email),
			w.Say(o.Hours), string(o.Since), w.Say(o.Note), o.Source,
		}
		w.addSources(f, o.Source)
	}
}

func (w writer) addFigures(f *kecamatanFile, shown []figures.Placed) {
	of := figures.Writer{Ground: w.Ground}
	for _, x := range shown {
		w.addIndicator(f, x.Figure.Indicator)
		f.Figures = append(f.Figures, figureFile{
			x.Code, x.Name, x.Figure.Indicator, string(x.Figure.Period), x.Figure.Value, of.Missing(x.Figure),
			status(x.Figure), w.Say(x.Figure.SaidBy), of.Note(x.Figure), append([]string{}, x.Figure.Source...),
		})
		w.addSources(f, x.Figure.Source)
	}
}

// addIndicator adds one that is not there yet, and what it is computed from.
func (w writer) addIndicator(f *kecamatanFile, id string) {
	i, known := w.Facts.Indicators[id]
	if !known || slices.ContainsFunc(f.IndicatorList, func(o indicatorFile) bool { return o.ID == id }) {
		return
	}
	x := indicatorFile{
		ID: id, Name: w.Say(i.Name), Unit: w.Say(i.Unit), Definition: w.Say(i.Definition), Producer: i.Producer,
	}
	if i.Ratio != nil {
		x.Computed = &ratioFile{i.Ratio.Of, i.Ratio.Per}
	}
	f.IndicatorList = append(f.IndicatorList, x)
	if i.Ratio != nil {
		w.addIndicator(f, i.Ratio.Of)
		w.addIndicator(f, i.Ratio.Per)
	}
}

// addSources adds those that are not there yet, in the order in which they are
// named.
func (w writer) addSources(f *kecamatanFile, ids []string) {
	for _, id := range ids {
		s, known := w.Facts.Sources[id]
		if !known || slices.ContainsFunc(f.SourceList, func(o sourceFile) bool { return o.ID == id }) {
			continue
		}
		f.SourceList = append(f.SourceList, sourceFile{
			id, w.Say(s.Title), s.Publisher, s.Kind, string(s.Date.Day), s.Trust, string(s.URL), s.Licence,
			string(s.Accessed), w.Say(s.Note),
		})
	}
}
