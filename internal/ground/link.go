package ground

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/site"
)

// Link is a text that leads somewhere; without a URL it is a text.
type Link struct {
	Text    string // what readers see
	URL     string // where it leads; empty for a mere text
	Current bool   // it leads to the part of the site that is shown
}

// Named is a thing by its id, or the slug of a topic, with the name that readers see.
type Named struct {
	ID   string // the id, or the slug
	Name string // the name that readers see
}

// Link returns the href of what lies at an address in the site's own language: in the
// edition, where that has it.
func (g Ground) Link(at string) string { return g.Base.Root.Link(g.Base.Edition.Of(at)) }

// Absolute is Link as a full URL.
func (g Ground) Absolute(at string) string { return g.Base.Root.Absolute(g.Base.Edition.Of(at)) }

// AddressOf returns where an article lies: in the edition if it is written in its language.
func (g Ground) AddressOf(n *site.News) string {
	at := address.Of(site.KindNews, n.Name())
	if string(n.Language) != g.Base.Language {
		return at
	}
	return g.Base.Edition.Of(at)
}

// ToArticle returns the href of the page of an article.
func (g Ground) ToArticle(n *site.News) string { return g.Base.Root.Link(g.AddressOf(n)) }

// To returns the href of the page of a thing, by its kind and its slug or id.
func (g Ground) To(kind, name string) string { return g.Link(address.Of(kind, name)) }

// LinkTo makes a Link to a thing.
func (g Ground) LinkTo(kind, id, text string) Link { return Link{Text: text, URL: g.To(kind, id)} }

// LinksTo makes links to things of one kind.
func (g Ground) LinksTo(kind string, things []Named) []Link {
	var links []Link
	for _, x := range things {
		links = append(links, g.LinkTo(kind, x.ID, x.Name))
	}
	return links
}

// LinksOf makes links of ids, in the order given; what does not exist is left out.
func (g Ground) LinksOf(kind string, ids []string) []Link {
	return g.LinksTo(kind, Names(g.Facts, kind, ids))
}

// Names names those things of a kind, by their ids, that exist.
func Names(f *site.Facts, kind string, ids []string) []Named {
	if len(ids) == 0 {
		return nil
	}
	list := make([]Named, 0, len(ids))
	for _, id := range ids {
		if title, ok := f.TitleOf(kind, id); ok {
			list = append(list, Named{id, title})
		}
	}
	return list
}

// Phone is a telephone number.
type Phone struct {
	Text   string // as it is written
	Number string // as it is dialled; empty where that is not clear
}

// unbroken keeps a number in one line.
var unbroken = strings.NewReplacer(" ", "\u00a0", "-", "\u2011")

// PhoneOf reads a telephone number, of several the first; nil where there is none.
func PhoneOf(written string) *Phone {
	if written == "" {
		return nil
	}
	var number []rune
	for i, r := range written {
		if r >= '0' && r <= '9' || r == '+' && i == 0 {
			number = append(number, r)
		} else if !strings.ContainsRune(" -.()", r) {
			break
		}
	}
	if len(number) < 3 {
		return &Phone{Text: written}
	}
	return &Phone{unbroken.Replace(written), string(number)}
}
