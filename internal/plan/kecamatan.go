package plan

import (
	"slices"
	"strconv"

	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// KecamatanList compares all kecamatan.
type KecamatanList struct {
	Cards   []Card
	Map     *Maps
	Columns []Column
	Rows    []CompareRow
	// Listed says that no column counts kelurahan; the number of those listed then
	// stands in its place.
	Listed  bool
	Gaps    []GapRow
	Sources []SourceEntry
}

// GapRow is why cells of a column are empty: said once, with those it holds for,
// "" for all.
type GapRow struct {
	Column, Kecamatan, Reason string
	Sources                   []Citation
}

// Column is one indicator of the comparison.
type Column struct{ Name, Unit, Definition string }

// CompareRow is one kecamatan of the comparison; Cells match the columns.
type CompareRow struct {
	Kecamatan Link
	Code      string
	// Kelurahan is how many there are, Wards the same for sorting; "" when not known.
	Kelurahan, Wards string
	Cells            []FigureRow
}

// KecamatanView is a profile.
type KecamatanView struct {
	Name, Code, BPSCode string
	Aliases             string
	// Lead is the sentence that opens the profile, made from its figures; nil when
	// they do not suffice.
	Lead    []LeadPart
	Summary string
	City    string
	// Indicators are those that are drawn, More the others that are compared, Figures
	// the rest, Side the numbers of all charts.
	Indicators, More []IndicatorView
	Figures          []FigureRow
	Side             *SideTable
	Origin           *OriginView
	Head             *HeadView
	Office           *OfficeView
	Borders          []Link
	Locator          *LocatorView
	Kelurahan        []KelurahanRow
	Sights           []SightRow
	Services         []ServiceRow
	Highlights       []FactRow
	Photos           []PhotoView
	Programs         []Card
	Visits           []Card
	News             []Card
	NewsTotal        string
	Downloads        []Link
	Citation         string
	Sources          []SourceEntry
}

// OriginView tells how a city or kecamatan came to be.
type OriginView struct {
	When, SplitFrom, LegalBasis, Note string
	Sources                           []Citation
}

// HeadView is who leads.
type HeadView struct {
	Name, Role, Since, AsOf, Note string
	Sources                       []Citation
}

// OfficeView is where the public is served.
type OfficeView struct {
	Address, Locality, Kelurahan, PostalCode string
	Lat, Lon                                 string
	Phone, Email, Hours, Since, Note         string
	Sources                                  []Citation
}

// KelurahanRow is a ward in a table.
type KelurahanRow struct{ Name, Code, BPSCode, PostalCode, Aliases string }

// SightRow is a place worth knowing.
type SightRow struct {
	Name, Kind, Kelurahan, Description string
	Sources                            []Citation
}

// ServiceRow is a service of the office.
type ServiceRow struct {
	Name, Description, Hours, AsOf string
	Sources                        []Citation
}

// FactRow is a statement with its source and standing.
type FactRow struct {
	Text, AsOf, Badge, SaidBy, Note string
	Sources                         []Citation
}

// newestNews is how many articles a profile lists.
const newestNews = 20

func (p *planner) kecamatan() {
	p.page("kecamatan/", "kecamatan-list", sectionKecamatan, siteFile, p.listOfKecamatanPieces, p.kecamatanList)
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		p.checkPhotos(k)
		p.page("kecamatan/"+k.ID+"/", "kecamatan", sectionKecamatan, k.Begin(),
			func() memo.Digest { return p.kecamatanPieces(k) }, func() *Page { return p.kecamatanPage(i) })
		p.kecamatanFiles(i)
	}
}

func (p *planner) kecamatanCard(k *site.Kecamatan) Card {
	return Card{Title: k.Name, URL: p.to("kecamatan", k.ID), Summary: p.site.Say(k.Summary)}
}

func (p *planner) kecamatanList() *Page {
	c := p.citer()
	v := &KecamatanList{Map: p.shadedMaps(c), Cards: cardsOf(refs(p.site.Kecamatan), p.kecamatanCard), Listed: true}
	ids := p.sharedIndicators()
	for _, id := range ids {
		i := p.site.Indicators[id]
		v.Listed = v.Listed && i.Counts != "kelurahan"
		v.Columns = append(v.Columns, Column{p.site.Say(i.Name), p.site.Say(i.Unit), p.site.Say(i.Definition)})
	}
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		row := CompareRow{Kecamatan: p.linkTo("kecamatan", k.ID, k.Name), Code: string(k.Code)}
		if n := len(k.Kelurahan); n > 0 {
			row.Kelurahan, row.Wards = p.lang.Count(n), strconv.Itoa(n)
		}
		latest := site.Latest(k.Figures)
		for _, id := range ids {
			row.Cells = append(row.Cells, p.cell(latest, id, c))
		}
		v.Rows = append(v.Rows, row)
	}
	v.Gaps = p.gaps(v)
	v.dropEmpty()
	v.Sources = c.entries
	title := p.lang.Word("section-kecamatan")
	return &Page{Title: title, Description: p.lang.Word("kecamatan-intro", p.lang.Count(len(p.site.Kecamatan)), p.site.City.Name),
		Crumbs: p.crumbs(""), Content: v}
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
func (p *planner) gaps(v *KecamatanList) []GapRow {
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
				g.Kecamatan = p.lang.List(names)
			}
			gaps = append(gaps, g)
		}
	}
	return gaps
}

// sharedIndicators are those that any kecamatan has a figure of, in the order
// of their first appearance.
func (p *planner) sharedIndicators() []string {
	var ids []string
	seen := map[string]bool{}
	for i := range p.site.Kecamatan {
		for _, f := range p.site.Kecamatan[i].Figures {
			if !seen[f.Indicator] {
				seen[f.Indicator] = true
				ids = append(ids, f.Indicator)
			}
		}
	}
	return ids
}

func (p *planner) cell(latest []site.Figure, indicator string, c *citer) FigureRow {
	for i := range latest {
		if latest[i].Indicator == indicator {
			return p.dated(&latest[i], c)
		}
	}
	return FigureRow{}
}

// kecamatanPage makes its parts in the order in which the page shows them: so
// sources are numbered.
func (p *planner) kecamatanPage(position int) *Page {
	s, c, k := p.site, p.citer(), &p.site.Kecamatan[position]
	news := s.NewsOf("kecamatan", k.ID)
	figures := p.profile(position, c)
	title := p.lang.Word("kecamatan-title", k.Name)
	v := &KecamatanView{
		Name: k.Name, Code: string(k.Code), BPSCode: string(k.BPSCode), Aliases: p.lang.List(k.Names()),
		Lead: figures.lead(), Summary: s.Say(k.Summary), City: s.City.Name,
		Head: p.headView(k.Head, p.lang.Word("camat"), c), Borders: p.kecamatanLinks(k.Borders), Locator: p.locator(k),
	}
	v.Indicators, v.More, v.Figures = figures.split()
	v.Side = figures.sideTable()
	for _, x := range k.Highlights {
		v.Highlights = append(v.Highlights, FactRow{Text: s.Say(x.Text), AsOf: p.day(x.AsOf), Sources: c.cite(x.Source)})
	}
	p.addPlaces(v, k, c)
	v.Programs = cardsOf(s.ProgramsOf(k.ID), p.programCard)
	v.Visits = cardsOf(s.VisitsTo(k.ID), p.visitCard)
	v.News, v.NewsTotal = p.cards(news, newestNews), p.lang.Count(len(news))
	v.Downloads, v.Citation = p.downloads(k), p.citation(title, "kecamatan/"+k.ID+"/")
	v.Sources = c.entries
	return &Page{Title: title, Description: v.Summary, Crumbs: p.crumbs(sectionKecamatan), Content: v, Data: []any{p.kecamatanData(k)}}
}

// addPlaces adds what is where: kelurahan, the office, places, pictures.
func (p *planner) addPlaces(v *KecamatanView, k *site.Kecamatan, c *citer) {
	s := p.site
	for _, w := range k.Kelurahan {
		v.Kelurahan = append(v.Kelurahan, KelurahanRow{w.Name, string(w.Code), string(w.BPSCode), string(w.PostalCode), p.lang.List(w.Aliases)})
	}
	v.Origin, v.Office = p.originView(k.Established, c), p.officeView(k.Office, c)
	for _, x := range k.Services {
		v.Services = append(v.Services, ServiceRow{s.Say(x.Name), s.Say(x.Description), s.Say(x.Hours), p.day(x.AsOf), c.cite(x.Source)})
	}
	for _, x := range k.Sights {
		v.Sights = append(v.Sights, SightRow{x.Name, x.Kind, x.Kelurahan, s.Say(x.Description), c.cite(x.Source)})
	}
	v.Photos = p.photos(k)
}

func (p *planner) originView(o *site.Origin, c *citer) *OriginView {
	if o == nil {
		return nil
	}
	v := &OriginView{SplitFrom: o.SplitFrom, LegalBasis: o.LegalBasis, Note: p.site.Say(o.Note), Sources: c.cite(o.Source)}
	if o.Year != 0 {
		v.When = strconv.Itoa(o.Year)
	}
	return v
}

func (p *planner) headView(h *site.Head, role string, c *citer) *HeadView {
	if h == nil {
		return nil
	}
	if h.Role != "" {
		role = h.Role
	}
	return &HeadView{h.Name, role, p.day(h.Since), p.day(h.AsOf), p.site.Say(h.Note), c.cite(h.Source)}
}

func (p *planner) officeView(o *site.Office, c *citer) *OfficeView {
	if o == nil {
		return nil
	}
	v := &OfficeView{
		Address: o.Address, Locality: p.site.Say(o.Locality), Kelurahan: o.Kelurahan, PostalCode: string(o.PostalCode),
		Phone: o.Phone, Email: string(o.Email), Hours: p.site.Say(o.Hours), Since: p.day(o.Since),
		Note: p.site.Say(o.Note), Sources: c.cite(o.Source),
	}
	if o.Lat != nil && o.Lon != nil {
		v.Lat, v.Lon = lang.Plain(*o.Lat), lang.Plain(*o.Lon)
	}
	return v
}
