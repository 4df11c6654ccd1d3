package views

import (
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Card is one entry of a list. It is comparable: equal cards look the same.
type Card struct {
	Title   string // the name of the thing
	URL     string // the address of its page
	Date    string // its day, written out; empty when it has none
	ISO     string // the same for machines
	Summary string // what it is, in a sentence or two
	Label   string // a short word beside the title: a program's status, an article's kind when it is no plain news
	State   string // the word for what is not published yet; else empty
}

// newsCard is the card of an article.
func (s scope) newsCard(n *site.News) Card {
	c := Card{
		Title: s.In(n.Title, string(n.Language)), URL: s.ToArticle(n), Summary: s.In(n.Summary, string(n.Language)),
		Date: s.Lang().Date(lang.DateOf(n.Happened)), ISO: happened(n),
	}
	if n.Kind != "" && n.Kind != "news" {
		c.Label = s.Word("kind-" + n.Kind)
	}
	if n.Draft {
		c.State = s.Word("draft")
	} else if n.Future {
		c.State = s.Word("scheduled")
	}
	return c
}

// happened is an article's date for machines, no more exact than the editor's.
func happened(n *site.News) string {
	if n.Date.Timed() {
		return n.Happened.Format(time.RFC3339)
	}
	return n.Happened.Format(time.DateOnly)
}

// published is when an article appeared here, for machines.
func published(n *site.News) string {
	if n.Written != "" {
		return string(n.Written)
	}
	return happened(n)
}

func (s scope) programCard(x *site.Program) Card {
	return Card{
		Title: s.Say(x.Name), URL: s.To(site.KindProgram, x.ID), Summary: s.Say(x.Summary), Label: s.standing(x),
	}
}

func (s scope) visitCard(v *site.Visit) Card {
	c := Card{
		Title: s.Say(v.Title), URL: s.To(site.KindVisit, v.ID), Summary: s.Say(v.Summary),
		Date: s.Days(v.Start, v.End), ISO: string(v.Start),
	}
	if v.Direction == "out" {
		c.Label = s.Word("visit-out")
	}
	return c
}

func (s scope) kecamatanCard(k *site.Kecamatan) Card {
	return Card{Title: k.Name, URL: s.To(site.KindKecamatan, k.ID), Summary: s.Say(k.Summary)}
}

func cardsOf[T, C any](list []T, card func(T) C) []C {
	cards := make([]C, len(list))
	for i, x := range list {
		cards[i] = card(x)
	}
	return cards
}

// refs are pointers to the entries of a list.
func refs[T any](list []T) []*T {
	pointers := make([]*T, len(list))
	for i := range list {
		pointers[i] = &list[i]
	}
	return pointers
}
