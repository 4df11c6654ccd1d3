package views

import (
	"cmp"

	"blandongan/internal/address"
	"blandongan/internal/ground"
)

// ProseInputs are what a page of prose shows.
type ProseInputs struct {
	Ground         ground.Ground
	Title, Summary string
	Unlisted       bool // no search names it
}

// ProseView is a page of prose.
type ProseView struct {
	Title   string // its title
	Summary string // what it says, in a sentence or two
	Body    Body   // its text
	// Sections lead to the sections of the text; empty for a short one.
	Sections []ground.Link
}

// fewSections is how many sections a text needs for a list of them.
const fewSections = 3

// Prose is a page of prose.
func Prose(in ProseInputs, text Body) *Page {
	s, v := on(in.Ground), &ProseView{Title: in.Title, Summary: in.Summary, Body: text}
	if text.Doc != nil && len(text.Doc.Sections) >= fewSections {
		for _, x := range text.Doc.Sections {
			v.Sections = append(v.Sections, ground.Link{Text: x.Title, URL: "#" + x.ID})
		}
	}
	return &Page{Title: in.Title, Description: cmp.Or(in.Summary, s.Base.Description), Crumbs: s.crumbs(address.Home),
		Hidden: in.Unlisted, Content: v}
}

// NotFoundInputs are what the page for an address that leads nowhere shows.
type NotFoundInputs struct {
	Ground     ground.Ground
	Navigation []ground.Link
	// Others are the same in the site's other languages.
	Others []NotFoundInputs
}

// NotFoundView is the page for an address that leads nowhere.
type NotFoundView struct {
	Home     string          // the address of the front page
	Sections []ground.Link   // the ways through the site
	Others   []NotFoundOther // the same in the site's other languages
}

// NotFoundOther is what the page for an address that leads nowhere says in another language.
type NotFoundOther struct {
	Language string        // the language: en
	Title    string        // that there is no such page
	Intro    string        // what it means
	Front    ground.Link   // the front page
	Sections []ground.Link // the ways through the site
}

// NotFound is the page for an address that leads nowhere. It has no address of its own.
func NotFound(in NotFoundInputs, _ Body) any {
	s := on(in.Ground)
	v := &NotFoundView{Home: s.Link(address.Home), Sections: in.Navigation}
	for _, x := range in.Others {
		o := on(x.Ground)
		v.Others = append(v.Others, NotFoundOther{o.Base.Language, o.Word("not-found"), o.Word("not-found-intro"),
			ground.Link{Text: o.Word("home"), URL: o.Link(address.Home)}, x.Navigation})
	}
	p := &Page{Title: s.Word("not-found"), Description: s.Word("not-found-intro"), Hidden: true, Content: v}
	p.Complete(in.Ground, address.Home, PhotoView{}, nil)
	p.Canonical = "" // it is shown at any address
	return p
}

// MovedInputs are what the page at an old address shows: the thing's title, and its
// present address from the site's root.
type MovedInputs struct {
	Ground    ground.Ground
	Title, To string
}

// MovedView is what redirect.html sees: the page at an old address.
type MovedView struct {
	Language  string      // the site's language
	Canonical string      // the present address with its host
	To        ground.Link // the page that has moved there
}

// Moved is the page at an old address. Its template is a whole document.
func Moved(in MovedInputs, _ Body) any {
	g := in.Ground
	return &MovedView{
		Language: g.Base.Language, Canonical: g.Base.Root.Absolute(in.To),
		To: ground.Link{Text: in.Title, URL: g.Base.Root.Link(in.To)},
	}
}
