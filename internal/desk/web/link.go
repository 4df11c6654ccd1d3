package web

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
)

// Link leads to another site.
type Link struct {
	Place diag.Place
	URL   string
	Words string // that are the link in the source, "" where only the place is known
}

// LinksOf returns the links of a document that lead to other sites.
func LinksOf(d *prose.Document) (links []Link) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for _, l := range b.Links {
			if !l.Image && (strings.HasPrefix(l.Target, "http://") || strings.HasPrefix(l.Target, "https://")) {
				links = append(links, Link{b.Place(l.From), l.Target, b.Source(l.From, l.To)})
			}
		}
	}
	return links
}
