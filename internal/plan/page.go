package plan

import (
	"slices"
	"strings"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Page is what every page's template sees. Content is the kind's own view.
type Page struct {
	Title string
	// Description is for search engines and shared links, in a sentence or two.
	Description string
	Canonical   string
	// Type is the Open Graph type: website or article.
	Type string
	// Image is the absolute address of the page's picture, with its alternative text.
	Image, ImageAlt     string
	Published, Modified string // RFC 3339, "" when it has none
	// Hidden pages ask search engines not to list them.
	Hidden bool
	Crumbs []Link
	// Data is what the page says to machines, as JSON-LD.
	Data    []any
	Content any
}

// Reserved are the ids that templates put around an editor's text; headings get
// others. A test of the templates holds that none is left out.
var Reserved = []string{"isi", "klaim", "ralat", "tentang", "sumber", "terkait"}

// Link is a text that leads somewhere; without a URL it is a text.
type Link struct {
	Text, URL string
	Current   bool
}

// Frame is what surrounds the pages of one section.
type Frame struct {
	Language    string
	Title       string
	Description string
	Home        string
	Section     string
	Navigation  []Link
	Publisher   Link
	Contact     ContactCard
	Licence     Link
	Atom, JSON  string
	About       []Link
}

// ContactCard is the line of contact at the foot of every page.
type ContactCard struct{ Email, Phone, Address, Note string }

// Card is one entry of a list. It is comparable: equal cards look the same.
type Card struct {
	Title, URL string
	// Date is written out, ISO is the same for machines.
	Date, ISO string
	Summary   string
	// Label is a short word beside the title: a program's status, an article's kind
	// when it is no plain news. State says that it is not published yet.
	Label, State string
}

// frames makes a frame for every section of the navigation, and one for pages
// outside of it.
func (p *planner) frames() map[string]Frame {
	frames := map[string]Frame{}
	for _, t := range p.targets {
		if _, made := frames[t.Frame]; !made && t.Template != "" && t.Frame != NoFrame {
			frames[t.Frame] = p.frame(t.Frame)
		}
	}
	return frames
}

func (p *planner) frame(section string) Frame {
	c := p.site.Config
	f := Frame{
		Language: string(c.Language), Title: p.site.Say(c.Title), Description: p.site.Say(c.Description),
		Home: p.link(""), Section: section, Navigation: p.current(section),
		Publisher: Link{Text: p.site.Say(c.Publisher.Name), URL: string(c.Publisher.URL)},
		Contact:   ContactCard{string(c.Contact.Email), c.Contact.Phone, c.Contact.Address, p.site.Say(c.Contact.Note)},
		Licence:   Link{Text: c.Licence.Name, URL: string(c.Licence.URL)},
		Atom:      p.link("berita/atom.xml"), JSON: p.link("berita/feed.json"),
	}
	for i := range p.site.Pages {
		g := &p.site.Pages[i]
		f.About = append(f.About, Link{Text: g.Title, URL: p.to("page", g.ID)})
	}
	return f
}

// navigation is the editors' own, else one entry a section.
func (p *planner) navigation() []Link {
	var links []Link
	for i := range p.site.Config.Navigation {
		n := &p.site.Config.Navigation[i]
		if url := p.signpost(n); url != "" {
			links = append(links, Link{Text: p.site.Say(n.Label), URL: url})
		}
	}
	if len(p.site.Config.Navigation) > 0 {
		return links
	}
	for _, s := range []string{sectionKecamatan, sectionProgram, sectionVisit, sectionNetwork, sectionNews} {
		links = append(links, Link{Text: p.lang.Word("section-" + s), URL: p.link(s + "/")})
	}
	return links
}

// current is the navigation as a section's pages show it.
func (p *planner) current(section string) []Link {
	links := slices.Clone(p.links)
	for i := range links {
		links[i].Current = section != "" && links[i].URL == p.link(section+"/")
	}
	return links
}

// signpost resolves a link of the navigation, "" when it leads nowhere; that
// was reported by checkSignposts.
func (p *planner) signpost(n *site.Signpost) string {
	if _, _, _, isWeb := splitWeb(n.Link); isWeb {
		if rooted, is := p.own(n.Link); is == ours {
			return p.href(rooted)
		}
		return n.Link
	}
	if kind, id, ok := strings.Cut(n.Link, ":"); ok {
		return p.to(kind, id)
	}
	if address, _, ok := p.find("", n.Link); ok && strings.HasPrefix(n.Link, "/") {
		return p.link(address)
	}
	return ""
}

// complete adds to a page what follows from its address.
func (p *planner) complete(address string, page *Page) *Page {
	page.Canonical = p.absolute(address)
	if page.Type == "" {
		page.Type = "website"
	}
	page.Description = clip(page.Description)
	if len(page.Crumbs) > 0 {
		page.Data = append(page.Data, p.crumbData(page))
	}
	return page
}

// clip shortens a description to what search engines show, at a word's end.
func clip(s string) string {
	const most = 300
	s = strings.Join(strings.Fields(s), " ")
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
func (p *planner) crumbs(section string) []Link {
	crumbs := []Link{{Text: p.lang.Word("home"), URL: p.link("")}}
	if section != "" {
		crumbs = append(crumbs, Link{Text: p.lang.Word("section-" + section), URL: p.link(section + "/")})
	}
	return crumbs
}

// card of the article at a position in News. Lists, neighbours and related
// articles all ask for it, so it is made once.
func (p *planner) card(i int) Card {
	if made := p.cardsMade[i].Load(); made != nil {
		return *made
	}
	c := p.makeCard(&p.site.News[i])
	p.cardsMade[i].Store(&c)
	return c
}

func (p *planner) makeCard(n *site.News) Card {
	c := Card{
		Title: n.Title, URL: p.to("news", n.ID), Summary: n.Summary,
		Date: p.lang.Date(lang.DateOf(n.Published)), ISO: published(n),
	}
	if n.Kind != "" && n.Kind != "news" {
		c.Label = p.lang.Word("kind-" + n.Kind)
	}
	if n.Draft {
		c.State = p.lang.Word("draft")
	} else if n.Future {
		c.State = p.lang.Word("scheduled")
	}
	return c
}

// published is an article's date for machines, no more exact than the editor's.
func published(n *site.News) string {
	if n.Date.Timed() {
		return n.Published.Format(time.RFC3339)
	}
	return n.Published.Format("2006-01-02")
}

func (p *planner) cards(positions []int, most int) []Card {
	cards := make([]Card, 0, min(len(positions), most))
	for _, i := range positions[:min(len(positions), most)] {
		cards = append(cards, p.card(i))
	}
	return cards
}

func (p *planner) programCard(x *site.Program) Card {
	return Card{
		Title: p.site.Say(x.Name), URL: p.to("program", x.ID), Summary: p.site.Say(x.Summary),
		Label: p.standing(x),
	}
}

// standing is a program's status with the day until which it is known: a status
// without a date would claim to be today's.
func (p *planner) standing(x *site.Program) string {
	status := p.lang.Word("status-" + x.Status)
	if x.Verified == nil {
		return p.lang.Word("status-unchecked", status)
	}
	return p.lang.Word("status-as-of", status, p.day(x.Verified.At))
}

func (p *planner) visitCard(v *site.Visit) Card {
	c := Card{
		Title: p.site.Say(v.Title), URL: p.to("visit", v.ID), Summary: p.site.Say(v.Summary),
		Date: p.days(v.Start, v.End), ISO: string(v.Start),
	}
	if v.Direction == "out" {
		c.Label = p.lang.Word("visit-out")
	}
	return c
}

func cardsOf[T, C any](list []T, card func(T) C) []C {
	cards := make([]C, len(list))
	for i, x := range list {
		cards[i] = card(x)
	}
	return cards
}

// says returns each text in the site's language.
func (p *planner) says(texts []site.Text) []string {
	var said []string
	for _, t := range texts {
		said = append(said, p.site.Say(t))
	}
	return said
}

// linkTo makes a Link to a thing.
func (p *planner) linkTo(kind, id, text string) Link { return Link{Text: text, URL: p.to(kind, id)} }

// kecamatanLinks makes links of ids, in the order given.
func (p *planner) kecamatanLinks(ids []string) []Link {
	var links []Link
	for _, id := range ids {
		if k := p.site.FindKecamatan(id); k != nil {
			links = append(links, p.linkTo("kecamatan", id, k.Name))
		}
	}
	return links
}

func (p *planner) programLinks(ids []string) []Link {
	var links []Link
	for _, id := range ids {
		if x := p.site.FindProgram(id); x != nil {
			links = append(links, p.linkTo("program", id, p.site.Say(x.Name)))
		}
	}
	return links
}

func (p *planner) visitLinks(ids []string) []Link {
	var links []Link
	for _, id := range ids {
		if v := p.site.FindVisit(id); v != nil {
			links = append(links, p.linkTo("visit", id, p.site.Say(v.Title)))
		}
	}
	return links
}
