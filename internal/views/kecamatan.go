package views

import (
	"slices"
	"strconv"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// KecamatanList compares all kecamatan.
type KecamatanList struct {
	Cards   []Card
	Map     *figures.Maps
	Columns []Column
	Rows    []CompareRow
	// Listed says that no column counts kelurahan; the number of those listed then
	// stands in its place.
	Listed  bool
	Gaps    []GapRow
	Sources []ground.SourceEntry
}

// GapRow is why cells of a column are empty: said once, with those it holds for,
// "" for all.
type GapRow struct {
	Column, Kecamatan, Reason string
	Sources                   []ground.Citation
}

// Column is one indicator of the comparison.
type Column struct{ Name, Unit, Definition, Better string }

// CompareRow is one kecamatan of the comparison; Cells match the columns.
type CompareRow struct {
	Kecamatan ground.Link
	Code      string
	// Kelurahan is how many there are, Wards the same for sorting; "" when not known.
	Kelurahan, Wards string
	Cells            []figures.FigureRow
}

// KecamatanView is a profile.
type KecamatanView struct {
	Name, Code, BPSCode string
	Aliases             string
	// Lead is the sentence that opens the profile, made from its figures; nil when
	// they do not suffice.
	Lead    []figures.LeadPart
	Summary string
	City    string
	// Indicators are those that are drawn, More the others that are compared, Figures
	// the rest, Side the numbers of all charts.
	Indicators, More []figures.IndicatorView
	Figures          []figures.FigureRow
	Side             *figures.SideTable
	Origin           *OriginView
	Head             *HeadView
	Office           *OfficeView
	Borders          []ground.Link
	Locator          *figures.LocatorView
	Kelurahan        []KelurahanRow
	Sights           []SightRow
	Services         []ServiceRow
	Highlights       []FactRow
	Photos           []PhotoView
	Programs         []Card
	Visits           []Card
	News             []Card
	NewsTotal        string
	Downloads        []ground.Link
	Citation         string
	Sources          []ground.SourceEntry
}

// OriginView tells how a city or kecamatan came to be.
type OriginView struct {
	When, SplitFrom, LegalBasis, Note string
	Sources                           []ground.Citation
}

// HeadView is who leads.
type HeadView struct {
	Name, Role, Since, AsOf, Note string
	Sources                       []ground.Citation
}

// OfficeView is where the public is served.
type OfficeView struct {
	Address, Locality, Kelurahan, PostalCode string
	Lat, Lon                                 string
	Phone, Email, Hours, Since, Note         string
	Sources                                  []ground.Citation
}

// KelurahanRow is a ward in a table.
type KelurahanRow struct{ Name, Code, BPSCode, PostalCode, Aliases string }

// SightRow is a place worth knowing.
type SightRow struct {
	Name, Kind, Kelurahan, Description string
	Sources                            []ground.Citation
}

// ServiceRow is a service of the office.
type ServiceRow struct {
	Name, Description, Hours, AsOf string
	Sources                        []ground.Citation
}

// FactRow is a statement with its source and standing.
type FactRow struct {
	Text, AsOf, Badge, SaidBy, Note string
	Sources                         []ground.Citation
}

// NewestNews is how many articles a profile, a program and a visit list.
const NewestNews = 20

// KecamatanListInputs are what the comparison of all kecamatan shows.
type KecamatanListInputs struct {
	Ground ground.Ground
	Areas  *figures.Areas
}

// KecamatanInputs are what a profile shows.
type KecamatanInputs struct {
	Ground ground.Ground
	Areas  *figures.Areas
	// Position is that of the kecamatan among the facts.
	Position int
	News     Latest
	Photos   []PhotoView
}

// AllKecamatan compares all kecamatan.
func AllKecamatan(in KecamatanListInputs, _ Body) *Page {
	s := on(in.Ground)
	c := s.Citer()
	v := &KecamatanList{Map: s.ShadedMaps(in.Areas, c), Cards: cardsOf(refs(s.Facts.Kecamatan), s.kecamatanCard), Listed: true}
	ids := s.SharedIndicators()
	for _, id := range ids {
		i := s.Facts.Indicators[id]
		v.Listed = v.Listed && i.Counts != "kelurahan"
		v.Columns = append(v.Columns, Column{s.Say(i.Name), s.Say(i.Unit), s.Say(i.Definition), s.Better(&i)})
	}
	for i := range s.Facts.Kecamatan {
		k := &s.Facts.Kecamatan[i]
		row := CompareRow{Kecamatan: s.LinkTo(site.KindKecamatan, k.ID, k.Name), Code: string(k.Code)}
		if n := len(k.Kelurahan); n > 0 {
			row.Kelurahan, row.Wards = s.Count(n), strconv.Itoa(n)
		}
		latest := site.Latest(k.Figures)
		for _, id := range ids {
			row.Cells = append(row.Cells, s.cell(latest, id, c))
		}
		v.Rows = append(v.Rows, row)
	}
	v.Gaps = s.gaps(v)
	v.dropEmpty()
	v.Sources = c.Entries
	title := s.Word("section-kecamatan")
	return &Page{Title: title, Description: s.Word("kecamatan-intro", s.Count(len(s.Facts.Kecamatan)), s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}

// dropEmpty leaves out the columns in which there is no figure at all; why is among
// the gaps.
func (v *KecamatanList) dropEmpty() {
	for j := len(v.Columns) - 1; j >= 0; j-- {
		if slices.ContainsFunc(v.Rows, func(r CompareRow) bool { return r.Cells[j].Value != "" }) {
			continue
		}
		v.Columns = slices.Delete(v.Columns, j, j+1)
		for i := range v.Rows {
			v.Rows[i].Cells = slices.Delete(v.Rows[i].Cells, j, j+1)
		}
	}
}

// gaps gathers the reasons of empty cells, column by column.
func (s scope) gaps(v *KecamatanList) []GapRow {
	var gaps []GapRow
	for j, column := range v.Columns {
		var reasons []GapRow
		holders := map[string][]string{}
		for _, row := range v.Rows {
			cell := row.Cells[j]
			if cell.Value != "" || cell.Missing == "" {
				continue
			}
			if holders[cell.Missing] == nil {
				reasons = append(reasons, GapRow{Column: column.Name, Reason: cell.Missing, Sources: cell.Sources})
			}
			holders[cell.Missing] = append(holders[cell.Missing], row.Kecamatan.Text)
		}
		for _, g := range reasons {
			if names := holders[g.Reason]; len(names) < len(v.Rows) {
				g.Kecamatan = s.Lang().List(names)
			}
			gaps = append(gaps, g)
		}
	}
	return gaps
}

func (s scope) cell(latest []site.Figure, indicator string, c *ground.Citer) figures.FigureRow {
	for i := range latest {
		if latest[i].Indicator == indicator {
			return s.Dated(&latest[i], c)
		}
	}
	return figures.FigureRow{}
}

// Kecamatan is a profile. It makes its parts in the order in which the page shows them:
// so sources are numbered.
func Kecamatan(in KecamatanInputs, _ Body) *Page {
	s, f, k := on(in.Ground), in.Ground.Facts, &in.Ground.Facts.Kecamatan[in.Position]
	c := s.Citer()
	profile := s.Profile(in.Position, c)
	title := s.Word("kecamatan-title", k.Name)
	v := &KecamatanView{
		Name: k.Name, Code: string(k.Code), BPSCode: string(k.BPSCode), Aliases: s.Lang().List(k.Names()),
		Lead: profile.Lead(), Summary: s.Say(k.Summary), City: s.Base.City,
		Head: s.headView(k.Head, s.Word("camat"), c), Borders: s.LinksOf(site.KindKecamatan, k.Borders), Locator: s.Locator(in.Areas, k),
	}
	v.Indicators, v.More, v.Figures = profile.Split()
	v.Side = profile.SideTable()
	for _, x := range k.Highlights {
		v.Highlights = append(v.Highlights, FactRow{Text: s.Say(x.Text), AsOf: s.Day(x.AsOf), Sources: c.Cite(x.Source)})
	}
	s.addPlaces(v, k, c)
	v.Programs = cardsOf(f.ProgramsOf(k.ID), s.programCard)
	v.Visits = cardsOf(f.VisitsTo(k.ID), s.visitCard)
	v.News, v.NewsTotal = cardsOf(in.News.News, s.newsCard), s.Count(in.News.Total)
	v.Photos = in.Photos
	v.Downloads, v.Citation = s.downloads(k), s.citation(title, address.Of(site.KindKecamatan, k.ID))
	v.Sources = c.Entries
	return &Page{Title: title, Description: v.Summary, Crumbs: s.crumbs(address.Kecamatan), Content: v, Data: []any{s.kecamatanData(k)}}
}

// addPlaces adds what is where: kelurahan, the office, places, pictures.
func (s scope) addPlaces(v *KecamatanView, k *site.Kecamatan, c *ground.Citer) {
	for _, w := range k.Kelurahan {
		v.Kelurahan = append(v.Kelurahan, KelurahanRow{w.Name, string(w.Code), string(w.BPSCode), string(w.PostalCode), s.Lang().List(w.Aliases)})
	}
	v.Origin, v.Office = s.originView(k.Established, c), s.officeView(k.Office, c)
	for _, x := range k.Services {
		v.Services = append(v.Services, ServiceRow{s.Say(x.Name), s.Say(x.Description), s.Say(x.Hours), s.Day(x.AsOf), c.Cite(x.Source)})
	}
	for _, x := range k.Sights {
		v.Sights = append(v.Sights, SightRow{x.Name, x.Kind, x.Kelurahan, s.Say(x.Description), c.Cite(x.Source)})
	}
}

func (s scope) originView(o *site.Origin, c *ground.Citer) *OriginView {
	if o == nil {
		return nil
	}
	v := &OriginView{SplitFrom: o.SplitFrom, LegalBasis: o.LegalBasis, Note: s.Say(o.Note), Sources: c.Cite(o.Source)}
	if o.Year != 0 {
		v.When = strconv.Itoa(o.Year)
	}
	return v
}

func (s scope) headView(h *site.Head, role string, c *ground.Citer) *HeadView {
	if h == nil {
		return nil
	}
	if h.Role != "" {
		role = h.Role
	}
	return &HeadView{h.Name, role, s.Day(h.Since), s.Day(h.AsOf), s.Say(h.Note), c.Cite(h.Source)}
}

func (s scope) officeView(o *site.Office, c *ground.Citer) *OfficeView {
	if o == nil {
		return nil
	}
	v := &OfficeView{
		Address: o.Address, Locality: s.Say(o.Locality), Kelurahan: o.Kelurahan, PostalCode: string(o.PostalCode),
		Phone: o.Phone, Email: string(o.Email), Hours: s.Say(o.Hours), Since: s.Day(o.Since),
		Note: s.Say(o.Note), Sources: c.Cite(o.Source),
	}
	if o.Lat != nil && o.Lon != nil {
		v.Lat, v.Lon = lang.Plain(*o.Lat), lang.Plain(*o.Lon)
	}
	return v
}

func (s scope) downloads(k *site.Kecamatan) []ground.Link {
	var links []ground.Link
	for _, form := range []string{"csv", "json"} {
		links = append(links, ground.Link{Text: s.Word("download-" + form), URL: s.Link(address.DataFile(k.ID, form))})
	}
	return links
}

// citation says how to cite a page. When it was read is for the reader to fill in:
// the day of the build would make two builds differ.
func (s scope) citation(title, at string) string {
	c := &s.Facts.Config
	return s.Word("cite-text", s.Base.Publisher.Name, title, s.Say(c.Title), s.Absolute(at))
}
