package views

import (
	"cmp"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// CityView is the city: its figures, and what it is besides.
type CityView struct {
	Leading      []figures.FigureRow    // a few of the city's figures, to stand large
	Series       *figures.SeriesView    // what is counted in several ways, drawn; nothing when nothing is
	Claims       []figures.CityClaim    // what somebody said of the city, beside the figures on record
	Coverage     *figures.Coverage      // what there are figures of, and what not; nothing without indicators
	Topics       []figures.TopicFigures // all of the city's figures, by topic
	Sources      *ground.SourceList     // the sources that the page cites; nothing when it cites none
	Listed       *figures.Listed        // its kecamatan; nothing without any
	Name         string                 // the city's name, the short one where it has one
	Motto        string                 // its motto
	Province     string                 // the name of its province
	Code         string                 // its code from Kemendagri
	ProvinceCode string                 // that of its province
	BPSCode      string                 // its code from BPS
	Head         *HeadView              // who leads it; nothing when not known
	Origin       *OriginView            // how it came to be; nothing when not known
	Office       *OfficeView            // its office; nothing when not known
	Neighbours   *FactRow               // the regions around it, by their sides; nothing when not known
}

// CityInputs are what the page of the city shows.
type CityInputs struct {
	Ground ground.Ground
	// News are the articles with claims.
	News []*site.News
}

// City is the page of the city's own figures.
func City(in CityInputs, _ Body) *Page {
	s, x := on(in.Ground), &in.Ground.Facts.City
	c := s.Citer()
	v := s.cityView(x, in.News, c)
	p := &Page{Title: s.Word("city-title", v.Name), Description: s.Word("city-intro", x.Name), Content: v}
	if v.Topics == nil && v.Claims == nil {
		p.Title, p.Description = v.Name, s.Word("city-none", x.Name)
	}
	p.Crumbs = s.crumbs(address.Home)
	return p
}

func (s scope) cityView(x *site.City, news []*site.News, c *ground.Citer) *CityView {
	v := &CityView{
		Name: cmp.Or(x.ShortName, x.Name), Motto: s.Say(x.Motto), Province: x.Province.Name,
		Code: string(x.Code), ProvinceCode: string(x.Province.Code), BPSCode: string(x.BPSCode),
		Leading: s.Rows(s.Leading(), c),
		Series:  s.Series(c), Claims: s.CityClaims(news, c), Coverage: s.Coverage(), Topics: s.ByTopic(c),
		Head: s.headView(x.Head, s.Word("head-of-city"), c),
	}
	if o := x.Established; o != nil {
		v.Origin = &OriginView{s.Day(o.Date), o.SplitFrom, o.LegalBasis, s.Say(o.Note), c.Cite(o.Source)}
	}
	v.Listed = s.Listed(c)
	v.Neighbours = s.neighbours(x.Neighbours, c)
	if x.Office != nil {
		v.Office = s.officeView(x.Office, c)
		v.Office.Unknown = s.notKnown(v.Office.lacks())
	}
	v.Sources = c.List()
	return v
}

func (s scope) neighbours(x *site.Neighbours, c *ground.Citer) *FactRow {
	if x == nil {
		return nil
	}
	var sides []string
	for _, side := range []struct {
		word  string
		names []string
	}{{"north", x.North}, {"east", x.East}, {"south", x.South}, {"west", x.West}} {
		if len(side.names) > 0 {
			sides = append(sides, s.Lang().List(side.names)+" ("+s.Word(side.word)+")")
		}
	}
	return &FactRow{Text: strings.Join(sides, "; "), Sources: c.Cite(x.Source)}
}
