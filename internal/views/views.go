// Package views decides what each page shows.
//
// A page is a function of declared inputs: plain values that package plan gathers, and
// for articles and prose the text. The function can see nothing else, for it is given
// nothing else; so the digest of its inputs tells whether it would come out the same, and
// no list of what a page depends on stands anywhere. A view, what comes out, holds
// everything that its template may see, as plain values: texts, dates already written
// out, addresses, small cards; never a pointer back into the site.
//
// What a view's fields mean is said beside each, in words for whoever makes templates:
// templates/README.md is made from these comments.
//
// It reads nothing, remembers nothing, and does not know which pages exist.
package views

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Page is what every page's template sees. Content is the kind's own view.
type Page struct {
	Title       string        // the page's title
	Description string        // a sentence or two for search engines and shared links
	Canonical   string        // the page's address with its host; empty for the page of addresses that lead nowhere
	Type        string        // the Open Graph type: website or article
	Image       string        // the address of the page's picture, with its host; empty when it has none
	ImageAlt    string        // the text in place of that picture
	ImageWidth  int           // its width in pixels; 0 when not known
	ImageHeight int           // its height in pixels; 0 when not known
	Published   string        // when an article was published, for machines: 2017-11-07; else empty
	Modified    string        // when an article was last changed, for machines; else empty
	Hidden      bool          // search engines are asked not to list the page
	Crumbs      []ground.Link // the way from the front page
	Versions    []Version     // the page in each language of the site; empty where it is in one only
	Data        []any         // what the page says to machines; each belongs into a script of type application/ld+json
	Content     any           // what this kind of page shows: the type that stands beside its template
}

// Version is a page in one language.
type Version struct {
	Language string // the language: id, en
	Name     string // what it is called in itself
	URL      string // the address
	Absolute string // the same with its host
	Current  bool   // it is this page
	Main     bool   // it is in the language for readers of whom nothing is known
}

// Reserved are the ids that templates put around an editor's text; headings get
// others. A test of the templates holds that none is left out.
var Reserved = []string{
	"halaman.atas", "hiasan.gigi", "hiasan.batik", "isi", "klaim", "ralat", "tentang", "sumber", "terkait",
}

// Body is a text with the addresses of its links.
type Body struct {
	Doc   *markdown.Doc
	Links []markdown.Address
	// Digest is that of both.
	Digest memo.Digest
}

// AddTo adds the text to a digest: see memo.Digested.
func (b Body) AddTo(h *memo.Hash) { h.Digest(b.Digest) }

// scope is what the functions of one page share.
type scope struct{ figures.Writer }

func on(g ground.Ground) scope { return scope{figures.Writer{Ground: g}} }

// Complete adds to a page what follows from where it lies in its edition, its poster, if it is
// given one, and the page in other languages.
func (p *Page) Complete(g ground.Ground, at string, poster PhotoView, versions []Version) *Page {
	p.Canonical, p.Versions = g.Base.Root.Absolute(at), versions
	if poster.URL != "" {
		p.picture(g, poster)
	}
	if p.Type == "" {
		p.Type = "website"
	}
	p.Description = clip(p.Description)
	if len(p.Crumbs) > 0 {
		p.Data = append(p.Data, on(g).crumbData(p))
	}
	return p
}

// picture makes a picture that of the page.
func (p *Page) picture(g ground.Ground, x PhotoView) {
	p.Image, p.ImageAlt = g.Base.Root.Origin+x.URL, x.Alt
	p.ImageWidth, p.ImageHeight = x.Width, x.Height
}

// clip shortens a description to what search engines show, at a word's end.
func clip(s string) string {
	const most = 300
	isBreak := func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }
	if strings.Contains(s, "  ") || strings.ContainsFunc(s, isBreak) || strings.Trim(s, " ") != s {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) <= most {
		return s
	}
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

// crumbs are the way from the home page: the section's page, and above it home.
func (s scope) crumbs(section string) []ground.Link {
	crumbs := []ground.Link{{Text: s.Word("home"), URL: s.Link(address.Home)}}
	if section != address.Home {
		crumbs = append(crumbs, ground.Link{Text: s.Word("section-" + section), URL: s.Link(section + "/")})
	}
	return crumbs
}

// Frame is what surrounds the pages of one section.
type Frame struct {
	Language    string        // the site's language: id, en
	Title       string        // the site's title
	Description string        // the site's description, in a sentence
	Home        string        // the address of the front page
	Section     string        // the section of the site: berita, program, …; empty for the front page
	Navigation  []ground.Link // the ways through the site; Current marks the section
	Publisher   ground.Link   // who publishes the site
	Contact     ContactCard   // whom readers write to
	Licence     ground.Link   // under which the site's words and data may be used again
	Atom        string        // the address of the Atom feed
	JSON        string        // the address of the JSON feed
	Data        string        // the address of the page of open data
	Search      string        // the address of the page of the search
	About       []ground.Link // the site's pages of prose that Navigation leaves out
	Notice      string        // a line about whose site this is; empty where nothing is said
	Versions    []Version     // the section in each language of the site, where a page has no others of its own
}

// titleOf is the title of a page of prose, which may be in the site's language only.
func (s scope) titleOf(x *site.Page) string {
	return s.In(x.Title, cmp.Or(string(x.Language), s.Base.Main))
}

// ContactCard is the line of contact at the foot of every page.
type ContactCard struct {
	Email   string        // an email address
	Phone   *ground.Phone // a telephone number; nothing when not known
	Address string        // a postal address
	URL     string        // the address of a page with more
	Note    string        // what else there is to say
}

// FrameOf makes the frame of a section; navigation are the links of all pages, versions the
// section's page in each language.
func FrameOf(g ground.Ground, section string, navigation []ground.Link, versions []Version) Frame {
	s, c := on(g), &g.Facts.Config
	f := Frame{
		Language: g.Base.Language, Title: s.Say(c.Title), Description: g.Base.Description,
		Home: s.Link(address.Home), Section: section, Navigation: slices.Clone(navigation),
		Publisher: ground.Link{Text: g.Base.Publisher.Name, URL: g.Base.Publisher.URL},
		Contact: ContactCard{string(c.Contact.Email), ground.PhoneOf(c.Contact.Phone), c.Contact.Address,
			string(c.Contact.URL), s.Say(c.Contact.Note)},
		Licence: ground.Link{Text: c.Licence.Name, URL: string(c.Licence.URL)},
		Atom:    s.Link(address.Atom), JSON: s.Link(address.JSONFeed),
		Data: s.Link(address.DataFolder), Search: s.Link(address.Search + "/"),
		Notice: s.Say(c.Notice), Versions: versions,
	}
	to := func(url string) func(ground.Link) bool { return func(l ground.Link) bool { return l.URL == url } }
	if !slices.ContainsFunc(f.Navigation, to(s.Link(section+"/"))) {
		section = address.Above(section)
	}
	for i := range f.Navigation {
		f.Navigation[i].Current = section != address.Home && f.Navigation[i].URL == s.Link(section+"/")
	}
	for i := range g.Facts.Pages {
		x := &g.Facts.Pages[i]
		if x.Unlisted {
			continue
		}
		if link := s.LinkTo(site.KindPage, x.Name(), s.titleOf(x)); !slices.ContainsFunc(f.Navigation, to(link.URL)) {
			f.About = append(f.About, link)
		}
	}
	return f
}
