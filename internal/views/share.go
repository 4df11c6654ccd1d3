package views

import (
	"net/url"
	"strings"

	"blandongan/internal/ground"
)

// sharers are where a page can be told on, by plain links: nothing is asked of
// them until a reader follows one. Each takes a text and the page's address.
var sharers = []struct{ word, before, between string }{
	{"share-whatsapp", "https://wa.me/?text=", "%20"},
	{"share-telegram", "https://t.me/share/url?text=", "&url="},
	{"share-facebook", "https://www.facebook.com/sharer/sharer.php?quote=", "&u="},
	{"share-email", "mailto:?subject=", "&body="},
}

// shareLinks are the links by which a page is told on, none where the site has no
// address of its own. Every article has them, so they are put together by hand.
func (s scope) shareLinks(title, address string) []ground.Link {
	if s.Base.Root.Origin == "" {
		return nil
	}
	title, address = quoted(title), quoted(address)
	links := make([]ground.Link, len(sharers))
	for i, x := range sharers {
		links[i] = ground.Link{Text: s.Word(x.word), URL: x.before + title + x.between + address}
	}
	return links
}

// quoted writes a text into a query; mail programs show a plus as it is.
func quoted(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
