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
}

// ProseView is a page of prose.
type ProseView struct {
	Title   string // its title
	Summary string // what it says, in a sentence or two
	Body    Body   // its text
}

// Prose is a page of prose.
func Prose(in ProseInputs, text Body) *Page {
	s := on(in.Ground)
	return &Page{Title: in.Title, Description: cmp.Or(in.Summary, s.Base.Description), Crumbs: s.crumbs(address.Home),
		Content: &ProseView{in.Title, in.Summary, text}}
}
