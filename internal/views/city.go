package views

import (
	"cmp"

	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// CityView is what the city is, besides its figures.
type CityView struct {
	Name         string      // the city's name, the short one where it has one
	Motto        string      // its motto
	Province     string      // the name of its province
	Code         string      // its code from Kemendagri
	ProvinceCode string      // that of its province
	BPSCode      string      // its code from BPS
	Head         *HeadView   // who leads it; nothing when not known
	Origin       *OriginView // how it came to be; nothing when not known
	Office       *OfficeView // its office; nothing when not known
}

func (s scope) cityView(x *site.City, c *ground.Citer) CityView {
	v := CityView{
		Name: cmp.Or(x.ShortName, x.Name), Motto: x.Motto, Province: x.Province.Name,
		Code: string(x.Code), ProvinceCode: string(x.Province.Code), BPSCode: string(x.BPSCode),
		Head: s.headView(x.Head, s.Word("head-of-city"), c),
	}
	if o := x.Established; o != nil {
		v.Origin = &OriginView{s.Day(o.Date), o.SplitFrom, o.LegalBasis, s.Say(o.Note), c.Cite(o.Source)}
	}
	v.Office = s.officeView(x.Office, c)
	return v
}
