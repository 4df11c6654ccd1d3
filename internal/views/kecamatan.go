package views

import (
	"cmp"
	"strconv"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// KecamatanList compares all kecamatan.
type KecamatanList struct {
	Cards   []KecamatanCard    // all kecamatan
	Map     *figures.Maps      // the map, shaded by figures; nothing when there is none
	Table   *figures.Table     // the figures of all; nothing where none has any
	Reasons *ground.SourceList // the sources of why cells are empty, and of nothing else; nothing when there are none
	Sources *ground.SourceList // the sources that the page cites; nothing when it cites none
	Data    string             // the address of the page of open data
}

// KecamatanCard is a kecamatan in the list of all; Shape is empty where it is on no map.
type KecamatanCard struct {
	Card
	figures.Silhouette
}

// KecamatanView is a profile.
type KecamatanView struct {
	Name       string               // its name
	Code       string               // its code from Kemendagri
	BPSCode    string               // its code from BPS
	Aliases    string               // other spellings of its name
	Lead       []figures.LeadPart   // the sentence that opens the profile, in pieces; empty for lack of figures
	Summary    string               // what it is, in a sentence or two
	City       string               // the city's name
	Spreads    []figures.SpreadView // the figures that open the profile
	Alone      []figures.FigureRow  // its figures that open the profile beside them, without those of others
	Folded     FoldedView           // all of its figures
	Paper      string               // what is not printed, and where it is instead
	Origin     *OriginView          // how it came to be; nothing when not known
	Head       *HeadView            // who leads it; nothing when not known
	Office     *OfficeView          // its office; nothing when not known
	Borders    []ground.Link        // its neighbours
	Locator    *figures.LocatorView // where it lies in the city; nothing when it is on no map
	Kelurahan  []KelurahanRow       // its wards
	WardsKey   string               // what stands beside their names, and what is not known of it
	WardsFrom  []ground.Citation    // the sources of their codes and of where they lie
	Sights     []SightRow           // places worth knowing
	Services   []ServiceRow         // what its office does
	Highlights []FactRow            // what is worth knowing of it
	Photos     []PhotoView          // pictures
	Programs   []Card               // programs that run there
	Visits     []Card               // visits that went there
	News       []Card               // the latest articles about it
	NewsTotal  string               // how many articles there are about it
	Downloads  []ground.Link        // its data, for programs
	Citation   string               // how to cite the page
	Sources    *ground.SourceList   // the sources that the page cites, but for those of its folded part
}

// FoldedView are all figures of a profile.
type FoldedView struct {
	Indicators []figures.IndicatorView // the figures that are compared with those of its sisters
	Figures    []figures.FigureRow     // the rest of its figures
	Side       *figures.SideTable      // some of them for all kecamatan; nothing when none compares
	Sources    *ground.SourceList      // the sources that are cited only there; nothing when there are none
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
	Unknown    string            // what is not known of all this, in a sentence; empty for nothing
	Sources    []ground.Citation // the sources of that
}

// KelurahanRow is a ward in a list.
type KelurahanRow struct {
	Name       string // its name
	Code       string // its code from Kemendagri
	BPSCode    string // its code from BPS
	PostalCode string // its postal code
	Unknown    string // that it has none on record, where others have; else empty
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
	v := &KecamatanList{Map: s.ShadedMaps(in.Areas, c), Data: s.Link(address.DataFolder)}
	shapes := s.Silhouettes(in.Areas)
	for i := range s.Facts.Kecamatan {
		v.Cards = append(v.Cards, KecamatanCard{s.kecamatanCard(&s.Facts.Kecamatan[i]), shapes[i]})
	}
	intro := "kecamatan-intro"
	if v.Table = s.Table(c); v.Table == nil {
		intro = "kecamatan-intro-bare"
	}
	v.Sources = c.List()
	if v.Table != nil {
		s.Explain(v.Table, c)
	}
	v.Reasons = c.List()
	title := s.Word("section-kecamatan")
	return &Page{Title: title, Description: s.Word(intro, s.Count(len(s.Facts.Kecamatan)), s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
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
		Lead: profile.Lead(), Summary: s.Say(k.Summary), City: s.Base.City, Locator: s.Locator(in.Areas, k),
		Spreads: profile.Spreads(), Alone: profile.Alone(), Borders: s.LinksOf(site.KindKecamatan, k.Borders),
	}
	s.addPlaces(v, k, c)
	v.Programs = cardsOf(f.ProgramsOf(k.ID), s.programCard)
	v.Visits = cardsOf(f.VisitsTo(k.ID), s.visitCard)
	v.News, v.NewsTotal = cardsOf(in.News.News, s.newsCard), s.Count(in.News.Total)
	v.Photos = in.Photos
	v.Downloads, v.Citation = s.downloads(k), s.citation(title, address.Of(site.KindKecamatan, k.ID))
	v.Sources = c.List()
	v.Folded.Indicators, v.Folded.Figures = profile.Split()
	v.Folded.Side = profile.SideTable()
	v.Paper = s.Word("on-paper", s.Absolute(address.DataFile(k.ID, "csv")))
	v.Folded.Sources = c.List()
	return &Page{
		Title: title, Description: v.Summary, Crumbs: s.crumbs(address.Kecamatan), Content: v,
		Data: []any{s.kecamatanData(k)},
	}
}

// addPlaces adds what is where, in the order of the page: the office and who leads it,
// kelurahan, places, what is worth knowing.
func (s scope) addPlaces(v *KecamatanView, k *site.Kecamatan, c *ground.Citer) {
	v.Head, v.Office = s.headView(k.Head, s.Word("camat"), c), s.officeView(k.Office, c)
	for _, x := range k.Services {
		v.Services = append(v.Services, ServiceRow{
			s.Say(x.Name), s.Say(x.Description), s.Say(x.Hours), s.Day(x.AsOf), c.Cite(x.Source),
		})
	}
	v.Origin = s.originView(k.Established, c)
	v.Office.Unknown = s.notKnown(unknownOf(v))
	s.addWards(v, k)
	v.WardsFrom = c.Cite(k.KelurahanSource)
	for _, x := range k.Sights {
		v.Sights = append(v.Sights,
			SightRow{x.Name, s.Say(x.Kind), x.Kelurahan, s.Say(x.Description), c.Cite(x.Source)})
	}
	for _, x := range k.Highlights {
		v.Highlights = append(v.Highlights,
			FactRow{Text: s.Say(x.Text), AsOf: s.Day(x.AsOf), Sources: c.Cite(x.Source)})
	}
}

// addWards adds the kelurahan. A postal code that is not known is told of those that lack it
// among others, and once where none is known.
func (s scope) addWards(v *KecamatanView, k *site.Kecamatan) {
	codes, postal := "wards-code", "wards-postal-none"
	for _, w := range k.Kelurahan {
		if w.BPSCode != "" {
			codes = "wards-codes"
		}
		if w.PostalCode != "" {
			postal = "wards-postal"
		}
	}
	v.WardsKey = s.Word(codes) + " " + s.Word(postal)
	for _, w := range k.Kelurahan {
		row := KelurahanRow{Name: w.Name, Code: string(w.Code), BPSCode: string(w.BPSCode),
			PostalCode: string(w.PostalCode), Aliases: s.Lang().List(w.Aliases)}
		if w.PostalCode == "" && postal == "wards-postal" {
			row.Unknown = s.Word("no-postal")
		}
		v.Kelurahan = append(v.Kelurahan, row)
	}
}

// unknownOf are the words for what is not known of who leads a kecamatan, its office and
// its origin.
func unknownOf(v *KecamatanView) []string {
	var words []string
	if v.Head == nil {
		words = append(words, "camat")
	}
	words = append(words, v.Office.lacks()...)
	if v.Origin == nil || v.Origin.When == "" {
		words = append(words, "formed")
	}
	if v.Origin == nil || v.Origin.LegalBasis == "" {
		words = append(words, "legal-basis")
	}
	return words
}

// notKnown says once what is not known, by its words.
func (s scope) notKnown(words []string) string {
	var names []string
	for _, word := range words {
		names = append(names, s.Word("no-"+word))
	}
	if len(names) == 0 {
		return ""
	}
	return s.Word("not-known", s.Lang().List(names))
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
	role = cmp.Or(s.Say(h.Role), role)
	return &HeadView{h.Name, role, s.Day(h.Since), s.Day(h.AsOf), s.Say(h.Note), c.Cite(h.Source)}
}

// officeView is what is known of an office, of none nothing.
func (s scope) officeView(o *site.Office, c *ground.Citer) *OfficeView {
	if o == nil {
		o = &site.Office{}
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

// lacks are the words for what is not known of an office.
func (v *OfficeView) lacks() []string {
	var words []string
	for _, x := range []struct {
		word  string
		known bool
	}{
		{"address", v.Address+v.Locality != ""}, {"hours", v.Hours != ""}, {"phone", v.Phone != nil},
		{"email", v.Email != ""},
	} {
		if !x.known {
			words = append(words, x.word)
		}
	}
	return words
}

func (s scope) downloads(k *site.Kecamatan) []ground.Link {
	var links []ground.Link
	for _, form := range []string{"csv", "json"} {
		if form == "csv" && len(k.Figures) == 0 {
			continue
		}
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
