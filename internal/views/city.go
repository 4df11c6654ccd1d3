package views

import (
	"cmp"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// CityView is the city: its figures, and what it is besides.
type CityView struct {
	Leading      []figures.FigureRow // a few of the city's figures, to stand large
	Figures      []figures.FigureRow // all of the city's figures
	Sources      *ground.SourceList  // the sources that the page cites; nothing when it cites none
	Name         string              // the city's name, the short one where it has one
	Motto        string              // its motto
	Province     string              // the name of its province
	Code         string              // its code from Kemendagri
	ProvinceCode string              // that of its province
	BPSCode      string              // its code from BPS
	Head         *HeadView           // who leads it; nothing when not known
	Origin       *OriginView         // how it came to be; nothing when not known
	Office       *OfficeView         // its office; nothing when not known
	Neighbours   *FactRow            // the regions around it, by their sides; nothing when not known
}

// City is the page of the city's own figures.
func City(in ground.Ground, _ Body) *Page {
	s, x := on(in), &in.Facts.City
	c := s.Citer()
	v := s.cityView(x, c)
	title := s.Word("city-title", v.Name)
	return &Page{Title: title, Description: s.Word("city-intro", x.Name), Crumbs: s.crumbs(address.Home), Content: v}
}

func (s scope) cityView(x *site.City, c *ground.Citer) *CityView {
	v := &CityView{
		Name: cmp.Or(x.ShortName, x.Name), Motto: x.Motto, Province: x.Province.Name,
		Code: string(x.Code), ProvinceCode: string(x.Province.Code), BPSCode: string(x.BPSCode),
		Leading: s.Rows(s.leading(compare.Latest(x.Figures)), c), Figures: s.Rows(x.Figures, c),
		Head: s.headView(x.Head, s.Word("head-of-city"), c),
	}
	if o := x.Established; o != nil {
		v.Origin = &OriginView{s.Day(o.Date), o.SplitFrom, o.LegalBasis, s.Say(o.Note), c.Cite(o.Source)}
	}
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
