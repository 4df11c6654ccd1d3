package views

import (
	"cmp"

	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// CityView is what the city is, besides its figures.
type CityView struct {
	// Name is the short one where the city has one.
	Name, Motto                 string
	Province                    string
	Code, ProvinceCode, BPSCode string
	Head                        *HeadView
	Origin                      *OriginView
	Office                      *OfficeView
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
