package views

import (
	"slices"
	"strconv"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// KecamatanList compares all kecamatan.
type KecamatanList struct {
	Cards   []Card             // all kecamatan
	Map     *figures.Maps      // the map, shaded by figures; nothing when there is none
	Columns []Column           // the indicators that are compared
	Rows    []CompareRow       // the kecamatan with their figures
	Listed  bool               // no column counts kelurahan, so that their number may have one
	Gaps    []GapRow           // why cells are empty
	Sources *ground.SourceList // the sources that the page cites; nothing when it cites none
}

// GapRow is why cells of a column are empty: said once, with those it holds for,
// "" for all.
type GapRow struct {
	Column    string            // the indicator's name
	Kecamatan string            // those for which the reason holds; empty for all
	Reason    string            // why there is no figure
	Sources   []ground.Citation // the sources of that
}

// Column is one indicator of the comparison.
type Column struct {
	Name       string // the indicator's name
	Unit       string // what is counted
	Definition string // what the indicator means
	Better     string // which way its figures are wished to go, in words; empty for neither
}

// CompareRow is one kecamatan of the comparison; Cells match the columns.
type CompareRow struct {
	Kecamatan ground.Link         // its name and profile
	Code      string              // its code from Kemendagri
	Kelurahan string              // how many kelurahan it has; empty when not known
	Wards     string              // the same for sorting
	Cells     []figures.FigureRow // a figure for each column
}

// KecamatanView is a profile.
type KecamatanView struct {
	Name       string                  // its name
	Code       string                  // its code from Kemendagri
	BPSCode    string                  // its code from BPS
	Aliases    string                  // other spellings of its name
	Lead       []figures.LeadPart      // the sentence that opens the profile, in pieces; empty for lack of figures
	Summary    string                  // what it is, in a sentence or two
	City       string                  // the city's name
	Indicators []figures.IndicatorView // the figures that are drawn
	More       []figures.IndicatorView // the others that are compared with those of its sisters
	Figures    []figures.FigureRow     // the rest of its figures
	Side       *figures.SideTable      // the numbers of all charts; nothing when there are none
	Origin     *OriginView             // how it came to be; nothing when not known
	Head       *HeadView               // who leads it; nothing when not known
	Office     *OfficeView             // its office; nothing when not known
	Borders    []ground.Link           // its neighbours
	Locator    *figures.LocatorView    // where it lies in the city; nothing when it is on no map
	Kelurahan  []KelurahanRow          // its wards
	WardsFrom  []ground.Citation       // the sources of their codes and of where they lie
	Sights     []SightRow              // places worth knowing
	Services   []ServiceRow            // what its office does
	Highlights []FactRow               // what is worth knowing of it
	Photos     []PhotoView             // pictures
	Programs   []Card                  // programs that run there
	Visits     []Card                  // visits that went there
	News       []Card                  // the latest articles about it
	NewsTotal  string                  // how many articles there are about it
	Downloads  []ground.Link           // its data, for programs
	Citation   string                  // how to cite the page
	Sources    *ground.SourceList      // the sources that the page cites; nothing when it cites none
}

// OriginView tells how a city or kecamatan came to be.
type OriginView struct {
	When       string            // the year or day
	SplitFrom  string            // what it was part of before
	LegalBasis string            // the law
	Note       string            // what else there is to say
	Sources    []ground.Citation // the sources of that
}

// HeadView is who leads.
type HeadView struct {
	Name    string            // the person's name
	Role    string            // what the person is called: Wali Kota, Camat
	Since   string            // since when
	AsOf    string            // until when that is known
	Note    string            // what else there is to say
	Sources []ground.Citation // the sources of that
}

// OfficeView is where the public is served.
type OfficeView struct {
	Address    string            // street and number
	Locality   string            // how to find it
	Kelurahan  string            // the kelurahan that it is in
	PostalCode string            // its postal code
	Lat        string            // its latitude, in degrees
	Lon        string            // its longitude, in degrees
	Phone      *ground.Phone     // its telephone number; nothing when not known
	Email      string            // its email address
	Hours      string            // when it is open
	Since      string            // since when it is used
	Note       string            // what else there is to say
	Sources    []ground.Citation // the sources of that
}

// KelurahanRow is a ward in a table.
type KelurahanRow struct {
	Name       string // its name
	Code       string // its code from Kemendagri
	BPSCode    string // its code from BPS
	PostalCode string // its postal code
	Aliases    string // other spellings of its name
}

// SightRow is a place worth knowing.
type SightRow struct {
	Name        string            // its name
	Kind        string            // what it is: a lake, a market
	Kelurahan   string            // where it is
	Description string            // more about it
	Sources     []ground.Citation // the sources of that
}

// ServiceRow is a service of the office.
type ServiceRow struct {
	Name        string            // what is done
	Description string            // more about it
	Hours       string            // when
	AsOf        string            // until when that is known
	Sources     []ground.Citation // the sources of that
}

// FactRow is a statement with its source and standing.
type FactRow struct {
	Text    string            // the statement
	AsOf    string            // until when that is known
	Badge   string            // the word for what is not official; empty for what is
	SaidBy  string            // who said it, if it is somebody's word
	Note    string            // what else there is to say
	Sources []ground.Citation // the sources of that
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
	v := &KecamatanList{
		Map: s.ShadedMaps(in.Areas, c), Cards: cardsOf(refs(s.Facts.Kecamatan), s.kecamatanCard), Listed: true,
	}
	ids := slices.DeleteFunc(s.SharedIndicators(), func(id string) bool {
		i := s.Facts.Indicators[id]
		return !i.Ranked() // the table can be sorted
	})
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
		latest := compare.Latest(k.Figures)
		for _, id := range ids {
			row.Cells = append(row.Cells, s.cell(latest, k.Figures, id, c))
		}
		v.Rows = append(v.Rows, row)
	}
	v.Gaps = s.gaps(v)
	v.dropEmpty()
	v.Sources = c.List()
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

func (s scope) cell(latest, all []site.Figure, indicator string, c *ground.Citer) figures.FigureRow {
	for i := range latest {
		if latest[i].Indicator == indicator {
			return s.Dated(&latest[i], all, c)
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
		Head: s.headView(k.Head, s.Word("camat"), c), Borders: s.LinksOf(site.KindKecamatan, k.Borders),
		Locator: s.Locator(in.Areas, k),
	}
	v.Indicators, v.More, v.Figures = profile.Split()
	v.Side = profile.SideTable()
	for _, x := range k.Highlights {
		v.Highlights = append(v.Highlights,
			FactRow{Text: s.Say(x.Text), AsOf: s.Day(x.AsOf), Sources: c.Cite(x.Source)})
	}
	s.addPlaces(v, k, c)
	v.Programs = cardsOf(f.ProgramsOf(k.ID), s.programCard)
	v.Visits = cardsOf(f.VisitsTo(k.ID), s.visitCard)
	v.News, v.NewsTotal = cardsOf(in.News.News, s.newsCard), s.Count(in.News.Total)
	v.Photos = in.Photos
	v.Downloads, v.Citation = s.downloads(k), s.citation(title, address.Of(site.KindKecamatan, k.ID))
	v.Sources = c.List()
	return &Page{
		Title: title, Description: v.Summary, Crumbs: s.crumbs(address.Kecamatan), Content: v,
		Data: []any{s.kecamatanData(k)},
	}
}

// addPlaces adds what is where: kelurahan, the office, places, pictures.
func (s scope) addPlaces(v *KecamatanView, k *site.Kecamatan, c *ground.Citer) {
	for _, w := range k.Kelurahan {
		v.Kelurahan = append(v.Kelurahan, KelurahanRow{
			w.Name, string(w.Code), string(w.BPSCode), string(w.PostalCode), s.Lang().List(w.Aliases),
		})
	}
	v.WardsFrom = c.Cite(k.KelurahanSource)
	v.Origin, v.Office = s.originView(k.Established, c), s.officeView(k.Office, c)
	for _, x := range k.Services {
		v.Services = append(v.Services, ServiceRow{
			s.Say(x.Name), s.Say(x.Description), s.Say(x.Hours), s.Day(x.AsOf), c.Cite(x.Source),
		})
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
		Phone: ground.PhoneOf(o.Phone), Email: string(o.Email), Hours: s.Say(o.Hours), Since: s.Day(o.Since),
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
