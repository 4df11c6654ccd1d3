package register

import (
	"maps"
	"slices"
	"strings"
	"time"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Facts are those of a site that every text is held against, as plain values: rules are given these and
// see no other, so that a text need not be looked at again while their digest stays. What the data count is
// not among them, for most texts ask for none of it: see Figures.
type Facts struct {
	Main, Edition string // the site's languages
	// Offset is that of the site's time in winter, in seconds; it counts where the site has a Zone.
	Zone   bool
	Offset int

	City       City
	Kecamatan  []Kecamatan // by code
	Visits     []Visit     // the newest first
	Indicators []Indicator // by id
	// Phones are the numbers under which visitors are asked to ring.
	Phones []string
}

// City is the site's.
type City struct {
	Code, Name, ShortName      string
	ProvinceCode, ProvinceName string

	Motto      []string
	Since      value.Day // when it was founded
	SplitFrom  string
	Founded    bool // Since and SplitFrom are told
	Head       *Head
	Neighbours []string // once around
}

// Kecamatan is one, with what lies in it.
type Kecamatan struct {
	ID, Code, Name string
	Aliases        []string
	Kelurahan      []Kelurahan
	Sights         []Sight
	Since          int // the year in which it was formed, 0 where that is not known
	Head           *Head
}

// Kelurahan is one of a kecamatan.
type Kelurahan struct {
	Code, Name string
	Aliases    []string
}

// Sight is a place in a kecamatan.
type Sight struct {
	Name  string
	Kinds []string // in each language
}

// Head is who leads a region.
type Head struct {
	Name        string
	Role        site.Text
	Since, AsOf value.Day
}

// Visit is who met whom on a day.
type Visit struct {
	Day     string
	LedBy   string
	Hosts   []Host
	ShownBy []string // those who led around
}

// Host is somebody in an office.
type Host struct {
	Name string
	Role site.Text
}

// Indicator is what can be counted.
type Indicator struct {
	ID           string
	Name         site.Text
	Unit, Format string
	Counts       string
}

// FactsOf takes them from those of a site.
func FactsOf(f *site.Facts) *Facts {
	own := &Facts{Main: f.Main.String(), Edition: f.Config.Language.String(), City: cityOf(&f.City)}
	if own.Zone = f.Zone != nil; own.Zone {
		_, own.Offset = time.Date(2000, time.January, 1, 0, 0, 0, 0, f.Zone).Zone()
	}
	for i := range f.Kecamatan {
		own.Kecamatan = append(own.Kecamatan, kecamatanOf(&f.Kecamatan[i]))
	}
	for i := range f.Visits {
		own.Visits = append(own.Visits, visitOf(&f.Visits[i]))
	}
	for _, id := range slices.Sorted(maps.Keys(f.Indicators)) {
		x := f.Indicators[id]
		own.Indicators = append(own.Indicators, Indicator{id, x.Name, x.Unit.In("id", "id"), x.Format, x.Counts})
	}
	own.addPhone(f.Config.Contact.Phone)
	if o := f.City.Office; o != nil {
		own.addPhone(o.Phone)
	}
	for i := range f.Programs {
		if c := f.Programs[i].Contact; c != nil {
			own.addPhone(c.Phone)
		}
	}
	return own
}

func (f *Facts) addPhone(phone string) {
	if phone != "" {
		f.Phones = append(f.Phones, phone)
	}
}

func cityOf(c *site.City) City {
	own := City{
		Code: string(c.Code), Name: c.Name, ShortName: c.ShortName, Motto: c.Motto.All(), Head: headOf(c.Head),
		ProvinceCode: string(c.Province.Code), ProvinceName: c.Province.Name,
	}
	if e := c.Established; e != nil {
		own.Founded, own.Since, own.SplitFrom = true, e.Date, e.SplitFrom
	}
	if n := c.Neighbours; n != nil {
		own.Neighbours = slices.Concat(n.North, n.East, n.South, n.West)
	}
	return own
}

func kecamatanOf(k *site.Kecamatan) Kecamatan {
	own := Kecamatan{ID: k.ID, Code: string(k.Code), Name: k.Name, Aliases: k.Aliases, Head: headOf(k.Head)}
	if k.Established != nil {
		own.Since = k.Established.Year
	}
	for _, l := range k.Kelurahan {
		own.Kelurahan = append(own.Kelurahan, Kelurahan{string(l.Code), l.Name, l.Aliases})
	}
	for _, s := range k.Sights {
		own.Sights = append(own.Sights, Sight{s.Name, s.Kind.All()})
	}
	return own
}

func visitOf(v *site.Visit) Visit {
	own := Visit{Day: v.Day().First()}
	if v.LedBy != nil {
		own.LedBy = v.LedBy.Name
	}
	for _, h := range v.Hosts {
		own.Hosts = append(own.Hosts, Host{h.Name, h.Role})
	}
	for _, l := range v.Loci {
		own.ShownBy = append(own.ShownBy, l.Host)
	}
	return own
}

func headOf(h *site.Head) *Head {
	if h == nil {
		return nil
	}
	return &Head{h.Name, h.Role, h.Since, h.AsOf}
}

// Indicator returns the one with an id, one without a unit when there is none.
func (f *Facts) Indicator(id string) *Indicator {
	at, is := slices.BinarySearchFunc(f.Indicators, id, func(i Indicator, id string) int {
		return strings.Compare(i.ID, id)
	})
	if !is {
		return &Indicator{}
	}
	return &f.Indicators[at]
}
