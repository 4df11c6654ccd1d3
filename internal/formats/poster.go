package formats

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/poster"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// The posters of pages. What they show of a page is little and cheap to gather: all of
// them are asked for whenever the site is planned, for their digests are in their names.

// sketcher gathers what is drawn on a poster.
type sketcher struct{ figures.Writer }

func sketch(g ground.Ground) sketcher { return sketcher{figures.Writer{Ground: g}} }

// poster is one with what all have in common.
func (s sketcher) poster(title string, kicker ...string) poster.Poster {
	kicker = slices.DeleteFunc(kicker, func(k string) bool { return k == "" })
	return poster.Poster{
		Kicker: strings.Join(kicker, " · "), Title: title,
		Site: s.Say(s.Facts.Config.Title), Publisher: cmp.Or(s.Say(s.Facts.Config.Notice), s.Base.Publisher.Name),
	}
}

// HomePoster has the map and the city's first figure.
func HomePoster(g ground.Ground, areas *figures.Areas) poster.Poster {
	s := sketch(g)
	p := s.poster(cmp.Or(s.Say(s.Facts.Config.Question), s.Say(s.Facts.Config.Title)), s.Base.City)
	p.Map = posterMap(areas, "")
	if leading := s.Leading(); len(leading) > 0 {
		s.number(&p, s.Rows(leading[:1], s.Citer())[0])
	}
	return p
}

// SectionPoster is that of the page of a section, with what it has so many of.
func SectionPoster(g ground.Ground, areas *figures.Areas, section string, count int) poster.Poster {
	s := sketch(g)
	p := s.poster(s.Word("section-"+section), s.Base.City)
	if section == address.Kecamatan {
		p.Map = posterMap(areas, "")
	}
	if count > 0 {
		p.Note = s.Word("count-"+section, s.Count(count))
	}
	return p
}

// KecamatanPoster is that of a profile: where it lies, and one figure.
func KecamatanPoster(g ground.Ground, areas *figures.Areas, position int) poster.Poster {
	s, k := sketch(g), &g.Facts.Kecamatan[position]
	p := s.poster(k.Name, s.Word("section-kecamatan"), s.Base.City)
	p.Map = posterMap(areas, k.ID)
	if row, ok := s.Profile(position, s.Citer()).Foremost(); ok {
		s.number(&p, row)
	} else if n := len(k.Kelurahan); n > 0 {
		p.Number, p.Unit = s.Count(n), lang.Inside(s.Word("kelurahan"))
	}
	return p
}

// ProgramPoster says what kind of program it is, and how it stands.
func ProgramPoster(g ground.Ground, position int) poster.Poster {
	s, x := sketch(g), &g.Facts.Programs[position]
	pillar := ""
	if len(x.Pillars) > 0 {
		pillar = s.Word("pillar-" + x.Pillars[0])
	}
	p := s.poster(s.Say(x.Name), s.Word("section-program"), pillar)
	p.Note = capital(views.Standing(s.Writer, x))
	return p
}

// VisitPoster says who came, and when.
func VisitPoster(g ground.Ground, position int) poster.Poster {
	s, x := sketch(g), &g.Facts.Visits[position]
	p := s.poster(s.Say(x.Title), s.Word("section-kunjungan"), s.Days(x.Start, x.End))
	if origin := s.Say(x.Origin.Name); !strings.Contains(p.Title, origin) {
		p.Note = views.OriginOf(origin, x.Origin.Province)
	}
	return p
}

// ArticlePoster is that of an article. What is no plain news says so.
func ArticlePoster(g ground.Ground, n *site.News) poster.Poster {
	s := sketch(g)
	kind := s.Word("section-berita")
	if n.Kind != "" && n.Kind != "news" {
		kind = s.Word("kind-" + n.Kind)
	}
	return s.poster(n.Title, kind, s.Lang().Date(lang.DateOf(n.Published)))
}

// TopicPoster is that of the list of a topic's articles.
func TopicPoster(g ground.Ground, topic string, count int) poster.Poster {
	s := sketch(g)
	p := s.poster(s.Tag(topic), s.Word("section-topik"), s.Base.City)
	p.Note = s.Word("count-berita", s.Count(count))
	return p
}

// ProsePoster is that of a page of prose.
func ProsePoster(g ground.Ground, x *site.Page) poster.Poster {
	s := sketch(g)
	p := s.poster(x.Title, s.Base.City)
	p.Note = cmp.Or(x.Summary, s.Base.Description)
	return p
}

// number puts a figure on a poster, with what it counts, its time and its standing.
func (s sketcher) number(p *poster.Poster, row figures.FigureRow) {
	p.Number, p.Unit = row.Value, row.Unit+"\n"+row.Period
	if row.Badge != "" {
		p.Unit += ", " + row.Badge
	}
}

// capital begins a text with a capital, as a line of its own.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// posterMap is the map of all areas, the own one told from the others; nil when there is
// no map.
func posterMap(areas *figures.Areas, own string) *poster.Map {
	if areas == nil {
		return nil
	}
	d := &areas.Large
	m := &poster.Map{Width: d.Width, Height: d.Height, Own: -1}
	if i, drawn := areas.Of[own]; drawn {
		m.Own = i
	}
	for i := range d.Shapes {
		m.Areas = append(m.Areas, d.Shapes[i].Path)
	}
	return m
}
