package searchable

import (
	"time"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/search"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// TextInputs are what the entry of a text is made from, besides the text: an article, or a page
// of prose by its name.
type TextInputs struct {
	Ground               ground.Ground
	Article              *site.News
	Name, Title, Summary string
	Unlisted             bool // nothing finds it
}

// Text is the entry of an article or of a page of prose, with all its words; that of a page
// which nothing finds has none.
func Text(in TextInputs, body views.Body) search.Entry {
	w, n := writer{in.Ground}, in.Article
	if in.Unlisted {
		return search.Entry{Key: keyOf(site.KindPage, in.Name), Kind: site.KindPage, URL: w.To(site.KindPage, in.Name)}
	}
	if n == nil {
		return search.Entry{Key: keyOf(site.KindPage, in.Name), Kind: site.KindPage, Rank: rankOf(site.KindPage),
			URL: w.To(site.KindPage, in.Name), Title: in.Title, Summary: in.Summary, Text: body.Doc.Text()}
	}
	var more gatherer
	body.Doc.WriteText(&more.Builder)
	more.endLine()
	more.add(n.Author)
	for _, tag := range n.Tags {
		more.add(w.Tag(tag))
	}
	for _, x := range n.Claims {
		more.say(w, x.Text, x.SaidBy, x.Note)
	}
	for _, x := range n.Corrections {
		more.say(w, x.Text)
	}
	if n.Original != nil {
		more.add(n.Original.Outlet)
	}
	return search.Entry{Key: keyOf(site.KindNews, n.ID), Kind: site.KindNews, URL: w.ToArticle(n),
		Title: n.Title, Summary: n.Summary, Text: more.String(), Date: n.Happened.Format(time.DateOnly)}
}

// TopicInputs are what the entries of topics are made from: those with a page.
type TopicInputs struct {
	Ground ground.Ground
	Topics []Topic
}

// Topics are the entries of topics.
func Topics(in TopicInputs) []search.Entry {
	w := writer{in.Ground}
	var list []search.Entry
	for _, t := range in.Topics {
		title, language := w.TagSaid(t.Name)
		list = append(list, w.titled(w.entry(kindTopic, t.ID, address.OfTopic(t.ID), title), language))
	}
	return list
}
